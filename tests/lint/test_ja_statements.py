"""Each Japanese sentence of the table is read as its marks say, span by span."""

from __future__ import annotations

import unicodedata

import ja_sentences
import pytest

from cockpit.lint.ja.predicates import statements
from cockpit.lint.statement import Role, Statement, TimeKind

_OPEN, _CLOSE = "⟦", "⟧"


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The plain sentence, and its marks as (name, phrase)."""
    plain, marks = "", []
    for piece in marked.split(_OPEN):
        head, closed, rest = piece.partition(_CLOSE)
        if closed:
            name, _, phrase = head.partition("|")
            marks.append((name, phrase))
            plain += phrase + rest
        else:
            plain += piece
    return plain, marks


def mark(text: str, statement: Statement) -> tuple[str, str] | None:
    """The statement as a mark; None where it is neither a recovery nor a promise."""
    names = {Role.RESOLVE: ("eta", "vague"), Role.UPDATE: ("update", "news")}
    if statement.role not in names:
        return None
    timed, untimed = names[statement.role]
    name = untimed if statement.time.kind is TimeKind.VAGUE else timed
    return name, text[statement.start : statement.end]


def read(text: str) -> list[tuple[str, str]]:
    marks = (mark(text, statement) for statement in statements(text))
    return [found for found in marks if found is not None]


@pytest.mark.parametrize("marked", ja_sentences.ALL)
def test_sentence_is_read_as_marked(marked: str) -> None:
    text, marks = unmark(marked)
    assert read(text) == marks


def test_table_is_normalised_and_has_no_doubles() -> None:
    plain = [unmark(marked)[0] for marked in ja_sentences.ALL]
    assert len(set(plain)) == len(plain) >= 300
    assert all(unicodedata.normalize("NFKC", text) == text for text in plain)

"""English sentences of our own: every time with the role that an experienced reader gives it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cockpit.lint.en.predicates import statements
from cockpit.lint.statement import Role, TimeKind
from cockpit.lint.text import read_text

_MARK = re.compile(r"⟦(\w+)\|(.*?)⟧")
_LINES = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in _LINES if line and not line.startswith("#")]


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    """A line without its marks, and the marks in order."""
    return _MARK.sub(r"\2", line), _MARK.findall(line)


def said(text: str) -> list[tuple[str, str]]:
    """The promises that the grammar finds in ``text``, in the marks' words."""
    found = []
    for sentence in read_text(text).sentences:
        for statement in statements(sentence.text):
            vague = statement.time.kind is TimeKind.VAGUE
            name = {Role.RESOLVE: "soon" if vague else "eta", Role.UPDATE: "more" if vague else "next"}.get(
                statement.role
            )
            if name:
                found.append((name, sentence.text[statement.start : statement.end]))
    return found


@pytest.mark.parametrize("line", SENTENCES)
def test_each_time_has_its_role(line: str) -> None:
    text, expected = marked(line)
    assert said(text) == expected


def test_there_are_enough_sentences() -> None:
    assert len(SENTENCES) == len(set(SENTENCES)) >= 300

"""Whole posts, as many as a week of incidents brings: each rule flags just what is marked, and the promise is read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cockpit.domain.words import Lang
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Severity

HERE = Path(__file__).parent
POSTED = {
    Lang.EN: datetime(2026, 11, 23, 14, 0, tzinfo=UTC),
    Lang.JA: datetime(2026, 11, 23, 14, 0, tzinfo=timezone(timedelta(hours=9))),
}
_MARK = re.compile(r"⟦([a-z-]+)\|(.*?)⟧", re.DOTALL)


def posts(lang: Lang) -> list[tuple[Lang, str, str]]:
    """The language, the marked text and the promise ("" where there is none) of each post."""
    _, *blocks = re.split(r"^===", (HERE / f"posts_{lang}.txt").read_text("utf-8"), flags=re.MULTILINE)
    parted = (block.partition("\n") for block in blocks)
    return [(lang, text.strip(), head.strip().removeprefix("-> ")) for head, _, text in parted]


@pytest.mark.parametrize(("lang", "marked", "promise"), [*posts(Lang.EN), *posts(Lang.JA)])
def test_a_post_is_read_as_marked(lang: Lang, marked: str, promise: str) -> None:
    text = _MARK.sub(r"\2", marked)
    result = lint(text, Context(posted_at=POSTED[lang]))
    told = [(found.rule, found.text) for found in result.findings if found.severity is not Severity.INFO]
    assert told == [match.groups() for match in _MARK.finditer(marked)]
    assert result.lang is lang
    assert result.next_update == (datetime.fromisoformat(promise) if promise else None)


@pytest.mark.parametrize("lang", list(Lang))
def test_most_posts_are_left_alone(lang: Lang) -> None:
    every = posts(lang)
    assert len(every) > 250
    assert sum("⟦" not in marked for _, marked, _ in every) > len(every) / 2

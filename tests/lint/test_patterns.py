"""The thin door to RE2 finds what RE2's own Python layer finds, in code points."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from cockpit.lint.patterns import BadPattern, pattern

PATTERNS = (
    "a",
    "a*",
    "",
    r"\b",
    r"^|$",
    r"(a)|(b)",
    r"(?P<one>a+)(?P<two>の)?",
    r"((a)(の*))+",
    r"[^a。]{2,}",
    r"(?P<left>\w*)\s?(?P<right>[ぁ-ん]+)",
    r"\p{Han}+|😀",
    r"(?:(x)|(é))(?:\.|。)",
)
TEXTS = st.text(alphabet="abAx1 .。\nのに通知é😀", max_size=24)


def told(match: Any, groups: Iterable[int]) -> object:
    if match is None:
        return None
    return (
        [(match.start(group), match.end(group), match.span(group), match.group(group)) for group in groups],
        (match.groups(), match.groupdict(), match.lastindex, match.lastgroup),
    )


@given(st.sampled_from(PATTERNS), TEXTS)
def test_it_finds_what_the_library_finds(text_of_pattern: str, text: str) -> None:
    options = re2.Options()
    options.case_sensitive = False
    theirs, ours = re2.compile(text_of_pattern, options), pattern(text_of_pattern)
    groups = range(theirs.groups + 1)
    assert ours.groupindex == theirs.groupindex
    for how in ("search", "match", "fullmatch"):
        assert told(getattr(ours, how)(text), groups) == told(getattr(theirs, how)(text), groups), how
    # The library tells an empty match ahead of it twice.
    once = [told(next(same), groups) for _, same in groupby(theirs.finditer(text), key=lambda match: match.span())]
    assert [told(each, groups) for each in ours.finditer(text)] == once


def test_groups_are_asked_for_by_name() -> None:
    match = pattern("の(?P<what>通知)(?P<none>x)?").search("この通知は")
    assert match is not None
    assert (match.start("what"), match.end("what"), match.span("what"), match.group("what")) == (2, 4, (2, 4), "通知")
    assert (match.start("none"), match.group("none")) == (-1, None)


def test_it_parts_a_text_at_what_it_finds() -> None:
    assert pattern("[-の]+").split("db-01の--通知") == ["db", "01", "通知"]
    assert pattern("x").split("通知") == ["通知"]


def test_case_counts_where_it_is_asked_for() -> None:
    assert pattern("utc").search("by 14:00 UTC") is not None
    assert pattern("utc", ignore_case=False).search("by 14:00 UTC") is None


def test_a_bad_pattern_says_why() -> None:
    with pytest.raises(BadPattern, match="missing"):
        pattern("(unclosed")

"""Patterns in linear time: a thin, typed door to RE2, whose every pattern is compiled once, when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol, cast

import re2


class Match(Protocol):
    """What a pattern found; offsets are code points."""

    def start(self, group: int | str = 0) -> int:
        """Where the group begins; -1 when it took no part."""
        ...

    def end(self, group: int | str = 0) -> int:
        """Where the group ends."""
        ...

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Both."""
        ...

    def group(self, group: int | str = 0) -> str | None:
        """The group's text; None when it took no part."""
        ...

    def groups(self) -> tuple[str | None, ...]:
        """All groups' texts, in order."""
        ...

    def groupdict(self) -> dict[str, str | None]:
        """The named groups' texts."""
        ...

    @property
    def lastindex(self) -> int | None:
        """The number of the last group that took part."""
        ...

    @property
    def lastgroup(self) -> str | None:
        """The name of the last group that took part."""
        ...


class Pattern(Protocol):
    """A compiled RE2 pattern."""

    @property
    def groupindex(self) -> dict[str, int]:
        """The named groups' numbers."""
        ...

    def search(self, text: str) -> Match | None:
        """The first match anywhere."""
        ...

    def match(self, text: str) -> Match | None:
        """A match at the start."""
        ...

    def fullmatch(self, text: str) -> Match | None:
        """A match of the whole text."""
        ...

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches from left to right, not overlapping."""
        ...

    def split(self, text: str) -> list[str]:
        """The text between the matches."""
        ...


class BadPattern(ValueError):
    """A pattern that RE2 can't read; the message says why."""


@cache
def pattern(text: str, ignore_case: bool = True) -> Pattern:
    """The compiled pattern; raises BadPattern. ``\\b`` knows ASCII words only, so it also works beside Japanese."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.max_mem = 64 << 20
    try:
        return cast(Pattern, re2.compile(text, options))
    except re2.error as error:
        reason = error.args[0] if error.args else error
        raise BadPattern(reason.decode() if isinstance(reason, bytes) else str(reason)) from error


Matching = Callable[[str], list[int]]
"""Which of several patterns match the whole of a text, by their places."""


def matching(patterns: Iterable[str]) -> Matching:
    """All of ``patterns`` (without case) tried on a whole text at once."""
    options = re2.Options()
    options.case_sensitive = False
    together = re2.Set.FullMatchSet(options)
    for text in patterns:
        together.Add(text)
    together.Compile()
    return cast(Matching, together.Match)


def one_of(alternatives: Iterable[str]) -> str:
    """A group of alternatives, the longest first, so that none hides a longer one; the alternatives are patterns."""
    return "(?:" + "|".join(sorted(alternatives, key=lambda text: (-len(text), text))) + ")"

"""Patterns in linear time: a thin, typed door to RE2, whose every pattern is compiled once, when it is first needed.

A message is scanned a thousand times over, mostly in vain. RE2's own Python layer makes a generator and counts
characters for each scan; here a scan in vain is one call, and characters are counted for what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, cast

import re2

_ANYWHERE, _AT_START, _WHOLE = (
    getattr(re2._re2.RE2.Anchor, name) for name in ("UNANCHORED", "ANCHOR_START", "ANCHOR_BOTH")
)
_NOTHING = (-1, -1)
Span = tuple[int, int]


class Match:
    """What a pattern found; offsets are code points, counted for the groups that somebody asks for."""

    __slots__ = ("_before", "_data", "_groups", "_spans", "_text")

    def __init__(
        self, text: str, spans: Sequence[Span], groups: dict[str, int], data: bytes | None, before: int | None
    ) -> None:
        """``spans`` are offsets in ``data``, the text in UTF-8 (None: they are the same in the text).

        ``before`` characters stand before the match (None: not counted yet).
        """
        self._text = text
        self._spans = spans
        self._groups = groups
        self._data = data
        self._before = before

    def start(self, group: int | str = 0) -> int:
        """Where the group begins; -1 when it took no part."""
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        """Where the group ends."""
        return self.span(group)[1]

    def span(self, group: int | str = 0) -> Span:
        """Both."""
        start, end = self._spans[group if isinstance(group, int) else self._groups[group]]
        data = self._data
        if data is None or start == -1:
            return start, end
        begin = self._spans[0][0]
        if self._before is None:
            self._before = len(data[:begin].decode())
        first = self._before + len(data[begin:start].decode())
        return first, first + len(data[start:end].decode())

    def group(self, group: int | str = 0) -> str | None:
        """The group's text; None when it took no part."""
        start, end = self._spans[group if isinstance(group, int) else self._groups[group]]
        if start == -1:
            return None
        return self._text[start:end] if self._data is None else self._data[start:end].decode()

    def groups(self) -> tuple[str | None, ...]:
        """All groups' texts, in order."""
        return tuple(self.group(number) for number in range(1, len(self._spans)))

    def groupdict(self) -> dict[str, str | None]:
        """The named groups' texts."""
        return {name: self.group(number) for name, number in self._groups.items()}

    @property
    def lastindex(self) -> int | None:
        """The number of the last group that took part: of those that end last, the outermost."""
        last, furthest = None, -1
        for number in range(1, len(self._spans)):
            if self._spans[number][1] > furthest:
                last, furthest = number, self._spans[number][1]
        return last

    @property
    def lastgroup(self) -> str | None:
        """The name of the last group that took part."""
        last = self.lastindex
        return next((name for name, number in self._groups.items() if number == last), None)


class Pattern:
    """A compiled RE2 pattern."""

    __slots__ = ("_scan", "groupindex")

    def __init__(self, compiled: Any) -> None:
        self._scan: Callable[[object, bytes, int, int], Sequence[Span]] = compiled._regexp.Match
        self.groupindex: dict[str, int] = compiled.groupindex
        """The named groups' numbers."""

    def search(self, text: str) -> Match | None:
        """The first match anywhere."""
        return self._first(_ANYWHERE, text)

    def match(self, text: str) -> Match | None:
        """A match at the start."""
        return self._first(_AT_START, text)

    def fullmatch(self, text: str) -> Match | None:
        """A match of the whole text."""
        return self._first(_WHOLE, text)

    def _first(self, anchor: object, text: str) -> Match | None:
        data = text.encode()
        spans = self._scan(anchor, data, 0, len(data))
        if spans[0] == _NOTHING:
            return None
        return Match(text, spans, self.groupindex, None if len(data) == len(text) else data, None)

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches from left to right, not overlapping."""
        data = text.encode()
        end, kept = len(data), None if len(data) == len(text) else data
        at = seen = before = 0
        while at <= end:
            spans = self._scan(_ANYWHERE, data, at, end)
            start, at = spans[0]
            if start == -1:
                return
            if kept is not None:
                seen, before = start, before + len(data[seen:start].decode())
            yield Match(text, spans, self.groupindex, kept, before)
            if at == start:  # an empty match: go on behind the next character
                at += 1
                while at < end and data[at] & 0xC0 == 0x80:
                    at += 1

    def split(self, text: str) -> list[str]:
        """The text between the matches."""
        parts, at = list[str](), 0
        for match in self.finditer(text):
            start, end = match.span()
            parts.append(text[at:start])
            at = end
        return [*parts, text[at:]]


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
        return Pattern(re2.compile(text, options))
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

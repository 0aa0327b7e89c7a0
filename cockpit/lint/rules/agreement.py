"""Compares two wordings of one message: times of the same minute agree, whatever zone or language they are in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from cockpit.lint.languages import times
from cockpit.lint.model import Context
from cockpit.lint.moments import resolve
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.statement import TimeExpression, TimeKind

_SOME_DAY = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
"""Times are compared as of this moment where it isn't known when the message goes out."""
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?\s?%?"
_PART_OF_NAME = r"[A-Za-z0-9_./#@+-]"

_KINDS = (("clock", "half-day clock"), ("duration",), ("number",), ("percent",))

Key = tuple[str, float]
"""What a value is, comparable between the languages."""
Value = tuple[int, int, Key]
"""[start, end) in the normalised message, and the value's key."""


def values(reading: Reading, context: Context) -> list[Value]:
    """Every time and every free-standing number of the message."""
    found: list[Value] = []
    covered: list[tuple[int, int]] = []
    for sentence in reading.sentences:
        for time in times(sentence):
            start, end = sentence.start + time.start, sentence.start + time.end
            covered.append((start, end))
            key = _key(time, context)
            if key is not None:
                found.append((start, end, key))
    found.extend(_numbers(reading.text, covered))
    return found


def _key(time: TimeExpression, context: Context) -> Key | None:
    moment = time.moment
    if moment is None:
        return None
    if time.kind is TimeKind.DURATION and moment.after_s is not None:
        return "duration", moment.after_s
    if time.kind is TimeKind.CLOCK and moment.hour is not None:
        when = resolve(moment, context.posted_at or _SOME_DAY)
        if when is None:
            return None
        minute = when.astimezone(UTC).hour * 60 + when.astimezone(UTC).minute
        return ("half-day clock", minute % 720) if moment.half_day else ("clock", minute)
    return None


def _numbers(text: str, covered: list[tuple[int, int]]) -> Iterator[Value]:
    spans = iter(sorted(covered))
    current = next(spans, None)
    for match in pattern(_NUMBER).finditer(text):
        start, end = match.span()
        while current is not None and current[1] <= start:
            current = next(spans, None)
        if current is not None and current[0] < end:
            continue
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if (before and pattern(_PART_OF_NAME).match(before)) or (
            behind and behind not in ".," and pattern(_PART_OF_NAME).match(behind)
        ):
            continue
        written = (match.group() or "").replace(",", "").replace(" ", "")
        kind = "percent" if written.endswith("%") else "number"
        yield start, end, (kind, float(written.rstrip("%")))


def disagreements(here: list[Value], there: list[Value]) -> Iterator[Value]:
    """Values of ``here`` that ``there`` lacks, where ``there`` has others of that kind in their place."""
    for kind in _KINDS:
        ours = [value for value in here if value[2][0] in kind]
        theirs = [value for value in there if value[2][0] in kind]
        alone = [value for value in ours if not any(_same(value[2], other[2]) for other in theirs)]
        if any(not any(_same(other[2], value[2]) for value in ours) for other in theirs):
            yield from alone


def _same(one: Key, other: Key) -> bool:
    if one[0] == other[0]:
        return one[1] == other[1]
    return int(one[1]) % 720 == int(other[1]) % 720

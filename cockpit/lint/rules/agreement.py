"""Compares two wordings of one message: times of the same minute agree, whatever zone or language they are in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest

from cockpit.domain.frozen import frozen
from cockpit.domain.words import Lang
from cockpit.lint.languages import times
from cockpit.lint.model import Context
from cockpit.lint.moments import resolve
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.statement import TimeExpression, TimeKind

_SOME_DAY = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
"""Times are compared as of this moment where it isn't known when the message goes out."""
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%)?"
_PART_OF_NAME = r"[A-Za-z0-9_./#@+-]"

_KINDS = (("clock", "half-day clock"), ("duration",), ("number",), ("percent",))
_SPELT = {
    Lang.EN: ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    Lang.JA: ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"),
}
"""Small numbers, as a text may write them out where the other one has digits."""

Key = tuple[str, float]
"""What a value is, comparable between the languages."""


@frozen
class Value:
    """A time or a number: [start, end) in the normalised message, what it is, as it is written."""

    start: int
    end: int
    key: Key
    text: str
    at: datetime | None = None
    """The moment, of a time of day; aware."""


Pair = tuple[Value | None, Value | None]
"""A value of this message and the one that stands in its place in the other; None: there is none."""


def values(reading: Reading, posted_at: datetime | None) -> list[Value]:
    """Every time and every free-standing number of the message; a time without a zone is in ``posted_at``'s."""
    found: list[Value] = []
    covered: list[tuple[int, int]] = []
    for sentence in reading.sentences:
        for time in times(sentence):
            start, end = sentence.start + time.start, sentence.start + time.end
            covered.append((start, end))
            said = _said(time, posted_at)
            if said is not None:
                found.append(Value(start, end, said[0], reading.text[start:end].strip(), said[1]))
    found.extend(_numbers(reading.text, covered))
    return found


def _said(time: TimeExpression, posted_at: datetime | None) -> tuple[Key, datetime | None] | None:
    moment = time.moment
    if moment is None:
        return None
    if time.kind is TimeKind.DURATION and moment.after_s is not None:
        return ("duration", moment.after_s), None
    if time.kind is TimeKind.CLOCK and moment.hour is not None:
        when = resolve(moment, posted_at or _SOME_DAY)
        if when is None:
            return None
        minute = when.astimezone(UTC).hour * 60 + when.astimezone(UTC).minute
        return (("half-day clock", minute % 720) if moment.half_day else ("clock", minute)), when
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
        yield Value(start, end, (kind, float(written.rstrip("%"))), (match.group() or "").strip())


def compared(reading: Reading, other: Reading, context: Context) -> Iterator[Pair]:
    """The values in which the two differ, those of a kind side by side in the order in which they stand."""
    here = values(reading, context.posted_at)
    there = values(other, context.other_posted_at or context.posted_at)
    for kind in _KINDS:
        ours = [value for value in here if value.key[0] in kind]
        theirs = [value for value in there if value.key[0] in kind]
        yield from zip_longest(
            (value for value in ours if not _among(value, theirs) and not _spelt(value, other)),
            (value for value in theirs if not _among(value, ours) and not _spelt(value, reading)),
        )


def in_zone(value: Value, context: Context) -> str:
    """A time of the other text as it is written, and in brackets as this text's readers would read it."""
    if value.at is None:
        return value.text
    local = value.at.astimezone(context.zone)
    here = f"{local:%H:%M}"
    return value.text if here in value.text else f"{value.text} ({here} {local.tzname()})"


def _among(value: Value, others: list[Value]) -> bool:
    return any(_same(value.key, other.key) for other in others)


def _same(one: Key, other: Key) -> bool:
    if one[0] == other[0]:
        return one[1] == other[1]
    return int(one[1]) % 720 == int(other[1]) % 720


def _spelt(value: Value, other: Reading) -> bool:
    """Whether the other text writes a small number out in words."""
    kind, number = value.key
    words = _SPELT[other.lang]
    if kind != "number" or number not in range(1, len(words) + 1):
        return False
    word = words[int(number) - 1]
    return pattern(rf"\b{word}\b" if word.isascii() else word).search(other.text) is not None

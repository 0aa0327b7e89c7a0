"""Finds every phrase of time in a Japanese sentence and gives its value, from 明朝9時 to 毎時0分."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from cockpit.domain.frozen import frozen
from cockpit.lint.ja.grammar import finding
from cockpit.lint.ja.values import Phrase, read_phrase
from cockpit.lint.ja.words import words
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.statement import Moment, TimeExpression, TimeKind

_EVENING_WORDS = words("今夜 今晩 今夕 明晩 明夜 昨夜 昨晩 夕方 夕刻 夜間 午後 の夜 の晩")
_NOT_A_TIME_AFTER = words(
    "も早 でも早 でも速 も速 目の 目に 目は 目、 目を 目が 目以 目か 目と 的 ぶり 分の 版 号",
)
"""What makes a number with a unit something else: 一日も早い, 24時間体制, 2日目, 3分の1, 10日ぶり."""
_NOT_A_LENGTH_AFTER = ("営業", "体制", "制")
"""24時間営業, 24時間体制."""
_COMPOUND_AFTER_DAY = ("バッチ", "処理", "休業", "割引", "便", "勤務", "ジョブ", "配達")
_NEXT_WORD_AFTER = {
    "で": words("す。 す、 すが すの すと すけ す) すか した して しょ あり ある あっ ござ"),
    "中": ("国", "央", "部", "小", "止", "断", "核"),
    "に": ("なり", "なる", "なっ", "なら", "至"),
}
_RANGE_MARKS = frozenset(("~", "〜", "-", "–", "—", "―", "ー", "→", "?"))
_HEX = frozenset("0123456789abcdefvV")
_JOINTS = frozenset(("", " ", "、", ",", "の", " の", "\n", "(", ")", ") "))


@frozen
class _Part:
    """A phrase in its place, before neighbours are joined; ``trail`` is what follows the value (頃に)."""

    start: int
    end: int
    kind: TimeKind
    moment: Moment | None
    trail: str
    has_clock: bool = False


@cache
def _finder() -> Pattern:
    return pattern(finding(), ignore_case=False)


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Every phrase of time in one NFKC sentence, in order, with its particle: spans in code points.

    A range (18時から19時まで) and a day with its hour (明日の15時) are one phrase; the value is the later end.
    """
    parts: list[_Part] = []
    for part in _parts(text):
        joined = _join(parts[-1], part, text) if parts else None
        if joined is None:
            parts.append(part)
        else:
            parts[-1] = joined
    return tuple(TimeExpression(part.start, part.end, part.kind, part.moment) for part in parts)


def _parts(text: str) -> list[_Part]:
    found = []
    for match in _finder().finditer(text):
        start, end = match.span()
        phrase = read_phrase(text[start:end])
        if phrase is not None and _stands(text, start, end, phrase):
            trail = phrase.fields.get("trail", "")
            part = _Part(start, end, phrase.kind, phrase.moment, trail, phrase.has_clock)
            found.append(_trimmed(text, part))
    return found


def _stands(text: str, start: int, end: int, phrase: Phrase) -> bool:
    """Whether the match is a time where it stands, and not a piece of another word (一時的, fd00:12::9, 1/3の)."""
    fields, trail = phrase.fields, phrase.fields.get("trail", "")
    first, after = text[start], text[end : end + 4]
    if after.startswith(_NOT_A_TIME_AFTER) or (text[end - 1] == "分" and after.startswith(("の1", "の一"))):
        return False
    if phrase.kind is TimeKind.DURATION and after.startswith(_NOT_A_LENGTH_AFTER):
        return False
    if first.isdigit() and first.isascii() and _glued(text[max(0, start - 2) : start]):
        return False
    if "colon" in fields and after[:1] in (":", ".") and after[1:2].isalnum():
        return False
    if fields.get("slashed", "").count("/") == 1 and trail == "" and after[:1] == "の":
        return False
    if fields.get("hour") == "一" and not (fields.keys() & {"part", "minute", "half"}):
        return False
    if fields.get("count") in ("十", "十二") and fields.get("unit") == "分":
        return trail not in ("", "に", "では", "には", "で")
    if fields.get("days") == "一" and phrase.kind is TimeKind.DATE:
        return trail != ""
    if "weekday" in fields and "曜" not in text[start:end]:
        return "week" in fields and after[:1] != "間"
    return not ("dayword" in fields and trail == "" and after.startswith(_COMPOUND_AFTER_DAY))


def _glued(before: str) -> bool:
    """Whether a number right after these characters belongs to a longer token (v2, 10.4, fd00:)."""
    last = before[-1:]
    if last in (".", "/", ":", "-", "#", "_"):
        return last in "#_" or before[0] in _HEX
    return last.isascii() and last.isalnum()


def _trimmed(text: str, part: _Part) -> _Part:
    """18時です ends before です, 本日中国地方で before 中国: the trail took the beginning of the next word."""
    after, last = text[part.end : part.end + 2], part.trail[-1:]
    if after.startswith(_NEXT_WORD_AFTER.get(last, ())) or (last, after) == ("で", "す"):
        part = replace(part, end=part.end - 1, trail=part.trail[:-1])
    spaces = len(text[part.start : part.end]) - len(text[part.start : part.end].rstrip())
    return replace(part, end=part.end - spaces) if spaces else part


def _join(first: _Part, second: _Part, text: str) -> _Part | None:
    """Two neighbours as one phrase: a range, or a day and its hour; None where they stand alone."""
    gap = text[first.end : second.start]
    if TimeKind.VAGUE in (first.kind, second.kind) or second.kind is TimeKind.INTERVAL:
        return None
    if first.kind is TimeKind.INTERVAL:
        daily = second.has_clock and gap == "" and text[first.start] == "毎"
        return replace(second, start=first.start) if daily else None
    both_long = first.kind is TimeKind.DURATION and second.kind is TimeKind.DURATION
    points = first.kind is not TimeKind.DURATION and second.kind is not TimeKind.DURATION
    bare_trail = first.trail in ("", "頃", "ごろ", "ころ")
    is_range = (gap.strip() in _RANGE_MARKS and bare_trail) or (
        first.trail.removeprefix("頃").removeprefix("ごろ") in ("から", "より") and gap.strip(" 、") == ""
    )
    if is_range and (points or both_long):
        return replace(
            second, start=first.start, moment=_filled(first.moment, second.moment), has_clock=second.has_clock
        )
    nested = points and not first.has_clock and first.trail in ("", "の", "中") and gap in _JOINTS
    if nested and (second.has_clock or first.kind is TimeKind.DAY) and _finer(first, second):
        return replace(second, start=first.start, moment=_combined(first, second, text))
    return None


def _finer(first: _Part, second: _Part) -> bool:
    """Whether the second names a smaller stretch than the first: 来週の月曜, 本日18時, but not 明日、来週."""
    if second.has_clock:
        return True
    return second.kind is TimeKind.DATE or (second.moment is None and first.moment is not None) or first.moment is None


def _filled(first: Moment | None, second: Moment | None) -> Moment | None:
    """A range's later end, with the date that only its beginning names."""
    if first is None or second is None or second.hour is None or second.day is not None:
        return second
    return replace(
        second, year=first.year, month=first.month, day=first.day, weekday=first.weekday,
        day_offset=second.day_offset if second.day_offset is not None else first.day_offset,
        zone=second.zone or first.zone,
    )  # fmt: skip


def _combined(first: _Part, second: _Part, text: str) -> Moment | None:
    """A day and the hour on it; 今夜 and 夕方 turn the hour to the afternoon."""
    day, clock = first.moment, second.moment
    if not second.has_clock:
        return clock if clock is not None and clock.day is not None else day
    if clock is None or clock.hour is None:
        return clock
    hour = clock.hour
    if any(word in text[first.start : first.end] for word in _EVENING_WORDS) and 1 <= hour < 12:
        hour += 12
    clock = replace(clock, hour=hour)
    return _filled(day, clock) if day is not None else clock

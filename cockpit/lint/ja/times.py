"""Finds every phrase of time in a Japanese sentence and gives its value, from 明朝9時 to 毎時0分."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from cockpit.lint.ja.grammar import DAYS, finding, reading
from cockpit.lint.ja.numerals import number
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.statement import Moment, TimeExpression, TimeKind

_SECONDS = {"秒": 1, "分": 60, "時間": 3600, "日": 86400, "週間": 604800, "営業日": 86400, "年": 31536000}
_MONTH_SECONDS = 30 * 86400
_WHOLE = {"半日": 43200, "半時間": 1800, "小一時間": 3600, "丸一日": 86400, "丸1日": 86400}
_ZONES = {"日本時間": "JST", "日本標準時": "JST", "協定世界時": "UTC", "世界標準時": "UTC", "現地時間": None}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_WEEKDAYS = "月火水木金土日"
_AFTERNOON = ("午後", "PM", "pm", "p.m.", "夕方", "夜")
_EVENING_WORDS = ("今夜", "今晩", "今夕", "明晩", "明夜", "昨夜", "昨晩", "夕方", "夕刻", "夜間", "午後")
_LENGTH_TRAILS = (
    "以内",
    "間",
    "後",
    "前",
    "ほど",
    "程度",
    "くらい",
    "ぐらい",
    "ごと",
    "毎",
    "おき",
    "以上",
    "で",
    "内",
    "近く",
    "余り",
)
_EVERY_TRAILS = ("ごと", "毎", "おき", "間隔")
_NOT_A_TIME_AFTER = (
    "も早",
    "でも早",
    "でも速",
    "も速",
    "体制",
    "目の",
    "目に",
    "目は",
    "目、",
    "目を",
    "目が",
    "目以",
    "目か",
    "目と",
    "的",
    "ぶり",
    "の一",
    "の1",
    "営業",
    "制",
    "分の",
    "版",
    "号",
    "分間の1",
)
_COMPOUND_AFTER_DAY = ("バッチ", "処理", "休業", "割引", "便", "勤務", "ジョブ", "配達")
_NEXT_WORD_AFTER = {
    "で": (
        "す。",
        "す、",
        "すが",
        "すの",
        "すと",
        "すけ",
        "す)",
        "すか",
        "した",
        "して",
        "しょ",
        "あり",
        "ある",
        "あっ",
        "ござ",
    ),
    "中": ("国", "央", "部", "小", "止", "断", "核"),
    "に": ("なり", "なる", "なっ", "なら", "至"),
}
_RANGE_MARKS = frozenset(("~", "〜", "-", "–", "—", "―", "ー", "→", "?"))
_HEX = frozenset("0123456789abcdefvV")
_JOINTS = frozenset(("", " ", "、", ",", "の", " の", "\n", "(", ")", ") "))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What one phrase says, wherever it stands. ``fields`` are the grammar's pieces by name."""

    kind: TimeKind
    moment: Moment | None
    fields: dict[str, str]
    has_clock: bool = False


@dataclass(frozen=True, slots=True)
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


@cache
def _reader() -> tuple[Pattern, dict[str, int]]:
    compiled = pattern(reading(), ignore_case=False)
    return compiled, compiled.groupindex


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
        phrase = _read(text[start:end])
        if phrase is not None and _stands(text, start, end, phrase):
            trail = phrase.fields.get("trail", "")
            part = _Part(start, end, phrase.kind, phrase.moment, trail, phrase.has_clock)
            found.append(_trimmed(text, part))
    return found


@lru_cache(maxsize=4096)
def _read(phrase: str) -> _Phrase | None:
    """The value of one phrase; None where its numbers make no time (25月, 99:99). Cached: a draft repeats its phrases."""
    reader, names = _reader()
    match = reader.match(phrase)
    if match is None:
        return None
    spans = ((name, match.span(index)) for name, index in names.items())
    fields = {name: phrase[start:end] for name, (start, end) in spans if start < end}
    trail = fields.get("trail", "")
    if "vague" in fields:
        return _Phrase(TimeKind.VAGUE, None, fields)
    if "per" in fields:
        return _Phrase(TimeKind.INTERVAL, Moment(every_s=_length(fields["per"], fields["per_unit"], "")), fields)
    if "every" in fields:
        return _Phrase(TimeKind.INTERVAL, _every(fields), fields)
    if "whole" in fields or "count" in fields or _counts_days(fields, trail):
        return _duration(fields, trail)
    if "hour" in fields or "colon" in fields:
        clock = _clock(fields)
        return None if clock is None else _Phrase(TimeKind.CLOCK, clock, fields, has_clock=True)
    if "dayword" in fields:
        return _Phrase(TimeKind.DAY, _day(fields["dayword"]), fields)
    if "weekday" in fields:
        return _Phrase(TimeKind.DAY, _weekday(fields), fields)
    date = _date(fields)
    return None if date is None else _Phrase(TimeKind.DATE, date, fields)


def _counts_days(fields: dict[str, str], trail: str) -> bool:
    days = fields.get("days")
    return days is not None and ("long" in fields or number(days) is None or trail.startswith(_LENGTH_TRAILS))


def _duration(fields: dict[str, str], trail: str) -> _Phrase:
    if "whole" in fields:
        seconds: int | None = _WHOLE[fields["whole"]]
    elif "count" in fields:
        seconds = _length(fields["count"], fields["unit"], fields.get("plus", ""))
    else:
        seconds = _length(fields["days"], "日", "")
    if trail.startswith(_EVERY_TRAILS):
        return _Phrase(TimeKind.INTERVAL, Moment(every_s=seconds) if seconds else None, fields)
    if seconds is None or trail.startswith("前"):
        return _Phrase(TimeKind.DURATION, None, fields)
    return _Phrase(TimeKind.DURATION, Moment(after_s=seconds), fields)


def _length(count: str, unit: str, plus: str) -> int | None:
    """Seconds of 二十分, 2~3時間 (the longest end), 1時間半, 1時間30分; None for 数時間."""
    value = None
    for mark in ("~", "〜", "・", "、", "-", "から", "ないし"):
        if mark in count:
            count = count.rpartition(mark)[2].strip()
    value = number(count)
    if value is None:
        return None
    each = _SECONDS.get(unit, _MONTH_SECONDS)
    extra = 0
    if plus == "半":
        extra = each // 2
    elif plus:
        extra = (number(plus.removesuffix("分")) or 0) * 60
    return value * each + extra


def _every(fields: dict[str, str]) -> Moment:
    word = fields["every"]
    if word in ("毎時", "毎正時", "正時ごと"):
        return Moment(minute_of_hour=int(fields.get("every_minute", "0")))
    return Moment(every_s=3600 if word == "時間ごと" else 86400)


def _clock(fields: dict[str, str]) -> Moment | None:
    if "colon" in fields:
        hour_text, minute_text = fields["colon"].split(":")
        hour, minute = int(hour_text), int(minute_text)
    else:
        read = number(fields["hour"])
        if read is None:
            return None
        hour, minute = read, 30 if "half" in fields else number(fields.get("minute", "0")) or 0
    if hour > 29 or minute > 59:
        return None
    half_day = fields.get("part") or fields.get("ampm") or ""
    if half_day in _AFTERNOON or fields.get("ampm", "") in _AFTERNOON:
        hour += 12 if hour < 12 else 0
    elif half_day in ("AM", "am", "a.m.", "午前") and hour == 12:
        hour = 0
    zone = fields.get("zone_before") or fields.get("zone_after")
    zone = _ZONES.get(zone, zone) if zone else None
    over = 1 if hour >= 24 else None
    return Moment(hour=hour % 24, minute=minute, day_offset=over, zone=zone)


def _date(fields: dict[str, str]) -> Moment | None:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    if "slashed" in fields:
        numbers = [int(piece) for piece in fields["slashed"].replace("-", "/").split("/")]
        year = numbers[0] if len(numbers) == 3 else None
        month, day = numbers[-2:]
    elif "months" in fields:
        return Moment() if (number(fields["months"]) or 99) <= 12 else None
    else:
        year = _year(fields.get("year"))
        month = number(fields["month"]) if "month" in fields else None
        day = number(fields.get("day") or fields.get("days", ""))
    if (month is not None and not 1 <= month <= 12) or day is None or not 1 <= day <= 31:
        return None
    return Moment(year=year, month=month, day=day)


def _year(text: str | None) -> int | None:
    if text is None or text.isdigit():
        return int(text) if text else None
    return _ERAS[text[:2]] + (1 if text[2:] == "元" else int(text[2:]))


def _day(word: str) -> Moment | None:
    if word == "正午":
        return Moment(hour=12)
    offset = DAYS.get(word)
    return None if offset is None else Moment(day_offset=offset)


def _weekday(fields: dict[str, str]) -> Moment:
    weeks = {"来週": 7, "翌週": 7, "再来週": 14}.get(fields.get("week", ""))
    return Moment(weekday=_WEEKDAYS.index(fields["weekday"]), day_offset=weeks)


def _stands(text: str, start: int, end: int, phrase: _Phrase) -> bool:
    """Whether the match is a time where it stands, and not a piece of another word (一時的, fd00:12::9, 1/3の)."""
    fields, trail = phrase.fields, phrase.fields.get("trail", "")
    first, before, after = text[start], text[max(0, start - 1) : start], text[end : end + 4]
    if after.startswith(_NOT_A_TIME_AFTER):
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

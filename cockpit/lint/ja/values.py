"""The value of one Japanese phrase of time: what its digits, kanji numerals, units and eras say."""

from __future__ import annotations

from functools import cache, lru_cache

from cockpit.domain.frozen import frozen
from cockpit.lint.ja.days import DAYS
from cockpit.lint.ja.grammar import reading
from cockpit.lint.ja.numerals import number
from cockpit.lint.ja.words import words
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.statement import Moment, TimeKind

_SECONDS = {"秒": 1, "分": 60, "時間": 3600, "日": 86400, "週間": 604800, "営業日": 86400}
_MONTH_SECONDS = 30 * 86400
_WHOLE = {"半日": 43200, "半時間": 1800, "小一時間": 3600, "丸一日": 86400, "丸1日": 86400}
_ZONES = {"日本時間": "JST", "日本標準時": "JST", "協定世界時": "UTC", "世界標準時": "UTC", "現地時間": None}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_WEEKDAYS = "月火水木金土日"
_AFTERNOON = ("午後", "PM", "pm", "p.m.", "夕方", "夜")
_MORNING = ("午前", "AM", "am", "a.m.")
_WEEKS = {"来週": 7, "翌週": 7, "次": 7, "再来週": 14}
_LENGTH_TRAILS = words("以内 間 後 前 ほど 程度 くらい ぐらい ごと 毎 おき 以上 で 内 近く 余り かけて")
_EVERY_TRAILS = ("ごと", "毎", "おき", "間隔")
_LAST_HOUR = 29
"""Posts count the small hours on from 24 (深夜25時)."""


@frozen
class Phrase:
    """What one phrase says, wherever it stands. ``fields`` are the grammar's pieces by name."""

    kind: TimeKind
    moment: Moment | None
    fields: dict[str, str]
    has_clock: bool = False


@cache
def _reader() -> tuple[Pattern, dict[str, int]]:
    compiled = pattern(reading(), ignore_case=False)
    return compiled, compiled.groupindex


@lru_cache(maxsize=4096)
def read_phrase(phrase: str) -> Phrase | None:
    """The value of one phrase; None where its numbers make no time (25月, 99:99). Cached: a draft repeats them."""
    reader, names = _reader()
    match = reader.match(phrase)
    if match is None:
        return None
    spans = ((name, match.span(index)) for name, index in names.items())
    fields = {name: phrase[start:end] for name, (start, end) in spans if start < end}
    trail = fields.get("trail", "")
    if "vague" in fields:
        return Phrase(TimeKind.VAGUE, None, fields)
    if "per" in fields:
        return Phrase(TimeKind.INTERVAL, Moment(every_s=_length(fields["per"], fields["per_unit"], "")), fields)
    if "every" in fields:
        return Phrase(TimeKind.INTERVAL, _every(fields), fields)
    if "whole" in fields or "count" in fields or _counts_days(fields, trail):
        return _duration(fields, trail)
    if "hour" in fields or "colon" in fields:
        clock = _clock(fields)
        return None if clock is None else Phrase(TimeKind.CLOCK, clock, fields, has_clock=True)
    if fields.get("dayword") == "正午":
        return Phrase(TimeKind.CLOCK, Moment(hour=12), fields, has_clock=True)
    if "dayword" in fields:
        return Phrase(TimeKind.DAY, _day(fields["dayword"]), fields)
    if "weekday" in fields:
        return Phrase(TimeKind.DAY, _weekday(fields), fields)
    date = _date(fields)
    return None if date is None else Phrase(TimeKind.DATE, date, fields)


def _counts_days(fields: dict[str, str], trail: str) -> bool:
    days = fields.get("days")
    return days is not None and ("long" in fields or number(days) is None or trail.startswith(_LENGTH_TRAILS))


def _duration(fields: dict[str, str], trail: str) -> Phrase:
    if "whole" in fields:
        seconds: int | None = _WHOLE[fields["whole"]]
    elif "count" in fields:
        seconds = _length(fields["count"], fields["unit"], fields.get("plus", ""))
    else:
        seconds = _length(fields["days"], "日", "")
    if trail.startswith(_EVERY_TRAILS):
        return Phrase(TimeKind.INTERVAL, Moment(every_s=seconds) if seconds else None, fields)
    if seconds is None or trail.startswith("前"):
        return Phrase(TimeKind.DURATION, None, fields)
    return Phrase(TimeKind.DURATION, Moment(after_s=seconds), fields)


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
    if hour > _LAST_HOUR or minute > 59:
        return None
    half_day = fields.get("part") or fields.get("ampm") or ""
    if half_day in _AFTERNOON or fields.get("ampm", "") in _AFTERNOON:
        hour += 12 if hour < 12 else 0
    elif half_day in _MORNING and hour == 12:
        hour = 0
    zone = fields.get("zone_before") or fields.get("zone_after")
    zone = _ZONES.get(zone, zone) if zone else None
    over = 1 if fields.get("part") == "翌" else None
    return Moment(hour=hour, minute=minute, day_offset=over, zone=zone)


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
    offset = DAYS.get(word)
    return None if offset is None else Moment(day_offset=offset)


def _weekday(fields: dict[str, str]) -> Moment:
    weeks = _WEEKS.get(fields.get("week", ""))
    return Moment(weekday=_WEEKDAYS.index(fields["weekday"]), day_offset=weeks)

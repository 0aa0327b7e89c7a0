"""The value of one match of the English time grammar: its kind and its moment, or that it is no time after all."""

from __future__ import annotations

from cockpit.lint.en.grammar import LOOSE, MONTHS, NUMBERS, UNITS, WEEKDAYS
from cockpit.lint.statement import Moment, TimeKind

Fields = dict[str, str]
"""The named groups of a match that took part."""

_PARTS = {
    "morning": 12,
    "noon": 12,
    "midday": 12,
    "lunchtime": 13,
    "teatime": 17,
    "lunch": 13,
    "light": 7,
    "dawn": 7,
    "sunrise": 7,
    "dusk": 20,
    "nightfall": 20,
    "sunset": 20,
    "daybreak": 7,
    "afternoon": 18,
    "evening": 22,
    "night": 24,
    "tonight": 24,
}
"""The hour by which a part of a day is over."""
_RELATIVE = {"today": 0, "tonight": 0, "tonite": 0, "overnight": 1, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_LIMITS = ("within", "inside", "in ", "next", "coming", "over ", "another ", "matter of", "following", "space of")
_POINTING = (
    "the", "next", "this", "coming", "following", "upcoming", "another", "additional", "further", "extra",
    "last", "past",
    "previous",
)  # fmt: skip
_LEADS_TO_CLOCK = ("at", "by", "around", "before", "until", "till", "from", "after", "since", "about")


def value(fields: Fields, before: str) -> tuple[TimeKind, Moment | None] | None:
    """What the match says, or None where it is no time; ``before`` is the text just before it."""
    lead = fields.get("lead", "").casefold()
    if "bare" in fields:
        clock = 0 < _number(fields["bare"]) <= 12 and lead.strip().endswith(_LEADS_TO_CLOCK)
        return (TimeKind.CLOCK, _hour_only(_number(fields["bare"]), fields.get("bzone"))) if clock else None
    if "every" in fields:
        return TimeKind.INTERVAL, _every(fields)
    if "vague" in fields:
        return TimeKind.VAGUE, None
    if fields.keys() & {"hm", "dotted", "h12", "military", "hzone", "past", "oclock", "noon", "hour_mark"}:
        return _clock(fields, lead)
    if fields.keys() & {"iso", "md_month", "dm_month", "slash", "nth", "month", "quarter"}:
        return _date(fields, lead)
    if fields.keys() & {"weekday", "relative", "part", "close", "span", "later"}:
        return _day(fields, lead)
    return _duration(fields, lead, before)


def _clock(fields: Fields, lead: str) -> tuple[TimeKind, Moment | None] | None:
    zone = fields.get("zone") or fields.get("mzone") or fields.get("zone12")
    half = (fields.get("ap") or fields.get("ap2") or fields.get("ap3") or "").casefold()[:1]
    if "hour_mark" in fields:
        minute = 30 if "bottom" in fields["hour_mark"].casefold() or "half" in fields["hour_mark"].casefold() else 0
        return TimeKind.CLOCK, Moment(minute_of_hour=minute)
    if "noon" in fields:
        return TimeKind.CLOCK, Moment(hour=24 if fields["noon"].casefold() == "midnight" else 12, zone=zone)
    if "past" in fields:
        return TimeKind.CLOCK, _past(fields, zone)
    if "oclock" in fields:
        return TimeKind.CLOCK, _hour_only(_number(fields["oclock"]), zone)
    digits = fields.get("hm") or fields.get("dotted") or fields.get("military") or fields.get("h12") or fields["hzone"]
    if "h" in digits.casefold() and not zone and not lead.strip().endswith(_LEADS_TO_CLOCK):
        hours, minutes = digits.casefold().split("h")
        return TimeKind.DURATION, Moment(after_s=int(hours) * 3600 + int(minutes) * 60)
    if "military" in fields:
        hour, minute = int(digits[:2]), int(digits[2:])
    else:
        parts = digits.casefold().replace("h", ":").replace(".", ":").split(":")
        hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    open_half = not half and not zone and not digits.startswith("0") and 0 < hour <= 12 and "hm" in fields
    return TimeKind.CLOCK, Moment(hour=hour, minute=minute, half_day=open_half, zone=zone)


def _hour_only(hour: int, zone: str | None) -> Moment:
    return Moment(hour=hour, half_day=0 < hour <= 12 and zone is None, zone=zone)


def _past(fields: Fields, zone: str | None) -> Moment:
    hour = _number(fields["past_hour"])
    words = fields["past"].casefold().removesuffix(" minutes")
    amount, _, way = words.replace(" minutes", "").rpartition(" ")
    minute = {"half": 30, "quarter": 15}.get(amount) or _number(amount)
    if way == "to":
        hour, minute = (hour - 1) % 24, 60 - minute
    return Moment(hour=hour, minute=minute % 60, half_day=0 < hour <= 12 and zone is None, zone=zone)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBERS.get(text.casefold(), 20)


def _date(fields: Fields, lead: str) -> tuple[TimeKind, Moment | None] | None:
    if "iso" in fields:
        year, month, day = (int(part) for part in fields["iso"].replace("/", "-").replace(".", "-").split("-"))
        return _calendar(year, month, day)
    if "slash" in fields:
        parts = [int(part) for part in fields["slash"].split("/")]
        if len(parts) == 2 and not lead:
            return None
        year3 = parts[2] if len(parts) == 3 else None
        return _calendar(year3 + 2000 if year3 is not None and year3 < 100 else year3, parts[0], parts[1])
    if "nth" in fields:
        day = int(fields["nth"][:-2])
        return (TimeKind.DATE, Moment(day=day)) if "the " in lead and 1 <= day <= 31 else None
    if "month" in fields or "quarter" in fields:
        return TimeKind.DATE, None
    name = fields.get("md_month") or fields["dm_month"]
    if name.casefold() == "may" and name.islower():
        return None
    day = int("".join(char for char in (fields.get("md_day") or fields["dm_day"]) if char.isdigit()))
    year_text = fields.get("md_year") or fields.get("dm_year")
    return _calendar(int(year_text[-4:]) if year_text else None, MONTHS.index(name[:3].casefold()) + 1, day)


def _calendar(year: int | None, month: int, day: int) -> tuple[TimeKind, Moment | None] | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return TimeKind.DATE, Moment(year=year, month=month, day=day)


def _day(fields: Fields, lead: str) -> tuple[TimeKind, Moment | None] | None:
    if "weekday" in fields:
        name = fields["weekday"]
        if len(name) < 6 and not name[0].isupper():
            return None
        part = fields.get("weekday_part", "").casefold()
        past = "last" in lead or "past" in lead
        return TimeKind.DAY, None if past else Moment(
            weekday=WEEKDAYS.index(name[:3].casefold()), hour=_PARTS.get(part)
        )
    if "relative" in fields:
        word = fields["relative"].casefold()
        part = fields.get("relative_part", "").casefold()
        return TimeKind.DAY, Moment(day_offset=_RELATIVE[word], hour=_PARTS.get(part) or _PARTS.get(word))
    if "part" in fields:
        word = fields["part"].casefold().removesuffix(" hours").rpartition(" ")[2].removeprefix("mid-")
        if not fields.get("this_part") and not any(
            part in lead for part in ("this ", "the ", "by", "at ", "around", "before")
        ):
            return None
        return TimeKind.DAY, Moment(day_offset=0, hour=_PARTS.get(word))
    if "close" in fields:
        text = fields["close"].casefold()
        today = text in ("eod", "eob", "cob", "day's end") or text.endswith(("day", "business", "play", "shift"))
        return TimeKind.DAY, Moment(day_offset=0) if today else None
    if "later" in fields:
        text = fields["later"].casefold()
        return TimeKind.DAY, Moment(day_offset=0) if "today" in text or "this" in text or "tonight" in text else None
    span = fields["span"].casefold()
    if span.startswith("the ") and span.count(" ") == 1 and not lead:
        return None
    return TimeKind.DAY, None


def _every(fields: Fields) -> Moment | None:
    text = fields["every"].casefold()
    if "top of" in text or "bottom of" in text:
        return Moment(minute_of_hour=30 if "bottom" in text else 0)
    if "half" in text:
        return Moment(every_s=1800)
    if "dash_count" in fields:
        return Moment(every_s=int(fields["dash_count"]) * _seconds(fields["dash_unit"]))
    if "per_unit" in fields:
        return Moment(every_s=_seconds(fields["per_unit"]) // (2 if text.startswith("twice") else 1))
    if "every_unit" in fields:
        count = _amount(fields["every_count"]) if "every_count" in fields else 1.0
        return Moment(every_s=int(count * _seconds(fields["every_unit"])))
    return Moment(every_s={"hourly": 3600, "weekly": 604800}.get(text, 86400))


def _duration(fields: Fields, lead: str, before: str) -> tuple[TimeKind, Moment | None] | None:
    if "loose" in fields:
        return _unit_alone(fields["loose"].casefold(), lead.strip())
    if "quarters" in fields:
        return TimeKind.DURATION, _later(2700 if fields["quarters"].casefold().startswith("three") else 900, fields)
    if "half_again" in fields:
        count_text, unit = fields["half_again"].casefold().split(" hour")[0], "hour"
        return TimeKind.DURATION, _later((_amount(count_text) + 0.5) * _seconds(unit), fields)
    if "and_half" in fields:
        count_text, _, unit = fields["and_half"].casefold().partition(" and a half ")
        return TimeKind.DURATION, _later((_amount(count_text) + 0.5) * _seconds(unit), fields)
    if "or_two" in fields:
        return TimeKind.DURATION, _later(2 * _seconds(fields["or_unit"]), fields)
    if "sunit" in fields:
        unit = fields["sunit"]
        if unit.casefold() in ("s", "m", "d") and not lead and not _labelled(before):
            return None
        seconds = float(fields["scount"]) * _seconds(unit)
        seconds += 60 * int(fields["splus"]) if "splus" in fields else 0
        return TimeKind.DURATION, _later(seconds, fields)
    seconds = _amount(fields["count"]) * _seconds(fields["unit"])
    if "plus" in fields:
        seconds += int(fields["plus"]) * _seconds(fields["plus_unit"])
    return TimeKind.DURATION, _later(seconds, fields)


def _unit_alone(unit: str, lead: str) -> tuple[TimeKind, Moment | None] | None:
    """A unit without a number: within the hour, the coming days, next week, the end of the day, on the hour."""
    if lead in ("on the", "on every", "at the"):
        return (TimeKind.CLOCK, Moment(minute_of_hour=0)) if unit == "hour" and lead != "at the" else None
    if unit.endswith("s"):
        return (TimeKind.DURATION, None) if any(word in f"{lead} " for word in _LIMITS) else None
    if "end of" in lead or "close of" in lead:
        named = unit.endswith(("day", "shift")) and "next" not in lead
        return TimeKind.DAY, Moment(day_offset=0) if named else None
    last = lead.rpartition(" ")[2]
    if last not in _POINTING or (last == "the" and lead == "the"):
        return None
    if unit in ("hour", "minute"):
        return TimeKind.DURATION, Moment(after_s=_seconds(unit))
    return TimeKind.DAY, None


def _labelled(before: str) -> bool:
    return (
        before.casefold().rstrip(" :=~(-").endswith(("eta", "etr", "is", "needs", "need", "takes", "take", "duration"))
    )


def _later(seconds: float, fields: Fields) -> Moment | None:
    """The moment so many seconds on; None for one that lies behind us."""
    return None if " ago" in fields.get("after", "") else Moment(after_s=int(seconds))


def _amount(text: str) -> float:
    text = text.casefold().strip(" -")
    if text in LOOSE:
        return LOOSE[text]
    if text in NUMBERS:
        return NUMBERS[text]
    return float(text.replace(",", "."))


def _seconds(unit: str) -> int:
    unit = unit.casefold()
    if unit.startswith("mo"):
        return UNITS["o"]
    if unit.startswith(("business", "working", "calendar")):
        return UNITS["d"]
    return UNITS[unit[0]]

"""Turns what a text says of a time into a datetime, once it is known when the post goes out."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from cockpit.lint.statement import Moment
from cockpit.lint.zones import zone_of

_JUST_NOW = timedelta(hours=6)
"""A time of today that lies this long before posting is still meant as today's, not tomorrow's."""
_AROUND_MIDNIGHT = timedelta(hours=1)
"""The same for a time of yesterday."""
_EARLY = 7
""""By 5 tomorrow" means the afternoon: hours before this one aren't office hours."""
_END_OF_DAY = (23, 59)
"""What a day without an hour promises at the latest."""


def resolve(moment: Moment, posted_at: datetime) -> datetime | None:
    """The aware datetime that ``moment`` names in a text posted at ``posted_at`` (aware); None when none can be told.

    A time without a zone is in ``posted_at``'s; without a day, the nearest that makes sense, mostly the next one.
    """
    try:
        return _resolve(moment, posted_at)
    except (ValueError, OverflowError):
        return None


def _resolve(moment: Moment, posted_at: datetime) -> datetime | None:
    if moment.after_s is not None:
        return posted_at + timedelta(seconds=moment.after_s)
    zone = zone_of(moment.zone) if moment.zone is not None else posted_at.tzinfo
    if zone is None:
        return None
    here = posted_at.astimezone(zone)
    if moment.minute_of_hour is not None:
        return _next_minute(moment.minute_of_hour, here)
    if _names_a_day(moment):
        day = _day(moment, here)
        if day is None:
            return None
        hour, minute = (moment.hour, moment.minute) if moment.hour is not None else _END_OF_DAY
        if moment.half_day and hour < _EARLY:
            hour += 12
        found = _at(day, hour, minute, zone)
        if _only_weekday(moment) and found < here:
            found = _at(day + timedelta(days=7), hour, minute, zone)
        return found
    if moment.hour is not None:
        return _clock(moment, here, zone)
    if moment.every_s is not None:
        return posted_at + timedelta(seconds=moment.every_s)
    return None


def _names_a_day(moment: Moment) -> bool:
    return any(value is not None for value in (moment.month, moment.day, moment.weekday, moment.day_offset))


def _only_weekday(moment: Moment) -> bool:
    return moment.weekday is not None and moment.day is None and moment.day_offset is None


def _at(day: datetime, hour: int, minute: int, zone: tzinfo) -> datetime:
    """``hour`` may pass 23: 25:00 is one o'clock of the next day."""
    days, hour = divmod(hour, 24)
    day = day + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def _next_minute(minute: int, here: datetime) -> datetime:
    found = here.replace(minute=minute, second=0, microsecond=0)
    return found if found > here else found + timedelta(hours=1)


def _day(moment: Moment, here: datetime) -> datetime | None:
    """Midnight-ish of the day named; None for a day that no calendar has."""
    if moment.day is not None and moment.month is not None:
        return _date(moment, here)
    if moment.day_offset is not None:
        day = here + timedelta(days=moment.day_offset)
        if moment.weekday is not None:
            # The weekday of the week that lies so far ahead, which begins on Monday (来週月曜).
            day += timedelta(days=moment.weekday - day.weekday())
        return day
    if moment.day is not None:
        return _day_of_month(moment.day, here)
    if moment.weekday is not None:
        return here + timedelta(days=(moment.weekday - here.weekday()) % 7)
    return None


def _date(moment: Moment, here: datetime) -> datetime | None:
    """The date named; without a year the nearest one."""
    assert moment.month is not None
    assert moment.day is not None
    if moment.year is not None:
        return here.replace(year=moment.year, month=moment.month, day=moment.day)
    found = []
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            found.append(here.replace(year=year, month=moment.month, day=moment.day))
        except ValueError:
            continue
    return min(found, key=lambda day: abs(day - here), default=None)


def _day_of_month(day: int, here: datetime) -> datetime | None:
    """The next such day of a month, today included."""
    for months in range(3):
        month = here.month - 1 + months
        try:
            found = here.replace(year=here.year + month // 12, month=month % 12 + 1, day=day)
        except ValueError:
            continue
        if found >= here:
            return found
    return None


def _clock(moment: Moment, here: datetime, zone: tzinfo) -> datetime:
    """A time of day alone: today's, unless it is long over; yesterday's only around midnight."""
    assert moment.hour is not None
    hours = [moment.hour] if not moment.half_day else [moment.hour % 12, moment.hour % 12 + 12]
    candidates = [_at(here + timedelta(days=days), hour, moment.minute, zone) for days in (-1, 0, 1) for hour in hours]
    for found in sorted(candidates):
        grace = _AROUND_MIDNIGHT if moment.half_day or found.date() < here.date() else _JUST_NOW
        if found >= here - grace:
            return found
    return max(candidates)

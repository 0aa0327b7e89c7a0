"""Zones as posts write them: JST, PT, UTC+9, +09:00, Pacific Time, Europe/London."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cockpit.lint.patterns import pattern

FIXED = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2,
    "EEST": 3, "SAST": 2, "MSK": 3, "TRT": 3, "GST": 4, "PKT": 5, "IST": 5.5, "WIB": 7, "ICT": 7, "SGT": 8, "HKT": 8,
    "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10, "ACST": 9.5, "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3,
    "ART": -3, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Abbreviations that name one offset, in hours; where one names several (IST, CST) the commonest on status pages."""

REGIONAL = {
    "PT": "America/Los_Angeles", "PACIFIC": "America/Los_Angeles", "MT": "America/Denver", "MOUNTAIN": "America/Denver",
    "CT": "America/Chicago", "CENTRAL": "America/Chicago", "ET": "America/New_York", "EASTERN": "America/New_York",
    "UK": "Europe/London", "AET": "Australia/Sydney",
}  # fmt: skip
"""Names that hold all year: which offset they mean depends on the day."""


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo | None:
    """The zone called ``name`` (an abbreviation, an offset, an IANA name); None when there is none."""
    words = name.strip().strip("()").upper().split()
    key = words[0] if words else ""
    if len(words) > 1 and words[1] in ("STANDARD", "DAYLIGHT"):
        key = key[0] + words[1][0] + "T"
    if key in REGIONAL:
        return ZoneInfo(REGIONAL[key])
    if key in FIXED:
        return timezone(timedelta(hours=FIXED[key]), key)
    offset = pattern(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?").fullmatch(name.strip().strip("()"))
    if offset is not None:
        hours, minutes = int(offset.group(2) or 0), int(offset.group(3) or 0)
        if hours <= 14 and minutes < 60:
            sign = -1 if offset.group(1) == "-" else 1
            return timezone(sign * timedelta(hours=hours, minutes=minutes))
        return None
    if "/" in name:
        try:
            return ZoneInfo(name.strip().strip("()"))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
    return None

"""Since when a customer says it is so, read out of their words: "since 14:02", "since about 2 pm", 14時半ごろから."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from cockpit.domain.time_input import BadTime, latest

_ABOUT = r"(?:(?:about|around|roughly|approx\.?|~)\s*)?"
# Compiled when words are first read, not when a program starts that may read none.
_ENGLISH = (
    rf"\bsince\s+{_ABOUT}(?P<hour>\d{{1,2}})"
    r"(?:[:.](?P<minute>\d{2})(?:\s?(?P<half>[ap])\.?m\b)?|\s?(?P<half_alone>[ap])\.?m\b|\s?o'?clock\b)"
)
_JAPANESE = (
    r"(?P<half>午前|午後)?(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|時(?:(?P<minutes>\d{1,2})分|(?P<thirty>半))?)"
    r"(?:頃|ごろ|ころ|くらい|ぐらい|過ぎ|すぎ)?(?:から|より|以降)"
)
_AGO = (
    r"\bsince\s+(?P<count>\d{1,3})\s*(?P<unit>min|h)[a-z]*\.?(?:\s+ago)?\b"
    r"|\bfor the (?:last|past)\s+(?P<count2>\d{1,3})\s*(?P<unit2>min|h)"
    r"|\b(?P<count3>\d{1,3})\s*(?P<unit3>min|h)[a-z]*\s+ago\b"
    r"|(?P<count4>\d{1,3})(?P<unit4>分|時間)(?:ほど|くらい|ぐらい)?前(?:から|より|以降)"
)


def since(words: str, now: datetime) -> datetime | None:
    """When it began as ``words`` say it, or None; ``now`` is aware, in the zone in which the customer's times are.

    What has begun has begun: a later time of the day was yesterday's. Half-width and full-width are read alike.
    """
    text = unicodedata.normalize("NFKC", words)
    for pattern in (_ENGLISH, _JAPANESE):
        if match := re.search(pattern, text, re.IGNORECASE):
            return _clock(match.groupdict(), now)
    if match := re.search(_AGO, text, re.IGNORECASE):
        parts = match.groupdict()
        at = next(end for end in ("", "2", "3", "4") if parts[f"count{end}"])
        count, unit = int(parts[f"count{at}"]), parts[f"unit{at}"].casefold()
        return now - (timedelta(minutes=count) if unit in ("min", "分") else timedelta(hours=count))
    return None


def _clock(parts: dict[str, str | None], now: datetime) -> datetime | None:
    hour = int(parts["hour"] or 0)
    minute = 30 if parts.get("thirty") else int(parts["minute"] or parts.get("minutes") or 0)
    half = (parts["half"] or parts.get("half_alone") or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in ("p", "午後") else 0)
    try:
        return latest(hour, minute, now)
    except BadTime:
        return None

"""Times as a person types them: ``HH:MM``, minutes ago, or ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, time, timedelta

from cockpit.domain.wording import Wording, say

_CLOCK = re.compile(r"(\d{1,2}):?(\d{2})")
_AGO = re.compile(r"-(\d{1,3})\s*(?:m|min|分)?")

EXPECTED = say("write a time as 14:05, -3 (minutes ago) or 2026-11-23T14:05+00:00")


class BadTime(ValueError):
    """What was typed isn't a time; ``why`` says what to type."""

    def __init__(self, why: Wording = EXPECTED) -> None:
        super().__init__(str(why))
        self.why = why


def read_time(text: str, now: datetime) -> datetime:
    """The aware time that ``text`` means at ``now`` (aware, in the user's zone); "" and "now" are now.

    ``HH:MM`` is the latest past or present one. Raises BadTime.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if text.casefold() in ("", "now", "今"):
        return now
    if ago := _AGO.fullmatch(text):
        return now - timedelta(minutes=int(ago[1]))
    if clock := _CLOCK.fullmatch(text):
        return latest(int(clock[1]), int(clock[2]), now)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadTime from None
    return at if at.tzinfo else at.replace(tzinfo=now.tzinfo)


def latest(hour: int, minute: int, now: datetime) -> datetime:
    """The latest past or present ``hour``:``minute`` in the zone of ``now`` (aware); raises BadTime for none."""
    if hour > 23 or minute > 59:
        raise BadTime
    at = datetime.combine(now.date(), time(hour, minute), now.tzinfo)
    return at if at <= now else at - timedelta(days=1)

"""Customer reports: what is kept of each, whose they are, and when they have waited too long to be relayed."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from enum import StrEnum

from cockpit.domain.frozen import frozen


class Via(StrEnum):
    """How a report came in."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    OTHER = "other"


@frozen
class NewReport:
    """A report as it comes in. ``since`` is when the customer says it began; (source, external_id) names it once."""

    text: str
    customer: str
    via: Via
    component: str = ""
    region: str = ""
    since: datetime | None = None
    contact: str = ""
    premium: bool = False
    source: str = ""
    external_id: str = ""
    received_at: datetime | None = None
    """None: now."""
    symptom: str = ""
    """What a person says it is a case of; "": grouped by its words (`grouping`)."""


@frozen
class Report:
    """A logged report; times are aware UTC."""

    id: str
    incident: str
    text: str
    customer: str
    via: Via
    component: str
    region: str
    since: datetime | None
    contact: str
    premium: bool
    received_at: datetime
    relayed_at: datetime | None = None
    replied_at: datetime | None = None
    symptom: str = ""


def folded(text: str) -> str:
    """Text as it is searched and compared: width and case don't matter (NFKC, case-folded)."""
    return unicodedata.normalize("NFKC", text).casefold()


def customer_key(name: str) -> str:
    """The name under which reports of one customer are counted together: case, width and spacing don't matter."""
    return " ".join(folded(name).split())


def waiting_too_long(oldest_waiting: datetime | None, now: datetime, relay_s: int) -> bool:
    """Whether a report has waited to be relayed longer than ``relay_s`` seconds."""
    return oldest_waiting is not None and now - oldest_waiting > timedelta(seconds=relay_s)

"""Customer reports, counted honestly: distinct customers beside reports, and what the IC has not been told yet."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Via(StrEnum):
    """How a report came in."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Summary:
    """What a set of reports amounts to; a count is never a verdict about scope."""

    reports: int
    customers: int
    premium: tuple[str, ...]
    by_via: tuple[tuple[str, int], ...]
    by_component: tuple[tuple[str, int], ...]
    by_region: tuple[tuple[str, int], ...]
    since: datetime | None
    """The earliest time a customer gave for the beginning."""
    first_at: datetime | None
    latest_at: datetime | None
    words: tuple[str, ...]
    """What they say, the most frequent wording first."""


def folded(text: str) -> str:
    """Text as it is searched and compared: width and case don't matter (NFKC, case-folded)."""
    return unicodedata.normalize("NFKC", text).casefold()


def customer_key(name: str) -> str:
    """The name under which reports of one customer are counted together: case, width and spacing don't matter."""
    return " ".join(folded(name).split())


def _ranked(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(value for value in values if value).most_common())


def summarise(reports: Sequence[Report]) -> Summary:
    """The counts of ``reports``, in any order."""
    premium = {customer_key(r.customer): r.customer for r in reversed(reports) if r.premium}
    received = [report.received_at for report in reports]
    words = Counter(" ".join(report.text.split()).rstrip(".。!！") for report in reports)
    return Summary(
        reports=len(reports),
        customers=len({customer_key(r.customer) for r in reports}),
        premium=tuple(premium[key] for key in sorted(premium)),
        by_via=_ranked(r.via.value for r in reports),
        by_component=_ranked(r.component for r in reports),
        by_region=_ranked(r.region for r in reports),
        since=min((r.since for r in reports if r.since), default=None),
        first_at=min(received, default=None),
        latest_at=max(received, default=None),
        words=tuple(word for word, _ in words.most_common(3)),
    )


def waiting_too_long(oldest_waiting: datetime | None, now: datetime, relay_s: int) -> bool:
    """Whether a report has waited to be relayed longer than ``relay_s`` seconds."""
    return oldest_waiting is not None and now - oldest_waiting > timedelta(seconds=relay_s)

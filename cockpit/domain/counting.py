"""What customers say, counted honestly: customers beside reports, and no number that passes for a verdict on scope."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple, Protocol

from cockpit.domain.frozen import frozen
from cockpit.domain.grouping import groups
from cockpit.domain.reports import Via, customer_key, folded

BAR_S = 300
"""How long each bar of the last hour is."""
_BARS = 12
_LATELY_S = 600
_AS_LOGGED: Mapping[str, str] = {}


class Said(Protocol):
    """A report, as far as it is counted."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def text(self) -> str:
        """The customer's words."""

    @property
    def symptom(self) -> str:
        """What a person says it is a case of, or ""."""

    @property
    def customer(self) -> str:
        """Who says it."""

    @property
    def via(self) -> Via:
        """How it came in."""

    @property
    def component(self) -> str:
        """What it is about."""

    @property
    def region(self) -> str:
        """Where."""

    @property
    def premium(self) -> bool:
        """Whether the customer has a special support contract."""

    @property
    def received_at(self) -> datetime:
        """When it came in."""


class Heard(NamedTuple):
    """A report with nothing but what is counted: a hundred thousand of them are read in a moment."""

    id: str
    text: str
    symptom: str
    customer: str
    via: Via
    component: str
    region: str
    premium: bool
    received_at: datetime


@frozen
class Count:
    """So many reports, of so many customers."""

    reports: int
    customers: int


@frozen
class Symptom:
    """A group of reports that say the same; ``by_hand`` where a person named it."""

    name: str
    by_hand: bool
    ids: tuple[str, ...]
    count: Count
    first_at: datetime
    latest_at: datetime


@frozen
class Counted:
    """What a set of reports amounts to. Each breakdown has the largest first and leaves out what nobody named."""

    total: Count
    symptoms: tuple[Symptom, ...]
    components: tuple[tuple[str, Count], ...]
    regions: tuple[tuple[str, Count], ...]
    vias: tuple[tuple[Via, Count], ...]
    premium: Count
    first_at: datetime | None
    latest_at: datetime | None
    lately: Count
    """Of the last 10 minutes."""
    before: Count
    """Of the 10 minutes before those."""
    bars: tuple[int, ...]
    """Reports of the last hour, so many in each `BAR_S`, the earliest first."""


def count(reports: Sequence[Said], now: datetime, names: Mapping[str, str] = _AS_LOGGED) -> Counted:
    """The counts of ``reports``, in any order, as of ``now``.

    ``names`` are what components and regions are called here, by the (folded) spellings that they are logged under.
    """
    customers = [customer_key(report.customer) for report in reports]
    received = [report.received_at for report in reports]

    def counted(positions: Sequence[int]) -> Count:
        return Count(len(positions), len({customers[at] for at in positions}))

    def broken_down(values: Iterable[str]) -> tuple[tuple[str, Count], ...]:
        found: dict[str, list[int]] = defaultdict(list)
        spelt: dict[str, str] = {}
        fold = cache(folded)
        for at, value in enumerate(values):
            if value:
                name = names.get(fold(value), value)
                found[fold(name)].append(at)
                spelt.setdefault(fold(name), name)
        return tuple((spelt[key], counted(found[key])) for key in sorted(found, key=lambda key: -len(found[key])))

    def between(longest_s: float, shortest_s: float) -> Sequence[int]:
        since, until = now - timedelta(seconds=longest_s), now - timedelta(seconds=shortest_s)
        return [at for at, time in enumerate(received) if since < time <= until]

    def symptom(name: str, members: Sequence[int], by_hand: bool) -> Symptom:
        times = [received[at] for at in members]
        ids = tuple(reports[at].id for at in members)
        return Symptom(name, by_hand, ids, counted(members), min(times), max(times))

    grouped = groups([report.text for report in reports], [report.symptom for report in reports])
    ages = Counter(int((now - at).total_seconds() // BAR_S) for at in received if at <= now)
    return Counted(
        total=counted(range(len(reports))),
        symptoms=tuple(symptom(group.name, group.members, group.by_hand) for group in grouped),
        components=broken_down(report.component for report in reports),
        regions=broken_down(report.region for report in reports),
        vias=tuple((Via(name), each) for name, each in broken_down(report.via.value for report in reports)),
        premium=counted([at for at, report in enumerate(reports) if report.premium]),
        first_at=min(received, default=None),
        latest_at=max(received, default=None),
        lately=counted(between(_LATELY_S, 0)),
        before=counted(between(2 * _LATELY_S, _LATELY_S)),
        bars=tuple(ages[bar] for bar in reversed(range(_BARS))),
    )

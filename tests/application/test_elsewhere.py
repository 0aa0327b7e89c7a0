"""What is due in the other open incidents: the nearest of all, and nothing read that nobody touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from support import START, FixedClock, minute

from cockpit.application.desk import Desk
from cockpit.application.elsewhere import elsewhere, nearest
from cockpit.application.incidents import Incidents
from cockpit.domain import events as e
from cockpit.domain.words import Phase


class CountingStore:
    """A store that counts what is read of journals."""

    def __init__(self, store: object) -> None:
        self._store = store
        self.reads: list[tuple[str, int]] = []

    def events(self, incident: str, known: int = 0) -> Sequence[e.Event]:
        self.reads.append((incident, known))
        return self._store.events(incident, known)  # type: ignore[attr-defined, no-any-return]

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def test_the_open_incidents_but_the_present_one_are_elsewhere(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    search = incidents.open("検索が遅い", 3, "Jo")
    closed = incidents.open("A test", 5, "Jo")
    incidents.change_phase(closed, Phase.CLOSED, "a test")
    (other,) = elsewhere(desk, incident)
    assert (other.incident.id, other.incident.title) == (search, "検索が遅い")
    assert other.due is not None
    assert other.due.at == minute(5)


def test_the_nearest_is_the_one_that_is_due_first_or_overdue_the_longest(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    incidents.open("Later", 3, "Jo", START + timedelta(minutes=0))
    clock.set(3)
    incidents.open("Much later", 3, "Jo")
    first = nearest(elsewhere(desk, incident))
    assert first is not None
    assert first.incident.title == "Later"
    earlier = incidents.open("Overdue", 3, "Jo", START - timedelta(minutes=9))
    first = nearest(elsewhere(desk, incident))
    assert first is not None
    assert first.incident.id == earlier


def test_where_nothing_is_due_elsewhere_nothing_is_the_nearest(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    assert nearest(elsewhere(desk, incident)) is None
    held = incidents.open("Held and over", 4, "Jo")
    incidents.decide_public(held, e.Choice.HOLD, "Jo", (False, False, False, False))
    incidents.confirm_recovery(held, "Jo")
    incidents.change_phase(held, Phase.RESOLVED, "gone")
    others = elsewhere(desk, incident)
    assert [other.incident.id for other in others] == [held]
    assert nearest(others) is None


def test_what_nobody_touched_is_not_read_again_and_what_is_new_alone_is_folded(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    store = CountingStore(desk.store)
    counted = replace(desk, store=store)  # type: ignore[arg-type]
    one, two = incidents.open("One", 3, "Jo"), incidents.open("Two", 3, "Jo")
    known = elsewhere(counted, incident)
    assert sorted(store.reads) == sorted([(one, 0), (two, 0)])
    store.reads.clear()
    again = elsewhere(counted, incident, known)
    assert store.reads == []
    assert all(before is after for before, after in zip(known, again, strict=True))
    clock.set(2)
    incidents.decide_public(two, e.Choice.POST, "Jo", (True, None, None, None))
    changed = {other.incident.id: other for other in elsewhere(counted, incident, again)}
    assert store.reads == [(two, 1)]
    assert changed[two].incident == desk.load(two)
    assert changed[one] is next(other for other in again if other.incident.id == one)


def test_an_incident_that_was_closed_meanwhile_is_gone(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    other = incidents.open("Short", 4, "Jo")
    known = elsewhere(desk, incident)
    clock.set(1)
    incidents.change_phase(other, Phase.CLOSED, "a mistake")
    assert elsewhere(desk, incident, known) == ()

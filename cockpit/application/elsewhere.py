"""The other incidents that are open: what is due there, kept up to date at the price of what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import reduce

from cockpit.application.desk import Desk
from cockpit.application.snapshot import open_incidents
from cockpit.domain import cadence
from cockpit.domain.cadence import Due
from cockpit.domain.fold import apply, fold
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident


@frozen
class Elsewhere:
    """An open incident that isn't the one on the screen, as of ``touched_at``."""

    incident: Incident
    due: Due | None
    known: int
    """How many entries of its journal ``incident`` is made of."""
    touched_at: datetime
    """When its line in the list of incidents was last touched."""


def elsewhere(desk: Desk, here: str, known: Sequence[Elsewhere] = ()) -> tuple[Elsewhere, ...]:
    """The open incidents but ``here``. ``known`` is what was read before: what nobody touched since isn't read again.

    Raises StoreProblem.
    """
    before = {other.incident.id: other for other in known}
    found = []
    for row in open_incidents(desk):
        if row.id == here:
            continue
        other = before.get(row.id)
        if other is None or other.touched_at != row.touched_at:
            other = _read(desk, row.id, row.touched_at, other)
        found.append(other)
    return tuple(found)


def _read(desk: Desk, incident: str, touched_at: datetime, known: Elsewhere | None) -> Elsewhere:
    """What is new in the journal alone is read and folded."""
    if known is None:
        events = desk.store.events(incident)
        state, count = fold(events), len(events)
    else:
        news = desk.store.events(incident, known.known)
        state, count = reduce(apply, news, known.incident), known.known + len(news)
    return Elsewhere(state, cadence.due(state, desk.policy), count, touched_at)


def nearest(others: Iterable[Elsewhere]) -> Elsewhere | None:
    """The one whose deadline comes first, or has been past the longest; None where nothing is due in any."""
    due = [(other.due.at, other) for other in others if other.due is not None]
    return min(due, key=lambda pair: pair[0])[1] if due else None

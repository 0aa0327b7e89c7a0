"""All that a screen or a status line shows of an incident, loaded in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from functools import reduce

from cockpit.application.desk import Desk
from cockpit.application.ports import Draft, Listed, ReportCounts
from cockpit.domain import approval, cadence
from cockpit.domain.approval import Path, PathState
from cockpit.domain.cadence import Due
from cockpit.domain.events import Event
from cockpit.domain.fold import apply
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.words import Phase


@frozen
class Snapshot:
    """An incident with what stands beside its journal."""

    incident: Incident
    events: tuple[Event, ...]
    """The journal, oldest first."""
    drafts: tuple[Draft, ...]
    """The one last saved first."""
    counts: ReportCounts
    due: Due | None
    addressees: Mapping[str, str] = field(default_factory=dict)
    """The customers who are written to individually: their names by the ids that the journal calls them."""
    unfinished: frozenset[str] = frozenset()
    """The forms that hold something typed and not recorded."""


def take(desk: Desk, incident: str, known: Snapshot | None = None) -> Snapshot:
    """The incident as it stands; raises Refusal when there is none of that id.

    ``known`` is an earlier snapshot of it: the journal only grows, so that what is behind it alone is read and folded.
    """
    if known is None:
        events, state = desk.journal(incident)
    else:
        news = tuple(desk.store.events(incident, len(known.events)))
        events, state = known.events + news, reduce(apply, news, known.incident)
    return Snapshot(
        incident=state,
        events=events,
        drafts=tuple(desk.store.drafts(incident)),
        counts=desk.store.counts(incident),
        due=cadence.due(state, desk.policy),
        addressees=desk.store.addressees(incident),
        unfinished=frozenset(desk.store.unfinished(incident)),
    )


def current_path(desk: Desk, snapshot: Snapshot, now: datetime) -> Path:
    """Where the draft that was last worked on stands."""
    if not snapshot.drafts:
        return Path(PathState.DRAFT)
    draft = snapshot.drafts[0]
    return approval.path(snapshot.incident, draft.message, desk.policy, now)


def open_incidents(desk: Desk) -> list[Listed]:
    """The incidents that aren't closed, the one last touched first."""
    return [row for row in desk.store.incidents() if row.phase is not Phase.CLOSED]

"""What every use case stands on: load, decide in the domain, record in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo

from cockpit.application.ports import Clock, Store, Transaction
from cockpit.domain import events as e
from cockpit.domain.fold import fold
from cockpit.domain.frozen import frozen
from cockpit.domain.ids import new_id
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.wording import Wording, say


class Refusal(Exception):
    """An action that can't be done now; ``why`` is for the user."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


Decide = Callable[[Incident, Transaction, datetime], Iterable[e.What]]
"""What an action amounts to, from the state, inside the transaction; raises Refusal."""


@frozen
class Desk:
    """The liaison's desk: the store, the clock, the policy, the zone times are read and shown in, who sits there."""

    store: Store
    clock: Clock
    policy: Policy
    zone: tzinfo
    actor: str

    def now(self) -> datetime:
        """The present, aware UTC."""
        return self.clock.now()

    def load(self, incident: str) -> Incident:
        """The state of ``incident``; raises Refusal when there is none of that id."""
        return self.journal(incident)[1]

    def journal(self, incident: str) -> tuple[tuple[e.Event, ...], Incident]:
        """The journal of ``incident`` and what it amounts to; raises Refusal when there is none of that id."""
        events = tuple(self.store.events(incident))
        return events, _load(events, incident)

    def record(self, incident: str, decide: Decide) -> tuple[e.Event, ...]:
        """Record what ``decide`` makes of the state, all of it or nothing; returns the events.

        Raises Refusal (nothing was recorded, and why) or StoreProblem (the disk said no).
        """
        with self.store.transaction() as transaction:
            now = self.now()  # after waiting for other processes: the journal's times follow its order
            state = _load(transaction.events(incident), incident)
            events = tuple(self.event(incident, now, what) for what in decide(state, transaction, now))
            transaction.append(*events)
        return events

    def event(self, incident: str, at: datetime, what: e.What) -> e.Event:
        """A new line for the journal."""
        return e.Event(new_id(at), incident, at, self.actor, what)


def _load(events: Iterable[e.Event], incident: str) -> Incident:
    events = tuple(events)
    if not events:
        raise Refusal(say("there is no incident %(id)s", id=incident))
    return fold(events)


def required(value: str, what: Wording) -> str:
    """``value`` without surrounding space; raises Refusal with ``what`` when nothing is left."""
    value = value.strip()
    if not value:
        raise Refusal(what)
    return value

"""Customers with a special contract, told individually: their own text through the same gate, who told them, when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cockpit.application.desk import Desk, Refusal, required
from cockpit.application.gate import EMPTY, Gate, check_out_at, refuse_closed
from cockpit.application.ports import Draft, Transaction
from cockpit.application.proofreading import Proofreader
from cockpit.domain import events as e
from cockpit.domain.clean import clean_line
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.wording import say


@frozen
class Individual:
    """Use cases on single customers. Each raises Refusal or StoreProblem and then has recorded nothing."""

    desk: Desk
    proofreader: Proofreader

    def addressee(self, incident: str, customer: str) -> str:
        """The id that the journal calls ``customer``, whose name stands beside it, where it can be erased."""
        name = required(clean_line(customer), say("which customer?"))
        with self.desk.store.transaction() as transaction:
            return transaction.addressee(incident, name, self.desk.now())

    def told(
        self, incident: str, draft: Draft, by: e.Teller, told_at: datetime | None = None, reason: str = ""
    ) -> None:
        """Record that the customer whom ``draft`` is to got that text, at ``told_at`` (aware; None: now).

        ``reason`` is for a text that went out without an approval.
        """
        if not draft.audience:
            raise ValueError("a text to everybody is posted")
        if not draft.text.strip():
            raise Refusal(EMPTY)
        gate = Gate(self.desk.policy, self.proofreader)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            at = _checked(state, told_at, now)
            went = gate.went_out(tx.events(incident), state, draft, at, now, reason)
            promise = self.proofreader.promise(state, draft, at)
            tx.add_notice(draft.message, draft.text, now)
            yield e.CustomerTold(draft.audience, by, at, draft.message, promise, went.request, went.override)

        self.desk.record(incident, decide)

    def told_in_own_words(
        self, incident: str, customers: Iterable[str], by: e.Teller, told_at: datetime | None = None, reason: str = ""
    ) -> None:
        """Record that ``customers`` (names) were told without a text of ours.

        The account team finds its own words; the liaison says nothing that the IC hasn't approved, so that needs a
        typed ``reason``.
        """
        why = clean_line(reason)
        names = [required(clean_line(customer), say("which customer?")) for customer in customers]
        if by is e.Teller.LIAISON:
            why = required(why, say("the IC has approved no text for it: write one, or say why it couldn't wait"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            at = _checked(state, told_at, now)
            for name in names:
                yield e.CustomerTold(tx.addressee(incident, name, now), by, at, None, None, None, why)

        self.desk.record(incident, decide)

    def void(self, incident: str, telling: str, reason: str) -> None:
        """Record that a customer was not told, though it says so."""
        why = required(clean_line(reason), say("a correction needs a reason: it stays in the timeline"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if telling not in {each.id for each in state.tellings}:
                raise Refusal(say("there is no such record"))
            yield e.TellingVoided(telling, why)

        self.desk.record(incident, decide)


def _checked(state: Incident, told_at: datetime | None, now: datetime) -> datetime:
    refuse_closed(state)
    at = told_at or now
    check_out_at(state, at, now)
    return at

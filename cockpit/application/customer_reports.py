"""Customer reports: logged in seconds, relayed to the IC, each answered in the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cockpit.application.desk import Desk, Refusal, required
from cockpit.application.ports import Relay, Transaction
from cockpit.domain import events as e
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.counting import Counted, count
from cockpit.domain.frozen import frozen
from cockpit.domain.ids import new_id
from cockpit.domain.incident import Incident
from cockpit.domain.reports import NewReport, Report, Via, customer_key
from cockpit.domain.wording import say

_CORRECTABLE = frozenset({"text", "customer", "via", "component", "region", "since", "contact", "premium", "symptom"})


@frozen
class Told:
    """What the IC was told of customers' reports: when, by whom, how, of how many, in which words ("": erased)."""

    at: datetime
    by: str
    how: e.How
    count: int
    text: str


@frozen
class CustomerReports:
    """Use cases on what customers say. Each raises Refusal or StoreProblem and then has recorded nothing.

    ``premium`` are the customers with a special support contract, by their keys: what they say is marked as theirs.
    """

    desk: Desk
    premium: frozenset[str] = frozenset()

    def log(self, incident: str, reports: Iterable[NewReport]) -> list[str]:
        """Log reports in one transaction; returns the ids of the new ones (the same external id is logged once)."""
        coming = tuple(reports)
        logged: list[str] = []

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            nonlocal logged
            rows = [(new_id(now), self._marked(_cleaned(report, now)), now) for report in coming]
            logged = tx.add_reports(incident, rows)
            if logged:
                yield e.ReportsLogged(tuple(logged), len(logged))

        self.desk.record(incident, decide)
        return logged

    def _marked(self, report: NewReport) -> NewReport:
        """The report as a premium customer's, where it is one's; a name put right later is marked by hand."""
        known = not report.premium and customer_key(report.customer) in self.premium
        return replace(report, premium=True) if known else report

    def correct(self, incident: str, report: str, changes: Mapping[str, Any]) -> None:
        """Put a report right: ``changes`` by field name; what it said before is kept.

        Raises ValueError for a field that a report doesn't have or that can't be changed, and for an unknown ``via``.
        """
        unknown = set(changes) - _CORRECTABLE
        if unknown:
            raise ValueError(f"not fields of a report: {', '.join(sorted(unknown))}")

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            old = next(iter(tx.reports(incident, ids=[report])), None)
            if old is None:
                raise Refusal(say("there is no such report"))
            said = NewReport(**{name: getattr(old, name) for name in _CORRECTABLE})
            new = _cleaned(replace(said, **changes), now)
            differing = tuple(sorted(name for name in changes if getattr(new, name) != getattr(said, name)))
            if differing:
                tx.correct_report(report, {name: getattr(new, name) for name in differing}, now)
                yield e.ReportCorrected(report, differing)

        self.desk.record(incident, decide)

    def counted(self, incident: str, names: Mapping[str, str]) -> Counted:
        """What customers say, counted as of now; ``names`` as in `count`."""
        return count(self.desk.store.heard(incident), self.desk.now(), names)

    def name_symptom(self, incident: str, reports: Sequence[str], symptom: str) -> None:
        """Say of these reports that they are of one symptom, of that name; "": they are grouped by their words again.

        What each was said to be before is kept, as with every correction.
        """
        symptom = clean_line(symptom)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            named = tuple(old.id for old in tx.reports(incident, ids=reports) if old.symptom != symptom)
            for report in named:
                tx.correct_report(report, {"symptom": symptom}, now)
            if named:
                yield e.SymptomNamed(named, len(named))

        self.desk.record(incident, decide)

    def told(self, incident: str) -> Sequence[Told]:
        """What the IC was told of customers' reports, the last time first."""
        words = {relay.id: relay.text for relay in self.desk.store.relays(incident)}
        events = reversed(self.desk.store.events(incident))
        relayed = ((event, event.what) for event in events if isinstance(event.what, e.Relayed))
        return [Told(event.at, event.actor, what.how, what.count, words.get(what.relay, "")) for event, what in relayed]

    def not_relayed(self, incident: str) -> Sequence[Report]:
        """What the IC has not been told yet, newest first."""
        return self.desk.store.reports(incident, not_relayed=True)

    def relay(self, incident: str, reports: Sequence[Report], text: str, how: e.How) -> None:
        """Record that the IC was told ``text``, which covers ``reports``."""
        covered = [report.id for report in reports]

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            # Another process may have relayed some of them meanwhile: the first relay of a report counts.
            ids = tuple(report.id for report in tx.reports(incident, ids=covered, not_relayed=True))
            if not ids:
                raise Refusal(say("every report has been relayed"))
            relay = new_id(now)
            tx.add_relay(incident, Relay(relay, now, clean(text), len(ids)))
            tx.mark_relayed(ids, now, relay)
            yield e.Relayed(relay, ids, len(ids), how)

        self.desk.record(incident, decide)

    def purge(self, older_than: timedelta) -> int:
        """Delete the reports of closed incidents that are older than that; returns how many. The journal stays."""
        with self.desk.store.transaction() as transaction:
            count = transaction.purge(self.desk.now() - older_than)
        self.desk.store.scrub()
        return count

    def forget(self, customer: str) -> int:
        """Erase one customer's name, words and contact from every report, on request; returns how many."""
        with self.desk.store.transaction() as transaction:
            count = transaction.forget(required(customer, say("which customer?")))
        self.desk.store.scrub()
        return count

    def unanswered(self, incident: str) -> Sequence[Report]:
        """The enquiries without a reply, newest first."""
        return self.desk.store.reports(incident, unanswered=True)

    def mark_replied(self, incident: str, reports: Sequence[str]) -> None:
        """Record that these enquiries got their reply."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            ids = tuple(report.id for report in tx.reports(incident, ids=reports, unanswered=True))
            if not ids:
                raise Refusal(say("every enquiry has its reply"))
            tx.mark_replied(ids, now)
            yield e.Replied(ids, len(ids))

        self.desk.record(incident, decide)


def _cleaned(report: NewReport, now: datetime) -> NewReport:
    """The report with everything that came from outside made harmless; raises Refusal when it says nothing."""
    text = clean(report.text).strip()
    if not text:
        raise Refusal(say("a report needs the customer's words"))
    if report.received_at is not None and report.received_at > now:
        raise Refusal(say("a report cannot have come in in the future"))
    return replace(
        report,
        text=text,
        via=Via(report.via),
        customer=clean_line(report.customer),
        component=clean_line(report.component),
        region=clean_line(report.region),
        contact=clean_line(report.contact),
        symptom=clean_line(report.symptom),
        source=clean_line(report.source),
        external_id=clean_line(report.external_id),
    )

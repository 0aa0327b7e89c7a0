"""Customer reports: logged in seconds, relayed to the IC, each answered in the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cockpit.application.desk import Desk, Refusal
from cockpit.application.ports import Relay, Transaction
from cockpit.domain import events as e
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.ids import new_id
from cockpit.domain.incident import Incident
from cockpit.domain.reports import NewReport, Report
from cockpit.domain.wording import say

_CORRECTABLE = frozenset({"text", "customer", "via", "component", "region", "since", "contact", "premium"})


@dataclass(frozen=True, slots=True)
class CustomerReports:
    """Use cases on what customers say. Each raises Refusal or StoreProblem and then has recorded nothing."""

    desk: Desk

    def log(self, incident: str, reports: Iterable[NewReport]) -> list[str]:
        """Log reports in one transaction; returns the ids of the new ones (the same external id is logged once)."""
        now = self.desk.now()
        rows = [(new_id(now), _cleaned(report, now), now) for report in reports]
        logged: list[str] = []

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            nonlocal logged
            logged = tx.add_reports(incident, rows)
            if logged:
                yield e.ReportsLogged(tuple(logged), len(logged))

        self.desk.record(incident, decide)
        return logged

    def correct(self, incident: str, report: str, changes: dict[str, object]) -> None:
        """Put a report right; what it said before is kept."""
        unknown = set(changes) - _CORRECTABLE
        if unknown:
            raise ValueError(f"not fields of a report: {', '.join(sorted(unknown))}")

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            tx.correct_report(report, changes, now)
            yield e.ReportCorrected(report, tuple(sorted(changes)))

        self.desk.record(incident, decide)

    def not_relayed(self, incident: str) -> Sequence[Report]:
        """What the IC has not been told yet, newest first."""
        return self.desk.store.reports(incident, not_relayed=True)

    def relay(self, incident: str, reports: Sequence[Report], text: str, how: e.How) -> None:
        """Record that the IC was told ``text``, which covers ``reports``."""
        if not reports:
            raise Refusal(say("every report has been relayed"))
        ids = tuple(report.id for report in reports)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            relay = new_id(now)
            tx.add_relay(incident, Relay(relay, now, clean(text), len(ids)))
            tx.mark_relayed(ids, now, relay)
            yield e.Relayed(relay, ids, len(ids), how)

        self.desk.record(incident, decide)

    def unanswered(self, incident: str) -> Sequence[Report]:
        """The enquiries without a reply, newest first."""
        return self.desk.store.reports(incident, unanswered=True)

    def mark_replied(self, incident: str, reports: Sequence[str]) -> None:
        """Record that these enquiries got their reply."""
        if not reports:
            raise Refusal(say("every enquiry has its reply"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            tx.mark_replied(reports, now)
            yield e.Replied(tuple(reports), len(reports))

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
        customer=clean_line(report.customer).strip(),
        component=clean_line(report.component).strip(),
        region=clean_line(report.region).strip(),
        contact=clean_line(report.contact).strip(),
        source=clean_line(report.source).strip(),
        external_id=clean_line(report.external_id).strip(),
    )

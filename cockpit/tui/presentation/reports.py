"""The report pane: its heading, and a report as a row of the log."""

from __future__ import annotations

from datetime import datetime, tzinfo

from cockpit.application.ports import ReportCounts
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.reports import NewReport, Report, Via, waiting_too_long
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, clock
from cockpit.tui.presentation.line import joined

VIA_MARKS = {Via.PHONE: "☎", Via.EMAIL: "✉", Via.CHAT: "c", Via.SOCIAL: "@", Via.OTHER: "o"}


def reports_title(counts: ReportCounts, now: datetime, relay_s: int, found: str = "") -> str:
    """ "REPORTS 37 | 6 not relayed", and that they wait too long where they do; ``found`` in place of how many."""
    head = found or _("REPORTS %(count)d", count=counts.total)
    if found:
        return f"! {head}" if waiting_too_long(counts.oldest_waiting, now, relay_s) else head
    if not counts.not_relayed:
        return head
    waiting = _("%(count)d not relayed", count=counts.not_relayed)
    late = " " + _("(waiting: ^R)") if waiting_too_long(counts.oldest_waiting, now, relay_s) else ""
    return f"{head} | {waiting}{late}"


def narrowed_title(narrowing: Narrowing, count: int) -> str:
    """ "FOUND 3 | not relayed | #EU": how many reports are shown, and which filters leave them."""
    parts = (
        _("FOUND %(count)d", count=count),
        _("not relayed") if narrowing.not_relayed else "",
        _("premium") if narrowing.premium else "",
        label(narrowing.via) if narrowing.via else "",
        f"@{clean_line(narrowing.component)}" if narrowing.component else "",
        f"#{clean_line(narrowing.region)}" if narrowing.region else "",
    )
    return joined(parts)


def report_detail(report: Report, zone: tzinfo) -> str:
    """One report whole, as plain text."""

    def shown(at: datetime | None) -> str:
        return clock(at, zone) if at else _("not yet")

    rows = [
        (_("Customer"), report.customer + (" *" if report.premium else "")),
        (_("Came by"), label(report.via)),
        (_("Received"), shown(report.received_at)),
        (_("Since"), clock(report.since, zone) if report.since else ""),
        (_("Component"), report.component),
        (_("Region"), report.region),
        (_("Contact"), report.contact),
        (_("Symptom"), report.symptom),
        (_("Relayed"), shown(report.relayed_at)),
        (_("Replied"), shown(report.replied_at)),
    ]
    head = "\n".join(f"{name}: {clean_line(value)}" for name, value in rows if value)
    return f"{head}\n\n{clean(report.text)}"


def understood(report: NewReport, zone: tzinfo) -> str:
    """How a report typed in one line is understood, shown before Enter."""
    customer = (report.customer or _("customer not named")) + (" *" if report.premium else "")
    parts = (
        customer,
        label(report.via),
        _("since %(time)s", time=bare_clock(report.since, zone)) if report.since else "",
        f"@{report.component}" if report.component else "",
        f"#{report.region}" if report.region else "",
        f"“{report.text}”",
    )
    return joined(parts)

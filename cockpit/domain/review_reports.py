"""How customers' reports were cared for: how long the IC waited to hear of them, and who has no reply yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cockpit.domain import events as e
from cockpit.domain.frozen import frozen
from cockpit.domain.policy import Policy


@frozen
class ReportCare:
    """Counted from the journal, which holds ids only; spans in seconds."""

    reports: int
    relays: int
    longest_wait_s: int | None
    """From logging to relay, of the report that waited longest (still waiting: until now); None: no report."""
    waited_too_long: int
    """Reports that waited longer than the policy's time."""
    not_relayed: int
    unanswered: int


def report_care(events: Sequence[e.Event], policy: Policy, until: datetime) -> ReportCare:
    """What became of the reports that were logged in ``events``, as of ``until``."""
    logged: dict[str, datetime] = {}
    relayed: dict[str, datetime] = {}
    replied: set[str] = set()
    relays = 0
    for event in events:
        what = event.what
        if isinstance(what, e.ReportsLogged):
            logged.update(dict.fromkeys(what.reports, event.at))
        elif isinstance(what, e.Relayed):
            relays += 1
            for report in what.reports:
                relayed.setdefault(report, event.at)
        elif isinstance(what, e.Replied):
            replied.update(what.reports)
    waits = [int((relayed.get(report, until) - at).total_seconds()) for report, at in logged.items()]
    return ReportCare(
        reports=len(logged),
        relays=relays,
        longest_wait_s=max(waits, default=None),
        waited_too_long=sum(1 for wait in waits if wait > policy.relay_s),
        not_relayed=len(logged.keys() - relayed.keys()),
        unanswered=len(logged.keys() - replied),
    )

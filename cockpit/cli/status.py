"""``cockpit status``: one line, for a prompt or a status bar."""

from __future__ import annotations

from datetime import datetime

import click

from cockpit.application.snapshot import Snapshot, current_path, take
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import clock, iso, put, put_json
from cockpit.domain import cadence
from cockpit.domain.approval import Path
from cockpit.domain.words import Phase
from cockpit.i18n import _, many, tell
from cockpit.labels import label


@click.command(
    "status",
    help=_("Say in one line how the incident stands: the phase, what is due when, the draft, posts and reports."),
    short_help=_("How the incident stands, in one line."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit status\n"
        "  cockpit status --format json | jq .due.in_s\n"
        "  set -g status-right '#(cockpit status)'     in tmux.conf"
    ),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common()
@click.pass_obj
def command(call: Invocation, format_: str) -> None:
    """Print the state of the incident."""
    incident = call.chosen()
    desk = call.services.desk
    snapshot = take(desk, incident)
    now = desk.now()
    path = current_path(desk, snapshot, now)
    if format_ == "json":
        put_json(as_json(call, snapshot, path, now))
    else:
        put(as_text(call, snapshot, path, now))


def as_json(call: Invocation, snapshot: Snapshot, path: Path, now: datetime) -> dict[str, object]:
    """The state as scripts read it."""
    incident, due, counts, zone = snapshot.incident, snapshot.due, snapshot.counts, call.house.zone
    return {
        "incident": incident.id,
        "title": incident.title,
        "severity": incident.severity,
        "phase": incident.phase.value,
        "elapsed_s": _elapsed(snapshot, now),
        "due": {
            "what": due.what.value,
            "at": iso(due.at, zone),
            "in_s": round(due.in_s(now)),
            "overdue": due.overdue(now),
        }
        if due is not None
        else None,
        "promise": iso(cadence.promise_in_force(incident.public_posts), zone),
        "approval": {"state": path.state.value, "why": tell(path.why) if path.why is not None else None},
        "posts": len(incident.public_posts),
        "reports": {"total": counts.total, "customers": counts.customers, "not_relayed": counts.not_relayed},
    }


def as_text(call: Invocation, snapshot: Snapshot, path: Path, now: datetime) -> str:
    """The state as a person reads it, in one line."""
    incident, counts = snapshot.incident, snapshot.counts
    hours, minutes = divmod(_elapsed(snapshot, now) // 60, 60)
    parts = [
        f"{call.house.policy.severity_text(incident.severity)} {label(incident.phase)} T+{hours}:{minutes:02}",
        _due(call, snapshot, now),
        _("draft: %(state)s", state=path.state) if snapshot.drafts else "",
        many("%(count)d post", "%(count)d posts", len(incident.public_posts)),
    ]
    if counts.total:
        reports = many("%(count)d report", "%(count)d reports", counts.total)
        waiting = _("%(reports)s, %(count)d not relayed", reports=reports, count=counts.not_relayed)
        parts.append(waiting if counts.not_relayed else reports)
    parts.append(incident.title)
    return " | ".join(part for part in parts if part)


def _due(call: Invocation, snapshot: Snapshot, now: datetime) -> str:
    due = snapshot.due
    if due is None:
        return ""
    at = clock(due.at, call.house.zone, now)
    minutes = int(abs(due.in_s(now)) // 60)
    if due.overdue(now):
        return _("OVERDUE by %(minutes)d min: %(what)s, due %(time)s", minutes=minutes, what=due.what, time=at)
    return _("%(what)s due %(time)s, in %(minutes)d min", what=due.what, time=at, minutes=minutes)


def _elapsed(snapshot: Snapshot, now: datetime) -> int:
    """Seconds since the call started; of a closed incident up to its close."""
    incident = snapshot.incident
    until = incident.phase_since if incident.phase is Phase.CLOSED else now
    return int((until - incident.call_started).total_seconds())

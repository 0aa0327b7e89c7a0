"""``cockpit timeline``: the journal, for the postmortem."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import tzinfo

import click

from cockpit.application.timeline import Beside, beside, describe, quoted
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import iso, put, to_json
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.codec import kind_of, to_payload
from cockpit.domain.events import Event
from cockpit.domain.incident import Incident
from cockpit.i18n import _, tell
from cockpit.labels import label

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FENCE = "~~~"


@click.command(
    "timeline",
    help=_("Print the journal of the incident: who did what when, with the exact texts."),
    short_help=_("The journal, for the postmortem."),
    epilog="\b\n" + _("Examples:\n  cockpit timeline > timeline.md\n  cockpit timeline --format csv > timeline.csv"),
)
@click.option("--format", "format_", type=click.Choice(["md", "json", "csv"]), default="md", show_default=True)
@common()
@click.pass_obj
def command(call: Invocation, format_: str) -> None:
    """Print the journal in one of three forms."""
    incident = call.chosen()
    desk = call.services.desk
    events, state = desk.journal(incident)
    known = beside(desk.store, incident)
    put({"md": as_markdown, "json": as_json, "csv": as_csv}[format_](events, known, state, call.house.zone))


def as_markdown(events: Sequence[Event], known: Beside, state: Incident, zone: tzinfo) -> str:
    """A heading a day, a line an entry, exact texts in fences that nothing in them can close."""
    lines = [f"# {_plain(state.title)}", "", _state_line(state)]
    day = ""
    for event in events:
        at = event.at.astimezone(zone)
        if f"{at:%Y-%m-%d}" != day:
            day = f"{at:%Y-%m-%d}"
            lines += ["", f"## {day} ({at.tzname()})", ""]
        lines.append(f"- **{at:%H:%M:%S}** {_plain(event.actor)}: {_plain(tell(describe(event.what, zone, known)))}")
        text = clean(quoted(event.what, known))
        if text:
            fence = _FENCE
            while fence in text:
                fence += "~"
            lines += ["", *(f"  {line}" for line in (fence, *text.split("\n"), fence)), ""]
    return "\n".join(lines)


def as_json(events: Sequence[Event], known: Beside, state: Incident, zone: tzinfo) -> str:
    """One JSON document with everything the journal holds."""
    entries = [
        {
            "id": event.id,
            "recorded_at": iso(event.at, zone),
            "actor": event.actor,
            "kind": kind_of(event.what),
            "what": tell(describe(event.what, zone, known)),
            "payload": to_payload(event.what),
        }
        for event in events
    ]
    return to_json({"incident": state.id, "title": state.title, "phase": state.phase.value, "events": entries})


def as_csv(events: Sequence[Event], known: Beside, state: Incident, zone: tzinfo) -> str:
    """A row an entry; what a spreadsheet would take for a formula is made a text."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["recorded_at", "actor", "kind", "what", "text"])
    for event in events:
        said = (event.actor, kind_of(event.what), tell(describe(event.what, zone, known)), quoted(event.what, known))
        writer.writerow([iso(event.at, zone), *map(inert, said)])
    return target.getvalue().rstrip("\n")


def inert(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    cell = clean(cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _state_line(state: Incident) -> str:
    fields = {"severity": state.severity, "phase": label(state.phase), "ic": _plain(state.ic) or "-"}
    return _("Severity %(severity)d, %(phase)s. Incident commander: %(ic)s.", **fields)


def _plain(text: str) -> str:
    """One line whose marks Markdown takes for no formatting."""
    line = clean_line(text)
    for mark in "\\`*_<[":
        line = line.replace(mark, f"\\{mark}")
    return line

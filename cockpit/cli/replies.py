"""``cockpit replies``: who enquired and has no reply yet, for whoever writes them elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import tzinfo

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import clock, iso, put, put_json, table
from cockpit.cli.problems import BadInput
from cockpit.cli.timeline import inert
from cockpit.domain.reports import Report
from cockpit.i18n import _, many
from cockpit.labels import label

_COLUMNS = ("id", "received_at", "via", "customer", "contact", "premium", "component", "region", "text")


@click.command(
    "replies",
    help=_(
        "List who enquired and has no reply yet, the newest first. With --done, record that these enquiries got theirs."
    ),
    short_help=_("Who has no reply yet."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit replies --format csv > replies.csv\n"
        "  cockpit replies --format json | jq -r '.unanswered[].contact'\n"
        "  cockpit replies --done 01a2… --done 01a3…"
    ),
)
@click.option("--format", "format_", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--done", metavar="ID", multiple=True, help=_("An enquiry that got its reply; as often as you like."))
@common()
@click.pass_obj
def command(call: Invocation, format_: str, done: tuple[str, ...]) -> None:
    """Print who is left, or tick off."""
    incident, reports = call.chosen(), call.services.reports
    left = reports.unanswered(incident)
    if done:
        open_ones = {report.id for report in left}
        unknown = [given for given in done if given not in open_ones]
        if unknown:
            raise BadInput(_("%(id)s is no enquiry without a reply: `cockpit replies` lists them", id=unknown[0]))
        reports.mark_replied(incident, list(dict.fromkeys(done)))
        count = len(set(done))
        put(many("%(count)d enquiry: replied", "%(count)d enquiries: replied", count))
        return
    zone = call.house.zone
    if format_ == "json":
        put_json({"incident": incident, "unanswered": [_object(report, zone) for report in left]})
    elif format_ == "csv":
        put(as_csv(left, zone))
    elif left:
        put(table((r.id, clock(r.received_at, zone), label(r.via), r.customer, r.contact, r.text) for r in left))
    else:
        click.echo(_("every enquiry has its reply"), err=True)


def as_csv(reports: Sequence[Report], zone: tzinfo) -> str:
    """A row an enquiry; what a spreadsheet would take for a formula is made a text."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for report in reports:
        writer.writerow([inert(str(value)) for value in _object(report, zone).values()])
    return target.getvalue().rstrip("\n")


def _object(report: Report, zone: tzinfo) -> dict[str, object]:
    said = (report.id, iso(report.received_at, zone), report.via.value, report.customer, report.contact)
    of = (report.premium, report.component, report.region, report.text)
    return dict(zip(_COLUMNS, (*said, *of), strict=True))

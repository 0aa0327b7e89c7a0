"""``cockpit incidents``: the list."""

from __future__ import annotations

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import clock, iso, put, put_json, table
from cockpit.i18n import _
from cockpit.labels import label


@click.command(
    "incidents",
    help=_("List the incidents of the database, the one last touched first."),
    short_help=_("List the incidents."),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common(reads="database")
@click.pass_obj
def command(call: Invocation, format_: str) -> None:
    """Print the incidents, one a line."""
    rows = call.services.desk.store.incidents() if call.has_database else ()
    zone = call.house.zone
    if format_ == "json":
        for row in rows:
            put_json(
                {
                    "incident": row.id,
                    "title": row.title,
                    "severity": row.severity,
                    "phase": row.phase.value,
                    "opened_at": iso(row.opened_at, zone),
                    "touched_at": iso(row.touched_at, zone),
                }
            )
        return
    if not rows:
        click.echo(_("no incidents yet; `cockpit new TITLE` opens one"), err=True)
        return
    policy = call.house.policy
    put(
        table(
            (row.id, policy.severity_text(row.severity), label(row.phase), clock(row.opened_at, zone), row.title)
            for row in rows
        )
    )

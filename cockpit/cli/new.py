"""``cockpit new``: opens an incident."""

from __future__ import annotations

from datetime import datetime

import click

from cockpit.cli.invocation import Invocation, TimeParam, common
from cockpit.cli.problems import BadInput
from cockpit.domain.clean import clean_line
from cockpit.i18n import _


@click.command(
    "new",
    help=_(
        "Open an incident. TITLE says what customers notice, in a few words. The clocks run from the start of the "
        "incident call."
    ),
    short_help=_("Open an incident."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit new 'Notifications delayed' --severity 2 --ic Robin\n"
        "  cockpit new 'Logins fail' --call-started 14:02\n"
        "  id=$(cockpit new 'Logins fail' --no-ui)"
    ),
)
@click.argument("title")
@click.option(
    "--severity",
    type=click.IntRange(1, 5),
    default=2,
    show_default=True,
    help=_("1 (critical) to 5; unsure: the higher one, which is the smaller number."),
)
@click.option("--ic", metavar="NAME", default="", help=_("The incident commander."))
@click.option(
    "--call-started",
    type=TimeParam(),
    help=_("When the incident call started: HH:MM (the latest one) or ISO 8601; else now."),
)
@click.option("--no-ui", is_flag=True, help=_("Don't open the screen: print the incident's id alone."))
@common(reads="database")
@click.pass_obj
def command(call: Invocation, title: str, severity: int, ic: str, call_started: datetime | None, no_ui: bool) -> None:
    """Open an incident, and its screen."""
    if not clean_line(title):
        raise BadInput(_("an incident needs a title: what customers notice, in a few words"))
    incident = call.services.incidents.open(title, severity, ic, call_started)
    if no_ui:
        click.echo(incident)
        return
    from cockpit.cli.main import open_screen

    open_screen(call, incident)

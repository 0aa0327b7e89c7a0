"""``cockpit drill``: a simulated incident, in a database of its own."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from cockpit.application.review import review_incident
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put
from cockpit.cli.problems import BadInput
from cockpit.cli.review import as_text
from cockpit.cli.wiring import Wiring
from cockpit.i18n import _


@click.command(
    "drill",
    help=_(
        "Play a simulated incident: customers report, facts become known, the incident commander approves or sends "
        "back, and you sit at the cockpit. It runs in a database of its own, whose path is printed at the end."
    ),
    short_help=_("Play a simulated incident."),
    epilog="\b\n" + _("Examples:\n  cockpit drill --speed 20\n  cockpit drill --speed 60 --scenario NAME"),
)
@click.option(
    "--speed",
    type=click.FloatRange(1, 60),
    default=1.0,
    show_default=True,
    help=_("How many times faster than the clock on the wall, 1 to 60."),
)
@click.option("--scenario", metavar="NAME", help=_("Which incident; a wrong name lists them."))
@common(reads="database")
@click.pass_obj
def command(call: Invocation, speed: float, scenario: str | None) -> None:
    """Play a scenario and print where it was recorded."""
    names = call.wiring.scenarios()
    if scenario is not None and scenario not in names:
        raise BadInput(_("there is no scenario «%(name)s»: %(names)s", name=scenario, names=", ".join(names)))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput(_("the drill's screen needs a terminal"))
    play(call.wiring, call.db, scenario, speed)


def play(wiring: Wiring, db: Path | None = None, scenario: str | None = None, speed: float = 1.0) -> None:
    """Play a scenario; afterwards say how it went, and where to read more of it."""
    services, incident = wiring.drill(db, scenario, speed)
    put(as_text(review_incident(services, incident), services.desk.zone))
    path = shlex.quote(str(services.database))
    put("\n" + _("The drill is recorded in %(path)s:", path=services.database))
    put(f"  cockpit review --db {path} --incident {incident}\n  cockpit timeline --db {path} --incident {incident}")

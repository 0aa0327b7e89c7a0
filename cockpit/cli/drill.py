"""``cockpit drill``: a simulated incident, in a database of its own."""

from __future__ import annotations

import sys

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put
from cockpit.cli.problems import BadInput
from cockpit.i18n import _


@click.command(
    "drill",
    help=_(
        "Play a simulated incident: customers report, facts become known, the incident commander approves or sends "
        "back, and you sit at the cockpit. It runs in a database of its own, whose path is printed at the end."
    ),
    short_help=_("Play a simulated incident."),
    epilog="\b\n"
    + _(
        "Examples:\n  cockpit drill --speed 20\n  cockpit review --db PATH        how it went; the path is printed at the end"
    ),
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
    path = call.wiring.drill(call.db, scenario, speed)
    put(_("The drill is recorded in %(path)s", path=path))
    put(f"  cockpit review --db {path}\n  cockpit timeline --db {path}")

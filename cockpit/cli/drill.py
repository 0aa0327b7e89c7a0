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

SPEED = 5.0
"""The first post is due after a minute at the wall, an update every four: time to think, none to lose."""


@click.command(
    "drill",
    help=_(
        "Play a simulated incident: customers report, facts become known, the incident commander approves or sends "
        "back, and you sit at the cockpit. It lasts 40 minutes, 8 at the default speed; to learn the keys take "
        "--speed 2. It runs in a database of its own, whose path is printed at the end; --db goes on with one that "
        "you left."
    ),
    short_help=_("Play a simulated incident."),
    epilog="\b\n" + _("Examples:\n  cockpit drill --speed 2\n  cockpit drill --scenario checkout-ja --speed 10"),
)
@click.option(
    "--speed",
    type=click.FloatRange(1, 60),
    default=SPEED,
    show_default=True,
    help=_("How many times faster than the clock on the wall, 1 to 60."),
)
@click.option(
    "--scenario", metavar="NAME", help=_("notifications (in English, the default) or checkout-ja (in Japanese).")
)
@common(reads="drill")
@click.pass_obj
def command(call: Invocation, speed: float, scenario: str | None) -> None:
    """Play a scenario and print where it was recorded."""
    names = call.wiring.scenarios()
    if scenario is not None and scenario not in names:
        raise BadInput(_("there is no scenario «%(name)s»: %(names)s", name=scenario, names=", ".join(names)))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput(_("the drill's screen needs a terminal"))
    play(call.wiring, call.db, scenario, speed)


def play(wiring: Wiring, db: Path | None = None, scenario: str | None = None, speed: float = SPEED) -> None:
    """Play a scenario; afterwards say how it went, and where to read more of it."""
    services, incident = wiring.drill(db, scenario, speed)
    ended = services.desk.now()
    put(as_text(review_incident(services, incident, ended), services.desk.zone))
    path = shlex.quote(str(services.database))
    put("\n" + _("The drill is recorded in %(path)s:", path=services.database))
    of_it = f"--db {path} --incident {incident}"
    # Its time was another than that of the clock on the wall.
    put(f"  cockpit review {of_it} --as-of {ended:%Y-%m-%dT%H:%M:%S+00:00}\n  cockpit timeline {of_it}")

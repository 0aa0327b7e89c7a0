"""``cockpit handover``: what the next liaison must know."""

from __future__ import annotations

import click

from cockpit.application.handover import handover_facts
from cockpit.application.snapshot import take
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put
from cockpit.domain.clean import clean_line
from cockpit.domain.words import Lang
from cockpit.i18n import _, current, tell


@click.command(
    "handover",
    help=_(
        "Write what the next liaison must know, in half a page: the phase, what customers were told last and promised, "
        "what is due, open approvals and questions, reports not relayed. With --to, record who takes over."
    ),
    short_help=_("What the next liaison must know."),
    epilog="\b\n" + _("Examples:\n  cockpit handover\n  cockpit handover --to 'Alex' --ui-lang ja"),
)
@click.option("--to", "liaison", metavar="NAME", help=_("Record that NAME is the liaison from here."))
@common()
@click.pass_obj
def command(call: Invocation, liaison: str | None) -> None:
    """Print the handover, and record it where it is one."""
    services, incident = call.services, call.chosen()
    snapshot, now, lang = take(services.desk, incident), services.desk.now(), Lang(current())
    filler = services.filler.to_team
    facts = handover_facts(snapshot, filler, services.premium, lang, now, tell)
    put(filler.fill("handover", snapshot.incident, lang, "chat", now, **facts))
    if liaison is not None:
        services.incidents.hand_over(incident, liaison)
        click.echo(_("recorded: %(name)s is the liaison now", name=clean_line(liaison)), err=True)

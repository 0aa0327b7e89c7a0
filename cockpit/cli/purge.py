"""``cockpit purge``: erase customers' data, with age or on request; the journal stays whole."""

from __future__ import annotations

import re
from datetime import timedelta

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put
from cockpit.cli.problems import BadInput
from cockpit.i18n import _, many

_AGE = re.compile(r"(\d{1,5})\s*d?")


@click.command(
    "purge",
    help=_(
        "Erase what customers said. --after deletes the reports of closed incidents that are older than so many days; "
        "--customer blanks the name, words and contact of one customer in every report. Either erases what was typed "
        "into forms of closed incidents and never recorded. The journal, which holds ids only, stays whole, and no "
        "copy is left in the file."
    ),
    short_help=_("Erase customers' data, with age or on request."),
    epilog="\b\n" + _("Examples:\n  cockpit purge --after 90d\n  cockpit purge --customer 'Acme Travel' --yes"),
)
@click.option("--after", metavar="DAYS", help=_("Days after which reports of closed incidents go: 90d."))
@click.option("--customer", metavar="NAME", help=_("The customer whose data is erased."))
@click.option("--yes", is_flag=True, help=_("Don't ask."))
@common()
@click.pass_obj
def command(call: Invocation, after: str | None, customer: str | None, yes: bool) -> None:
    """Erase, after asking."""
    if (after is None) == (customer is None):
        raise BadInput(_("say what to erase: --after DAYS, or --customer NAME"))
    age = _AGE.fullmatch(after) if after is not None else None
    if after is not None and age is None:
        raise BadInput(_("--after is %(value)s; write a number of days such as 90d", value=after))
    reports = call.services.reports
    if not yes:
        click.confirm(_("This can't be undone. Erase?"), abort=True, err=True)
    if customer is not None:
        count = reports.forget(customer)
        put(many("%(count)d report blanked", "%(count)d reports blanked", count))
        return
    count = reports.purge(timedelta(days=int(age[1]) if age else 0))
    put(many("%(count)d report deleted", "%(count)d reports deleted", count))

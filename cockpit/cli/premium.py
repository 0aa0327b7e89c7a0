"""``cockpit premium``: what customers with a special contract were told individually, and by whom."""

from __future__ import annotations

from datetime import datetime, tzinfo

import click

from cockpit.application.snapshot import take
from cockpit.cli.invocation import Invocation, TimeParam, common
from cockpit.cli.output import clock, iso, put, put_json, table
from cockpit.cli.problems import BadInput
from cockpit.domain.events import Teller
from cockpit.domain.incident import Post, Telling
from cockpit.domain.reports import customer_key
from cockpit.domain.standing import Standing, standings
from cockpit.i18n import _
from cockpit.labels import label

_TELLERS = {"liaison": Teller.LIAISON, "account-team": Teller.ACCOUNT_TEAM}


@click.command(
    "premium",
    help=_(
        "List the premium customers of the configuration: what each was told individually, when and by whom, and which "
        "messages went out that they were not told of. With --told, record that one was told without a text of ours."
    ),
    short_help=_("Who was told what individually."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit premium\n"
        "  cockpit premium --format json | jq '.customers[] | select(.not_told_of != [])'\n"
        "  cockpit premium --told Acme --by account-team --at 14:12"
    ),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--told", metavar="NAME", help=_("Record that this customer was told."))
@click.option("--by", type=click.Choice(list(_TELLERS)), default="account-team", show_default=True, help=_("Who did."))
@click.option("--at", "told_at", type=TimeParam(), help=_("When: HH:MM (the latest one) or ISO 8601; else now."))
@click.option("--reason", default="", help=_("Why the liaison told them without a text that the IC approved."))
@common()
@click.pass_obj
def command(call: Invocation, format_: str, told: str | None, by: str, told_at: datetime | None, reason: str) -> None:
    """Print where each stands, or record that one was told."""
    services, incident = call.services, call.chosen()
    if told is not None:
        names = {customer_key(each.name): each.name for each in services.premium}
        name = names.get(customer_key(told))
        if name is None:
            raise BadInput(_("«%(name)s» is no premium customer of the configuration ([[premium]])", name=told))
        services.individual.told_in_own_words(incident, [name], _TELLERS[by], told_at, reason)
        return
    snapshot, zone = take(services.desk, incident), call.house.zone
    found = standings(snapshot.incident, services.premium, snapshot.addressees)
    if format_ == "json":
        put_json({"incident": incident, "customers": [_object(each, zone) for each in found]})
    elif found:
        put(table(_row(each, zone) for each in found))
    else:
        click.echo(_("no premium customers are configured ([[premium]])"), err=True)


def _row(standing: Standing, zone: tzinfo) -> tuple[str, ...]:
    customer, last = standing.customer, standing.last
    told = _("told %(time)s by %(by)s", time=clock(last.told_at, zone), by=last.by) if last else ""
    missed = ", ".join(_named(post, zone) for post in standing.missed)
    missed = _("not told of: %(posts)s", posts=missed) if missed else ""
    return customer.name, customer.account_team, customer.contact, told, missed


def _named(post: Post, zone: tzinfo) -> str:
    return f"{label(post.stage)} {clock(post.posted_at, zone)}"


def _object(standing: Standing, zone: tzinfo) -> dict[str, object]:
    customer = standing.customer
    return {
        "name": customer.name,
        "account_team": customer.account_team,
        "contact": customer.contact,
        "lang": customer.lang.value if customer.lang else None,
        "told": [_telling(telling, zone) for telling in standing.tellings],
        "not_told_of": [
            {"post": post.id, "stage": post.stage.value, "posted_at": iso(post.posted_at, zone)}
            for post in standing.missed
        ],
    }


def _telling(telling: Telling, zone: tzinfo) -> dict[str, object]:
    return {
        "at": iso(telling.told_at, zone),
        "by": telling.by.value,
        "text": telling.text is not None,
        "promise": iso(telling.promise, zone),
        "without_approval": telling.override or None,
    }

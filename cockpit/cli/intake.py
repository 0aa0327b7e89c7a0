"""``cockpit intake``: takes in what customers write elsewhere, as it comes; a mailbox so far."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

import click

from cockpit.application.intake import MailIntake, Tally, Told
from cockpit.application.mailbox import Account, MailboxLost, MailboxRefused, PasswordFrom, Security, Wanted
from cockpit.cli.invocation import Invocation, TimeParam, common
from cockpit.cli.problems import NO, BadInput
from cockpit.domain.clean import clean_line
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell


@click.group(
    "intake",
    help=_("Take in what customers write elsewhere, as reports of the incident."),
    short_help=_("Take in customers' mail as it comes."),
    no_args_is_help=False,
)
@common()
def command() -> None:
    """The sources."""


@command.command(
    "imap",
    help=_(
        "Follow a folder of a mail server: each mail becomes a report, once, and the replies in a thread stay with "
        "its customer. Nothing is changed on the server. What was taken in is remembered: after a break it goes on "
        "where it was. A mail that can't be logged is named with its number and why."
    ),
    short_help=_("Follow a folder of a mail server."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit intake imap --host mail.example.com --user support --password-env MAIL_PASSWORD\n"
        "  cockpit intake imap --host mail.example.com --user support --password-command 'pass show support' --once\n\n"
        "\b\nWithout either option the password is looked up in the keyring.\n"
        "It needs: pip install 'liaison-cockpit[imap]'"
    ),
)
@click.option("--host", metavar="NAME", required=True, help=_("The mail server."))
@click.option("--port", type=click.IntRange(1, 65535), help=_("Its port (else 993, or 143 without --ssl)."))
@click.option("--user", metavar="NAME", required=True, help=_("Who logs in there."))
@click.option("--folder", metavar="NAME", default="INBOX", show_default=True, help=_("The folder to follow."))
@click.option("--ssl", "security", flag_value="ssl", default="ssl", help=_("TLS from the start (the default)."))
@click.option("--starttls", "security", flag_value="starttls", help=_("TLS before the password is sent."))
@click.option("--plain", "security", flag_value="plain", help=_("No TLS: only to a server on this machine."))
@click.option("--password-env", metavar="VARIABLE", help=_("The environment variable that holds the password."))
@click.option("--password-command", metavar="COMMAND", help=_("A command that prints the password."))
@click.option("--since", type=TimeParam(), help=_("Leave out what arrived before: HH:MM (the latest one) or ISO 8601."))
@click.option("--once", is_flag=True, help=_("Take in what is there, and end."))
@common()
@click.pass_context
def imap(
    ctx: click.Context,
    /,
    host: str,
    port: int | None,
    user: str,
    folder: str,
    security: str,
    password_env: str | None,
    password_command: str | None,
    since: datetime | None,
    once: bool,
) -> None:
    """Take a folder in; with --once exit with 1 where mails were refused, else go on until interrupted."""
    call = ctx.ensure_object(Invocation)
    if password_env is not None and password_command is not None:
        raise click.UsageError(_("the password comes from --password-env or from --password-command, not both"), ctx)
    for name, value in (("host", host), ("user", user), ("folder", folder)):
        if not value.strip() or not value.isprintable():
            raise click.UsageError(_("--%(name)s is not a name", name=name), ctx)
    account = Account(host.strip(), user, folder, port, Security(security))
    password = PasswordFrom(password_env, password_command)
    try:
        wanted = Wanted(call.chosen(), account, password, since)
        intake = call.wiring.mail_intake(call.db, wanted, Told(_logged, _refused, _noticed))
        ctx.exit(_taken(intake, once))
    except (MailboxRefused, MailboxLost) as error:
        raise BadInput(tell(error.why)) from error


def _taken(intake: MailIntake, once: bool) -> int:
    try:
        if once:
            intake.take()
        else:
            intake.follow()
    finally:
        if intake.tally != Tally():
            click.echo(_summary(intake.tally), err=True)
    return NO if intake.tally.refused else 0


def _summary(tally: Tally) -> str:
    fields = {"new": tally.new, "known": tally.known, "refused": tally.refused}
    return _("%(new)d new, %(known)d known already, %(refused)d refused", **fields)


def _logged(ids: Sequence[str]) -> None:
    for report in ids:
        sys.stdout.write(f"{report}\n")
    sys.stdout.flush()


def _refused(uid: int, why: Wording) -> None:
    click.echo(clean_line(_("mail %(uid)d: %(why)s", uid=uid, why=why)), err=True)


def _noticed(what: Wording) -> None:
    click.echo(clean_line(tell(what)), err=True)

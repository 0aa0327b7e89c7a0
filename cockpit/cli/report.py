"""``cockpit report``: logs what customers say, one at a time or from a file or a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from cockpit.cli.invocation import Invocation, TimeParam, common
from cockpit.cli.problems import NO, BadInput
from cockpit.cli.report_rows import BadFile, BadRow, Row, rows
from cockpit.cli.report_stream import Intake, Tally
from cockpit.cli.report_values import report_of
from cockpit.domain.clean import clean_line
from cockpit.domain.reports import Via
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell

_LONG_FILE = 200_000
"""Bytes from which on a file gets a progress bar."""


@click.command(
    "report",
    help=_(
        "Log what a customer says: TEXT are their own words. The id of the new report is printed. "
        "With --from many are read from a file or a pipe that may stay open; every refused row is named with its line."
    ),
    short_help=_("Log what customers say."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit report 'no SMS since two' --customer Acme --via phone --since 14:02\n"
        "  cockpit report --from tickets.csv\n"
        "  tail -f tickets.jsonl | cockpit report --from -\n\n"
        "A CSV file begins with a line of field names in any order, a JSON line is an\n"
        "object with them: text, customer, via, component, region, since, contact,\n"
        "premium, source, external_id, received_at. The same source and external_id\n"
        "is logged once."
    ),
)
@click.argument("text", required=False)
@click.option("--customer", metavar="NAME", help=_("Who says it."))
@click.option("--via", type=click.Choice([via.value for via in Via]), help=_("How it came in."))
@click.option("--component", metavar="NAME", help=_("What it is about."))
@click.option("--region", metavar="NAME", help=_("Where."))
@click.option("--since", type=TimeParam(), help=_("When it began for them: HH:MM (the latest one) or ISO 8601."))
@click.option("--contact", metavar="TEXT", help=_("Where the reply goes."))
@click.option("--premium", is_flag=True, default=None, help=_("They have a special support contract."))
@click.option("--from", "source", metavar="FILE|-", help=_("Read reports as CSV or JSON lines; - is standard input."))
@common()
@click.pass_context
def command(ctx: click.Context, /, text: str | None, source: str | None, **given: Any) -> None:
    """Log one report, or all of a source; exit with 1 where rows were refused."""
    call = ctx.ensure_object(Invocation)
    if (text is None) == (source is None):
        raise click.UsageError(_("give either the customer's words or --from"), ctx)
    if source is not None:
        named = [name for name, value in given.items() if value is not None]
        if named:
            raise click.UsageError(_("with --from every row says its own --%(name)s", name=named[0]), ctx)
        ctx.exit(_log_all(call, source))
    for name in ("customer", "via"):
        if given[name] is None:
            raise click.UsageError(_("--%(name)s is missing", name=name), ctx)
    since: datetime | None = given.pop("since")
    try:
        report = report_of(given | {"text": text, "since": since.isoformat() if since else None}, _now(call))
    except BadRow as error:
        raise BadInput(tell(error.why)) from error
    incident = call.chosen()
    (logged,) = call.services.reports.log(incident, [report])
    click.echo(logged)


def _now(call: Invocation) -> datetime:
    return call.wiring.now().astimezone(call.house.zone)


def _log_all(call: Invocation, source: str) -> int:
    incident = call.chosen()
    name = "<stdin>" if source == "-" else source

    def refused(line: int, why: Wording) -> None:
        click.echo(clean_line(f"{name}:{line}: {tell(why)}"), err=True)

    def logged(ids: list[str]) -> None:
        for report in ids:
            sys.stdout.write(f"{report}\n")
        sys.stdout.flush()

    intake = Intake(call.services.reports, incident, lambda: _now(call), logged, refused)
    tally = Tally()
    try:
        intake.run(_read(source), tally)
    except BadFile as error:
        raise BadInput(f"{name}: {tell(error.why)}") from error
    finally:
        if tally != Tally():
            click.echo(_summary(tally), err=True)
    return NO if tally.refused else 0


def _summary(tally: Tally) -> str:
    fields = {"new": tally.new, "known": tally.known, "refused": tally.refused}
    return _("%(new)d new, %(known)d known already, %(refused)d refused", **fields)


def _read(source: str) -> Iterator[Row]:
    """The rows of a file, with a progress bar on a long one, or of standard input as they come."""
    if source == "-":
        yield from rows(_standard_input())
        return
    with Path(source).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        shown = size > _LONG_FILE and sys.stderr.isatty()
        with click.progressbar(length=size, file=sys.stderr) if shown else nullcontext() as bar:

            def lines() -> Iterator[bytes]:
                for line in file:
                    if bar is not None:
                        bar.update(len(line))
                    yield line

            yield from rows(lines())


def _standard_input() -> Iterator[bytes]:
    """The lines of standard input as they come.

    Read from the descriptor: Python's own buffer is locked by the thread that waits in it, and an interpreter that
    ends meanwhile (Ctrl-C) aborts on that lock.
    """
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):  # a test's, in memory
        yield from sys.stdin.buffer
        return
    rest = b""
    while piece := os.read(descriptor, 1 << 16):
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line + b"\n" for line in lines)
    if rest:
        yield rest

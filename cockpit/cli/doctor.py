"""``cockpit doctor``: what works here and what doesn't."""

from __future__ import annotations

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put, put_json, table
from cockpit.cli.problems import NO
from cockpit.i18n import _


@click.command(
    "doctor",
    help=_(
        "Say what works here and how to mend what doesn't: the terminal, the clipboard, the database, the time zone, "
        "the configuration, the templates. The exit code is 1 if anything is wrong."
    ),
    short_help=_("What works here, and how to mend what doesn't."),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common(reads="database")
@click.pass_context
def command(ctx: click.Context, format_: str) -> None:
    """Print one observation a line."""
    call = ctx.ensure_object(Invocation)
    found = tuple(call.wiring.checks(call.db))
    if format_ == "json":
        for each in found:
            put_json({"name": each.name, "level": each.level, "found": each.found, "mend": each.mend or None})
    else:
        marks = {"ok": _("ok"), "note": _("note"), "wrong": _("WRONG")}
        put(table((marks[each.level], each.name, each.found) for each in found))
        for each in found:
            if each.mend:
                put(_("%(name)s: %(mend)s", name=each.name, mend=each.mend))
    ctx.exit(NO if any(each.level == "wrong" for each in found) else 0)

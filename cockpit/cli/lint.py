"""``cockpit lint``: what must not go out, before it does. Opens no database and no screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.lint_output import as_json, as_text
from cockpit.cli.problems import BAD, NO, BadInput
from cockpit.cli.zoned import Zoned
from cockpit.domain.clean import clean_line
from cockpit.domain.frozen import frozen
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.i18n import _
from cockpit.lint.engine import lint
from cockpit.lint.model import Context

_BOUND_BY_RHYTHM = frozenset({Stage.INITIAL, Stage.SCOPING, Stage.UPDATE, Stage.MONITORING, Stage.LIMITED})
"""The stages whose next update the policy's 20 minutes bind; in a long incident the last promise does."""


@frozen
class Input:
    """One message to read: its name for the user, and its text."""

    name: str
    text: str


@click.command(
    "lint",
    help=_(
        "Read messages as an experienced liaison would: no time of repair, no internal detail, no guess. "
        "FILES are UTF-8 texts, one message each; - or none is standard input. "
        "The exit code is 1 if anything must not go out."
    ),
    short_help=_("What must not go out, before it does."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit lint draft.md\n"
        "  echo 'Back within 10 minutes.' | cockpit lint --stage scoping\n"
        "  cockpit lint --format json --channel x --posted-at 2026-11-23T14:11+00:00 post.txt\n"
        "  cockpit lint --batch < messages.jsonl\n\n"
        'A line of a batch is {"id": …, "text": …} with lang, stage, channel and\n'
        "posted_at where they are known. `cockpit rules` explains the findings."
    ),
)
@click.argument("files", nargs=-1, metavar="[FILE|-]...")
@click.option(
    "--lang", type=click.Choice(["en", "ja", "auto"]), default="auto", show_default=True, help=_("The language.")
)
@click.option(
    "--stage",
    type=click.Choice([stage.value for stage in Stage]),
    default=Stage.UPDATE.value,
    show_default=True,
    help=_("What the message is for: what it should say follows from it."),
)
@click.option(
    "--channel",
    type=click.Choice([channel.value for channel in Channel]),
    default=Channel.STATUS.value,
    show_default=True,
    help=_("Where it goes: short channels have limits."),
)
@click.option(
    "--posted-at",
    type=Zoned(),
    metavar="ISO",
    help=_("When it goes out: ISO 8601 with a zone (2026-11-23T14:11+00:00). Else now."),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--batch", is_flag=True, help=_("Read JSON lines and answer one JSON object a line."))
@common(reads="texts")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    lang: str,
    stage: str,
    channel: str,
    posted_at: datetime | None,
    format_: str,
    batch: bool,
) -> None:
    """Read every input; exit with 1 where anything must not go out, with 2 where an input can't be read."""
    call = ctx.ensure_object(Invocation)
    context = Context(
        lang=None if lang == "auto" else Lang(lang),
        stage=Stage(stage),
        channel=Channel(channel),
        posted_at=posted_at,
        settings=call.house.settings,
    )
    if batch:
        from cockpit.cli.lint_batch import run_batch  # a cold start reads what it needs

        ctx.exit(run_batch(_lines(files), lambda text, c: lint(text, _bounded(call, c)), context))
    if context.posted_at is None:
        context = replace(context, posted_at=call.wiring.now().astimezone(call.house.zone))
    context = _bounded(call, context)
    code = 0
    for name in files or ("-",):
        try:
            found = _read(name)
        except BadInput as error:
            click.echo(clean_line(f"{ctx.command_path}: {error.format_message()}"), err=True)
            code = BAD
            continue
        result = lint(found.text, context)
        shown = as_json(result, context) if format_ == "json" else as_text(found.name, found.text, result)
        if shown:
            click.echo(shown)
        code = max(code, NO if result.blocked else 0)
    ctx.exit(code)


def _bounded(call: Invocation, context: Context) -> Context:
    """The context with the latest time that the policy allows for the next update."""
    if context.posted_at is None or context.stage not in _BOUND_BY_RHYTHM:
        return context
    return replace(context, latest=context.posted_at + timedelta(seconds=call.house.policy.update_s))


def _read(name: str) -> Input:
    """One input; raises BadInput naming it and what is wrong with it."""
    shown = "<stdin>" if name == "-" else name
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInput(f"{shown}: {error.strerror}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(_("%(name)s: not UTF-8 text (byte %(at)d)", name=shown, at=error.start)) from error
    if not text.strip():
        raise BadInput(_("%(name)s: the text is empty", name=shown))
    return Input(shown, text)


def _lines(files: tuple[str, ...]) -> Iterator[bytes]:
    """The lines of the inputs, as they come."""
    for name in files or ("-",):
        if name == "-":
            yield from sys.stdin.buffer
            continue
        try:
            with Path(name).open("rb") as file:
                yield from file
        except OSError as error:
            raise BadInput(f"{name}: {error.strerror}") from error

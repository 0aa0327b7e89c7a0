"""``cockpit templates``: the prepared messages, seen and checked before an incident."""

from __future__ import annotations

from collections.abc import Iterator

import click

from cockpit.application.ports import TemplateFailure
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put, put_json, table
from cockpit.cli.problems import NO, BadInput
from cockpit.cli.sample_facts import POSTED_AT, sample_facts
from cockpit.cli.wiring import PreparedMessage
from cockpit.domain.clean import clean_line
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import _, current, tell
from cockpit.labels import label
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Facts, Severity


@click.group(
    "templates",
    invoke_without_command=True,
    help=_(
        "The messages prepared before an incident. A file of yours takes the place of the built-in one of its name; "
        "`cockpit doctor` says in which folder."
    ),
    short_help=_("The prepared messages."),
    epilog="\b\n"
    + _(
        "Examples:\n"
        "  cockpit templates\n"
        "  cockpit templates show scoping > scoping.md.j2\n"
        "  cockpit templates preview scoping --lang ja --channel x\n"
        "  cockpit templates check"
    ),
)
@common(reads="texts")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Without a subcommand, list them."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


_lang = click.option(
    "--lang",
    type=click.Choice([lang.value for lang in Lang]),
    default=current(),
    show_default=True,
    help=_("Its language."),
)


@command.command("list", short_help=_("List them."), help=_("List the prepared messages."))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common(reads="texts")
@click.pass_obj
def list_(call: Invocation, format_: str = "text") -> None:
    """Print them, one a line."""
    found = call.wiring.templates().prepared()
    if format_ == "json":
        for each in found:
            put_json(
                {
                    "name": each.name,
                    "lang": each.lang.value,
                    "stage": each.stage.value if each.stage else None,
                    "title": each.title,
                    "when": each.when,
                    "required": list(each.required),
                    "path": str(each.path),
                    "builtin": each.builtin,
                }
            )
        return
    put(
        table(
            (
                each.lang.value,
                each.name,
                label(each.stage) if each.stage else _("to the team"),
                each.title,
                "" if each.builtin else str(each.path),
            )
            for each in found
        )
    )


@command.command("show", short_help=_("Print one as it is written."), help=_("Print the source of template NAME."))
@click.argument("name")
@_lang
@common(reads="texts")
@click.pass_context
def show(ctx: click.Context, name: str, lang: str) -> None:
    """Print a template's file."""
    put(_named(ctx.ensure_object(Invocation), name, Lang(lang)).path.read_text(encoding="utf-8").rstrip("\n"))


@command.command(
    "preview",
    short_help=_("Fill one with sample facts, and lint it."),
    help=_("Fill template NAME with sample facts, and say what the lint finds in it."),
)
@click.argument("name")
@_lang
@click.option("--channel", metavar="NAME", help=_("status, x or email; voice or chat for one to the team."))
@common(reads="texts")
@click.pass_context
def preview(ctx: click.Context, name: str, channel: str | None, lang: str) -> None:
    """Print a filled template."""
    call = ctx.ensure_object(Invocation)
    template = _named(call, name, Lang(lang))
    if channel is None:
        channel = template.channels[0]
    if channel not in template.channels:
        raise BadInput(_("%(name)s is written for %(channels)s", name=name, channels=", ".join(template.channels)))
    filled = call.wiring.templates().filled(name, template.lang, channel, sample_facts(template.lang))
    if filled.problem is not None:
        click.echo(_("the built-in one is shown: %(why)s", why=clean_line(tell(filled.problem.why))), err=True)
    put(filled.text)
    for line in _flagged(call, template, channel, filled.text):
        click.echo(clean_line(line), err=True)


@command.command(
    "check",
    short_help=_("Say what is wrong with any."),
    help=_(
        "Check every prepared message: syntax, unknown facts, missing channels; and what the lint finds in it, filled "
        "with sample facts. The exit code is 1 if anything is wrong."
    ),
)
@common(reads="texts")
@click.pass_context
def check(ctx: click.Context) -> None:
    """Print what is wrong; exit with 1 if anything is."""
    call = ctx.ensure_object(Invocation)
    library = call.wiring.templates()
    wrong = [tell(problem.why) for problem in library.check()]
    prepared = library.prepared()
    for template in prepared:
        for channel in template.channels:
            try:
                text = library.filled(template.name, template.lang, channel, sample_facts(template.lang)).text
            except TemplateFailure:
                continue  # named above
            found = _flagged(call, template, channel, text)
            wrong += [f"{template.path}: {channel}: {line}" for line in found]
    for line in wrong:
        click.echo(clean_line(line))
    click.echo(_("%(count)d templates, %(wrong)d problems", count=len(prepared), wrong=len(wrong)), err=True)
    ctx.exit(NO if wrong else 0)


def _named(call: Invocation, name: str, lang: Lang) -> PreparedMessage:
    library = call.wiring.templates()
    found = next((each for each in library.prepared() if (each.name, each.lang) == (name, lang)), None)
    if found is None:
        library.render(name, lang, Channel.STATUS, {})  # says what is wrong with a file of that name
        raise BadInput(_("there is no template «%(name)s»; `cockpit templates` lists them", name=name))
    return found


def _flagged(call: Invocation, template: PreparedMessage, channel: str, text: str) -> Iterator[str]:
    """What the lint finds in a filled message to customers; what is said to the team is not linted."""
    if template.stage is None:
        return
    facts = Facts(has_workaround=True)
    context = Context(
        lang=template.lang,
        stage=template.stage,
        channel=Channel(channel),
        posted_at=POSTED_AT[template.lang],
        facts=facts,
        settings=call.house.settings,
    )
    for finding in lint(text, context).findings:
        if finding.severity is not Severity.INFO:
            yield f"{finding.rule}: «{finding.text}» {tell(finding.message)}"

"""The ``cockpit`` command: its subcommands are imported when they are called, so that each starts as fast as it can."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from cockpit import i18n
from cockpit.cli import click_words
from cockpit.cli.invocation import Invocation, common
from cockpit.cli.language import ui_language
from cockpit.cli.problems import BadInput, guarded
from cockpit.i18n import _

if TYPE_CHECKING:
    from cockpit.cli.wiring import Wiring

_COMMANDS = (
    "new",
    "drill",
    "report",
    "intake",
    "lint",
    "rules",
    "status",
    "timeline",
    "review",
    "handover",
    "replies",
    "premium",
    "incidents",
    "templates",
    "purge",
    "doctor",
)
"""In the order in which help lists them; each is the object ``command`` of a module of its name."""


class Commands(click.Group):
    """A group that knows its subcommands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"cockpit.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run and exit with 0, 1 or 2; what goes wrong is one line on standard error."""
        call: Invocation = extra["obj"]
        extra["standalone_mode"] = False
        sys.exit(guarded(lambda: super(Commands, self).main(args, *rest, **extra), call.wiring.explain))


def command_line() -> Commands:
    """The command line in the language that is spoken now."""

    @click.command(
        cls=Commands,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        help=_(
            "The customer liaison's cockpit for a major incident: what customers are told, when, and with whose "
            "approval. Without a command it opens the screen."
        ),
        epilog="\b\n"
        + _(
            "Examples:\n"
            "  cockpit drill --speed 2         play a simulated incident\n"
            "  cockpit new 'Payments fail'     open an incident and its screen\n"
            "  cockpit lint draft.md           what must not go out, before it does\n"
            "  cockpit report 'no SMS' --customer Acme --via phone"
        ),
    )
    @common()
    @click.version_option(package_name="liaison-cockpit", prog_name="cockpit")
    @click.pass_context
    def cockpit(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            call = ctx.ensure_object(Invocation)
            open_screen(call, call.chosen() if call.incident else None)

    assert isinstance(cockpit, Commands)
    return cockpit


def open_screen(call: Invocation, incident: str | None) -> None:
    """Open the screen, which needs a terminal on both sides."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput(_("the screen needs a terminal; `cockpit --help` lists what works without one"))
    if call.wiring.open_screen(call.db, incident):
        from cockpit.cli.drill import play

        play(call.wiring)


def run(wiring: Wiring, args: Sequence[str]) -> None:
    """Run the command line with ``args`` and exit."""

    def speak() -> None:
        lang = ui_language(args, os.environ, lambda: wiring.house().ui_lang)
        i18n.use(lang)
        click_words.speak(lang)

    code = guarded(speak, wiring.explain)
    if code:
        sys.exit(code)
    command_line().main(list(args), prog_name="cockpit", obj=Invocation(wiring))

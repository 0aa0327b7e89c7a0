"""One call of the command line: the common options, wherever on the line they stand, and what they select."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cockpit.cli.problems import BadInput, No
from cockpit.domain.time_input import BadTime, read_time
from cockpit.i18n import LANGUAGES, _, tell

if TYPE_CHECKING:  # `cockpit lint` needs none of it
    from cockpit.application.services import Services
    from cockpit.cli.wiring import House, Wiring

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Invocation:
    """What the common options say. Nothing is opened before a command asks for it."""

    wiring: Wiring
    db: Path | None = None
    incident: str | None = None
    ui_lang: str | None = None

    @cached_property
    def house(self) -> House:
        """The organisation's choices."""
        return self.wiring.house()

    @cached_property
    def services(self) -> Services:
        """The use cases; the database is created where it isn't there."""
        return self.wiring.services(self.db)

    @property
    def has_database(self) -> bool:
        """Whether there is a database yet: who only reads creates none."""
        return self.wiring.database(self.db).exists()

    def chosen(self) -> str:
        """The incident's id: the named one, else the open one that was last touched; raises No or BadInput."""
        if not self.has_database:
            raise No(_("no open incident (there is no database at %(path)s yet)", path=self.wiring.database(self.db)))
        if self.incident is not None:
            return self._named(self.incident)
        from cockpit.application.snapshot import open_incidents

        rows = open_incidents(self.services.desk)
        if not rows:
            raise No(_("no open incident"))
        return rows[0].id

    def _named(self, prefix: str) -> str:
        """The id that ``prefix`` is, or begins."""
        ids = [row.id for row in self.services.desk.store.incidents()]
        if prefix in ids:
            return prefix
        found = [known for known in ids if prefix and known.startswith(prefix.lower())]
        if not found:
            raise BadInput(_("there is no incident %(id)s: `cockpit incidents` lists them", id=prefix))
        if len(found) > 1:
            raise BadInput(_("%(id)s is the beginning of %(count)d incidents' ids", id=prefix, count=len(found)))
        return found[0]


class TimeParam(click.ParamType[datetime]):
    """A time in the past or present: HH:MM (the latest one, in the configured zone) or ISO 8601."""

    name = "time"

    def __init__(self, *, future: bool = False) -> None:
        """``future``: whether it may lie ahead (a drill's time runs ahead of the clock on the wall)."""
        self._future = future

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time that was typed."""
        if isinstance(value, datetime):
            return value
        call = click.get_current_context().find_object(Invocation) if ctx is None else ctx.find_object(Invocation)
        assert call is not None
        now = call.wiring.now().astimezone(call.house.zone)
        try:
            at = read_time(str(value), now)
        except BadTime as error:
            self.fail(f"«{value}»: {tell(error.why)}", param, ctx)
        if at > now and not self._future:
            self.fail(_("«%(time)s» is in the future", time=value), param, ctx)
        return at


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    call = ctx.find_object(Invocation)
    if value is not None and call is not None and param.name is not None:
        setattr(call, param.name, value)


def common(*, reads: str = "incident") -> Callable[[F], F]:
    """Give a command the common options.

    ``reads``: "incident", "database", "drill" (a database of its own) or "texts", which hides those of no use.
    """
    if reads == "drill":
        db = _("The database file (else a new one in your data folder; never that of real incidents).")
    else:
        db = _("The database file (else $COCKPIT_DB, else one in your data folder).")

    def decorate(command: F) -> F:
        for option in (
            click.option(
                "--ui-lang",
                type=click.Choice(LANGUAGES),
                help=_("Language of the screen and of what commands say (else $COCKPIT_LANG, else the locale)."),
                expose_value=False,
                callback=_keep,
            ),
            click.option(
                "--incident",
                metavar="ID",
                help=_("The incident, by its id or the beginning of it (else the open one last touched)."),
                expose_value=False,
                callback=_keep,
                hidden=reads != "incident",
            ),
            click.option(
                "--db",
                type=click.Path(dir_okay=False, path_type=Path),
                help=db,
                expose_value=False,
                callback=_keep,
                hidden=reads == "texts",
            ),
        ):
            command = option(command)
        return command

    return decorate

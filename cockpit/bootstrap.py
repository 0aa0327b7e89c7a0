"""The composition root: the only module that knows every layer. Whatever is heavy is imported when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.adapters.config import Config
    from cockpit.adapters.templates import Templates
    from cockpit.application.ports import Clock
    from cockpit.application.services import Services
    from cockpit.cli.wiring import Check, House


class Terminal:
    """The terminal, as long as the screen owns it: what the clipboard writes its sequences to."""

    def __init__(self) -> None:
        self._write: Callable[[str], None] | None = None

    def own(self, write: Callable[[str], None] | None) -> None:
        """The screen has the terminal and writes with ``write``; None: it lets go."""
        self._write = write

    def write(self, sequence: str) -> None:
        """Write a control sequence; raises OSError where no screen has the terminal."""
        if self._write is None:
            raise OSError("no screen is open")
        self._write(sequence)


class Cockpit:
    """Builds the parts for one process from its environment ``env``; each is built once, when first asked for.

    ``clock`` and ``actor`` stand in for the machine's and the configured liaison (the drill brings its own).
    """

    def __init__(self, env: Mapping[str, str], clock: Clock | None = None, actor: str | None = None) -> None:
        self.env = env
        self.terminal = Terminal()
        self._clock = clock
        self._actor = actor

    @cached_property
    def config(self) -> Config:
        """The organisation's choices; raises ConfigError."""
        from cockpit.adapters.config import load_config

        return load_config(self.env)

    @cached_property
    def clock(self) -> Clock:
        """The machine's clock, unless another was given."""
        from cockpit.adapters.clock import SystemClock

        return self._clock or SystemClock()

    def now(self) -> datetime:
        """The present, aware UTC."""
        return self.clock.now()

    def house(self) -> House:
        """The organisation's choices, as the command line needs them."""
        from cockpit.cli.wiring import House

        config = self.config
        return House(config.zone, config.policy, config.lint, config.ui_lang or "")

    def database(self, db: Path | None) -> Path:
        """The database: ``db``, else $COCKPIT_DB, else the user's own."""
        from cockpit.adapters.paths import default_database

        return db or default_database(self.env)

    def templates(self) -> Templates:
        """The prepared messages, with the user's own in their place."""
        from cockpit.adapters.templates import Templates

        return Templates(self.config.templates)

    def services(self, db: Path | None) -> Services:
        """All use cases on that database, which is created where it isn't there; raises StoreProblem."""
        from cockpit.adapters.clipboard import SystemClipboard
        from cockpit.adapters.paths import spool_folder
        from cockpit.adapters.store import SqliteStore
        from cockpit.adapters.watch import DataVersion
        from cockpit.application.customer_reports import CustomerReports
        from cockpit.application.desk import Desk
        from cockpit.application.filling import Filler
        from cockpit.application.incidents import Incidents
        from cockpit.application.messages import Messages
        from cockpit.application.proofreading import Proofreader
        from cockpit.application.services import Services

        config, path = self.config, self.database(db)
        desk = Desk(SqliteStore(path), self.clock, config.policy, config.zone, self._actor or config.liaison)
        proofreader = Proofreader(config.policy, config.lint, config.zone)
        clipboard = SystemClipboard(self.env, self.terminal.write, spool_folder())
        return Services(
            desk=desk,
            incidents=Incidents(desk),
            messages=Messages(desk, proofreader, clipboard),
            reports=CustomerReports(desk),
            proofreader=proofreader,
            filler=Filler(self.templates(), config.policy, config.zone, config.company),
            watch=lambda: DataVersion(path),
            database=path,
            langs=config.langs,
            channels=config.channels,
            components=config.components,
            regions=config.regions,
        )

    def open_screen(self, db: Path | None, incident: str | None) -> None:
        """Open the screen on ``incident`` (None: the open one, or the start screen); returns when it is left."""
        from cockpit.tui.app import CockpitApp, without_kitty_keys

        without_kitty_keys()
        services = self.services(db)
        shown = incident or _last_touched(services)
        wanted = CockpitApp(services, shown, own_terminal=self.terminal.own).run()
        if wanted == "drill":
            self.drill(None, None, 1.0)

    def checks(self, db: Path | None) -> Sequence[Check]:
        """What works here and what doesn't."""
        from cockpit.adapters import health, paths
        from cockpit.adapters.config import Config, ConfigError
        from cockpit.i18n import tell

        problem = None
        try:
            config = self.config
        except ConfigError as error:
            config, problem = Config(), tell(error.why)
        return (
            *health.programs(),
            *health.terminal(self.env),
            health.clipboard(self.env, paths.spool_folder()),
            health.database(self.database(db)),
            health.zone(config.zone, self.now()),
            health.configuration(config.file, paths.named_config(self.env) or paths.default_config(), problem),
            *health.templates(config.templates),
        )

    def explain(self, error: Exception) -> str | None:
        """One line for a problem of the configuration or of a template; None: not known here."""
        from cockpit.adapters.config import ConfigError
        from cockpit.adapters.templates import UnknownTemplate
        from cockpit.i18n import tell

        if isinstance(error, ConfigError):
            return tell(error.why)
        return str(error) if isinstance(error, UnknownTemplate) else None


def _last_touched(services: Services) -> str:
    from cockpit.application.snapshot import open_incidents

    rows = open_incidents(services.desk)
    return rows[0].id if rows else ""


def main() -> None:
    """The console command."""
    from cockpit.cli.main import run

    run(Cockpit(os.environ), sys.argv[1:])

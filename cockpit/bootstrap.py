"""The composition root: the only module that knows every layer. Whatever is heavy is imported when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.adapters.config import Config
    from cockpit.adapters.templates import Templates
    from cockpit.application.intake import MailIntake, Told
    from cockpit.application.mailbox import Wanted
    from cockpit.application.ports import Clock, Listed
    from cockpit.application.services import Services
    from cockpit.cli.wiring import Check, House
    from cockpit.drill.engine import Engine
    from cockpit.tui.app import Own

_STEP_S = 2.0
"""How often the others of a drill act, in simulated seconds."""
_FASTEST_TICK_S = 0.1
"""The shortest time between two movements of a drill's countdown, in real seconds."""
_FEW_COLLECTIONS = 200_000
"""How many objects are made between two looks for garbage, until the screen has its own way (`gc_policy`)."""


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
            from cockpit.i18n import _

            raise OSError(_("no screen is open"))
        self._write(sequence)


class Cockpit:
    """Builds the parts for one process from its environment ``env``; each is built once, when first asked for.

    ``clock`` and ``actor`` stand in for the machine's and the configured liaison (the drill brings its own).
    """

    def __init__(self, env: Mapping[str, str], clock: Clock | None = None, actor: str | None = None) -> None:
        self.env = env
        self.terminal = Terminal()
        self.has_state = False
        """Whether a database was opened, which wants closing in good order."""
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
        from cockpit.application.individual import Individual
        from cockpit.application.messages import Messages
        from cockpit.application.proofreading import Proofreader
        from cockpit.application.services import Services
        from cockpit.application.unfinished import Unfinished
        from cockpit.domain.reports import customer_key

        self.has_state = True
        config, path = self.config, self.database(db)
        desk = Desk(SqliteStore(path), self.clock, config.policy, config.zone, self._actor or config.liaison)
        proofreader = Proofreader(config.policy, config.lint, config.zone, config.zones)
        clipboard = SystemClipboard(self.env, self.terminal.write, spool_folder())
        return Services(
            desk=desk,
            incidents=Incidents(desk, config.ic),
            messages=Messages(desk, proofreader, clipboard),
            individual=Individual(desk, proofreader),
            reports=CustomerReports(desk, frozenset(customer_key(customer.name) for customer in config.premium)),
            proofreader=proofreader,
            filler=Filler(self.templates(), config.policy, config.zone, config.company, config.zones),
            unfinished=Unfinished(desk),
            watch=lambda: DataVersion(path),
            database=path,
            langs=config.langs,
            channels=config.channels,
            components=config.components,
            regions=config.regions,
            premium=config.premium,
        )

    def mail_intake(self, db: Path | None, wanted: Wanted, told: Told) -> MailIntake:
        """What takes a mailbox into an incident; raises MailboxRefused where the libraries for it are missing."""
        from cockpit.adapters.mail_intake import mail_intake

        return mail_intake(self.services(db), self.config, self.env, wanted, told)

    def open_screen(self, db: Path | None, incident: str | None) -> bool:
        """Open the screen on ``incident`` (None: the open one, or the start screen); True: a drill is wanted next."""
        services = self.services(db)
        shown = incident or next((row.id for row in _open_incidents(services)), "")
        return self._show(services, shown) == "drill"

    def _show(self, services: Services, incident: str, own: Own | None = None, tick_s: float = 1.0) -> str | None:
        """Run the screen; returns what the user wants next."""
        from cockpit.application.opening import Opening

        opening = Opening(services, incident) if incident else None  # it reads while the next line imports
        from cockpit.tui.app import CockpitApp, without_kitty_keys

        without_kitty_keys()
        app = CockpitApp(services, incident, opening=opening, own_terminal=own or self.terminal.own, tick_s=tick_s)
        wanted = app.run()
        if app.crash is not None:
            raise app.crash
        return wanted

    def scenarios(self) -> Sequence[str]:
        """The names of the drill's scenarios, the default one first."""
        from cockpit.drill.catalogue import SCENARIOS

        return tuple(SCENARIOS)

    def drill(self, db: Path | None, scenario: str | None, speed: float) -> tuple[Services, str]:
        """Play a scenario on the screen; returns the use cases on its database, their clock stopped, and the incident.

        The database is a new one, or ``db``; a drill that was left there goes on.
        """
        from cockpit.application.desk import Refusal
        from cockpit.domain.wording import say
        from cockpit.drill.catalogue import SCENARIOS, of_title
        from cockpit.drill.clock import DrillClock, begin_at
        from cockpit.drill.engine import Engine, staged, start

        path = db or _drill_database(self.now())
        chosen = SCENARIOS[scenario or self.scenarios()[0]]
        begin = begin_at(self.now(), chosen, speed)
        there = self.services(path)
        if not all(of_title(row.title) for row in there.desk.store.incidents()):
            raise Refusal(say("%(path)s holds a real incident: name another file for the drill", path=path))
        left = next(iter(_open_incidents(there)), None)
        if left is not None:
            chosen, begin = of_title(left.title) or chosen, left.touched_at
        clock = DrillClock(begin, speed, time.monotonic)
        stage = Cockpit(self.env, clock, self._actor)
        stage.terminal = self.terminal
        services = staged(stage.services(path), chosen)
        incident = left.id if left is not None else start(services, chosen)

        def own(write: Callable[[str], None] | None) -> None:
            # Nobody can act before the screen is there: until then the simulated time stands.
            self.terminal.own(write)
            clock.pause() if write is None else clock.run()

        with _played(Engine(services, incident, chosen), speed):
            self._show(services, incident, own, tick_s=max(_FASTEST_TICK_S, 1 / speed))
        clock.pause()
        return services, incident

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
        """One line for a problem of the configuration; None: not known here."""
        from cockpit.adapters.config import ConfigError
        from cockpit.i18n import tell

        return tell(error.why) if isinstance(error, ConfigError) else None


def _open_incidents(services: Services) -> Sequence[Listed]:
    from cockpit.application.snapshot import open_incidents

    return open_incidents(services.desk)


def _drill_database(now: datetime) -> Path:
    """A new file for a drill begun at ``now``."""
    from cockpit.adapters.paths import data_folder

    return data_folder() / "drills" / f"drill-{now:%Y%m%d-%H%M%S}.db"


@contextmanager
def _played(engine: Engine, speed: float) -> Iterator[None]:
    """The others play while the block runs; what kept them from writing to the end is raised after it."""
    from cockpit.drill.engine import run

    stop, failed = threading.Event(), list[Exception]()

    def play() -> None:
        try:
            run(engine, stop, min(1.0, _STEP_S / speed + 0.1))
        except Exception as error:  # raised where the drill was started
            failed.append(error)

    thread = threading.Thread(target=play, name="drill", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
    if failed:
        raise failed[0]


def main() -> None:
    """The console command."""
    # What a start makes, it keeps: a collector that looks through it every 700 objects finds nothing.
    gc.set_threshold(_FEW_COLLECTIONS)
    from cockpit.cli import at_once

    cockpit = Cockpit(os.environ)
    if at_once.is_wanted(sys.argv):
        sys.exit(at_once.run(cockpit))
    from cockpit.cli.main import run
    from cockpit.cli.problems import flush

    try:
        run(cockpit, sys.argv[1:])
    except SystemExit as end:
        if not cockpit.has_state and isinstance(end.code, int | None):
            # Nothing is open: taking the interpreter down in good order would be a tenth of a cold lint's time.
            flush()
            os._exit(end.code or 0)
        raise

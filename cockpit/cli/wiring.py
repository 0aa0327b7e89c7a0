"""What the command line needs of the world: lent by the composition root, which builds nothing before it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from cockpit.domain.frozen import frozen

if TYPE_CHECKING:  # a cold start imports nothing that its command doesn't use
    from datetime import datetime, tzinfo
    from pathlib import Path

    from cockpit.application.intake import MailIntake, Told
    from cockpit.application.mailbox import Wanted
    from cockpit.application.ports import TemplateFailure
    from cockpit.application.services import Services
    from cockpit.domain.policy import Policy
    from cockpit.domain.words import Lang, Stage
    from cockpit.lint.model import Settings


@frozen
class House:
    """An organisation's choices, as far as a text can be read without any incident."""

    zone: tzinfo
    policy: Policy
    settings: Settings
    ui_lang: str = ""
    """The language the configuration names; "" where it names none."""


class Check(Protocol):
    """One line of ``doctor``."""

    @property
    def name(self) -> str:
        """What was looked at."""

    @property
    def found(self) -> str:
        """What was found."""

    @property
    def level(self) -> str:
        """ "ok", "note" or "wrong"."""

    @property
    def mend(self) -> str:
        """How to mend it; "" where there is nothing to mend."""


class PreparedMessage(Protocol):
    """What a template's header says."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def lang(self) -> Lang:
        """Its language."""

    @property
    def stage(self) -> Stage | None:
        """What it is for; None: it is said to the team."""

    @property
    def title(self) -> str:
        """What it is called in the list."""

    @property
    def when(self) -> str:
        """When to use it."""

    @property
    def required(self) -> tuple[str, ...]:
        """The facts without which it isn't finished."""

    @property
    def path(self) -> Path:
        """Its file."""

    @property
    def builtin(self) -> bool:
        """Whether it came with the package."""

    @property
    def channels(self) -> tuple[str, ...]:
        """What it is written for."""


class FilledMessage(Protocol):
    """A message made from a template."""

    @property
    def text(self) -> str:
        """The message."""

    @property
    def problem(self) -> TemplateFailure | None:
        """Why the built-in one stood in for the user's own, if it did."""


class TemplateLibrary(Protocol):
    """The prepared messages, with what is wrong with any."""

    def prepared(self) -> Sequence[PreparedMessage]:
        """All of them, a user's own in place of the built-in of the same name."""

    def filled(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> FilledMessage:
        """A template filled with ``facts``; raises TemplateFailure."""

    def render(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> str:
        """A template filled with ``facts``; raises TemplateFailure."""

    def check(self) -> Sequence[TemplateFailure]:
        """What is wrong with any template; each says file and line."""


class Wiring(Protocol):
    """The composition root, as the commands see it. Its methods raise what ``explain`` has a line for."""

    def now(self) -> datetime:
        """The present, aware UTC."""

    def house(self) -> House:
        """The organisation's choices; opens no database."""

    def database(self, db: Path | None) -> Path:
        """The database: ``db``, else $COCKPIT_DB, else the user's own."""

    def services(self, db: Path | None) -> Services:
        """The use cases on that database, which is created where it isn't there."""

    def mail_intake(self, db: Path | None, wanted: Wanted, told: Told) -> MailIntake:
        """What takes a mailbox into an incident; raises MailboxRefused where the libraries for it are missing."""

    def templates(self) -> TemplateLibrary:
        """The prepared messages; opens no database."""

    def checks(self, db: Path | None) -> Sequence[Check]:
        """What works here and what doesn't."""

    def open_screen(self, db: Path | None, incident: str | None) -> bool:
        """Open the screen on ``incident`` (None: the open one, or the start screen); True: a drill is wanted next."""

    def scenarios(self) -> Sequence[str]:
        """The names of the drill's scenarios, the default one first."""

    def drill(self, db: Path | None, scenario: str | None, speed: float) -> tuple[Services, str]:
        """Play a scenario on the screen; returns the use cases on its database, their clock stopped, and the incident.

        The database is a new one, or ``db``.
        """

    def explain(self, error: Exception) -> str | None:
        """One line for a problem of the outside world (a file, the configuration, the database); None: a bug."""

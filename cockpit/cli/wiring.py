"""What the command line needs of the world: lent by the composition root, which builds nothing before it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a cold start imports nothing that its command doesn't use
    from datetime import datetime, tzinfo
    from pathlib import Path

    from cockpit.application.ports import TemplateInfo
    from cockpit.application.services import Services
    from cockpit.domain.policy import Policy
    from cockpit.domain.words import Lang
    from cockpit.lint.model import Settings


@dataclass(frozen=True, slots=True)
class House:
    """An organisation's choices, as far as a text can be read without any incident."""

    zone: tzinfo
    policy: Policy
    settings: Settings
    ui_lang: str = ""
    """The language the configuration names; "" where it names none."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of ``doctor``: what was looked at, what was found, and how to mend it where it doesn't work."""

    name: str
    found: str
    works: bool = True
    mend: str = ""


class TemplateLibrary(Protocol):
    """The prepared messages, with what is wrong with any."""

    def names(self) -> tuple[TemplateInfo, ...]:
        """All messages to customers, a user's own in place of the built-in of the same name."""

    def render(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> str:
        """A template filled with ``facts``; raises TemplateFailure."""

    def check(self) -> Sequence[Exception]:
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

    def templates(self) -> TemplateLibrary:
        """The prepared messages; opens no database."""

    def checks(self, db: Path | None) -> Sequence[Check]:
        """What works here and what doesn't."""

    def open_screen(self, db: Path | None, incident: str | None) -> None:
        """Open the screen on ``incident`` (None: the open one, or the start screen); returns when it is left."""

    def scenarios(self) -> Sequence[str]:
        """The names of the drill's scenarios, the default one first."""

    def drill(self, db: Path | None, scenario: str | None, speed: float) -> Path:
        """Play a scenario; returns the database it was played in."""

    def explain(self, error: Exception) -> str | None:
        """One line for a problem of the outside world (a file, the configuration, the database); None: a bug."""

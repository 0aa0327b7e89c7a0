"""What an action may do with the cockpit: the face that the flows see of the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from cockpit.application.ports import Copied, Draft
from cockpit.application.services import Services
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.tui.view import View

if TYPE_CHECKING:
    from cockpit.tui.screens.form import Form, Values
    from cockpit.tui.screens.menu import Menu

T = TypeVar("T")


class Room(Protocol):
    """The cockpit of one incident, as the flows use it."""

    @property
    def services(self) -> Services:
        """The use cases."""

    @property
    def incident(self) -> str:
        """The incident's id."""

    @property
    def view(self) -> View:
        """This moment: state, draft, reading."""

    @property
    def supplied(self) -> dict[tuple[str, Lang], str]:
        """What was last typed of the facts that a message needs beside the sheet, by the fact and the language."""

    @property
    def narrowing(self) -> Narrowing:
        """What the log of reports is narrowed to."""

    def narrow(self, narrowing: Narrowing) -> None:
        """Show the reports that ``narrowing`` leaves."""

    async def fill_in(self, form: Form) -> Values | None:
        """Let the user fill in a form; None when they leave it. What was typed is there again next time."""

    async def choose(self, menu: Menu) -> str | None:
        """Let the user choose; None when they don't."""

    async def read(self, title: str, text: str, *, select: bool = False) -> None:
        """Show a text, scrolled with the arrow keys; ``select`` selects it for the terminal's own copy."""

    async def perform(self, action: Callable[[], T]) -> T | None:
        """Run a use case away from the screen's thread; a refusal is said and gives None."""

    def tell(self, text: str, *, severity: str = "information") -> None:
        """Say something in passing."""

    async def show_copied(self, copied: Copied, text: str) -> None:
        """Say how a text reached the clipboard, no more than is known."""

    def write(self, draft: Draft) -> None:
        """Put it in place of the draft of its language, channel and audience; in the editor it can be undone."""

    def untouched(self, draft: Draft) -> bool:
        """Whether nobody has changed what a template put there."""

    def set_target(self, stage: Stage, target: Phase | None) -> None:
        """What the draft in the editor is for, and which phase it moves to."""

    def finish(self) -> None:
        """The message in the editor went out: what is written next is for something else."""

    def show_draft(self, lang: Lang, channel: Channel, audience: str = "") -> None:
        """Bring that draft into the editor; ``audience`` is the id of the one customer it is to ("": everybody)."""

    def read_time(self, text: str) -> datetime:
        """A time as the user types it; raises ValueError with what to type instead."""

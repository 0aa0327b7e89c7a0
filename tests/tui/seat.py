"""A seat at the cockpit: keys in, what the screen shows out. Waits for conditions, never for a length of time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from support import FixedClock
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from cockpit.application.services import Services
from cockpit.domain.events import Event
from cockpit.domain.incident import Incident
from cockpit.tui.app import CockpitApp
from cockpit.tui.screens.cockpit import CockpitScreen
from cockpit.tui.screens.form import FormScreen
from cockpit.tui.widgets.draft_editor import DraftEditor

PATIENCE = 2000
"""How many looks before what is waited for is given up."""
HOPS = 5
"""How many parts of the app a key may pass on its way; each look lets every part do what it was told."""


@dataclass
class Seat:
    """The running app, as a person at the keyboard meets it."""

    services: Services
    clock: FixedClock
    app: CockpitApp
    pilot: Pilot[str]

    # What is done

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what follows from them is done."""
        for key in keys:
            self._send(key, _character_of(key))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, a key a character, as fast as a terminal hands on what was typed while it was busy."""
        for char in text:
            self._send("enter" if char == "\n" else _character_to_key(char), char)
        await self.settle()

    def _send(self, key: str, character: str | None) -> None:
        assert self.app._driver is not None
        self.app._driver.send_message(events.Key(key, character))

    async def paste(self, text: str) -> None:
        """What the terminal pastes."""
        assert self.app._driver is not None
        self.app._driver.send_message(events.Paste(text))
        await self.settle()

    async def write(self, text: str) -> None:
        """Put a text into the draft by hand: everything replaced."""
        editor = self.editor
        editor.focus()
        editor.replace_span(0, len(editor.text), text)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way but dialogs: the draft read and saved, the panes up to date."""
        if self.cockpit is not None:
            self.cockpit.refresh_view()  # the clock may have been set
        quiet = 0

        def rests() -> bool:
            nonlocal quiet
            quiet = quiet + 1 if self._is_quiet else 0
            return quiet >= HOPS

        await self.until(rests, "the screen to come to rest")

    async def until(self, condition: Callable[[], object], what: str = "it") -> None:
        """Wait until ``condition`` holds."""
        for _ in range(PATIENCE):
            await self.pilot.pause(0.003)
            if condition():
                return
        raise AssertionError(f"waited in vain for {what}; the screen shows:\n{self.text}")

    @property
    def _is_quiet(self) -> bool:
        busy = [w for w in self.app.workers if w.group in ("load", "save", "lint", "report") and not w.is_finished]
        screen = self.cockpit
        top = self.app.screen
        if busy or (isinstance(top, FormScreen) and top._busy):
            return False
        if screen is None:
            return True
        writing = screen.writing
        flows = [w for w in self.app.workers if w.group == "flow" and not w.is_finished]
        waiting_for_a_person = top is not screen
        # After a failed save what was typed stays unsaved, and that is said.
        saved = not screen.unsaved or bool(screen.view.not_saved)
        return saved and writing.is_read and (not flows or waiting_for_a_person)

    # What is seen

    @property
    def cockpit(self) -> CockpitScreen | None:
        """The cockpit's screen, dialogs over it or not."""
        return next((s for s in reversed(self.app.screen_stack) if isinstance(s, CockpitScreen)), None)

    @property
    def room(self) -> CockpitScreen:
        """The cockpit's screen, which is there."""
        assert self.cockpit is not None
        return self.cockpit

    @property
    def editor(self) -> DraftEditor:
        return self.room.query_one(DraftEditor)

    @property
    def draft(self) -> str:
        return self.editor.text

    @property
    def line(self) -> Input:
        """The line for reports."""
        return self.room.query_one("#report-line", Input)

    @property
    def dialog(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def field(self) -> str:
        """The name of the dialog's field that has the cursor."""
        return self.app.focused.name or "" if self.app.focused else ""

    @property
    def rows(self) -> list[str]:
        """What the terminal shows, top to bottom."""
        # An option's words are joined by spaces that don't break.
        return [strip.text.replace("\u00a0", " ") for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(row.rstrip() for row in self.rows)

    def pane(self, selector: str) -> str:
        """What one pane of the cockpit shows."""
        region = self.room.query_one(selector).region
        strips = self.room._compositor.render_strips()[region.y : region.bottom]
        return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)

    @property
    def said(self) -> list[str]:
        """What was said in passing and is still to be read."""
        return [str(note.message) for note in self.app._notifications]

    # What is recorded

    @property
    def incident(self) -> Incident:
        return self.services.desk.load(self.room.incident)

    @property
    def journal(self) -> list[Event]:
        return list(self.services.desk.store.events(self.room.incident))

    def recorded(self, kind: type) -> list[object]:
        """What of that kind the journal holds, oldest first."""
        return [event.what for event in self.journal if isinstance(event.what, kind)]

    # Short ways through what a test isn't about

    async def go_public(self) -> None:
        """The IC decides to go public; the template picker stays open."""
        await self.press("ctrl+g", "y", "enter")

    async def approve(self) -> None:
        """Ask for this text alone, and record that the IC approved by voice."""
        await self.press("f3")
        if "Which texts" in self.text:
            await self.press("2")
        await self.press("f3", "v")

    async def publish(self, when: str = "") -> None:
        """The draft asked for, approved, copied and posted."""
        await self.approve()
        await self.press("ctrl+o")
        await self.press("f5")
        await self.type(when)
        await self.press("enter")


def _character_of(key: str) -> str | None:
    """What a terminal sends with a key: alt with a letter brings the letter along, Enter and Tab are control bytes."""
    named = {"space": " ", "enter": "\r", "tab": "\t"}
    letter = key.removeprefix("alt+")
    return letter if len(letter) == 1 else named.get(key)


@asynccontextmanager
async def sit_down(
    services: Services, clock: FixedClock, incident: str = "", size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Seat]:
    """The app on a terminal of ``size``, at ``incident`` or at the start screen."""
    app = CockpitApp(services, incident)
    async with app.run_test(size=size) as pilot:
        seat = Seat(services, clock, app, pilot)
        await seat.settle()
        yield seat


Sit = Callable[..., AbstractAsyncContextManager[Seat]]
"""Sits down at an incident: what the fixture of that name gives."""

"""The app: which screen is open, the palette, the terminal around it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import Event, Key
from textual.screen import Screen

from cockpit.application.desk import Refusal
from cockpit.application.opening import Opening
from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.domain.clean import clean_line
from cockpit.i18n import _, tell
from cockpit.tui.actions import ACTIONS, shown_key
from cockpit.tui.gc_policy import QuietCollector
from cockpit.tui.palette import Actions, palette
from cockpit.tui.screens.cockpit import CockpitScreen
from cockpit.tui.screens.host import Host
from cockpit.tui.widgets.own_keys import as_typed

if TYPE_CHECKING:
    from cockpit.tui.screens.start import StartScreen

Own = Callable[[Callable[[str], None] | None], None]
"""Takes what writes to the terminal while the app owns it, and None when it lets go."""


_WIDTHS = [(0, "-narrow"), (100, "-wide")]
_HEIGHTS = [(0, "-short"), (30, "-middle"), (50, "-tall")]
"""From how many columns and rows on which classes hold, for the style sheet."""
_SWITCH_S = 0.0005
"""How long a thread may keep the others waiting: what is painted is written by one, and the lint reads in another."""


class CockpitApp(App[str]):
    """The liaison's cockpit. It ends with "drill" where the user wants to practise, else with None.

    ``incident`` is opened at once ("": the start screen); ``opening`` where it is being read already. ``own_terminal``
    is told how to write a control sequence to the terminal (for its clipboard) while the app is on. ``tick_s`` is how
    often the countdown moves, in seconds.
    """

    CSS_PATH = "app.tcss"
    TITLE = "cockpit"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {Actions}  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(
        self,
        services: Services,
        incident: str = "",
        *,
        opening: Opening | None = None,
        own_terminal: Own | None = None,
        tick_s: float = 1.0,
    ) -> None:
        super().__init__()
        self._services = services
        self._incident = incident
        self._opening = opening
        self._own_terminal = own_terminal
        self._tick_s = tick_s
        self._window_title = ""
        self.crash: BaseException | None = None
        """What ended the app, where it ended by a fault of its own."""
        self.HORIZONTAL_BREAKPOINTS = _WIDTHS
        self.VERTICAL_BREAKPOINTS = _HEIGHTS

    def on_mount(self) -> None:
        """Open the first screen, and hear when the terminal goes away."""
        self._listen()
        sys.setswitchinterval(_SWITCH_S)
        if self._own_terminal:
            self._own_terminal(self._write_from_anywhere)
        if not self._incident:
            self.show_start()
        elif not self._has_screen():
            self._sit_down(self._incident)
        QuietCollector().attach(self)

    async def on_event(self, event: Event) -> None:
        """Keys wait for the dialog they are meant for: typed ahead, they must not get into the draft behind it."""
        if isinstance(event, Key) and not event.is_forwarded:
            for screen in self.screen_stack:
                if isinstance(screen, Host):
                    await screen.settled()
            event = as_typed(event)
        await super().on_event(event)

    def on_unmount(self) -> None:
        """Let go of the terminal."""
        if self._own_terminal:
            self._own_terminal(None)

    def _listen(self) -> None:
        """A closed window or a kill ends the app in good order: the draft is saved, the terminal as it was."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows; a test's thread
                loop.add_signal_handler(number, lambda: self.run_worker(self.action_quit(), exclusive=True))

    def _fatal_error(self) -> None:
        """Keep the fault for whoever started the app, which says it in one line; Textual would print a traceback."""
        self.crash = sys.exc_info()[1]
        self._close_messages_no_wait()

    # Screens

    def get_default_screen(self) -> Screen[object]:
        """The incident's, at once: an empty screen below it would be styled, laid out and painted first."""
        if self._incident:
            with suppress(Refusal, StoreProblem):  # said once the app is there
                opening, self._opening = self._opening or Opening(self._services, self._incident), None
                screen = CockpitScreen(self._services, opening, self._tick_s)
                # Known by now: found at the first layout, they would have everything styled a second time.
                kinds = screen._get_breakpoint_classes
                size = self.size
                screen.add_class(*kinds(size.width, _WIDTHS), *kinds(size.height, _HEIGHTS), update=False)
                screen._push_result_callback(self, None)  # as of a screen that was pushed: another takes its place
                return screen
        return super().get_default_screen()

    def _sit_down(self, incident: str) -> None:
        try:
            opening, self._opening = self._opening or Opening(self._services, incident), None
            screen = CockpitScreen(self._services, opening, self._tick_s)
        except Refusal as refusal:
            self.notify(tell(refusal.why), severity="error", markup=False)
            return
        except StoreProblem as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        self.switch_screen(screen) if self._has_screen() else self.push_screen(screen)

    def _has_screen(self) -> bool:
        return isinstance(self.screen, Host)

    def show_start(self) -> None:
        """The list of incidents, over the cockpit where one is open."""
        from cockpit.tui.screens.start import StartScreen  # the cockpit's first paint doesn't wait for it

        here = next((screen.incident for screen in self.screen_stack if isinstance(screen, CockpitScreen)), "")
        self.push_screen(StartScreen(self._services, here))

    def leave_start(self) -> None:
        """Back to the cockpit; without one, out."""
        if any(isinstance(screen, CockpitScreen) for screen in self.screen_stack):
            self.pop_screen()
        else:
            self.exit()

    def on_start_screen_chosen(self, message: StartScreen.Chosen) -> None:
        """Sit down at that incident."""
        if any(isinstance(screen, CockpitScreen) for screen in self.screen_stack):
            self.pop_screen()
        self._sit_down(message.incident)

    def on_start_screen_drill_wanted(self) -> None:
        """The drill has a database of its own: this app ends and the drill's begins."""
        self.exit("drill")

    async def action_quit(self) -> None:
        """Leave; what was typed is on disk before the screen goes."""
        from cockpit.tui.screens.form import FormScreen

        for screen in reversed(self.screen_stack):
            if isinstance(screen, FormScreen):
                screen.keep()
            if isinstance(screen, Host):
                screen.save_now()
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the cockpit, with its key."""
        if isinstance(screen, CockpitScreen):
            for action in ACTIONS:
                name = f"{tell(action.short)} ({shown_key(action.key)})"
                yield SystemCommand(name, tell(action.what), lambda at=action.id: screen.action_do(at))
        yield SystemCommand(_("light or dark"), _("change the colours"), self._toggle_dark)
        yield SystemCommand(_("leave (^Q)"), _("leave; everything is saved"), self.exit)

    def action_command_palette(self) -> None:
        """Every action by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(palette())

    def action_help_quit(self) -> None:
        """Whoever presses ctrl+c to leave is told how."""
        self.notify(_("^Q leaves; everything is saved"), markup=False)

    def _toggle_dark(self) -> None:
        self.theme = "textual-light" if self.theme == "textual-dark" else "textual-dark"

    # The terminal

    def copy_to_clipboard(self, text: str) -> None:
        """Keep a selection inside the cockpit: only approved texts leave it, and those by ctrl+o."""
        self._clipboard = text
        self.notify(_("kept for pasting inside the cockpit; ^O copies an approved text out"), markup=False)

    def set_window_title(self, title: str) -> None:
        """Name the terminal's window: what is due shows in the tab bar too."""
        title = clean_line(title)
        if title != self._window_title:
            self._window_title = title
            self._write_control(f"\x1b]2;{title}\x07")

    def _write_from_anywhere(self, sequence: str) -> None:
        """As `_write_control`, from a thread: a copy mustn't hold up the screen."""
        self.call_from_thread(self._write_control, sequence)

    def _write_control(self, sequence: str) -> None:
        """Through Textual's own driver, so that no sequence lands in the middle of another."""
        if self._driver is None or self.is_headless:
            if self.is_headless:
                return
            raise OSError(_("the terminal is gone"))
        self._driver.write(sequence)


def without_kitty_keys() -> None:
    """Keep plain keyboard reports: with kitty's several terminals lose what an input method commits."""
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

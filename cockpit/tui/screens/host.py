"""What every full screen can do: open dialogs and wait for them, run use cases, keep what is typed, say what came.

The dialogs' modules are imported when one is opened: the first paint doesn't wait for them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from rich.cells import cell_len
from textual import on
from textual._context import active_message_pump
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer

from cockpit.application.desk import Refusal
from cockpit.application.ports import Copied, StoreProblem, TemplateFailure, Way
from cockpit.application.unfinished import Unfinished
from cockpit.domain.clean import clean
from cockpit.i18n import _, tell
from cockpit.tui.filling_in import FillingIn, Typed
from cockpit.tui.messages import Saved
from cockpit.tui.saving import Batch, Saver

if TYPE_CHECKING:
    from cockpit.tui.screens.form import Form, Values
    from cockpit.tui.screens.menu import Menu

T = TypeVar("T")

_DIALOGS = "flow"
"""The group of the flows that open dialogs."""
_SETTLED_WITHIN_S = 2.0
"""How long keys wait for a flow that neither opens a dialog nor ends; then they are taken as they come."""
_CLAUSE_END = re.compile(r";|。")
_CELLS_READ_PER_S = 15
"""How fast somebody reads who has something else to do."""
SAVE_AFTER_S = 0.3
"""How long after the first unsaved keystroke what is typed is written: a crash loses half a second at the most."""
SAVE_AGAIN_S = 2.0
"""How long after a save that failed it is tried again."""


class Host(Screen[Any]):
    """A screen over which dialogs open. Flows run as workers, one of a group at a time."""

    def __init__(self, unfinished: Unfinished, incident: str | None) -> None:
        """``unfinished`` keeps what is typed into forms, for ``incident`` or (None) one that is still to be opened."""
        super().__init__()
        self._unfinished = unfinished
        self._of_incident = incident
        self._filling_in = FillingIn()
        self._said_of_copies: set[str] = set()
        self._form_saver = Saver[Typed](
            lambda typed: unfinished.keep(incident, typed.form, typed.said), lambda typed: typed.form
        )
        self._not_saved = ""
        """Why what was typed isn't on disk, "" where it is or soon will be."""
        self._saving: Timer | None = None
        self._flows: set[str] = set()
        """The groups of which a flow runs."""
        self._settled = asyncio.Event()

    def start_flow(self, flow: Callable[[], Awaitable[None]], group: str = _DIALOGS) -> None:
        """Run a flow; it waits for its dialogs, the screen doesn't. A second press of a key starts no second one."""
        if group not in self._flows:
            self._flows.add(group)
            self._settled.clear()
            self.run_worker(self._guarded(flow, group), group=group, exit_on_error=True)

    async def settled(self) -> None:
        """Wait until the flow that runs has its next dialog open, or has ended: what is typed is meant for that."""
        if _DIALOGS not in self._flows:
            return
        if self.app.screen is self:
            self._settled.clear()  # the last dialog has gone, and the flow may not know yet
        with suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), _SETTLED_WITHIN_S)

    async def _guarded(self, flow: Callable[[], Awaitable[None]], group: str) -> None:
        # Dialogs answer to this screen: the app waits with the next key until they have.
        active_message_pump.set(self)
        try:
            await flow()
        except Refusal as refusal:
            self.tell(tell(refusal.why), severity="warning")
        except TemplateFailure as failure:
            self.tell(tell(failure.why), severity="error")
        except StoreProblem as problem:
            self.tell(str(problem), severity="error")
        finally:
            self._flows.discard(group)
            if group == _DIALOGS:
                self._settled.set()

    async def _answer(self, dialog: Screen[T]) -> T | None:
        """Open a dialog and wait for what it gives."""
        answered: asyncio.Future[T | None] = asyncio.get_running_loop().create_future()
        await self.app.push_screen(dialog, answered.set_result)
        self._settled.set()
        try:
            return await answered
        finally:
            self._settled.clear()

    async def fill_in(self, form: Form) -> Values | None:
        """Let the user fill in a form; None when they leave it."""
        from cockpit.tui.screens.form import FormScreen

        left = await self._left(form.key) if form.key else {}

        def keep(typed: Values) -> None:
            if form.key:
                self._filling_in.type(form.key, typed)
                self.save_soon()

        values = await self._answer(FormScreen(form, left, keep, self._not_saved))
        self._save_at_once()
        if values is not None:
            await self.caught_up()
        return values

    async def _left(self, form: str) -> Values:
        """What was typed into a form that was left, here or by whatever process."""
        waiting = self._filling_in.waiting(form)
        if waiting is not None:
            return waiting
        try:
            said = await asyncio.to_thread(self._unfinished.said, self._of_incident, form)
        except StoreProblem as problem:
            self.tell(str(problem), severity="error")
            return {}
        self._filling_in.begin(form, said)
        return said

    async def choose(self, menu: Menu) -> str | None:
        """Let the user choose; None when they don't."""
        from cockpit.tui.screens.menu import MenuScreen

        return await self._answer(MenuScreen(menu))

    async def read(self, title: str, text: str, *, select: bool = False) -> None:
        """Show a text over the screen."""
        from cockpit.tui.screens.pager import PagerScreen

        await self._answer(PagerScreen(title, text, select=select))

    async def perform(self, action: Callable[[], T]) -> T | None:
        """Run a use case away from the screen's thread; a refusal or a failed write is said and gives None."""
        try:
            done = await asyncio.to_thread(action)
            await self.caught_up()
            return done
        except Refusal as refusal:
            self.tell(tell(refusal.why), severity="warning")
        except StoreProblem as problem:
            self.tell(str(problem), severity="error")
        return None

    async def caught_up(self) -> None:
        """Wait until what was just recorded is in view, where the screen shows any of it."""

    def tell(self, text: str, *, severity: str = "information") -> None:
        """Say something in passing; a problem stays longer, and so does what takes longer to read."""
        level: SeverityLevel = "information"
        if severity in ("error", "warning"):
            level = "error" if severity == "error" else "warning"
        timeout = max(4 if level == "information" else 8, cell_len(text) / _CELLS_READ_PER_S)
        self.notify(clean(text), severity=level, timeout=timeout, markup=False)

    async def show_copied(self, copied: Copied, text: str) -> None:
        """Say how a text reached the clipboard, no more than is known; the last way shows it, selected."""
        if copied.way is Way.FILE:
            title = _("No clipboard here: copy it by hand, or from %(path)s", path=copied.path)
            await self.read(title, text, select=True)
            return
        said = copied.detail
        if said in self._said_of_copies:  # what must be known of this way is known by now
            said = _CLAUSE_END.split(said)[0]
        self._said_of_copies.add(copied.detail)
        self.tell(said, severity="information" if copied.confirmed else "warning")

    # What is typed, on its way to disk

    def batches(self) -> tuple[Batch, ...]:
        """What is typed here and not on disk yet."""
        typed = self._filling_in
        return (self._form_saver.batch(typed.to_save(), typed.saved),) if typed.unsaved else ()

    @property
    def unsaved(self) -> bool:
        """Whether anything typed here is not on disk yet."""
        return bool(self.batches())

    def save_soon(self) -> None:
        """Save what isn't saved; what is typed meanwhile goes with it."""
        if self.unsaved:
            self._save_in(SAVE_AFTER_S)

    def _save_in(self, seconds: float) -> None:
        if self._saving is None:
            self._saving = self.set_timer(seconds, self._save)

    def _save_at_once(self) -> None:
        """Save without waiting for hands to rest, unless the disk has just refused."""
        if self.unsaved and self._saving is not None and not self._not_saved:
            self._saving.stop()
            self._save()

    def _save(self) -> None:
        batches = self.batches()
        self.run_worker(lambda: self._save_these(batches), thread=True, group="save")

    def _save_these(self, batches: tuple[Batch, ...]) -> None:
        problems = [batch.write() for batch in batches]
        done = tuple(batch for batch, problem in zip(batches, problems, strict=True) if not problem)
        self.post_message(Saved(done, next(filter(None, problems), "")))

    @on(Saved)
    def _saved(self, message: Saved) -> None:
        self._saving = None
        if message.problem and not self._not_saved:
            text = _("What you typed is NOT saved: %(why)s. It stays here and is tried again.", why=message.problem)
            self.tell(text, severity="error")
        if self._not_saved and not message.problem:
            self.tell(_("what you typed is saved again"))
        self._not_saved = message.problem
        for batch in message.batches:
            batch.written()
        if self.unsaved:
            self._save_in(SAVE_AGAIN_S if message.problem else SAVE_AFTER_S)
        self.saving_changed()

    def saving_changed(self) -> None:
        """Something was saved, or couldn't be: the form that is open says which."""
        if self.app.screen is self:
            return
        from cockpit.tui.screens.form import FormScreen

        for screen in self.app.screen_stack:
            if isinstance(screen, FormScreen):
                screen.show_not_saved(self._not_saved)

    def save_now(self) -> None:
        """Write what is unsaved before going on: when leaving, or when the terminal goes away."""
        for batch in self.batches():
            problem = batch.write()
            if problem:
                self.tell(problem, severity="error")
            else:
                batch.written()

"""The part of the cockpit that keeps itself up to date: the clock, the database, the lint, the saving of the draft."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from datetime import datetime

from textual import on
from textual.reactive import reactive
from textual.timer import Timer

from cockpit.application.desk import Refusal
from cockpit.application.opening import Opening
from cockpit.application.ports import Draft, StoreProblem
from cockpit.application.services import Services
from cockpit.application.snapshot import Snapshot, take
from cockpit.application.timeline import Beside, describe
from cockpit.domain.events import Event, ReportsLogged
from cockpit.domain.stages import next_stage
from cockpit.i18n import tell
from cockpit.lint.model import Result
from cockpit.tui.messages import Loaded, Proofread, StoreChanged
from cockpit.tui.presentation.countdown import overdue, window_title
from cockpit.tui.saving import Batch, Saver
from cockpit.tui.screens.host import Host
from cockpit.tui.view import View
from cockpit.tui.writing import Writing, key_of

READ_AFTER_S = 0.12
"""How long after a keystroke the lint reads."""
REST_S = 0.15
"""How long after a load the next one begins at the soonest, unless an action waits for what it recorded."""
WATCH_S = 0.1
"""How often the database is looked at for what was written, here or elsewhere."""
CATCH_UP_S = 2.0
"""How long an action waits at the most to see what it recorded."""


class LiveScreen(Host):
    """A screen on one incident whose ``moment`` is always the present one."""

    moment: reactive[View | None] = reactive(None, init=False, repaint=False)
    """What the panes show; they are bound to it."""

    def __init__(self, services: Services, opening: Opening, tick_s: float) -> None:
        """``tick_s`` is how often the countdown moves, in real seconds. Raises Refusal and StoreProblem."""
        incident = opening.incident
        super().__init__(services.unfinished, incident)
        self.services = services
        self.incident = incident
        self._tick_s = tick_s
        self._watch, self._snapshot = opening.read()
        self._draft_saver = Saver(self._write_draft, key_of)
        self._hint = 0
        self._minute = -1
        self._rung_for: set[tuple[str, datetime]] = set()
        self._problem = ""
        self._reading_timer: Timer | None = None
        self._wanted = self._begun = self._seen = 0
        self._rests_until = 0.0
        self._waiting: list[tuple[int, asyncio.Event]] = []
        first = next(iter(self._snapshot.drafts), None)
        shown = key_of(first) if first else (services.langs[0], services.channels[0], "")
        self.writing = Writing(shown, services.desk.now())
        self.writing.take_in(self._snapshot.drafts)
        if first is None:
            self.writing.show(shown, next_stage(self._snapshot.incident))

    @property
    def view(self) -> View:
        """This moment."""
        return View(
            snapshot=self._snapshot,
            drafts=self.writing.drafts,
            reading=self.writing.reading,
            hint=self._hint,
            now=self.services.desk.now(),
            zone=self.services.desk.zone,
            policy=self.services.desk.policy,
            not_saved=self._not_saved,
            premium=self.services.premium,
        )

    def start_living(self) -> None:
        """Begin to follow the clock and the database; called once the panes are there."""
        self._tick()
        self.set_interval(WATCH_S, self._look)

    def stop_living(self) -> None:
        """Save what isn't saved, and let go of the database."""
        self.save_now()
        self._watch.close()

    def refresh_view(self) -> None:
        """Show this moment in every pane that it changes."""
        self.moment = self.view
        self._ring()

    def _say_once(self, problem: str) -> None:
        """A problem that lasts is said once."""
        if problem and problem != self._problem:
            self.tell(problem, severity="error")
        self._problem = problem

    # The clock

    def _tick(self) -> None:
        self.refresh_view()
        minute = int(self.services.desk.now().timestamp() // 60)
        if minute != self._minute:
            self._minute = minute
            self.read_soon()  # a time that the draft names may have passed
        # Re-armed to the next full tick: an interval's phase would be arbitrary and drift past the second.
        self.set_timer(self._tick_s - time.time() % self._tick_s, self._tick)

    def _ring(self) -> None:
        """Say once that something is overdue, here or elsewhere, and keep the window's title in step."""
        view = self.view
        self.app.set_window_title(window_title(view))  # type: ignore[attr-defined] # CockpitApp's
        if news := overdue(view) - self._rung_for:
            self._rung_for |= news
            self.app.bell()

    # The database

    def _look(self) -> None:
        try:
            if self._watch.changed():
                self.post_message(StoreChanged())
        except StoreProblem as problem:
            self._say_once(str(problem))

    async def caught_up(self) -> None:
        """Wait until what was recorded before this call is in view."""
        seen = asyncio.Event()
        self._waiting.append((self._wanted + 1, seen))
        self._reload()
        with suppress(TimeoutError):
            await asyncio.wait_for(seen.wait(), CATCH_UP_S)

    @on(StoreChanged)
    def _reload(self) -> None:
        self._wanted += 1
        self._load_next()

    def _load_next(self) -> None:
        """One load at a time, with a rest behind it: however fast others write, each is shown and typing goes on."""
        rests = not self._waiting and time.monotonic() < self._rests_until
        if rests or self._begun > self._seen or self._wanted == self._begun:
            return
        self._begun = number = self._wanted
        saves, known = self.writing.saves, self._snapshot

        def load() -> None:
            try:
                self.post_message(Loaded(number, saves, take(self.services.desk, self.incident, known)))
            except StoreProblem as problem:
                self.post_message(Loaded(number, saves, None, str(problem)))
            except Refusal as refusal:
                self.post_message(Loaded(number, saves, None, tell(refusal.why)))

        self.run_worker(load, thread=True, group="load")

    @on(Loaded)
    def _loaded(self, message: Loaded) -> None:
        self._seen = message.number
        self._say_once(message.problem)
        if message.snapshot is not None:
            self._take_in(message.snapshot, fresh=message.saves == self.writing.saves)
        self._waiting, waiting = [], self._waiting
        for number, seen in waiting:
            if number <= message.number:
                seen.set()
            else:
                self._waiting.append((number, seen))
        self._rests_until = time.monotonic() + REST_S
        self.set_timer(1.1 * REST_S, self._load_next)
        self._load_next()

    def _take_in(self, snapshot: Snapshot, *, fresh: bool) -> None:
        known = len(self._snapshot.events)
        self._snapshot = snapshot
        replaced = False
        if fresh:
            replaced = self.writing.take_in(snapshot.drafts)
        else:  # a draft was saved since this was read: what it says of drafts is older than what is here
            self._wanted += 1
        news = snapshot.events[known:]
        self._announce(news)
        self.store_changed(replaced)
        if replaced or not all(isinstance(event.what, ReportsLogged) for event in news):
            self.writing.unread()
            self.read_soon()
        self.refresh_view()

    def _announce(self, news: tuple[Event, ...]) -> None:
        """Say in passing what others did; reports show in their own pane."""
        desk = self.services.desk
        known = Beside(self._snapshot.addressees)
        others = [event for event in news if event.actor != desk.actor and not isinstance(event.what, ReportsLogged)]
        for event in others[-3:]:
            self.tell(f"{event.actor}: {tell(describe(event.what, desk.zone, known))}")

    def store_changed(self, draft_replaced: bool) -> None:
        """The snapshot is a new one; ``draft_replaced`` where another process wrote the draft that is shown."""

    # The draft

    def draft_changed(self) -> None:
        """The shown draft is another than before: read it and save it, soon."""
        self._hint = 0
        self.read_soon()
        self.save_soon()
        self.refresh_view()

    def read_soon(self) -> None:
        """Let the lint read the draft once the hands rest for a moment."""
        if self._reading_timer is not None:
            self._reading_timer.stop()
        self._reading_timer = self.set_timer(READ_AFTER_S, self._read)

    def _read(self) -> None:
        view, revision, other = self.view, self.writing.revision, self._other()
        proofreader = self.services.proofreader

        def read() -> None:
            self.post_message(Proofread(revision, proofreader.read(view.incident, view.draft, view.now, other)))

        self.run_worker(read, thread=True, exclusive=True, group="lint")

    def read_now(self) -> Result:
        """What the lint says of the draft as it stands: no key acts on a reading of an older text."""
        if not self.writing.is_read or self.writing.reading is None:
            view = self.view
            result = self.services.proofreader.read(view.incident, view.draft, view.now, self._other())
            self._proofread(Proofread(self.writing.revision, result))
            return result
        return self.writing.reading

    def _other(self) -> str | None:
        """The same message in another language, where it is being written too."""
        draft, *others = self.writing.drafts
        of_it = (draft.channel, draft.audience, draft.stage)
        return next((d.text for d in others if (d.channel, d.audience, d.stage) == of_it and d.text.strip()), None)

    @on(Proofread)
    def _proofread(self, message: Proofread) -> None:
        if not self.writing.read(message.revision, message.result):
            return  # the text has moved on; a newer reading is on its way
        self._hint = max(0, min(self._hint, len(message.result.findings) - 1))
        self.reading_changed()
        self.refresh_view()

    def reading_changed(self) -> None:
        """The lint has read the shown draft."""

    def batches(self) -> tuple[Batch, ...]:
        """What is typed here and not on disk yet: forms, drafts."""
        writing = self.writing
        drafts = (self._draft_saver.batch(writing.to_save(), writing.saved),) if writing.unsaved else ()
        return (*super().batches(), *drafts)

    def _write_draft(self, draft: Draft) -> None:
        self.services.messages.save_draft(self.incident, draft)

    def saving_changed(self) -> None:
        """The draft's heading says where something isn't saved."""
        super().saving_changed()
        self.refresh_view()

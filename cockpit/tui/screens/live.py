"""The part of the cockpit that keeps itself up to date: the clock, the database, the lint, the saving of the draft."""

from __future__ import annotations

import time
from datetime import datetime

from textual import on
from textual.reactive import reactive
from textual.timer import Timer
from textual.worker import get_current_worker

from cockpit.application.desk import Refusal
from cockpit.application.ports import Draft, StoreProblem
from cockpit.application.services import Services
from cockpit.application.snapshot import Snapshot, take
from cockpit.application.timeline import describe
from cockpit.i18n import _, tell
from cockpit.tui.messages import Loaded, Proofread, Saved, StoreChanged
from cockpit.tui.presentation.countdown import window_title
from cockpit.tui.screens.host import Host
from cockpit.tui.view import View
from cockpit.tui.writing import Writing

READ_AFTER_S = 0.12
"""How long after a keystroke the lint reads."""
SAVE_AFTER_S = 0.3
"""How long after the first unsaved keystroke the draft is written: a crash loses half a second at the most."""
WATCH_S = 0.1
"""How often the database is looked at for what was written, here or elsewhere."""


class LiveScreen(Host):
    """A screen on one incident whose ``moment`` is always the present one."""

    moment: reactive[View | None] = reactive(None, init=False)
    """What the panes show; they are bound to it."""

    def __init__(self, services: Services, incident: str, tick_s: float) -> None:
        """``tick_s`` is how often the countdown moves, in real seconds. Raises Refusal and StoreProblem."""
        super().__init__()
        self.services = services
        self.incident = incident
        self._tick_s = tick_s
        self._snapshot: Snapshot = take(services.desk, incident)
        self._watch = services.watch()
        self._hint = 0
        self._rung_for: datetime | None = None
        self._save_pending = False
        self._reading_timer: Timer | None = None
        first = next(iter(self._snapshot.drafts), None)
        lang, channel = (first.lang, first.channel) if first else (services.langs[0], services.channels[0])
        self.writing = Writing(lang, channel, services.desk.now())
        self.writing.take_in(self._snapshot.drafts)

    @property
    def view(self) -> View:
        """This moment."""
        return View(
            snapshot=self._snapshot,
            draft=self.writing.draft,
            reading=self.writing.reading,
            hint=self._hint,
            now=self.services.desk.now(),
            zone=self.services.desk.zone,
            policy=self.services.desk.policy,
        )

    def start_living(self) -> None:
        """Begin to follow the clock and the database; called once the panes are there."""
        self._tick()
        self.set_interval(WATCH_S, self._look)
        self.read_soon()

    def stop_living(self) -> None:
        """Save what isn't saved, and let go of the database."""
        self._watch.close()
        if self.writing.unsaved:
            self.save_now()

    def refresh_view(self) -> None:
        """Show this moment in every pane that it changes."""
        self.moment = self.view
        self._ring()

    # The clock

    def _tick(self) -> None:
        self.refresh_view()
        # Re-armed to the next full tick: an interval's phase would be arbitrary and drift past the second.
        self.set_timer(self._tick_s - time.time() % self._tick_s, self._tick)

    def _ring(self) -> None:
        """Say once that something is overdue, and keep the window's title in step."""
        view = self.view
        self.app.set_window_title(window_title(view))  # type: ignore[attr-defined] # CockpitApp's
        due = view.due
        if due is not None and due.overdue(view.now) and self._rung_for != due.at:
            self._rung_for = due.at
            self.app.bell()

    # The database

    def _look(self) -> None:
        try:
            if self._watch.changed():
                self.post_message(StoreChanged())
        except StoreProblem as problem:
            self.tell(str(problem), severity="error")

    @on(StoreChanged)
    def _reload(self) -> None:
        self.run_worker(self._load, thread=True, exclusive=True, group="load")

    def _load(self) -> None:
        try:
            snapshot = take(self.services.desk, self.incident)
        except (StoreProblem, Refusal) as problem:
            self.app.call_from_thread(self.tell, str(problem), severity="error")
            return
        if not get_current_worker().is_cancelled:
            self.post_message(Loaded(snapshot))

    @on(Loaded)
    def _loaded(self, message: Loaded) -> None:
        seen = len(self._snapshot.events)
        self._snapshot = message.snapshot
        replaced = self.writing.take_in(message.snapshot.drafts)
        for event in message.snapshot.events[seen:][-3:]:
            if event.actor != self.services.desk.actor:
                self.tell(f"{event.actor}: {tell(describe(event.what, self.services.desk.zone))}")
        self.store_changed(replaced)
        self.read_soon()
        self.refresh_view()

    def store_changed(self, draft_replaced: bool) -> None:
        """The snapshot is a new one; ``draft_replaced`` where another process wrote the draft that is shown."""

    # The draft

    def draft_changed(self) -> None:
        """The shown draft is another than before: read it and save it, soon."""
        self._hint = 0
        self.read_soon()
        if not self._save_pending and self.writing.unsaved:
            self._save_pending = True
            self.set_timer(SAVE_AFTER_S, self._save_soon)
        self.refresh_view()

    def read_soon(self) -> None:
        """Let the lint read the draft once the hands rest for a moment."""
        if self._reading_timer is not None:
            self._reading_timer.stop()
        self._reading_timer = self.set_timer(READ_AFTER_S, self._read)

    def _read(self) -> None:
        view, revision = self.view, self.writing.revision
        other = self._other(view.draft)
        proofreader = self.services.proofreader

        def read() -> None:
            self.post_message(Proofread(revision, proofreader.read(view.incident, view.draft, view.now, other)))

        self.run_worker(read, thread=True, exclusive=True, group="lint")

    def _other(self, draft: Draft) -> str | None:
        """The same message in another language, where it is being written too."""
        same = [d for d in self._snapshot.drafts if d.channel is draft.channel and d.lang is not draft.lang]
        return next((d.text for d in same if d.stage is draft.stage and d.text.strip()), None)

    @on(Proofread)
    def _proofread(self, message: Proofread) -> None:
        if message.revision != self.writing.revision:
            return  # the text has moved on; a newer reading is on its way
        self.writing.reading = message.result
        self._hint = max(0, min(self._hint, len(message.result.findings) - 1))
        self.reading_changed()
        self.refresh_view()

    def reading_changed(self) -> None:
        """The lint has read the shown draft."""

    def _save_soon(self) -> None:
        self._save_pending = False
        revision, draft = self.writing.revision, self.writing.draft

        def save() -> None:
            self.post_message(Saved(revision, self._save(draft)))

        self.run_worker(save, thread=True, group="save")

    def save_now(self) -> None:
        """Write the draft before going on: when leaving, or when the terminal goes away."""
        problem = self._save(self.writing.draft)
        if problem:
            self.tell(problem, severity="error")
        else:
            self.writing.saved_revision = self.writing.revision

    def _save(self, draft: Draft) -> str:
        """Why the draft couldn't be written, "" when it was."""
        try:
            self.services.messages.save_draft(
                self.incident, draft.lang, draft.channel, draft.stage, draft.text, draft.target
            )
        except StoreProblem as problem:
            return str(problem)
        return ""

    @on(Saved)
    def _saved(self, message: Saved) -> None:
        if message.problem:
            text = _("The draft is NOT saved: %(why)s. It stays in the editor and is tried again.", why=message.problem)
            self.tell(text, severity="error")
            self.set_timer(2.0, self._save_soon)
            return
        self.writing.saved_revision = max(self.writing.saved_revision, message.revision)
        if self.writing.unsaved and not self._save_pending:
            self._save_pending = True
            self.set_timer(SAVE_AFTER_S, self._save_soon)

"""The part of the cockpit that keeps an eye on the other open incidents, away from the screen's thread."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from cockpit.application.elsewhere import Elsewhere, elsewhere
from cockpit.application.opening import Opening
from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.tui.messages import Loaded, OthersRead
from cockpit.tui.screens.live import LiveScreen
from cockpit.tui.view import View


class BesideScreen(LiveScreen):
    """A live screen whose moments know what is due elsewhere."""

    def __init__(self, services: Services, opening: Opening, tick_s: float) -> None:
        """``tick_s`` is how often the countdown moves, in real seconds. Raises Refusal and StoreProblem."""
        super().__init__(services, opening, tick_s)
        self._others: tuple[Elsewhere, ...] = ()
        self._others_problem = ""
        self._others_wanted = self._others_reading = False

    @property
    def view(self) -> View:
        """This moment, with what is due elsewhere."""
        return replace(super().view, others=self._others)

    def start_living(self) -> None:
        """Look at the other incidents as soon as this one is in view, and not before."""
        super().start_living()
        self.call_after_refresh(self._read_others)

    @on(Loaded)
    def _read_others(self) -> None:
        """One reading at a time; what was written meanwhile is read after it."""
        self._others_wanted = True
        if self._others_reading:
            return
        self._others_wanted, self._others_reading = False, True
        known = self._others

        def read() -> None:
            try:
                self.post_message(OthersRead(elsewhere(self.services.desk, self.incident, known)))
            except StoreProblem as problem:
                self.post_message(OthersRead(known, str(problem)))

        self.run_worker(read, thread=True, group="load")

    @on(OthersRead)
    def _others_read(self, message: OthersRead) -> None:
        self._others_reading = False
        if message.problem and message.problem != self._others_problem:
            self.tell(message.problem, severity="error")
        self._others_problem = message.problem
        if message.others != self._others:
            self._others = message.others
            self.refresh_view()
        if self._others_wanted:
            self._read_others()

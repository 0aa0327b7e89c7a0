"""The cockpit's right-hand side: the log of reports, searched and narrowed in place, and the line that logs one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from textual import on
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from cockpit.application.known import known_names
from cockpit.application.opening import Opening
from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.report_completion import Completer, Known
from cockpit.domain.report_line import parse
from cockpit.domain.reports import NewReport, Report, waiting_too_long
from cockpit.i18n import _
from cockpit.tui.messages import Found, NamesKnown
from cockpit.tui.presentation.line import fit
from cockpit.tui.presentation.reports import narrowed_title, understood
from cockpit.tui.report_source import ReportSource
from cockpit.tui.screens.beside import BesideScreen
from cockpit.tui.searching import Searcher
from cockpit.tui.view import View
from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.lines import Lines
from cockpit.tui.widgets.report_log import ReportLog


class ReportingScreen(BesideScreen):
    """A live screen with the report log (#reports), its search line and the report line."""

    def __init__(self, services: Services, opening: Opening, tick_s: float) -> None:
        """``tick_s`` is how often the countdown moves, in real seconds. Raises Refusal and StoreProblem."""
        super().__init__(services, opening, tick_s)
        self.narrowing = Narrowing()
        """What the log is narrowed to."""
        self._searcher = Searcher(services.desk.store, opening.incident)
        self._source = self._all_reports(0)
        self._shown_for = Narrowing()
        self._finding = False
        self._changed = False
        self._later: Timer | None = None
        self._completer = Completer(Known())
        self._nudged_for: datetime | None = None
        self._before_report: Widget | None = None
        self._before_search: Widget | None = None

    @property
    def view(self) -> View:
        """This moment, with what the log is narrowed to."""
        found = narrowed_title(self.narrowing, len(self._source)) if self.narrowing else ""
        return replace(super().view, found=found)

    def _all_reports(self, total: int) -> ReportSource:
        return ReportSource(self.services.desk.store, self.incident, total, self.services.desk.zone)

    def refresh_view(self) -> None:
        """Show this moment, and say once that reports wait to be relayed."""
        super().refresh_view()
        oldest, policy = self._snapshot.counts.oldest_waiting, self.services.desk.policy
        if waiting_too_long(oldest, self.services.desk.now(), policy.relay_s) and self._nudged_for != oldest:
            self._nudged_for = oldest
            minutes = round(policy.relay_s / 60)
            said = _("Reports have waited for more than %(minutes)d minutes: tell the IC (^R)", minutes=minutes)
            self.tell(said, severity="warning")

    # The log

    def show_reports(self) -> None:
        """Show the reports as they are now; whoever reads further down goes on reading there."""
        self._changed = True
        if self.narrowing:
            self._find_soon()
            return
        before, self._source = self._source, self._all_reports(self._snapshot.counts.total)
        self.query_one(ReportLog).show(self._source, added=self._source.grown(before, 0))

    def narrow(self, narrowing: Narrowing) -> None:
        """Show the reports that ``narrowing`` leaves from here on."""
        if narrowing == self.narrowing:
            return
        self.narrowing = narrowing
        if narrowing:
            self._find()
            return
        self._searcher.forget()
        self._show_from_top(self._all_reports(self._snapshot.counts.total))

    def _show_from_top(self, source: ReportSource) -> None:
        self._source, self._shown_for = source, self.narrowing
        log = self.query_one(ReportLog)
        log.set_placeholder(_("no report is like that; Esc shows all") if self.narrowing else nothing_reported())
        log.show_from_top(source)
        self.refresh_view()

    def _find_soon(self) -> None:
        """Look again in reports that changed, but not all the time: typing must stay quick while many come in."""
        rest = self._searcher.rests_for()
        if rest == 0:
            self._find()
        elif self._later is None:
            self._later = self.set_timer(rest, self._find_later)

    def _find_later(self) -> None:
        self._later = None
        if self.narrowing:
            self._find()

    def _find(self) -> None:
        """One look at a time; what was typed meanwhile is looked for after it.

        Where nothing is to be found yet, it reads what will be searched.
        """
        if self._finding:
            return
        self._finding = True
        narrowing, anew, self._changed = self.narrowing, self._changed, False

        def find() -> None:
            try:
                self.post_message(Found(narrowing, self._searcher.find(narrowing, anew=anew)))
            except StoreProblem as problem:
                self.post_message(Found(narrowing, (), str(problem)))

        self.run_worker(find, thread=True, group="load")

    @on(Found)
    def _found(self, message: Found) -> None:
        self._finding = False
        if message.problem:
            self.tell(message.problem, severity="error")
        elif self.narrowing:
            before, store = self._source, self.services.desk.store
            source = ReportSource(store, self.incident, 0, self.services.desk.zone, message.ids)
            if message.narrowing == self._shown_for:
                self._source = source
                log = self.query_one(ReportLog)
                log.show(source, added=source.grown(before, log.cursor))
                self.refresh_view()
            elif message.narrowing == self.narrowing:
                self._show_from_top(source)
        if self.narrowing and message.narrowing != self.narrowing:
            self._find()
        elif self.narrowing and self._changed:
            self._find_soon()

    def report_at(self, index: int) -> Report | None:
        """The report in a row of the log; None where it has gone meanwhile."""
        return self._source.report(index)

    # Searching

    def action_search(self) -> None:
        """Into the search line; what is typed narrows the log at once."""
        line = self.query_one("#report-search", Input)
        if not line.has_focus:
            self._before_search = self.focused
        line.display = True
        self.set_focus(line)
        self._find()

    @on(Input.Changed, "#report-search")
    def _search_typed(self, message: Input.Changed) -> None:
        self.narrow(replace(self.narrowing, words=message.value))

    @on(Input.Submitted, "#report-search")
    def _search_entered(self) -> None:
        self.set_focus(self.query_one(ReportLog))

    def end_search(self) -> bool:
        """Give the full log back, where the cursor is in it or its search line; whether there was anything to end."""
        line, log = self.query_one("#report-search", Input), self.query_one(ReportLog)
        if not line.has_focus and not (log.has_focus and (self.narrowing or line.display)):
            return False
        if line.has_focus:
            self.set_focus(self._before_search or self.query_one(DraftEditor))
        line.value = ""
        line.display = False
        self.narrow(Narrowing())
        self._searcher.forget()
        return True

    # A report in one line

    def action_report(self) -> None:
        """Into the report line; Enter or Esc leads back to where the cursor was."""
        line = self.query_one("#report-line", Input)
        if not line.has_focus:
            self._before_report = self.focused
            self.run_worker(self._read_names, thread=True, group="names", exclusive=True)
        # At once: `Widget.focus` waits its turn, and a customer's words typed meanwhile would get into the draft.
        self.set_focus(line)

    def _read_names(self) -> None:
        try:
            self.post_message(NamesKnown(Completer(known_names(self.services, self.incident))))
        except StoreProblem:
            return  # the line works without them, and logging will say what is wrong

    @on(NamesKnown)
    def _names_known(self, message: NamesKnown) -> None:
        self._completer = message.completer

    def complete(self, typed: str) -> str | None:
        """What is typed in the report line, completed; None where nothing is known that begins so."""
        return self._completer.complete(typed)

    def _parsed(self, typed: str) -> NewReport:
        desk = self.services.desk
        return parse(typed, desk.now().astimezone(desk.zone), self._completer.known)

    @on(Input.Changed, "#report-line")
    def _report_typed(self, message: Input.Changed) -> None:
        shown = self.query_one("#understood", Lines)
        shown.display = bool(message.value.strip())
        if shown.display:
            text = understood(self._parsed(message.value), self.services.desk.zone)
            shown.show([((fit(text, max(1, shown.size.width or self.query_one(ReportLog).size.width)), "italic"),)])

    @on(Input.Submitted, "#report-line")
    def _report_entered(self, message: Input.Submitted) -> None:
        if message.value.strip():
            self.start_flow(lambda: self._log_report(message.value), group="report")
        else:
            self.leave_report_line()

    async def _log_report(self, typed: str) -> None:
        report = self._parsed(typed)
        if not await self.perform(lambda: self.services.reports.log(self.incident, [report])):
            return  # what was typed stays in the line
        line = self.query_one("#report-line", Input)
        if line.value == typed:
            line.value = ""
            self.leave_report_line()

    def leave_report_line(self) -> bool:
        """Back to where the cursor was before it; False where it isn't in the report line."""
        if not self.query_one("#report-line", Input).has_focus:
            return False
        self.set_focus(self._before_report or self.query_one(DraftEditor))
        return True


def nothing_reported() -> str:
    """What stands in the log while there are no reports."""
    return _("Nothing reported yet. Ctrl+L logs what a customer says, in one line.")

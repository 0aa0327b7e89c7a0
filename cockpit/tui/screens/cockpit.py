"""The cockpit: one screen owns the state, shows it in the panes, and routes what the liaison wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from cockpit.application.opening import Opening
from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain.approval import PathState
from cockpit.domain.stages import next_stage
from cockpit.domain.time_input import read_time
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.i18n import _
from cockpit.tui.actions import ACTIONS, ALSO, by_id, flow_of
from cockpit.tui.narrow_compositor import NarrowCompositor
from cockpit.tui.presentation.help import help_text
from cockpit.tui.screens.reporting import ReportingScreen, nothing_reported
from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.lines import Lines
from cockpit.tui.widgets.marks import Mark
from cockpit.tui.widgets.own_keys import caught_up
from cockpit.tui.widgets.panes import (
    CountdownPane,
    DraftHeading,
    ElsewherePane,
    HintPane,
    KeyBar,
    PathPane,
    PhasePane,
    ReportHeading,
)
from cockpit.tui.widgets.report_input import ReportInput, SearchInput
from cockpit.tui.widgets.report_log import ReportLog
from cockpit.tui.writing import key_of


def _keys(action_id: str, key: str) -> str:
    return ",".join(k for k in (key, ALSO.get(action_id, "")) if k)


class CockpitScreen(ReportingScreen):
    """The cockpit of one incident."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(_keys(a.id, a.key), f"press('{a.id}')", str(a.what), show=False, priority=True) for a in ACTIONS),
        Binding("escape", "back_to_draft", show=False),
    ]

    def __init__(self, services: Services, opening: Opening, tick_s: float = 1.0) -> None:
        """``tick_s`` is how often the countdown moves, in real seconds. Raises Refusal and StoreProblem."""
        super().__init__(services, opening, tick_s)
        self.supplied: dict[tuple[str, Lang], str] = {}
        """What was last typed of the facts that a message needs beside the sheet."""
        self._compositor = NarrowCompositor()
        self._paints = False

    # What is seen

    def compose(self) -> ComposeResult:
        """Left: phase, draft, hints, the message's path. Right: countdown, reports. Below: the keys."""
        bound = {"moment": CockpitScreen.moment}
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield PhasePane(id="phase").data_bind(**bound)
                yield ElsewherePane(id="elsewhere").data_bind(**bound)
                yield DraftHeading(tuple(self.services.langs), classes="heading").data_bind(**bound)
                yield DraftEditor(self.writing.draft.text, id="draft")
                yield HintPane(id="hints").data_bind(**bound)
                yield PathPane(id="path").data_bind(**bound)
            with Vertical(id="right"):
                yield CountdownPane(id="countdown").data_bind(**bound)
                yield ReportHeading(classes="heading").data_bind(**bound)
                yield SearchInput(placeholder=_("search; Esc: all"), compact=True, id="report-search")
                yield ReportLog(nothing_reported(), id="reports")
                yield Lines(id="understood")
                yield ReportInput(_("^L: log a report"), self.complete, id="report-line")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """The draft has the cursor, whatever comes."""
        self.query_one(DraftEditor).focus()
        self.store_changed(draft_replaced=False)
        self.start_living()

    def _on_timer_update(self) -> None:
        self._paints = True
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        # Each layout paints; the first ones would paint panes that don't know yet how much room they have.
        if self._paints:
            super()._compositor_refresh()

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.stop_living()

    def store_changed(self, draft_replaced: bool) -> None:
        """Show the reports as they are now, and the draft where another process wrote it."""
        self.show_reports()
        if draft_replaced:
            self.query_one(DraftEditor).load(self.writing.draft.text, undoable=True)

    def reading_changed(self) -> None:
        """Underline what the lint found."""
        reading = self.writing.reading
        marks = tuple(Mark(f.start, f.end, f.severity.value) for f in reading.findings) if reading else ()
        self.query_one(DraftEditor).marks = marks

    # What the liaison does

    async def action_press(self, action_id: str) -> None:
        """The key of an action, once the editor has all that was typed before it."""
        await caught_up(self.query_one(DraftEditor))
        self.action_do(action_id)

    def action_do(self, action_id: str) -> None:
        """One of the actions, from its key or the palette."""
        self._take_typed()
        action = by_id(action_id)
        if action.flow:
            flow = flow_of(action)
            self.start_flow(lambda: flow(self))
        else:
            getattr(self, f"action_{action_id}")()

    @on(DraftEditor.Edited)
    def _edited(self, message: DraftEditor.Edited) -> None:
        # The editor always holds the shown draft; a message may be of the one that it held before.
        if message.revision == message.editor.revision:
            self._take_typed()
            self.draft_changed()

    def _take_typed(self) -> None:
        """No action works on a text that lacks the last keystroke. Over a text that went out begins another one."""
        text, view = self.query_one(DraftEditor).text, self.view
        if text == view.draft.text:
            return
        if not view.draft.text.strip() or view.path.state is PathState.POSTED:
            self.writing.begin(next_stage(view.incident, view.draft.audience))
        self.writing.type(text)

    def action_hint(self) -> None:
        """Go to the next finding, round and round."""
        reading = self.read_now()
        if not reading.findings:
            self.tell(_("nothing is flagged"))
            return
        editor = self.query_one(DraftEditor)
        at = editor.cursor_offset
        here = reading.findings[self._hint]
        if here.start <= at <= here.end:
            self._hint = (self._hint + 1) % len(reading.findings)
        editor.jump(reading.findings[self._hint].start)
        self.set_focus(editor)
        self.refresh_view()

    def action_mend(self) -> None:
        """Mend the finding the liaison is at, where that is safe."""
        reading = self.read_now()
        if not reading.findings:
            self.tell(_("nothing is flagged"))
            return
        finding = reading.findings[self._hint]
        if finding.fix is None:
            text = finding.suggestion or _("reword it yourself")
            self.tell(_("this one needs you: %(what)s", what=text), severity="warning")
            return
        start, end = finding.fix_span or (finding.start, finding.end)
        self.query_one(DraftEditor).replace_span(start, end, finding.fix)

    def action_language(self) -> None:
        """The same message in the next language; what is written to one customer is in theirs."""
        langs = self.services.langs
        lang, channel, audience = self.writing.shown
        if audience:
            self.tell(_("this is to one customer, in their language; alt+d leads back to the message to everybody"))
            return
        self.show_draft(langs[(langs.index(lang) + 1) % len(langs)], channel)

    def action_reports(self) -> None:
        """To the reports, or back to the draft."""
        log = self.query_one(ReportLog)
        self.set_focus(self.query_one(DraftEditor) if log.has_focus else log)

    def action_help(self) -> None:
        """All keys, and what the marks mean."""
        self.start_flow(lambda: self.read(_("Help"), help_text()))

    def action_incidents(self) -> None:
        """The list of incidents."""
        self.app.show_start()  # type: ignore[attr-defined] # CockpitApp's

    def action_back_to_draft(self) -> None:
        """Esc ends a search, leaves the report line for where the cursor was, and leads to the draft from elsewhere."""
        if not self.end_search() and not self.leave_report_line():
            self.set_focus(self.query_one(DraftEditor))

    @on(ReportLog.Selected)
    def _report_chosen(self, message: ReportLog.Selected) -> None:
        report = self.report_at(message.index)
        if report is not None:
            from cockpit.tui.flows.reports import show_report

            self.start_flow(lambda: show_report(self, report))

    # What the flows ask of the cockpit

    def write(self, draft: Draft) -> None:
        """Put it in place of the draft that it is a version of; in the editor it can be undone."""
        if key_of(draft) == self.writing.shown:
            editor = self.query_one(DraftEditor)
            editor.load(draft.text, undoable=True)
            draft = replace(draft, text=editor.text)
        self.writing.fill(draft)
        self.draft_changed()

    def untouched(self, draft: Draft) -> bool:
        """Whether nobody has changed what a template put there."""
        return self.writing.untouched(draft)

    def set_target(self, stage: Stage, target: Phase | None) -> None:
        """What the shown draft is for."""
        self.writing.mark(stage, target)
        self.draft_changed()

    def finish(self) -> None:
        """The shown message went out."""
        self.writing.finish()
        self.draft_changed()

    def show_draft(self, lang: Lang, channel: Channel, audience: str = "") -> None:
        """Bring another draft into the editor; a new one is for what this one is for."""
        before = self.writing.draft
        stage, target = next_stage(self.view.incident, audience), None
        if before.text.strip() and before.audience == audience:
            stage, target = before.stage, before.target
        draft = self.writing.show((lang, channel, audience), stage, target)
        self.query_one(DraftEditor).load(draft.text)
        self.draft_changed()

    def read_time(self, text: str) -> datetime:
        """A time as the user types it, in the desk's zone; raises BadTime."""
        desk = self.services.desk
        return read_time(text, desk.now().astimezone(desk.zone))

"""The panes that show a moment of the cockpit; each asks a presentation function what to show, and shows it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import reactive
from textual.widgets import Digits

from cockpit.tui.presentation.countdown import countdown
from cockpit.tui.presentation.draft import draft_title
from cockpit.tui.presentation.elsewhere import elsewhere_line
from cockpit.tui.presentation.header import facts_line, phase_line, title_line
from cockpit.tui.presentation.help import key_line
from cockpit.tui.presentation.hints import hint_lines, hints_title
from cockpit.tui.presentation.line import Line, fit
from cockpit.tui.presentation.path import path_line
from cockpit.tui.presentation.reports import reports_title
from cockpit.tui.view import View
from cockpit.tui.widgets.lines import Lines


class Pane(Lines):
    """Rows made from the present moment and the width there is."""

    moment: reactive[View | None] = reactive(None, init=False, repaint=False)

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """What to show in ``rows`` rows of ``cells`` terminal cells."""
        raise NotImplementedError

    def watch_moment(self) -> None:
        """Another moment."""
        self._show_moment()

    def on_resize(self, event: Resize) -> None:
        """Another width."""
        self._show_moment()

    def _show_moment(self) -> None:
        cells, rows = self.content_size
        if self.moment is not None and cells > 0:
            self.show(self.lines(self.moment, cells, rows))


class PhasePane(Pane):
    """What it is, which phase, what customers have had."""

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """Three rows."""
        return [title_line(view, cells), phase_line(view.incident.phase, cells), facts_line(view, cells)]


class ElsewherePane(Pane):
    """What is due next in another incident; it takes its row only while one is open."""

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """One row."""
        return [elsewhere_line(view, cells)]

    def watch_moment(self) -> None:
        """Another moment."""
        self.display = self.moment is not None and self.moment.elsewhere is not None
        super().watch_moment()


class DraftHeading(Pane):
    """What is being written."""

    def __init__(self, langs: tuple[str, ...], *, classes: str) -> None:
        super().__init__(classes=classes)
        self._langs = langs

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """One row."""
        return [((fit(draft_title(view, self._langs, cells), cells), ""),)]


class HintPane(Pane):
    """What must not go out, what to look at, what is still wanted; a heading and a fixed number of rows."""

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """The heading, and as many hints as there are rows."""
        heading: Line = ((fit(hints_title(view.reading), cells), "bold"),)
        return [heading, *hint_lines(view, cells, rows - 1)]


class PathPane(Pane):
    """Where the text is on its way."""

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """One row."""
        return [path_line(view, cells)]


class ReportHeading(Pane):
    """How many reports, how many not relayed."""

    def lines(self, view: View, cells: int, rows: int) -> list[Line]:
        """One row."""
        title = reports_title(view.snapshot.counts, view.now, view.policy.relay_s, view.found)
        return [((fit(title, cells), "bold" if view.snapshot.counts.not_relayed else ""),)]


class KeyBar(Lines):
    """The footer: the keys that are needed most, as many as fit."""

    def on_resize(self, event: Resize) -> None:
        """Another width."""
        self.show([key_line(self.content_size.width)])


class CountdownPane(Vertical):
    """How long until what is due. Overdue is unmissable: a word, and the whole pane inverted."""

    moment: reactive[View | None] = reactive(None, init=False, repaint=False)

    def compose(self) -> ComposeResult:
        """Big digits, and what they count to."""
        yield Digits("--:--", id="digits")
        yield Lines(id="due")

    def watch_moment(self) -> None:
        """Another moment: only what differs is repainted."""
        if self.moment is None:
            return
        shown = countdown(self.moment)
        cells = self.content_size.width
        digits = self.query_one(Digits)
        if digits.value != shown.digits:
            digits.update(shown.digits)
        rows = shown.rows(cells, digits=self.size.height < 5)
        self.query_one("#due", Lines).show([((fit(row, cells), "" if at else "bold"),) for at, row in enumerate(rows)])
        for level in ("quiet", "normal", "soon", "overdue"):
            self.set_class(shown.level == level, level)

    def on_resize(self, event: Resize) -> None:
        """Another width."""
        self.watch_moment()

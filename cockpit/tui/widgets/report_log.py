"""The pane of customer reports: any number of rows, newest first, of which only the visible ones are ever made.

It knows nothing of where reports come from: the screen gives it rows that are ready to be shown, and hears which one
was chosen. While somebody reads further down, rows added at the top don't move what they read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from cockpit.tui.presentation.line import pad, wrap
from cockpit.tui.widgets.report_row import RowStyles, RowView, strip_of

_LOOKS = ("row", "quiet", "waiting")


class RowSource(Protocol):
    """Rows by index, the newest at 0. Rows are asked for as they come into view, so asking should be cheap."""

    def __len__(self) -> int:
        """How many there are."""

    def row(self, index: int) -> RowView:
        """The row at ``index``, which is less than the length."""


class ReportLog(ScrollView, can_focus=True):
    """A list of reports with a cursor. `show` gives it rows; `Selected` tells which one was chosen."""

    DEFAULT_CSS = """
    ReportLog {
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & .report-log--row { color: $foreground; }
        & .report-log--quiet { color: $text-muted; }
        & .report-log--waiting { color: $text-warning; text-style: bold; }
        & .report-log--cursor { background: $surface-lighten-1; }
        &:focus .report-log--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "report-log--row",
        "report-log--quiet",
        "report-log--waiting",
        "report-log--cursor",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]

    # As in Widget, except that another row doesn't lay out the whole screen again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    cursor: Reactive[int] = reactive(0, repaint=False, init=False)
    """The index of the row the cursor is on."""

    new_rows: Reactive[int] = reactive(0, repaint=False, init=False)
    """How many rows were added above what is in view, for a hint like "3 new"; 0 once they have been in view."""

    @dataclass
    class Selected(Message):
        """Enter, or a click on the row under the cursor: this row was chosen."""

        log: ReportLog
        index: int

        @property
        def control(self) -> ReportLog:
            """The log that sent it."""
            return self.log

    def __init__(self, placeholder: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._source: RowSource | None = None
        self._count = 0
        self._placeholder = placeholder
        self._painted: dict[int, object] = {}
        self._styles: dict[bool, RowStyles] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, source: RowSource, *, added: int | None = None) -> None:
        """Show these rows from now on; call it again when they changed.

        ``added`` is how many at the top are new since the last call; by default as many as there are more of. At the
        top the view follows them; anywhere else it stays on the rows it shows, and `new_rows` counts.
        """
        at_top = self.cursor == 0 and self.scroll_offset.y == 0
        before, self._source, self._count = self._count, source, len(source)
        grown = max(0, self._count - before if added is None else added) if before else 0
        self._resize()
        if grown and not at_top:
            self.set_reactive(ReportLog.cursor, self._within(self.cursor + grown))
            self._stay(self.scroll_offset.y + grown)
            self.new_rows = min(self.new_rows + grown, self.scroll_offset.y)
        elif self.cursor != self._within(self.cursor):
            self.cursor = self._within(self.cursor)
        self._refresh_changed()

    def show_from_top(self, source: RowSource) -> None:
        """Show other rows (a search's, another incident's), from the newest."""
        self._source, self._count, self.new_rows = source, len(source), 0
        self._resize()
        self.cursor = 0
        self.scroll_to(y=0, animate=False, force=True)
        self._refresh_changed()

    def set_placeholder(self, text: str) -> None:
        """What stands in the pane while there are no rows."""
        self._placeholder = text
        self._refresh_changed()

    def action_move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self.cursor = self._within(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor and the view by so many pages."""
        rows = pages * max(1, self._height - 1)
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
        self.cursor = self._within(self.cursor + rows)

    def action_first(self) -> None:
        """Go to the newest row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the oldest row."""
        self.cursor = self._within(self._count)

    def action_select(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Selected(self, self.cursor))

    def watch_cursor(self) -> None:
        """Bring the cursor's row into view and paint what changed."""
        top, height = self.scroll_offset.y, self._height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)
        self._refresh_changed()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Rows that came into view are no longer new."""
        super().watch_scroll_y(old_value, new_value)
        self.new_rows = min(self.new_rows, self.scroll_offset.y)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row, or choose it if it is there already."""
        offset = event.get_content_offset(self)
        index = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= index < self._count:
            if index == self.cursor:
                self.action_select()
            self.cursor = index

    def on_resize(self) -> None:
        """Another width is another sharing of columns; the cursor's row stays in view."""
        self._resize()
        self.call_after_refresh(self.watch_cursor)

    def notify_style_update(self) -> None:
        """Forget what was painted in the styles before."""
        self._styles.clear()
        self._painted.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Render the visible row ``y``."""
        width = self.scrollable_content_region.width
        key = self._row_key(y)
        self._painted[y] = key
        if isinstance(key, tuple):
            row, under_cursor = key
            return strip_of(row, under_cursor, width, self._styles_of_rows(under_cursor))
        style = self.get_component_rich_style("report-log--quiet")
        return Strip.blank(width, style) if key is None else Strip([Segment(pad(key, width), style)], width)

    def _styles_of_rows(self, under_cursor: bool) -> RowStyles:
        """Kept until a style changes: looking one up goes through all the widgets around."""
        styles = self._styles.get(under_cursor)
        if styles is None:
            part = partial(self.get_component_rich_style, partial=True)
            below, cursor = self.rich_style, part("report-log--cursor") if under_cursor else Style()
            relayed, quiet, waiting = (below + part(f"report-log--{name}") + cursor for name in _LOOKS)
            self._styles[under_cursor] = styles = RowStyles(relayed, quiet, waiting)
        return styles

    def _row_key(self, y: int) -> tuple[RowView, bool] | str | None:
        """What the visible row ``y`` shows: (a row, whether the cursor is on it), the placeholder's line or nothing."""
        source = self._source
        if source is None or not self._count:
            lines = wrap(self._placeholder, self.scrollable_content_region.width)
            return lines[y] if y < len(lines) else None
        index = y + self.scroll_offset.y
        return (source.row(index), index == self.cursor) if index < min(self._count, len(source)) else None

    def _refresh_changed(self) -> None:
        """Have the rows painted that show something else than when they were painted last."""
        if not self.is_mounted or not self._painted:
            self.refresh()
            return
        width, height = self.scrollable_content_region.size
        never = object()
        changed = [y for y in range(height) if self._painted.get(y, never) != self._row_key(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _stay(self, top: int) -> None:
        """Have the view begin at another row without painting it: it is the same row as before, further down."""
        top = min(top, self.max_scroll_y)
        self.set_reactive(ReportLog.scroll_y, float(top))
        self.set_reactive(ReportLog.scroll_target_y, float(top))
        self._move_thumb()

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _within(self, index: int) -> int:
        return max(0, min(index, self._count - 1))

    def _resize(self) -> None:
        """Tell the scrollbar how many rows there are."""
        size = self.virtual_size
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        if self.virtual_size == size or not self.is_mounted:
            return
        if self.show_vertical_scrollbar and self._count >= size.height > self._height:
            self._move_thumb()
        else:
            self._scroll_update(self.virtual_size)

    def _move_thumb(self) -> None:
        """Have the scrollbar painted only where more rows make a difference to it: of thousands, none does."""
        if not self.show_vertical_scrollbar:
            return
        bar = self.vertical_scrollbar
        before = _thumb(bar)
        bar.set_reactive(ScrollBar.window_virtual_size, self._count)
        bar.set_reactive(ScrollBar.position, bar.validate_position(self.scroll_y))
        if _thumb(bar) != before:
            bar.refresh()


def _thumb(bar: ScrollBar) -> tuple[int, int]:
    """Where its thumb begins and ends, in eighths of a cell, which is as fine as it is painted."""
    rows, seen = bar.window_virtual_size, bar.window_size
    if rows <= seen:
        return 0, 0
    size = max(1.0, seen * seen / rows)
    start = int((seen - size) * bar.position / (rows - seen) * 8)
    return start, start + ceil(size * 8)

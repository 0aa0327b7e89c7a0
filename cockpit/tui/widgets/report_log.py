"""The pane of customer reports: any number of rows, newest first, of which only the visible ones are ever made.

It knows nothing of where reports come from: the screen gives it rows that are ready to be shown, and hears which one
was chosen. While somebody reads further down, rows added at the top don't move what they read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cockpit.domain.frozen import frozen
from cockpit.tui.presentation.line import fit, pad, wrap

NOT_RELAYED = "!"
PREMIUM = "*"
CURSOR = ">"

# Cells: cursor and mark, time ("14:05"), how it came; below the first width there is no room for a tag.
_STATE, _TIME, _VIA = 2, 5, 2
_WIDE_ENOUGH_FOR_TAG = 64


@frozen
class RowView:
    """One report as it is shown: plain one-line strings, cleaned. ``tag`` is a word at the end, where there is room."""

    mark: str
    time: str
    via: str
    customer: str
    text: str
    premium: bool
    relayed: bool
    tag: str = ""


class RowSource(Protocol):
    """Rows by index, the newest at 0. Rows are asked for as they come into view, so asking should be cheap."""

    def __len__(self) -> int:
        """How many there are."""

    def row(self, index: int) -> RowView:
        """The row at ``index``, which is less than the length."""


@frozen
class Columns:
    """How many cells each column of variable width gets; 0: left out."""

    customer: int
    text: int
    tag: int


def columns(width: int) -> Columns:
    """Share ``width`` cells out: from 26 (a customer and the first words of the text) to whatever there is."""
    tag = min(18, width // 6) if width >= _WIDE_ENOUGH_FOR_TAG else 0
    room = width - _STATE - 1 - _TIME - 1 - _VIA - 1 - (tag + 1 if tag else 0)
    customer = max(0, min(22, room * 2 // 5))
    return Columns(customer, max(0, room - customer - 1), tag)


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
        self._painted.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Render the visible row ``y``."""
        width = self.scrollable_content_region.width
        key = self._row_key(y)
        self._painted[y] = key
        strip = Strip(self._segments(key, y, width))
        return strip.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def _segments(self, key: object, y: int, width: int) -> list[Segment]:
        style = self.get_component_rich_style
        if isinstance(key, str):
            return [Segment(key, style("report-log--quiet", partial=True))]
        if not isinstance(key, tuple):
            return []
        row, under_cursor = key
        cursor = style("report-log--cursor", partial=True) if under_cursor else Style()
        plain = style("report-log--row" if row.relayed else "report-log--waiting", partial=True) + cursor
        quiet = style("report-log--quiet", partial=True) + cursor if row.relayed else plain
        mark = row.mark or ("" if row.relayed else NOT_RELAYED)
        sharing = columns(width)
        premium = PREMIUM if row.premium else ""
        customer = fit(row.customer, max(0, sharing.customer - len(premium))) + premium
        segments = [
            Segment(pad(CURSOR if under_cursor else "", 1) + pad(mark, 1) + " ", plain),
            Segment(f"{pad(row.time, _TIME)} {pad(row.via, _VIA)} ", quiet),
            Segment(pad(customer, sharing.customer) + " ", plain),
            Segment(pad(row.text, sharing.text), plain),
        ]
        if sharing.tag:
            segments.append(Segment(" " + pad(row.tag, sharing.tag), quiet))
        return segments

    def _row_key(self, y: int) -> object:
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
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = top

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _within(self, index: int) -> int:
        return max(0, min(index, self._count - 1))

    def _resize(self) -> None:
        """Tell the scrollbar how many rows there are."""
        size = self.virtual_size
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        if self.virtual_size != size and self.is_mounted:
            self._scroll_update(self.virtual_size)

"""A TextArea that renders and sends only the rows that changed: a keystroke costs one row, not the whole pane.

Textual's own renders every visible row again after each edit and each movement. Here each row has a key of all that
its look depends on; rows whose key is the one last painted are left alone, and a row seen before (after a scroll, or
pushed down by a new line) is taken from a cache. It leans on private parts of TextArea, so the version of Textual is
pinned and a test compares the two, text and style, over random edits.
"""

from __future__ import annotations

import time
from collections.abc import Hashable

from rich.style import Style
from textual.cache import LRUCache
from textual.document._document import EditResult, Selection
from textual.document._edit import Edit
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

RowKey = tuple[Hashable, ...]

_FRAME_S = 1 / 60
"""Edits that come faster than this, in seconds, share a paint."""


class _LineTheme(TextAreaTheme):
    """The style sheet's theme, but the cursor's line takes a background only: it doesn't hide the colour of a mark."""

    def apply_css(self, text_area: TextArea) -> None:
        """Take the styles of the sheet."""
        super().apply_css(text_area)
        line, base = self.cursor_line_style, self.base_style
        if line is not None and base is not None and line.color == base.color:
            self.cursor_line_style = Style(bgcolor=line.bgcolor) + line.without_color


class RowwiseTextArea(TextArea):
    """A TextArea to the eye and the hand; fewer rows rendered and fewer bytes sent."""

    # As in TextArea, except that a movement doesn't repaint everything: `_watch_selection` names the rows.
    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)

    # As in Widget, except that one row more or less doesn't lay out the whole screen again: see `_refresh_size`.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._strips: LRUCache[RowKey, Strip] = LRUCache(1024)
        self._painted: dict[int, RowKey] = {}
        self._surroundings: RowKey = ()
        self._styled: TextAreaTheme | None = None
        self._editing = False
        self._painted_at = 0.0
        super().__init__(text, id=id, classes=classes)
        self.register_theme(_LineTheme(name="rows"))
        self.theme = "rows"

    def row_extra(self, line_index: int, start: int, end: int) -> Hashable:
        """What else the look of this part of a line depends on (columns in code points): for subclasses."""
        return None

    def text_changed(self) -> None:
        """Told when the text may have changed, before the changed rows are painted: for subclasses."""

    def refresh_changed_rows(self) -> None:
        """Have the visible rows painted whose key is not the one last painted; all, if the surroundings changed."""
        if not self.is_mounted or not self._painted or self._surroundings != self._surroundings_now():
            self.refresh()
            return
        width, height = self.scrollable_content_region.size
        changed = [y for y in range(height) if self._painted.get(y) != self._row_key(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def edit(self, edit: Edit) -> EditResult:
        """Perform the edit, then name the rows it changed, once."""
        size = self.virtual_size
        self._editing = True
        try:
            result = super().edit(edit)
        finally:
            self._editing = False
        if self.virtual_size != size and self.is_mounted:
            # TextArea scrolls before it knows of a new row: at the bottom the cursor would be out of sight.
            self.scroll_cursor_visible()
        self.text_changed()
        self.refresh_changed_rows()
        self._paint_now()
        return result

    def _paint_now(self) -> None:
        """Paint what was asked for at once: the screen's own paint may have to wait for the frame after another's."""
        screen, now = self.screen, time.monotonic()
        if not self._repaint_required or not screen.is_current or self.app._batch_count:
            return
        if now - self._painted_at >= _FRAME_S:
            self._painted_at = now
            self._repaint_required = False
            screen._compositor.update_widgets({self})
            screen._compositor_refresh()

    def undo(self) -> None:
        """Undo the latest batch of edits."""
        super().undo()
        self.text_changed()
        self.refresh_changed_rows()

    def redo(self) -> None:
        """Redo what was undone last."""
        super().redo()
        self.text_changed()
        self.refresh_changed_rows()

    def load_text(self, text: str) -> None:
        """Replace the text and forget the edits before."""
        super().load_text(text)
        self.text_changed()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was rendered in the styles before."""
        self._styled = None
        self._strips.clear()
        self._painted.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Render the rows of the region, by the surroundings of now."""
        if self._theme is not None and self._theme is not self._styled:
            # TextArea looks its seven styles up for each paint.
            self._theme.apply_css(self)
            self._styled = self._theme
        surroundings = self._surroundings_now()
        if surroundings != self._surroundings:
            self._strips.clear()
            self._painted.clear()
            self._surroundings = surroundings
        # The terminal's own cursor marks where an input method opens its window: right as of what is painted now.
        if self.has_focus and self.screen.is_active:
            self._cursor_offset = self.wrapped_document.location_to_offset(self.cursor_location)
            self.app.cursor_position = self.cursor_screen_offset
        # Past TextArea's own method, which would apply the style sheet a second time.
        return super(TextArea, self).render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Render the visible row ``y``, or take it from the cache."""
        key = self._row_key(y)
        self._painted[y] = key
        if self._shows_placeholder():
            return super().render_line(y)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._render_line(y)
            self._strips[key] = strip
        return strip

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        if not self._editing:
            self.refresh_changed_rows()

    def _rewrap_and_refresh_virtual_size(self) -> None:
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()

    def _refresh_size(self) -> None:
        size = self.virtual_size
        super()._refresh_size()
        if self.virtual_size != size and self.is_mounted:
            self._scroll_update(self.virtual_size)
            if self.styles.auto_dimensions:
                self.refresh(layout=True)

    def _shows_placeholder(self) -> bool:
        return bool(self.placeholder) and self.document.line_count == 1 and not self.document.get_line(0)

    def _surroundings_now(self) -> RowKey:
        """What the look of every row depends on."""
        theme = self._theme
        return (
            self.scrollable_content_region.size,
            self.region.width,
            self.scroll_offset.x,
            self.virtual_size.width,
            self.gutter_width,
            self.indent_width,
            self.soft_wrap,
            self.show_line_numbers,
            self.line_number_start,
            self.read_only,
            self.show_cursor,
            self.has_focus,
            self.match_cursor_bracket,
            self.highlight_cursor_line,
            self.suggestion,
            self.placeholder,
            theme.base_style,
            theme.cursor_style,
            theme.cursor_line_style,
            theme.cursor_line_gutter_style,
            theme.gutter_style,
            theme.bracket_matching_style,
            theme.selection_style,
        )

    def _row_key(self, y: int) -> RowKey:
        """What the look of the visible row ``y`` depends on, besides the surroundings."""
        if self._shows_placeholder():
            return ("placeholder", y, self._draw_cursor)
        info = self.wrapped_document._offset_to_line_info
        at = y + self.scroll_offset.y
        if at >= len(info):
            return ()
        index, section = info[at]
        line = self.document.get_line(index)
        breaks = self.wrapped_document.get_offsets(index)
        start = breaks[section - 1] if section else 0
        end = breaks[section] if section < len(breaks) else len(line)
        tabs = tuple(self.wrapped_document.get_tab_widths(index)) if "\t" in line else None

        selection = self.selection
        (top, top_column), (bottom, bottom_column) = sorted(selection)
        selected = None
        if top <= index <= bottom and selection.start != selection.end:
            first = max(start, top_column if index == top else 0)
            last = min(end, bottom_column if index == bottom else len(line))
            # An empty line inside a selection is shown by a block of its own.
            selected = (first - start, last - start) if first < last or not line else None

        cursor_row, cursor_column = selection.end
        cursor: Hashable = None
        if index == cursor_row:
            here = start <= cursor_column <= end
            cursor = (cursor_column - start, self._draw_cursor) if here else "its line"
        bracket = self._matching_bracket_location
        pair: Hashable = None
        if bracket is not None and selection.is_empty:
            pair = (cursor is not None, bracket[1] - start if bracket[0] == index else None)
        number = (index, section == 0) if self.show_line_numbers else None
        # Whether this is the last part of its line tells where room for the cursor is added.
        last_part = section == len(breaks)
        return (line[start:end], last_part, tabs, selected, cursor, pair, number, self.row_extra(index, start, end))

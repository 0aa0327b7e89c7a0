"""The pane in which the message is written: clean, composed text in, marks painted, each change told with its number.

It knows nothing of rules, drafts or posts: the screen hands it text and marks, and hears of edits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Location
from textual.document._edit import Edit
from textual.message import Message
from textual.reactive import Reactive, reactive

from cockpit.domain.clean import clean
from cockpit.tui.widgets.composing import composed
from cockpit.tui.widgets.marks import Mark, RowMark, by_line, shifted
from cockpit.tui.widgets.own_keys import has_alt, obey
from cockpit.tui.widgets.rowwise_text_area import RowwiseTextArea


class DraftEditor(RowwiseTextArea):
    """A text area for drafts. All offsets are code points of the whole text, in which every line ends in one newline.

    Whatever comes in, by key, paste or call, is cleaned of control characters and composed (NFC). Function keys,
    control keys that are not an editor's and alt with a letter go on to the screen.
    """

    # An error is doubly underlined (once where the terminal can't), the others once: never told by colour alone.
    DEFAULT_CSS = """
    DraftEditor {
        & .draft-editor--error { color: $text-error; text-style: underline uu; }
        & .draft-editor--warning { color: $text-warning; text-style: underline; }
        & .draft-editor--info { color: $text-primary; text-style: underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"draft-editor--error", "draft-editor--warning", "draft-editor--info"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "text_start", show=False),
        Binding("ctrl+end", "text_end", show=False),
        Binding("ctrl+shift+home", "text_start(True)", show=False),
        Binding("ctrl+shift+end", "text_end(True)", show=False),
    ]

    marks: Reactive[tuple[Mark, ...]] = reactive((), repaint=False, init=False)
    """What is underlined. It follows the text while it is edited, until new marks are set for a newer revision."""

    @dataclass
    class Edited(Message):
        """The text changed. ``revision`` grows by one each time, so that an answer to an older text can be told."""

        editor: DraftEditor
        text: str
        revision: int
        loaded: bool
        """Whether the text was given by `load` rather than changed by the user's hand."""

        @property
        def control(self) -> DraftEditor:
            """The editor that sent it."""
            return self.editor

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._row_marks: dict[int, tuple[RowMark, ...]] = {}
        self._known = _tidy(text)
        self._loading = False
        self.revision = 0
        super().__init__(self._known, id=id, classes=classes)
        # A cursor that doesn't blink costs nothing while nobody types.
        self.set_reactive(DraftEditor.cursor_blink, False)

    @property
    def cursor_offset(self) -> int:
        """Where the cursor is, in code points from the start of the text."""
        return self._offset_at(self.cursor_location)

    def jump(self, offset: int) -> None:
        """Put the cursor at this offset (the nearest possible) and scroll it into view."""
        self.history.checkpoint()
        self.move_cursor(self._location_at(offset))

    def load(self, text: str, *, undoable: bool = False) -> None:
        """Replace everything by ``text``; nothing happens if that is what the editor holds already.

        As another draft (the default) it starts with no edits to undo: undoing never brings back a different draft.
        With ``undoable`` it is one edit of this draft, as when a template takes the place of what was typed.
        """
        text = _tidy(text)
        if text == self.text:
            return
        if undoable:
            self.replace_span(0, len(self.text), text)
            self.move_cursor((0, 0))
        else:
            self.load_text(text)

    def load_text(self, text: str) -> None:
        """Replace everything by the cleaned text, as another draft; the marks of the one before go."""
        self.marks = ()
        self._loading = True
        try:
            super().load_text(_tidy(text))
        finally:
            self._loading = False

    def replace_span(self, start: int, end: int, text: str) -> None:
        """Replace the code points from ``start`` to ``end`` by ``text``, as one edit to undo.

        The cursor stays where it is in the words around; from within the span it goes to the end of the new text.
        """
        start, end = sorted((self._clamped(start), self._clamped(end)))
        cursor, length = self.cursor_offset, len(self.text)
        self.history.checkpoint()
        self.edit(Edit(text, self._location_at(start), self._location_at(end), False))
        self.history.checkpoint()
        if cursor <= start:
            self.move_cursor(self._location_at(cursor))
        elif cursor >= end:
            self.move_cursor(self._location_at(cursor + len(self.text) - length))

    def edit(self, edit: Edit) -> EditResult:
        """Perform the edit with its text cleaned and composed with what stands around it."""
        (top_row, top_column), (bottom_row, bottom_column) = edit.top, edit.bottom
        before = self.document.get_line(top_row)[:top_column]
        after = self.document.get_line(bottom_row)[bottom_column:] if bottom_row < self.document.line_count else ""
        back, text, forth = composed(before, clean(edit.text), after)
        top, bottom = (top_row, top_column - back), (bottom_row, bottom_column + forth)
        return super().edit(Edit(text, top, bottom, edit.maintain_selection_offset))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a key is text to this editor; alt with a letter isn't."""
        return not has_alt(key) and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if has_alt(event.key):
            # A terminal sends the letter along, and TextArea would type it.
            event.prevent_default()
            return
        await obey(self, event)

    def action_text_start(self, select: bool = False) -> None:
        """Move the cursor to the start of the text."""
        self.move_cursor(self.document.start, select=select)

    def action_text_end(self, select: bool = False) -> None:
        """Move the cursor to the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def get_line(self, line_index: int) -> Text:
        """The line with its marks, beneath whatever TextArea paints on it."""
        line = super().get_line(line_index)
        for mark in self._row_marks.get(line_index, ()):
            style = self.get_component_rich_style(f"draft-editor--{mark.style}", partial=True)
            line.stylize(style, mark.start, mark.end)
        return line

    def row_extra(self, line_index: int, start: int, end: int) -> Hashable:
        """The marks on this part of the line."""
        return tuple(
            (max(mark.start, start) - start, min(mark.end, end) - start, mark.style)
            for mark in self._row_marks.get(line_index, ())
            if mark.start < end and mark.end > start
        )

    def watch_marks(self) -> None:
        """Paint the rows whose marks changed."""
        self._row_marks = by_line(self.marks, self.document.lines)
        self.refresh_changed_rows()

    def text_changed(self) -> None:
        """Keep the marks in place and tell the screen, if the text is another one."""
        text = self.text
        if text == self._known:
            return
        old, self._known = self._known, text
        self.revision += 1
        if self.marks:
            self.set_reactive(DraftEditor.marks, shifted(self.marks, old, text))
            self._row_marks = by_line(self.marks, self.document.lines)
        self.post_message(self.Edited(self, text, self.revision, self._loading))

    def _clamped(self, offset: int) -> int:
        return max(0, min(offset, len(self.text)))

    def _offset_at(self, location: Location) -> int:
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def _location_at(self, offset: int) -> Location:
        left = self._clamped(offset)
        for row, line in enumerate(self.document.lines):
            if left <= len(line):
                return row, left
            left -= len(line) + 1
        return self.document.end


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", clean(text))

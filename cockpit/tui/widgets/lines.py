"""A pane of a few styled rows: repainted only when what it shows changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from cockpit.domain.clean import clean
from cockpit.tui.presentation.line import Line


def content(line: Line) -> Content:
    """A line as Textual shows it; outside text is never read as markup, and no byte of it steers the terminal."""
    return Content.assemble(*((_one_line(text), style) for text, style in line))


def plain(text: str) -> Content:
    """A text of several lines, just as harmless."""
    return Content(clean(text))


def _one_line(text: str) -> str:
    return text if text.isprintable() else clean(text).replace("\n", " ").replace("\t", " ")


class Lines(Static):
    """Rows of spans; ``show`` repaints only where they differ from what is shown."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("", id=id, classes=classes)
        self._shown: tuple[Line, ...] | None = None

    def show(self, lines: Sequence[Line]) -> None:
        """Show these rows."""
        rows = tuple(lines)
        if rows != self._shown:
            self._shown = rows
            self.update(Content("\n").join(content(row) for row in rows), layout=False)

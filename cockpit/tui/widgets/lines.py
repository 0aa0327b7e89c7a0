"""A pane of a few styled rows: repainted only when what it shows changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from cockpit.tui.presentation.line import Line


def content(line: Line) -> Content:
    """A line as Textual shows it; outside text is never read as markup."""
    return Content.assemble(*line)


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

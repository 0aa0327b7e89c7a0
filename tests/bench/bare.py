"""The yardstick: a bare Textual app with four stock widgets where the cockpit's panes are, of the same sizes.

``python bare.py FILE`` opens it on a text; its Digits count seconds, as the cockpit's do.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Digits, Static, TextArea

ROWS = (("14:22", "Acme", "no text messages"), ("14:21", "Globex", "push arrives late"), ("14:20", "Initech", "alerts"))
FOOT = "F1 help"
"""The last text of the first full paint."""


class Bare(App[None]):
    """TextArea, Static, Digits, DataTable."""

    CSS = """
    #left { width: 1fr; }
    #right { width: 34%; }
    TextArea { height: 23; border: none; padding: 0 1; }
    Static { height: 1fr; }
    Digits { height: 5; }
    DataTable { height: 1fr; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The four."""
        with Horizontal():
            with Vertical(id="left"):
                yield TextArea(self._text)
                yield Static(FOOT, markup=False)
            with Vertical(id="right"):
                yield Digits("00:00")
                yield DataTable[str]()

    def on_mount(self) -> None:
        """Fill the table, and let the seconds run."""
        table = self.query_one(DataTable)
        table.add_columns("time", "customer", "report")
        table.add_rows(ROWS)
        self.query_one(TextArea).focus()
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        self.query_one(Digits).update(time.strftime("%M:%S"))


if __name__ == "__main__":
    Bare(Path(sys.argv[1]).read_text(encoding="utf-8")).run()

"""The two lines of the report pane: the one that logs a report, completed as it is typed, and the one that searches."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from cockpit.tui.widgets.completed_input import Complete, CompletedInput
from cockpit.tui.widgets.own_keys import LineInput


class ReportInput(CompletedInput):
    """The line that logs a report; what was left in it goes on."""

    def __init__(self, placeholder: str, complete: Complete, *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, complete=complete, id=id)


class SearchInput(LineInput):
    """The line that searches; Enter and the down arrow lead into what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "submit", show=False)]

"""The two lines of the report pane: the one that logs a report, completed as it is typed, and the one that searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from cockpit.tui.widgets.own_keys import LineInput


class _Completion(Suggester):
    """Offers what ``complete`` makes of the line."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)  # what is known changes; case is the names' own affair
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The line completed; the right arrow takes it."""
        return self._complete(value)


class ReportInput(LineInput):
    """The line that logs a report; the right arrow at its end takes what is offered."""

    def __init__(self, placeholder: str, complete: Callable[[str], str | None], *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, compact=True, id=id, suggester=_Completion(complete))
        self.select_on_focus = False  # what was left in it goes on


class SearchInput(LineInput):
    """The line that searches; Enter and the down arrow lead into what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "submit", show=False)]

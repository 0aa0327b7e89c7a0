"""A line that is completed as it is typed: what is known stands behind the cursor, the right arrow takes it."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message
from textual.suggester import Suggester

from cockpit.tui.widgets.own_keys import LineInput

Complete = Callable[[str], str | None]
"""Makes of what is typed the line as it may be meant; None where nothing is known that begins so."""


class _Completion(Suggester):
    """Offers what ``complete`` makes of the line."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)  # what is known changes; case is the names' own affair
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The line completed; the right arrow takes it."""
        return self._complete(value)


class CompletedInput(LineInput):
    """A line with what is offered behind the cursor; the right arrow at its end takes it."""

    class Taken(Message):
        """What was offered was taken: the line was ``before``, and is now as the input says."""

        def __init__(self, line: CompletedInput, before: str) -> None:
            super().__init__()
            self.line = line
            self.before = before

    def __init__(
        self,
        value: str = "",
        *,
        complete: Complete,
        placeholder: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            compact=True,
            name=name,
            id=id,
            suggester=_Completion(complete),
            select_on_focus=select_on_focus,
        )

    def action_cursor_right(self, select: bool = False) -> None:
        """One to the right; at the end, take what is offered."""
        before, at_end = self.value, self.cursor_at_end
        super().action_cursor_right(select)
        if at_end and self.value != before:
            self.post_message(self.Taken(self, before))

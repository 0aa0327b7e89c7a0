"""A choice among a few, in one row: a letter, a number, arrows or space choose, so that hands stay on the keyboard."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_ROW = 54
"""How many cells of options stand in a row: what the narrowest dialog has."""


class Choice(Widget, can_focus=True):
    """Options side by side, the chosen one marked ``(x)``; ``value`` is its id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "move(1)", show=False),
        Binding("left", "move(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; }
    Choice:focus { text-style: bold; background: $boost; }
    """

    index: reactive[int] = reactive(0)

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(
        self, options: tuple[tuple[str, str], ...], value: str = "", *, name: str | None = None, advance: bool = False
    ) -> None:
        """With ``advance`` a letter or a number leads on to the next field: for a list of questions."""
        super().__init__(name=name)
        self._advance = advance
        self._options = options
        self._keys = _keys(options)
        values = [option for option, _ in options]
        self.set_reactive(Choice.index, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The id of the chosen option."""
        return self._options[self.index][0]

    def render(self) -> Content:
        """The options in a row, or one below the other."""
        shown = [f"({'x' if at == self.index else ' '}) {self._named(at)}" for at in range(len(self._options))]
        row = "   ".join(shown)
        # One below the other where a row of them would break in the middle of one, in the narrowest dialog.
        return Content(row if cell_len(row) <= _ROW else "\n".join(shown))

    def _named(self, at: int) -> str:
        """An option's text, with its key behind it where that isn't how the text begins."""
        text, key = self._options[at][1], self._keys[at]
        return text if not key or text.casefold().startswith(key) else f"{text}({key})"

    def on_key(self, event: Key) -> None:
        """An option's key chooses it, or its place in the row: 1, 2, ..."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._options):
            event.stop()
            self.index = int(event.character) - 1
            self._chosen()
            return
        for at, key in enumerate(self._keys):
            if event.character and key == event.character.casefold() and (at != self.index or self._advance):
                event.stop()
                self.index = at
                self._chosen()
                return

    def _chosen(self) -> None:
        if self._advance:
            self.screen.focus_next()

    def action_move(self, step: int) -> None:
        """Choose the next or the one before."""
        self.index = (self.index + step) % len(self._options)

    def watch_index(self) -> None:
        """Tell whoever shows what follows from it."""
        self.post_message(self.Changed(self))

    def on_click(self, event: Click) -> None:
        """A click moves on, like space."""
        self.action_move(1)


def _keys(options: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The letters that choose: a text's first, or where a keyboard has no key for that, one of the option's id."""
    keys: list[str] = []
    for option, text in options:
        first = text[:1].casefold()
        keys.append(first if first.isascii() else next((letter for letter in option if letter not in keys), ""))
    return tuple(keys)

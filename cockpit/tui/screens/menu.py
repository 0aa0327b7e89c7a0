"""A choice by one letter: what can be done now, and beside what can't, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell


@dataclass(frozen=True, slots=True)
class Item:
    """One line: its letter ("" for none), what it says, and why it can't be done now (None: it can)."""

    id: str
    text: str
    letter: str = ""
    refusal: Wording | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu; ``text`` stands above the lines."""

    title: str
    items: tuple[Item, ...]
    text: str = ""


class MenuScreen(ModalScreen[str | None]):
    """The menu over the cockpit; gives the chosen item's id."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, menu: Menu) -> None:
        super().__init__()
        self._menu = menu

    def compose(self) -> ComposeResult:
        """Title, explanation, lines, keys."""
        with Vertical(classes="dialog"):
            yield Label(Content(self._menu.title), classes="dialog-title")
            if self._menu.text:
                with VerticalScroll(classes="dialog-quote", can_focus=False):
                    yield Static(Content(self._menu.text))
            yield OptionList(*(Option(_line(item)) for item in self._menu.items), compact=True)
            yield Static("", classes="dialog-problem")
            keys = _("letter or Enter: choose") if any(i.letter for i in self._menu.items) else _("Enter: choose")
            yield Label(Content(f"{keys}   {_('Esc: leave')}"), classes="dialog-keys")

    def on_mount(self) -> None:
        """The first line that can be chosen has the cursor."""
        options = self.query_one(OptionList)
        options.highlighted = next((at for at, item in enumerate(self._menu.items) if item.refusal is None), 0)
        options.focus()

    def on_key(self, event: events.Key) -> None:
        """A letter chooses its line."""
        for item in self._menu.items:
            if item.letter and event.key == item.letter:
                event.stop()
                self._take(item)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self._take(self._menu.items[event.option_index])

    def _take(self, item: Item) -> None:
        if item.refusal is None:
            self.dismiss(item.id)
            return
        problem = self.query_one(".dialog-problem", Static)
        problem.update(Content(f"✗ {tell(item.refusal)}"))
        problem.display = True

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)


def _line(item: Item) -> Content:
    letter = (f" {item.letter}  ", "bold $accent") if item.letter else ("    ", "")
    if item.refusal is not None:
        return Content.assemble(
            letter, (item.text, "$foreground-muted"), (f"  {tell(item.refusal)}", "italic $foreground-muted")
        )
    return Content.assemble(letter, item.text, (f"  {item.detail}", "$foreground-muted"))

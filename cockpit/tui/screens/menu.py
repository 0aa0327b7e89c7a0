"""A choice by one letter, or out of many by typing: what can be done now, and beside what can't, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from cockpit.domain.clean import clean_line
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell
from cockpit.tui.widgets.lines import plain
from cockpit.tui.widgets.own_keys import LineInput

SHOWN = 200
"""How many lines of a long menu are shown at once; typing brings the others."""


@frozen
class Item:
    """One line: its letter ("" for none), what it says, and why it can't be done now (None: it can)."""

    id: str
    text: str
    letter: str = ""
    refusal: Wording | None = None
    detail: str = ""


@frozen
class Menu:
    """A menu; ``text`` stands above the lines. With ``find`` what is typed picks the lines that hold every word of it.

    ``at`` is the id of the line that has the cursor at first ("": the first that can be chosen).
    """

    title: str
    items: tuple[Item, ...]
    text: str = ""
    find: bool = False
    at: str = ""


class MenuScreen(ModalScreen[str | None]):
    """The menu over the cockpit; gives the chosen item's id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "list('cursor_down')", show=False),
        Binding("up", "list('cursor_up')", show=False),
        Binding("pagedown", "list('page_down')", show=False),
        Binding("pageup", "list('page_up')", show=False),
    ]

    def __init__(self, menu: Menu) -> None:
        super().__init__()
        self._menu = menu
        self._listed: Sequence[Item] = ()

    def compose(self) -> ComposeResult:
        """Title, explanation, what is typed to find a line, lines, keys."""
        menu = self._menu
        with Vertical(classes="dialog"):
            yield Label(plain(menu.title), classes="dialog-title")
            if menu.text:
                with VerticalScroll(classes="dialog-quote", can_focus=False):
                    yield Static(plain(menu.text))
            if menu.find:
                yield LineInput(placeholder=_("type to find"), compact=True, id="find")
            yield OptionList(compact=True)
            yield Static("", classes="dialog-problem")
            keys = _("letter or Enter: choose") if any(i.letter for i in menu.items) else _("Enter: choose")
            keys = _("type to find   arrows, Enter: choose") if menu.find else keys
            yield Label(Content(f"{keys}   {_('Esc: leave')}"), classes="dialog-keys")

    def on_mount(self) -> None:
        """The first line that can be chosen has the cursor."""
        self._list(self._menu.items)
        self.set_focus(self.query_one("#find") if self._menu.find else self.query_one(OptionList))

    def _list(self, items: Sequence[Item]) -> None:
        self._listed = items[:SHOWN]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(item, letter=not self._menu.find)) for item in self._listed])
        if len(items) > SHOWN:
            more = _("%(count)d more: type to find them", count=len(items) - SHOWN)
            options.add_option(Option(Content.styled(f"    {more}", "$foreground-muted"), disabled=True))
        chosen = [at for at, item in enumerate(self._listed) if item.id == self._menu.at]
        can = [at for at, item in enumerate(self._listed) if item.refusal is None]
        options.highlighted = next(iter((*chosen, *can)), None)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses its line."""
        for item in self._menu.items:
            if item.letter and event.key == item.letter and not self._menu.find:
                event.stop()
                self._take(item)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        words = message.value.casefold().split()
        self._list([i for i in self._menu.items if all(w in f"{i.text} {i.detail}".casefold() for w in words)])

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(OptionList).action_select()

    def action_list(self, action: str) -> None:
        """Move in the list while what is typed has the focus."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self._listed[event.option_index])

    def _take(self, item: Item) -> None:
        if item.refusal is None:
            self.dismiss(item.id)
            return
        # Enter, out of habit, says it again: it doesn't do what another line is for.
        self.query_one(OptionList).highlighted = self._listed.index(item)
        problem = self.query_one(".dialog-problem", Static)
        problem.update(plain(f"✗ {tell(item.refusal)}"))
        problem.display = True

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)


def _line(item: Item, letter: bool) -> Content:
    mark = (f" {item.letter}  ", "bold $accent") if item.letter and letter else ("    " if letter else " ", "")
    text, detail = clean_line(item.text), clean_line(item.detail)
    if item.refusal is not None:
        why = (f"  {tell(item.refusal)}", "italic $foreground-muted")
        return Content.assemble(mark, (text, "$foreground-muted"), why)
    return Content.assemble(mark, text, (f"  {detail}", "$foreground-muted") if detail else "")

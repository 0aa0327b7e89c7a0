"""A choice by one letter, or out of many by typing: what can be done now, and beside what can't, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

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
from cockpit.domain.reports import folded
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell
from cockpit.tui.widgets.lines import plain
from cockpit.tui.widgets.own_keys import LineInput

T = TypeVar("T")

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


class ListScreen(ModalScreen[T]):
    """A menu's lines, moved in and found by typing; what choosing one does is up to the screen that it is."""

    FIND: ClassVar[type[LineInput]] = LineInput
    """What is typed in to find a line."""
    BINDINGS: ClassVar[list[BindingType]] = [
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
                yield self.FIND(placeholder=_("type to find"), compact=True, id="find")
            yield OptionList(compact=True)
            yield Static("", classes="dialog-problem")
            yield Label(Content(self.keys()), classes="dialog-keys")

    def keys(self) -> str:
        """What the keys do."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The first line that can be chosen has the cursor."""
        self.list_items(self._menu.items, self._menu.at)
        self.set_focus(self.query_one("#find") if self._menu.find else self.query_one(OptionList))

    def list_items(self, items: Sequence[Item], at: str = "") -> None:
        """Show these lines; the cursor is on the one of the id ``at``, else on the first that can be chosen."""
        self._listed = items[:SHOWN]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self.line(item)) for item in self._listed])
        if len(items) > SHOWN:
            more = _("%(count)d more: type to find them", count=len(items) - SHOWN)
            options.add_option(Option(Content.styled(f"    {more}", "$foreground-muted"), disabled=True))
        chosen = [index for index, item in enumerate(self._listed) if item.id == at]
        can = [index for index, item in enumerate(self._listed) if item.refusal is None]
        options.highlighted = next(iter((*chosen, *can)), None)

    def line(self, item: Item) -> Content:
        """How a line is shown."""
        return _line(item, letter=not self._menu.find)

    @property
    def item(self) -> Item | None:
        """The line that has the cursor."""
        at = self.query_one(OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        words = folded(message.value).split()
        found = [i for i in self._menu.items if all(w in folded(f"{i.text} {i.detail}") for w in words)]
        self.list_items(found, "" if words else self._menu.at)

    def action_list(self, action: str) -> None:
        """Move in the list while what is typed has the focus."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.take(self._listed[event.option_index])

    def take(self, item: Item) -> None:
        """A line is chosen."""
        raise NotImplementedError


class MenuScreen(ListScreen[str | None]):
    """The menu over the cockpit; gives the chosen item's id."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def keys(self) -> str:
        """What the keys do."""
        keys = _("letter or Enter: choose") if any(i.letter for i in self._menu.items) else _("Enter: choose")
        keys = _("type to find   arrows, Enter: choose") if self._menu.find else keys
        return f"{keys}   {_('Esc: leave')}"

    def on_key(self, event: events.Key) -> None:
        """A letter chooses its line."""
        for item in self._menu.items:
            if item.letter and event.key == item.letter and not self._menu.find:
                event.stop()
                self.take(item)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(OptionList).action_select()

    def take(self, item: Item) -> None:
        """The line that was chosen; one that can't be done now says why."""
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

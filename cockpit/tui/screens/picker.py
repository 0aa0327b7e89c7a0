"""Several names out of a list, found by typing: over a form, for the field that has the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from cockpit.domain.clean import clean_line
from cockpit.domain.facts import LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.words import Lang
from cockpit.i18n import _
from cockpit.tui.screens.menu import Item, ListScreen, Menu
from cockpit.tui.widgets.own_keys import LineInput, caught_up


@frozen
class Picks:
    """Names to pick from, for the fields that hold a list of them, one field per language.

    ``fields`` are the names of those fields. A name that is picked in one of them gets into each in its own language.
    """

    title: str
    names: tuple[LocalText, ...]
    fields: Mapping[Lang, str]

    def lang(self, name: str) -> Lang:
        """The language of that field."""
        return next(lang for lang, each in self.fields.items() if each == name)


class _FindInput(LineInput):
    """A line in which a space isn't typed: it picks."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is for the text, whatever else it is bound to."""
        return key != "space" and super().check_consume_key(key, character)


class PickScreen(ListScreen[tuple[LocalText, ...]]):
    """The list; gives the names that are picked when it is left, in the list's order.

    Space picks the line that has the cursor, or takes it back, and goes on. Enter takes the line that was looked for,
    or the first one of all, and leads back; after a space it leads back as Esc does.
    """

    FIND = _FindInput
    # Before the line that is typed in sees them: what is typed right behind them is meant for what comes then.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "mark", show=False, priority=True),
        Binding("enter", "done", show=False, priority=True),
        Binding("escape", "back", show=False, priority=True),
    ]

    def __init__(self, title: str, names: Sequence[LocalText], lang: Lang, picked: Sequence[LocalText]) -> None:
        """``names`` are shown in ``lang``, and found by what they are in any language."""
        self._names = {str(at): name for at, name in enumerate(names)}
        self._picked = {at for at, name in self._names.items() if name in picked}
        self._marked = False
        items = tuple(Item(at, name.get(lang), detail=_others(name, lang)) for at, name in self._names.items())
        first = next((item.id for item in items if item.id in self._picked), "")
        super().__init__(Menu(title, items, find=True, at=first))

    def keys(self) -> str:
        """What the keys do."""
        return "   ".join((_("type to find"), _("space: pick several"), _("Enter: pick"), _("Esc: back")))

    def line(self, item: Item) -> Content:
        """The name, marked where it is picked."""
        mark = "(x)" if item.id in self._picked else "( )"
        detail = (f"  {clean_line(item.detail)}", "$foreground-muted") if item.detail else ""
        return Content.assemble((f" {mark} ", "bold $accent"), clean_line(item.text), detail)

    def take(self, item: Item) -> None:
        """A click picks, or takes back."""
        self._picked ^= {item.id}
        self._marked = True
        find = self.query_one("#find", Input)
        with self.prevent(Input.Changed):
            find.value = ""
        self.list_items(self._menu.items, item.id)

    async def _found(self) -> str:
        """What is looked for, once all that was typed has reached the list."""
        find = self.query_one("#find", Input)
        await caught_up(find, self)
        return find.value.strip()

    async def action_mark(self) -> None:
        """Pick the line that has the cursor, or take it back, and look for the next."""
        await self._found()
        if self.item is not None:
            self.take(self.item)

    async def action_done(self) -> None:
        """Take what was looked for, and lead back."""
        looked_for = await self._found()
        item = self.item
        if looked_for and item is None:
            return
        if item is not None and (looked_for or not self._marked):
            self._picked |= {item.id}
        self.action_back()

    def action_back(self) -> None:
        """Lead back with what is picked."""
        self.dismiss(tuple(name for at, name in self._names.items() if at in self._picked))


def _others(name: LocalText, lang: Lang) -> str:
    return "  ".join(text for text in name.texts if text != name.get(lang))

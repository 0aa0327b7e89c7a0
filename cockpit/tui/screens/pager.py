"""A text to read over the cockpit: the timeline, the help, a report, or what must be copied by hand."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from cockpit.domain.clean import clean
from cockpit.i18n import _


class PagerScreen(ModalScreen[None]):
    """A read-only text, as tall as there is room; it ends with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "leave", show=False, priority=True)]

    def __init__(self, title: str, text: str, *, select: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = clean(text)
        self._select = select

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(classes="dialog tall"):
            yield Label(Content(self._title), classes="dialog-title")
            yield TextArea(self._text, read_only=True, compact=True, show_cursor=self._select, classes="pager")
            yield Label(Content(f"{_('arrows: scroll')}   {_('Esc: close')}"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Selected where it is to be copied by hand."""
        area = self.query_one(TextArea)
        self.set_focus(area)
        if self._select:
            area.select_all()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

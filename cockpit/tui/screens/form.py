"""Every dialog with fields: rows of label and input, the error beside its field, nothing typed ever lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from cockpit.application.desk import Refusal
from cockpit.application.ports import StoreProblem
from cockpit.domain.clean import clean
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell
from cockpit.tui.widgets.choice import Choice
from cockpit.tui.widgets.lines import plain
from cockpit.tui.widgets.own_keys import LineInput, ParagraphInput

Values = Mapping[str, str]
"""What was filled in, by the fields' names."""


class FieldProblem(Exception):
    """What was typed in one field can't be used; shown beside it."""

    def __init__(self, name: str, why: Wording) -> None:
        super().__init__(str(why))
        self.name = name
        self.why = why


@frozen
class Field:
    """One row: a text (of ``lines`` lines), or with ``options`` ((id, text) pairs) a choice."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 1
    advance: bool = False
    """Whether a letter that chooses leads on to the next field: for a list of questions."""


@frozen
class Form:
    """A dialog.

    ``submit`` does what it is for, away from the screen's thread; FieldProblem, Refusal and StoreProblem keep the
    dialog open and are shown in place. ``advice`` tells what follows from what is filled in, as it is typed. ``key``
    names what is remembered of a form that was left (none: nothing is): what was changed in it, and no more, so that
    the other fields show what is true by then.
    """

    title: str
    fields: tuple[Field, ...]
    submit: Callable[[Values], None]
    text: str = ""
    advice: Callable[[Values], str] | None = None
    key: str = ""
    ok: str = field(default_factory=lambda: _("Enter: done"))


class FormScreen(ModalScreen[Values | None]):
    """The dialog over the cockpit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        # Before the field sees them: what is typed right behind a Tab must not land in the field that was left.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("enter", "submit", show=False),
    ]

    def __init__(self, form: Form, left: dict[str, Values] | None = None) -> None:
        """``left`` keeps what was typed in forms that were left, by their keys."""
        super().__init__()
        self._form = form
        self._left = {} if left is None else left
        self._given = {item.name: item.value for item in form.fields}
        self._busy = False

    def compose(self) -> ComposeResult:
        """Title, explanation, rows, what follows, keys."""
        form = self._form
        with Vertical(classes="dialog"):
            yield Label(plain(form.title), classes="dialog-title")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                if form.text:
                    yield Static(plain(form.text), classes="dialog-text")
                for item in form.fields:
                    with Horizontal(classes="row"):
                        yield Label(Content(item.label), classes="row-label")
                        yield self._input(item)
                    yield Static("", classes="row-problem", name=f"problem-{item.name}")
                yield Static("", classes="dialog-advice")
                yield Static("", classes="dialog-problem")
            yield Label(Content(f"{form.ok}   {_('Tab: next field')}   {_('Esc: leave')}"), classes="dialog-keys")

    def _input(self, item: Field) -> Widget:
        value = clean(self._left.get(self._form.key, {}).get(item.name, item.value))
        if item.options:
            return Choice(item.options, value, name=item.name, advance=item.advance)
        if item.lines > 1:
            area = ParagraphInput(value, compact=True, name=item.name)
            area.styles.height = item.lines
            return area
        # What is filled in for the user is selected, so that typing takes its place; what they typed is not.
        filled_in = bool(value) and value == item.value
        return LineInput(value, placeholder=item.hint, compact=True, name=item.name, select_on_focus=filled_in)

    def on_mount(self) -> None:
        """The first field has the cursor."""
        self.set_focus(self._inputs()[0])
        self._advise()

    def _inputs(self) -> list[Input | Choice | TextArea]:
        return [w for w in self.query(".row > *").results(Widget) if isinstance(w, Input | Choice | TextArea)]

    def values(self) -> dict[str, str]:
        """What is filled in now."""
        return {w.name: w.text if isinstance(w, TextArea) else w.value for w in self._inputs() if w.name}

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        if message.value != self._given.get(message.input.name or ""):
            message.input.select_on_focus = False
        self._advise()

    @on(Choice.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._advise()

    def _advise(self) -> None:
        if self._form.advice and self.is_mounted:
            self.query_one(".dialog-advice", Static).update(plain(self._form.advice(self.values())))

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.action_submit()

    async def action_submit(self) -> None:
        """Do what the form is for; stay open and say why where it can't be done."""
        if self._busy:
            return
        self._busy = True
        try:
            for shown in self.query(".row-problem, .dialog-problem").results(Static):
                shown.display = False
            values = self.values()
            await asyncio.to_thread(self._form.submit, values)
            self._left.pop(self._form.key, None)
            self.dismiss(values)
        except FieldProblem as problem:
            self._show(tell(problem.why), problem.name)
        except Refusal as refusal:
            self._show(tell(refusal.why))
        except StoreProblem as problem:
            self._show(str(problem))
        finally:
            self._busy = False

    def _show(self, text: str, name: str = "") -> None:
        """Say what is wrong: beside the field of that name, else below them all."""
        beside = [w for w in self.query(".row-problem").results(Static) if w.name == f"problem-{name}"]
        shown = beside[0] if beside else self.query_one(".dialog-problem", Static)
        shown.update(plain(f"✗ {text}"))
        shown.display = True
        for widget in self._inputs():
            if widget.name == name:
                widget.focus()

    def action_leave(self) -> None:
        """Close without doing it; what was typed is there again next time."""
        if self._form.key:
            typed = {name: value for name, value in self.values().items() if value != self._given[name]}
            self._left[self._form.key] = {name: value for name, value in typed.items() if value.strip()}
        self.dismiss(None)

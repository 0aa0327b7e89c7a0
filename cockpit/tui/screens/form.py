"""Every dialog with fields: rows of label and input, the error beside its field, nothing typed ever lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import ClassVar

from textual import events, on
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
from cockpit.domain.facts import LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.picks import complete, named, repicked
from cockpit.domain.wording import Wording
from cockpit.i18n import _, tell
from cockpit.tui.screens.picker import Picks, PickScreen
from cockpit.tui.widgets.choice import Choice
from cockpit.tui.widgets.completed_input import CompletedInput
from cockpit.tui.widgets.lines import plain
from cockpit.tui.widgets.own_keys import LineInput, ParagraphInput, caught_up

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
    """One row: a text (of ``lines`` lines), or with ``options`` ((id, text) pairs) a choice.

    ``part`` is a short label right before the field, for several fields that share the label of the first of them.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 1
    advance: bool = False
    """Whether a letter that chooses leads on to the next field: for a list of questions."""
    part: str = ""
    picks: Picks | None = None

    @property
    def given(self) -> str:
        """What it holds before anything is typed: of a choice, the first where none is chosen."""
        options = [option for option, _text in self.options]
        return self.value if not options or self.value in options else options[0]


@frozen
class Form:
    """A dialog.

    ``submit`` does what it is for, away from the screen's thread; FieldProblem, Refusal and StoreProblem keep the
    dialog open and are shown in place. ``advice`` tells what follows from what is filled in, as it is typed. ``key``
    names what is kept of a form while it isn't done (none: nothing is): what was changed in it, and no more, so that
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
        # Likewise: what is typed behind it is meant for the list.
        Binding("f4", "pick", show=False, priority=True),
    ]

    def __init__(self, form: Form, left: Values, keep: Callable[[Values], None], not_saved: str = "") -> None:
        """``left`` is what was typed before, by field; ``keep`` is told whenever that changes.

        ``not_saved`` says why it can't be put on disk now.
        """
        super().__init__()
        self._form = form
        self._left = left
        self._keep = keep
        self._not_saved = not_saved
        self._given = {item.name: item.given for item in form.fields}
        self._picks = {item.name: item.picks for item in form.fields if item.picks and item.picks.names}
        self._busy = False
        self._open = False
        """Whether it is there to be filled in: not before it is composed, nor after it is done or left."""

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
                        if any(each.part for each in form.fields):
                            yield Label(Content(item.part), classes="row-part")
                        yield self._input(item)
                    yield Static("", classes="row-problem", name=f"problem-{item.name}")
                yield Static("", classes="dialog-advice")
                yield Static("", classes="dialog-problem")
            yield Label("", classes="dialog-keys")

    def _input(self, item: Field) -> Widget:
        value = clean(self._left.get(item.name, item.value))
        if item.options:
            return Choice(item.options, value, name=item.name, advance=item.advance)
        if item.lines > 1:
            area = ParagraphInput(value, compact=True, name=item.name)
            area.styles.height = item.lines
            return area
        # What is filled in for the user is selected, so that typing takes its place; what they typed is not.
        filled_in = bool(value) and value == item.value
        picks = self._picks.get(item.name)
        if picks is None:
            return LineInput(value, placeholder=item.hint, compact=True, name=item.name, select_on_focus=filled_in)
        names = tuple(name.get(picks.lang(item.name)) for name in picks.names)
        # A list goes on where it ends.
        return CompletedInput(
            value, complete=lambda typed: complete(typed, names), placeholder=item.hint, name=item.name
        )

    def on_mount(self) -> None:
        """The first field has the cursor."""
        self.set_focus(self._inputs()[0])
        self._open = True
        self._advise()

    @on(events.DescendantFocus)
    def _show_keys(self) -> None:
        keys = [self._form.ok, _("Tab: next field"), _("Esc: leave")]
        if self._picks_here() is not None:
            keys.insert(1, _("F4: pick"))
        self.query_one(".dialog-keys", Label).update(Content("   ".join(keys)))

    def _inputs(self) -> list[Input | Choice | TextArea]:
        return [w for w in self.query(".row > *").results(Widget) if isinstance(w, Input | Choice | TextArea)]

    def values(self) -> dict[str, str]:
        """What is filled in now."""
        return {w.name: w.text if isinstance(w, TextArea) else w.value for w in self._inputs() if w.name}

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        if message.value != self._given.get(message.input.name or ""):
            message.input.select_on_focus = False
        self._changed()

    @on(Choice.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.keep()
        self._advise()

    def keep(self) -> None:
        """Have what was changed by typing kept, as it stands now."""
        if self._open:
            self._keep({name: value for name, value in self.values().items() if value != self._given[name]})

    def show_not_saved(self, problem: str) -> None:
        """Say that what is typed isn't on disk, and why; "": it is, or soon will be."""
        self._not_saved = problem
        self._advise()

    def _advise(self) -> None:
        if not self._open:
            return
        advice = self._form.advice(self.values()) if self._form.advice else ""
        not_saved = bool(self._not_saved and self._form.key)
        if not_saved:
            advice = _("NOT SAVED: %(why)s. It stays here and is tried again.", why=self._not_saved)
        shown = self.query_one(".dialog-advice", Static)
        shown.set_class(not_saved, "-problem")
        shown.update(plain(advice))

    # Picking

    def _picks_here(self) -> Picks | None:
        """What can be picked in the field that has the cursor."""
        return self._picks.get(self.focused.name or "") if self.focused else None

    async def action_pick(self) -> None:
        """Open the list of the field that has the cursor."""
        picks, field = self._picks_here(), self.focused
        if picks is None or not isinstance(field, Input) or self.app.screen is not self:
            return
        await caught_up(field)
        lang = picks.lang(field.name or "")
        before = named(field.value, lang, picks.names)

        def picked(after: tuple[LocalText, ...] | None) -> None:
            self._repick(picks, before, after or ())

        await self.app.push_screen(PickScreen(picks.title, picks.names, lang, before), picked)

    @on(CompletedInput.Taken)
    def _taken(self, message: CompletedInput.Taken) -> None:
        name = message.line.name or ""
        picks = self._picks[name]
        lang = picks.lang(name)
        before, after = (named(text, lang, picks.names) for text in (message.before, message.line.value))
        self._repick(picks, before, after)

    def _repick(self, picks: Picks, before: tuple[LocalText, ...], after: tuple[LocalText, ...]) -> None:
        """What is picked now gets into the field of every language, and what no longer is goes."""
        for widget in self._inputs():
            if isinstance(widget, Input) and widget.name and widget.name in picks.fields.values():
                text = repicked(widget.value, picks.lang(widget.name), before, after)
                if text != widget.value:
                    widget.value = text
                    widget.cursor_position = len(text)

    # Doing it

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
            self._open = False
            self._keep({})
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
        shown.scroll_visible()
        for widget in self._inputs():
            if widget.name == name:
                widget.focus()

    def action_leave(self) -> None:
        """Close without doing it; what was typed is there again next time."""
        self.keep()
        self._open = False
        self.dismiss(None)

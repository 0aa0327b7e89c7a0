"""The start screen: open an incident, go on with one, or practise."""

from __future__ import annotations

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.application.snapshot import Snapshot, open_incidents, take
from cockpit.domain.clean import clean_line
from cockpit.domain.time_input import BadTime, read_time
from cockpit.domain.wording import say
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.countdown import Countdown, countdown_of
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.host import Host


class StartScreen(Host):
    """Which incident to sit down at; each open one shows its countdown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("d", "drill", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Chosen(Message):
        """The liaison sits down at this incident."""

        def __init__(self, incident: str) -> None:
            super().__init__()
            self.incident = incident

    class DrillWanted(Message):
        """The liaison wants to practise."""

    def __init__(self, services: Services, here: str = "") -> None:
        """``here`` is the incident that the liaison comes from: the cursor begins at the most pressing other one."""
        super().__init__(services.unfinished, None)
        self._here = here
        self._services = services
        self._open: list[Snapshot] = []

    def compose(self) -> ComposeResult:
        """What it is, the open incidents, what else can be done."""
        with Vertical(classes="dialog tall start"):
            yield Label(Content(_("Customer liaison's cockpit")), classes="dialog-title")
            yield Label(Content(_("No incident is open.")), id="none-open", classes="dialog-text")
            yield OptionList(id="incidents", compact=True)
            keys = "   ".join((_("n: open an incident"), _("Enter: go on"), _("d: drill (practise)"), _("^Q: leave")))
            yield Label(Content(keys), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show what is open, and keep it and its countdowns up to date."""
        self._watch = self._services.watch()
        self._read()
        self._tick()
        options = self.query_one(OptionList)
        options.focus()
        if self._open:
            others = (at for at, snapshot in enumerate(self._open) if snapshot.incident.id != self._here)
            options.highlighted = next(others, 0)

    def on_unmount(self) -> None:
        """Nothing typed is lost by leaving."""
        self.save_now()
        self._watch.close()

    def _read(self) -> None:
        desk = self._services.desk
        try:
            self._open = [take(desk, row.id) for row in open_incidents(desk)]
        except StoreProblem as problem:
            self.tell(str(problem), severity="error")
        # What is due soonest stands first.
        self._open.sort(key=lambda s: s.due.at.timestamp() if s.due else float("inf"))

    def _tick(self) -> None:
        now, desk = self._services.desk.now(), self._services.desk
        options = self.query_one(OptionList)
        at = options.highlighted
        chosen = self._open[at].incident.id if at is not None and at < len(self._open) else ""
        if self._watch.changed():
            self._read()
        self.query_one("#none-open").display = not self._open
        options.display = bool(self._open)
        options.clear_options()
        options.add_options([self._row(s, countdown_of(s, now, desk.zone, desk.policy)) for s in self._open])
        # Another incident may have come in above: the cursor stays on its own.
        ids = [snapshot.incident.id for snapshot in self._open]
        options.highlighted = ids.index(chosen) if chosen in ids else (0 if ids else None)
        self.set_timer(1 - time.time() % 1, self._tick)

    def _row(self, snapshot: Snapshot, shown: Countdown) -> Option:
        incident = snapshot.incident
        severity = self._services.desk.policy.severity_text(incident.severity)
        style = {"overdue": "bold reverse $error", "soon": "bold $warning"}.get(shown.level, "bold")
        return Option(
            Content.assemble(
                (f" {shown.digits:>8} ", style),
                f"  {clean_line(incident.title)}",
                (f"  {severity}, {label(incident.phase)}. {shown.word}", "$foreground-muted"),
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self.post_message(self.Chosen(self._open[event.option_index].incident.id))

    def action_new(self) -> None:
        """The form for a new incident."""
        self.start_flow(self._new)

    def action_drill(self) -> None:
        """Practise."""
        self.post_message(self.DrillWanted())

    def action_leave(self) -> None:
        """Back to where the liaison came from, or out."""
        self.app.leave_start()  # type: ignore[attr-defined] # CockpitApp's

    async def _new(self) -> None:
        services = self._services
        opened: list[str] = []
        options = tuple((str(n), services.desk.policy.severity_text(n)) for n in range(1, 6))

        def submit(values: Values) -> None:
            now = services.desk.now().astimezone(services.desk.zone)
            if not values["title"].strip():
                raise FieldProblem("title", say("an incident needs a title: what customers notice, in a few words"))
            try:
                started = read_time(values["started"], now)
            except BadTime as bad:
                raise FieldProblem("started", bad.why) from bad
            incident = services.incidents.open(values["title"], int(values["severity"]), values["ic"], started)
            opened.append(incident)

        await self.fill_in(
            Form(
                _("Open an incident"),
                (
                    Field("title", _("Title"), hint=_("what customers notice: Notifications delayed")),
                    Field("severity", _("Severity"), "2", options=options),
                    Field("ic", _("Incident commander"), services.incidents.usual_ic, _("who approves the messages")),
                    Field("started", _("Call started"), _("now"), _("now, -3 (minutes ago) or 14:05")),
                ),
                submit,
                text=_("All clocks start when the incident call starts. Unsure of the severity? Take the higher one."),
                key="new",
            )
        )
        if opened:
            self.post_message(self.Chosen(opened[0]))

"""Searching the reports: any words, in any script, in any order."""

from __future__ import annotations

from cockpit.domain.reports import Report
from cockpit.domain.wording import say
from cockpit.i18n import _, many
from cockpit.tui.flows.reports import show_report
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu

_FOUND = 1000
"""How many are listed at the most; more words find fewer."""


async def search_reports(room: Room) -> None:
    """Ask for words, show what is found, the newest first, and the chosen report whole."""
    found: list[Report] = []

    def submit(values: Values) -> None:
        found[:] = room.services.desk.store.reports(room.incident, search=values["words"], limit=_FOUND)
        if not found:
            raise FieldProblem("words", say("no report has these words"))

    words = Field("words", _("Words"), hint=_("of the customer or of what was said; all of them"))
    if await room.fill_in(Form(_("Search the reports"), (words,), submit, key="search")) is None:
        return
    items = tuple(Item(r.id, f"{bare_clock(r.received_at, room.view.zone)}  {r.customer}: {r.text}") for r in found)
    chosen = await room.choose(Menu(many("%(count)d report", "%(count)d reports", len(found)), items, find=True))
    if chosen is not None:
        await show_report(room, next(report for report in found if report.id == chosen))

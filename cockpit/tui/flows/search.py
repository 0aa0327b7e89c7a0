"""Searching the reports: any words, in any script, in any order."""

from __future__ import annotations

from cockpit.i18n import _, many
from cockpit.tui.flows.reports import show_report
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, Form, Values
from cockpit.tui.screens.menu import Item, Menu

_SHOWN = 200


async def search_reports(room: Room) -> None:
    """Ask for words, show what is found, the newest first, and the chosen report whole."""

    def nothing(values: Values) -> None:
        """Searching changes nothing; the answer is shown after the form."""

    words = await room.fill_in(Form(_("Search the reports"), (Field("words", _("Search for")),), nothing))
    if words is None or not words["words"].strip():
        return
    store = room.services.desk.store
    found = await room.perform(lambda: store.reports(room.incident, search=words["words"], limit=_SHOWN))
    if found is None:
        return
    if not found:
        room.tell(_("no report has these words"))
        return
    items = tuple(Item(r.id, f"{bare_clock(r.received_at, room.view.zone)}  {r.customer}: {r.text}") for r in found)
    chosen = await room.choose(Menu(many("%(count)d report", "%(count)d reports", len(found)), items))
    if chosen is not None:
        await show_report(room, next(r for r in found if r.id == chosen))

"""What customers say, counted: the symptoms, which a person can name and put together, and what the IC was told."""

from __future__ import annotations

from cockpit.application.digest import short_symptom
from cockpit.application.known import names_in
from cockpit.domain.counting import Symptom
from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.i18n import _, current, many
from cockpit.tui.flows.reports import show_report
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.presentation.voices import everything, overview, symptom_line, told_text
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, Form, Values
from cockpit.tui.screens.menu import Item, Menu

_LISTED = 100
"""How many symptoms are listed; the rest is in the full account."""


async def what_customers_say(room: Room) -> None:
    """The counts, and behind each symptom its reports; Esc ends it."""
    reports, names = room.services.reports, names_in(Lang(current()), room.services)
    while True:
        read = await room.perform(lambda: (reports.counted(room.incident, names), reports.told(room.incident)))
        if read is None:
            return
        counted, told = read
        if not counted.total.reports:
            room.tell(_("no customer has said anything yet"))
            return
        zone = room.view.zone
        items = (
            *(Item(f"={at}", symptom_line(each, zone)) for at, each in enumerate(counted.symptoms[:_LISTED])),
            Item("all", _("all the numbers"), "a"),
            Item("told", _("what the IC was told"), "t", None if told else say("nothing has been relayed yet")),
        )
        chosen = await room.choose(Menu(_("What customers say"), items, overview(counted, zone)))
        if chosen is None:
            return
        if chosen == "all":
            await room.read(_("What customers say"), everything(counted, zone))
        elif chosen == "told":
            await room.read(_("What the IC was told"), told_text(told, zone))
        else:
            await _symptom(room, counted.symptoms[int(chosen.removeprefix("="))])


async def _symptom(room: Room, symptom: Symptom) -> None:
    """One symptom: its reports, its name."""
    count = len(symptom.ids)
    items = (
        Item("reports", many("read its report", "read its %(count)d reports", count), "r"),
        Item("name", _("name it, or give it another's name to put them together"), "n"),
        Item("words", _("group its reports by their words again"), "w", None if symptom.by_hand else say("they are")),
    )
    chosen = await room.choose(Menu(short_symptom(symptom.name), items))
    if chosen == "reports":
        await _reports(room, symptom)
    elif chosen == "name":
        await _name(room, symptom)
    elif chosen == "words":
        await room.perform(lambda: room.services.reports.name_symptom(room.incident, symptom.ids, ""))


async def _reports(room: Room, symptom: Symptom) -> None:
    store, zone = room.services.desk.store, room.view.zone
    found = await room.perform(lambda: store.reports(room.incident, ids=symptom.ids))
    if found is None:
        return
    items = tuple(
        Item(each.id, f"{bare_clock(each.received_at, zone)}  {each.customer}: {each.text}") for each in found
    )
    chosen = await room.choose(Menu(short_symptom(symptom.name), items, find=True))
    if chosen is not None:
        await show_report(room, next(each for each in found if each.id == chosen))


async def _name(room: Room, symptom: Symptom) -> None:
    def submit(values: Values) -> None:
        room.services.reports.name_symptom(room.incident, symptom.ids, values["name"])

    name = Field("name", _("Symptom"), short_symptom(symptom.name))
    text = _("Reports like these that come later join them; any report can be put right by itself.")
    await room.fill_in(Form(_("Name the symptom"), (name,), submit, text=text))

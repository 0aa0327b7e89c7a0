"""The facts sheet: what is known, in customers' words, and whether they must hear of a change at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cockpit.domain.facts import IMPACT_FACTS, FactSheet
from cockpit.domain.time_input import BadTime
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Lang, Phase
from cockpit.i18n import _, tell
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu

_FACTS: tuple[tuple[str, Wording], ...] = (
    ("impact", say("Impact")),
    ("components", say("Components")),
    ("regions", say("Regions")),
    ("workaround", say("Workaround")),
    ("data_loss", say("Data loss")),
    ("lingering", say("What lingers")),
)


async def facts(room: Room) -> None:
    """The facts sheet, per language; a change voids an approval and offers an update at once."""
    view = room.view
    sheet = view.incident.facts
    fields = [
        Field(f"{name}_{lang}", f"{tell(text)} ({lang})", getattr(sheet, name).get(lang), _hint(room, name, lang))
        for name, text in _FACTS
        for lang in room.services.langs
    ]
    began = bare_clock(sheet.began_at, view.zone) if sheet.began_at else ""
    fields += [
        Field("began", _("Began at"), began, _("14:02, or empty while not known")),
        Field("cause", _("Cause (internal)"), sheet.cause, _("never offered to a template")),
    ]
    given = {field.name: field.value for field in fields}
    changed: tuple[str, ...] = ()

    def submit(values: Values) -> None:
        nonlocal changed
        typed = {name: value for name, value in values.items() if value.strip() != given[name].strip()}
        # Whatever wasn't touched here stays as it is by now: somebody else may have recorded it meanwhile.
        present = room.services.desk.load(room.incident).facts
        changed = room.services.incidents.record_facts(room.incident, _with(room, present, typed))

    if await room.fill_in(Form(_("Facts"), tuple(fields), submit, key="facts")) is None:
        return
    if IMPACT_FACTS & set(changed) and view.incident.public_posts and view.incident.phase is not Phase.RESOLVED:
        items = (
            Item("now", _("yes: an update is due at once"), "y"),
            Item("later", _("no: with the next update"), "n"),
        )
        answer = await room.choose(Menu(_("Did the impact change for customers?"), items))
        if answer == "now":
            await room.perform(lambda: room.services.incidents.post_now(room.incident, _("the impact changed")))


def _hint(room: Room, name: str, lang: Lang) -> str:
    picks = {"components": room.services.components, "regions": room.services.regions}.get(name, ())
    return ", ".join(pick.get(lang) for pick in picks) or _("not known yet")


def _with(room: Room, sheet: FactSheet, typed: Mapping[str, str]) -> FactSheet:
    """The sheet with what was typed in place; raises FieldProblem."""
    for name, _text in _FACTS:
        for lang in Lang:
            if f"{name}_{lang}" in typed:
                text = getattr(sheet, name).with_(lang, typed[f"{name}_{lang}"])
                sheet = replace(sheet, **{name: text})
    if "cause" in typed:
        sheet = replace(sheet, cause=typed["cause"])
    if "began" in typed:
        try:
            began_at = room.read_time(typed["began"]) if typed["began"].strip() else None
        except BadTime as bad:
            raise FieldProblem("began", bad.why) from bad
        sheet = replace(sheet, began_at=began_at)
    return sheet

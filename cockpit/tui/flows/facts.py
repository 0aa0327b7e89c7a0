"""The facts sheet: what is known, in customers' words, and whether they must hear of a change at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from cockpit.application.unfinished import FACTS
from cockpit.domain.approval import PathState
from cockpit.domain.facts import IMPACT_FACTS, FactSheet
from cockpit.domain.time_input import BadTime
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Lang, Phase, Stage
from cockpit.i18n import _, tell
from cockpit.tui.flows.premium import show_message_to_everybody
from cockpit.tui.flows.template import pick_template
from cockpit.tui.presentation.clock import typed_clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu
from cockpit.tui.screens.picker import Picks
from cockpit.tui.view import View

_FACTS: tuple[tuple[str, Wording], ...] = (
    ("impact", say("Impact")),
    ("components", say("Components")),
    ("regions", say("Regions")),
    ("workaround", say("Workaround")),
    ("data_loss", say("Data loss")),
    ("lingering", say("What lingers")),
)


_STANDING = (PathState.ASKED, PathState.APPROVED, PathState.COPIED)
"""Where a text has the IC's approval, or waits for it."""


async def facts(room: Room) -> None:
    """The facts sheet, per language; a change voids an approval and offers an update at once."""
    fields = _fields(room)
    given = {field.name: field.value for field in fields}
    changed: tuple[str, ...] = ()

    def typed(values: Values) -> Values:
        return {name: value for name, value in values.items() if value.strip() != given[name].strip()}

    def submit(values: Values) -> None:
        nonlocal changed
        # Whatever wasn't touched here stays as it is by now: somebody else may have recorded it meanwhile.
        present = room.services.desk.load(room.incident).facts
        changed = room.services.incidents.record_facts(room.incident, _with(room, present, typed(values)))

    def advice(values: Values) -> str:
        return _advice(room, typed(values))

    form = Form(_("Facts"), fields, submit, advice=advice, key=FACTS, ok=_("Enter: record"))
    if await room.fill_in(form) is None:
        return
    if IMPACT_FACTS & set(changed) and _customers_wait(room.view):
        items = (
            Item("now", _("yes: an update is due at once"), "y"),
            Item("later", _("no: with the next update"), "n"),
        )
        answer = await room.choose(Menu(_("Did the impact change for customers?"), items))
        if answer == "now" and await room.perform(lambda: _post_now(room)):
            if room.view.draft.audience:
                show_message_to_everybody(room)
            await pick_template(room)


def _post_now(room: Room) -> bool:
    room.services.incidents.post_now(room.incident, _("the impact changed"))
    return True


def _fields(room: Room) -> tuple[Field, ...]:
    """Each fact in every language, one below the other; then what is the same in all of them."""
    view, langs = room.view, room.services.langs
    sheet = view.incident.facts
    lists = {"components": room.services.components, "regions": room.services.regions}
    fields = []
    for name, text in _FACTS:
        picks = Picks(tell(text), lists.get(name, ()), {lang: f"{name}_{lang}" for lang in langs})
        for lang in langs:
            offered = ", ".join(pick.get(lang) for pick in picks.names)
            hint = _("not known yet (F4: %(names)s)", names=offered) if offered else _("not known yet")
            field = Field(
                f"{name}_{lang}",
                tell(text) if lang is langs[0] else "",
                getattr(sheet, name).get(lang),
                hint,
                part=lang.value if len(langs) > 1 else "",
                picks=picks if picks.names else None,
            )
            fields.append(field)
    began = typed_clock(sheet.began_at, view.now, view.zone) if sheet.began_at else ""
    zone = view.now.astimezone(view.zone).tzname()
    return (
        *fields,
        Field("began", _("Began at (%(zone)s)", zone=zone), began, _("14:02, or empty while not known")),
        Field("cause", _("Cause (internal)"), sheet.cause, _("never offered to a template")),
    )


def _customers_wait(view: View) -> bool:
    """Whether customers were told of the impact and the incident isn't over: they hear of a change at once.

    Right after the first post the scoping post is due, and is the first that tells of any.
    """
    told = any(post.stage is not Stage.INITIAL for post in view.incident.public_posts)
    return told and view.incident.phase not in (Phase.RESOLVED, Phase.CLOSED)


def _advice(room: Room, typed: Values) -> str:
    """What recording it will do."""
    view = room.view
    if not typed:
        return _("What you type here is kept, and recorded by Enter.")
    said = [_("Not recorded yet: Enter records it.")]
    if any(view.path_of(draft).state in _STANDING for draft in view.drafts):
        said.append(_("The IC's approval becomes void."))
    if _customers_wait(view) and IMPACT_FACTS & {name.rpartition("_")[0] for name in typed}:
        said.append(_("If the impact changed, customers hear of it at once."))
    if typed.get("began", "").strip():
        with suppress(BadTime):  # Enter says what is wrong with it
            at = room.read_time(typed["began"])
            said.append(_("It began at %(time)s.", time=typed_clock(at, view.now, view.zone)))
    return " ".join(said)


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

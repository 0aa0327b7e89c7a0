"""Prepared messages: choosing one, and filling it from the facts into the drafts."""

from __future__ import annotations

from cockpit.application.ports import Draft, TemplateFailure, TemplateInfo
from cockpit.domain.approval import PathState
from cockpit.domain.stages import next_stage
from cockpit.domain.words import Phase, Stage
from cockpit.i18n import _, current, tell
from cockpit.labels import label
from cockpit.tui.flows import premium
from cockpit.tui.room import Room
from cockpit.tui.screens.menu import Item, Menu
from cockpit.tui.view import View

_TARGET_STAGES = {Phase.MONITORING: Stage.MONITORING, Phase.RESOLVED: Stage.RESOLUTION}


async def pick_template(room: Room) -> None:
    """Choose a prepared message and put it, filled, into the draft, in every language that has nothing of its own."""
    view = room.view
    if view.draft.audience:
        await premium.pick_template(room)
        return
    wanted = stage_wanted(view, view.draft.target)
    known = room.services.filler.templates.names()
    titles = {info.name: info.title for info in known if info.lang == current()}
    # What names one customer is no message to everybody.
    infos = [info for info in known if info.lang is view.draft.lang and "customer" not in info.required]
    facts = room.services.filler.facts(view.incident, view.draft.lang, view.now)
    # Of those for the stage, the one that the facts fill comes first.
    infos.sort(
        key=lambda info: (
            not _suggested(info, wanted, view),
            info.stage != view.draft.stage,
            tuple(Stage).index(info.stage),
            sum(fact not in facts for fact in info.required),
            len(info.required),
        )
    )
    items = tuple(
        Item(
            info.name,
            titles.get(info.name, info.title),
            detail=_("suggested now") if _suggested(info, wanted, view) else label(info.stage),
        )
        for info in infos
    )
    text = _("Filled from the facts sheet; what isn't known is marked.")
    name = await room.choose(Menu(_("Templates"), items, text, find=True))
    if name is not None:
        fill(room, next(info for info in infos if info.name == name))


def _suggested(info: TemplateInfo, wanted: Stage, view: View) -> bool:
    """Whether it says what customers are to hear now: a change of the impact is told before anything else is."""
    if wanted in (Stage.UPDATE, Stage.LONG) and view.incident.impact_unsaid:
        return info.stage is Stage.UPDATE and "changed" in info.required
    return info.stage is wanted


def stage_wanted(view: View, target: Phase | None) -> Stage:
    """What the message is for that is due: the phase that it moves to says it first."""
    if target is not None and target is not view.incident.phase and target in _TARGET_STAGES:
        return _TARGET_STAGES[target]
    return next_stage(view.incident)


def fill(room: Room, info: TemplateInfo) -> None:
    """Fill a template into the draft, and into the other languages' where nothing waits to go out."""
    view = room.view
    target = view.draft.target if view.draft.target is not view.incident.phase else None
    for lang in (view.draft.lang, *(lang for lang in room.services.langs if lang is not view.draft.lang)):
        draft = view.written(lang, view.draft.channel)
        mine = lang is view.draft.lang
        if not mine and draft is not None and draft.text.strip() and not _gone(view, draft):
            continue
        try:
            filled = room.services.filler.filled(info.name, view.incident, lang, view.draft.channel, view.now)
        except TemplateFailure as failure:
            room.tell(tell(failure.why), severity="error")
            if mine:
                return
            continue
        if filled.problem is not None:
            room.tell(_("the built-in one is shown: %(why)s", why=tell(filled.problem.why)), severity="warning")
        room.write(lang, view.draft.channel, info.stage, filled.text, target)


def _gone(view: View, draft: Draft) -> bool:
    return view.path_of(draft).state is PathState.POSTED

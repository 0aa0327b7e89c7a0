"""Prepared messages: choosing one, and filling it from the facts into the drafts of every channel and language."""

from __future__ import annotations

from itertools import product

from cockpit.application.filling import supplied
from cockpit.application.ports import Draft, TemplateFailure, TemplateInfo
from cockpit.domain.approval import PathState
from cockpit.domain.cadence import Basis
from cockpit.domain.stages import next_stage
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.i18n import _, current, tell
from cockpit.labels import label
from cockpit.tui.flows import premium
from cockpit.tui.flows.supply import Facts, supply
from cockpit.tui.presentation.draft import draft_name
from cockpit.tui.room import Room
from cockpit.tui.screens.menu import Item, Menu
from cockpit.tui.view import View

_TARGET_STAGES = {Phase.MONITORING: Stage.MONITORING, Phase.RESOLVED: Stage.RESOLUTION}


async def pick_template(room: Room) -> None:
    """Choose a prepared message, say what it needs beside the facts sheet, and put it, filled, into the drafts."""
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
    news = view.due is not None and view.due.basis is Basis.AT_ONCE
    # Of those for the stage, the one that the facts fill comes first.
    infos.sort(
        key=lambda info: (
            not _suggested(info, wanted, view),
            info.stage != view.draft.stage,
            tuple(Stage).index(info.stage),
            news and "changed" not in info.required,
            sum(fact not in facts and fact not in supplied(info) for fact in info.required),
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
    if name is None:
        return
    info = next(info for info in infos if info.name == name)
    more = await supply(room, info)
    if more is not None:
        fill(room, info, more)


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


def fill(room: Room, info: TemplateInfo, more: Facts) -> None:
    """Fill a template into every channel and language.

    A draft beside the one in the editor that holds words of the user's own on their way out is left, and named.
    """
    view, services = room.view, room.services
    target = view.draft.target if view.draft.target is not view.incident.phase else None
    shown = (view.draft.lang, view.draft.channel)
    texts: dict[tuple[Lang, Channel], str] = {}
    left, problems = [], []
    # The one in the editor comes last: it is the one to come back to after a restart.
    for lang, channel in (*(key for key in product(services.langs, services.channels) if key != shown), shown):
        draft = view.written(lang, channel)
        if (lang, channel) != shown and draft is not None and _own(room, draft):
            left.append(draft)
            continue
        try:
            filled = services.filler.filled(info.name, view.incident, lang, channel, view.now, **more.get(lang, {}))
        except TemplateFailure as failure:
            problems.append((tell(failure.why), "error"))
            continue
        if filled.problem is not None:
            problems.append((_("the built-in one is shown: %(why)s", why=tell(filled.problem.why)), "warning"))
        texts[lang, channel] = filled.text
    for text, severity in dict.fromkeys(problems):  # said once, however many drafts it keeps
        room.tell(text, severity=severity)
    if shown not in texts:
        return
    if _own(room, view.draft):
        room.tell(_("what you had written here is a ctrl+z away"))
    for (lang, channel), text in texts.items():
        room.write(Draft(lang, channel, info.stage, text, view.now, target))
    if left:
        names = "; ".join(draft_name(view, draft) for draft in left)
        room.tell(_("left as they are, for you wrote in them: %(names)s", names=names), severity="warning")


def _own(room: Room, draft: Draft) -> bool:
    """Whether it holds words of the user's own that haven't gone out."""
    gone = room.view.path_of(draft).state is PathState.POSTED
    return bool(draft.text.strip()) and not gone and not room.untouched(draft)

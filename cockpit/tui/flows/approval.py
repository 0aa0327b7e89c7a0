"""The IC's word on a text: asking for it, and recording what was said."""

from __future__ import annotations

from dataclasses import replace

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.events import How
from cockpit.domain.wording import say
from cockpit.i18n import _
from cockpit.tui.presentation.draft import draft_name
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu


async def ask_or_answer(room: Room) -> None:
    """Show the IC the text, or record what the IC said of it."""
    state = room.view.path.state
    if state is PathState.ASKED:
        await answer(room)
    elif state in (PathState.DRAFT, PathState.VOID):
        await ask(room)
    elif state is PathState.POSTED:
        room.tell(_("this text has been posted: write the next one, F4 fills a template"), severity="warning")
    else:
        room.tell(_("the IC approved this text: ^O copies it"))


async def ask(room: Room) -> None:
    """Record the request and put it on the clipboard, in a form to paste into the chat."""
    view = room.view
    drafts = [view.draft]
    others = [
        d
        for d in view.drafts[1:]
        if d.stage is view.draft.stage
        and bool(d.audience) == bool(view.draft.audience)
        and d.text.strip()
        and view.path_of(d).state is not PathState.POSTED
    ]
    if others:
        names = ", ".join(draft_name(view, draft) for draft in others)
        items = (
            Item("one", _("this text alone"), "1"),
            Item("all", _("with the others: %(names)s", names=names), "2"),
        )
        chosen = await room.choose(Menu(_("Which texts does the IC see?"), items))
        if chosen is None:
            return
        if chosen == "all":
            # What goes out together moves to one phase.
            drafts = [replace(draft, target=view.draft.target) for draft in (view.draft, *others)]
    request = await room.perform(lambda: room.services.messages.ask(room.incident, drafts))
    if request is None:
        return
    text = "\n\n".join(_request_text(room, draft) for draft in drafts)
    copied = await room.perform(lambda: room.services.messages.clipboard.copy(text))
    if copied is not None:
        await room.show_copied(copied, text)


def _request_text(room: Room, draft: Draft) -> str:
    view = room.view
    filler = room.services.filler
    promise = room.services.proofreader.promise(view.incident, draft, view.now)
    return filler.fill(
        "approval-request",
        view.incident,
        draft.lang,
        "chat",
        view.now,
        message=draft.text,
        channels=(draft.channel.value,),
        target_phase=draft.target.value if draft.target else "",
        next_update=filler.time(promise, draft.lang, view.now),
    )


async def answer(room: Room) -> None:
    """Record the IC's answer: approved by voice or in writing, or sent back with the reason."""
    request = room.view.path.request
    if request is None:
        return
    ic = room.view.incident.ic
    items = (
        Item(How.VOICE.value, _("approved by voice"), "v"),
        Item(How.WRITING.value, _("approved in writing"), "w"),
        Item("back", _("sent back, with the reason"), "b"),
        Item("other", _("somebody else answered"), "o"),
    )
    title = _("What did %(name)s say?", name=ic) if ic else _("What did the IC say?")
    chosen = await room.choose(Menu(title, items if ic else items[:3], room.view.draft.text))
    if chosen is None:
        return
    if ic and chosen in (How.VOICE.value, How.WRITING.value):
        how = How(chosen)
        await room.perform(lambda: room.services.messages.approve(room.incident, request.id, ic, how))
        return
    await room.fill_in(_answer_form(room, request.id, chosen))


def _answer_form(room: Room, request: str, chosen: str) -> Form:
    """Who answered, and what: all of it where somebody else than the IC on record did."""
    messages = room.services.messages

    def submit(values: Values) -> None:
        answer = values.get("answer", chosen)
        if answer == "back":
            if not values["why"].strip():
                raise FieldProblem("why", say("why did the IC send it back?"))
            messages.refuse(room.incident, request, values["by"], values["why"])
            return
        if not values["by"].strip():
            raise FieldProblem("by", say("who approved it?"))
        messages.approve(room.incident, request, values["by"], How(answer))

    ic = room.view.incident.ic
    by = Field("by", _("By"), "" if chosen == "other" else ic, _("who answered"))
    why = Field("why", _("Sent back because"), hint=_("what to change, in the IC's words"))
    if chosen == "back":
        return Form(_("Sent back"), (why, by), submit, key="sent-back")
    if chosen != "other":
        return Form(_("Approved"), (by,), submit)
    answers = (
        (How.VOICE.value, _("approved by voice")),
        (How.WRITING.value, _("approved in writing")),
        ("back", _("sent back")),
    )
    why = replace(why, hint=_("only where it was sent back"))
    return Form(_("Somebody else answered"), (by, Field("answer", _("Answer"), options=answers), why), submit)

"""The IC's word on a text: asking for it, and recording what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.events import How
from cockpit.domain.incident import Request
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import _, current, many
from cockpit.tui.message_set import beside, shown_together
from cockpit.tui.presentation.draft import draft_name
from cockpit.tui.presentation.message_set import names
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu
from cockpit.tui.view import View


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
    others = beside(view)
    if others:
        every = _in_order(room, (view.draft, *others))
        count = many("%(count)d text", "all %(count)d of them", len(every))
        items = (
            Item("all", count, "1", detail=names(view, every)),
            Item("one", _("this text alone"), "2", detail=names(view, drafts)),
        )
        chosen = await room.choose(Menu(_("Which texts does the IC see?"), items))
        if chosen is None:
            return
        if chosen == "all":
            # What goes out together moves to one phase.
            drafts = [replace(draft, target=view.draft.target) for draft in every]
            if await _stopped(room, drafts):
                return
    request = await room.perform(lambda: room.services.messages.ask(room.incident, drafts))
    if request is None:
        return
    text = _request_text(room, drafts)
    copied = await room.perform(lambda: room.services.messages.clipboard.copy(text))
    if copied is not None:
        await room.show_copied(copied, text)


def _in_order(room: Room, drafts: Sequence[Draft]) -> list[Draft]:
    """By language and channel, as they are configured: so the IC reads them, and so they are posted."""
    langs, channels = room.services.langs, room.services.channels
    order = {(lang, channel): at for at, (lang, channel) in enumerate(product(langs, channels))}
    return sorted(drafts, key=lambda draft: order.get((draft.lang, draft.channel), len(order)))


async def _stopped(room: Room, drafts: Sequence[Draft]) -> bool:
    """Whether one of them can't go to the IC as it is: the first such comes into the editor, all are named."""
    view, proofreader = room.view, room.services.proofreader
    found = await room.perform(lambda: [(d, proofreader.stopped(view.incident, d, view.now)) for d in drafts])
    flagged = [(draft, finding) for draft, finding in found or () if finding is not None]
    if not flagged:
        return found is None
    for draft, finding in flagged:
        name = draft_name(view, draft)
        text = _("%(name)s: «%(text)s» must not go out: mend it, or let it pass", name=name, text=finding.text)
        room.tell(text, severity="warning")
    if all(draft.text != view.draft.text for draft, _finding in flagged):
        first = flagged[0][0]
        room.show_draft(first.lang, first.channel, first.audience)
    return True


def _request_text(room: Room, drafts: Sequence[Draft]) -> str:
    """The request for the chat; several texts each under its language and channel, in the liaison's language."""
    view, filler, proofreader = room.view, room.services.filler.to_team, room.services.proofreader
    first = drafts[0]
    lang = first.lang if len(drafts) == 1 else Lang(current())
    promises = [proofreader.promise(view.incident, draft, view.now) for draft in drafts]
    promise = min((at for at in promises if at is not None), default=None)
    several = tuple(f"{_('%(name)s:', name=draft_name(view, draft))}\n\n{_quoted(draft.text)}" for draft in drafts)
    return filler.fill(
        "approval-request",
        view.incident,
        lang,
        "chat",
        view.now,
        message=tuple(draft.text for draft in drafts) if len(drafts) > 1 else first.text,
        texts=several if len(drafts) > 1 else (),
        channels=(first.channel.value,) if len(drafts) == 1 else (),
        target_phase=first.target.value if first.target else "",
        next_update=filler.time(promise, lang, view.now),
    )


def _quoted(text: str) -> str:
    """Each line behind "> ", as chats quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


def _read_out(view: View, request: Request) -> str:
    """What is read out on the call: of several texts the page's in the liaison's language; the others are named."""
    texts = tuple(shown_together(request, view))
    if len(texts) < 2:
        return view.draft.text
    spoken = min(texts, key=lambda draft: (draft.lang != current(), draft.channel is not Channel.STATUS))
    if view.draft.audience:
        spoken = view.draft
    others = tuple(draft for draft in texts if draft != spoken)
    return f"({_('with %(names)s', names=names(view, others))})\n\n{spoken.text}"


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
    chosen = await room.choose(Menu(title, items if ic else items[:3], _read_out(room.view, request)))
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

"""The message's path, step by step: template, ask, the IC's answer, copy, posted, and what a finding asks for."""

from __future__ import annotations

from cockpit.application.ports import Copied, Draft, TemplateFailure, TemplateInfo
from cockpit.domain.approval import PathState
from cockpit.domain.events import How
from cockpit.domain.stages import next_stage
from cockpit.domain.time_input import BadTime, read_time
from cockpit.domain.wording import say
from cockpit.domain.words import Channel
from cockpit.i18n import _, tell
from cockpit.labels import label
from cockpit.tui.presentation.clock import clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu


async def pick_template(room: Room) -> None:
    """Choose a prepared message and put it, filled, into the draft, in every language that has nothing of its own."""
    view = room.view
    wanted = next_stage(view.incident)
    infos = [info for info in room.services.filler.templates.names() if info.lang is view.draft.lang]
    infos.sort(key=lambda info: (info.stage is not wanted, info.stage != view.draft.stage))
    items = tuple(
        Item(info.name, info.title, detail=_("suggested now") if info.stage is wanted else label(info.stage))
        for info in infos
    )
    name = await room.choose(Menu(_("Templates"), items, _("Filled from the facts sheet; what isn't known is marked.")))
    if name is not None:
        fill(room, next(info for info in infos if info.name == name))


def fill(room: Room, info: TemplateInfo) -> None:
    """Fill a template into the draft, and into the other languages' where nothing waits to go out."""
    view = room.view
    for lang in room.services.langs:
        draft = view.draft if lang is view.draft.lang else view.snapshot.draft(lang, view.draft.channel)
        mine = lang is view.draft.lang
        if not mine and draft is not None and draft.text.strip() and not _gone(room, draft):
            continue
        try:
            text = room.services.filler.fill(info.name, view.incident, lang, view.draft.channel, view.now)
        except TemplateFailure as failure:
            room.tell(tell(failure.why), severity="error")
            continue
        room.write(lang, view.draft.channel, info.stage, text, view.draft.target)


def _gone(room: Room, draft: Draft) -> bool:
    return room.services.messages.path(room.view.incident, draft).state is PathState.POSTED


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
        room.tell(_("the IC approved this text: ctrl+o copies it"))


async def ask(room: Room) -> None:
    """Record the request and put it on the clipboard, in a form to paste into the chat."""
    view = room.view
    drafts = [view.draft]
    others = [
        draft
        for draft in view.snapshot.drafts
        if (draft.lang, draft.channel) != (view.draft.lang, view.draft.channel)
        and draft.stage is view.draft.stage
        and draft.text.strip()
        and not _gone(room, draft)
    ]
    if others:
        names = ", ".join(f"{label(d.lang)}, {label(d.channel)}" for d in others)
        items = (
            Item("one", _("this text alone"), "1"),
            Item("all", _("with the others: %(names)s", names=names), "2"),
        )
        chosen = await room.choose(Menu(_("Which texts does the IC see?"), items))
        if chosen is None:
            return
        if chosen == "all":
            drafts += others
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

    def submit(values: Values) -> None:
        messages = room.services.messages
        if values["answer"] == "back":
            if not values["why"].strip():
                raise FieldProblem("why", say("why did the IC send it back?"))
            messages.refuse(room.incident, request.id, values["by"], values["why"])
        else:
            messages.approve(room.incident, request.id, values["by"], How(values["answer"]))

    answers = (
        (How.VOICE.value, _("approved by voice")),
        (How.WRITING.value, _("approved in writing")),
        ("back", _("sent back")),
    )
    await room.fill_in(
        Form(
            _("What did the IC say?"),
            (
                Field("answer", _("Answer"), options=answers),
                Field("by", _("By"), room.view.incident.ic, _("who is the incident commander?")),
                Field("why", _("Sent back because"), hint=_("only when it was sent back")),
            ),
            submit,
            text=room.view.draft.text,
        )
    )


async def copy_out(room: Room) -> None:
    """Copy an approved text for posting; anything else only with a typed reason, which the timeline keeps."""
    draft = room.view.draft
    if room.view.path.may_go_out:
        copied = await room.perform(lambda: room.services.messages.copy(room.incident, draft))
        if copied is not None:
            await room.show_copied(copied, draft.text)
        return
    path = room.view.path
    if path.state is PathState.POSTED:
        room.tell(_("this text has been posted already"), severity="warning")
        return
    if not draft.text.strip():
        room.tell(_("the text is empty: write it, or fill a template"), severity="warning")
        return

    copied_all_the_same: list[Copied] = []

    def submit(values: Values) -> None:
        if not values["reason"].strip():
            raise FieldProblem("reason", say("an override needs a reason: it stays in the timeline"))
        copied_all_the_same.append(room.services.messages.copy(room.incident, draft, values["reason"]))

    why = tell(path.why) if path.why else _("the IC has not approved this text")
    await room.fill_in(
        Form(
            _("Copy a text that is not approved?"),
            (Field("reason", _("Reason"), hint=_("why it can't wait for the IC")),),
            submit,
            text=_("%(why)s.\nF3 asks the IC. Copying it all the same is recorded with your reason.", why=why),
        )
    )
    for done in copied_all_the_same:
        await room.show_copied(done, draft.text)


async def mark_posted(room: Room) -> None:
    """Record where and when the text went out; the countdown starts again from there."""
    view = room.view
    if view.path.state is PathState.POSTED:
        room.tell(_("this text is marked as posted already"), severity="warning")
        return
    draft = view.draft
    approved = view.path.may_go_out

    def submit(values: Values) -> None:
        try:
            at = room.read_time(values["when"])
        except BadTime as bad:
            raise FieldProblem("when", bad.why) from bad
        reason = values.get("reason", "")
        room.services.messages.mark_posted(room.incident, draft, values["where"], at, reason)

    def advice(values: Values) -> str:
        try:
            at = read_time(values["when"], room.view.now.astimezone(view.zone))
        except BadTime:
            return ""
        promise = room.services.proofreader.promise(view.incident, draft, at)
        if promise is None:
            return _("It promises no next update.")
        return _("It promises the next update at %(time)s.", time=clock(promise, view.zone))

    fields = [
        Field("where", _("Where"), label(draft.channel)),
        Field("when", _("When"), "now", _("now, -3 (minutes ago) or 14:05")),
    ]
    text = ""
    if not approved:
        text = tell(view.path.why) if view.path.why else _("the IC has not approved this text")
        text = _("%(why)s. If it went out all the same, say why.", why=text)
        fields.append(Field("reason", _("Reason"), hint=_("kept in the timeline")))
    await room.fill_in(Form(_("Posted"), tuple(fields), submit, text=text, advice=advice))


async def let_pass(room: Room) -> None:
    """Let the finding that the liaison is at pass for this message, with a typed reason."""
    reading, at = room.view.reading, room.view.hint
    if reading is None or not reading.findings:
        room.tell(_("nothing is flagged"))
        return
    finding = reading.findings[min(at, len(reading.findings) - 1)]

    def submit(values: Values) -> None:
        room.services.messages.let_pass(room.incident, finding.rule, finding.text, values["reason"])

    text = f"«{finding.text}»\n{tell(finding.message)}"
    await room.fill_in(Form(_("Let it pass for this message?"), (Field("reason", _("Reason")),), submit, text=text))


async def switch_channel(room: Room) -> None:
    """Choose the channel to write for; each has a draft of its own."""
    counts = {Channel.STATUS: "s", Channel.X: "x", Channel.EMAIL: "e"}
    items = tuple(Item(c.value, label(c), counts[c]) for c in room.services.channels)
    chosen = await room.choose(Menu(_("Write for which channel?"), items))
    if chosen is not None:
        room.show_draft(room.view.draft.lang, Channel(chosen))

"""An approved text on its way out: copied, posted; and what a finding or a channel asks for."""

from __future__ import annotations

from itertools import product

from cockpit.application.ports import Copied
from cockpit.domain.approval import PathState
from cockpit.domain.stages import next_stage
from cockpit.domain.time_input import BadTime, read_time
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.i18n import _, tell
from cockpit.labels import label
from cockpit.tui.flows.premium import mark_told
from cockpit.tui.flows.supply import told
from cockpit.tui.message_set import left, to_copy
from cockpit.tui.presentation.clock import clock
from cockpit.tui.presentation.message_set import names, standing
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu


async def copy_out(room: Room) -> None:
    """Copy an approved text for posting; anything else only with a typed reason, which the timeline keeps."""
    draft = room.view.draft
    if room.view.path.may_go_out:
        copied = await room.perform(lambda: room.services.messages.copy(room.incident, draft))
        if copied is not None:
            await room.show_copied(copied, draft.text)
            rest = to_copy(room.view)
            if rest:
                room.tell(_("still to copy after it: %(names)s", names=names(room.view, rest)))
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
            key="override",
            text=_("%(why)s.\nF3 asks the IC. Copying it all the same is recorded with your reason.", why=why),
        )
    )
    for done in copied_all_the_same:
        await room.show_copied(done, draft.text)


async def mark_posted(room: Room) -> None:
    """Record where and when the text went out; the countdown starts again from there."""
    view, draft = room.view, room.view.draft
    if view.path.state is PathState.POSTED:
        room.tell(_("this text is marked as posted already"), severity="warning")
        return
    if not draft.text.strip():
        room.tell(_("the text is empty: write it, or fill a template"), severity="warning")
        return
    if draft.audience:
        await mark_told(room)
        return

    def submit(values: Values) -> None:
        try:
            at = room.read_time(values["when"])
        except BadTime as bad:
            raise FieldProblem("when", bad.why) from bad
        room.services.messages.mark_posted(room.incident, draft, values["where"], at, values["reason"])

    def advice(values: Values) -> str:
        try:
            at = read_time(values["when"], room.view.now.astimezone(view.zone))
        except BadTime:
            return ""
        promise = room.services.proofreader.promise(view.incident, draft, at)
        if promise is None:
            return _("It promises no next update.")
        return _("It promises the next update at %(time)s.", time=clock(promise, view.zone))

    fields = (
        Field("when", _("When"), _("now"), _("now, -3 (minutes ago) or 14:05")),
        Field("where", _("Where"), label(draft.channel)),
        # Always there: a text that is approved now may have gone out before it was.
        Field("reason", _("Reason"), hint=_("only where it went out without approval; kept in the timeline")),
    )
    text = ""
    if not view.path.may_go_out:
        text = tell(view.path.why) if view.path.why else _("the IC has not approved this text")
        text = _("%(why)s. If it went out all the same, say why.", why=text)
    if await room.fill_in(Form(_("Posted"), fields, submit, text=text, advice=advice)) is None:
        return
    room.finish()
    _go_on(room)


def _go_on(room: Room) -> None:
    """The next text that the IC approved together with the one that is out comes into the editor."""
    rest = left(room.view)
    if rest:
        room.show_draft(rest[0].lang, rest[0].channel)
        room.tell(_("still to post: %(names)s", names=names(room.view, rest)), severity="warning")
    else:
        told(room)


async def let_pass(room: Room) -> None:
    """Let the finding that the liaison is at pass for this message, with a typed reason."""
    reading, at = room.view.reading, room.view.hint
    if reading is None or not reading.findings:
        room.tell(_("nothing is flagged"))
        return
    finding = reading.findings[min(at, len(reading.findings) - 1)]
    room.services.proofreader.refuse_unsuppressible(finding.rule)

    def submit(values: Values) -> None:
        if not values["reason"].strip():
            raise FieldProblem("reason", say("why may it stay? the timeline keeps the reason"))
        room.services.messages.let_pass(room.incident, finding.rule, finding.text, values["reason"])

    text = f"«{finding.text}»\n{tell(finding.message)}"
    await room.fill_in(Form(_("Let it pass for this message?"), (Field("reason", _("Reason")),), submit, text=text))


async def switch_stage(room: Room) -> None:
    """Say what the message is for: what it should hold follows from that."""
    draft = room.view.draft
    due = next_stage(room.view.incident)
    items = tuple(
        Item(stage.value, label(stage), detail=_("due now") if stage is due else "", letter=letter)
        for stage, letter in zip(Stage, "isumlrntpv", strict=True)
    )
    chosen = await room.choose(Menu(_("What is this message for?"), items, at=draft.stage.value))
    if chosen is not None:
        room.set_target(Stage(chosen), draft.target)


async def switch_channel(room: Room) -> None:
    """Choose the text to write: one per channel and language, each with its length and where it stands."""
    letters = {Channel.STATUS: "s", Channel.X: "x", Channel.EMAIL: "e"}
    view, services = room.view, room.services
    shown = view.draft
    # This language's by their letters, the others' by the same with shift.
    langs = (shown.lang, *(lang for lang in services.langs if lang is not shown.lang))
    keys = list(product(langs, services.channels))
    drafts = {key: view.written(*key) for key in keys}
    written = [draft for draft in drafts.values() if draft is not None and draft.text.strip()]
    readings = await room.perform(lambda: [services.proofreader.read(view.incident, d, view.now) for d in written])
    read = dict(zip(((d.lang, d.channel) for d in written), readings or (), strict=False))
    items = tuple(
        Item(
            f"{lang}/{channel}",
            f"{label(channel)} [{lang}]"
            if (lang, channel) == (shown.lang, shown.channel)
            else f"{label(channel)} {lang}",
            letters[channel] if lang is shown.lang else letters[channel].upper(),
            detail=standing(view, drafts[lang, channel], read.get((lang, channel))),
        )
        for lang, channel in keys
    )
    chosen = await room.choose(Menu(_("Which text?"), items, at=f"{shown.lang}/{shown.channel}"))
    if chosen is not None:
        lang, _slash, channel = chosen.partition("/")
        room.show_draft(Lang(lang), Channel(channel))

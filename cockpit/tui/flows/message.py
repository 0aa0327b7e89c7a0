"""An approved text on its way out: copied, posted; and what a finding or a channel asks for."""

from __future__ import annotations

from cockpit.application.ports import Copied
from cockpit.domain.approval import PathState
from cockpit.domain.stages import next_stage
from cockpit.domain.time_input import BadTime, read_time
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Stage
from cockpit.i18n import _, tell
from cockpit.labels import label
from cockpit.tui.flows.premium import mark_told
from cockpit.tui.presentation.clock import clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu
from cockpit.tui.view import View


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
    _name_the_rest(room, view)


def _name_the_rest(room: Room, before: View) -> None:
    """Say which texts that the IC approved together with this one are still to be posted."""
    request = before.path.request
    approved = request.texts if request is not None and before.path.may_go_out else ()
    left = [text for text in approved if not any(post.says(text) for post in room.view.incident.posts)]
    if left:
        names = ", ".join(f"{label(text.lang)}, {label(text.channel)}" for text in left)
        room.tell(_("still to post: %(names)s", names=names), severity="warning")


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
    """Choose the channel to write for; each has a draft of its own."""
    letters = {Channel.STATUS: "s", Channel.X: "x", Channel.EMAIL: "e"}
    shown = room.view.draft.channel
    items = tuple(
        Item(c.value, label(c), letters[c], detail=_("shown now") if c is shown else "") for c in room.services.channels
    )
    chosen = await room.choose(Menu(_("Write for which channel?"), items, at=shown.value))
    if chosen is not None:
        room.show_draft(room.view.draft.lang, Channel(chosen))

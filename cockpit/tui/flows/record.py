"""The record: questions, the IC's "post now", notes, corrections, and reading it back."""

from __future__ import annotations

from cockpit.application.handover import handover_facts
from cockpit.application.timeline import beside, timeline_text
from cockpit.domain import phases
from cockpit.domain.incident import Post
from cockpit.domain.phases import ORDER
from cockpit.domain.time_input import BadTime
from cockpit.domain.wording import say
from cockpit.domain.words import Lang, Phase, Stage
from cockpit.i18n import _, current, tell
from cockpit.labels import label
from cockpit.tui.presentation.clock import clock, typed_clock
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu


async def post_now(room: Room) -> None:
    """The IC says "post an update now": recorded, and due at once."""

    def submit(values: Values) -> None:
        room.services.incidents.post_now(room.incident, values["reason"], values["by"])

    fields = (
        Field("reason", _("Because"), hint=_("what the IC said")),
        Field("by", _("By"), room.view.incident.ic),
    )
    await room.fill_in(Form(_("The IC says: post an update now"), fields, submit))


async def questions(room: Room) -> None:
    """Ask the IC what is true, and record the answer; open questions stay in view."""
    still_open = room.view.incident.open_questions
    items = (
        Item("new", _("a new question to the IC"), "n"),
        *(Item(q.id, q.text, str(at), detail=_("record the answer")) for at, q in enumerate(still_open[:9], 1)),
    )
    chosen = await room.choose(Menu(_("Questions to the IC"), items))
    if chosen is None:
        return
    incidents = room.services.incidents

    def submit(values: Values) -> None:
        if chosen == "new":
            incidents.ask_question(room.incident, values["text"])
        else:
            incidents.answer_question(room.incident, chosen, values["text"])

    title = _("Ask the IC") if chosen == "new" else next(q.text for q in still_open if q.id == chosen)
    name = _("Question") if chosen == "new" else _("Answer")
    await room.fill_in(Form(title, (Field("text", name),), submit, key=f"question-{chosen}"))


async def note(room: Room) -> None:
    """A note for the timeline."""

    def submit(values: Values) -> None:
        room.services.incidents.note(room.incident, values["text"])

    await room.fill_in(Form(_("Note for the timeline"), (Field("text", _("Note")),), submit, key="note"))


async def hand_over(room: Room) -> None:
    """What the next liaison must know, to read or to send; then record who it is."""
    view = room.view
    lang = Lang(current())
    filler = room.services.filler.to_team
    facts = handover_facts(view.snapshot, filler, view.premium, lang, view.now, tell)
    text = filler.fill("handover", view.incident, lang, "chat", view.now, **facts)
    items = (
        Item("copy", _("copy it"), "c"),
        Item("record", _("record who takes over"), "r"),
    )
    chosen = await room.choose(Menu(_("Hand over"), items, text))
    if chosen == "copy":
        copied = await room.perform(lambda: room.services.messages.clipboard.copy(text))
        if copied is not None:
            await room.show_copied(copied, text)
    if chosen != "record":
        return

    def submit(values: Values) -> None:
        room.services.incidents.hand_over(room.incident, values["to"])

    await room.fill_in(Form(_("Hand over"), (Field("to", _("Next liaison")),), submit))


async def timeline(room: Room) -> None:
    """The journal, readable."""
    store = room.services.desk.store
    read = await room.perform(lambda: (store.events(room.incident), beside(store, room.incident)))
    if read is not None:
        events, known = read
        await room.read(_("Timeline"), timeline_text(events, known, room.view.zone, tell))


async def correct(room: Room) -> None:
    """Put a recorded mistake right; the original stays in the timeline."""
    posts = room.view.incident.posts
    items = (
        *(
            Item(post.id, f"{clock(post.posted_at, room.view.zone)}  {label(post.stage)}, {post.where}", str(at))
            for at, post in enumerate(posts[-9:], 1)
        ),
        Item("phase", _("a phase recorded by mistake"), "p"),
        Item("call", _("when the call started"), "c"),
    )
    chosen = await room.choose(Menu(_("What was recorded wrongly?"), items))
    if chosen == "phase":
        await _correct_phase(room)
    elif chosen == "call":
        await _correct_call_start(room)
    elif chosen is not None:
        await _correct_post(room, next(post for post in posts if post.id == chosen))


async def _correct_call_start(room: Room) -> None:
    started = typed_clock(room.view.incident.call_started, room.view.now, room.view.zone)

    def submit(values: Values) -> None:
        try:
            at = room.read_time(values["at"])
        except BadTime as bad:
            raise FieldProblem("at", bad.why) from bad
        room.services.incidents.correct_call_start(room.incident, at, values["reason"])

    fields = (Field("at", _("It started at"), started), Field("reason", _("Reason"), hint=_("kept in the timeline")))
    await room.fill_in(Form(_("When the call started"), fields, submit))


async def _correct_phase(room: Room) -> None:
    state = room.view.incident
    options = tuple((p.value, label(p)) for p in ORDER if phases.correction_refusal(state, p) is None)

    def submit(values: Values) -> None:
        room.services.incidents.correct_phase(room.incident, Phase(values["phase"]), values["reason"])

    fields = (Field("phase", _("It should be"), options=options), Field("reason", _("Reason")))
    await room.fill_in(Form(_("Correct the phase"), fields, submit))


async def _correct_post(room: Room, post: Post) -> None:
    not_retractable = None if post.stage is Stage.INITIAL else say("only a false alarm's first post is taken down")
    items = (
        Item("time", _("it went out at another time"), "t"),
        Item("text", _("a typo was mended on the page"), "m"),
        Item("void", _("it never went out"), "n"),
        Item("retract", _("false alarm: it was taken down"), "f", not_retractable),
    )
    chosen = await room.choose(Menu(_("Correct the post"), items, post.text.text))
    if chosen is None:
        return
    messages, incident = room.services.messages, room.incident

    def submit(values: Values) -> None:
        reason = values["reason"]
        if chosen == "time":
            try:
                at = room.read_time(values["value"])
            except BadTime as bad:
                raise FieldProblem("value", bad.why) from bad
            messages.correct_time(incident, post.id, at, reason)
        elif chosen == "text":
            messages.edit_post(incident, post.id, values["value"], reason)
        elif chosen == "void":
            messages.void_post(incident, post.id, reason)
        else:
            messages.retract(incident, post.id, values["by"], reason)

    reason = Field("reason", _("Reason"), hint=_("kept in the timeline"))
    extra = {
        "time": Field("value", _("It went out at"), typed_clock(post.posted_at, room.view.now, room.view.zone)),
        "text": Field("value", _("It reads now"), post.text.text, lines=6),
        "retract": Field("by", _("Approved by"), room.view.incident.ic),
    }.get(chosen)
    title = next(item.text for item in items if item.id == chosen)
    await room.fill_in(Form(title, (extra, reason) if extra else (reason,), submit))

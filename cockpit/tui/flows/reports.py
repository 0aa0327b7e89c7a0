"""What customers say: the digest for the IC, one report whole, and the follow-ups once it is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cockpit.application.digest import digest_facts
from cockpit.application.known import names_in
from cockpit.application.replying import language_of
from cockpit.domain.events import How
from cockpit.domain.reports import Report
from cockpit.domain.wording import say
from cockpit.domain.words import Lang, Phase
from cockpit.i18n import _, current, many
from cockpit.labels import label
from cockpit.tui.flows.phase import change_phase
from cockpit.tui.presentation.line import joined
from cockpit.tui.presentation.reports import report_detail
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, Form, Values
from cockpit.tui.screens.menu import Item, Menu


async def relay(room: Room) -> None:
    """Tell the IC what came in, in either language: said or copied, and those reports marked as relayed."""
    view = room.view
    reports = await room.perform(lambda: room.services.reports.not_relayed(room.incident))
    if reports is None:
        return
    if not reports:
        room.tell(_("every report has been relayed"))
        return
    lang: Lang | None = Lang(current())
    while lang is not None:
        lang = await _relay_in(room, lang, reports, view.now)


async def _relay_in(room: Room, lang: Lang, reports: Sequence[Report], now: datetime) -> Lang | None:
    """The digest in ``lang``; the language that the liaison wants it in instead, None when that is all."""
    state, filler = room.view.incident, room.services.filler.to_team

    def filled() -> tuple[str, str]:
        facts = digest_facts(reports, filler, lang, now, names_in(lang, room.services))
        voice, chat = (filler.fill("relay-digest", state, lang, form, now, **facts) for form in ("voice", "chat"))
        return voice, chat

    digest = await room.perform(filled)
    if digest is None:
        return None
    spoken, written = digest
    other = next(each for each in Lang if each is not lang)
    items = (
        Item("voice", _("told on the call: mark them as relayed"), "v"),
        Item("writing", _("copy for the chat, and mark them as relayed"), "w"),
        Item("other", _("in %(language)s", language=other), "l"),
    )
    chosen = await room.choose(Menu(_("Relay to the IC"), items, spoken))
    if chosen is None or chosen == "other":
        return other if chosen else None
    how = How(chosen)
    if how is How.WRITING:
        copied = await room.perform(lambda: room.services.messages.clipboard.copy(written))
        if copied is not None:
            await room.show_copied(copied, written)
    text = spoken if how is How.VOICE else written
    await room.perform(lambda: room.services.reports.relay(room.incident, reports, text, how))
    return None


async def show_report(room: Room, report: Report) -> None:
    """One report whole; it can be put right."""
    items = (Item("edit", _("put it right"), "e"),)
    if await room.choose(Menu(_("Customer report"), items, report_detail(report, room.view.zone))) is None:
        return

    def submit(values: Values) -> None:
        room.services.reports.correct(room.incident, report.id, {**values, "premium": values["premium"] == "yes"})

    options = (("no", _("no")), ("yes", _("yes")))
    await room.fill_in(
        Form(
            _("Put the report right"),
            (
                Field("customer", _("Customer"), report.customer),
                Field("text", _("Words"), report.text, lines=3),
                Field("component", _("Component"), report.component),
                Field("region", _("Region"), report.region),
                Field("symptom", _("Symptom"), report.symptom, hint=_("of your own; else grouped by its words")),
                Field("contact", _("Contact"), report.contact),
                Field("premium", _("Premium"), "yes" if report.premium else "no", options=options),
            ),
            submit,
            text=_("What it said before is kept."),
        )
    )


async def follow_ups(room: Room) -> None:
    """What is left after the resolution: replies, the postmortem's message, closing."""
    state = room.view.incident
    if state.phase is not Phase.RESOLVED:
        room.tell(_("follow-ups come after the resolution"), severity="warning")
        return
    reports = await room.perform(lambda: room.services.reports.unanswered(room.incident))
    if reports is None:
        return
    published = say("published already") if state.postmortem_at else None
    left = many("Replies: %(count)d enquiry left", "Replies: %(count)d enquiries left", len(reports))
    items = (
        Item("replies", left, "r", None if reports else say("every enquiry has its reply")),
        Item("postmortem", _("The postmortem's message is published"), "p", published),
        Item("close", _("Close the incident"), "c"),
    )
    chosen = await room.choose(Menu(_("Follow-ups"), items))
    if chosen == "replies":
        await _replies(room, reports)
    elif chosen == "postmortem":
        await _postmortem(room)
    elif chosen == "close":
        await change_phase(room, Phase.CLOSED)


async def _replies(room: Room, reports: Sequence[Report]) -> None:
    """Tick off who got their reply, one after the other or all at once; Esc ends it."""
    left = list(reports)
    while left:
        everyone = many("%(count)d enquiry: replied", "all %(count)d enquiries: replied", len(left))
        items = (*(Item(r.id, r.customer or _("unknown customer"), detail=r.text) for r in left), Item("all", everyone))
        chosen = await room.choose(Menu(_("Who got their reply?"), items, find=True))
        if chosen is None:
            return
        if chosen == "all":
            await room.perform(lambda: room.services.reports.mark_replied(room.incident, [r.id for r in reports]))
            return
        report = next(r for r in left if r.id == chosen)
        if await _reply(room, report):
            left.remove(report)


async def _reply(room: Room, report: Report) -> bool:
    """The text for one customer, filled, to be copied on the way; whether they got it."""
    view, lang = room.view, language_of(report, room.services)
    text = room.services.filler.fill(
        "customer-reply", view.incident, lang, "status", view.now, customer=report.customer
    )
    copied = False
    while True:
        items = (Item("copy", _("copy this reply"), "c"), Item("done", _("replied"), "r"))
        title = joined((report.customer or _("unknown customer"), label(report.via), report.contact))
        chosen = await room.choose(Menu(title, items, text, at="done" if copied else "copy"))
        if chosen is None:
            return False
        if chosen == "done":
            await room.perform(lambda: room.services.reports.mark_replied(room.incident, [report.id]))
            return True
        done = await room.perform(lambda: room.services.messages.clipboard.copy(text))
        if done is not None:
            copied = True
            await room.show_copied(done, text)


async def _postmortem(room: Room) -> None:
    def submit(values: Values) -> None:
        room.services.incidents.publish_postmortem(room.incident, values["where"])

    where = Field("where", _("Where"), hint=_("the page or the channel"))
    await room.fill_in(Form(_("The postmortem's message is published"), (where,), submit))

"""Premium customers: what each was told and by whom, and their own text through the same gate as every other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.events import Teller
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.standing import Standing
from cockpit.domain.time_input import BadTime
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Phase, Stage
from cockpit.i18n import _, many
from cockpit.labels import label
from cockpit.tui.presentation.premium import standing_line, standing_text
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu

CHANNEL = Channel.EMAIL
"""A text to one customer is long, and has a subject."""
_LETTERED = 9


async def premium(room: Room) -> None:
    """Everyone with where they stand; write to one or to all who wait, or record that they were told."""
    standings = room.view.standings
    if not standings:
        room.tell(_("no premium customers are configured: name them in the configuration, under [[premium]]"))
        return
    waiting = [each for each in standings if each.waits]
    told = None if waiting else say("none of them waits")
    count = len(waiting)
    items = [
        Item("write", many("write to %(count)d who waits", "write to all %(count)d who wait", count), "w", told),
        Item("teams", _("their account teams have told those who wait: record it"), "t", told),
    ]
    if room.view.draft.audience:
        items.insert(0, Item("everybody", _("back to the message to everybody"), "b"))
    many_of_them = len(standings) > _LETTERED
    items += [
        Item(
            f"={each.customer.name}",
            each.customer.name,
            "" if many_of_them else str(at),
            detail=standing_line(each, room.view.zone),
        )
        for at, each in enumerate(standings, 1)
    ]
    chosen = await room.choose(Menu(_("Premium customers"), tuple(items), find=many_of_them))
    if chosen == "everybody":
        show_message_to_everybody(room)
    elif chosen == "write":
        await write_to(room, [each.customer for each in waiting])
    elif chosen == "teams":
        await _told_in_own_words(room, [each.customer for each in waiting])
    elif chosen is not None:
        await _one(room, next(each for each in standings if f"={each.customer.name}" == chosen))


async def _one(room: Room, standing: Standing) -> None:
    customer = standing.customer
    items = (
        Item("write", _("write to them"), "w"),
        Item("told", _("they were told without a text of ours: record it"), "t"),
        Item("void", _("the last record is wrong"), "m", None if standing.last else say("nothing is recorded yet")),
    )
    chosen = await room.choose(Menu(customer.name, items, standing_text(standing, room.view.zone)))
    if chosen == "write":
        await write_to(room, [customer])
    elif chosen == "told":
        await _told_in_own_words(room, [customer])
    elif chosen == "void":
        await _void(room, standing)


async def write_to(room: Room, customers: Sequence[PremiumCustomer]) -> None:
    """A text for each of them from the template, where none waits to go out; the first comes into the editor."""
    individual = room.services.individual
    ids = await room.perform(lambda: [individual.addressee(room.incident, each.name) for each in customers])
    if ids is None:
        return
    for customer, addressee in zip(customers, ids, strict=True):
        draft = _written(room, addressee)
        if draft is None or not draft.text.strip() or room.view.path_of(draft).state is PathState.POSTED:
            fill_for(room, customer, addressee, _template(room))
    first = customers[0]
    room.show_draft(first.lang or room.services.langs[0], CHANNEL, ids[0])


def fill_for(room: Room, customer: PremiumCustomer, addressee: str, template: str) -> None:
    """Fill ``template`` for one customer, in their language, into their draft; raises TemplateFailure."""
    view, lang = room.view, customer.lang or room.services.langs[0]
    text = room.services.filler.fill(
        template,
        view.incident,
        lang,
        CHANNEL.value,
        view.now,
        customer=customer.name,
        account_team=customer.account_team,
    )
    room.write(Draft(lang, CHANNEL, Stage.PREMIUM, text, view.now, audience=addressee))


def _template(room: Room) -> str:
    over = room.view.incident.phase in (Phase.RESOLVED, Phase.CLOSED)
    return "premium-resolved" if over else "premium-notice"


async def pick_template(room: Room) -> None:
    """Choose among the prepared texts to one customer and fill it into the draft in the editor."""
    view = room.view
    customer = customer_of(room)
    if customer is None:
        room.tell(_("this customer is no longer in the configuration"), severity="warning")
        return
    infos = [
        i for i in room.services.filler.templates.names() if i.lang is view.draft.lang and i.stage is Stage.PREMIUM
    ]
    infos.sort(key=lambda info: info.name != _template(room))
    items = tuple(Item(info.name, info.title) for info in infos)
    name = await room.choose(Menu(_("Templates for one customer"), items, find=True))
    if name is not None:
        fill_for(room, customer, view.draft.audience, name)


def customer_of(room: Room) -> PremiumCustomer | None:
    """The premium customer whom the draft in the editor is to."""
    audience = room.view.draft.audience
    return next((each.customer for each in room.view.standings if each.id == audience), None)


def _written(room: Room, addressee: str) -> Draft | None:
    return next((draft for draft in room.view.drafts if draft.audience == addressee), None)


def show_message_to_everybody(room: Room) -> None:
    """Bring the public message that was last written into the editor."""
    last = next((draft for draft in room.view.drafts if not draft.audience), None)
    if last is not None:
        room.show_draft(last.lang, last.channel)
    else:
        room.show_draft(room.services.langs[0], room.services.channels[0])


async def mark_told(room: Room) -> None:
    """Record who gave the customer the text in the editor, and when; then the next approved one comes up."""
    view, draft = room.view, room.view.draft

    def submit(values: Values) -> None:
        room.services.individual.told(room.incident, draft, Teller(values["by"]), _time(room, values), values["reason"])

    text = "" if view.path.may_go_out else _("The IC has not approved this text. If it went out all the same, say why.")
    reason = Field("reason", _("Reason"), hint=_("only where it went out without approval; kept in the timeline"))
    title = _("%(name)s was told", name=view.audience)
    if await room.fill_in(Form(title, (*_who_and_when(), reason), submit, text=text)) is None:
        return
    room.finish()
    ready = (PathState.APPROVED, PathState.COPIED)
    left = [d for d in room.view.drafts if d.audience and room.view.path_of(d).state in ready]
    if left:
        room.show_draft(left[0].lang, left[0].channel, left[0].audience)
        names = ", ".join(room.view.snapshot.addressees.get(d.audience, "") for d in left)
        room.tell(_("still to tell: %(names)s", names=names), severity="warning")
    else:
        show_message_to_everybody(room)


async def _told_in_own_words(room: Room, customers: Sequence[PremiumCustomer]) -> None:
    names = [each.name for each in customers]

    def submit(values: Values) -> None:
        room.services.individual.told_in_own_words(
            room.incident, names, Teller(values["by"]), _time(room, values), values["reason"]
        )

    reason = Field("reason", _("Reason"), hint=_("only where you told them yourself, without an approved text"))
    title = _("%(name)s was told", name=", ".join(names))
    await room.fill_in(Form(title, (*_who_and_when(Teller.ACCOUNT_TEAM), reason), submit))


def _who_and_when(first: Teller = Teller.LIAISON) -> tuple[Field, Field]:
    options = tuple((teller.value, label(teller)) for teller in Teller)
    return (
        Field("when", _("When"), _("now"), _("now, -3 (minutes ago) or 14:05")),
        Field("by", _("Told by"), first.value, options=options),
    )


async def _void(room: Room, standing: Standing) -> None:
    last = standing.last
    if last is None:
        return

    def submit(values: Values) -> None:
        room.services.individual.void(room.incident, last.id, values["reason"])

    reason = Field("reason", _("Reason"), hint=_("kept in the timeline"))
    await room.fill_in(Form(_("%(name)s was not told", name=standing.customer.name), (reason,), submit))


def _time(room: Room, values: Values) -> datetime:
    try:
        return room.read_time(values["when"])
    except BadTime as bad:
        raise FieldProblem("when", bad.why) from bad

"""The incident's course: going public, phases, recovery, long mode, severity, who is in command."""

from __future__ import annotations

from dataclasses import replace

from cockpit.domain import cadence, phases
from cockpit.domain.events import Choice
from cockpit.domain.facts import NOTHING_LINGERS, NOTHING_LOST
from cockpit.domain.stages import next_stage
from cockpit.domain.triage import QUESTIONS, advise
from cockpit.domain.triage import refusal as triage_refusal
from cockpit.domain.wording import say
from cockpit.domain.words import Phase
from cockpit.i18n import _, tell
from cockpit.labels import label
from cockpit.tui.flows.template import pick_template, stage_wanted
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, FieldProblem, Form, Values
from cockpit.tui.screens.menu import Item, Menu

_LETTERS = {
    Phase.INVESTIGATING: "i",
    Phase.IDENTIFIED: "d",
    Phase.MONITORING: "m",
    Phase.RESOLVED: "r",
    Phase.CLOSED: "c",
}
_YES_NO = {"yes": True, "no": False, "": None}


async def phase_menu(room: Room) -> None:
    """One letter for each phase, and what else changes the incident's course."""
    state = room.view.incident
    counts = room.view.snapshot.counts
    items = [
        Item(phase.value, label(phase), letter, phases.refusal(state, phase, counts.unanswered))
        for phase, letter in _LETTERS.items()
        if phase is not state.phase
    ]
    confirmed = say("confirmed by %(by)s", by=state.recovery_confirmed_by) if state.recovery_confirmed_by else None
    items += [
        Item("public", _("Go public? The checklist"), "g", triage_refusal(state)),
        Item("recovery", _("The IC confirms full recovery"), "y", confirmed),
        Item("long", _("Declare a long incident"), "l", cadence.long_refusal(state, room.view.policy, room.view.now)),
        Item("severity", _("Severity"), "s"),
        Item("ic", _("Incident commander"), "o"),
    ]
    target = room.view.draft.target
    if target is not None and target is not state.phase:
        stay = _("Not to %(phase)s with the next message", phase=target)
        items.insert(0, Item("stay", stay, "n"))
    chosen = await room.choose(Menu(_("Phase: %(phase)s", phase=state.phase), tuple(items)))
    if chosen is None:
        return
    flows = {
        "public": go_public,
        "recovery": confirm_recovery,
        "long": declare_long,
        "severity": severity,
        "ic": commander,
    }
    if chosen == "stay":
        room.set_target(next_stage(state), None)
    elif chosen in flows:
        await flows[chosen](room)
    else:
        await change_phase(room, Phase(chosen))


async def change_phase(room: Room, phase: Phase) -> None:
    """Move now, or with the message that says so; the reason is kept and the matching template offered."""
    with_post = phase not in (Phase.CLOSED, Phase.TRIAGE)

    def submit(values: Values) -> None:
        incidents, reason = room.services.incidents, values["reason"]
        if values.get("when") != "post":
            incidents.change_phase(room.incident, phase, reason)
        elif reason.strip():
            # The move is recorded with the post; its reason is known now.
            why = _("to %(phase)s with the next message: %(reason)s", phase=phase, reason=reason)
            incidents.note(room.incident, why)

    fields = [Field("reason", _("Reason"), hint=_("what changed; kept in the timeline"))]
    if with_post:
        options = (("now", _("now")), ("post", _("with the next message")))
        fields.append(Field("when", _("When"), options=options))
    values = await room.fill_in(Form(_("To %(phase)s", phase=phase), tuple(fields), submit, key=f"phase-{phase}"))
    if values is None or not with_post:
        return
    view = room.view
    if values["when"] == "post":
        room.set_target(stage_wanted(view, phase), phase)
    elif view.draft.target is not None:
        room.set_target(view.draft.stage, None)
    await pick_template(room)


async def go_public(room: Room) -> None:
    """The four questions, what follows from them, and the IC's decision."""
    yes_no = (("yes", _("yes")), ("no", _("no")), ("", _("not known")))
    percent = room.view.policy.widespread_percent
    questions = tuple(
        Field(f"q{at}", tell(question.short), options=yes_no, advance=True) for at, question in enumerate(QUESTIONS)
    )
    small = room.view.policy.small_customers
    fields = (
        *questions,
        Field(
            "small",
            _("Under %(count)d customers?", count=small),
            options=(("no", _("no, or not known")), ("yes", _("yes"))),
        ),
        Field(
            "choice",
            _("The IC decides"),
            options=tuple((choice.value, label(choice)) for choice in Choice),
        ),
        Field("by", _("By"), room.view.incident.ic, _("who is the incident commander?")),
    )

    def answers(values: Values) -> tuple[bool | None, ...]:
        return tuple(_YES_NO[values[f"q{at}"]] for at in range(len(QUESTIONS)))

    def advice(values: Values) -> str:
        return tell(advise(answers(values), values["small"] == "yes").why)

    def submit(values: Values) -> None:
        if not values["by"].strip():
            raise FieldProblem("by", say("going public is the IC's decision: who decided?"))
        room.services.incidents.decide_public(
            room.incident, Choice(values["choice"]), values["by"], answers(values), values["small"] == "yes"
        )

    text = "\n".join(f"{at + 1}. {tell(q.asked)}" % {"percent": percent} for at, q in enumerate(QUESTIONS))
    values = await room.fill_in(Form(_("Go public?"), fields, submit, text=text, advice=advice))
    if values is not None and values["choice"] != Choice.HOLD.value:
        room.set_target(next_stage(room.view.incident), None)
        await pick_template(room)


async def confirm_recovery(room: Room) -> None:
    """Record that the IC confirmed full recovery, and what the IC says of data and of what remains.

    No resolution goes out without the one, and none guesses the other.
    """
    sheet = room.view.incident.facts
    later = _("not known yet: into the facts sheet")
    lost = (("none", _("none was lost")), ("open", later))
    remains = (("none", _("nothing")), ("open", later))
    fields = [Field("by", _("By"), room.view.incident.ic, _("who is the incident commander?"))]
    fields += [] if sheet.data_loss else [Field("data", _("Data lost?"), options=lost)]
    fields += [] if sheet.lingering else [Field("lingering", _("What remains?"), options=remains)]

    def submit(values: Values) -> None:
        room.services.incidents.confirm_recovery(room.incident, values["by"])
        said = replace(
            sheet,
            data_loss=NOTHING_LOST if values.get("data") == "none" else sheet.data_loss,
            lingering=NOTHING_LINGERS if values.get("lingering") == "none" else sheet.lingering,
        )
        room.services.incidents.record_facts(room.incident, said)

    text = _("Ask about both: the resolution tells customers what you record here.") if len(fields) > 1 else ""
    await room.fill_in(Form(_("The IC confirms full recovery"), tuple(fields), submit, text=text))


async def declare_long(room: Room) -> None:
    """Fewer, meaningful updates from here, each still with a promise."""

    def submit(values: Values) -> None:
        room.services.incidents.declare_long(room.incident, values["reason"])

    done = await room.fill_in(
        Form(
            _("Declare a long incident"),
            (Field("reason", _("Reason")),),
            submit,
            text=_("What is due is then what your last message promised: each one still promises the next."),
        )
    )
    if done is not None:
        await pick_template(room)


async def severity(room: Room) -> None:
    """Raise or lower the severity; unsure means the higher one."""
    policy = room.view.policy
    options = tuple((str(number), policy.severity_text(number)) for number in range(1, 6))

    def submit(values: Values) -> None:
        room.services.incidents.change_severity(room.incident, int(values["severity"]), values["reason"])

    fields = (
        Field("severity", _("Severity"), str(room.view.incident.severity), options=options),
        Field("reason", _("Reason")),
    )
    await room.fill_in(Form(_("Severity"), fields, submit, text=_("Unsure between two? Take the higher one.")))


async def commander(room: Room) -> None:
    """Record who is in command now."""

    def submit(values: Values) -> None:
        room.services.incidents.change_commander(room.incident, values["ic"])

    await room.fill_in(Form(_("Incident commander"), (Field("ic", _("Name"), room.view.incident.ic),), submit))

"""The incident itself: opening it, its phases and facts, what the IC decides, and putting a mistake right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from cockpit.application.desk import Desk, Refusal, required
from cockpit.application.ports import Transaction
from cockpit.domain import cadence, phases, triage
from cockpit.domain import events as e
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.ids import new_id
from cockpit.domain.incident import Incident
from cockpit.domain.wording import say
from cockpit.domain.words import Phase

_FOLLOWS = {e.Choice.POST: Phase.INVESTIGATING, e.Choice.LIMITED: Phase.IDENTIFIED}
"""Known to be small: straight to scoping, customers told individually (the guide: Whether to go public)."""


@frozen
class Incidents:
    """Use cases on the incident as a whole. Each raises Refusal or StoreProblem and then has recorded nothing."""

    desk: Desk
    usual_ic: str = ""
    """Who is in command where nobody else is named."""

    def open(self, title: str, severity: int, ic: str = "", call_started: datetime | None = None) -> str:
        """Open an incident whose call started at ``call_started`` (aware; None: now); returns its id."""
        now = self.desk.now()
        title = required(clean_line(title), say("an incident needs a title: what customers notice, in a few words"))
        _check_severity(severity)
        started = call_started or now
        if started > now:
            raise Refusal(say("the call cannot start in the future"))
        incident = new_id(now)
        opened = e.Opened(title, severity, clean_line(ic) or self.usual_ic, self.desk.actor, started)
        with self.desk.store.transaction() as transaction:
            transaction.append(self.desk.event(incident, now, opened))
        return incident

    def decide_public(
        self,
        incident: str,
        choice: e.Choice,
        by: str,
        answers: tuple[bool | None, ...] = (),
        small: bool = False,
        reason: str = "",
    ) -> None:
        """Record the IC's decision about going public, and move to the phase that follows from it."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refusal = triage.refusal(state)
            if refusal:
                raise Refusal(refusal)
            yield from in_command(state, by)
            yield e.Decided(choice, self._ic(state, by), answers, small, clean_line(reason))
            if choice in _FOLLOWS and state.phase is Phase.TRIAGE:
                yield e.PhaseChanged(_FOLLOWS[choice], clean_line(reason))

        self.desk.record(incident, decide)

    def change_phase(self, incident: str, target: Phase, reason: str) -> None:
        """Move to ``target``; the reason is kept."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refusal = phases.refusal(state, target, tx.counts(incident).unanswered)
            if refusal:
                raise Refusal(refusal)
            yield e.PhaseChanged(target, clean_line(reason))

        self.desk.record(incident, decide)

    def correct_phase(self, incident: str, phase: Phase, reason: str) -> None:
        """Put right a phase that was recorded by mistake; the original stays in the timeline."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refusal = phases.correction_refusal(state, phase)
            if refusal:
                raise Refusal(refusal)
            yield e.PhaseCorrected(phase, _reason(reason))

        self.desk.record(incident, decide)

    def correct_call_start(self, incident: str, call_started: datetime, reason: str) -> None:
        """Put right when the call started (aware): every clock counts from there. No later than the first post."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if call_started > now:
                raise Refusal(say("the call cannot start in the future"))
            if any(post.posted_at < call_started for post in state.posts):
                raise Refusal(say("a post went out before that: correct its time first"))
            yield e.CallStartCorrected(call_started, _reason(reason))

        self.desk.record(incident, decide)

    def confirm_recovery(self, incident: str, by: str = "") -> None:
        """Record that the IC confirmed full recovery."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if state.phase in (Phase.RESOLVED, Phase.CLOSED):
                raise Refusal(say("the incident is resolved already"))
            yield from in_command(state, by)
            yield e.RecoveryConfirmed(required(self._ic(state, by), say("who is the incident commander?")))

        self.desk.record(incident, decide)

    def declare_long(self, incident: str, reason: str = "") -> None:
        """Declare it a long incident (timing rule 5)."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refusal = cadence.long_refusal(state, self.desk.policy, now)
            if refusal:
                raise Refusal(refusal)
            yield e.LongDeclared(clean_line(reason))

        self.desk.record(incident, decide)

    def change_severity(self, incident: str, severity: int, reason: str = "") -> None:
        """Change the severity, 1 to 5."""
        _check_severity(severity)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if severity == state.severity:
                raise Refusal(say("the severity is %(severity)d already", severity=severity))
            yield e.SeverityChanged(severity, clean_line(reason))

        self.desk.record(incident, decide)

    def change_commander(self, incident: str, ic: str) -> None:
        """Record who the incident commander is now."""
        name = required(clean_line(ic), say("who is the incident commander?"))
        self.desk.record(incident, lambda state, tx, now: [e.CommanderChanged(name)])

    def hand_over(self, incident: str, liaison: str) -> None:
        """Record who the liaison is from here."""
        name = required(clean_line(liaison), say("who takes over?"))
        self.desk.record(incident, lambda state, tx, now: [e.HandedOver(name)])

    def record_facts(self, incident: str, sheet: FactSheet) -> tuple[str, ...]:
        """Record the facts sheet; returns the names of the fields that changed (none: nothing is recorded)."""
        sheet = _cleaned(sheet)
        changed: tuple[str, ...] = ()

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            nonlocal changed
            changed = state.facts.changed(sheet)
            if changed:
                yield e.FactsRecorded(sheet, changed)

        self.desk.record(incident, decide)
        return changed

    def post_now(self, incident: str, reason: str, by: str = "") -> None:
        """Record that an update is due at once: the IC said so, or the impact changed."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if not state.is_open:
                raise Refusal(say("the incident is closed"))
            yield e.PostNow(self._ic(state, by), clean_line(reason))

        self.desk.record(incident, decide)

    def ask_question(self, incident: str, text: str) -> None:
        """Keep a question to the IC until it is answered."""
        text = required(clean_line(text), say("what do you want to ask the IC?"))
        self.desk.record(incident, lambda state, tx, now: [e.QuestionAsked(text)])

    def answer_question(self, incident: str, question: str, answer: str, by: str = "") -> None:
        """Record the IC's answer."""
        answer = required(clean_line(answer), say("what did the IC answer?"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if question not in {q.id for q in state.open_questions}:
                raise Refusal(say("that question is answered already"))
            yield e.QuestionAnswered(question, answer, self._ic(state, by))

        self.desk.record(incident, decide)

    def publish_postmortem(self, incident: str, where: str) -> None:
        """Record that the postmortem's external message went out."""
        where = required(clean_line(where), say("where was the postmortem's message published?"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            if state.phase is not Phase.RESOLVED:
                raise Refusal(say("the postmortem's message follows the resolution"))
            yield e.PostmortemPublished(where)

        self.desk.record(incident, decide)

    def note(self, incident: str, text: str) -> None:
        """A note for the timeline."""
        text = required(clean(text).strip(), say("the note is empty"))
        self.desk.record(incident, lambda state, tx, now: [e.Noted(text)])

    @staticmethod
    def _ic(state: Incident, by: str) -> str:
        return clean_line(by) or state.ic


def in_command(state: Incident, by: str) -> Iterable[e.What]:
    """Whoever decides while nobody is on record as the incident commander is the incident commander."""
    name = clean_line(by)
    if name and not state.ic:
        yield e.CommanderChanged(name)


def _reason(reason: str) -> str:
    return required(clean_line(reason), say("a correction needs a reason: it stays in the timeline"))


def _cleaned(sheet: FactSheet) -> FactSheet:
    """The facts with everything that came from outside made harmless."""
    values = {f.name: getattr(sheet, f.name) for f in fields(sheet)}
    texts: dict[str, Any] = {name: text.cleaned() for name, text in values.items() if isinstance(text, LocalText)}
    return replace(sheet, cause=clean(sheet.cause).strip(), **texts)


def _check_severity(severity: int) -> None:
    if not 1 <= severity <= 5:
        raise Refusal(say("severity is a number from 1 (critical) to 5, not %(severity)s", severity=severity))

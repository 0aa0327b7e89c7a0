"""The incident itself: opened, decided on, moved, resolved, corrected, closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support import START, FixedClock, minute

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Desk, Refusal
from cockpit.application.incidents import Incidents
from cockpit.application.services import Services
from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Phase


def refused(desk: Desk, incident: str, action: Callable[[], object], why: str) -> None:
    """``action`` is refused for ``why``, and the journal is as it was."""
    before = desk.store.events(incident)
    with pytest.raises(Refusal, match=why):
        action()
    assert desk.store.events(incident) == before


def last(desk: Desk, incident: str) -> e.What:
    return desk.store.events(incident)[-1].what


@pytest.fixture
def public(incidents: Incidents, incident: str) -> str:
    """The incident, gone public."""
    incidents.decide_public(incident, e.Choice.POST, "Robin")
    return incident


@pytest.fixture
def resolved(incidents: Incidents, public: str) -> str:
    incidents.confirm_recovery(public)
    incidents.change_phase(public, Phase.RESOLVED, "it works again")
    return public


class TestOpen:
    def test_opened(self, desk: Desk, incidents: Incidents, clock: FixedClock) -> None:
        clock.set(3)
        incident = incidents.open("  Notifications\ndelayed ", 1, " Robin ", START)
        assert last(desk, incident) == e.Opened("Notifications delayed", 1, "Robin", "Sam", START)
        assert desk.store.incidents()[0].title == "Notifications delayed"

    def test_the_call_starts_now_unless_said_otherwise(self, desk: Desk, incidents: Incidents) -> None:
        assert desk.load(incidents.open("t", 2)).call_started == START

    @pytest.mark.parametrize(
        ("title", "severity", "minutes", "why"),
        [
            (" \n", 2, 0, "needs a title"),
            ("\x1b[31m", 2, 0, "needs a title"),
            ("t", 0, 0, "from 1 .* to 5, not 0"),
            ("t", 6, 0, "from 1 .* to 5, not 6"),
            ("t", 2, 1, "cannot start in the future"),
        ],
    )
    def test_refused(
        self, desk: Desk, incidents: Incidents, title: str, severity: int, minutes: float, why: str
    ) -> None:
        with pytest.raises(Refusal, match=why):
            incidents.open(title, severity, call_started=minute(minutes))
        assert desk.store.incidents() == []

    def test_what_steers_a_terminal_is_not_kept(self, desk: Desk, incidents: Incidents) -> None:
        incident = incidents.open("t\x1b]52;c;eA==\x07itle", 2, "Ro\u202ebin")
        state = desk.load(incident)
        assert (state.title, state.ic) == ("title", "Robin")


class TestGoingPublic:
    @pytest.mark.parametrize(
        ("choice", "phase"),
        [
            (e.Choice.POST, Phase.INVESTIGATING),
            (e.Choice.LIMITED, Phase.IDENTIFIED),
            (e.Choice.HOLD, Phase.TRIAGE),
        ],
    )
    def test_the_phase_follows_from_the_decision(
        self, desk: Desk, incidents: Incidents, incident: str, choice: e.Choice, phase: Phase
    ) -> None:
        incidents.decide_public(incident, choice, "Kim", (True, False, None, None), choice is e.Choice.LIMITED, "doubt")
        state = desk.load(incident)
        assert (state.phase, state.choice) == (phase, choice)
        assert state.decision == e.Decided(
            choice, "Kim", (True, False, None, None), choice is e.Choice.LIMITED, "doubt"
        )
        assert desk.store.incidents()[0].phase is phase

    def test_it_is_the_ics(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        incidents.decide_public(incident, e.Choice.POST, " ")
        decision = desk.load(incident).decision
        assert decision is not None
        assert decision.by == "Robin"

    def test_held_can_be_decided_again(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        for choice in (e.Choice.HOLD, e.Choice.HOLD, e.Choice.POST):
            incidents.decide_public(incident, choice, "Robin")
        assert desk.load(incident).phase is Phase.INVESTIGATING

    def test_once_public_it_stays(self, desk: Desk, incidents: Incidents, public: str) -> None:
        refused(desk, public, lambda: incidents.decide_public(public, e.Choice.HOLD, "Robin"), "told already")


class TestPhases:
    def test_the_reason_is_kept(self, desk: Desk, incidents: Incidents, public: str) -> None:
        incidents.change_phase(public, Phase.IDENTIFIED, "a full\nqueue")
        assert last(desk, public) == e.PhaseChanged(Phase.IDENTIFIED, "a full queue")

    def test_refused(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        refused(desk, incident, lambda: incidents.change_phase(incident, Phase.INVESTIGATING, ""), "IC's decision")
        refused(desk, incident, lambda: incidents.change_phase(incident, Phase.MONITORING, ""), "does not follow")
        refused(desk, incident, lambda: incidents.change_phase(incident, Phase.RESOLVED, ""), "confirmation")
        refused(desk, incident, lambda: incidents.change_phase(incident, Phase.TRIAGE, ""), "already")

    def test_an_enquiry_without_a_reply_keeps_it_open(
        self, desk: Desk, services: Services, reports: CustomerReports, incident: str
    ) -> None:
        incidents = services.incidents
        incidents.decide_public(incident, e.Choice.HOLD, "Robin")
        incidents.confirm_recovery(incident)
        incidents.change_phase(incident, Phase.RESOLVED, "")
        (report,) = reports.log(incident, [NewReport("no SMS", "Acme", Via.PHONE)])
        refused(
            desk, incident, lambda: incidents.change_phase(incident, Phase.CLOSED, ""), "enquiries without a reply: 1"
        )
        reports.mark_replied(incident, [report])
        refused(desk, incident, lambda: incidents.change_phase(incident, Phase.CLOSED, ""), "postmortem")
        incidents.publish_postmortem(incident, "the blog")
        incidents.change_phase(incident, Phase.CLOSED, "done")
        assert desk.store.incidents()[0].phase is Phase.CLOSED

    def test_a_correction(self, desk: Desk, incidents: Incidents, public: str) -> None:
        incidents.change_phase(public, Phase.MONITORING, "")
        refused(desk, public, lambda: incidents.correct_phase(public, Phase.INVESTIGATING, " "), "needs a reason")
        refused(desk, public, lambda: incidents.correct_phase(public, Phase.MONITORING, "x"), "already")
        refused(desk, public, lambda: incidents.correct_phase(public, Phase.CLOSED, "x"), "no correction")
        refused(desk, public, lambda: incidents.correct_phase(public, Phase.RESOLVED, "x"), "confirmation")
        incidents.correct_phase(public, Phase.INVESTIGATING, "wrong key")
        assert desk.load(public).phase is Phase.INVESTIGATING
        assert [event.what for event in desk.store.events(public)][-2:] == [
            e.PhaseChanged(Phase.MONITORING, ""),
            e.PhaseCorrected(Phase.INVESTIGATING, "wrong key"),
        ]


class TestRecovery:
    def test_the_ic_confirms(self, desk: Desk, incidents: Incidents, public: str) -> None:
        incidents.confirm_recovery(public, "Kim")
        assert desk.load(public).recovery_confirmed_by == "Kim"

    def test_refused_when_it_is_over(self, desk: Desk, incidents: Incidents, resolved: str) -> None:
        refused(desk, resolved, lambda: incidents.confirm_recovery(resolved), "resolved already")

    def test_somebody_must_have_confirmed(self, desk: Desk, incidents: Incidents) -> None:
        incident = incidents.open("t", 2)
        refused(desk, incident, lambda: incidents.confirm_recovery(incident), "who is the incident commander")

    def test_the_postmortem_follows_the_resolution(self, desk: Desk, incidents: Incidents, public: str) -> None:
        refused(desk, public, lambda: incidents.publish_postmortem(public, "the blog"), "follows the resolution")
        incidents.confirm_recovery(public)
        incidents.change_phase(public, Phase.RESOLVED, "")
        refused(desk, public, lambda: incidents.publish_postmortem(public, " "), "where was")
        incidents.publish_postmortem(public, "the blog")
        assert desk.load(public).postmortem_at == START


class TestLong:
    def test_declared(self, desk: Desk, incidents: Incidents, public: str, clock: FixedClock) -> None:
        clock.set(59.9)
        refused(desk, public, lambda: incidents.declare_long(public), "first 60 minutes")
        clock.set(60)
        incidents.declare_long(public, "a hard one")
        assert desk.load(public).long_since == minute(60)
        refused(desk, public, lambda: incidents.declare_long(public), "already")


class TestTheRest:
    def test_severity(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        refused(desk, incident, lambda: incidents.change_severity(incident, 2), "is 2 already")
        refused(desk, incident, lambda: incidents.change_severity(incident, 9), "not 9")
        incidents.change_severity(incident, 1, "more customers")
        assert last(desk, incident) == e.SeverityChanged(1, "more customers")
        assert desk.store.incidents()[0].severity == 1

    def test_people(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        refused(desk, incident, lambda: incidents.change_commander(incident, " "), "who is the incident commander")
        refused(desk, incident, lambda: incidents.hand_over(incident, ""), "who takes over")
        incidents.change_commander(incident, "Kim")
        incidents.hand_over(incident, "Alex")
        state = desk.load(incident)
        assert (state.ic, state.liaison) == ("Kim", "Alex")

    def test_facts(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        sheet = FactSheet(impact=LocalText(" SMS\x1b[31m late "), cause="half a pair \ud83d")
        assert incidents.record_facts(incident, sheet) == ("impact", "cause")
        assert desk.load(incident).facts == FactSheet(impact=LocalText("SMS late"), cause="half a pair \ufffd")
        count = len(desk.store.events(incident))
        assert incidents.record_facts(incident, sheet) == ()
        assert len(desk.store.events(incident)) == count

    def test_post_now(self, desk: Desk, incidents: Incidents, public: str, clock: FixedClock) -> None:
        clock.set(2)
        incidents.post_now(public, "more regions")
        assert last(desk, public) == e.PostNow("Robin", "more regions")
        cause = desk.load(public).at_once
        assert cause is not None
        assert cause.at == minute(2)

    def test_post_now_of_a_closed_incident(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        incidents.change_phase(incident, Phase.CLOSED, "a false alarm")
        refused(desk, incident, lambda: incidents.post_now(incident, "x"), "closed")

    def test_questions(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        refused(desk, incident, lambda: incidents.ask_question(incident, " "), "what do you want to ask")
        incidents.ask_question(incident, "is data lost?")
        (question,) = desk.load(incident).open_questions
        refused(desk, incident, lambda: incidents.answer_question(incident, question.id, ""), "what did the IC answer")
        incidents.answer_question(incident, question.id, "no")
        assert desk.load(incident).open_questions == ()
        assert last(desk, incident) == e.QuestionAnswered(question.id, "no", "Robin")
        refused(desk, incident, lambda: incidents.answer_question(incident, question.id, "yes"), "answered already")

    def test_notes(self, desk: Desk, incidents: Incidents, incident: str) -> None:
        refused(desk, incident, lambda: incidents.note(incident, " \n "), "is empty")
        incidents.note(incident, "one\ntwo\x07")
        assert last(desk, incident) == e.Noted("one\ntwo")


def test_the_start_of_the_call_is_put_right_and_every_clock_counts_from_there(
    desk: Desk, incidents: Incidents, incident: str, clock: FixedClock
) -> None:
    clock.set(30)
    incidents.correct_call_start(incident, minute(20), "typed wrongly")
    state = desk.load(incident)
    assert (state.call_started, state.phase_since) == (minute(20), minute(20))
    due = cadence.due(state, desk.policy)
    assert due is not None
    assert due.at == minute(25)
    for at in (minute(31), minute(25)):
        with pytest.raises(Refusal):
            incidents.correct_call_start(incident, at, "" if at == minute(25) else "later")
    assert desk.load(incident) == state


def test_the_usual_incident_commander_is_in_command_where_nobody_else_is_named(desk: Desk) -> None:
    incidents = Incidents(desk, "Robin")
    assert desk.load(incidents.open("Late", 2)).ic == "Robin"
    assert desk.load(incidents.open("Late", 2, "Kim")).ic == "Kim"


def test_whoever_decides_while_nobody_is_in_command_is_from_then_on(desk: Desk, incidents: Incidents) -> None:
    incident = incidents.open("Late", 2)
    incidents.decide_public(incident, e.Choice.POST, "Kim")
    assert desk.load(incident).ic == "Kim"
    incidents.confirm_recovery(incident, "Robin")
    assert desk.load(incident).ic == "Kim"

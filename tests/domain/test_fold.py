"""The fold: an incident's state is what its events amount to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import START, Journal, minute, public
from test_codec import EVENTS

from cockpit.domain import cadence, phases, stages
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.fold import NotOpened, apply, fold
from cockpit.domain.incident import Question
from cockpit.domain.policy import Policy
from cockpit.domain.words import Phase, Stage

OPENED = e.Event("0", "incident-1", START, "Sam", e.Opened("t", 2, "Robin", "Sam", START))


@given(st.lists(EVENTS, max_size=12))
def test_any_journal_that_begins_with_an_opening_can_be_read(whats: list[e.What]) -> None:
    events = [e.Event(str(n), "incident-1", minute(n), "Sam", what) for n, what in enumerate(whats, 1)]
    state = fold([OPENED, *events])
    assert state.id == "incident-1"
    cadence.due(state, Policy())
    stages.next_stage(state)
    for phase in Phase:
        phases.refusal(state, phase)
        phases.correction_refusal(state, phase)


@given(st.lists(EVENTS, max_size=8))
def test_folding_is_applying_one_by_one(whats: list[e.What]) -> None:
    events = [OPENED, *(e.Event(str(n), "i", minute(n), "Sam", what) for n, what in enumerate(whats, 1))]
    state = fold(events[:1])
    for event in events[1:]:
        state = apply(state, event)
    assert state == fold(events)


@pytest.mark.parametrize("events", [[], [e.Event("1", "i", START, "Sam", e.Noted("first"))]])
def test_a_journal_without_an_opening(events: list[e.Event]) -> None:
    with pytest.raises(NotOpened):
        fold(events)


def test_opened() -> None:
    state = Journal(severity=3).state
    assert (state.title, state.severity, state.ic, state.liaison) == ("Notifications delayed", 3, "Robin", "Sam")
    assert (state.phase, state.phase_since, state.is_open) == (Phase.TRIAGE, START, True)


def test_who_does_what_now() -> None:
    journal = Journal()
    journal.add(5, e.CommanderChanged("Kim"))
    journal.add(6, e.HandedOver("Alex"))
    journal.add(7, e.SeverityChanged(1, "worse"))
    assert (journal.state.ic, journal.state.liaison, journal.state.severity) == ("Kim", "Alex", 1)


def test_decisions() -> None:
    journal = Journal()
    assert (journal.state.choice, journal.state.reconsidered) == (None, False)
    journal.decide(2, e.Choice.HOLD)
    assert (journal.state.choice, journal.state.reconsidered, journal.state.decided_at) == (
        e.Choice.HOLD,
        False,
        minute(2),
    )
    journal.decide(9, e.Choice.POST)
    assert (journal.state.choice, journal.state.reconsidered, journal.state.phase) == (
        e.Choice.POST,
        True,
        Phase.INVESTIGATING,
    )


def test_facts_are_counted_by_their_changes() -> None:
    journal = Journal()
    sheet = FactSheet(regions=LocalText("EU", "欧州"))
    journal.add(5, e.FactsRecorded(sheet, ("regions",)))
    assert (journal.state.facts, journal.state.facts_revision) == (sheet, 1)


def test_questions_stay_open_until_they_are_answered() -> None:
    journal = Journal()
    first = journal.add(5, e.QuestionAsked("which regions?"))
    second = journal.add(6, e.QuestionAsked("is data lost?"))
    journal.add(7, e.QuestionAnswered(first, "EU only", "Robin"))
    assert journal.state.open_questions == (Question(second, "is data lost?", minute(6)),)
    assert journal.state.questions[0].answer == "EU only"


def test_what_was_let_pass_was_let_pass_for_one_message() -> None:
    journal = public()
    journal.add(12, e.Suppressed("internal", "db-01", "a product name"))
    assert journal.state.suppressed == {("internal", "db-01")}
    journal.post(13)
    assert journal.state.suppressed == frozenset()


def test_a_post_as_it_stands_now() -> None:
    journal = public()
    post = journal.post(20, promise=30, text="teh text")
    said = e.MessageText(e.Lang.EN, e.Channel.STATUS, "the text", "digest")
    journal.add(21, e.PostEdited(post, said, minute(31), "a typo"))
    journal.add(22, e.PostTimeCorrected(post, minute(19), minute(29), "earlier"))
    now = journal.state.post(post)
    assert now is not None
    assert (now.text, now.posted_at, now.promise, now.edited) == (said, minute(19), minute(29), True)
    journal.add(23, e.PostVoided(post, "never"))
    assert journal.state.post(post) is None


def test_the_public_sees_neither_private_nor_retracted_posts() -> None:
    journal = Journal()
    initial = journal.post(4, Stage.INITIAL)
    journal.post(5, Stage.PREMIUM)
    journal.post(8, Stage.RETRACTION)
    assert [post.id for post in journal.state.public_posts] == [initial]
    journal.add(9, e.Retracted(initial, "Robin", "false alarm"))
    assert journal.state.public_posts == ()
    assert len(journal.state.posts) == 3


@pytest.mark.parametrize(
    "what",
    [
        e.Noted("n"),
        e.ReportsLogged(("r",), 1),
        e.ReportCorrected("r", ("text",)),
        e.SymptomNamed(("r",), 1),
        e.Relayed("x", ("r",), 1, e.How.VOICE),
        e.Replied(("r",), 1),
    ],
    ids=lambda what: type(what).__name__,
)
def test_what_only_the_timeline_tells_of(what: e.What) -> None:
    journal = public()
    before = journal.state
    journal.add(30, what)
    assert journal.state == before


def test_a_changed_impact_is_unsaid_until_a_post_goes_out() -> None:
    journal = public()
    assert not journal.state.impact_unsaid
    journal.add(12, e.FactsRecorded(FactSheet(cause="a deploy"), ("cause",)))
    assert not journal.state.impact_unsaid
    journal.add(13.5, e.FactsRecorded(FactSheet(LocalText("lost, not late")), ("impact", "cause")))
    assert journal.state.impact_unsaid
    journal.add(14, e.FactsRecorded(FactSheet(LocalText("lost, not late"), cause="a deploy"), ("cause",)))
    assert journal.state.impact_unsaid
    # Posted in the minute in which it was recorded, and marked as posted later.
    journal.post(13, recorded=15)
    assert not journal.state.impact_unsaid


def test_an_incident_that_was_never_going_on_is_told_of_by_any_resolution() -> None:
    journal = Journal()
    journal.add(1, e.PhaseCorrected(Phase.RESOLVED, "written by another tool"))
    assert not journal.state.resolution_told
    journal.post(2, Stage.RESOLUTION)
    assert journal.state.resolution_told

"""Where an incident may go from where it is, and what it is refused for (the guide: Phases)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support import Journal, minute, public

from cockpit.domain import events as e
from cockpit.domain import phases
from cockpit.domain.stays import is_backward
from cockpit.domain.words import Phase, Stage

T, I, D, M, R, C = Phase  # noqa: E741  (the initials of the phases, in their order; D: identified)

ALLOWED = {
    T: {I, D, R, C},
    I: {D, M, R, C},
    D: {I, M, R},
    M: {I, D, R},
    R: {I, D, M, C},
    C: set(),
}
"""What the guide's table allows, where everything it asks for has been done."""


def in_phase(phase: Phase) -> Journal:
    """An incident in ``phase`` with all the guide asks for before any step from there."""
    journal = Journal()
    journal.add(1, e.Decided(e.Choice.POST, "Robin", (), False, ""))
    if phase not in (T, I):
        journal.post(4, Stage.SCOPING)
    for before, step in pairwise(Phase):
        if before is phase:
            break
        if step is R:
            journal.post(30, Stage.RESOLUTION)
        if step is C:
            journal.add(50, e.PostmortemPublished("the blog"))
        journal.phase(10, step)
    if phase is R:
        journal.add(50, e.PostmortemPublished("the blog"))
    journal.add(51, e.RecoveryConfirmed("Robin"))
    return journal


@pytest.mark.parametrize("target", list(Phase))
@pytest.mark.parametrize("current", list(Phase))
def test_every_pair_of_phases(current: Phase, target: Phase) -> None:
    state = in_phase(current).state
    assert state.phase is current
    refusal = phases.refusal(state, target)
    if target in ALLOWED[current]:
        assert refusal is None
        assert target in phases.moves(current)
    elif target is current:
        assert str(refusal) == f"the incident is in {current} already"
    elif current is C:
        assert "stays closed" in str(refusal)
    else:
        assert str(refusal) == f"{target} does not follow {current}"


@pytest.mark.parametrize("target", [I, D])
@pytest.mark.parametrize("choice", [None, e.Choice.HOLD])
def test_customers_are_told_only_after_the_ics_decision(target: Phase, choice: e.Choice | None) -> None:
    journal = Journal()
    if choice:
        journal.decide(2, choice)
    assert "the IC's decision" in str(phases.refusal(journal.state, target))


def test_a_few_customers_are_told_individually_not_in_public() -> None:
    journal = Journal()
    journal.add(2, e.Decided(e.Choice.LIMITED, "Robin", (), True, ""))
    assert phases.refusal(journal.state, D) is None
    assert "going public" in str(phases.refusal(journal.state, I))


@pytest.mark.parametrize("current", [T, I, D, M])
def test_resolved_needs_the_ics_confirmation(current: Phase) -> None:
    journal = Journal()
    journal.add(2, e.Decided(e.Choice.POST, "Robin", (), False, ""))
    if current is not T:
        journal.phase(3, current)
    assert "confirmation of full recovery" in str(phases.refusal(journal.state, R))
    journal.add(20, e.RecoveryConfirmed("Robin"))
    assert phases.refusal(journal.state, R) is None


def test_going_back_needs_a_new_confirmation() -> None:
    journal = public(phase=M)
    journal.add(30, e.RecoveryConfirmed("Robin"))
    assert journal.state.recovery_confirmed_by == "Robin"
    journal.phase(31, D)
    assert journal.state.recovery_confirmed_by is None
    assert "confirmation" in str(phases.refusal(journal.state, R))
    journal.phase(40, M)
    assert journal.state.recovery_confirmed_by is None
    journal.add(41, e.RecoveryConfirmed("Kim"))
    assert journal.state.recovery_confirmed_by == "Kim"


def test_going_forward_keeps_the_confirmation() -> None:
    journal = public()
    journal.add(30, e.RecoveryConfirmed("Robin"))
    journal.phase(31, M)
    assert phases.refusal(journal.state, R) is None


def test_a_regression_recorded_by_mistake_leaves_confirmation_and_postmortem() -> None:
    journal = in_phase(R)
    journal.phase(60, D)
    assert (journal.state.recovery_confirmed_by, journal.state.postmortem_at) == (None, None)
    journal.add(61, e.PhaseCorrected(R, "wrong key"))
    assert (journal.state.recovery_confirmed_by, journal.state.postmortem_at) == ("Robin", minute(50))
    assert phases.refusal(journal.state, C) is None


def test_a_false_alarm_closes_from_triage() -> None:
    assert phases.refusal(Journal().state, C) is None


def test_what_was_posted_in_triage_does_not_vanish() -> None:
    journal = Journal()
    journal.post(4, Stage.INITIAL)
    assert "something was posted" in str(phases.refusal(journal.state, C))


def test_a_false_alarm_is_retracted_before_it_closes() -> None:
    journal = public(scoping=None)
    assert "retracted first" in str(phases.refusal(journal.state, C))
    journal.add(8, e.Retracted(journal.state.posts[0].id, "Robin", "a false alarm"))
    assert phases.refusal(journal.state, C) is None


def test_follow_ups_before_the_close() -> None:
    journal = public(phase=M)
    journal.phase(30, R)
    assert "has not been posted" in str(phases.refusal(journal.state, C, unanswered=2))
    journal.post(31, Stage.RESOLUTION)
    assert str(phases.refusal(journal.state, C, unanswered=2)) == "enquiries without a reply: 2"
    assert "postmortem" in str(phases.refusal(journal.state, C))
    journal.add(90, e.PostmortemPublished("the blog"))
    assert phases.refusal(journal.state, C) is None


def test_a_postmortem_posted_as_a_message_counts() -> None:
    journal = public(phase=M)
    journal.post(30, Stage.RESOLUTION)
    journal.phase(30, R, with_post=True)
    post = journal.post(90, Stage.POSTMORTEM)
    assert journal.state.postmortem_at == minute(90)
    journal.add(91, e.PostVoided(post, "by error"))
    assert journal.state.postmortem_at is None


def test_the_postmortem_of_an_earlier_recovery_does_not_count() -> None:
    journal = in_phase(R)
    journal.phase(60, I)
    journal.phase(70, R)
    assert journal.state.postmortem_at is None


def test_opened_and_resolved_is_told_before_it_closes() -> None:
    journal = Journal()
    journal.phase(3, R)
    assert "has not been posted" in str(phases.refusal(journal.state, C))


def test_what_was_held_closes_unposted() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    assert phases.refusal(journal.state, C) is None
    journal.phase(9, R)
    assert "postmortem" in str(phases.refusal(journal.state, C))


def test_a_regression_is_a_step_against_the_order() -> None:
    for before, after in pairwise(Phase):
        assert is_backward(after, before)
        assert not is_backward(before, after)
        assert not is_backward(before, before)


class TestCorrections:
    def test_back_to_the_phase_before(self) -> None:
        journal = public()
        since = journal.state.phase_since
        journal.phase(14, M)
        assert phases.correction_refusal(journal.state, D) is None
        journal.add(15, e.PhaseCorrected(D, "wrong key"))
        assert (journal.state.phase, journal.state.phase_since) == (D, since)

    def test_to_another_phase_keeps_the_time_of_the_change(self) -> None:
        journal = public()
        journal.phase(14, M)
        journal.add(16, e.PhaseCorrected(I, "wrong key"))
        assert (journal.state.phase, journal.state.phase_since) == (I, minute(14))

    def test_a_correction_can_be_corrected(self) -> None:
        journal = public()
        journal.phase(14, I)
        journal.add(15, e.PhaseCorrected(R, "wrong again"))
        journal.add(16, e.PhaseCorrected(M, "that one"))
        assert [stay.phase for stay in journal.state.stays] == [T, I, D, M]

    def test_closing_by_mistake_is_undone(self) -> None:
        journal = in_phase(C)
        assert phases.correction_refusal(journal.state, R) is None
        journal.add(80, e.PhaseCorrected(R, "not yet"))
        assert journal.state.phase is R
        assert phases.refusal(journal.state, C) is None

    def test_to_the_same_phase(self) -> None:
        assert "already" in str(phases.correction_refusal(public().state, D))

    def test_before_any_change(self) -> None:
        assert "has not been changed" in str(phases.correction_refusal(Journal().state, I))

    def test_is_no_way_around_the_ics_confirmation(self) -> None:
        journal = public()
        journal.phase(14, M)
        assert "confirmation" in str(phases.correction_refusal(journal.state, R))
        journal.add(15, e.RecoveryConfirmed("Robin"))
        assert phases.correction_refusal(journal.state, R) is None

    def test_is_no_way_to_close(self) -> None:
        assert "closing is no correction" in str(phases.correction_refusal(in_phase(R).state, C))

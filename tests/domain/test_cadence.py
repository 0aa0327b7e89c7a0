"""What is due next and when (the guide's timing rules 1 to 6).

(Long, because every timing rule and each way in which they meet is a test of a few lines.)
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import START, Journal, minute, public

from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.approval import message_text
from cockpit.domain.cadence import Basis, Due, DueKind
from cockpit.domain.policy import Policy
from cockpit.domain.words import Channel, Lang, Phase, Stage

POLICY = Policy()


def due(journal: Journal, policy: Policy = POLICY) -> Due:
    answer = cadence.due(journal.state, policy)
    assert answer is not None
    return answer


def expect(journal: Journal, what: DueKind, at: float, basis: Basis = Basis.POLICY) -> None:
    answer = due(journal)
    assert (answer.what, answer.at, answer.basis) == (what, minute(at), basis)


def test_the_first_post_is_due_five_minutes_into_the_call() -> None:
    expect(Journal(), DueKind.FIRST_POST, 5)


def test_a_decision_to_go_public_does_not_move_the_first_post() -> None:
    journal = Journal()
    journal.decide(4.5, e.Choice.POST)
    expect(journal, DueKind.FIRST_POST, 5)


def test_a_call_that_started_before_it_was_recorded_counts_from_its_start() -> None:
    journal = Journal()
    first = journal.events[0]
    journal.events[0] = replace(first, at=minute(30))
    expect(journal, DueKind.FIRST_POST, 5)


def test_a_held_incident_is_assessed_again_every_ten_minutes() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    expect(journal, DueKind.REASSESS, 13)
    journal.decide(12, e.Choice.HOLD)
    expect(journal, DueKind.REASSESS, 22)


def test_a_held_incident_that_goes_public_owes_a_scoping_post() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    journal.decide(23, e.Choice.POST)
    expect(journal, DueKind.SCOPING, 28)


def test_a_held_incident_found_to_be_small_owes_a_scoping_post() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    journal.decide(23, e.Choice.LIMITED)
    expect(journal, DueKind.SCOPING, 28)


def test_a_small_incident_goes_straight_to_scoping() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.LIMITED)
    expect(journal, DueKind.SCOPING, 7)


def test_after_telling_a_few_customers_individually_the_rhythm_holds() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.LIMITED)
    journal.post(6, Stage.LIMITED)
    expect(journal, DueKind.UPDATE, 26)


def test_the_scoping_post_is_due_five_minutes_after_the_first() -> None:
    expect(public(first=3, scoping=None), DueKind.SCOPING, 8)


def test_scoping_counts_from_the_first_of_several_initial_posts() -> None:
    journal = public(first=3, scoping=None)
    journal.post(5, Stage.INITIAL, channel=Channel.X)
    expect(journal, DueKind.SCOPING, 8)


def test_a_promise_earlier_than_the_scoping_limit_binds() -> None:
    journal = Journal()
    journal.decide(1, e.Choice.POST)
    journal.post(3, Stage.INITIAL, promise=6)
    expect(journal, DueKind.SCOPING, 6, Basis.PROMISE)


def test_a_first_post_that_says_the_scope_already_is_followed_by_an_update() -> None:
    journal = Journal()
    journal.decide(1, e.Choice.POST)
    journal.post(3, Stage.SCOPING)
    expect(journal, DueKind.UPDATE, 23)


def test_updates_are_due_twenty_minutes_after_the_last_post() -> None:
    journal = public()
    expect(journal, DueKind.UPDATE, 29)
    journal.post(25)
    expect(journal, DueKind.UPDATE, 45)


@pytest.mark.parametrize(
    ("promise", "at", "basis"),
    [
        (20, 20, Basis.PROMISE),
        (29, 29, Basis.POLICY),
        (40, 29, Basis.POLICY),
        (None, 29, Basis.POLICY),
    ],
    ids=["earlier than the policy", "the policy's own time", "later than the policy", "no promise"],
)
def test_the_earlier_of_promise_and_policy_binds(promise: float | None, at: float, basis: Basis) -> None:
    journal = public(scoping=None)
    journal.post(9, Stage.SCOPING, promise=promise)
    expect(journal, DueKind.UPDATE, at, basis)
    answer = due(journal)
    assert answer.limit == minute(29)
    assert answer.promise == (None if promise is None else minute(promise))


def test_only_the_last_post_binds() -> None:
    journal = public(scoping=None)
    journal.post(9, Stage.SCOPING, promise=15)
    journal.post(14, promise=30)
    expect(journal, DueKind.UPDATE, 30, Basis.PROMISE)


def test_a_post_recorded_late_counts_from_when_it_went_out() -> None:
    journal = public()
    journal.post(22, recorded=28)
    expect(journal, DueKind.UPDATE, 42)


def test_the_last_post_is_the_one_that_went_out_last_not_the_one_recorded_last() -> None:
    journal = public()
    journal.post(25, promise=40)
    journal.post(20, promise=31, recorded=27)
    expect(journal, DueKind.UPDATE, 40, Basis.PROMISE)


def test_texts_posted_together_bind_by_their_earliest_promise() -> None:
    journal = public()
    request = journal.ask(18, "one", "two")
    journal.post(20, promise=35, request=request)
    journal.post(21, promise=38, request=request, lang=Lang.JA)
    expect(journal, DueKind.UPDATE, 35, Basis.PROMISE)


def test_a_text_without_a_promise_does_not_hide_that_of_the_text_beside_it() -> None:
    journal = public()
    request = journal.ask(18, "one", "two")
    journal.post(20, promise=35, request=request)
    journal.post(20, request=request, channel=Channel.X)
    expect(journal, DueKind.UPDATE, 35, Basis.PROMISE)


def test_the_countdown_restarts_at_the_first_text_of_a_set_and_the_others_do_not_move_it() -> None:
    journal = public()
    request = journal.ask(20, "one", "two", "three")
    journal.approve(21, request)
    journal.post(22, request=request, promise=50, text="one")
    expect(journal, DueKind.UPDATE, 42)
    journal.post(25, request=request, text="two")
    expect(journal, DueKind.UPDATE, 42)
    journal.post(27, request=request, promise=40, text="three")
    expect(journal, DueKind.UPDATE, 40, Basis.PROMISE)


def test_posts_without_a_request_do_not_belong_together() -> None:
    journal = public()
    journal.post(20, promise=22)
    journal.post(21, promise=38)
    expect(journal, DueKind.UPDATE, 38, Basis.PROMISE)


@pytest.mark.parametrize("stage", [Stage.PREMIUM, Stage.RETRACTION, Stage.POSTMORTEM])
def test_messages_to_some_leave_the_public_rhythm_as_it_is(stage: Stage) -> None:
    journal = public()
    journal.post(15, stage, promise=17)
    expect(journal, DueKind.UPDATE, 29)


def test_post_now_makes_an_update_due_at_once() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "more regions are down"))
    expect(journal, DueKind.UPDATE, 12, Basis.AT_ONCE)
    answer = due(journal)
    assert (answer.why, answer.limit) == ("more regions are down", minute(29))
    journal.post(13)
    expect(journal, DueKind.UPDATE, 33)


def test_post_now_before_anything_is_out_makes_the_first_post_due_at_once() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.POST)
    journal.add(3, e.PostNow("Robin", "press is asking"))
    expect(journal, DueKind.FIRST_POST, 3, Basis.AT_ONCE)


def test_post_now_ends_the_wait_of_a_held_incident() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.HOLD)
    journal.add(6, e.PostNow("Robin", "customers have noticed"))
    expect(journal, DueKind.FIRST_POST, 6, Basis.AT_ONCE)


def test_post_now_when_an_update_is_overdue_leaves_the_older_deadline() -> None:
    journal = public()
    journal.add(35, e.PostNow("Robin", "now"))
    expect(journal, DueKind.UPDATE, 29)


def test_the_earlier_of_two_causes_stands() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "first"))
    journal.add(15, e.PostNow("Robin", "second"))
    expect(journal, DueKind.UPDATE, 12, Basis.AT_ONCE)
    assert due(journal).why == "first"


def test_a_post_that_went_out_before_it_was_asked_for_does_not_answer_it() -> None:
    journal = public()
    journal.add(15, e.PostNow("Robin", "now"))
    journal.post(12, recorded=16)
    expect(journal, DueKind.UPDATE, 15, Basis.AT_ONCE)


def test_a_time_named_by_the_minute_answers_what_was_asked_for_within_that_minute() -> None:
    journal = public()
    journal.add(15.5, e.PostNow("Robin", "now"))
    journal.post(15, recorded=17)
    expect(journal, DueKind.UPDATE, 35)


def test_a_post_recorded_earlier_in_the_same_minute_does_not_answer() -> None:
    journal = public()
    journal.post(15)
    journal.add(15.5, e.PostNow("Robin", "now"))
    expect(journal, DueKind.UPDATE, 15.5, Basis.AT_ONCE)


def test_recovery_is_told_at_once() -> None:
    journal = public()
    journal.phase(14, Phase.MONITORING)
    expect(journal, DueKind.UPDATE, 14, Basis.AT_ONCE)
    assert due(journal).why == "recovery"
    journal.post(16, Stage.MONITORING)
    expect(journal, DueKind.UPDATE, 36)


def test_a_phase_that_went_out_with_its_post_asks_for_nothing_more() -> None:
    expect(public(phase=Phase.MONITORING), DueKind.UPDATE, 40)


def test_a_post_voided_after_it_moved_the_phase_leaves_the_recovery_to_be_told() -> None:
    journal = public()
    post = journal.post(14, Stage.MONITORING)
    journal.phase(14, Phase.MONITORING, with_post=True)
    journal.add(15, e.PostVoided(post, "it never went out"))
    expect(journal, DueKind.UPDATE, 14, Basis.AT_ONCE)


@pytest.mark.parametrize("back", [Phase.INVESTIGATING, Phase.IDENTIFIED])
def test_a_regression_is_told_at_once(back: Phase) -> None:
    journal = public(phase=Phase.MONITORING)
    journal.phase(30, back)
    expect(journal, DueKind.UPDATE, 30, Basis.AT_ONCE)
    assert due(journal).why == "regression"
    journal.post(31)
    expect(journal, DueKind.UPDATE, 51)


def test_a_problem_that_comes_back_after_the_resolution_is_told_at_once() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.post(30, Stage.RESOLUTION)
    journal.phase(30, Phase.RESOLVED, with_post=True)
    assert cadence.due(journal.state, POLICY) is None
    journal.phase(50, Phase.INVESTIGATING)
    # The twenty minutes since the last post had just run out.
    expect(journal, DueKind.UPDATE, 50)
    journal.post(52, promise=60)
    expect(journal, DueKind.UPDATE, 60, Basis.PROMISE)


def test_a_regression_recorded_by_mistake_asks_for_nothing() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.phase(30, Phase.INVESTIGATING)
    journal.add(31, e.PhaseCorrected(Phase.MONITORING, "wrong key"))
    expect(journal, DueKind.UPDATE, 40)


def test_a_mistaken_phase_does_not_swallow_what_the_ic_asked_for() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "now"))
    journal.phase(13, Phase.MONITORING)
    journal.add(14, e.PhaseCorrected(Phase.IDENTIFIED, "wrong key"))
    expect(journal, DueKind.UPDATE, 12, Basis.AT_ONCE)
    assert due(journal).why == "now"


def test_a_phase_corrected_to_monitoring_is_a_recovery_to_be_told() -> None:
    journal = public()
    journal.phase(14, Phase.RESOLVED)
    journal.add(15, e.PhaseCorrected(Phase.MONITORING, "a step too far"))
    expect(journal, DueKind.UPDATE, 14, Basis.AT_ONCE)


def test_a_recovery_without_its_post_makes_the_resolution_due_at_once() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.phase(30, Phase.RESOLVED)
    expect(journal, DueKind.RESOLUTION, 30, Basis.AT_ONCE)
    journal.post(33, Stage.RESOLUTION)
    assert cadence.due(journal.state, POLICY) is None


def test_an_update_after_the_recovery_does_not_replace_the_resolution() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.phase(30, Phase.RESOLVED)
    journal.post(31, promise=45)
    expect(journal, DueKind.RESOLUTION, 45, Basis.PROMISE)


def test_a_resolution_that_went_out_before_the_phase_was_changed_counts() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.post(29, Stage.RESOLUTION)
    journal.phase(31, Phase.RESOLVED)
    assert journal.state.resolution_told
    assert cadence.due(journal.state, POLICY) is None


def test_a_second_recovery_needs_a_second_resolution() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.post(30, Stage.RESOLUTION)
    journal.phase(30, Phase.RESOLVED, with_post=True)
    journal.phase(50, Phase.MONITORING)
    journal.post(51, Stage.MONITORING)
    journal.phase(60, Phase.RESOLVED)
    assert not journal.state.resolution_told
    expect(journal, DueKind.RESOLUTION, 60, Basis.AT_ONCE)


def test_a_regression_recorded_by_mistake_leaves_the_resolution_told() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.post(30, Stage.RESOLUTION)
    journal.phase(30, Phase.RESOLVED, with_post=True)
    journal.phase(50, Phase.INVESTIGATING)
    journal.add(51, e.PhaseCorrected(Phase.RESOLVED, "wrong key"))
    assert journal.state.resolution_told
    assert cadence.due(journal.state, POLICY) is None


def test_the_ic_can_ask_for_an_update_after_the_resolution() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.post(30, Stage.RESOLUTION)
    journal.phase(30, Phase.RESOLVED, with_post=True)
    journal.add(40, e.PostNow("Robin", "say how many were affected"))
    expect(journal, DueKind.UPDATE, 40, Basis.AT_ONCE)
    journal.post(42)
    assert cadence.due(journal.state, POLICY) is None


@pytest.mark.parametrize(("resolved", "at"), [(2, 7), (0, 5), (12, 17)])
def test_opened_and_resolved_owes_one_post(resolved: float, at: float) -> None:
    journal = Journal()
    journal.phase(resolved, Phase.RESOLVED)
    expect(journal, DueKind.RESOLUTION, at)
    journal.post(at - 1, Stage.RESOLUTION)
    assert cadence.due(journal.state, POLICY) is None


def test_what_was_held_and_is_over_owes_nothing() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    journal.phase(9, Phase.RESOLVED)
    assert cadence.due(journal.state, POLICY) is None


def test_a_retracted_post_leaves_nothing_due() -> None:
    journal = public(scoping=None)
    post = journal.state.posts[0].id
    journal.add(7, e.Retracted(post, "Robin", "a false alarm"))
    assert cadence.due(journal.state, POLICY) is None


def test_a_closed_incident_owes_nothing() -> None:
    journal = Journal()
    journal.phase(9, Phase.CLOSED)
    assert cadence.due(journal.state, POLICY) is None


def test_a_corrected_time_moves_the_deadline() -> None:
    journal = public()
    post = journal.post(25, promise=40)
    journal.add(27, e.PostTimeCorrected(post, minute(21), minute(36), "it was earlier"))
    expect(journal, DueKind.UPDATE, 36, Basis.PROMISE)


def test_a_corrected_time_can_make_another_post_the_last_one() -> None:
    journal = public()
    post = journal.post(25, promise=40)
    journal.post(24, promise=30, recorded=26)
    journal.add(27, e.PostTimeCorrected(post, minute(22), minute(37), "it was earlier"))
    expect(journal, DueKind.UPDATE, 30, Basis.PROMISE)


def test_a_mended_text_brings_its_own_promise() -> None:
    journal = public()
    post = journal.post(20, promise=30)
    said = message_text(Lang.EN, Channel.STATUS, "the mended text")
    journal.add(21, e.PostEdited(post, said, minute(35), "a typo"))
    expect(journal, DueKind.UPDATE, 35, Basis.PROMISE)


def test_voiding_the_last_post_restores_the_deadline_before_it() -> None:
    journal = public()
    before = due(journal)
    post = journal.post(20, promise=30)
    journal.add(21, e.PostVoided(post, "by error"))
    assert due(journal) == before


def test_voiding_the_only_post_restores_the_first_deadline() -> None:
    journal = public(scoping=None)
    journal.add(6, e.PostVoided(journal.state.posts[0].id, "by error"))
    expect(journal, DueKind.FIRST_POST, 5)


def test_voiding_the_answer_restores_what_was_asked_for_at_once() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "now"))
    post = journal.post(13)
    journal.add(14, e.PostVoided(post, "by error"))
    expect(journal, DueKind.UPDATE, 12, Basis.AT_ONCE)


@pytest.mark.parametrize(("promise", "at", "basis"), [(95, 95, Basis.PROMISE), (None, 130, Basis.POLICY)])
def test_in_long_mode_the_last_promise_counts(promise: float | None, at: float, basis: Basis) -> None:
    journal = public()
    journal.add(65, e.LongDeclared("a hard one"))
    journal.post(70, Stage.LONG, promise=promise)
    expect(journal, DueKind.UPDATE, at, basis)


def test_in_long_mode_a_promise_beyond_the_hour_counts() -> None:
    journal = public()
    journal.add(65, e.LongDeclared(""))
    journal.post(70, Stage.LONG, promise=190)
    expect(journal, DueKind.UPDATE, 190, Basis.PROMISE)
    assert due(journal).limit == minute(130)


def test_declaring_it_long_takes_effect_from_the_last_promise() -> None:
    journal = public()
    journal.post(60, promise=75)
    journal.add(65, e.LongDeclared(""))
    expect(journal, DueKind.UPDATE, 75, Basis.PROMISE)


def test_until_it_is_declared_long_the_twenty_minutes_hold() -> None:
    journal = public()
    journal.post(200, promise=260)
    expect(journal, DueKind.UPDATE, 220)


def test_what_is_due_at_once_is_due_in_long_mode_too() -> None:
    journal = public()
    journal.add(65, e.LongDeclared(""))
    journal.post(70, Stage.LONG, promise=130)
    journal.phase(90, Phase.MONITORING)
    expect(journal, DueKind.UPDATE, 90, Basis.AT_ONCE)


def test_every_number_is_the_policys() -> None:
    policy = Policy(first_post_s=60, scoping_s=120, update_s=180, long_update_s=240, reassess_s=300)
    journal = Journal()
    assert due(journal, policy).at == minute(1)
    held = Journal()
    held.decide(1, e.Choice.HOLD)
    assert due(held, policy).at == minute(6)
    journal = public(scoping=None)
    assert due(journal, policy).at == minute(6)
    journal.post(7, Stage.SCOPING)
    assert due(journal, policy).at == minute(10)
    journal.add(61, e.LongDeclared(""))
    assert due(journal, policy).at == minute(11)


def test_overdue_only_when_the_time_has_passed() -> None:
    answer = due(Journal())
    assert answer.in_s(START) == 300
    assert not answer.overdue(minute(5))
    assert answer.overdue(minute(5.01))
    assert answer.in_s(minute(6)) == -60


@pytest.mark.parametrize(("at", "allowed"), [(0, False), (59.99, False), (60, True), (300, True)])
def test_long_is_not_decided_within_the_first_hour(at: float, allowed: bool) -> None:
    refusal = cadence.long_refusal(public().state, POLICY, minute(at))
    assert (refusal is None) is allowed
    if refusal:
        assert "first 60 minutes" in str(refusal)


def test_long_is_declared_once() -> None:
    journal = public()
    journal.add(65, e.LongDeclared(""))
    assert "already" in str(cadence.long_refusal(journal.state, POLICY, minute(70)))


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.RESOLVED, Phase.CLOSED])
def test_what_nobody_knows_of_or_what_is_over_is_not_long(phase: Phase) -> None:
    journal = Journal()
    if phase is not Phase.TRIAGE:
        journal.phase(3, phase)
    assert cadence.long_refusal(journal.state, POLICY, minute(130)) is not None
    assert not cadence.long_asked(journal.state, POLICY, minute(130))


@pytest.mark.parametrize(("at", "asked"), [(60, False), (119.99, False), (120, True), (200, True)])
def test_at_two_hours_the_cockpit_asks(at: float, asked: bool) -> None:
    assert cadence.long_asked(public().state, POLICY, minute(at)) is asked


def test_it_does_not_ask_again_once_it_is_declared() -> None:
    journal = public()
    journal.add(65, e.LongDeclared(""))
    assert not cadence.long_asked(journal.state, POLICY, minute(130))


def test_the_latest_time_a_post_may_promise() -> None:
    journal = public()
    assert cadence.latest_next_update(journal.state, POLICY, minute(30)) == minute(50)
    journal.add(65, e.LongDeclared(""))
    assert cadence.latest_next_update(journal.state, POLICY, minute(70)) is None
    resolved = public()
    resolved.phase(30, Phase.RESOLVED)
    assert cadence.latest_next_update(resolved.state, POLICY, minute(31)) is None


def test_no_promise_is_in_force_before_anything_is_out() -> None:
    assert cadence.promise_in_force(()) is None


def test_told_individually_first_and_public_after_all_owes_a_scoping_post() -> None:
    journal = Journal()
    journal.decide(1, e.Choice.LIMITED)
    journal.post(4, Stage.LIMITED)
    journal.add(9, e.Decided(e.Choice.POST, "Robin", (True, True, None, None), False, ""))
    assert (due(journal).what, due(journal).at) == (DueKind.SCOPING, minute(14))

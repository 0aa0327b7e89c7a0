"""Which message comes next."""

from __future__ import annotations

from support import Journal, public

from cockpit.domain import events as e
from cockpit.domain.stages import next_stage
from cockpit.domain.words import Phase, Stage


def test_from_the_call_to_the_postmortem() -> None:
    journal = Journal()
    assert next_stage(journal.state) is Stage.INITIAL
    journal.decide(2, e.Choice.POST)
    assert next_stage(journal.state) is Stage.INITIAL
    journal.post(4, Stage.INITIAL)
    assert next_stage(journal.state) is Stage.SCOPING
    journal.post(8, Stage.SCOPING)
    journal.phase(8, Phase.IDENTIFIED)
    assert next_stage(journal.state) is Stage.UPDATE
    journal.phase(20, Phase.MONITORING)
    assert next_stage(journal.state) is Stage.MONITORING
    journal.post(21, Stage.MONITORING)
    assert next_stage(journal.state) is Stage.UPDATE
    journal.phase(40, Phase.RESOLVED)
    assert next_stage(journal.state) is Stage.RESOLUTION
    journal.post(41, Stage.RESOLUTION)
    assert next_stage(journal.state) is Stage.POSTMORTEM
    journal.phase(90, Phase.CLOSED)
    assert next_stage(journal.state) is Stage.POSTMORTEM


def test_held_then_public_goes_straight_to_scoping() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.HOLD)
    assert next_stage(journal.state) is Stage.INITIAL
    journal.decide(12, e.Choice.POST)
    assert next_stage(journal.state) is Stage.SCOPING


def test_a_few_customers_are_told_individually() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.LIMITED)
    assert next_stage(journal.state) is Stage.LIMITED
    journal.post(5, Stage.LIMITED)
    assert next_stage(journal.state) is Stage.UPDATE


def test_long() -> None:
    journal = public()
    journal.add(65, e.LongDeclared(""))
    assert next_stage(journal.state) is Stage.LONG


def test_a_second_recovery_is_told_again() -> None:
    journal = public(phase=Phase.MONITORING)
    assert next_stage(journal.state) is Stage.UPDATE
    journal.phase(30, Phase.IDENTIFIED)
    journal.phase(40, Phase.MONITORING)
    assert next_stage(journal.state) is Stage.MONITORING


def test_a_recovery_posted_ahead_of_the_phase_is_not_told_twice() -> None:
    journal = public()
    journal.post(19, Stage.MONITORING)
    journal.phase(20, Phase.MONITORING)
    assert next_stage(journal.state) is Stage.UPDATE


def test_opened_and_resolved() -> None:
    journal = Journal()
    journal.phase(3, Phase.RESOLVED)
    assert next_stage(journal.state) is Stage.RESOLUTION

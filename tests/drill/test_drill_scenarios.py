"""Every scenario, played to its close by the book at sixty times the speed, gives a review with nothing to say."""

from __future__ import annotations

import pytest
from player import Player
from scripts import SCRIPTS
from support import FixedClock

from cockpit.application.review import review_incident
from cockpit.application.services import Services
from cockpit.domain.cadence import DueKind
from cockpit.domain.clean import clean
from cockpit.domain.review_findings import findings
from cockpit.domain.words import Phase, Stage
from cockpit.drill.catalogue import SCENARIOS, of_title
from cockpit.drill.engine import Engine, start
from cockpit.drill.scenario import Enquiry, Scenario

STEP_S = 15
"""What a quarter of a second is at sixty times the speed."""


def play(services: Services, scenario: Scenario, clock: FixedClock) -> Player:
    incident = start(services, scenario)
    engine = Engine(services, incident, scenario)
    player = Player(services, incident, scenario, SCRIPTS[scenario.name])
    for _ in range(2 * scenario.length_s // STEP_S):
        engine.step()
        player.step()
        clock.advance(seconds=STEP_S)
        if not services.desk.load(incident).is_open:
            break
    engine.step()
    return player


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_played_by_the_book(services: Services, clock: FixedClock, scenario: Scenario) -> None:
    player = play(services, scenario, clock)
    state = services.desk.load(player.incident)
    assert state.phase is Phase.CLOSED
    found = review_incident(services, player.incident)
    assert [str(finding.what) for finding in findings(found)] == []
    assert [(finding.rule, finding.text) for finding in player.flagged] == []
    assert player.sent_back == [scenario.wish.text]
    assert [r.due.what for r in found.rounds[:2] if r.due] == [DueKind.FIRST_POST, DueKind.SCOPING]
    assert {Stage.INITIAL, Stage.SCOPING, Stage.UPDATE, Stage.MONITORING, Stage.RESOLUTION} <= set(player.stages)
    enquiries = sum(isinstance(beat, Enquiry) for beat in scenario.beats)
    assert found.care.reports == enquiries > 20
    assert found.care.unanswered == 0


def test_names_and_titles_tell_the_scenarios_apart() -> None:
    assert next(iter(SCENARIOS)) == "notifications"
    for scenario in SCENARIOS.values():
        assert of_title(scenario.title) is scenario
    assert of_title("Notifications delayed") is None


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_every_beat_can_be_told_from_the_others(scenario: Scenario) -> None:
    said = [beat.text for beat in scenario.beats if not isinstance(beat, Enquiry)]
    assert len(set(said)) == len(said)
    assert all(clean(text).strip() == text for text in said)
    assert len(set(scenario.beats)) == len(scenario.beats)
    assert max(beat.at_s for beat in scenario.beats) < scenario.length_s


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_customers_are_believable(scenario: Scenario) -> None:
    enquiries = [beat for beat in scenario.beats if isinstance(beat, Enquiry)]
    names = [enquiry.customer for enquiry in enquiries]
    assert len({enquiry.via for enquiry in enquiries}) >= 4
    assert len(set(names)) < len(names)
    assert any(enquiry.premium for enquiry in enquiries)
    assert any(clean(enquiry.text) != enquiry.text for enquiry in enquiries)

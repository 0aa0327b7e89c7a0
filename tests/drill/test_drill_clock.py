"""The drill's clock: faster than the wall's, standing until it is let run and while it is paused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from support import START

from cockpit.drill.catalogue import SCENARIOS
from cockpit.drill.clock import DrillClock, begin_at


@dataclass
class Wall:
    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize("speed", [1, 5, 60])
def test_runs_at_its_speed_and_stands_while_paused(speed: float) -> None:
    wall = Wall()
    clock = DrillClock(START, speed, wall)
    wall.seconds += 7
    assert clock.now() == START
    clock.run()
    wall.seconds += 2
    assert clock.now() == START + timedelta(seconds=2 * speed)
    clock.pause()
    wall.seconds += 100
    assert clock.now() == START + timedelta(seconds=2 * speed)
    clock.run()
    wall.seconds += 1
    assert clock.now() == START + timedelta(seconds=3 * speed)


def test_being_let_run_twice_loses_no_time() -> None:
    wall = Wall()
    clock = DrillClock(START, 10, wall)
    clock.run()
    wall.seconds += 1
    clock.run()
    wall.seconds += 1
    assert clock.now() == START + timedelta(seconds=20)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_the_simulated_time_meets_the_real_one_at_the_end(scenario) -> None:
    assert begin_at(START, scenario, 1) == START
    for speed in (5, 60):
        wall = Wall()
        clock = DrillClock(begin_at(START, scenario, speed), speed, wall)
        clock.run()
        wall.seconds += scenario.length_s / speed
        real = START + timedelta(seconds=scenario.length_s / speed)
        assert abs((clock.now() - real).total_seconds()) < 0.01

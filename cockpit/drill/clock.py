"""The drill's clock: a simulated time that runs faster than the real one, and stands while nobody looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from cockpit.drill.scenario import Scenario


class DrillClock:
    """The clock of the use cases in a drill; it stands at ``start`` (aware UTC) until it is let run.

    ``speed`` is how many simulated seconds pass in a real one; ``monotonic`` tells real seconds from any beginning.
    Safe to read from several threads.
    """

    def __init__(self, start: datetime, speed: float, monotonic: Callable[[], float]) -> None:
        self._speed = speed
        self._monotonic = monotonic
        self._mark: tuple[datetime, float | None] = (start, None)
        """Simulated time, and the real second at which it was that late; None: it stands."""

    def now(self) -> datetime:
        """The simulated time."""
        at, since = self._mark
        if since is None:
            return at
        return at + timedelta(seconds=(self._monotonic() - since) * self._speed)

    def run(self) -> None:
        """Let time pass."""
        self._mark = (self.now(), self._monotonic())

    def pause(self) -> None:
        """Let time stand."""
        self._mark = (self.now(), None)


def begin_at(now: datetime, scenario: Scenario, speed: float) -> datetime:
    """When the call of a drill that is started at ``now`` begins: its end falls on the real end.

    So no event of it lies in the future for whoever reads the database afterwards.
    """
    return now - timedelta(seconds=scenario.length_s * (1 - 1 / speed))

"""When garbage is collected: never in the middle of a keystroke, if it can wait until nobody types.

A full collection walks everything the program ever made; with Textual loaded that is 30 ms and more, and it strikes
at random. What was made up to the first paint stays for good, so it is set aside; of the rest, a full collection is
made when little is going on, or when too much has piled up.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

CHECK_EVERY_S = 2.0
_YOUNG, _MIDDLE, _NEVER = 700, 10, 1_000_000
"""Collection thresholds: Python's own for what is young, so that a keystroke meets short ones only."""
# From Python 3.14 on, full collections come in small steps of their own accord.
_FULL_COLLECTIONS_STALL = sys.version_info < (3, 14)


class Timed(Protocol):
    """What is asked of the app: to call back after the first paint, and again and again."""

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        """Call once, after the screen has been painted."""

    def set_interval(self, interval: float, callback: Callable[[], object]) -> object:
        """Call every ``interval`` seconds."""


@dataclass
class QuietCollector:
    """Collects while nothing is going on: told by how many young objects were collected since the last look.

    ``busy`` young collections within `CHECK_EVERY_S` mean that somebody is typing; ``limit`` of them without a full
    one mean that it can't wait longer.
    """

    busy: int = 2
    limit: int = 200
    _seen: int = field(default=0, init=False)
    _at_last_full: int = field(default=0, init=False)

    def attach(self, app: Timed) -> None:
        """Begin after the app's first paint."""
        app.call_after_refresh(lambda: self.begin(app))

    def begin(self, app: Timed) -> None:
        """Set aside what exists, put full collections off, and look from time to time whether it is quiet."""
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        if not _FULL_COLLECTIONS_STALL:
            return
        self._seen = self._at_last_full = _young_collections()
        app.set_interval(CHECK_EVERY_S, self.look)

    def look(self) -> bool:
        """Collect everything if it is quiet, or if it has waited too long; whether it did."""
        now = _young_collections()
        quiet = now - self._seen < self.busy
        piled_up = now - self._at_last_full
        self._seen = now
        if not piled_up or (not quiet and piled_up < self.limit):
            return False
        gc.collect()
        self._at_last_full = self._seen = _young_collections()
        return True


def _young_collections() -> int:
    return int(gc.get_stats()[0]["collections"])

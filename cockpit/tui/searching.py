"""Searching while somebody types: one look at a time, away from the screen's thread, always for what is wanted last."""

from __future__ import annotations

import time
from collections.abc import Callable

from cockpit.application.ports import Store
from cockpit.application.report_index import ReportIndex
from cockpit.domain.narrowing import Narrowing

_READING_SHARE = 10
"""Reading the searched columns anew takes at most one part in so many of the time, however fast reports come in."""


class Searcher:
    """Finds reports of one incident; the searched columns are kept until `forget`. One thread finds at a time."""

    def __init__(self, store: Store, incident: str, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` counts seconds."""
        self._store = store
        self._incident = incident
        self._clock = clock
        self._index: ReportIndex | None = None
        self._rested_at = 0.0

    def find(self, narrowing: Narrowing, *, anew: bool) -> tuple[str, ...]:
        """The ids that ``narrowing`` leaves, the newest first; ``anew``: in the reports as they are now.

        Raises StoreProblem.
        """
        index = self._index  # it may be forgotten meanwhile
        if index is None or anew:
            begun = self._clock()
            self._index = index = ReportIndex(self._store.search_columns(self._incident))
            ended = self._clock()
            self._rested_at = ended + (ended - begun) * (_READING_SHARE - 1)
        return index.find(narrowing)

    def rests_for(self) -> float:
        """For how many seconds nothing should be read anew."""
        return max(0.0, self._rested_at - self._clock())

    def forget(self) -> None:
        """Let go of the columns."""
        self._index = None

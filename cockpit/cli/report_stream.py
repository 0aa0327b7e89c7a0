"""Logs rows as they come, in batches that grow with the load: what has come is logged at once, the pipe stays open."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Refusal
from cockpit.cli.report_rows import BadRow, Row
from cockpit.cli.report_values import report_of
from cockpit.domain.reports import NewReport
from cockpit.domain.wording import Wording

BATCH = 500
"""The most rows of one transaction."""
_AHEAD = 4 * BATCH
"""How many rows are read ahead of the database."""


@dataclass
class Tally:
    """What became of the rows."""

    new: int = 0
    known: int = 0
    """Logged before under the same (source, external_id)."""
    refused: int = 0


@dataclass(frozen=True)
class Intake:
    """Logs rows into an incident. ``logged`` is told the new ids, ``refused`` the line and why."""

    reports: CustomerReports
    incident: str
    now: Callable[[], datetime]
    """Aware, in the zone in which times without one are read."""
    logged: Callable[[list[str]], None]
    refused: Callable[[int, Wording], None]

    def run(self, rows: Iterable[Row], tally: Tally) -> None:
        """Log all of ``rows``, counting; what reading them raises is raised here, after what came before is logged."""
        for batch in _batches(rows):
            self._batch(batch, tally)

    def _batch(self, batch: list[Row], tally: Tally) -> None:
        good: list[tuple[int, NewReport]] = []
        for row in batch:
            try:
                if row.problem is not None:
                    raise BadRow(row.problem)
                good.append((row.line, report_of(row.values, self.now())))
            except BadRow as error:
                tally.refused += 1
                self.refused(row.line, error.why)
        if not good:
            return
        try:
            self._log([report for _line, report in good], tally)
        except Refusal:
            self._one_by_one(good, tally)

    def _one_by_one(self, good: list[tuple[int, NewReport]], tally: Tally) -> None:
        """A row that the use case refuses costs only itself."""
        for line, report in good:
            try:
                self._log([report], tally)
            except Refusal as refusal:
                tally.refused += 1
                self.refused(line, refusal.why)

    def _log(self, reports: list[NewReport], tally: Tally) -> None:
        ids = self.reports.log(self.incident, reports)
        tally.new += len(ids)
        tally.known += len(reports) - len(ids)
        self.logged(ids)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows by the batch: the first that comes, and what else is there by then."""
    ready: queue.Queue[Row | BaseException | None] = queue.Queue(_AHEAD)

    def read() -> None:
        try:
            for row in rows:
                ready.put(row)
            ready.put(None)
        except BaseException as error:  # raised where the rows are used
            ready.put(error)

    threading.Thread(target=read, daemon=True).start()
    ended: Row | BaseException | None = None
    going = True
    while going:
        batch: list[Row] = []
        item = ready.get()
        while True:
            if not isinstance(item, Row):
                ended, going = item, False
                break
            batch.append(item)
            if len(batch) == BATCH:
                break
            try:
                item = ready.get_nowait()
            except queue.Empty:
                break
        if batch:
            yield batch
    if isinstance(ended, BaseException):
        raise ended

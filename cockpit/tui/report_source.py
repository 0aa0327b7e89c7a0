"""The reports of an incident as rows of the log, read a page at a time as they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from cockpit.application.ports import Records, StoreProblem
from cockpit.domain.clean import clean_line
from cockpit.domain.reports import Report
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.presentation.reports import VIA_MARKS
from cockpit.tui.widgets.report_row import RowView

_PAGE = 50
"""More than most terminals show at once."""


class ReportSource:
    """Reports newest first: all ``total`` of them, or the ones that were found, by their ids in that order."""

    def __init__(
        self, records: Records, incident: str, total: int, zone: tzinfo, found: Sequence[str] | None = None
    ) -> None:
        self._records = records
        self._incident = incident
        self._zone = zone
        self._found = found
        self._pages: dict[int, dict[int, Report]] = {}
        self._rows: dict[int, RowView] = {}
        self._total = total if found is None else len(found)

    def __len__(self) -> int:
        """How many reports there are."""
        return self._total

    def grown(self, before: ReportSource, at: int) -> int:
        """How many rows stand above the one at ``at`` of ``before`` that didn't stand there."""
        if self._found is None or before._found is None:
            return max(0, len(self) - len(before))
        if at >= len(before._found):
            return 0
        row = before._found[at]
        # What comes in comes in at the top: the row isn't far.
        return max(0, self._found.index(row) - at) if row in self._found else 0

    def report(self, index: int) -> Report | None:
        """The report at ``index``; None where it has gone meanwhile or can't be read."""
        page, at = divmod(index, _PAGE)
        if page not in self._pages:
            try:
                self._pages[page] = self._read(page * _PAGE)
            except StoreProblem:
                return None  # the screen says what is wrong with the database; painting goes on
        return self._pages[page].get(at)

    def _read(self, start: int) -> dict[int, Report]:
        """A page by the positions on it."""
        if self._found is None:
            return dict(enumerate(self._records.reports(self._incident, limit=_PAGE, offset=start)))
        ids = self._found[start : start + _PAGE]
        read = {report.id: report for report in self._records.reports(self._incident, ids=ids)}
        return {at: read[each] for at, each in enumerate(ids) if each in read}

    def row(self, index: int) -> RowView:
        """The row at ``index``, cleaned for the screen."""
        row = self._rows.get(index)
        if row is None:
            report = self.report(index)
            if report is None:
                return _NOTHING
            self._rows[index] = row = _row(report, self._zone)
        return row


_NOTHING = RowView("", "", "", "", "", premium=False, relayed=True)


def _row(report: Report, zone: tzinfo) -> RowView:
    return RowView(
        mark="",
        time=bare_clock(report.received_at, zone),
        via=VIA_MARKS[report.via],
        customer=clean_line(report.customer) or label(report.via),
        text=clean_line(report.text),
        premium=report.premium,
        relayed=report.relayed_at is not None,
        tag=clean_line(" ".join(part for part in (report.component, report.region) if part)),
    )

"""The reports of an incident as rows of the log, read a page at a time as they come into view."""

from __future__ import annotations

from datetime import tzinfo

from cockpit.application.ports import Records, StoreProblem
from cockpit.domain.clean import clean_line
from cockpit.domain.reports import Report
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock
from cockpit.tui.presentation.reports import VIA_MARKS
from cockpit.tui.widgets.report_log import RowView

_PAGE = 100


class ReportSource:
    """Reports newest first; ``total`` is how many there are, found by ``search`` where that isn't ""."""

    def __init__(self, records: Records, incident: str, total: int, zone: tzinfo, search: str = "") -> None:
        self._records = records
        self._incident = incident
        self._zone = zone
        self._search = search
        self._pages: dict[int, list[Report]] = {}
        self._total = total

    def __len__(self) -> int:
        """How many reports there are."""
        return self._total

    def report(self, index: int) -> Report | None:
        """The report at ``index``; None where it has gone meanwhile or can't be read."""
        page, at = divmod(index, _PAGE)
        if page not in self._pages:
            try:
                found = self._records.reports(self._incident, search=self._search, limit=_PAGE, offset=page * _PAGE)
            except StoreProblem:
                return None  # the screen says what is wrong with the database; painting goes on
            self._pages[page] = list(found)
        rows = self._pages[page]
        return rows[at] if at < len(rows) else None

    def row(self, index: int) -> RowView:
        """The row at ``index``, cleaned for the screen."""
        report = self.report(index)
        if report is None:
            return RowView("", "", "", "", "", premium=False, relayed=True)
        return RowView(
            mark="",
            time=bare_clock(report.received_at, self._zone),
            via=VIA_MARKS[report.via],
            customer=clean_line(report.customer) or label(report.via),
            text=clean_line(report.text),
            premium=report.premium,
            relayed=report.relayed_at is not None,
            tag=clean_line(" ".join(part for part in (report.component, report.region) if part)),
        )

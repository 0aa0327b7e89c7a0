"""Customers' data can be erased: from the tables, the file and its log, while the journal stays whole."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support import FixedClock

from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.incidents import Incidents
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Phase

SECRET = "the lilac elephant never arrived"


def log(reports: CustomerReports, incident: str) -> list[str]:
    return reports.log(
        incident,
        [
            NewReport(SECRET, "Acme", Via.PHONE, contact="acme@customer.example"),
            NewReport("late", "Ａｃｍｅ", Via.EMAIL),
            NewReport("slow", "Globex", Via.CHAT),
        ],
    )


def test_one_customers_words_are_gone_from_the_file(
    reports: CustomerReports, incident: str, store: SqliteStore, database: Path
) -> None:
    ids = log(reports, incident)
    reports.relay(incident, reports.not_relayed(incident), f"Acme: {SECRET}", e.How.VOICE)
    reports.correct(incident, ids[0], {"text": SECRET + "!"})
    before = store.events(incident)
    assert reports.forget("acme") == 2
    assert store.events(incident) == before
    assert store.counts(incident).customers == 2
    assert store.reports(incident, search="lilac") == []
    assert sorted(r.customer for r in store.reports(incident)) == ["", "", "Globex"]
    for file in database.parent.iterdir():
        assert b"lilac elephant" not in file.read_bytes()
        assert b"acme@customer.example" not in file.read_bytes()


def test_old_reports_of_closed_incidents_are_purged(
    incidents: Incidents, reports: CustomerReports, incident: str, store: SqliteStore, clock: FixedClock
) -> None:
    log(reports, incident)
    other = incidents.open("Another", 3)
    log(reports, other)
    incidents.change_phase(incident, Phase.CLOSED, "a false alarm")
    clock.advance(minutes=60 * 24 * 91)
    assert reports.purge(timedelta(days=100)) == 0
    assert reports.purge(timedelta(days=90)) == 3
    assert store.reports(incident) == []
    assert len(store.reports(other)) == 3
    assert any(isinstance(event.what, e.ReportsLogged) for event in store.events(incident))


@pytest.mark.parametrize("by", ["age", "name"])
def test_what_was_typed_and_never_recorded_goes_with_a_closed_incident(
    by: str, services: Services, incident: str, store: SqliteStore, database: Path
) -> None:
    still_open = services.incidents.open("Another", 3)
    for at in (incident, still_open):
        services.unfinished.keep(at, "note", {"text": f"Acme says: {SECRET}" if at == incident else "call the vendor"})
    services.incidents.change_phase(incident, Phase.CLOSED, "a false alarm")
    if by == "age":
        services.reports.purge(timedelta(days=90))
    else:
        services.reports.forget("nobody")
    assert store.unfinished(incident) == {}
    assert store.unfinished(still_open) == {"note": {"text": "call the vendor"}}
    for file in database.parent.iterdir():
        assert b"lilac elephant" not in file.read_bytes()

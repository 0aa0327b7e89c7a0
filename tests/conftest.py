"""The desk on a real database file with a clock that is set, for tests of the use cases, the screen and the CLI."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from support import FixedClock, MemoryClipboard, PlainTemplates

from cockpit.adapters.store import SqliteStore
from cockpit.adapters.watch import DataVersion
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Desk
from cockpit.application.filling import Company, Filler
from cockpit.application.incidents import Incidents
from cockpit.application.individual import Individual
from cockpit.application.messages import Messages
from cockpit.application.proofreading import Proofreader
from cockpit.application.services import Services
from cockpit.application.unfinished import Unfinished
from cockpit.domain.policy import Policy
from cockpit.lint.model import Settings


@pytest.fixture
def clock() -> FixedClock:
    """14:00 UTC, until a test sets it."""
    return FixedClock()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the test's database is."""
    return tmp_path / "cockpit.db"


@pytest.fixture
def store(database: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(database)
    yield store
    store.close()


@pytest.fixture
def desk(store: SqliteStore, clock: FixedClock) -> Desk:
    """The liaison's desk, with the guide's policy, in UTC."""
    return Desk(store, clock, Policy(), UTC, "Sam")


@pytest.fixture
def clipboard() -> MemoryClipboard:
    return MemoryClipboard()


@pytest.fixture
def services(desk: Desk, database: Path, clipboard: MemoryClipboard) -> Services:
    """All use cases of the desk."""
    proofreader = Proofreader(desk.policy, Settings(), desk.zone)
    return Services(
        desk=desk,
        incidents=Incidents(desk),
        messages=Messages(desk, proofreader, clipboard),
        individual=Individual(desk, proofreader),
        reports=CustomerReports(desk),
        proofreader=proofreader,
        filler=Filler(PlainTemplates(), desk.policy, desk.zone, Company("Our Company", "https://status.example.com")),
        unfinished=Unfinished(desk),
        watch=lambda: DataVersion(database),
        database=database,
    )


@pytest.fixture
def incidents(services: Services) -> Incidents:
    return services.incidents


@pytest.fixture
def messages(services: Services) -> Messages:
    return services.messages


@pytest.fixture
def reports(services: Services) -> CustomerReports:
    return services.reports


@pytest.fixture
def incident(incidents: Incidents) -> str:
    """The id of an incident whose call has just started."""
    return incidents.open("Notifications delayed", 2, "Robin")

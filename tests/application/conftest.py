"""An incident that mail is taken into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from memory_mailbox import Postroom

from cockpit.adapters.mail_places import MailPlaces
from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports


@pytest.fixture
def postroom(reports: CustomerReports, incident: str, store: SqliteStore, database: Path) -> Iterator[Postroom]:
    places = MailPlaces(database)
    yield Postroom(reports, incident, places)
    places.close()

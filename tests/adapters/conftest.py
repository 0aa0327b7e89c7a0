"""A real mail server, and a mailbox on it that is taken into an incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dovecot import Dovecot
from mail_room import Room
from support import FixedClock

from cockpit.adapters.mail_places import MailPlaces
from cockpit.application.customer_reports import CustomerReports


@pytest.fixture
def server() -> Iterator[Dovecot]:
    server = Dovecot()
    server.start()
    yield server
    server.close()


@pytest.fixture
def room(server: Dovecot, reports: CustomerReports, incident: str, database: Path, clock: FixedClock) -> Iterator[Room]:
    clock.at = datetime.now(UTC)
    places = MailPlaces(database)
    yield Room(server, reports, incident, places)
    places.close()

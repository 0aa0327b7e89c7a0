"""Identifiers."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from cockpit.domain.ids import new_id

NOW = datetime(2026, 11, 23, 14, 0, 0, 123_000, tzinfo=UTC)


def test_a_uuid_of_version_seven() -> None:
    made = uuid.UUID(new_id(NOW))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


def test_they_sort_by_time() -> None:
    ids = [new_id(NOW + timedelta(milliseconds=n)) for n in range(100)]
    assert ids == sorted(ids)


def test_two_of_one_instant_differ() -> None:
    assert len({new_id(NOW) for _ in range(10_000)}) == 10_000

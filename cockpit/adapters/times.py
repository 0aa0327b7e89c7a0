"""Times as the database holds them: ISO 8601 in UTC, of one width, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def to_column(at: datetime) -> str:
    """An aware datetime as a column's text."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def optional_column(at: datetime | None) -> str | None:
    """The same for a time that may be absent."""
    return to_column(at) if at is not None else None


def from_column(text: str) -> datetime:
    """A column's text as an aware datetime in UTC."""
    return datetime.fromisoformat(text)


def optional_time(text: str | None) -> datetime | None:
    """The same for a column that may be NULL."""
    return datetime.fromisoformat(text) if text else None

"""The machine's clock."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """What time it really is."""

    def now(self) -> datetime:
        """The present, aware UTC."""
        return datetime.now(UTC)

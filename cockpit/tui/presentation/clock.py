"""Times and spans as the screen shows them: a time always carries its zone, a countdown is as short as it can be."""

from __future__ import annotations

from datetime import datetime, tzinfo


def clock(at: datetime, zone: tzinfo) -> str:
    """ "14:31 UTC"."""
    local = at.astimezone(zone)
    return f"{local:%H:%M} {local.tzname()}"


def bare_clock(at: datetime, zone: tzinfo) -> str:
    """ "14:31", where the zone is shown beside it."""
    return f"{at.astimezone(zone):%H:%M}"


def typed_clock(at: datetime, now: datetime, zone: tzinfo) -> str:
    """ "14:31" where it is today's, else "2026-11-22 14:31": so that it is the same time when it is read back."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now.astimezone(zone).date() else f"{local:%Y-%m-%d %H:%M}"


def span(seconds: float) -> str:
    """A length of time without its sign: "07:41", "1:07:41"."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes:02}:{second:02}"


def elapsed(seconds: float) -> str:
    """Time since the call started: "T+00:23:41"."""
    whole = max(0, int(seconds))
    return f"T+{whole // 3600:02}:{whole % 3600 // 60:02}:{whole % 60:02}"

"""Identifiers that sort by time and never collide between processes: UUIDv7 (RFC 9562)."""

from __future__ import annotations

from datetime import datetime


def new_id(now: datetime) -> str:
    """A UUIDv7 of the millisecond of ``now`` (aware), with 74 random bits."""
    import secrets  # these two load the ciphers: not before something is recorded
    import uuid

    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))

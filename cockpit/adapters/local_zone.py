"""The zone this machine is set to, with its summer time where that is known."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LOCALTIME = Path("/etc/localtime")


def zone_called(name: str) -> ZoneInfo | None:
    """The zone of an IANA name ("Asia/Tokyo"); None where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones, a path out of it, unreadable data
        return None


def local_zone(env: Mapping[str, str], localtime: Path = _LOCALTIME) -> tzinfo:
    """The zone of ``$TZ``, else of the file ``localtime``, else today's offset; UTC where nothing is set."""
    set_to = env.get("TZ")
    if set_to == "":
        return UTC
    zone = _in_file(localtime) if set_to is None else zone_called(set_to.removeprefix(":"))
    return zone or _offset()


def _in_file(localtime: Path) -> ZoneInfo | None:
    """By its name where the file is a link to ``…/zoneinfo/Asia/Tokyo``, else without one."""
    _before, linked, name = localtime.resolve().as_posix().rpartition("/zoneinfo/")
    if linked and (zone := zone_called(name)):
        return zone
    with suppress(OSError, ValueError), localtime.open("rb") as file:
        return ZoneInfo.from_file(file)
    return None


def _offset() -> tzinfo:
    """The offset of today: what Windows, and rules written out in ``$TZ``, leave to be known."""
    today = datetime.now().astimezone()
    return today.tzinfo if today.tzinfo is not None and today.utcoffset() != timedelta(0) else UTC

"""The machine's zone and clock."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cockpit.adapters.clock import SystemClock
from cockpit.adapters.local_zone import local_zone, zone_called

SUMMER, WINTER = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
ZONES = Path("/usr/share/zoneinfo")


@pytest.mark.parametrize("tz", ["Europe/London", ":Europe/London"])
def test_the_environments_zone_comes_first(tz: str, tmp_path: Path) -> None:
    assert local_zone({"TZ": tz}, tmp_path / "localtime") == ZoneInfo("Europe/London")


def test_the_link_of_the_system_names_the_zone(tmp_path: Path) -> None:
    zone = tmp_path / "zoneinfo/Asia/Tokyo"
    zone.parent.mkdir(parents=True)
    zone.touch()
    (tmp_path / "localtime").symlink_to(zone)
    assert local_zone({}, tmp_path / "localtime") == ZoneInfo("Asia/Tokyo")


@pytest.mark.skipif(not (ZONES / "Europe/London").is_file(), reason="this system has no zone files to copy")
def test_a_copied_zone_file_knows_its_summer_time_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "localtime").write_bytes((ZONES / "Europe/London").read_bytes())
    zone = local_zone({}, tmp_path / "localtime")
    offsets = [at.astimezone(zone).utcoffset() for at in (SUMMER, WINTER)]
    assert offsets == [timedelta(hours=1), timedelta(0)]


def test_rules_written_out_give_todays_offset() -> None:
    code = (
        "import os; from cockpit.adapters.local_zone import local_zone; from datetime import datetime;"
        "print(datetime.now(local_zone(os.environ)).strftime('%z %Z'))"
    )
    env = {**os.environ, "TZ": "JST-9"}
    ran = subprocess.run((sys.executable, "-c", code), env=env, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "+0900 JST"


@pytest.mark.parametrize(("env", "content"), [({"TZ": ""}, None), ({}, None), ({}, b"no zone file")])
def test_where_nothing_is_set_it_is_utc(
    env: dict[str, str], content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    if content is not None:
        (tmp_path / "localtime").write_bytes(content)
    assert local_zone(env, tmp_path / "localtime") == UTC
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "name", ["", "Asia", "Nowhere/At_all", "../../etc/passwd", "/etc/localtime", "a\0b", "x" * 5000]
)
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_called(name) is None


def test_the_clock_tells_aware_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)

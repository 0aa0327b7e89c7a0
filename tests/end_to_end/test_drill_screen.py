"""`cockpit drill` on a terminal: the others act while the liaison sits there; at the end it says how it went."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from terminal_driver import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A user whose database of real incidents must not be touched."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "COCKPIT_DB": str(tmp_path / "real.db"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
    }


def drill(environment: Mapping[str, str], *args: str) -> Terminal:
    return Terminal([sys.executable, "-m", "cockpit", "drill", *args], environment)


def cockpit(environment: Mapping[str, str], *args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cockpit", *args], env=dict(environment), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def recorded_in(terminal: Terminal) -> str:
    """The path that was printed at the end, however the terminal wrapped it."""
    found = re.search(r"cockpit review --db (\S+)", terminal.written)
    assert found is not None, terminal.framed
    return found[1]


def test_it_plays_and_says_how_it_went(environment: dict[str, str], tmp_path: Path) -> None:
    with drill(environment, "--speed", "60") as terminal:
        terminal.wait_for("Drill: notifications arrive late", "IC: Robin")
        terminal.wait_for("REPORTS 4")
        terminal.wait_for("OVERDUE")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert "Drill: notifications arrive late" in terminal.text
        assert "overdue" in terminal.text
        path = recorded_in(terminal)
    assert path.startswith(str(tmp_path / "data"))
    told = cockpit(environment, "timeline", "--db", path)
    assert "Push notifications have been leaving late" in told
    assert "Customers notice it, so we go public" in told
    assert "Drill: notifications" in cockpit(environment, "review", "--db", path)
    assert not (tmp_path / "real.db").exists()


def test_a_drill_that_was_left_goes_on_where_it_was(environment: dict[str, str], tmp_path: Path) -> None:
    path = str(tmp_path / "practice.db")
    with drill(environment, "--speed", "30", "--scenario", "checkout-ja", "--db", path) as terminal:
        terminal.wait_for("訓練：カード決済が失敗する", "IC: 森", "[ja]")
        terminal.wait_for("REPORTS 3")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    before = cockpit(environment, "timeline", "--db", path).splitlines()
    with drill(environment, "--speed", "30", "--db", path) as terminal:
        terminal.wait_for("訓練：カード決済が失敗する")
        terminal.wait_for("REPORTS 5")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    after = cockpit(environment, "timeline", "--db", path).splitlines()
    assert after[: len(before)] == before
    told = [line for line in after if "カード決済の失敗が増えています" in line]
    assert len(told) == 1


def test_the_database_of_real_incidents_is_no_stage(environment: dict[str, str], tmp_path: Path) -> None:
    cockpit(environment, "new", "Payments fail", "--no-ui")
    with drill(environment, "--db", str(tmp_path / "real.db")) as terminal:
        assert terminal.wait_end() == 1
        assert "holds a real incident" in " ".join(terminal.text.split())

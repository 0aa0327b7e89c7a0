"""The composition root: what it lends, and what it refuses before any screen opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import FixedClock

from cockpit.adapters.config import ConfigError
from cockpit.application.desk import Refusal
from cockpit.bootstrap import Cockpit, Terminal
from cockpit.domain.wording import say


@pytest.fixture
def cockpit(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Cockpit:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Cockpit({"TZ": "Asia/Tokyo", "USER": "Sam"}, clock)


def test_a_drill_is_never_played_in_a_real_incident(cockpit: Cockpit, tmp_path: Path) -> None:
    path = tmp_path / "real.db"
    cockpit.services(path).incidents.open("Notifications delayed", 2)
    with pytest.raises(Refusal, match="real incident"):
        cockpit.drill(path, None, 10.0)
    assert len(cockpit.services(path).desk.store.incidents()) == 1


def test_there_are_scenarios_in_both_languages(cockpit: Cockpit) -> None:
    assert len(cockpit.scenarios()) >= 2


def test_without_a_configuration_the_guides_policy_holds_in_the_machines_zone(cockpit: Cockpit) -> None:
    house = cockpit.house()
    assert str(house.zone) == "Asia/Tokyo"
    assert house.policy.update_s == 20 * 60
    assert cockpit.services(None).desk.actor == "Sam"


def test_the_database_is_the_named_one_else_the_variables_else_the_users(tmp_path: Path, cockpit: Cockpit) -> None:
    assert cockpit.database(tmp_path / "a.db") == tmp_path / "a.db"
    assert Cockpit({"COCKPIT_DB": str(tmp_path / "b.db")}).database(None) == tmp_path / "b.db"
    assert cockpit.database(None).is_relative_to(tmp_path / "data")


def test_problems_of_the_outside_have_a_line_and_bugs_have_none(cockpit: Cockpit, tmp_path: Path) -> None:
    wrong = ConfigError(tmp_path / "config.toml", say("is empty"), ("zone",))
    assert cockpit.explain(wrong) == f"{tmp_path / 'config.toml'}: zone: is empty"
    assert cockpit.explain(KeyError("zone")) is None


def test_nothing_is_written_to_a_terminal_that_no_screen_has() -> None:
    terminal, written = Terminal(), list[str]()
    with pytest.raises(OSError, match="no screen"):
        terminal.write("x")
    terminal.own(written.append)
    terminal.write("x")
    terminal.own(None)
    with pytest.raises(OSError, match="no screen"):
        terminal.write("y")
    assert written == ["x"]

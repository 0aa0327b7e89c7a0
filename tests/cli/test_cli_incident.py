"""Opening an incident, its status, and the list."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support import FixedClock, minute

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.words import Channel, Lang, Stage

Run = Callable[..., Result]
Ask = Callable[..., Any]


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def test_new_prints_the_id_alone(run: Run) -> None:
    result = run("new", "Notifications delayed", "--severity", "1", "--ic", "Robin", "--no-ui")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.split()) == 1
    assert result.stdout.strip() in run("incidents").stdout


def test_status_as_json_has_the_shape_of_the_contract(ask: Ask, run: Run, clock: FixedClock) -> None:
    incident = run("new", "Notifications delayed", "--no-ui").stdout.strip()
    clock.advance(minutes=2)
    assert ask("status", "--format", "json") == {
        "incident": incident,
        "title": "Notifications delayed",
        "severity": 2,
        "phase": "triage",
        "elapsed_s": 120,
        "due": {"what": "first post", "at": "2026-11-23T14:05:00+00:00", "in_s": 180, "overdue": False},
        "promise": None,
        "approval": {"state": "draft", "why": None},
        "posts": 0,
        "reports": {"total": 0, "customers": 0, "not_relayed": 0},
    }


def test_status_says_what_is_overdue_in_one_line(run: Run, clock: FixedClock) -> None:
    run("new", "Notifications delayed", "--no-ui")
    clock.advance(minutes=8)
    result = run("status")
    assert one_line(result.stdout)
    assert "OVERDUE by 3 min" in result.stdout
    assert "14:05 UTC" in result.stdout


def test_status_tells_the_promise_and_the_approval(
    ask: Ask, services: Services, incident: str, clock: FixedClock
) -> None:
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    text = "We are investigating. The next update comes by 14:20 UTC."
    services.messages.save_draft(incident, Draft(Lang.EN, Channel.STATUS, Stage.INITIAL, text, minute(0)))
    (draft,) = services.desk.store.drafts(incident)
    request = services.messages.ask(incident, [draft])
    assert ask("status", "--format", "json")["approval"]["state"] == "asked"
    services.messages.approve(incident, request, "Robin", e.How.VOICE)
    services.messages.mark_posted(incident, draft, "status page", minute(0))
    clock.advance(minutes=3)
    found = ask("status", "--format", "json")
    assert (found["approval"]["state"], found["posts"]) == ("posted", 1)
    assert datetime.fromisoformat(found["promise"]) == minute(20)


@pytest.mark.parametrize("command", ["status", "timeline", "review", "report no-SMS --customer Acme --via phone"])
def test_no_open_incident_is_a_no_and_makes_no_database(run: Run, database: Path, command: str) -> None:
    result = run(*command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no open incident" in result.stderr
    assert one_line(result.stderr)
    assert not database.exists()


def test_the_incident_last_touched_is_chosen_and_another_by_its_beginning(
    run: Run, ask: Ask, clock: FixedClock
) -> None:
    first = run("new", "First", "--no-ui").stdout.strip()
    clock.advance(minutes=5)
    second = run("new", "Second", "--no-ui").stdout.strip()
    assert ask("status", "--format", "json")["incident"] == second
    clock.advance(minutes=1)
    run("report", "no SMS", "--customer", "Acme", "--via", "phone", "--incident", first)
    assert ask("status", "--format", "json")["incident"] == first
    assert ask("status", "--format", "json", "--incident", second[:13])["incident"] == second


def test_incident_that_is_not_there(run: Run) -> None:
    run("new", "First", "--no-ui")
    result = run("status", "--incident", "0000")
    assert (result.exit_code, one_line(result.stderr)) == (2, True)


def test_the_common_options_stand_before_or_after_the_command(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    incident = run("new", "Elsewhere", "--no-ui", "--db", other).stdout.strip()
    assert incident in run("--db", other, "incidents").stdout
    assert run("incidents").stdout == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13:50", minute(-10)),
        ("14:05", minute(5 - 24 * 60)),
        ("2026-11-23T13:00+00:00", minute(-60)),
        ("-3", minute(-3)),
    ],
)
def test_times_are_the_latest_past_or_present(run: Run, ask: Ask, typed: str, meant: datetime) -> None:
    run("new", "Late", "--call-started", typed, "--no-ui")
    elapsed = ask("status", "--format", "json")["elapsed_s"]
    assert elapsed == (minute(0) - meant).total_seconds()


@pytest.mark.parametrize(
    "args",
    [
        ("new", ""),
        ("new", "\x1b[31m"),
        ("new", "Late", "--severity", "6"),
        ("new", "Late", "--severity", "high"),
        ("new", "Late", "--call-started", "25:99"),
        ("new", "Late", "--call-started", "2026-11-24T14:00+00:00"),
        ("new",),
        ("new", "Late", "--db", "/dev/null/x/cockpit.db"),
        ("status", "--format", "xml"),
        ("nonsense",),
        ("status", "--ui-lang", "fr"),
    ],
)
def test_bad_input_is_one_line_and_2(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args, *(("--no-ui",) if args[0] == "new" else ()))
    assert result.exit_code == 2
    assert one_line(result.stderr), result.stderr
    assert result.stdout == ""


def test_a_database_of_something_else_is_left_alone(run: Run, database: Path) -> None:
    database.write_text("my diary")
    result = run("status")
    assert result.exit_code == 2
    assert one_line(result.stderr)
    assert str(database) in result.stderr
    assert database.read_text() == "my diary"


def test_a_wrong_configuration_names_file_and_key(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('zone = "Mars/Phobos"\n')
    environment["COCKPIT_CONFIG"] = str(file)
    result = run("new", "Late", "--no-ui")
    assert result.exit_code == 2
    assert one_line(result.stderr)
    assert "house.toml" in result.stderr
    assert "zone" in result.stderr


def test_times_are_read_and_shown_in_the_configured_zone(
    run: Run, ask: Ask, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "house.toml"
    file.write_text('zone = "Asia/Tokyo"\n')
    environment["COCKPIT_CONFIG"] = str(file)
    run("new", "Late", "--call-started", "22:55", "--no-ui")
    found = ask("status", "--format", "json")
    assert found["elapsed_s"] == 5 * 60
    assert found["due"]["at"] == "2026-11-23T23:00:00+09:00"


def test_the_screen_needs_a_terminal(run: Run) -> None:
    result = run()
    assert (result.exit_code, one_line(result.stderr)) == (2, True)


def test_incidents_as_json(run: Run) -> None:
    run("new", "Notifications delayed", "--no-ui")
    (line,) = run("incidents", "--format", "json").stdout.splitlines()
    found = json.loads(line)
    assert (found["title"], found["severity"], found["phase"]) == ("Notifications delayed", 2, "triage")


def test_every_command_has_help_for_a_newcomer(run: Run) -> None:
    for name in (
        "",
        "new",
        "drill",
        "report",
        "lint",
        "rules",
        "status",
        "timeline",
        "review",
        "incidents",
        "templates",
        "doctor",
    ):
        result = run(*filter(None, [name, "--help"]))
        assert result.exit_code == 0
        assert "Usage: cockpit" in result.stdout

"""What is read of an incident: timeline, review; and the templates and the doctor."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support import FixedClock, minute

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.cli.timeline import inert
from cockpit.domain import events as e
from cockpit.domain.words import Channel, Lang, Stage

Run = Callable[..., Result]
TEXT = "We are investigating.\n~~~\nThe next update comes by 14:20 UTC."


@pytest.fixture
def led(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident that went public seven minutes after the call began, and then fell silent."""
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    services.messages.save_draft(incident, Draft(Lang.EN, Channel.STATUS, Stage.INITIAL, TEXT, minute(0)))
    (draft,) = services.desk.store.drafts(incident)
    request = services.messages.ask(incident, [draft])
    services.messages.approve(incident, request, "Robin", e.How.WRITING)
    clock.set(7)
    services.messages.mark_posted(incident, draft, "status page", minute(7))
    services.incidents.note(incident, '=HYPERLINK("http://evil.example")')
    clock.set(30)
    return incident


def test_timeline_in_markdown_holds_the_exact_text(run: Run, led: str) -> None:
    shown = run("timeline").stdout
    assert shown.startswith("# Notifications delayed\n")
    assert "## 2026-11-23 (UTC)" in shown
    for line in TEXT.split("\n"):
        assert f"  {line}\n" in shown
    assert "  ~~~~\n" in shown


def test_timeline_as_json_holds_the_whole_journal(run: Run, led: str, services: Services) -> None:
    found = json.loads(run("timeline", "--format", "json").stdout)
    assert found["incident"] == led
    journal = services.desk.store.events(led)
    assert [entry["id"] for entry in found["events"]] == [event.id for event in journal]
    posted = next(entry for entry in found["events"] if entry["kind"] == "posted")
    assert posted["payload"]["text"]["text"] == TEXT
    assert posted["recorded_at"] == "2026-11-23T14:07:00+00:00"


def test_timeline_as_csv_calculates_nothing(run: Run, led: str, services: Services) -> None:
    rows = list(csv.reader(io.StringIO(run("timeline", "--format", "csv").stdout)))
    assert rows[0] == ["recorded_at", "actor", "kind", "what", "text"]
    assert len(rows) == 1 + len(services.desk.store.events(led))
    cells = [cell for row in rows for cell in row]
    assert '\'=HYPERLINK("http://evil.example")' in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_formulas_are_made_texts(cell: str) -> None:
    assert inert(cell).startswith("'")
    assert inert("1 = 1") == "1 = 1"


def test_review_says_what_was_late_and_what_is_overdue(run: Run, led: str) -> None:
    shown = run("review")
    assert shown.exit_code == 0
    assert "the first post came 2 min late" in shown.stdout
    assert "the scoping post is overdue by 18 min" in shown.stdout
    assert "promised 14:20 UTC, broken by 10 min" in shown.stdout


def test_review_as_json(run: Run, led: str) -> None:
    found = json.loads(run("review", "--format", "json").stdout)
    assert (found["first_post_late_s"], found["scoping_late_s"]) == (120, None)
    assert found["promises"] == {"kept": 0, "broken": 1}
    assert found["approvals"] == {"asked": 1, "given": 1, "sent_back": 0, "posts_without": 0}
    assert [each["kind"] for each in found["findings"]] == ["late", "overdue", "promise"]
    (message,) = found["messages"]
    assert message["due"] == {"what": "first post", "at": "2026-11-23T14:05:00+00:00", "basis": "policy"}


def test_review_finds_an_eta_that_went_out(run: Run, services: Services, incident: str, clock: FixedClock) -> None:
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    text = "Logins should work again within 10 minutes."
    services.messages.save_draft(incident, Draft(Lang.EN, Channel.STATUS, Stage.INITIAL, text, minute(0)))
    (draft,) = services.desk.store.drafts(incident)
    services.messages.mark_posted(incident, draft, "status page", minute(0), "the IC insisted")
    found = json.loads(run("review", "--format", "json").stdout)
    assert found["messages"][0]["flags"] == ["eta"]
    assert {each["kind"] for each in found["findings"]} == {"unapproved", "flagged"}


def test_templates_are_listed_shown_and_previewed(run: Run) -> None:
    listed = run("templates").stdout
    assert listed == run("templates", "list").stdout
    assert len(listed.splitlines()) > 30
    assert run("templates", "show", "scoping").stdout.startswith("{#\nstage: scoping\n")
    preview = run("templates", "preview", "scoping", "--lang", "ja", "--channel", "email")
    assert preview.stdout.startswith("件名：")
    assert run("templates", "preview", "handover", "--channel", "voice").exit_code == 0


@pytest.mark.parametrize(
    "args", [("show", "nonsense"), ("preview", "scoping", "--channel", "fax"), ("preview", "scoping", "--lang", "fr")]
)
def test_templates_that_are_not_there(run: Run, args: tuple[str, ...]) -> None:
    result = run("templates", *args)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def own_template(environment: dict[str, str], tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "mine"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "scoping.md.j2").write_text(text)
    config = tmp_path / "house.toml"
    config.write_text('templates = "mine"\n')
    environment["COCKPIT_CONFIG"] = str(config)
    return folder / "en" / "scoping.md.j2"


def test_the_built_in_templates_pass_the_check(run: Run) -> None:
    result = run("templates", "check")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_broken_template_is_named_with_its_line_and_the_built_in_one_serves(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    file = own_template(environment, tmp_path, "{% block status %}\n{{ impact\n{% endblock %}\n")
    checked = run("templates", "check")
    assert checked.exit_code == 1
    assert f"{file}:" in checked.stdout
    preview = run("templates", "preview", "scoping")
    assert preview.exit_code == 0
    assert str(file) in preview.stderr
    assert preview.stdout.strip()
    assert run("doctor").exit_code == 1


def test_an_eta_in_a_template_is_found_by_the_check(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    text = "{% block status %}{{ impact | sentence }} It will be fixed by 15:00 UTC.{% endblock %}\n"
    own_template(environment, tmp_path, text)
    checked = run("templates", "check")
    assert checked.exit_code == 1
    assert "eta: «by 15:00 UTC»" in checked.stdout


def levels(run: Run) -> dict[str, Any]:
    rows = map(json.loads, run("doctor", "--format", "json").stdout.splitlines())
    return {row["name"]: row["level"] for row in rows}


def test_doctor_looks_at_everything_and_changes_nothing(run: Run, database: Path) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert {"python", "textual", "TERM", "clipboard", "database", "time zone", "configuration", "templates"} <= set(
        levels(run)
    )
    assert not database.exists()


def test_doctor_sees_a_database_others_can_read(run: Run, database: Path, incident: str) -> None:
    assert levels(run)["database"] == "ok"
    database.chmod(0o644)
    assert levels(run)["database"] == "wrong"
    assert f"chmod 600 {database}" in run("doctor").stdout


def test_doctor_works_with_a_broken_configuration(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text("zone = ")
    environment["COCKPIT_CONFIG"] = str(file)
    result = run("doctor")
    assert result.exit_code == 1
    assert "house.toml" in result.stdout


def test_the_drill_names_its_scenarios(run: Run) -> None:
    result = run("drill", "--scenario", "nonsense")
    assert result.exit_code == 2
    assert "notifications" in result.stderr
    assert run("drill", "--speed", "0").exit_code == 2

"""Who has no reply yet, for people, scripts and spreadsheets; and ticking them off."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from cockpit.application.services import Services
from cockpit.domain.reports import NewReport, Via

Run = Callable[..., Result]


@pytest.fixture
def logged(services: Services, incident: str) -> list[str]:
    """The ids of three enquiries, one of them hostile."""
    said = [
        NewReport("no SMS", "Acme", Via.PHONE, contact="+44 20 7946 0018", premium=True),
        NewReport("請求が開かない", "アクメ商事", Via.EMAIL),
        NewReport('=HYPERLINK("x")\nnow', "@Globex", Via.CHAT, contact="-1+1"),
    ]
    return services.reports.log(incident, said)


def test_who_is_left_is_listed_newest_first(run: Run, logged: list[str]) -> None:
    lines = run("replies").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(reversed(logged))
    assert "アクメ商事" in lines[1]


def test_as_json(ask: Callable[..., Any], logged: list[str], incident: str) -> None:
    answer = ask("replies", "--format", "json")
    assert answer["incident"] == incident
    assert answer["unanswered"][2] == {
        "id": logged[0],
        "received_at": "2026-11-23T14:00:00+00:00",
        "via": "phone",
        "customer": "Acme",
        "contact": "+44 20 7946 0018",
        "premium": True,
        "component": "",
        "region": "",
        "text": "no SMS",
    }


def test_no_cell_of_the_csv_is_calculated(run: Run, logged: list[str]) -> None:
    header, *rows = csv.reader(io.StringIO(run("replies", "--format", "csv").stdout))
    assert header[:4] == ["id", "received_at", "via", "customer"]
    hostile = dict(zip(header, rows[0], strict=True))
    assert (hostile["customer"], hostile["contact"], hostile["text"]) == (
        "'@Globex",
        "'-1+1",
        '\'=HYPERLINK("x")\nnow',
    )
    assert rows[2][header.index("contact")] == "'+44 20 7946 0018"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_ticking_off_leaves_the_others(run: Run, services: Services, incident: str, logged: list[str]) -> None:
    result = run("replies", "--done", logged[0], "--done", logged[2], "--done", logged[0])
    assert (result.exit_code, result.stdout) == (0, "2 enquiries: replied\n")
    assert [report.id for report in services.reports.unanswered(incident)] == [logged[1]]
    assert json.loads(run("replies", "--format", "json").stdout)["unanswered"][0]["id"] == logged[1]
    run("replies", "--done", logged[1])
    result = run("replies")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "every enquiry has its reply\n")


def test_what_is_no_open_enquiry_is_named_and_nothing_is_ticked_off(
    run: Run, services: Services, incident: str, logged: list[str]
) -> None:
    result = run("replies", "--done", logged[0], "--done", "nobody")
    assert result.exit_code == 2
    assert "nobody is no enquiry without a reply" in result.stderr
    assert len(services.reports.unanswered(incident)) == 3

"""Handing over, and erasing customers' data, from the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from cockpit.application.services import Services
from cockpit.domain.reports import NewReport, Via

Run = Callable[..., Result]


def test_a_handover_says_what_is_due_and_records_who_takes_over(run: Run, services: Services, incident: str) -> None:
    services.incidents.ask_question(incident, "is the EU affected too?")
    result = run("handover", "--to", "Alex")
    assert result.exit_code == 0, result.stderr
    assert "first post, 14:05 UTC" in result.stdout
    assert "is the EU affected too?" in result.stdout
    assert services.desk.load(incident).liaison == "Alex"


def test_one_customer_is_forgotten(run: Run, services: Services, incident: str) -> None:
    services.reports.log(incident, [NewReport("late", "Acme", Via.PHONE), NewReport("slow", "Globex", Via.PHONE)])
    result = run("purge", "--customer", "ACME", "--yes")
    assert (result.exit_code, result.stdout) == (0, "1 report blanked\n")
    assert sorted(r.customer for r in services.desk.store.reports(incident)) == ["", "Globex"]


def test_erasing_asks_first(run: Run, services: Services, incident: str) -> None:
    services.reports.log(incident, [NewReport("late", "Acme", Via.PHONE)])
    assert run("purge", "--customer", "Acme", input="n\n").exit_code != 0
    assert services.desk.store.reports(incident)[0].customer == "Acme"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say what to erase"),
        (("--after", "90d", "--customer", "Acme"), "say what to erase"),
        (("--after", "soon", "--yes"), "write a number of days such as 90d"),
    ],
)
def test_what_to_erase_must_be_clear(run: Run, incident: str, arguments: tuple[str, ...], said: str) -> None:
    result = run("purge", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1

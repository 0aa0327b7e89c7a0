"""What customers say, by keyboard: the counts, naming a symptom, its reports, and what the IC was told."""

from __future__ import annotations

import pytest
from seat import Sit
from support import FixedClock

from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.reports import NewReport, Via


@pytest.fixture
def logged(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident with two symptoms, in three wordings."""
    for customer, text in [("Acme", "no SMS"), ("Globex", "No SMS since 14:00"), ("Initech", "texts are missing")]:
        clock.advance(1)
        services.reports.log(incident, [NewReport(text, customer, Via.PHONE, region="EU")])
    return incident


async def test_symptoms_are_put_together_by_name_and_apart_again(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+g")
        assert "3 customers in 3 reports" in seat.text
        assert "2 customers in 2 reports" in seat.text
        assert "not how many are affected" in seat.text
        await seat.press("enter", "n")
        await seat.type("Texts\n")
        assert "Texts | 2 customers in 2 reports" in seat.text
        await seat.press("down", "enter", "n")
        await seat.type("texts\n")
        assert "Texts | 3 customers in 3 reports" in seat.text.replace("texts", "Texts")
        assert len(seat.recorded(e.SymptomNamed)) == 2
        await seat.press("enter", "w")
        assert "named by hand" not in seat.text
        await seat.press("escape")
        assert seat.app.focused is seat.editor


async def test_a_symptom_s_reports_are_read(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+g", "enter", "r")
        await seat.type("globex")
        await seat.press("enter")
        assert "Customer: Globex" in seat.text


async def test_what_the_ic_was_told_is_read_there(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+g", "t")
        assert "nothing has been relayed yet" in seat.text
        await seat.press("escape", "ctrl+r", "v", "alt+g", "t")
        assert "Sam, by voice, of 3 reports" in seat.text
        assert "3 customers have reported" in seat.text
        await seat.press("escape", "a")
        assert "Symptoms:" in seat.text
        assert "EU: 3 customers in 3 reports" in seat.text


async def test_nothing_said_is_said(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("alt+g")
        assert any("no customer has said anything" in said for said in seat.said)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_dialog_shows_numbers_symptoms_and_keys_at_every_size(
    sit: Sit, logged: str, size: tuple[int, int]
) -> None:
    async with sit(logged, size) as seat:
        await seat.press("alt+g")
        for part in ("3 customers in 3 reports", "Last 10 min", "all the numbers", "Esc: leave"):
            assert part in seat.text

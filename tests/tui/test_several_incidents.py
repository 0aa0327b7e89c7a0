"""Several incidents at once: the nearest deadline of the others in the cockpit, its bell, the way there and back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from seat import Sit
from support import START, FixedClock

from cockpit import i18n
from cockpit.application.services import Services
from cockpit.domain.words import Phase


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=str)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_what_is_due_first_elsewhere_is_in_view_at_every_size(
    sit: Sit, services: Services, incident: str, clock: FixedClock, size: tuple[int, int], lang: str
) -> None:
    i18n.use(lang)
    services.incidents.open("検索が遅い Search is slow", 1, "Jo", START - timedelta(minutes=2))
    async with sit(incident, size) as seat:
        await seat.until(lambda: "検索" in seat.text, "the other incident")
        shown = seat.pane("#elsewhere")
        assert i18n._("DUE FIRST") in shown
        assert "03:00" in shown
        assert "alt+o" in shown
        assert seat.editor.size.height >= 6
        clock.set(4)
        await seat.settle()
        assert f"{i18n._('OVERDUE')} -01:00" in seat.pane("#elsewhere")


async def test_alone_it_takes_no_row(sit: Sit, incident: str) -> None:
    async with sit(incident, (80, 24)) as seat:
        assert not seat.room.query_one("#elsewhere").display


async def test_it_appears_when_another_process_opens_an_incident_and_goes_when_that_is_closed(
    sit: Sit, services: Services, incident: str, clock: FixedClock
) -> None:
    async with sit(incident) as seat:
        clock.set(1)
        other = services.incidents.open("Search is slow", 3, "Jo")
        await seat.until(lambda: "Search is slow" in seat.text, "the other incident")
        assert "elsewhere 05:00" in seat.pane("#elsewhere")
        clock.set(2)
        services.incidents.change_phase(other, Phase.CLOSED, "a mistake")
        await seat.until(lambda: "Search is slow" not in seat.text, "the row to go")
        assert not seat.room.query_one("#elsewhere").display


async def test_the_bell_rings_once_when_the_other_one_becomes_overdue(
    sit: Sit, services: Services, incident: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.incidents.open("Search is slow", 1, "Jo", START - timedelta(minutes=2))
    rung: list[float] = []
    async with sit(incident) as seat:
        await seat.until(lambda: "Search is slow" in seat.text, "the other incident")
        monkeypatch.setattr(seat.app, "bell", lambda: rung.append(1))
        clock.set(2.9)
        await seat.settle()
        assert rung == []
        clock.set(3.1)
        await seat.settle()
        await seat.settle()
        assert rung == [1]
        assert seat.app._window_title.endswith("| Search is slow")
        clock.set(5.1)  # and now this one
        await seat.settle()
        assert rung == [1, 1]


async def test_alt_o_and_enter_lead_to_the_most_pressing_other_one_and_back(
    sit: Sit, services: Services, incident: str, clock: FixedClock
) -> None:
    clock.set(1)
    other = services.incidents.open("Search is slow", 3, "Jo")
    async with sit(incident) as seat:
        await seat.type("typed here")
        await seat.press("alt+o", "enter")
        await seat.until(lambda: seat.cockpit and seat.room.incident == other, "the other incident")
        await seat.until(lambda: "Notifications delayed" in seat.pane("#elsewhere"), "the first one's deadline")
        await seat.press("alt+o", "enter")
        await seat.until(lambda: seat.cockpit and seat.room.incident == incident, "the first incident")
        assert seat.draft == "typed here"

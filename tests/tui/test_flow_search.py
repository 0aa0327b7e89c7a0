"""Searching and filtering the log in place: as one types, in any script, without losing one's place or the full log."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from seat import Seat, Sit
from support import FixedClock

from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.services import Services
from cockpit.domain.events import How
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.reports import NewReport, Via
from cockpit.tui.searching import Searcher
from cockpit.tui.widgets.report_log import ReportLog

SAID = [
    NewReport("請求の画面が開きません", "アクメ商事", Via.PHONE, "請求", "JP"),
    NewReport("no SMS", "Globex", Via.EMAIL, "SMS", "EU", premium=True),
    NewReport("search is slow", "Initech", Via.CHAT, "Search", "US East"),
    NewReport("no SMS at all", "Umbra", Via.PHONE, "SMS", "EU"),
]


@pytest.fixture
def logged(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident with four reports, the first one relayed."""
    for each in SAID:
        clock.advance(seconds=10)
        services.reports.log(incident, [each])
    services.reports.relay(incident, services.reports.not_relayed(incident)[-1:], "one", How.VOICE)
    return incident


def shown(seat: Seat) -> list[str]:
    """The customers in the log, top to bottom."""
    return [name for row in seat.pane("#reports").splitlines() for name in _names() if name in row]


def rows(seat: Seat) -> list[str]:
    """The log's rows without its scrollbar."""
    return [row[:30] for row in seat.pane("#reports").splitlines()]


def _names() -> list[str]:
    return [each.customer for each in SAID]


async def test_each_keystroke_narrows_the_log_and_esc_gives_all_of_it_back(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.write("my draft")
        await seat.press("alt+s")
        await seat.type("請求")
        assert shown(seat) == ["アクメ商事"]
        assert "FOUND 1" in seat.text
        await seat.press("backspace", "backspace")
        assert len(shown(seat)) == 4
        await seat.type("SMS no")
        assert shown(seat) == ["Umbra", "Globex"]
        await seat.press("escape")
        assert len(shown(seat)) == 4
        assert "REPORTS 4" in seat.text
        assert not seat.room.query_one("#report-search").display
        assert seat.app.focused is seat.editor
        assert seat.draft == "my draft"


async def test_what_was_found_is_opened_with_enter_and_the_search_goes_on(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+s")
        await seat.type("slow")
        await seat.press("enter", "enter")
        assert "Customer: Initech" in seat.text
        await seat.press("escape")
        assert shown(seat) == ["Initech"]
        assert isinstance(seat.app.focused, ReportLog)
        await seat.press("alt+s")
        assert seat.app.focused is seat.room.query_one("#report-search")
        await seat.press("down", "escape")
        # The first Esc ends the search, the second one leaves the log.
        assert len(shown(seat)) == 4
        assert isinstance(seat.app.focused, ReportLog)
        await seat.press("escape")
        assert seat.app.focused is seat.editor


async def test_nothing_found_is_said_in_the_pane(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+s")
        await seat.type("nothing like it")
        assert "no report is like that" in seat.pane("#reports")
        assert "FOUND 0" in seat.text
        await seat.press("escape")
        assert len(shown(seat)) == 4


async def test_filters_are_chosen_from_a_menu_shown_in_the_heading_and_hold_with_the_words(
    sit: Sit, logged: str
) -> None:
    async with sit(logged, (160, 40)) as seat:
        await seat.press("alt+v", "n")
        assert shown(seat) == ["Umbra", "Initech", "Globex"]
        await seat.press("alt+v", "r")
        await seat.type("eu")
        await seat.press("enter")
        assert shown(seat) == ["Umbra", "Globex"]
        assert "FOUND 2 | not relayed | #EU" in seat.text
        await seat.press("alt+v")
        assert "region: EU" in seat.text
        await seat.press("p")
        assert shown(seat) == ["Globex"]
        await seat.press("alt+v", "p", "alt+s")
        await seat.type("all")
        assert shown(seat) == ["Umbra"]
        await seat.press("alt+v", "a")
        assert shown(seat) == ["Umbra"]
        assert "FOUND 1" in seat.text
        await seat.press("escape")
        assert len(shown(seat)) == 4


async def test_a_way_and_a_component_are_filters_that_can_be_taken_back(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+v", "v")
        await seat.type("phone")
        await seat.press("enter")
        assert shown(seat) == ["Umbra", "アクメ商事"]
        await seat.press("alt+v", "c")
        await seat.type("請求")
        await seat.press("enter")
        assert shown(seat) == ["アクメ商事"]
        for letter in "vc":
            await seat.press("alt+v", letter)
            await seat.type("any")
            await seat.press("enter")
        assert len(shown(seat)) == 4


async def test_reports_that_come_in_while_searching_dont_move_what_is_read(
    sit: Sit, incident: str, services: Services
) -> None:
    first = [NewReport(f"no SMS {at}", f"Customer {at}", Via.EMAIL) for at in range(80)]
    services.reports.log(incident, first)
    async with sit(incident) as seat:
        await seat.press("alt+s")
        await seat.type("SMS")
        await seat.press("enter", "pagedown", "pagedown")
        log = seat.room.query_one(ReportLog)
        before = rows(seat)
        store = SqliteStore(services.database)
        other = CustomerReports(replace(services.desk, store=store, actor="Alex"))
        news = [NewReport("no SMS either", "New", Via.EMAIL), NewReport("slow", "New", Via.EMAIL)] * 3
        await asyncio.to_thread(other.log, incident, news)
        await seat.until(lambda: "FOUND 83" in seat.text, "the new ones")
        await seat.settle()
        assert rows(seat) == before
        assert log.count == 83
        await seat.press("home")
        assert "no SMS either" in seat.pane("#reports")
        store.close()


async def test_what_is_relayed_leaves_the_not_relayed_ones(sit: Sit, logged: str) -> None:
    async with sit(logged) as seat:
        await seat.press("alt+v", "n")
        assert len(shown(seat)) == 3
        await seat.press("ctrl+r", "v")
        await seat.until(lambda: "FOUND 0" in seat.text, "the log without them")
        assert "no report is like that" in seat.pane("#reports")


def test_reading_anew_leaves_the_machine_to_the_typing(store: SqliteStore, incident: str) -> None:
    times = iter([0.0, 0.5, 0.5, 4.0, 6.0])
    searcher = Searcher(store, incident, lambda: next(times))
    assert searcher.find(Narrowing("a"), anew=True) == ()
    assert searcher.rests_for() == 4.5
    assert searcher.rests_for() == 1.0
    assert searcher.rests_for() == 0

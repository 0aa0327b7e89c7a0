"""What is said in passing stands where it covers nothing that is read or typed."""

from __future__ import annotations

import pytest
from seat import Seat
from support import FixedClock
from textual.widgets._toast import Toast, ToastRack

from cockpit.application.ports import Copied, Way
from cockpit.application.services import Services
from cockpit.tui.app import CockpitApp


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
async def test_its_edges_are_those_of_the_pane_below(
    services: Services, incident: str, clock: FixedClock, size: tuple[int, int]
) -> None:
    """A wide character across an edge of what lies under it is lost when that is painted."""
    app = CockpitApp(services, incident)
    async with app.run_test(size=size, notifications=True) as pilot:
        seat = Seat(services, clock, app, pilot)
        await seat.settle()
        seat.room.tell("お客様からお問い合わせが来ています")
        await seat.until(lambda: "お客様" in seat.text, "what was said")
        toast, pane = seat.room.query_one(Toast).region, seat.room.query_one("#right").region
        assert (toast.x, toast.right) == (pane.x, pane.right)


async def test_what_is_known_of_a_copy_is_said_in_full_once(
    services: Services, incident: str, clock: FixedClock
) -> None:
    app = CockpitApp(services, incident)
    async with app.run_test() as pilot:
        seat = Seat(services, clock, app, pilot)
        await seat.settle()
        copied = Copied(Way.TMUX, confirmed=False, detail="in the buffer; nobody knows more")
        for _ in range(2):
            await seat.room.show_copied(copied, "text")
            await seat.settle()
        assert seat.said[-2:] == ["in the buffer; nobody knows more", "in the buffer"]


async def test_it_leaves_the_report_line_and_waits_while_a_dialog_is_open(
    services: Services, incident: str, clock: FixedClock
) -> None:
    app = CockpitApp(services, incident)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        seat = Seat(services, clock, app, pilot)
        await seat.settle()
        seat.room.tell("the call says something")
        await seat.until(lambda: "the call says" in seat.text, "what was said")
        toast = seat.room.query_one(Toast)
        assert toast.region.bottom <= seat.line.region.y
        await seat.press("ctrl+g")
        dialog = app.screen
        await seat.until(lambda: dialog.query(Toast), "the toast over the dialog")
        assert dialog.query_one(ToastRack).size.height == 0
        inside = dialog.query_one(".dialog").region
        covered = [row[inside.x : inside.right] for row in seat.rows[inside.y : inside.bottom]]
        assert not any("the call says" in row for row in covered)
        await seat.press("escape")
        await seat.until(lambda: "the call says" in seat.text, "what was said")

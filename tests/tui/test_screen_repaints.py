"""What is sent to the terminal follows from what changed: no moment repaints the whole screen."""

from __future__ import annotations

from typing import Any

import pytest
from seat import Sit
from support import FixedClock
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from cockpit.domain.reports import NewReport, Via
from cockpit.tui.screens.cockpit import CockpitScreen
from cockpit.tui.widgets.rowwise_text_area import RowwiseTextArea


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each repaint or layout of the whole screen, noted."""
    asked: list[str] = []
    refresh = CockpitScreen.refresh

    def noted(
        self: CockpitScreen, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> CockpitScreen:
        if layout or (repaint and not regions):
            asked.append("layout" if layout else "repaint")
        return refresh(self, *regions, repaint=repaint, layout=layout, recompose=recompose)

    monkeypatch.setattr(CockpitScreen, "refresh", noted)
    return asked


async def test_neither_a_second_nor_a_keystroke_repaints_the_whole_screen(
    sit: Sit, incident: str, clock: FixedClock, whole: list[str]
) -> None:
    async with sit(incident) as seat:
        await seat.type("We are investigating.")
        whole.clear()
        clock.advance(seconds=1)
        await seat.settle()
        await seat.type(" More")
        await seat.press("left", "right", "backspace")
        assert whole == []


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Widget, int]]:
    """Each widget that was asked for rows, and for how many."""
    asked: list[tuple[Widget, int]] = []
    for kind in (Widget, RowwiseTextArea):
        render = kind.render_lines

        def noted(self: Widget, crop: Region, render: Any = render) -> list[Strip]:
            asked.append((self, crop.height))
            strips: list[Strip] = render(self, crop)
            return strips

        monkeypatch.setattr(kind, "render_lines", noted)
    return asked


async def test_a_keystroke_asks_for_the_row_it_changed_of_what_lies_there(
    sit: Sit, incident: str, rendered: list[tuple[Widget, int]]
) -> None:
    async with sit(incident) as seat:
        await seat.type("We are investigating.")
        rendered.clear()
        seat.editor.insert("!")
        assert {widget.id for widget, _ in rendered} == {"draft", "left", "panes", seat.room.id}
        assert {rows for _, rows in rendered} == {1}


async def test_a_keystroke_writes_one_row(sit: Sit, incident: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    async with sit(incident) as seat:
        await seat.type("We are investigating. " * 90)

        def display(screen: Screen[object], update: object) -> None:
            if isinstance(update, CompositorUpdate):
                written.append(len(update.render_segments(seat.app.console).encode()))

        monkeypatch.setattr(seat.app, "_display", display)
        for letter in "keys":
            await seat.type(letter)
        # The row, the heading's count of characters, the path; a hint that moved.
        assert sum(written) / 4 < 1000


async def test_reports_that_come_in_leave_the_draft_and_its_hints_alone(
    sit: Sit, incident: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(incident) as seat:
        await seat.type("We are investigating. It will be fixed soon.")
        read, painted = list[str](), set[str | None]()
        refresh = Widget.refresh

        def noted(self: Widget, *regions: Region, repaint: bool = True, **how: bool) -> Widget:
            if repaint:
                painted.add(self.id)
            return refresh(self, *regions, repaint=repaint, **how)

        monkeypatch.setattr(Widget, "refresh", noted)
        monkeypatch.setattr(seat.room, "read_soon", lambda: read.append("again"))
        seat.services.reports.log(incident, [NewReport(f"no push {at}", "Acme", Via.CHAT) for at in range(20)])
        await seat.until(lambda: "REPORTS 20" in seat.text)
        await seat.settle()
        assert read == []
        assert "reports" in painted
        assert not {"draft", "hints", "phase", "path", "due", "digits", "keys"} & painted

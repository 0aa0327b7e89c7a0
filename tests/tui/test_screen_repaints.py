"""What is sent to the terminal follows from what changed: no moment repaints the whole screen."""

from __future__ import annotations

import pytest
from seat import Sit
from support import FixedClock
from textual.geometry import Region

from cockpit.tui.screens.cockpit import CockpitScreen


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

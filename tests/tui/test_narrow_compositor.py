"""Asking only the widgets that changed writes what asking all of them would have written."""

from __future__ import annotations

import re

import pytest
from seat import Sit
from support import FixedClock
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App

from cockpit.domain.reports import NewReport, Via
from cockpit.tui.narrow_compositor import NarrowCompositor

# The stock one also moves the cursor to places where it then writes nothing.
_IDLE_MOVE = re.compile(r"\x1b\[\d+;\d+H(?=\x1b\[\d+;\d+H|\n|$)")


def written(update: ChopsUpdate | None, app: App[str]) -> str:
    return "" if update is None else _IDLE_MOVE.sub("", update.render_segments(app.console))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_it_writes_what_the_stock_one_writes(
    sit: Sit, incident: str, clock: FixedClock, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = NarrowCompositor.render_partial_update
    compared: list[tuple[str, str]] = []

    async with sit(incident, size) as seat:

        def both(self: NarrowCompositor) -> ChopsUpdate | None:
            changed = set(self._dirty_regions)
            ours = narrow(self)
            self._dirty_regions = changed
            compared.append((written(ours, seat.app), written(Compositor.render_partial_update(self), seat.app)))
            return ours

        monkeypatch.setattr(NarrowCompositor, "render_partial_update", both)
        await seat.type("We are investigating. 通知が遅れています。It will be fixed soon.")
        await seat.press("enter", "up", "left", "backspace", "ctrl+z")
        said = [NewReport(f"no push {number}", f"Acme {number}", Via.CHAT) for number in range(60)]
        seat.services.reports.log(incident, said)
        await seat.settle()
        seat.app.notify("said in passing, over the reports")
        await seat.settle()
        clock.advance(minutes=4, seconds=30)
        await seat.press("alt+s")
        await seat.type("push 1")
        await seat.press("enter", "pagedown", "escape", "f8")
        assert len(compared) > 15
        for ours, stock in compared:
            assert ours == stock

"""A fault of the app's own ends it without a traceback; whoever started it hears what it was."""

from __future__ import annotations

import pytest
from support import FixedClock

from cockpit.application.services import Services
from cockpit.tui.app import CockpitApp


async def test_a_fault_is_kept_for_whoever_started_the_app(
    services: Services, incident: str, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    app = CockpitApp(services, incident)

    def fail() -> None:
        raise RuntimeError("a pane fell out")

    async def sit() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(RuntimeError, match="a pane fell out"):
        await sit()
    assert isinstance(app.crash, RuntimeError)
    written = capsys.readouterr()
    assert "Traceback" not in written.out + written.err

"""The cockpit on a real database with the prepared messages and a clock that stands, driven by its keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest
from seat import Seat, Sit, sit_down
from support import FixedClock

from cockpit import i18n
from cockpit.adapters.templates import Templates
from cockpit.application.services import Services
from cockpit.lint.model import Settings
from cockpit.tui.screens import host, live


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A test that speaks another language leaves none of it behind."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for hands that rest: the lint reads, drafts are saved and the database is looked at at once."""
    for module, name in ((live, "READ_AFTER_S"), (host, "SAVE_AFTER_S"), (live, "WATCH_S")):
        monkeypatch.setattr(module, name, 0.02)


@pytest.fixture
def services(services: Services) -> Services:
    """All use cases of the desk, with the real templates, and a domain of our own that customers know."""
    proofreader = replace(services.proofreader, settings=Settings(own_domains=("example.com",)))
    return replace(
        services,
        filler=replace(services.filler, templates=Templates(None)),
        messages=replace(services.messages, proofreader=proofreader),
        proofreader=proofreader,
    )


@pytest.fixture
def sit(services: Services, clock: FixedClock) -> Sit:
    """Sits down at the cockpit: ``async with sit(incident) as seat``; without an incident at the start screen."""

    def down(incident: str = "", size: tuple[int, int] = (120, 36)) -> AbstractAsyncContextManager[Seat]:
        return sit_down(services, clock, incident, size)

    return down

"""When garbage is collected: put off while busy, made up for when quiet, never put off for good."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable, Iterator

import pytest
from textual.app import App

from cockpit.tui.gc_policy import QuietCollector


@pytest.fixture(autouse=True)
def own_collector() -> Iterator[None]:
    """No collection but the test's own, and the settings as they were afterwards."""
    thresholds, enabled = gc.get_threshold(), gc.isenabled()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    if enabled:
        gc.enable()


class Clockwork:
    """Keeps what it is asked to call."""

    def __init__(self) -> None:
        self.painted: list[Callable[[], object]] = []
        self.intervals: list[Callable[[], object]] = []

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        self.painted.append(callback)
        return True

    def set_interval(self, interval: float, callback: Callable[[], object]) -> object:
        self.intervals.append(callback)
        return interval


class Knot:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


def tie() -> weakref.ref[Knot]:
    """An old knot that has just become garbage: the young collections don't see it."""
    knot = Knot()
    gc.collect(1)
    return weakref.ref(knot)


def young(times: int) -> None:
    for _ in range(times):
        gc.collect(0)


full_collections_stall = pytest.mark.skipif(sys.version_info >= (3, 14), reason="collected in small steps")


def begun(**limits: int) -> QuietCollector:
    collector, clockwork = QuietCollector(**limits), Clockwork()
    collector.attach(clockwork)
    for callback in clockwork.painted:
        callback()
    assert clockwork.intervals == [collector.look]
    return collector


@full_collections_stall
def test_after_the_first_paint_what_exists_is_set_aside_and_full_collections_are_put_off() -> None:
    gc.unfreeze()
    begun()
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[2] >= 1_000_000


@full_collections_stall
def test_nothing_is_collected_while_busy_and_all_when_quiet() -> None:
    collector = begun(busy=2, limit=100)
    young(1)
    knot = tie()
    young(5)
    assert not collector.look()
    assert knot() is not None
    assert collector.look()
    assert knot() is None
    assert not collector.look(), "nothing was made since"


@full_collections_stall
def test_it_is_not_put_off_for_good() -> None:
    collector = begun(busy=2, limit=20)
    looks = []
    for _ in range(6):
        young(5)
        looks.append(collector.look())
    assert looks == [False, False, False, True, False, False]


@full_collections_stall
async def test_it_works_in_an_app() -> None:
    gc.unfreeze()
    before = gc.get_freeze_count()
    app: App[None] = App()
    async with app.run_test() as pilot:
        QuietCollector().attach(app)
        await pilot.pause()
        assert gc.get_freeze_count() > before

"""What is typed and recorded outlives a kill, and a terminal is given back as it was found."""

from __future__ import annotations

import signal
import time

import pytest
from liaison import Liaison, Machine
from terminal_driver import ALTERNATE_SCREEN, BRACKETED_PASTE, CURSOR, FOCUS_EVENTS, MOUSE, Terminal

SAVED_WITHIN_S = 0.5
"""How much of the typing a crash may cost."""


def test_after_kill_9_the_draft_is_there_up_to_the_last_half_second(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        Liaison(at).logs("Acme phone: no receipts")
        at.wait_for("1 not relayed")
        typed = _type_for(at, 2.5)
        at.signal(signal.SIGKILL)
        killed = time.monotonic()
        assert at.wait_end() == -signal.SIGKILL
    due = "".join(text for text, when in typed if when < killed - SAVED_WITHIN_S)
    assert len(due) > 100
    assert machine.draft().startswith(due)
    assert machine.asked("status")["reports"]["total"] == 1
    with machine.sit_down() as at:
        at.wait_for("Acme", machine.draft().split()[0], "1 not relayed")
        at.wait_for(machine.draft().split()[-2])


def test_after_kill_9_the_facts_sheet_is_there_as_it_was_typed(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        Liaison(at).opens("ctrl+f", "Cause")
        at.type("Card payments fail")
        at.press("tab")
        at.type("カード決済が失敗します")
        at.wait_for("カード決済が失敗します")
        at.wait_until(lambda: "カード決済が失敗します" in machine.unfinished("facts").values(), "it to be on disk")
        at.signal(signal.SIGKILL)
        assert at.wait_end() == -signal.SIGKILL
    with machine.sit_down() as at:
        at.wait_for("facts typed, not recorded (^F)")
        Liaison(at).opens("ctrl+f", "Cause")
        at.wait_for("Card payments fail", "カード決済が失敗します", "Not recorded yet")
        at.press("enter")
        at.wait_gone("Cause", "not recorded")
    assert machine.unfinished("facts") == {}
    assert "Card payments fail" not in machine.run("timeline")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        Liaison(at).opens("ctrl+f", "Cause")
        at.wait_for("Card payments fail", "What you type here is kept")


def _type_for(at: Terminal, seconds: float) -> list[tuple[str, float]]:
    """Type numbered words as somebody fast does, each one when the one before has shown; what was typed when."""
    typed: list[tuple[str, float]] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        word = f"w{len(typed):03} "
        at.type(word)
        typed.append((word, time.monotonic()))
        at.wait_for(word.strip())
    return typed


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_saves_the_draft_and_gives_the_terminal_back(machine: Machine, number: signal.Signals) -> None:
    machine.run("new", "Payments fail", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        assert {ALTERNATE_SCREEN, *MOUSE} & at.modes
        at.type("typed at the last moment")
        at.wait_for("typed at the last moment")
        at.signal(number)
        assert at.wait_end() >= 0, "it ends by itself, in good order"
        assert at.modes & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS_EVENTS, *MOUSE} == set()
        assert CURSOR in at.modes
        assert "Traceback" not in at.written
    assert machine.draft() == "typed at the last moment"


def test_a_window_that_is_closed_leaves_the_draft(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        at.type("typed at the last moment")
        at.wait_for("last moment")
        at.hang_up()
    assert machine.draft() == "typed at the last moment"

"""A real X server: what is called copied can be pasted by another program; a display that is dead or hangs isn't."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from x_display import Display, needs_display, x_display

from cockpit.adapters.clipboard import SystemClipboard
from cockpit.application.ports import Way

needs_xclip = pytest.mark.skipif(
    not shutil.which("xclip"), reason="install xclip (Debian: apt-get install xclip) to test a dead display"
)

POST = "We are investigating delayed notifications.\n次のお知らせは 14:31 (UTC) です。📣\n"


@pytest.fixture
def display() -> Iterator[Display]:
    with x_display() as display:
        yield display


@needs_display
def test_a_copy_is_confirmed_by_pasting_back_and_outlives_the_copying(display: Display, tmp_path: Path) -> None:
    written: list[str] = []
    clipboard = SystemClipboard(display.env, written.append, tmp_path, platform="linux", desktop_s=30)
    copied = clipboard.copy(POST)
    assert (copied.way, copied.confirmed, copied.path) == (Way.DESKTOP, True, None)
    assert copied.detail == "on the clipboard; pasting back gave the same text"
    assert display.paste() == POST
    assert clipboard.copy("the next one").confirmed
    assert display.paste() == "the next one"
    assert (written, list(tmp_path.iterdir())) == ([], [])


@needs_display
def test_a_long_text_has_room_on_the_desktop(display: Display, tmp_path: Path) -> None:
    text = "お客様へ。\n" * 30_000
    copied = SystemClipboard(display.env, None, tmp_path, platform="linux", desktop_s=30).copy(text)
    assert (copied.way, copied.confirmed) == (Way.DESKTOP, True)
    assert display.paste() == text


@needs_display
def test_a_display_that_hangs_keeps_nobody_waiting(display: Display, tmp_path: Path) -> None:
    display.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    copied = SystemClipboard(display.env, None, tmp_path, platform="linux", desktop_s=0.5).copy(POST)
    assert time.monotonic() - began < 5
    assert (copied.way, copied.confirmed) == (Way.FILE, False)
    assert "the desktop does not answer" in copied.detail


@needs_xclip
def test_a_dead_display_is_never_reported_as_success(tmp_path: Path) -> None:
    # pyperclip itself reports success here: it doesn't look at how xclip ended.
    env = {"PATH": os.environ["PATH"], "TERM": "xterm", "DISPLAY": ":9999"}
    written: list[str] = []
    copied = SystemClipboard(env, written.append, tmp_path, platform="linux", desktop_s=30).copy(POST)
    assert (copied.way, copied.confirmed, len(written)) == (Way.TERMINAL, False, 1)
    without_terminal = SystemClipboard(env, None, tmp_path, platform="linux", desktop_s=30).copy(POST)
    assert without_terminal.way is Way.FILE
    assert "does not give back what was copied" in without_terminal.detail


@needs_xclip
def test_nothing_copied_is_not_confirmed_by_nothing_pasted(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "TERM": "xterm", "DISPLAY": ":9999"}
    assert not SystemClipboard(env, None, tmp_path, platform="linux", desktop_s=30).copy("").confirmed

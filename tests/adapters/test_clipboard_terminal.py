"""What arrives at a real terminal, which a program opened by itself."""

from __future__ import annotations

import errno
import os
import pty
import sys
import threading
import time
from base64 import b64decode
from pathlib import Path

import pexpect
import pytest

from cockpit.adapters.clipboard_terminal import write_to_tty

COPY = """
import os, pathlib, sys
from cockpit.adapters.clipboard import SystemClipboard
from cockpit.adapters.clipboard_terminal import write_to_tty
env = {"PATH": "", "TERM": "xterm-256color", "SSH_TTY": "/dev/pts/0"}
copied = SystemClipboard(env, write_to_tty, pathlib.Path(sys.argv[1])).copy(sys.argv[2])
print(copied.way, copied.confirmed)
"""


def test_the_sequence_reaches_the_terminal_though_the_output_goes_elsewhere(tmp_path: Path) -> None:
    text = "障害の影響を調査しています。"
    (tmp_path / "program.py").write_text(COPY)
    command = f"'{sys.executable}' '{tmp_path}/program.py' '{tmp_path}' '{text}' > '{tmp_path}/output'"
    terminal = pexpect.spawn("sh", ["-c", command], timeout=30)
    terminal.expect(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
    assert b64decode(terminal.match[1]).decode() == text
    terminal.expect(pexpect.EOF)
    assert (tmp_path / "output").read_text() == "terminal False\n"


def test_a_long_sequence_is_written_in_full_as_the_terminal_reads_it() -> None:
    reading, writing = pty.openpty()
    text = "x" * 100_000
    writer = threading.Thread(target=write_to_tty, args=(text, Path(os.ttyname(writing)), 30.0))
    writer.start()
    arrived = b""
    while len(arrived) < len(text):
        arrived += os.read(reading, 65_536)
    writer.join(30)
    assert arrived.decode() == text
    os.close(reading)
    os.close(writing)


def test_a_terminal_that_stands_still_keeps_nobody_waiting() -> None:
    reading, writing = pty.openpty()
    began = time.monotonic()
    with pytest.raises(TimeoutError, match="takes no output"):
        write_to_tty("x" * 1_000_000, Path(os.ttyname(writing)), within_s=0.2)
    assert time.monotonic() - began < 5
    os.close(reading)
    os.close(writing)


def test_no_terminal_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as caught:
        write_to_tty("x", tmp_path / "tty")
    assert caught.value.errno == errno.ENOENT

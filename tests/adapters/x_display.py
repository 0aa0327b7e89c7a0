"""An X server for a test, and what any program would paste on it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

needs_display = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xclip")),
    reason="install Xvfb and xclip (Debian: apt-get install xvfb xclip) to test the desktop's clipboard",
)


@dataclass(frozen=True)
class Display:
    """An X server of the test's own, and an environment that names it."""

    process: subprocess.Popen[bytes]
    env: dict[str, str]

    def paste(self) -> str:
        """What any other program would paste."""
        command = ("xclip", "-selection", "clipboard", "-o")
        return subprocess.run(command, env=self.env, capture_output=True, timeout=30, check=True).stdout.decode()


@contextmanager
def x_display() -> Iterator[Display]:
    """Runs as long as the context."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp")
    process = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()  # when it is ready
    try:
        yield Display(process, {"PATH": os.environ["PATH"], "TERM": "xterm", "DISPLAY": f":{number}"})
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(30)

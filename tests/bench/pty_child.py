"""A program on a pseudo-terminal, timed from outside: what it writes is stamped as it is read, nothing is emulated.

The queries that a real terminal answers are answered, so that no program stalls waiting for one.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

COLS, ROWS = 120, 36
_ESCAPES = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X][^\x1b]*\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
    rb"|[\x00-\x08\x0e-\x1f]"
)
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
}
_LONGEST_QUERY = 12


def plain(written: bytes) -> bytes:
    """What was written without its control sequences."""
    return _ESCAPES.sub(b"", written)


class Child:
    """The program; use it in a ``with``. Times are ``time.perf_counter`` seconds; ``began`` is before the fork."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], cwd: Path | None = None) -> None:
        self.written = bytearray()
        self.ended = False
        self._asked = b""
        size = struct.pack("HHHH", ROWS, COLS, COLS * 10, ROWS * 20)
        self.began = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                if cwd is not None:
                    os.chdir(cwd)
                os.execve(command[0], list(command), dict(env))
            finally:
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        processes = self._processes()
        for number, patience_s in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0)):
            for process in processes:
                try:
                    os.kill(process, number)
                except ProcessLookupError:
                    continue
            if self._gone(patience_s):
                break
        os.close(self._fd)

    def send(self, data: bytes) -> float:
        """Write to the program; returns when."""
        at = time.perf_counter()
        os.write(self._fd, data)
        return at

    def read(self, within_s: float) -> tuple[float, bytes] | None:
        """The next piece that the program writes, and when it came; None: nothing came."""
        if not select.select([self._fd], [], [], max(0.0, within_s))[0]:
            return None
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the other side is closed
            data = b""
        at = time.perf_counter()
        if not data:
            self.ended = True
            return None
        self.written += data
        self._answer(data)
        return at, data

    def wait_for(self, texts: Sequence[str], within_s: float = 30.0) -> float:
        """Until every text has been written since the start; returns when the last one came. Raises TimeoutError."""
        until = time.perf_counter() + within_s
        wanted = {text.encode() for text in texts}
        at = self.began
        while True:
            shown = plain(bytes(self.written))
            wanted = {text for text in wanted if text not in shown}
            if not wanted:
                return at
            came = self.read(until - time.perf_counter())
            if came is None:
                missing = ", ".join(text.decode() for text in wanted)
                raise TimeoutError(f"never seen: {missing}. Written last: {shown[-2000:].decode(errors='replace')}")
            at = came[0]

    def watch(self, seconds: float) -> int:
        """Read for so long; returns how many bytes came."""
        before, until = len(self.written), time.perf_counter() + seconds
        while not self.ended and (left := until - time.perf_counter()) > 0:
            self.read(left)
        return len(self.written) - before

    def settle(self, quiet_s: float = 0.3, within_s: float = 10.0) -> None:
        """Until nothing has been written for a while."""
        until = time.perf_counter() + within_s
        while not self.ended and time.perf_counter() < until and self.read(quiet_s) is not None:
            pass

    def cpu_s(self) -> float:
        """Processor time used so far, in seconds, by the threads of the program and of what it started."""
        total = 0
        for process in self._processes():
            for thread in Path(f"/proc/{process}/task").glob("*/schedstat"):
                try:
                    total += int(thread.read_text().split()[0])
                except OSError:
                    continue
        return total / 1e9

    def memory_mb(self) -> float:
        """Resident memory now, in MB, of the program and what it started."""
        total = 0
        for process in self._processes():
            try:
                found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
            except OSError:
                continue
            total += int(found[1]) if found else 0
        return total / 1024

    def _processes(self) -> list[int]:
        found, waiting = list[int](), [self._pid]
        while waiting:
            process = waiting.pop()
            found.append(process)
            for children in Path(f"/proc/{process}/task").glob("*/children"):
                try:
                    waiting += map(int, children.read_text().split())
                except OSError:
                    continue
        return found

    def _gone(self, within_s: float) -> bool:
        until = time.perf_counter() + within_s
        while time.perf_counter() < until:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                return True
            self.read(0.01)
            if self.ended:
                time.sleep(0.005)
        return False

    def _answer(self, data: bytes) -> None:
        asked = self._asked + data
        answers = b"".join(answer for query, answer in _ANSWERS.items() if query in asked)
        if answers:
            os.write(self._fd, answers)
        tail = asked[-_LONGEST_QUERY:]
        self._asked = tail if b"\x1b" in tail and not answers else b""

"""A terminal for tests: it starts a program in a pty, answers what programs ask of a terminal, and reads its screen.

Nothing here sleeps: whoever waits names what is to be seen, and a test fails with the screen it saw instead.
"""

from __future__ import annotations

import codecs
import re
import signal
import time
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

PATIENCE_S = 30.0
"""How long to wait for what must come: long, since a test's machine may be busy with others."""
_READ_S = 0.05

ALTERNATE_SCREEN = 1049
BRACKETED_PASTE = 2004
FOCUS_EVENTS = 1004
CURSOR = 25
MOUSE = (1000, 1002, 1003, 1006, 1015)
"""Private modes of a terminal, by their DEC numbers."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "esc": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "shift+tab": "\x1b[Z",
    "ctrl+home": "\x1b[1;5H",
    "ctrl+end": "\x1b[1;5F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
}

_TOKEN = re.compile(
    r"\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[P_^X][^\x1b]*\x1b\\"
    r"|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b[ -/]*[0-~]"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
_MODES = re.compile(r"\?([0-9;]+)([hl])")
# Sequences that the emulator would print or take for others: private ones, window sizes, cursor shapes.
_NOT_FOR_PYTE = re.compile(r"[<=>].*|\?[0-9;:]*[mu]|[0-9;]*t|.*[$! \"'].")

_ANSWERS = {
    "c": "\x1b[?62;22c",
    "0c": "\x1b[?62;22c",
    ">c": "\x1b[>41;354;0c",
    ">0c": "\x1b[>41;354;0c",
    "5n": "\x1b[0n",
    "?2026$p": "\x1b[?2026;2$y",
    "?2048$p": "\x1b[?2048;0$y",
}


def key(name: str) -> str:
    """What a terminal sends for a key: "f2", "enter", "ctrl+o", "alt+l"."""
    if name in KEYS:
        return KEYS[name]
    if name.startswith("alt+"):
        return "\x1b" + key(name.removeprefix("alt+"))
    if name.startswith("ctrl+") and len(name) == 6:
        return chr(ord(name[5].upper()) & 0x1F)
    if len(name) == 1:
        return name
    raise ValueError(f"no such key: {name}")


class Terminal:
    """A program on a terminal of ``cols`` by ``rows`` cells. Use it in a ``with``: its end ends the program."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], cols: int = 120, rows: int = 36, cwd: Path | None = None
    ) -> None:
        self.written = ""
        """All that the program has written, decoded."""
        self.modes = {CURSOR}
        """The private modes that are on now."""
        self.osc: list[str] = []
        """The operating-system commands (title, clipboard) that came, without their frames."""
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._child = pexpect.spawn(
            command[0], list(command[1:]), env=dict(env), cwd=cwd and str(cwd), dimensions=(rows, cols), timeout=None
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child.isalive():
            self._child.kill(signal.SIGKILL)
            self._child.wait()
        with suppress(OSError):  # the window is closed
            self._child.close()

    # What the user does

    def press(self, *names: str) -> None:
        """Press keys, one after the other."""
        for name in names:
            self._child.send(key(name))

    def type(self, text: str) -> None:
        """Type a text, as fast as the program takes it."""
        self._child.send(text)

    def resize(self, cols: int, rows: int) -> None:
        """Drag the window to another size; the screen begins empty, as the program repaints it."""
        self._read_all()
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self._screen)
        self._child.setwinsize(rows, cols)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._child.kill(number)

    def hang_up(self) -> None:
        """Close the window, as a terminal does: the program loses its terminal and gets SIGHUP. Wait until it ends."""
        self._child.ptyproc.fileobj.close()
        self._child.wait()

    # What the user sees

    @property
    def rows(self) -> list[str]:
        """The screen's rows, blanks at their ends cut."""
        buffer = self._screen.buffer
        # The second cell of a wide character holds nothing.
        return [
            "".join(buffer[row][column].data for column in range(self._screen.columns)).rstrip()
            for row in range(self._screen.lines)
        ]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows)

    @property
    def passing(self) -> str:
        """What is said in passing, its rows joined: a long word may be broken between two."""
        return "".join(row.rpartition("▌")[2].strip() for row in self.rows if "▌" in row)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor, from 0."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def titles(self) -> list[str]:
        """What the window was named, the last last."""
        return [code.partition(";")[2] for code in self.osc if code.startswith(("0;", "2;"))]

    @property
    def clipboard(self) -> list[str]:
        """What was put on the terminal's clipboard (OSC 52), the last last."""
        sent = (code.split(";", 2)[2] for code in self.osc if code.startswith("52;"))
        return [b64decode(data).decode("utf-8") for data in sent]

    def shows(self, text: str) -> bool:
        """Whether a row of the screen has ``text`` now."""
        self._read_all()
        return any(text in row for row in self.rows)

    def wait_for(self, *texts: str, within_s: float = PATIENCE_S) -> None:
        """Until every text stands on the screen, each on one row."""
        self.wait_until(
            lambda: all(any(text in row for row in self.rows) for text in texts), f"{texts} to show", within_s
        )

    def wait_gone(self, *texts: str, within_s: float = PATIENCE_S) -> None:
        """Until none of the texts stands on the screen."""
        self.wait_until(
            lambda: not any(text in row for text in texts for row in self.rows), f"{texts} to be gone", within_s
        )

    def wait_until(self, holds: Callable[[], bool], what: str, within_s: float = PATIENCE_S) -> None:
        """Until ``holds``, reading what comes; else fails and shows the screen."""
        until = time.monotonic() + within_s
        while not holds():
            ended = not self._read_some() and not self._child.isalive()
            if holds():
                return
            if ended or time.monotonic() > until:
                why = "the program ended" if ended else f"{within_s:g} s have passed"
                raise AssertionError(f"waited for {what}, but {why}. The screen:\n{self.framed}")

    def wait_end(self, within_s: float = PATIENCE_S) -> int:
        """Until the program has ended: its exit status, negative for the signal that ended it."""
        until = time.monotonic() + within_s
        while self._read_some() or self._child.isalive():
            if time.monotonic() > until:
                raise AssertionError(f"the program still runs after {within_s:g} s. The screen:\n{self.framed}")
        self._child.close()
        if self._child.signalstatus is not None:
            return -int(self._child.signalstatus)
        return int(self._child.exitstatus)

    @property
    def framed(self) -> str:
        """The screen with a frame, for a failure's message."""
        bar = "+" + "-" * self._screen.columns + "+"
        return "\n".join((bar, *(f"|{row}" for row in self.rows), bar))

    # The wire

    def _read_all(self) -> None:
        while self._read_some(0):
            pass

    def _read_some(self, within_s: float = _READ_S) -> bool:
        """Read what has come; False: nothing has."""
        try:
            data = self._child.read_nonblocking(1 << 16, within_s)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self._take(self._decode(data))
        return True

    def _take(self, text: str) -> None:
        self.written += text
        text = self._rest + text
        cut = _UNFINISHED.search(text)
        self._rest = cut[0] if cut else ""
        text = text[: len(text) - len(self._rest)]
        at = 0
        for token in _TOKEN.finditer(text):
            self._stream.feed(text[at : token.start()])
            at = token.end()
            self._obey(token)
        self._stream.feed(text[at:])

    def _obey(self, token: re.Match[str]) -> None:
        osc, csi = token["osc"], token["csi"]
        if osc is not None:
            self.osc.append(osc)
        elif csi is None:
            if not token[0].startswith(("\x1bP", "\x1b_", "\x1b^", "\x1bX")):
                self._stream.feed(token[0])
        elif csi in _ANSWERS:
            self._child.send(_ANSWERS[csi])
        elif csi == "6n":
            row, column = self.cursor
            self._child.send(f"\x1b[{row + 1};{column + 1}R")
        elif modes := _MODES.fullmatch(csi):
            numbers = {int(number) for number in modes[1].split(";")}
            self.modes = self.modes | numbers if modes[2] == "h" else self.modes - numbers
            if ALTERNATE_SCREEN in numbers:
                self._screen.reset()
        elif not _NOT_FOR_PYTE.fullmatch(csi):
            self._stream.feed(token[0])

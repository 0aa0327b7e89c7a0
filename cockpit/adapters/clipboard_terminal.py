"""The clipboard of the terminal, wherever it stands: an OSC 52 sequence goes out and nothing comes back."""

from __future__ import annotations

import os
import select
import time
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cockpit.adapters.clipboard_way import NotCopied
from cockpit.i18n import _

MAX_BYTES = 74_994
"""The most that common terminals take: in base64 with its frame it makes a sequence of 100,000 bytes."""
_WITHOUT_CLIPBOARD = ("", "dumb", "linux")
"""Values of TERM: no terminal, one that would print the sequence, the console of Linux."""
_SCREEN_CHUNK = 240
"""GNU screen passes strings through in pieces of up to 256 bytes in its older versions."""


def sequence(data: bytes, env: Mapping[str, str]) -> str:
    """The sequence that puts ``data`` on the clipboard, wrapped where GNU screen stands between. Raises NotCopied."""
    if env.get("TERM", "") in _WITHOUT_CLIPBOARD:
        raise NotCopied(_("this terminal has no clipboard (TERM is “%(term)s”)", term=env.get("TERM", "")))
    if len(data) > MAX_BYTES:
        size = len(data)
        raise NotCopied(
            _("the text is too long for a terminal: %(size)d bytes, at most %(max)d", size=size, max=MAX_BYTES)
        )
    plain = f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"
    if not env.get("STY") or env.get("TMUX"):
        return plain
    pieces = (plain[at : at + _SCREEN_CHUNK] for at in range(0, len(plain), _SCREEN_CHUNK))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def write_to_tty(text: str, path: Path = Path("/dev/tty"), within_s: float = 1.0) -> None:
    """Write ``text`` to the terminal that the process was started from, whatever its output was redirected to.

    Raises OSError: there is none, or it took nothing for ``within_s`` seconds (output stopped with ctrl+s).
    """
    if os.name != "posix":
        raise OSError(_("there is no terminal"))
    terminal = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        rest = memoryview(text.encode("utf-8"))
        until = time.monotonic() + within_s
        while rest:
            if not select.select((), (terminal,), (), max(0.0, until - time.monotonic()))[1]:
                raise TimeoutError(_("the terminal takes no output"))
            with suppress(BlockingIOError):
                rest = rest[os.write(terminal, rest) :]
                until = time.monotonic() + within_s
    finally:
        os.close(terminal)

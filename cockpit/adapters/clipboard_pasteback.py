"""Puts standard input on the desktop's clipboard and pastes it back.

Run as a process of its own: pyperclip waits for its programs for ever, and a display that hangs mustn't hang the app.
The exit code is the answer; nothing else is written.
"""

from __future__ import annotations

import sys
import time

CAME_BACK, CAME_BACK_OTHERWISE, NO_PROGRAM = 0, 10, 11
"""The exit codes: the same text was pasted back, another one was, pyperclip found nothing that copies."""

_PAUSES_S = (0.0, 0.02, 0.05, 0.1, 0.2)
"""Before each look: xclip returns a moment before it owns the selection."""


def main() -> int:
    """Copy, paste, compare."""
    import pyperclip

    text = sys.stdin.buffer.read().decode("utf-8")
    try:
        pyperclip.copy(text)
        for pause in _PAUSES_S:
            time.sleep(pause)
            if text and _same(pyperclip.paste(), text):
                return CAME_BACK
    except pyperclip.PyperclipException:
        return NO_PROGRAM
    return CAME_BACK_OTHERWISE


def _same(pasted: object, text: str) -> bool:
    """Whether it is the text; Windows has line ends of its own."""
    return str(pasted).replace("\r\n", "\n") == text.replace("\r\n", "\n")


if __name__ == "__main__":
    sys.exit(main())

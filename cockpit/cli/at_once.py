"""``cockpit`` and no word more: the screen, without waiting for the library that reads command lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cockpit import i18n
from cockpit.cli.language import ui_language

if TYPE_CHECKING:
    from cockpit.cli.wiring import Wiring


def is_wanted(argv: Sequence[str]) -> bool:
    """Whether that is the command line, and there is a terminal on both sides; a closed stream is None."""
    return len(argv) == 1 and all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def run(wiring: Wiring) -> int:
    """Open the screen on the open incident, or the start screen; returns the exit code."""
    try:
        i18n.use(ui_language((), os.environ, lambda: wiring.house().ui_lang))
        if wiring.open_screen(None, None):
            _drill(wiring)
    except (Exception, KeyboardInterrupt) as error:
        from cockpit.cli.problems import guarded

        why = error

        def again() -> None:
            raise why

        return guarded(again, wiring.explain)
    return 0


def _drill(wiring: Wiring) -> None:
    from cockpit.cli import click_words
    from cockpit.cli.drill import play

    click_words.speak(i18n.current())
    play(wiring)

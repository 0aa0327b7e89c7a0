"""Which language to speak, told before anything is said."""

from __future__ import annotations

import locale
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from cockpit import i18n
from cockpit.i18n import _


def ui_language(args: Sequence[str], env: Mapping[str, str], configured: Callable[[], str]) -> str:
    """The language to speak, before anything is said: --ui-lang, $COCKPIT_LANG, the configuration's, the locale's.

    A wrong option is left to the command line to refuse, a wrong configuration to whichever command needs it; a wrong
    variable raises BadInput.
    """
    named = _option(args)
    if named in i18n.LANGUAGES:
        return str(named)
    named = env.get("COCKPIT_LANG", "")
    if named:
        if named not in i18n.LANGUAGES:
            from cockpit.cli.problems import BadInput  # it loads the command line's library

            raise BadInput(_("COCKPIT_LANG is %(value)s; it can be en or ja", value=named))
        return named
    with suppress(Exception):
        named = configured()
    if named:
        return named
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(name):
            return "ja" if env[name].lower().startswith("ja") else "en"
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def _option(args: Sequence[str]) -> str | None:
    found = None
    for at, arg in enumerate(args):
        if arg == "--":
            break
        if arg == "--ui-lang" and at + 1 < len(args):
            found = args[at + 1]
        elif arg.startswith("--ui-lang="):
            found = arg.partition("=")[2]
    return found

"""What works on this machine and what doesn't, and how to mend it: looked at without changing anything."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, tzinfo
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cockpit.adapters import clipboard_desktop, clipboard_terminal
from cockpit.adapters.clipboard_way import NotCopied, ask
from cockpit.adapters.connection import APPLICATION_ID, SCHEMA_VERSION
from cockpit.adapters.templates import Templates
from cockpit.domain.frozen import frozen
from cockpit.i18n import _, tell

_TEXTUAL = "8.2."
"""The minor version of Textual that the fast editor was tested with."""
_SMALLEST = (80, 24)


class Level(StrEnum):
    """How much an observation matters."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@frozen
class Check:
    """One observation: what was looked at, what was found, and how to mend it where something is to be mended."""

    name: str
    found: str
    level: Level = Level.OK
    mend: str = ""


def programs() -> Iterator[Check]:
    """Python and what the cockpit stands on."""
    yield Check("liaison-cockpit", _version("liaison-cockpit"))
    yield Check("python", f"{sys.version.split()[0]} ({sys.executable})")
    textual = _version("textual")
    if textual.startswith(_TEXTUAL):
        yield Check("textual", textual)
    else:
        mend = _("install textual %(version)s*: the draft editor was tested with it", version=_TEXTUAL)
        yield Check("textual", textual, Level.WRONG, mend)
    yield Check("sqlite", sqlite3.sqlite_version)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _("not installed")


def terminal(env: Mapping[str, str]) -> Iterator[Check]:
    """The terminal, its size and encoding, and tmux around it."""
    term = env.get("TERM", "")
    if term in ("", "dumb"):
        yield Check("TERM", term or "-", Level.NOTE, _("the screen needs a terminal; the commands work without"))
    else:
        yield Check("TERM", term)
    if sys.stdout.isatty():
        size = os.get_terminal_size(sys.stdout.fileno())
        small = size.columns < _SMALLEST[0] or size.lines < _SMALLEST[1]
        mend = _("make the window at least %(columns)d×%(lines)d", columns=_SMALLEST[0], lines=_SMALLEST[1])
        found = f"{size.columns}×{size.lines}"
        yield Check(_("terminal"), found, Level.NOTE, mend) if small else Check(_("terminal"), found)
    else:
        yield Check(_("terminal"), _("standard output is no terminal"), Level.NOTE)
    encoding = (sys.stdout.encoding or "").lower()
    if encoding.replace("-", "") == "utf8":
        yield Check(_("encoding"), encoding)
    else:
        yield Check(_("encoding"), encoding, Level.NOTE, _("set a UTF-8 locale: Japanese and frames need it"))
    if env.get("TMUX"):
        yield _tmux(env)


def _tmux(env: Mapping[str, str]) -> Check:
    try:
        shown = [ask(("tmux", *words), env, b"", 1.0)[1].decode("utf-8", "replace").strip() for words in _TMUX_ASKED]
    except NotCopied as error:
        return Check("tmux", str(error), Level.NOTE)
    found = f"{shown[0]}, set-clipboard {shown[1]}"
    if shown[1] == "off":
        return Check("tmux", found, Level.NOTE, _("`tmux set -g set-clipboard on` lets copies through"))
    return Check("tmux", found)


_TMUX_ASKED = (("-V",), ("show-options", "-gv", "set-clipboard"))


def clipboard(env: Mapping[str, str], folder: Path) -> Check:
    """The way that a copy would take here first."""
    name = _("clipboard")
    try:
        clipboard_desktop.refuse(env, sys.platform)
        if sys.platform != "linux" or any(map(shutil.which, ("xclip", "xsel", "wl-copy", "clip.exe"))):
            return Check(name, _("the desktop's, checked by pasting back"))
        why = _("no program copies here: install xclip, xsel or wl-clipboard")
    except NotCopied as reason:
        why = str(reason)
    if env.get("TMUX"):
        return Check(name, _("tmux's buffer (the desktop's not: %(why)s)", why=why))
    try:
        clipboard_terminal.sequence(b"", env)
        return Check(name, _("the terminal's, by OSC 52, and a file (the desktop's not: %(why)s)", why=why))
    except NotCopied as reason:
        found = _("a file in %(folder)s (%(why)s; %(reason)s)", folder=folder, why=why, reason=reason)
        return Check(name, found, Level.NOTE)


def database(path: Path) -> Check:
    """The database: whether it is there, of this version, and for the user alone."""
    name = _("database")
    if not path.exists():
        return Check(name, _("%(path)s (not there yet: the first incident makes it)", path=path))
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            schema, owner = (
                int(connection.execute(f"PRAGMA {what}").fetchone()[0]) for what in ("user_version", "application_id")
            )
    except sqlite3.Error as error:
        return Check(name, f"{path}: {error}", Level.WRONG, _("name another file with --db or $COCKPIT_DB"))
    if owner != APPLICATION_ID and (schema, owner) != (0, 0):
        mend = _("name another file with --db or $COCKPIT_DB")
        return Check(name, _("%(path)s is another program's", path=path), Level.WRONG, mend)
    if schema > SCHEMA_VERSION:
        return Check(
            name, _("%(path)s was written by a newer cockpit", path=path), Level.WRONG, _("upgrade liaison-cockpit")
        )
    mode = stat.S_IMODE(path.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        mend = f"chmod 600 {path}"
        return Check(
            name, _("%(path)s can be read by others (mode %(mode)s)", path=path, mode=f"{mode:o}"), Level.WRONG, mend
        )
    return Check(name, _("%(path)s (mode %(mode)s)", path=path, mode=f"{mode:o}"))


def zone(chosen: tzinfo, now: datetime) -> Check:
    """The zone in which times are typed and shown."""
    return Check(_("time zone"), f"{chosen} ({now.astimezone(chosen):%H:%M %Z})")


def configuration(file: Path | None, default: Path, problem: str | None) -> Check:
    """The configuration file: read, absent or wrong."""
    name = _("configuration")
    if problem is not None:
        return Check(name, problem, Level.WRONG, _("mend that line; until then only `cockpit doctor` works"))
    if file is None:
        return Check(name, _("none: the guide's defaults hold (yours would be %(path)s)", path=default))
    return Check(name, str(file))


def templates(folder: Path) -> Iterator[Check]:
    """The prepared messages, and which of the user's own can't be used."""
    library = Templates(folder)
    prepared = library.prepared()
    own = sum(1 for each in prepared if not each.builtin)
    found = _("%(count)d, of them yours: %(own)d (in %(folder)s)", count=len(prepared), own=own, folder=folder)
    yield Check(_("templates"), found)
    for problem in library.problems():
        mend = _("mend that line; until then the built-in one serves")
        yield Check(_("template"), tell(problem.why), Level.WRONG, mend)

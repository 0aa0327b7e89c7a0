"""The desktop's clipboard, through pyperclip: where the desktop is the user's own, and only when it pastes back."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from cockpit.adapters import clipboard_pasteback as pasteback
from cockpit.adapters.clipboard_way import NotCopied, exit_code, is_remote
from cockpit.i18n import _

_DISPLAYS = ("WAYLAND_DISPLAY", "DISPLAY")
_SUBSYSTEM = ("WSL_DISTRO_NAME", "WSL_INTEROP")
"""Linux inside Windows has the clipboard of Windows without any display."""


def refuse(env: Mapping[str, str], platform: str) -> None:
    """Raise NotCopied where no desktop is to be expected; ``platform`` is as in ``sys.platform``."""
    if is_remote(env):
        raise NotCopied(_("the session is remote (SSH)"))
    if platform not in ("darwin", "win32") and not any(env.get(name) for name in (*_DISPLAYS, *_SUBSYSTEM)):
        raise NotCopied(_("there is no desktop (neither WAYLAND_DISPLAY nor DISPLAY is set)"))


def copy(data: bytes, env: Mapping[str, str], platform: str, within_s: float) -> None:
    """Copy UTF-8 ``data``; returning means that it was pasted back. Raises NotCopied."""
    refuse(env, platform)
    # -P: a pyperclip.py in the folder where the app was started is not ours.
    command = (sys.executable, "-P", str(Path(pasteback.__file__)))
    try:
        code = exit_code(command, env, data, within_s)
    except OSError as error:
        raise NotCopied(_("the desktop can't be asked: %(why)s", why=error.strerror or error)) from error
    if code is None:
        raise NotCopied(_("the desktop does not answer"))
    if code == pasteback.NO_PROGRAM:
        raise NotCopied(_("no program copies here: install xclip, xsel or wl-clipboard"))
    if code != pasteback.CAME_BACK:
        raise NotCopied(_("the desktop does not give back what was copied"))

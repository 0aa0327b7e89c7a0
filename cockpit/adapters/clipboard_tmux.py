"""tmux's paste buffer, and through it the terminal that tmux runs in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from cockpit.adapters.clipboard_way import NotCopied, ask
from cockpit.domain.frozen import frozen
from cockpit.i18n import _

_DESKTOP = ("DISPLAY", "XAUTHORITY")
_REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
"""The first of them tmux notes anew at every attachment; the others stay as they were when the pane was opened."""


@frozen
class Loaded:
    """The buffer holds the text. ``sent_on``: tmux also sent it to a terminal that it takes to have a clipboard.

    ``can_send_on``: whether this tmux (3.2 and later) can send a buffer on at all.
    """

    sent_on: bool
    can_send_on: bool


@frozen
class Tmux:
    """The tmux that the environment ``env`` names in ``TMUX``; each question to it may take ``within_s`` seconds."""

    env: Mapping[str, str] = field(repr=False)
    within_s: float = 1.0

    def load(self, data: bytes) -> Loaded:
        """Load ``data`` into a new buffer and read it back. Raises NotCopied."""
        can_send_on = self._succeeds(data, "load-buffer", "-w", "-")
        if not can_send_on and not self._succeeds(data, "load-buffer", "-"):
            raise NotCopied(_("tmux does not take it"))
        code, held = self._ask("show-buffer")
        if code or held != data:
            raise NotCopied(_("tmux does not give back what was copied"))
        return Loaded(can_send_on and self._has_clipboard(), can_send_on)

    def attached_env(self) -> dict[str, str]:
        """The environment as of the last attachment: a pane opened at the desk may be looked at over SSH now."""
        env = dict(self.env)
        try:
            code, listed = self._ask("show-environment")
        except NotCopied:
            return env
        noted = [] if code else listed.decode("utf-8", errors="surrogateescape").splitlines()
        for line in noted:
            name, _equals, value = line.partition("=")
            if name in _DESKTOP:
                env[name] = value
            elif name.removeprefix("-") == _REMOTE[0]:
                env = {key: old for key, old in env.items() if key not in _REMOTE} | {_REMOTE[0]: value}
        return env

    def _has_clipboard(self) -> bool:
        code, features = self._ask("display-message", "-p", "#{client_termfeatures}")
        return code == 0 and "clipboard" in features.decode("ascii", errors="replace").strip().split(",")

    def _succeeds(self, data: bytes, *arguments: str) -> bool:
        return self._ask(*arguments, data=data)[0] == 0

    def _ask(self, *arguments: str, data: bytes = b"") -> tuple[int, bytes]:
        return ask(("tmux", *arguments), self.env, data, self.within_s)

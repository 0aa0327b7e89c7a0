"""The clipboard, by whatever way this session has; it says which way that was and never more than is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from cockpit.adapters import clipboard_desktop, clipboard_file, clipboard_terminal
from cockpit.adapters.clipboard_tmux import Loaded, Tmux
from cockpit.adapters.clipboard_way import NotCopied
from cockpit.application.ports import Copied, Way
from cockpit.domain.frozen import frozen
from cockpit.i18n import _


@frozen
class SystemClipboard:
    """Copies to tmux and the desktop, else out to the terminal, else into a file.

    ``env`` is the process's environment. ``write_terminal`` writes a control sequence to the terminal that the app
    owns (None: there is none; it may raise OSError). ``folder`` takes the files. ``platform`` is as in
    ``sys.platform``. A copy takes 0.1 to 0.3 s, where something hangs up to ``desktop_s`` and a few ``tmux_s``
    (seconds): call it away from the screen's thread.

    In tmux the buffer is loaded and, where the session is local, the desktop's clipboard too: a post is pasted into a
    browser more often than into a pane. A text that went out to a terminal, unanswered, is kept in a file as well.
    """

    env: Mapping[str, str] = field(repr=False)
    write_terminal: Callable[[str], None] | None
    folder: Path
    platform: str = sys.platform
    desktop_s: float = 3.0
    tmux_s: float = 1.0

    def copy(self, text: str) -> Copied:
        """Put ``text`` where it can be pasted from; ``detail`` tells the user where that is. Never raises."""
        data = text.encode("utf-8", errors="replace")
        env, loaded, why = self.env, None, list[str]()
        if env.get("TMUX"):
            tmux = Tmux(env, self.tmux_s)
            try:
                loaded = tmux.load(data)
                env = tmux.attached_env()
            except NotCopied as reason:
                why.append(str(reason))
        try:
            clipboard_desktop.copy(data, env, self.platform, self.desktop_s)
            return Copied(Way.DESKTOP, confirmed=True, detail=_on_desktop(loaded))
        except NotCopied as reason:
            why.append(str(reason))
        if loaded is not None:
            return Copied(Way.TMUX, confirmed=True, detail=self._in_tmux(data, loaded))
        return self._out(data, why)

    def prospects(self) -> dict[Way, str]:
        """The ways, the best first, each with why it isn't tried here ("": it is); no clipboard is touched."""
        env = Tmux(self.env, self.tmux_s).attached_env() if self.env.get("TMUX") else self.env
        return {
            Way.DESKTOP: _reason(lambda: clipboard_desktop.refuse(env, self.platform)),
            Way.TMUX: "" if self.env.get("TMUX") else _("the session isn't inside tmux"),
            Way.TERMINAL: _reason(lambda: self._sequence(b"")),
            Way.FILE: "",
        }

    def _in_tmux(self, data: bytes, loaded: Loaded) -> str:
        if loaded.sent_on:
            return _("in tmux's buffer (paste with prefix ]); sent on to the terminal, which doesn't say if it took it")
        if not loaded.can_send_on:
            with suppress(NotCopied):  # this tmux may pass it on, if it is set up to
                self._send(data)
        return _("in tmux's buffer (paste with prefix ]); the terminal that tmux runs in isn't known to take it")

    def _out(self, data: bytes, why: list[str]) -> Copied:
        """To the terminal where there is one, unanswered, and so in any case into a file."""
        try:
            self._send(data)
            sent = True
        except NotCopied as reason:
            sent = False
            why.append(str(reason))
        path, problem = None, ""
        try:
            path = clipboard_file.keep(data, self.folder)
        except OSError as error:
            problem = error.strerror or str(error)
        return Copied(Way.TERMINAL if sent else Way.FILE, False, path, _unanswered(sent, path, "; ".join(why), problem))

    def _sequence(self, data: bytes) -> tuple[str, Callable[[str], None]]:
        if self.write_terminal is None:
            raise NotCopied(_("there is no terminal"))
        return clipboard_terminal.sequence(data, self.env), self.write_terminal

    def _send(self, data: bytes) -> None:
        sequence, write = self._sequence(data)
        try:
            write(sequence)
        except (OSError, ValueError) as error:  # ValueError: closed
            raise NotCopied(_("the terminal can't be written to: %(why)s", why=error)) from error


def _reason(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except NotCopied as reason:
        return str(reason)
    return ""


def _on_desktop(loaded: Loaded | None) -> str:
    if loaded is not None:
        return _("on the clipboard, and in tmux's buffer; pasting back gave the same text")
    return _("on the clipboard; pasting back gave the same text")


def _unanswered(sent: bool, path: Path | None, why: str, problem: str) -> str:
    if sent and path is not None:
        return _("sent to the terminal, which doesn't say if it took it; the text is also in %(path)s", path=path)
    if sent:
        return _("sent to the terminal, which doesn't say if it took it")
    if path is not None:
        return _("not on a clipboard (%(why)s): the text is in %(path)s", why=why, path=path)
    return _(
        "not on a clipboard (%(why)s), and no file could be written (%(problem)s): select the text on the screen",
        why=why,
        problem=problem,
    )

"""A real tmux in a real terminal: the buffer holds the text, and the terminal is sent it where it can take it."""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pexpect
import pytest
from x_display import needs_display, x_display

from cockpit.adapters.clipboard import SystemClipboard
from cockpit.adapters.clipboard_tmux import Tmux
from cockpit.application.ports import Way

pytestmark = pytest.mark.skipif(
    not shutil.which("tmux"), reason="install tmux (Debian: apt-get install tmux) to test copying inside it"
)

POST = "We are investigating delayed notifications.\n次のお知らせは 14:31 (UTC) です。📣\n"


@dataclass
class Server:
    """A tmux server of the test's own, and the terminals attached to it."""

    socket: Path
    base: dict[str, str]
    terminals: list[pexpect.spawn] = field(default_factory=list)

    @property
    def env(self) -> dict[str, str]:
        """The environment of a program in its first pane."""
        pane = self.run("display-message", "-p", "#{pane_id}").strip()
        return self.base | {"TERM": "screen-256color", "TMUX": f"{self.socket},1,0", "TMUX_PANE": pane}

    def run(self, *arguments: str) -> str:
        command = ("tmux", "-S", str(self.socket), *arguments)
        return subprocess.run(command, env=self.base, capture_output=True, timeout=30, check=True).stdout.decode()

    def attach(self, term: str, **more: str) -> pexpect.spawn:
        """Look at it from a terminal of type ``term``."""
        arguments = ["-S", str(self.socket), "attach"]
        env = self.base | {"TERM": term} | more
        terminal = pexpect.spawn("tmux", arguments, env=env, timeout=30, dimensions=(24, 80))
        self.terminals.append(terminal)
        terminal.expect_exact("ready in the pane")
        return terminal


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    base = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", "HOME": str(tmp_path)}
    server = Server(tmp_path / "tmux", base)
    server.run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "echo ready in the pane; exec cat")
    yield server
    server.run("kill-server")
    for terminal in server.terminals:
        terminal.close(force=True)


def test_the_buffer_is_read_back_and_the_terminal_outside_is_sent_the_text(server: Server, tmp_path: Path) -> None:
    terminal = server.attach("xterm-256color")
    written: list[str] = []
    copied = SystemClipboard(server.env, written.append, tmp_path / "spool", platform="linux", tmux_s=30).copy(POST)
    assert (copied.way, copied.confirmed, copied.path, written) == (Way.TMUX, True, None, [])
    assert server.run("show-buffer") == POST
    assert "sent on to the terminal, which doesn't say if it took it" in copied.detail
    terminal.expect(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)\x07")
    assert b64decode(terminal.match[1]).decode() == POST


@pytest.mark.parametrize("term", ["vt100", None])
def test_nothing_is_said_of_a_terminal_that_takes_nothing_or_is_not_there(
    server: Server, tmp_path: Path, term: str | None
) -> None:
    if term:
        server.attach(term)
    copied = SystemClipboard(server.env, None, tmp_path, platform="linux", tmux_s=30).copy(POST)
    assert (copied.way, copied.confirmed) == (Way.TMUX, True)
    assert copied.detail == (
        "in tmux's buffer (paste with prefix ]); the terminal that tmux runs in isn't known to take it"
    )


def test_a_tmux_too_old_to_send_a_buffer_on_still_holds_it(server: Server, tmp_path: Path) -> None:
    # Before 3.2 load-buffer knew no -w: the real one behind a door that refuses it.
    door = tmp_path / "bin" / "tmux"
    door.parent.mkdir()
    door.write_text(f'#!/bin/sh\ncase " $* " in *" -w "*) exit 1;; esac\nexec {shutil.which("tmux")} "$@"\n')
    door.chmod(0o700)
    env = server.env | {"PATH": f"{door.parent}:{server.base['PATH']}"}
    written: list[str] = []
    copied = SystemClipboard(env, written.append, tmp_path / "spool", platform="linux", tmux_s=30).copy(POST)
    assert (copied.way, copied.confirmed, len(written)) == (Way.TMUX, True, 1)
    assert server.run("show-buffer") == POST
    assert "isn't known to take it" in copied.detail


def test_who_sits_where_is_what_the_last_attachment_says_not_what_the_pane_was_opened_with(server: Server) -> None:
    at_the_desk = server.env | {"DISPLAY": ":7", "SSH_TTY": "/dev/pts/3"}
    server.attach("xterm-256color", SSH_CONNECTION="192.0.2.1 5 192.0.2.2 22")
    over_ssh = Tmux(at_the_desk, 30).attached_env()
    assert over_ssh["SSH_CONNECTION"] == "192.0.2.1 5 192.0.2.2 22"
    server.attach("xterm-256color", DISPLAY=":0")
    back = Tmux(at_the_desk, 30).attached_env()
    assert back["DISPLAY"] == ":0"
    assert not back["SSH_CONNECTION"]
    assert "SSH_TTY" not in back


@needs_display
def test_at_the_desk_the_desktop_gets_it_as_well_but_not_when_looked_at_from_elsewhere(
    server: Server, tmp_path: Path
) -> None:
    with x_display() as display:
        clipboard = SystemClipboard(
            server.env | {"DISPLAY": display.env["DISPLAY"]},
            None,
            tmp_path / "spool",
            platform="linux",
            desktop_s=30,
            tmux_s=30,
        )
        copied = clipboard.copy(POST)
        assert (copied.way, copied.confirmed) == (Way.DESKTOP, True)
        assert copied.detail == "on the clipboard, and in tmux's buffer; pasting back gave the same text"
        assert (display.paste(), server.run("show-buffer")) == (POST, POST)
        server.attach("xterm-256color", SSH_CONNECTION="192.0.2.1 5 192.0.2.2 22")
        assert clipboard.copy("later").way is Way.TMUX
        assert (display.paste(), server.run("show-buffer")) == (POST, "later")


def test_the_buffer_takes_what_a_terminal_could_not(server: Server, tmp_path: Path) -> None:
    text = "お客様へ。\n" * 30_000
    copied = SystemClipboard(server.env, None, tmp_path, platform="linux", tmux_s=30).copy(text)
    assert (copied.way, copied.confirmed) == (Way.TMUX, True)
    assert server.run("show-buffer") == text

"""Where a copied text goes, by what the session has; what is said of it is never more than is known."""

from __future__ import annotations

import os
import select
import signal
import stat
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.adapters import clipboard_file
from cockpit.adapters.clipboard import SystemClipboard
from cockpit.adapters.clipboard_terminal import MAX_BYTES
from cockpit.adapters.clipboard_way import NotCopied, ask, exit_code
from cockpit.application.ports import Way

POST = "We are investigating delayed notifications.\n次のお知らせは 14:31 (UTC) です。📣\n"
BARE = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}


def refuse(_sequence: str) -> None:
    raise OSError(5, "Input/output error")


def test_nothing_available_leaves_a_file_that_only_the_user_can_read(tmp_path: Path) -> None:
    copied = SystemClipboard(BARE, None, tmp_path / "spool", platform="linux").copy(POST)
    assert (copied.way, copied.confirmed) == (Way.FILE, False)
    assert copied.path is not None
    assert copied.path.parent == tmp_path / "spool"
    assert copied.path.read_bytes() == POST.encode()
    assert stat.S_IMODE(copied.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(copied.path.parent.stat().st_mode) == 0o700
    assert copied.detail == (
        "not on a clipboard (there is no desktop (neither WAYLAND_DISPLAY nor DISPLAY is set);"
        f" there is no terminal): the text is in {copied.path}"
    )


def test_the_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        copied = SystemClipboard(BARE, None, tmp_path / "spool", platform="linux").copy(POST)
    finally:
        os.umask(old)
    assert copied.path is not None
    assert stat.S_IMODE(copied.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(copied.path.parent.stat().st_mode) == 0o700


def test_every_text_has_a_file_of_its_own_and_old_ones_go(tmp_path: Path) -> None:
    clipboard = SystemClipboard(BARE, None, tmp_path, platform="linux")
    first, again, second = (clipboard.copy(text).path for text in ("one", "one", "two"))
    assert first == again
    assert first is not None
    assert second is not None
    assert [first.read_text(), second.read_text()] == ["one", "two"]
    (tmp_path / "notes.txt").write_text("the user's own")
    yesterday = time.time() - clipboard_file.KEPT_S - 60
    for path in tmp_path.iterdir():
        os.utime(path, (yesterday, yesterday))
    third = clipboard.copy("three").path
    assert third is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([third.name, "notes.txt"])


def test_a_folder_that_takes_no_file_is_replaced_by_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spool").write_text("a file, where a folder should be")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    copied = SystemClipboard(BARE, None, tmp_path / "spool", platform="linux").copy(POST)
    assert copied.path is not None
    assert copied.path.parent == tmp_path / "tmp"
    assert copied.path.read_bytes() == POST.encode()


def test_with_no_place_for_a_file_it_says_to_select_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "spool").write_text("a file, where a folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    copied = SystemClipboard(BARE, refuse, tmp_path / "spool", platform="linux").copy(POST)
    assert (copied.way, copied.confirmed, copied.path) == (Way.FILE, False, None)
    assert copied.detail.endswith(
        "Input/output error), and no file could be written (No such file or directory): select the text on the screen"
    )


def test_over_ssh_it_is_sent_to_the_terminal_and_kept_and_not_called_copied(tmp_path: Path) -> None:
    # A forwarded or left-over display isn't asked: the desktop is another machine's.
    env = BARE | {"SSH_TTY": "/dev/pts/9", "SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22", "DISPLAY": "localhost:10.0"}
    written: list[str] = []
    copied = SystemClipboard(env, written.append, tmp_path, platform="linux").copy(POST)
    assert (copied.way, copied.confirmed) == (Way.TERMINAL, False)
    assert len(written) == 1
    assert written[0].startswith("\x1b]52;c;")
    assert written[0].endswith("\x07")
    assert b64decode(written[0][7:-1]).decode() == POST
    assert copied.path is not None
    assert copied.path.read_bytes() == POST.encode()
    assert copied.detail == (
        f"sent to the terminal, which doesn't say if it took it; the text is also in {copied.path}"
    )


@pytest.mark.parametrize("platform", ["darwin", "win32", "linux"])
def test_the_desktop_of_a_remote_machine_is_left_alone(tmp_path: Path, platform: str) -> None:
    env = BARE | {"SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22", "DISPLAY": ":0"}
    copied = SystemClipboard(env, None, tmp_path, platform=platform).copy(POST)
    assert copied.way is Way.FILE
    assert "the session is remote (SSH)" in copied.detail


def test_a_terminal_is_sent_what_it_can_take_and_no_more(tmp_path: Path) -> None:
    written: list[str] = []
    clipboard = SystemClipboard(BARE, written.append, tmp_path, platform="linux")
    assert clipboard.copy("x" * MAX_BYTES).way is Way.TERMINAL
    assert len(written[0]) == 100_000
    over = clipboard.copy("x" * (MAX_BYTES + 1))
    assert (over.way, len(written)) == (Way.FILE, 1)
    assert over.path is not None
    assert over.path.stat().st_size == MAX_BYTES + 1
    assert "too long for a terminal: 74995 bytes, at most 74994" in over.detail


@pytest.mark.parametrize("term", ["dumb", "linux", ""])
def test_a_terminal_without_a_clipboard_gets_no_sequence(tmp_path: Path, term: str) -> None:
    written: list[str] = []
    copied = SystemClipboard(BARE | {"TERM": term}, written.append, tmp_path, platform="linux").copy(POST)
    assert (copied.way, written) == (Way.FILE, [])


def test_inside_screen_the_sequence_is_handed_through_in_pieces(tmp_path: Path) -> None:
    written: list[str] = []
    env = BARE | {"TERM": "screen", "STY": "123.pts-0.host"}
    SystemClipboard(env, written.append, tmp_path, platform="linux").copy(POST * 20)
    pieces = written[0].split("\x1bP")[1:]
    assert len(pieces) > 5
    assert all(piece.endswith("\x1b\\") and len(piece) < 250 for piece in pieces)
    passed = "".join(piece.removesuffix("\x1b\\") for piece in pieces)
    assert b64decode(passed.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == POST * 20


@pytest.mark.parametrize("text", ["", "\x00\x1b]52;c;AAAA\x07", "a\r\nb", "\ud83d lone"])
def test_no_text_makes_it_fail_and_none_steers_the_terminal(tmp_path: Path, text: str) -> None:
    written: list[str] = []
    copied = SystemClipboard(BARE, written.append, tmp_path, platform="linux").copy(text)
    assert copied.way is Way.TERMINAL
    expected = text.encode("utf-8", errors="replace")
    assert b64decode(written[0][7:-1]) == expected
    assert copied.path is not None
    assert copied.path.read_bytes() == expected


def test_without_a_program_that_copies_it_says_what_to_install(tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path), "TERM": "xterm", "DISPLAY": ":0"}
    copied = SystemClipboard(env, None, tmp_path / "spool", platform="linux").copy(POST)
    assert copied.way is Way.FILE
    assert "install xclip, xsel or wl-clipboard" in copied.detail


@pytest.fixture
def held(tmp_path: Path) -> Iterator[int]:
    """The reading end of a named pipe, ``tmp_path/held``: it reads as ended when the last writer is dead."""
    os.mkfifo(tmp_path / "held")
    number = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    yield number
    os.close(number)


def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path, held: int) -> None:
    script = f"exec 9>{tmp_path}/held; sleep 60 & echo started >&9; exec 9>&-; wait"
    assert exit_code(("sh", "-c", script), os.environ, b"", within_s=1.0) is None
    assert _next(held) == b"started\n"
    assert _next(held) == b""


def test_what_serves_the_clipboard_in_the_background_lives_on(tmp_path: Path, held: int) -> None:
    script = f"exec 9>{tmp_path}/held; sleep 60 & echo $! >&9"
    assert exit_code(("sh", "-c", script), os.environ, b"", within_s=30.0) == 0
    pid = int(_next(held))
    with pytest.raises(BlockingIOError):  # still held
        os.read(held, 100)
    os.kill(pid, signal.SIGKILL)
    assert _next(held) == b""


def test_a_program_that_is_not_there_or_does_not_answer_is_a_reason_not_a_crash() -> None:
    with pytest.raises(NotCopied, match="no-such-program can't be run: No such file or directory"):
        ask(("no-such-program",), os.environ, b"", 1.0)
    with pytest.raises(NotCopied, match="sleep does not answer"):
        ask(("sleep", "30"), os.environ, b"", 0.05)


def test_what_is_tried_here_is_told_without_touching_anything(tmp_path: Path) -> None:
    written: list[str] = []
    env = BARE | {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}
    prospects = SystemClipboard(env, written.append, tmp_path / "spool", platform="linux").prospects()
    assert prospects == {
        Way.DESKTOP: "the session is remote (SSH)",
        Way.TMUX: "the session isn't inside tmux",
        Way.TERMINAL: "",
        Way.FILE: "",
    }
    local = SystemClipboard(BARE | {"DISPLAY": ":0", "TMUX": "/gone,1,0"}, None, tmp_path / "spool", platform="linux")
    assert local.prospects() == {Way.DESKTOP: "", Way.TMUX: "", Way.TERMINAL: "there is no terminal", Way.FILE: ""}
    assert (written, list(tmp_path.iterdir())) == ([], [])


def test_a_tmux_that_is_gone_is_no_reason_to_fail(tmp_path: Path) -> None:
    env = BARE | {"TMUX": f"{tmp_path}/gone,1,0"}
    copied = SystemClipboard(env, None, tmp_path, platform="linux").copy(POST)
    assert copied.way is Way.FILE
    assert "tmux" in copied.detail


def test_the_helper_process_takes_nothing_from_the_folder_it_is_started_in(tmp_path: Path) -> None:
    (tmp_path / "pyperclip.py").write_text("raise SystemExit(0)")
    code = (
        "import os, pathlib, sys;"
        "from cockpit.adapters.clipboard import SystemClipboard;"
        "env = {'PATH': '', 'DISPLAY': ':0'};"
        "print(SystemClipboard(env, None, pathlib.Path(sys.argv[1]), platform='linux').copy('x').way)"
    )
    ran = subprocess.run(
        (sys.executable, "-P", "-c", code, str(tmp_path)), cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "file", ran.stderr


def _next(pipe: int) -> bytes:
    """What comes out of ``pipe`` next; empty when nobody holds its other end any more."""
    assert select.select((pipe,), (), (), 30)[0]
    return os.read(pipe, 100)

"""What the ways to a clipboard have in common: they fail with a reason to be told, and never wait for long."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence

from cockpit.i18n import _


class NotCopied(Exception):
    """This way doesn't work here; the message says why, for the user."""


def is_remote(env: Mapping[str, str]) -> bool:
    """Whether the person sits at another machine (SSH), so that this one's desktop isn't theirs."""
    return any(env.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def ask(command: Sequence[str], env: Mapping[str, str], data: bytes, within_s: float) -> tuple[int, bytes]:
    """Run ``command`` on ``data``: its exit code and output. Raises NotCopied: not found, or no answer in time."""
    try:
        done = subprocess.run(
            command, input=data, env=dict(env), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=within_s
        )
    except subprocess.TimeoutExpired as error:
        raise NotCopied(_("%(program)s does not answer", program=command[0])) from error
    except OSError as error:
        why = _("%(program)s can't be run: %(why)s", program=command[0], why=error.strerror or error)
        raise NotCopied(why) from error
    return done.returncode, done.stdout


def exit_code(command: Sequence[str], env: Mapping[str, str], data: bytes, within_s: float) -> int | None:
    """Run ``command`` on ``data`` in a session of its own; None when it took too long: then all it started is ended.

    What it leaves running in the background on its own account (a clipboard's owner) lives on, past the closing of
    the terminal; its output goes nowhere, so that nobody waits for the end of it. Raises OSError.
    """
    process = subprocess.Popen(
        command,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.communicate(data, timeout=within_s)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    return process.returncode


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.communicate()

"""How a command ends: 0 done, 1 the answer is no, 2 bad input; one clear line on standard error, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from cockpit.domain.clean import clean_line
from cockpit.i18n import _, tell

DONE, NO, BAD = 0, 1, 2
INTERRUPTED = 130
"""What shells expect of a command ended by Ctrl-C."""


class BadInput(click.ClickException):
    """What was given can't be used; the message names it and says how to mend it."""

    exit_code = BAD


class No(click.ClickException):
    """The answer is no: nothing is wrong with the question."""

    exit_code = NO


def guarded(run: Callable[[], Any], explain: Callable[[Exception], str | None]) -> int:
    """Run a command; returns its exit code. Whatever goes wrong is one line on standard error."""
    try:
        code = run()
        flush()
        return code if isinstance(code, int) else DONE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _quiet()
    except click.ClickException as error:
        _complain(_usage(error), error)
        return NO if isinstance(error, No) else BAD
    except Exception as error:
        if os.environ.get("COCKPIT_DEBUG"):
            raise
        return _explained(error, explain)


def flush() -> None:
    """Write out what was printed; a stream that the caller closed is None."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _explained(error: Exception, explain: Callable[[Exception], str | None]) -> int:
    from cockpit.application.desk import Refusal

    if isinstance(error, Refusal):
        _complain(tell(error.why))
        return NO
    _complain(_line(error, explain))
    return BAD


def _line(error: Exception, explain: Callable[[Exception], str | None]) -> str:
    """What is said of an error that isn't the command line's own."""
    from cockpit.application.ports import StoreProblem, TemplateFailure

    if isinstance(error, TemplateFailure):
        return tell(error.why)
    if isinstance(error, StoreProblem):
        return str(error)
    known = explain(error)
    if known is not None:
        return known
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    what = f"{type(error).__name__}: {error}"
    return _("something went wrong in the cockpit itself (%(what)s); COCKPIT_DEBUG=1 shows where", what=what)


def _usage(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return message
    return _("%(what)s (see %(command)s --help)", what=message.rstrip(".。"), command=ctx.command_path)


def _complain(line: str, error: click.ClickException | None = None) -> None:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    who = ctx.command_path if ctx else "cockpit"
    click.echo(f"{who}: {clean_line(line)}", err=True)


def _quiet() -> int:
    """Whoever read our output has gone: nothing to say, and Python's own flush at the end must not complain either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NO

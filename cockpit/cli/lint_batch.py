"""``cockpit lint --batch``: JSON lines in, one answer a line out, as they come; a bad line stops nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import click

from cockpit.cli.lint_output import as_object
from cockpit.cli.output import to_json
from cockpit.cli.problems import BAD, DONE
from cockpit.cli.zoned import BadZonedTime, read_zoned
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.i18n import tell
from cockpit.lint.model import Context, Result

Read = Callable[[str, Context], Result]

_LANGS = {None: None, "auto": None, "en": Lang.EN, "ja": Lang.JA}


class BadLine(ValueError):
    """A line that can't be read; ``why`` says what is wrong with it."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


def run_batch(lines: Iterable[bytes], read: Read, defaults: Context) -> int:
    """Answer every line; returns the exit code: 2 if any line was bad, else 0."""
    code = DONE
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row: dict[str, Any] = {}
        answer: dict[str, object]
        try:
            row = _parsed(line)
            text, context = _message(row, defaults)
            answer = _identified(row) | as_object(read(text, context), context)
        except BadLine as error:
            answer = _identified(row) | {"line": number, "error": tell(error.why)}
            code = BAD
        click.echo(to_json(answer))
    return code


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(say("not UTF-8 text (byte %(at)d)", at=error.start)) from error
    except json.JSONDecodeError as error:
        raise BadLine(say("not JSON: %(why)s at character %(at)d", why=error.msg, at=error.pos + 1)) from error
    except (ValueError, RecursionError) as error:
        raise BadLine(say("not JSON: %(why)s", why=str(error))) from error
    if not isinstance(row, dict):
        raise BadLine(say("not a JSON object"))
    return row


def _identified(row: dict[str, Any]) -> dict[str, object]:
    return {"id": row["id"]} if "id" in row else {}


def _message(row: dict[str, Any], defaults: Context) -> tuple[str, Context]:
    """The text of a line and what it is read against: the command line's options where the line says nothing."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadLine(say("the text is missing or empty"))
    context = replace(
        defaults,
        lang=_one_of(_LANGS, "lang", row["lang"]) if "lang" in row else defaults.lang,
        stage=_one_of({s.value: s for s in Stage}, "stage", row.get("stage") or defaults.stage.value),
        channel=_one_of({c.value: c for c in Channel}, "channel", row.get("channel") or defaults.channel.value),
    )
    posted_at = row.get("posted_at")
    if posted_at is None:
        return text, context
    if not isinstance(posted_at, str):
        raise BadLine(say("posted_at must be a text"))
    try:
        return text, replace(context, posted_at=read_zoned(posted_at))
    except BadZonedTime as error:
        raise BadLine(error.why) from error


def _one_of(known: dict[Any, Any], field: str, value: object) -> Any:
    try:
        return known[value]
    except (KeyError, TypeError):
        names = ", ".join(name for name in known if name)
        raise BadLine(say("%(field)s is one of %(names)s", field=field, names=names)) from None

"""What commands print: cleaned for the terminal, JSON that no byte of which can steer it, times with their zone."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

import click

from cockpit.domain.clean import clean, clean_line

# Valid inside JSON's strings as they are, but a terminal would act on some, and no encoding holds the last ones.
# Compiled when first used: most commands print neither.
_UNSAFE = "[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff]"

_PIECE = r"[\u3000-\u9fff\uff00-\uffef][\u3001\u3002\u300d\uff09]?|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+"
"""What stays together when prose is broken into lines."""


def put(text: str) -> None:
    """Print a text that may come from outside."""
    click.echo(clean(text))


def to_json(value: object) -> str:
    """``value`` as JSON on one line, readable in any script where standard output can show it."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    plain = not encoding.startswith("utf")
    text = json.dumps(value, ensure_ascii=plain)
    return re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)


def put_json(value: object) -> None:
    """Print a JSON document on one line."""
    click.echo(to_json(value))


def iso(at: datetime | None, zone: tzinfo) -> str | None:
    """ISO 8601 with the offset of ``zone``, to the second; None stays None."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at is not None else None


def clock(at: datetime, zone: tzinfo, now: datetime | None = None) -> str:
    """ "14:31 UTC", with the day where it isn't that of ``now``."""
    local = at.astimezone(zone)
    day = "" if now is not None and local.date() == now.astimezone(zone).date() else f"{local:%Y-%m-%d} "
    return f"{day}{local:%H:%M} {local.tzname()}"


def width(text: str) -> int:
    """The cells that ``text`` takes in a terminal."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows in columns, two spaces apart, lined up by the cells they take."""
    rows = [tuple(clean_line(cell) for cell in row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def wrapped(text: str, cells: int = 88) -> str:
    """Prose broken to ``cells``: between words, and anywhere between characters that are two cells wide."""
    lines, line = [], ""
    for piece in re.findall(_PIECE, clean_line(text)):
        if line.strip() and width(line + piece.rstrip()) > cells:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return "\n".join([*lines, line.rstrip()])

"""What a server answers to FETCH, as values: the parts of a large mail can then be fetched without its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone

from cockpit.domain.frozen import frozen

Value = bytes | list["Value"] | None
"""Of an answer: a word or a text, a list, NIL."""
Answer = dict[bytes, Value]
"""What is said of one mail, by the name of the item in capitals."""

_TOKEN = re.compile(rb'\s*(?:([()])|"((?:[^"\\]|\\.)*)"|([^\s()"]+))', re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_LITERAL = re.compile(rb"~?\{\d+\+?\}$")
_DATE = re.compile(rb"\s*(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As the protocol has them, in whichever language the user lives."""
_DEEPEST = 50
"""Parts inside parts; the answer of a server to a hostile mail may be nested without end."""


class BadAnswer(ValueError):
    """The server's answer is not what the protocol says."""


@frozen
class Part:
    """A part of a mail. ``section`` names it to the server; ``parts`` are those of a multipart."""

    section: str
    kind: str
    """ "text/plain", in lower case."""
    charset: str | None = None
    encoding: str = "7bit"
    size: int = 0
    """Encoded, in bytes."""
    attached: bool = False
    parts: tuple[Part, ...] = ()


def answers(lines: Iterable[object]) -> Iterator[Answer]:
    """The answers in what imaplib returns for FETCH. Raises BadAnswer."""
    tokens = _tokens(lines)
    for token in tokens:
        if token == b"(":
            items = _list(tokens, 0)
            names = [bytes(item).upper() if isinstance(item, bytes) else b"" for item in items[::2]]
            yield dict(zip(names, items[1::2], strict=False))


class _Text(bytes):
    """A quoted text or a literal: never a bracket of the protocol."""


def _tokens(lines: Iterable[object]) -> Iterator[bytes | None]:
    for line in lines:
        prefix, literal = line if isinstance(line, tuple) else (line, None)
        if not isinstance(prefix, bytes):
            continue
        if literal is not None:
            prefix = _LITERAL.sub(b"", prefix)
        at = 0
        while found := _TOKEN.match(prefix, at):
            at = found.end()
            bracket, quoted, word = found.groups()
            if quoted is not None:
                yield _Text(_ESCAPED.sub(rb"\1", quoted))
            elif bracket:
                yield bracket
            else:
                yield None if word.upper() == b"NIL" else _Text(word)
        if literal is not None:
            yield _Text(literal)


def _list(tokens: Iterator[bytes | None], depth: int) -> list[Value]:
    if depth > 2 * _DEEPEST:
        raise BadAnswer("nested too deeply")
    items: list[Value] = []
    for token in tokens:
        if isinstance(token, _Text) or token is None:
            items.append(token)
        elif token == b"(":
            items.append(_list(tokens, depth + 1))
        else:
            return items
    raise BadAnswer("it ends within a list")


def number(value: Value) -> int:
    """A number of an answer. Raises BadAnswer."""
    if isinstance(value, bytes) and value.isdigit():
        return int(value)
    raise BadAnswer(f"not a number: {value!r}"[:80])


def moment(value: Value) -> datetime | None:
    """An INTERNALDATE, as aware UTC; None where it isn't one."""
    found = _DATE.match(value) if isinstance(value, bytes) else None
    if found is None:
        return None
    day, year, hour, minute, second = (int(found[n]) for n in (1, 3, 4, 5, 6))
    offset = timedelta(hours=int(found[8]), minutes=int(found[9])) * (-1 if found[7] == b"-" else 1)
    try:
        month = MONTHS.index(found[2].decode().capitalize()) + 1
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def structure(value: Value, section: str = "") -> Part:
    """The parts of a mail from its BODYSTRUCTURE. Raises BadAnswer."""
    if not isinstance(value, list) or not value:
        raise BadAnswer("no structure")
    if isinstance(value[0], list):
        children = [item for item in value if isinstance(item, list)]
        count = next((at for at, item in enumerate(value) if not isinstance(item, list)), len(value))
        parts = tuple(
            structure(child, f"{section}.{at}" if section else str(at)) for at, child in enumerate(children[:count], 1)
        )
        return Part(section, f"multipart/{_word(value, count) or 'mixed'}", parts=parts)
    named = _pairs(value[2] if len(value) > 2 else None)
    encoding = _word(value, 5) or "7bit"
    size = number(value[6]) if len(value) > 6 else 0
    # Behind what each kind has of its own.
    disposition = next((item for item in value[7:] if _is_disposition(item)), None)
    attached = bool(disposition) and _word(disposition, 0) == "attachment"
    kind = f"{_word(value, 0)}/{_word(value, 1)}"
    charset = named.get("charset")
    return Part(section or "1", kind, charset, encoding, size, attached or "name" in named)


def _is_disposition(item: Value) -> bool:
    return isinstance(item, list) and _word(item, 0) in ("attachment", "inline")


def _word(values: Value, at: int) -> str:
    value = values[at] if isinstance(values, list) and at < len(values) else None
    return value.decode("ascii", "replace").lower() if isinstance(value, bytes) else ""


def _pairs(values: Value) -> dict[str, str]:
    if not isinstance(values, list):
        return {}
    texts: Sequence[str] = [value.decode("ascii", "replace") if isinstance(value, bytes) else "" for value in values]
    return {name.lower(): value for name, value in zip(texts[::2], texts[1::2], strict=False)}

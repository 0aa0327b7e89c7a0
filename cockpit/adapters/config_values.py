"""How a value of the configuration is read: small readers, put together into tables, that say what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from cockpit.domain.clean import clean_line
from cockpit.domain.wording import Wording, say

T = TypeVar("T")
V = TypeVar("V")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[object], T]
"""Takes what TOML gave; returns the value or raises BadValue."""

MAX_TEXT = 500
"""Code points of a single text; more is a mistake."""
MAX_MINUTES = 7 * 24 * 60
_SHOWN = 40
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")


class BadValue(ValueError):
    """A value that can't be used: its keys from the outside in, and what is wrong and how to mend it."""

    def __init__(self, why: Wording, *keys: str) -> None:
        super().__init__(str(why))
        self.why = why
        self.keys = keys

    def under(self, key: str) -> BadValue:
        """The same, seen from the table or list that holds it."""
        return type(self)(self.why, key, *self.keys)


class UnknownKey(BadValue):
    """A key that its table doesn't have."""


def shown(value: object) -> str:
    """A value as it is quoted back, on one line and short."""
    names: Mapping[type, str] = {dict: "{…}", list: "[…]", bool: str(value).lower()}
    return names.get(type(value)) or shown_key(f'"{value}"' if isinstance(value, str) else str(value))


def shown_key(key: str) -> str:
    """A key as it is named, on one line and short."""
    line = clean_line(key)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def near(word: str, known: Iterable[str]) -> str | None:
    """The one of the ``known`` words that was probably meant."""
    from difflib import get_close_matches  # only where something is wrong

    by_lower = {item.lower(): item for item in known}
    found = get_close_matches(word.lower(), by_lower, 1)
    return by_lower[found[0]] if found else None


def meant(word: str, known: Iterable[str]) -> Wording:
    """Which of the ``known`` words was probably meant, else all there are."""
    known = list(known)
    if (probably := near(word, known)) is not None:
        return say("did you mean “%(near)s”?", near=probably)
    return say("it can be %(words)s", words=", ".join(known))


def text(value: object) -> str:
    """A text of one line, without anything that could steer a terminal."""
    if not isinstance(value, str):
        raise BadValue(say("must be a text in quotation marks, not %(value)s", value=shown(value)))
    line = clean_line(value)
    if not line:
        raise BadValue(say("is empty: write a text, or leave it out"))
    if len(line) > MAX_TEXT:
        raise BadValue(say("is longer than %(max)d characters: shorten it", max=MAX_TEXT))
    return line


def web_address(value: object) -> str:
    """An http or https address."""
    address = text(value)
    if not address.startswith(("https://", "http://")):
        raise BadValue(say("must begin with https://, not %(value)s", value=shown(address)))
    return address


def domain(value: object) -> str:
    """A bare domain, in lower case."""
    name = text(value).lower()
    if not _DOMAIN.fullmatch(name):
        raise BadValue(say("must be a bare domain such as example.com, not %(value)s", value=shown(name)))
    return name


def whole(least: int, most: int) -> Reader[int]:
    """A whole number from ``least`` to ``most``."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            why = say(
                "must be a whole number from %(least)d to %(most)d, not %(value)s",
                least=least,
                most=most,
                value=shown(value),
            )
            raise BadValue(why)
        return value

    return read


def minutes(value: object) -> int:
    """A time in minutes (a fraction is fine), as whole seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MAX_MINUTES:
        why = say(
            "must be minutes, more than 0 and at most %(max)d, not %(value)s", max=MAX_MINUTES, value=shown(value)
        )
        raise BadValue(why)
    return max(1, round(value * 60))


def choice(known: Iterable[str]) -> Reader[str]:
    """One of the ``known`` words."""
    words = tuple(known)

    def read(value: object) -> str:
        word = text(value)
        if word not in words:
            raise BadValue(say("can't be %(value)s: %(known)s", value=shown(word), known=meant(word, words)))
        return word

    return read


def member(kind: type[E]) -> Reader[E]:
    """One word of a closed vocabulary."""
    word = choice(item.value for item in kind)
    return lambda value: kind(word(value))


def listed(item: Reader[T], *, some: bool = False) -> Reader[tuple[T, ...]]:
    """A list, what stands in it twice taken once; with ``some`` it mustn't be empty."""

    def read(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise BadValue(say("must be a list in [ ], not %(value)s", value=shown(value)))
        if some and not value:
            raise BadValue(say("is empty: name at least one, or leave it out"))
        return tuple(dict.fromkeys(_at(f"#{number}", item, part) for number, part in enumerate(value, start=1)))

    return read


def table(readers: Mapping[str, Reader[Any]], required: tuple[str, ...] = ()) -> Reader[dict[str, Any]]:
    """A table whose every key has its reader; what is left out is left out of the answer."""

    def read(value: object) -> dict[str, Any]:
        result = {}
        for key, part in _pairs(value):
            if key not in readers:
                raise UnknownKey(say("is no key here: %(known)s", known=meant(key, readers)), key)
            result[key] = _at(key, readers[key], part)
        for key in required:
            if key not in result:
                raise BadValue(say("is missing: add it"), key)
        return result

    return read


def mapping(key: Reader[T], item: Reader[V]) -> Reader[dict[T, V]]:
    """A table whose keys are read too."""

    def read(value: object) -> dict[T, V]:
        return {_at(name, key, name): _at(name, item, part) for name, part in _pairs(value)}

    return read


def _pairs(value: object) -> Iterable[tuple[str, object]]:
    if not isinstance(value, dict):
        raise BadValue(say("must be a table, not %(value)s", value=shown(value)))
    return value.items()


def _at(key: str, reader: Reader[T], value: object) -> T:
    try:
        return reader(value)
    except BadValue as error:
        raise error.under(key) from None

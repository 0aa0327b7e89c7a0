"""Events to and from the JSON payloads of the journal, driven by the events' own type hints."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache

from cockpit.domain.events import What

Json = typing.Any
"""A value of a JSON document."""

KIND_TYPES: dict[str, type] = {
    re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower(): cls for cls in typing.get_args(What)
}
"""The journal's kind names ("phase_changed") and the events they stand for."""
_KINDS = {cls: kind for kind, cls in KIND_TYPES.items()}


class BadPayload(ValueError):
    """A journal entry that can't be read: its kind is unknown or a field doesn't fit."""


def kind_of(what: What) -> str:
    """The journal's name for an event."""
    return _KINDS[type(what)]


def to_payload(what: What) -> dict[str, Json]:
    """An event as a JSON object: times in ISO 8601 UTC, tuples as lists."""
    return {f.name: _encode(getattr(what, f.name)) for f in fields(what)}


def from_payload(kind: str, payload: Mapping[str, Json]) -> What:
    """The event of a journal entry; raises BadPayload."""
    cls = KIND_TYPES.get(kind)
    if cls is None:
        raise BadPayload(f"unknown kind of event: {kind}")
    try:
        return typing.cast(What, _decoder(cls)(payload))
    except (KeyError, TypeError, ValueError) as error:
        raise BadPayload(f"{kind}: {error}") from error


def _encode(value: Json) -> Json:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if is_dataclass(value):
        return {f.name: _encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value


@cache
def _decoder(hint: Json) -> Callable[[Json], Json]:
    """What reads a value of a type hint, made once: a long incident's journal is read at every change."""
    origin: Json = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        (option,) = (option for option in typing.get_args(hint) if option is not type(None))
        return _optional(_decoder(option))
    if origin is tuple:
        item = typing.get_args(hint)[0]
        return _texts if item is str else _sequence(_decoder(item))
    if hint is datetime:
        return _time
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return _object(typing.cast(type, hint), {name: _decoder(each) for name, each in hints.items()})
    if issubclass(hint, StrEnum):
        return typing.cast(Callable[[Json], Json], hint)
    return _plain(hint)


def _optional(decode: Callable[[Json], Json]) -> Callable[[Json], Json]:
    return lambda value: None if value is None else decode(value)


def _texts(value: Json) -> Json:
    """A list of texts, the way ids are listed by the thousand."""
    for kind in set(map(type, _expect(list, value))) - {str}:
        raise TypeError(f"expected str, got {kind.__name__}")
    return tuple(value)


def _sequence(decode: Callable[[Json], Json]) -> Callable[[Json], Json]:
    def read(value: Json) -> Json:
        return tuple(map(decode, _expect(list, value)))

    return read


def _object(cls: type, members: Mapping[str, Callable[[Json], Json]]) -> Callable[[Json], Json]:
    def read(value: Json) -> Json:
        # A field that an older version didn't record takes its default, where it has one.
        known = _expect(dict, value)
        return cls(**{name: decode(known[name]) for name, decode in members.items() if name in known})

    return read


def _plain(cls: type) -> Callable[[Json], Json]:
    return lambda value: _expect(cls, value)


def _time(value: Json) -> Json:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(f"a time without a zone: {value}")
    return at


def _expect(cls: type, value: Json) -> Json:
    if type(value) is not cls:  # True is no number here
        raise TypeError(f"expected {cls.__name__}, got {value!r}")
    return value

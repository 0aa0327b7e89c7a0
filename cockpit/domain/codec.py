"""Events to and from the JSON payloads of the journal, driven by the events' own type hints."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
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
        return typing.cast(What, _decode(payload, cls))
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
def _hints(cls: type) -> dict[str, Json]:
    return typing.get_type_hints(cls)


def _decode(value: Json, hint: Json) -> Json:
    origin: Json = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        options = [option for option in typing.get_args(hint) if option is not type(None)]
        return None if value is None else _decode(value, options[0])
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(f"expected a list, got {value!r}")
        return tuple(_decode(item, typing.get_args(hint)[0]) for item in value)
    if hint is datetime:
        at = datetime.fromisoformat(value)
        if at.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        return at
    if is_dataclass(hint):
        if not isinstance(value, Mapping):
            raise TypeError(f"expected an object, got {value!r}")
        # A field that an older version didn't record takes its default, where it has one.
        hints = _hints(typing.cast(type, hint))
        return typing.cast(type, hint)(**{n: _decode(value[n], h) for n, h in hints.items() if n in value})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if isinstance(hint, type) and (not isinstance(value, hint) or (hint is int and isinstance(value, bool))):
        raise TypeError(f"expected {hint.__name__}, got {value!r}")
    return value

"""A sentence meant for the user, before it is put into their language: what the pure layers say instead of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from cockpit.domain.frozen import frozen


@frozen
class Wording:
    """An English sentence with ``%(name)s`` fields, which is also the key of its translation."""

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The English sentence, filled."""
        return self.text % self.fields if self.fields else self.text


def say(text: str, /, **fields: object) -> Wording:
    """A wording from an English sentence and its fields; catalogue tools extract calls of this name."""
    return Wording(text, fields)

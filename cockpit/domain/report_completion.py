"""Completing the report line from names that are known: customers before the colon, components and regions as tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cockpit.domain.reports import folded

_LAST_TAG = r"(?:^|(?<=\s))(?P<mark>[#@＃＠])(?P<typed>[^#@＃＠:：]*)$"


@dataclass(frozen=True)
class Known:
    """Names that were met or configured, those most likely meant first."""

    customers: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    @cached_property
    def _spellings(self) -> Mapping[str, Mapping[str, str]]:
        """How each name is spelt, by its folded form: asked for at every keystroke."""
        names = {"customer": self.customers, "component": self.components, "region": self.regions}
        return {kind: {folded(name): name for name in reversed(each)} for kind, each in names.items()}

    def spelt(self, kind: str, name: str) -> str:
        """``name`` of a "customer", "component" or "region" as it is known; as it is where it isn't."""
        return self._spellings[kind].get(folded(name), name)


def merged(*names: Iterable[str]) -> tuple[str, ...]:
    """All the names, the earlier ones first; the same one in another case or width only once."""
    found: dict[str, str] = {}
    for name in (name for each in names for name in each):
        found.setdefault(folded(name), name)
    return tuple(found.values())


class Completer:
    """Completes lines; the names are made ready once, so that a keystroke takes a millisecond among thousands."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._customers = ready(known.customers)
        self._tags = {"@": ready(known.components), "#": ready(known.regions)}

    def complete(self, line: str) -> str | None:
        """``line`` with the name at its end completed, as that is spelt; None where none is known that begins so."""
        tag = re.search(_LAST_TAG, line)
        if tag is not None:
            mark = folded(tag["mark"])
            return completed(line, tag["typed"], self._tags[mark])
        if ":" in folded(line):
            return None
        typed = line.lstrip()
        return completed(line, typed, self._customers) if typed else None


Ready = Sequence[tuple[str, str]]
"""Names with their folded forms before them."""


def ready(names: Iterable[str]) -> Ready:
    """Names made ready to be looked through at every keystroke."""
    return [(folded(name), name) for name in names]


def completed(line: str, typed: str, names: Ready) -> str | None:
    """``line``, which ends with ``typed``, with that completed to the first name that begins so; None: to none."""
    for name in _beginning(typed, names):
        return line[: len(line) - len(typed)] + name
    return None


def _beginning(typed: str, names: Ready) -> Iterator[str]:
    begun = folded(typed)
    for plain, name in names:
        # What is shown stands behind what is typed: the two must be of one length, which some forms of width aren't.
        if plain.startswith(begun) and len(name) > len(typed) and folded(name[: len(typed)]) == begun:
            yield name

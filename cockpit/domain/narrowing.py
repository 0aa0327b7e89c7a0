"""Which reports the liaison wants to see: words, and what they are of. All of it must hold."""

from __future__ import annotations

from dataclasses import replace

from cockpit.domain.frozen import frozen
from cockpit.domain.reports import Via


@frozen
class Narrowing:
    """A choice of reports; as it stands without arguments it is all of them.

    ``words`` are looked for as substrings, in any script and any order; a component or region is one exactly as it was
    logged, whatever its case.
    """

    words: str = ""
    not_relayed: bool = False
    premium: bool = False
    component: str = ""
    region: str = ""
    via: Via | None = None

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return self != Narrowing(words=self.words) or bool(self.words.strip())

    def only_narrows(self, other: Narrowing) -> bool:
        """Whether it leaves out all that ``other`` leaves out: the same choice with more typed behind it."""
        return replace(self, words=other.words) == other and self.words.startswith(other.words)

"""A message taken apart: normalised text with a way back to the offsets as given, and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.domain.frozen import frozen
from cockpit.domain.words import Lang


@frozen
class Sentence:
    """One sentence of the normalised text; ``start`` is its offset there."""

    start: int
    text: str
    lang: Lang

    @property
    def end(self) -> int:
        """Where it ends in the normalised text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A message taken apart; two readings are the same only if they are one, so what is told of one is kept cheaply.

    ``offsets[i]`` is where code point ``i`` of ``text`` (NFKC) stands in ``source``.

    ``offsets`` has one more entry than ``text`` has code points: the last is the length of ``source``.
    """

    source: str
    text: str
    lang: Lang
    offsets: Sequence[int]
    sentences: tuple[Sentence, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``source`` behind [start, end) of ``text``; characters that became several are taken whole."""
        first = self.offsets[start]
        if end <= start:
            return first, first
        last = self.offsets[end - 1]
        while end < len(self.offsets) - 1 and self.offsets[end] == last:
            end += 1
        return first, self.offsets[end]

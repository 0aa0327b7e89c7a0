"""A message taken apart: normalised text with a way back to the offsets as given, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.domain.words import Lang


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the normalised text; ``start`` is its offset there."""

    start: int
    text: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Reading:
    """A message taken apart. ``offsets[i]`` is where code point ``i`` of ``text`` (NFKC) stands in ``source``."""

    source: str
    text: str
    lang: Lang
    offsets: tuple[int, ...]
    sentences: tuple[Sentence, ...]

"""Finds the words that tell what a time belongs to, in one linear scan of the sentence with its times masked."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from cockpit.domain.frozen import frozen
from cockpit.lint.en import lexicon, telling
from cockpit.lint.en.repairs import RESOLVE
from cockpit.lint.en.times import Phrase
from cockpit.lint.patterns import Matching, Pattern, matching, pattern

_NAMES = (
    r"(?:https?://|www\.)[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z][A-Za-z0-9_-]+\b|`[^`]{1,80}`"
)


_PARTICIPLE = r"^ (?:then |now |also |only |all |each |\w+ly )?(be (?:\w+ly )?\w+(?:ed|en|ught|ept))\b"
_PAST_HOPE = r"(?:\w+ed|due|hoping|supposed to)\b"
_TOLD_BY = r"\b(?:we|they|i|had|he|she|was|were|had been)(?: originally| initially| previously| first)?\s$"
"""Whoever expected something: "we expected it by noon" lies behind us, "it is expected by noon" doesn't."""


class Cue(StrEnum):
    """What a word does in its clause."""

    NEUTRAL = "neutral"
    CONDITION = "condition"
    SUBORDINATE = "subordinate"
    HARD = "hard"
    SOFT = "soft"
    PLANNED = "planned"
    ESTIMATE = "estimate"
    UPDATE = "update"
    WATCH = "watch"
    EXPECT = "expect"
    ACTION = "action"
    RESOLVE = "resolve"
    MOVED = "moved"
    TAKE = "take"
    STATE = "state"
    IMPACT = "impact"
    PREVENT = "prevent"
    DONE = "done"
    """A participle that no other class knows, of what will be done."""
    MODAL = "modal"
    WEAK = "weak"
    HAVE = "have"
    BE = "be"
    NEGATION = "negation"


PREDICATES = frozenset(
    {
        *(Cue.ESTIMATE, Cue.UPDATE, Cue.WATCH, Cue.ACTION, Cue.RESOLVE, Cue.TAKE, Cue.STATE, Cue.IMPACT),
        *(Cue.PLANNED, Cue.PREVENT, Cue.DONE),
    }
)
"""Cues that can govern a time."""
FUTURE = frozenset({Cue.EXPECT, Cue.MODAL, Cue.WEAK})
OPENERS = FUTURE | {Cue.HAVE}
"""Cues that open a verb group: the first predicate after one is what is said."""
BREAKS = frozenset({Cue.HARD, Cue.CONDITION, Cue.SUBORDINATE})

_ORDER = (
    (Cue.NEUTRAL, lexicon.NEUTRAL),
    (Cue.CONDITION, lexicon.CONDITION),
    (Cue.PREVENT, lexicon.PREVENT),
    (Cue.PLANNED, lexicon.PLANNED),
    (Cue.ESTIMATE, lexicon.ESTIMATE),
    (Cue.WATCH, telling.WATCH),
    (Cue.UPDATE, telling.UPDATE),
    (Cue.MOVED, lexicon.MOVED),
    (Cue.SUBORDINATE, lexicon.SUBORDINATE),
    (Cue.EXPECT, lexicon.EXPECT),
    (Cue.ACTION, lexicon.ACTION),
    (Cue.RESOLVE, RESOLVE),
    (Cue.STATE, lexicon.STATE),
    (Cue.TAKE, lexicon.TAKE),
    (Cue.IMPACT, lexicon.IMPACT),
    (Cue.MODAL, lexicon.MODAL),
    (Cue.WEAK, lexicon.WEAK),
    (Cue.HAVE, lexicon.HAVE),
    (Cue.BE, lexicon.BE),
    (Cue.NEGATION, lexicon.NEGATION),
)


@frozen
class Word:
    """One cue: [start, end) in code points of the sentence, and its text in lower case."""

    start: int
    end: int
    cue: Cue
    text: str


def mask(text: str, phrases: list[Phrase]) -> str:
    """``text`` at its own length, with names that hold dots or slashes and the given times blanked out."""
    pieces, at = [], 0
    spans = [(phrase.start, phrase.end) for phrase in phrases]
    if "." in text or "@" in text or "`" in text or "/" in text:
        spans = sorted([*spans, *(match.span() for match in pattern(_NAMES).finditer(text))])
    for start, end in spans:
        if start >= at:
            pieces.append(text[at:start])
            pieces.append("_" * (end - start))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


@cache
def _finder() -> Pattern:
    """Every cue, without groups: RE2 finds spans far faster than it tells which alternative matched."""
    marks = "|".join((*lexicon.HARD, *lexicon.SOFT))
    words = "|".join(item for _, items in _ORDER for item in items)
    return pattern(rf"(?:{marks})|\b(?:{words})\b")


@cache
def _classes() -> Matching:
    return matching("|".join(items) for _, items in _ORDER)


@lru_cache(maxsize=4096)
def _class(word: str) -> Cue:
    """The first class that has a pattern for exactly this word."""
    if word in (",", "and", "or", "then", "&"):
        return Cue.SOFT
    classes = _classes()(word)
    return _ORDER[min(classes)][0] if classes else Cue.HARD


def scan(masked: str) -> list[Word]:
    """All cues of a masked sentence, in order."""
    found: list[Word] = []
    for match in _finder().finditer(masked):
        start, end = match.span()
        word = masked[start:end].casefold().strip()
        cue = _class(word)
        hoped = cue is Cue.EXPECT and _was_hoped(word, masked[max(0, start - 24) : start])
        if hoped or (word == "to be" and found and found[-1].cue is Cue.HAVE and found[-1].end >= start - 1):
            cue = Cue.HAVE
        found.append(Word(start, end, cue, word))
    return _with_participles(found, masked)


def _with_participles(words: list[Word], masked: str) -> list[Word]:
    """The words, and after a plain "will" the participle of a verb that they don't know: "will be racked"."""
    told: list[Word] = []
    for index, word in enumerate(words):
        told.append(word)
        if word.cue is not Cue.MODAL or _is_named(words[:index]):
            continue
        rest = masked[word.end : word.end + 48]
        match = pattern(_PARTICIPLE).match(rest) if " be " in rest else None
        if match is None:
            continue
        start, end = word.end + match.start(1), word.end + match.end(1)
        if index + 1 == len(words) or words[index + 1].start >= end:
            told.append(Word(start, end, Cue.DONE, masked[start:end].casefold()))
    return told


def _is_named(before: list[Word]) -> bool:
    """Whether the clause so far names what is told, watched or planned: "a further update will be ..."."""
    for word in reversed(before):
        if word.cue in BREAKS or word.cue in PREDICATES:
            return word.cue in (Cue.UPDATE, Cue.ESTIMATE, Cue.WATCH, Cue.PLANNED)
    return False


def _was_hoped(word: str, before: str) -> bool:
    """Whether an expectation is one of the past: "we expected it by noon", "it was due at noon"."""
    return pattern(_PAST_HOPE).match(word) is not None and pattern(_TOLD_BY).search(before) is not None

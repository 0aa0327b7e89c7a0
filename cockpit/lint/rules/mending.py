"""The safe fixes of an ETA: take its clause out, or put a promise of the next update in the place of its sentence."""

from __future__ import annotations

from functools import lru_cache

from cockpit.domain.words import Lang
from cockpit.lint.languages import statements
from cockpit.lint.model import Context
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading, Sentence
from cockpit.lint.rules.promise import instead
from cockpit.lint.setting import setting_of
from cockpit.lint.statement import Role, Statement

Fix = tuple[str, tuple[int, int]]
"""What to put, and the span of the normalised message that it replaces."""

_MAX_WORDS = 14
_MAX_CHARACTERS = 34
_JOINT = r",? (?:and|but|so) |; ?"
_SUBJECT = r"\b(?:is|are|was|were|has|have|had|will|can|may|\w+ed|\w+['’](?:ve|re|s))\b"
_OPENS_CLAUSE = (
    r"^(?:we |it |they |service |services |(?:the|this|that|all|every\w*) (?:[\w-]+ ){1,4}?)?(?:now |then "
    r"|therefore |hope |fully )?(?:expect|anticipate|estimate|hope|aim|plan|should|will|would|may|might|could|are"
    r"|is|'ll)\b"
)
_STOP = r"[.!?…]*\s*$"


def fix_of(reading: Reading, sentence: Sentence, found: Statement, context: Context, promised: bool) -> Fix | None:
    """The fix of an ETA, None where a person must decide; ``promised``: the message says when the next update comes."""
    told = statements(sentence, setting_of(reading.text))
    if sentence.lang is Lang.EN:
        joined = _last_clause(sentence.text, found, told)
        if joined is not None:
            return "", (sentence.start + joined[0], sentence.start + joined[1])
    if len(told) != 1 or not _says_nothing_else(sentence.text, sentence.lang):
        return None
    if not promised and context.posted_at is not None and context.latest is not None:
        return instead(sentence.lang, context), (sentence.start, sentence.end)
    if len(reading.sentences) < 2 or not promised:
        return None
    return "", _with_blank(reading, sentence)


@lru_cache(maxsize=512)
def _last_clause(text: str, found: Statement, told: tuple[Statement, ...]) -> tuple[int, int] | None:
    """The last clause with the word that joins it, where it holds the ETA, holds nothing else and can be left out."""
    joints = [match.span() for match in pattern(_JOINT).finditer(text) if match.end() <= found.start]
    if not joints:
        return None
    start, opens = joints[-1]
    stop = pattern(_STOP).search(text)
    end = stop.start() if stop else len(text)
    alone = all(other is found or other.end <= start for other in told)
    tail = text[found.end : end]
    whole = pattern(_OPENS_CLAUSE).match(text[opens:end]) is not None and not pattern(_JOINT).search(tail)
    stands = pattern(_SUBJECT).search(text[:start]) is not None
    earlier = any(other.role is Role.RESOLVE and other.end <= start for other in told)
    return (start, end) if alone and whole and stands and not earlier else None


@lru_cache(maxsize=512)
def _says_nothing_else(text: str, lang: Lang) -> bool:
    """A short sentence of one clause: nothing is lost with it."""
    if lang is Lang.JA:
        return len(text) <= _MAX_CHARACTERS and "、" not in text and "が," not in text
    return (
        len(text.split()) <= _MAX_WORDS
        and pattern(r"[;:()]|, (?:and|but|so|which)|\b(?:and|but)\b").search(text) is None
    )


def _with_blank(reading: Reading, sentence: Sentence) -> tuple[int, int]:
    """The sentence with the blank behind it, or before it where it is the last."""
    start, end = sentence.start, sentence.end
    if reading.text[end : end + 1] == " ":
        return start, end + 1
    if start and reading.text[start - 1] == " " and end == len(reading.text):
        return start - 1, end
    return start, end

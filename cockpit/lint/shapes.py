"""The check shapes most rules are data over: phrases of a language that are a fault, and phrases that excuse them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cockpit.domain.words import Lang
from cockpit.lint.model import Context
from cockpit.lint.patterns import Match, pattern
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Hit

Check = Callable[[Sentence, Context], Iterable[Hit]]
Span = tuple[int, int]
BOTH = (Lang.EN, Lang.JA)


def words(text: str) -> frozenset[str]:
    """A set of words from a text that has them between blanks."""
    return frozenset(text.split())


def span_of(match: Match) -> Span:
    """The phrase a match is about: its one group, where the alternative that matched has one, else all of it."""
    return match.span(match.lastindex or 0)


def spans(text: str, alternatives: str, ignore_case: bool = True) -> Iterator[Span]:
    """Every place in ``text`` where the pattern matches, as ``span_of`` tells it; empty ones are left out."""
    for match in pattern(alternatives, ignore_case).finditer(text):
        start, end = span_of(match)
        if start < end:
            yield start, end


def overlapping(span: Span, others: Iterable[Span]) -> bool:
    """Whether ``span`` shares a character with any of ``others``."""
    return any(span[0] < end and start < span[1] for start, end in others)


def holds(text: str, marks: Iterable[str]) -> bool:
    """Whether any of ``marks`` stands in ``text``: several times cheaper than a pattern."""
    return any(mark in text for mark in marks)


def either(alternatives: Sequence[str]) -> str:
    """One pattern that matches what any of ``alternatives`` matches; earlier ones win."""
    return "|".join(alternatives)


def phrases(
    bad: Mapping[Lang, Sequence[str]],
    excused: Mapping[Lang, Sequence[str]] | None = None,
    ignore_case: bool = True,
    marks: Mapping[Lang, Sequence[str]] | None = None,
) -> Check:
    """A check that flags what ``bad`` matches in a sentence of that language, unless ``excused`` touches it.

    Every alternative is an RE2 pattern in which at most one group takes part: the phrase to flag (none: all of it).
    ``marks``: strings (small letters, unless case counts) of which whatever ``bad`` matches holds at least one; a
    sentence without them costs no scan, and a process that meets none never compiles the pattern.
    """
    wanted = {lang: either(alternatives) for lang, alternatives in bad.items()}
    passing = {lang: either(alternatives) for lang, alternatives in (excused or {}).items() if alternatives}

    def check(sentence: Sentence, context: Context) -> Iterator[Hit]:
        flagged = wanted.get(sentence.lang)
        if flagged is None:
            return
        telling = marks.get(sentence.lang) if marks is not None else None
        if telling is not None and not holds(sentence.text.lower() if ignore_case else sentence.text, telling):
            return
        found = list(spans(sentence.text, flagged, ignore_case))
        if not found:
            return
        fine = passing.get(sentence.lang)
        allowed = [match.span() for match in pattern(fine, ignore_case).finditer(sentence.text)] if fine else []
        for span in found:
            if not overlapping(span, allowed):
                yield Hit(*span)

    return check

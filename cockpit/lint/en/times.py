"""Finds every phrase of time in an English sentence and gives its value."""

from __future__ import annotations

from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Moment, TimeExpression, TimeKind


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Every phrase of time in one NFKC sentence, in order, with its preposition: spans in code points."""
    return tuple(
        TimeExpression(m.start(), m.end(), TimeKind.DURATION, Moment(after_s=int(m.group(1) or 0) * 60))
        for m in pattern(r"\b(?:within|in) (\d+) minutes\b").finditer(text)
    )

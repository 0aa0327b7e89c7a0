"""Tells how a predicate ends: done, to come, asked, denied, or only named. Reads the text right after its stem."""

from __future__ import annotations

from functools import cache

from cockpit.lint.ja.endings import AFTER_ESTIMATE, AFTER_NOUN, AFTER_VERB, DENIED, Endings, Form
from cockpit.lint.patterns import Pattern, pattern

_REACH = 40
"""How many code points after the stem are read."""


@cache
def _pattern(endings: Endings) -> Pattern:
    return pattern("|".join(f"({source})" for _, source in endings), ignore_case=False)


def _which(endings: Endings, text: str) -> tuple[Form, int] | None:
    """The form of the ending that ``text`` begins with, and where it stops."""
    match = _pattern(endings).match(text)
    if match is None:
        return None
    # Asking each group is several times faster than asking for the last one.
    form = next(form for group, (form, _) in enumerate(endings, 1) if match.end(group) >= 0)
    return form, match.end()


def ending(text: str, at: int, *, verb: bool) -> Form:
    """The form of the predicate whose stem ends at code point ``at``; ``verb``: a native verb, not a noun with する."""
    tail = text[at : at + _REACH]
    found = _which(AFTER_VERB if verb else AFTER_NOUN, tail)
    if found is None:
        return Form.COMPOUND
    form, length = found
    if form is not Form.EXPECTED:
        return form
    after = _which(AFTER_ESTIMATE, tail[length:])
    return Form.FUTURE if after is None else after[0]


def denied(text: str, at: int) -> bool:
    """Whether what stands at ``at`` goes on to say that it can't be told or won't be (まだ立っておりません)."""
    return pattern(DENIED, ignore_case=False).match(text[at : at + _REACH]) is not None

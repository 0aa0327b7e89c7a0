"""Reads an English sentence: which predicate governs each time."""

from __future__ import annotations

from cockpit.lint.en.times import find_times
from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Role, Statement


def statements(text: str) -> tuple[Statement, ...]:
    """The times of one sentence with their roles."""
    update = pattern(r"\b(?:update|post|share)\b").search(text) is not None
    role = Role.UPDATE if update else Role.RESOLVE
    return tuple(Statement(time.start, time.end, role, time) for time in find_times(text))

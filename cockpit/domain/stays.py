"""Where an incident has been: its stays in the phases, with recorded mistakes taken out.

The timeline keeps every change as it was recorded; what is due and what is allowed follow from the stays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cockpit.domain.frozen import frozen
from cockpit.domain.words import Phase

_ORDER = tuple(Phase)


@frozen
class Stay:
    """One stay in a phase; ``at`` is when it began, aware UTC."""

    phase: Phase
    at: datetime
    reason: str = ""
    post: str | None = None
    """The post that said so, where the change went out with one."""
    confirmed_by: str | None = None
    """Who confirmed full recovery during it."""
    published_at: datetime | None = None
    """When the postmortem's external message was published during it."""


Stays = tuple[Stay, ...]


def is_backward(current: Phase, target: Phase) -> bool:
    """Whether moving from ``current`` to ``target`` is a regression."""
    return _ORDER.index(target) < _ORDER.index(current)


def corrected(stays: Stays, phase: Phase, reason: str) -> Stays:
    """The stays where the last one was in ``phase`` in truth: its time and what was noted during it stay.

    A correction back to the phase before leaves no trace of the mistake.
    """
    *before, last = stays
    if before and before[-1].phase is phase:
        back = before[-1]
        confirmed = last.confirmed_by if last.confirmed_by is not None else back.confirmed_by
        merged = replace(back, confirmed_by=confirmed, published_at=last.published_at or back.published_at)
        return (*before[:-1], merged)
    return (*before, replace(last, phase=phase, reason=reason))


def since_regression(stays: Stays) -> Stays:
    """The stays since the incident last went back, or all of them."""
    start = 0
    for index in range(1, len(stays)):
        if is_backward(stays[index - 1].phase, stays[index].phase):
            start = index
    return stays[start:]


def over_since(stays: Stays) -> Stays:
    """The last stays in Resolved and Closed; empty when the incident isn't over."""
    start = len(stays)
    while start and stays[start - 1].phase in (Phase.RESOLVED, Phase.CLOSED):
        start -= 1
    return stays[start:]

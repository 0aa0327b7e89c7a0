"""What a phrase of time says: the value it names, and which statement of the message it belongs to.

The languages differ in how they say it (``en/``, ``ja/``); what they say is the same, and the rules read only this.
"""

from __future__ import annotations

from enum import StrEnum

from cockpit.domain.frozen import frozen


class TimeKind(StrEnum):
    """What a time expression is."""

    CLOCK = "clock"
    DURATION = "duration"
    DAY = "day"
    DATE = "date"
    INTERVAL = "interval"
    VAGUE = "vague"


@frozen
class Moment:
    """The value of a time expression, still relative: it becomes a datetime once it is known when the post goes out.

    ``after_s`` counts seconds from posting ("in 20 minutes", the longest end of a range); ``every_s`` is an interval
    ("hourly"); ``minute_of_hour`` is "on the hour", 毎時0分. ``day_offset`` counts days from the day of posting.
    ``half_day``: the hour may be of the morning or the afternoon ("half past two"). ``hour`` may pass 23 (25時).
    ``zone`` is the zone's name or offset as written ("JST", "UTC+9"), None where the text names none.
    """

    hour: int | None = None
    minute: int = 0
    half_day: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    day_offset: int | None = None
    after_s: int | None = None
    every_s: int | None = None
    minute_of_hour: int | None = None
    zone: str | None = None


@frozen
class TimeExpression:
    """A phrase that says when, with its preposition or particle: [start, end) in code points of the sentence."""

    start: int
    end: int
    kind: TimeKind
    moment: Moment | None = None
    """None: vague, or a value that can't be told."""


class Role(StrEnum):
    """What a time belongs to: the predicate that governs it."""

    RESOLVE = "resolve"
    """When the problem will be over: the only ETA."""
    UPDATE = "update"
    """When customers hear more: the promise."""
    PAST = "past"
    """What has happened, or how long the impact is."""
    ACTION = "action"
    """What the customer does."""
    WATCH = "watch"
    """How long we keep watching a fix."""
    PLANNED = "planned"
    """Planned work's window."""
    NEGATED = "negated"
    """That there is no estimate."""
    OTHER = "other"


@frozen
class Statement:
    """A time with its role; ``start`` and ``end`` are the shortest phrase that carries it, in the sentence.

    A promise to tell more that names no time is an UPDATE of kind VAGUE whose span is the phrase that stands for the
    time ("as we learn more", 復旧次第).
    """

    start: int
    end: int
    role: Role
    time: TimeExpression

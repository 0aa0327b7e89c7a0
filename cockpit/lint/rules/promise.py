"""What the rules about time say instead: the promised next update, as a datetime and as a sentence in each language."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from cockpit.domain.words import Lang
from cockpit.lint.languages import stated
from cockpit.lint.model import Context
from cockpit.lint.moments import resolve
from cockpit.lint.reading import Reading, Sentence
from cockpit.lint.statement import Role, Statement, TimeKind

Promise = tuple[Sentence, Statement, datetime | None]
"""A promised update with a time: where it stands, and when that is (None: it can't be told)."""


def promises(reading: Reading, context: Context) -> list[Promise]:
    """Every promised update that names a time, in order; without ``posted_at`` no time can be told."""
    return [
        (sentence, found, _when(found, context.posted_at))
        for sentence, found in stated(reading, Role.UPDATE)
        if found.time.kind is not TimeKind.VAGUE
    ]


def next_update(reading: Reading, context: Context) -> datetime | None:
    """The promise: the earliest promised time that is still to come, else the latest of those that are not."""
    if context.posted_at is None:
        return None
    times = [when for _, _, when in promises(reading, context) if when is not None]
    return min((when for when in times if when > context.posted_at), default=max(times, default=None))


def _when(found: Statement, posted_at: datetime | None) -> datetime | None:
    if posted_at is None or found.time.moment is None:
        return None
    return resolve(found.time.moment, posted_at)


def clock(when: datetime, context: Context) -> str:
    """The time of day with its zone, in the zone of the post."""
    local = when.astimezone(context.zone)
    return f"{local:%H:%M} {local.tzname()}"


def instead(lang: Lang, context: Context) -> str:
    """The sentence that an ETA gives way to; the latest time that the policy allows, where it is known."""
    return _instead(lang, context.latest.astimezone(context.zone) if context.latest is not None else None)


@lru_cache(maxsize=64)
def _instead(lang: Lang, local: datetime | None) -> str:
    if local is None:
        if lang is Lang.JA:
            return "次回の更新は20分以内にお知らせします。"
        return "We will post the next update within 20 minutes."
    if lang is Lang.JA:
        return f"次回の更新は{local:%H:%M}({local.tzname()})までにお知らせします。"
    return f"We will post the next update by {local:%H:%M} {local.tzname()}."

"""A time that names its zone: what a message is read against must not depend on the machine."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from cockpit.domain.wording import Wording, say
from cockpit.i18n import tell
from cockpit.lint.zones import zone_of


class BadZonedTime(ValueError):
    """Not a time with a zone; ``why`` says what to write."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


def read_zoned(text: str) -> datetime:
    """The aware time of ISO 8601 with an offset, or with a zone's name behind a space; raises BadZonedTime."""
    text = text.strip()
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = _with_name(text)
    if at.tzinfo is None:
        raise BadZonedTime(say("«%(time)s» has no zone: write 2026-11-23T14:11+00:00", time=text))
    try:
        at.timestamp(), at.utcoffset()
    except (OverflowError, ValueError):
        raise _no_time(text) from None
    return at


def _with_name(text: str) -> datetime:
    """ "2026-11-23T14:11 Asia/Tokyo"."""
    time, _space, name = text.rpartition(" ")
    try:
        at = datetime.fromisoformat(time)
    except ValueError:
        raise _no_time(text) from None
    if at.tzinfo is not None:
        raise _no_time(text)
    zone = zone_of(name)
    if zone is None:
        raise BadZonedTime(say("there is no zone called «%(name)s»", name=name))
    return at.replace(tzinfo=zone)


def _no_time(text: str) -> BadZonedTime:
    return BadZonedTime(say("«%(time)s» is no time: write 2026-11-23T14:11+00:00", time=text))


class Zoned(click.ParamType[datetime]):
    """The parameter of that form."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time that was typed."""
        if isinstance(value, datetime):
            return value
        try:
            return read_zoned(str(value))
        except BadZonedTime as error:
            self.fail(tell(error.why), param, ctx)

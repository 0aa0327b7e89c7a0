"""A row's values as a report: every field checked, and what is wrong named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cockpit.cli.report_rows import BadRow
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.report_line import via_called
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.time_input import BadTime, read_time
from cockpit.domain.wording import say

_YES = frozenset({"1", "true", "yes", "y", "premium", "はい", "○"})
_NO = frozenset({"", "0", "false", "no", "n", "いいえ"})


def report_of(values: Mapping[str, Any], now: datetime) -> NewReport:
    """The report that ``values`` (by field name) say. ``now`` is aware, in the configured zone. Raises BadRow."""
    text = clean(_text(values, "text")).strip()
    if not text:
        raise BadRow(say("a report needs the customer's words (text)"))
    customer = clean_line(_text(values, "customer"))
    if not customer:
        raise BadRow(say("a report needs the customer's name (customer)"))
    return NewReport(
        text=text,
        customer=customer,
        via=_via(_text(values, "via")),
        component=_text(values, "component"),
        region=_text(values, "region"),
        since=_time(values, "since", now),
        contact=_text(values, "contact"),
        premium=_flag(values, "premium"),
        source=_text(values, "source"),
        external_id=_text(values, "external_id"),
        received_at=_time(values, "received_at", now),
    )


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool | int | float):
        return str(value)
    raise BadRow(say("%(field)s must be a text", field=name))


def _via(value: str) -> Via:
    if not value:
        return Via.OTHER
    via = via_called(value)
    if via is None:
        names = ", ".join(each.value for each in Via)
        raise BadRow(say("via is one of %(names)s, not «%(value)s»", names=names, value=value))
    return via


def _flag(values: Mapping[str, Any], name: str) -> bool:
    value = _text(values, name).casefold()
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise BadRow(say("%(field)s is yes or no, not «%(value)s»", field=name, value=value))


def _time(values: Mapping[str, Any], name: str, now: datetime) -> datetime | None:
    value = _text(values, name)
    if not value:
        return None
    try:
        at = read_time(value, now)
    except BadTime as error:
        raise BadRow(say("%(field)s «%(value)s»: %(why)s", field=name, value=value, why=error.why)) from error
    if at > now:
        raise BadRow(say("%(field)s «%(value)s» is in the future", field=name, value=value))
    return at

"""Events to the journal's JSON and back: whatever was recorded is read as it was."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import START

from cockpit.domain import events as e
from cockpit.domain.codec import KIND_TYPES, BadPayload, from_payload, kind_of, to_payload
from cockpit.domain.words import Phase

TIMES = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))


def values(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Any value of a type hint of the events."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return st.one_of(*map(values, typing.get_args(hint)))
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=4).map(tuple)
    if hint is datetime:
        return TIMES
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{f.name: values(hints[f.name]) for f in fields(hint)})
    return st.from_type(hint)


EVENTS = st.sampled_from(sorted(KIND_TYPES)).flatmap(lambda kind: values(KIND_TYPES[kind]))


@given(EVENTS)
def test_every_event_comes_back_as_it_was(what: e.What) -> None:
    payload = json.loads(json.dumps(to_payload(what), ensure_ascii=False))
    assert from_payload(kind_of(what), payload) == what


@pytest.mark.parametrize("kind", sorted(KIND_TYPES))
@given(data=st.data())
def test_each_kind(kind: str, data: st.DataObject) -> None:
    what = data.draw(values(KIND_TYPES[kind]))
    assert kind_of(what) == kind
    assert from_payload(kind, json.loads(json.dumps(to_payload(what)))) == what


def test_the_kinds_are_the_journals_words() -> None:
    assert len(KIND_TYPES) == len(typing.get_args(e.What))
    assert KIND_TYPES["phase_changed"] is e.PhaseChanged
    assert KIND_TYPES["opened"] is e.Opened


def test_what_the_journal_holds_is_plain() -> None:
    opened = e.Opened("Notifications delayed", 2, "Robin", "Sam", START)
    assert to_payload(opened) == {
        "title": "Notifications delayed",
        "severity": 2,
        "ic": "Robin",
        "liaison": "Sam",
        "call_started": "2026-11-23T14:00:00+00:00",
    }
    asked = to_payload(e.Asked((), e.Stage.SCOPING, Phase.IDENTIFIED))
    assert json.dumps(asked) == '{"texts": [], "stage": "scoping", "target": "identified"}'


def test_times_are_kept_in_utc() -> None:
    there = timezone(timedelta(hours=9))
    opened = e.Opened("t", 2, "", "", datetime(2026, 11, 23, 23, 0, tzinfo=there))
    assert to_payload(opened)["call_started"] == "2026-11-23T14:00:00+00:00"


def test_a_field_that_an_older_version_did_not_record_takes_its_default() -> None:
    assert from_payload("phase_changed", {"phase": "monitoring", "reason": "fixed"}) == e.PhaseChanged(
        Phase.MONITORING, "fixed", with_post=False
    )
    assert from_payload("facts_recorded", {"sheet": {"cause": "a deploy"}, "changed": ["cause"]}) == e.FactsRecorded(
        e.FactSheet(cause="a deploy"), ("cause",)
    )


def test_a_field_that_is_not_known_is_left_aside() -> None:
    assert from_payload("noted", {"text": "a note", "colour": "red"}) == e.Noted("a note")


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("exploded", {}),
        ("noted", {}),
        ("noted", {"text": 5}),
        ("noted", []),
        ("noted", "text"),
        ("noted", None),
        ("severity_changed", {"severity": True, "reason": ""}),
        ("severity_changed", {"severity": "2", "reason": ""}),
        ("phase_changed", {"phase": "asleep", "reason": ""}),
        ("reports_logged", {"reports": "abc", "count": 3}),
        ("opened", {"title": "t", "severity": 1, "ic": "", "liaison": "", "call_started": "yesterday"}),
        ("opened", {"title": "t", "severity": 1, "ic": "", "liaison": "", "call_started": "2026-11-23T14:00:00"}),
        ("opened", {"title": "t", "severity": 1, "ic": "", "liaison": "", "call_started": None}),
        ("asked", {"texts": ["hello"], "stage": "update", "target": None}),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, payload: typing.Any) -> None:
    with pytest.raises(BadPayload, match=kind):
        from_payload(kind, payload)

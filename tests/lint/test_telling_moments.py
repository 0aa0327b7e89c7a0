"""What a phrase of time names, once it is known when the post goes out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from cockpit.lint.en.times import find_times
from cockpit.lint.moments import resolve
from cockpit.lint.statement import Moment, TimeKind
from cockpit.lint.zones import zone_of

POSTED = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
"""A Monday."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("by 15:00 UTC", at(23, 15)),
        ("at 15:00", at(23, 15)),
        ("by 3pm", at(23, 15)),
        ("at 9:15 a.m. PDT", at(23, 16, 15)),
        ("at 23:40 JST", at(23, 14, 40)),
        ("at 6 pm UTC+3", at(23, 15)),
        ("at 15:30 CET", at(23, 14, 30)),
        ("by 10 a.m. Eastern", at(23, 15)),
        ("at 15:00 Europe/Berlin", at(23, 14)),
        ("half past two", at(23, 14, 30)),
        ("at quarter to three", at(23, 14, 45)),
        ("by ten past three", at(23, 15, 10)),
        ("at noon", at(23, 12)),
        ("by midnight", at(24, 0)),
        ("at 00:20", at(24, 0, 20)),
        ("at 13:50", at(23, 13, 50)),
        ("on the hour", at(23, 15)),
        ("at the top of the hour", at(23, 15)),
        ("in 20 minutes", at(23, 14, 20)),
        ("within half an hour", at(23, 14, 30)),
        ("in an hour and a half", at(23, 15, 30)),
        ("within 1-2 hours", at(23, 16)),
        ("in 90 seconds", POSTED + timedelta(seconds=90)),
        ("within 2h30", at(23, 16, 30)),
        ("within 24 hours", at(24, 14)),
        ("in two days", at(25, 14)),
        ("within the hour", at(23, 15)),
        ("every 30 minutes", at(23, 14, 30)),
        ("hourly", at(23, 15)),
        ("by end of day", at(23, 23, 59)),
        ("by EOD", at(23, 23, 59)),
        ("tomorrow", at(24, 23, 59)),
        ("tomorrow at 9", at(24, 9)),
        ("by 5 tomorrow", at(24, 17)),
        ("tomorrow morning", at(24, 12)),
        ("on Friday", at(27, 23, 59)),
        ("by Friday noon", at(27, 12)),
        ("Monday at 9 a.m.", at(30, 9)),
        ("on November 25th", at(25, 23, 59)),
        ("on 25 November at 10:00 UTC", at(25, 10)),
        ("2026-11-25 10:00 UTC", at(25, 10)),
        ("the morning of the 25th", at(25, 23, 59)),
        ("between 15:00 and 16:00 UTC", at(23, 16)),
        ("from 3 to 4 pm", at(23, 16)),
        ("14:40 UTC (23:40 JST)", at(23, 14, 40)),
    ],
)
def test_an_english_phrase_names_its_moment(phrase: str, expected: datetime) -> None:
    (found,) = find_times(phrase)
    assert (found.start, found.end) == (0, len(phrase))
    assert found.moment is not None
    assert resolve(found.moment, POSTED) == expected


@pytest.mark.parametrize(
    "phrase",
    ["next week", "over the weekend", "in the coming hours", "by the end of the month", "mid-December", "in Q3"],
)
def test_a_stretch_has_no_moment(phrase: str) -> None:
    (found,) = find_times(phrase)
    assert (found.start, found.end) == (0, len(phrase))
    assert found.moment is None or resolve(found.moment, POSTED) is None


@pytest.mark.parametrize(
    "phrase", ["soon", "shortly", "in a short while", "any minute now", "before long", "in no time"]
)
def test_a_vague_word_is_a_time_without_a_value(phrase: str) -> None:
    (found,) = find_times(phrase)
    assert (found.start, found.end, found.kind) == (0, len(phrase), TimeKind.VAGUE)


@pytest.mark.parametrize(
    "text",
    [
        "HTTP 502 and 500s",
        "version 10.4.0.2",
        "iPhone 14 and TLS 1.3",
        "10.5% of requests",
        "$5m in credits",
        "24/7 support",
        "the first 3 regions",
        "as soon as possible",
        "you may see errors",
        "CVE-2026-12345",
        "ports 80 to 443",
        "SAML 2.0",
        "march on",
        "the sun is up",
    ],
)
def test_a_number_that_is_no_time_is_left_alone(text: str) -> None:
    assert find_times(text) == ()


@pytest.mark.parametrize(
    "moment",
    [
        Moment(month=2, day=30),
        Moment(year=2026, month=13, day=1),
        Moment(hour=99, minute=99),
        Moment(hour=12, zone="UTC+99"),
        Moment(after_s=10**15),
        Moment(),
    ],
)
def test_a_moment_that_no_calendar_has_is_none(moment: Moment) -> None:
    assert resolve(moment, POSTED) is None


def test_around_midnight_yesterday_is_near() -> None:
    just_after = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
    assert resolve(Moment(hour=23, minute=55), just_after) == at(23, 23, 55)
    assert resolve(Moment(hour=0, minute=25), at(23, 23, 50)) == at(24, 0, 25)


def test_an_hour_without_a_zone_is_in_the_posts_zone() -> None:
    tokyo = POSTED.astimezone(timezone(timedelta(hours=9), "JST"))
    assert resolve(Moment(hour=23, minute=30), tokyo) == at(23, 14, 30)


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("JST", 9),
        ("UTC", 0),
        ("PST", -8),
        ("pdt", -7),
        ("PT", -8),
        ("Eastern Daylight Time", -4),
        ("GMT+1", 1),
        ("+05:30", 5.5),
    ],
)
def test_zones_have_their_offsets(name: str, hours: float) -> None:
    zone = zone_of(name)
    assert zone is not None
    assert POSTED.astimezone(zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["", "XYZ", "Nowhere/Nothing", "UTC+99", "../../etc/passwd"])
def test_an_unknown_zone_is_none(name: str) -> None:
    assert zone_of(name) is None

"""Since when it is so, in the words of customers on the phone; 14:05 on a Monday, in UTC."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from support import START, minute

from cockpit.domain.report_line import parse
from cockpit.domain.report_since import since

NOW = minute(5)


def at(hour: int, minutes: int = 0, days: int = 0) -> datetime:
    return START.replace(hour=hour, minute=minutes) - timedelta(days=days)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("no SMS since 14:02", at(14, 2)),
        ("since about 13.45 nothing arrives", at(13, 45)),
        ("Since 2pm no push", at(14)),
        ("since 1:30 p.m. logins fail", at(13, 30)),
        ("since 12 am", at(0)),
        ("since around 9 o'clock", at(9)),
        ("since 15:00", at(15, days=1)),
        ("no push since 20 min", minute(-15)),
        ("nothing for the last 2 hours", at(12, 5)),
        ("it stopped 10 minutes ago", minute(-5)),
        ("14:02ごろからSMSが届きません", at(14, 2)),
        ("14時から届きません", at(14)),
        ("１３時半頃から遅れています", at(13, 30)),
        ("午後1時20分くらいからエラーです", at(13, 20)),
        ("午前0時過ぎから", at(0)),
        ("今朝9時以降ログインできません", at(9)),
        ("10分ほど前から届かない", minute(-5)),
        ("2時間前から", at(12, 5)),
    ],
)
def test_said(words: str, expected: datetime) -> None:
    assert since(words, NOW) == expected


@pytest.mark.parametrize(
    "words",
    [
        "no SMS",
        "since yesterday",
        "since 3 days",
        "since version 14.2",
        "since 25:10",
        "delayed by 20 minutes",
        "14:02に電話しました",
        "14時までに教えて",
        "10分遅れ",
        "since 14",
    ],
)
def test_not_said(words: str) -> None:
    assert since(words, NOW) is None


def test_full_width_input_of_an_input_method_is_understood_whole() -> None:
    found = parse("アクメ商事　電話：１４時２分ごろからＳＭＳが届かない　＃欧州　＠SMS", NOW)
    assert (found.customer, found.via.value, found.region, found.component) == ("アクメ商事", "phone", "欧州", "SMS")
    assert found.since == at(14, 2)

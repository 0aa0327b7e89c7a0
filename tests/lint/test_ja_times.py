"""What a Japanese phrase of time covers and which moment it names, seen from one posting time."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cockpit.lint.ja.times import find_times
from cockpit.lint.moments import resolve
from cockpit.lint.statement import TimeKind

JST = timezone(timedelta(hours=9), "JST")
POSTED = datetime(2026, 11, 25, 14, 11, tzinfo=JST)  # a Wednesday

NAMED = [
    ("15時", "2026-11-25T15:00"),
    ("15時半に", "2026-11-25T15:30"),
    ("15時30分頃に", "2026-11-25T15:30"),
    ("午後3時", "2026-11-25T15:00"),
    ("午後3時半を目途に", "2026-11-25T15:30"),
    ("十五時半までに", "2026-11-25T15:30"),
    ("15:30", "2026-11-25T15:30"),
    ("3:30 PM", "2026-11-25T15:30"),
    ("午前0時", "2026-11-26T00:00"),
    ("24時までに", "2026-11-26T00:00"),
    ("深夜25時", "2026-11-26T01:00"),
    ("翌1時30分", "2026-11-26T01:30"),
    ("明朝9時に", "2026-11-26T09:00"),
    ("明日の午後1時に", "2026-11-26T13:00"),
    ("明日(11/26)10時までに", "2026-11-26T10:00"),
    ("本日、18時頃に", "2026-11-25T18:00"),
    ("今夜9時に", "2026-11-25T21:00"),
    ("11月26日(木) 10時に", "2026-11-26T10:00"),
    ("2026年11月26日10:00", "2026-11-26T10:00"),
    ("令和8年11月26日 10時", "2026-11-26T10:00"),
    ("2026/11/26 10:00", "2026-11-26T10:00"),
    ("11/26 10:00", "2026-11-26T10:00"),
    ("来週月曜10時に", "2026-11-30T10:00"),
    ("来週水曜日の10時に", "2026-12-02T10:00"),
    ("14:40 JST", "2026-11-25T14:40"),
    ("14:40(日本時間)", "2026-11-25T14:40"),
    ("日本時間の14時40分", "2026-11-25T14:40"),
    ("UTC 6:31", "2026-11-25T15:31"),
    ("協定世界時(UTC)6時31分", "2026-11-25T15:31"),
    ("20分後に", "2026-11-25T14:31"),
    ("三十分以内に", "2026-11-25T14:41"),
    ("1時間半後に", "2026-11-25T15:41"),
    ("1時間30分以内に", "2026-11-25T15:41"),
    ("2、3時間で", "2026-11-25T17:11"),
    ("30分~1時間後に", "2026-11-25T15:11"),
    ("半日以内に", "2026-11-26T02:11"),
    ("3日以内に", "2026-11-28T14:11"),
    ("30分ごとに", "2026-11-25T14:41"),
    ("1時間に1回", "2026-11-25T15:11"),
    ("毎時0分に", "2026-11-25T15:00"),
    ("毎時30分に", "2026-11-25T14:30"),
    ("毎正時に", "2026-11-25T15:00"),
    ("毎日18時に", "2026-11-25T18:00"),
    ("18時から19時まで", "2026-11-25T19:00"),
    ("18:00~19:30頃", "2026-11-25T19:30"),
]

UNNAMED = [
    "今週中に", "月末までに", "数時間後に", "数十分程度で", "一両日中に", "翌営業日に", "まもなく", "近日中に",
    "12月上旬に", "来月末までに", "明け方までに", "夕方頃",
]  # fmt: skip

NO_TIMES = [
    "一時的に停止しました",
    "十分にご注意ください",
    "十二分に検証します",
    "一日も早い復旧",
    "24時間体制で対応",
    "fd00:12::9",
    "3分の1のお客様",
    "1/3のお客様",
    "10日ぶりの更新",
    "2日目の作業",
    "99:99",
    "25月40日",
    "v10:30系",
    "同時に接続できません",
    "随分と遅い",
]


@pytest.mark.parametrize(("phrase", "moment"), NAMED)
def test_phrase_names_its_moment(phrase: str, moment: str) -> None:
    text = f"次回は{phrase}、お知らせします。"
    (found,) = (time for time in find_times(text) if time.kind is not TimeKind.VAGUE)
    assert text[found.start : found.end] == phrase
    assert found.moment is not None
    when = resolve(found.moment, POSTED)
    assert when is not None
    assert when.astimezone(JST).strftime("%Y-%m-%dT%H:%M") == moment


@pytest.mark.parametrize("phrase", UNNAMED)
def test_phrase_without_a_value_is_found(phrase: str) -> None:
    text = f"障害は{phrase}、解消します。"
    (found,) = find_times(text)
    assert text[found.start : found.end] == phrase
    assert found.moment is None or resolve(found.moment, POSTED) is None


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text) == ()


def test_copula_and_next_word_stay_outside() -> None:
    for text, phrase in [
        ("復旧は18時です。", "18時"),
        ("復旧は18時でした。", "18時"),
        ("復旧は18時になります。", "18時"),
        ("本日中国地方で発生しました。", "本日"),
        ("約1時間ですべて復旧します。", "約1時間で"),
    ]:
        (found,) = find_times(text)
        assert text[found.start : found.end] == phrase


def test_separate_days_stay_apart() -> None:
    text = "5月23日、24日に発生した障害"
    assert [text[found.start : found.end] for found in find_times(text)] == ["5月23日", "24日に"]

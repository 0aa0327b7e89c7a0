"""Reports that say the same are one group, in both languages; what a person says wins."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.grouping import Group, features, groups


def grouped(*texts: str, symptoms: dict[int, str] | None = None) -> tuple[Group, ...]:
    named = symptoms or {}
    return groups(texts, [named.get(at, "") for at in range(len(texts))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no SMS since 14:02", "No SMS!"),
        ("push notifications are late", "the push notification is late by 20 minutes"),
        ("we don't get any SMS", "not getting SMS"),
        ("SMSが届きません", "今朝からSMSが届かない状態です"),
        ("請求の画面が開きません", "請求画面が開かない"),
        ("ログインできません", "本日よりログインできない"),
        ("ＳＭＳが届かない", "SMSが届かない"),
    ],
)
def test_what_says_the_same_is_one_group(one: str, other: str) -> None:
    assert [group.members for group in grouped(one, other)] == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no SMS since 14:02", "cannot log in since 14:02"),
        ("the invoice page shows an error", "the search page shows nothing"),
        ("請求の画面が開きません", "通知が届きません"),
        ("SMSが届きません", "請求書のメールが届きません"),
        ("123", "456"),
        ("", "no SMS"),
    ],
)
def test_what_says_something_else_is_another(one: str, other: str) -> None:
    assert [group.members for group in grouped(one, other)] == [(0,), (1,)]


def test_numbers_times_and_little_words_say_nothing_of_a_symptom() -> None:
    assert features("We have had no SMS since 14:02 (ticket 4711)") == {"not", "sms", "ticket"}
    assert features("通知が届いていません") == {"通知", "届"}
    assert features("14:02") == {"14:02"}
    assert features("とどかない") == {"とど", "どか", "かな", "ない"}


def test_the_largest_group_comes_first_under_the_wording_that_most_use() -> None:
    found = grouped("login fails", "no SMS!", "No SMS since 14:02", "no SMS!", "login fails again")
    assert [(group.name, group.members) for group in found] == [("no SMS!", (1, 2, 3)), ("login fails", (0, 4))]


def test_a_symptom_given_by_hand_wins_over_the_words_and_over_its_case_and_width() -> None:
    found = grouped("login fails", "no SMS", "app is blank", symptoms={1: "Texts late", 2: "ＴＥＸＴＳ  late"})
    assert [(g.name, g.members, g.by_hand) for g in found] == [
        ("Texts late", (1, 2), True),
        ("login fails", (0,), False),
    ]


def test_a_name_that_several_were_given_draws_in_what_is_like_them() -> None:
    found = grouped("no SMS", "no SMS!", "no SMS since noon", "blank app", symptoms={0: "Texts", 1: "Texts"})
    assert [(g.name, g.members, g.by_hand) for g in found] == [("Texts", (0, 1, 2), True), ("blank app", (3,), False)]


def test_one_exception_draws_in_nothing() -> None:
    found = grouped("no SMS", "no SMS", "no SMS", symptoms={0: "Login"})
    assert [(g.name, g.members) for g in found] == [("no SMS", (1, 2)), ("Login", (0,))]


def test_two_names_of_the_same_words_stay_apart() -> None:
    texts = ["no SMS"] * 5
    found = grouped(*texts, symptoms={0: "Texts", 1: "Texts", 2: "Codes", 3: "Codes"})
    assert sorted((g.name, len(g.members)) for g in found) == [("Codes", 2), ("Texts", 3)]


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["", "A", "B"])), max_size=30))
def test_every_report_is_in_one_group(said: list[tuple[str, str]]) -> None:
    found = groups([text for text, _ in said], [symptom for _, symptom in said])
    assert sorted(at for group in found for at in group.members) == list(range(len(said)))
    sizes = [len(group.members) for group in found]
    assert sizes == sorted(sizes, reverse=True)


def test_grouping_doesnt_depend_on_what_was_compared_first() -> None:
    texts = ["no SMS", "no SMS arrives", "login fails", "login page fails", "invoice page blank"] * 20
    shuffled = random.Random(7).sample(texts, len(texts))
    sizes = {tuple(sorted(len(group.members) for group in groups(each, [""] * 100))) for each in (texts, shuffled)}
    assert len(sizes) == 1

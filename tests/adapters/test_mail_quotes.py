"""What a reply says of its own, as the mailers of several languages quote what it answers."""

from __future__ import annotations

import time

import pytest

from cockpit.adapters.mail_quotes import is_reply, own_words

OWN = "It still fails for us."
HISTORIES = [
    "On Mon, 23 Nov 2026 at 14:02, Sam <sam@example.com> wrote:\n> We are looking into it.\n> Sam",
    "On Mon, 23 Nov 2026 at 14:02, Sam from the support team\n<sam@example.com> wrote:\n\n> We are looking into it.",
    "Am 23.11.2026 um 14:02 schrieb Sam:\n> Wir prüfen es.",
    "Le lun. 23 nov. 2026 à 14:02, Sam a écrit :\n> Nous vérifions.",
    "2026年11月23日(月) 14:02 Sam <sam@example.com>:\n> 調査しています。",
    "-----Original Message-----\nFrom: Sam\nSubject: Re: trouble\n\nWe are looking into it.",
    "-----元のメッセージ-----\n差出人: Sam\n調査しています。",
    "From: Sam <sam@example.com>\nSent: Monday, 23 November 2026 14:02\nTo: Kim\n\nWe are looking into it.",
    "差出人: Sam <sam@example.com>\n送信日時: 2026年11月23日 14:02\n宛先: Kim\n\n調査しています。",
    "> We are looking into it.\n> Sam",
    "On Monday, Sam wrote:\n\nWe are looking into it, without any mark.",
    "-- \nKim, Example Ltd",
]


@pytest.mark.parametrize("history", HISTORIES)
def test_history_below_the_answer(history: str) -> None:
    assert own_words(f"{OWN}\n\n{history}\n", reply=True) == OWN


def test_answers_between_the_quoted_lines() -> None:
    text = "On Monday, Sam wrote:\n> Is it all of the EU?\nOnly Frankfurt.\n\n> Since when?\nTen past two."
    assert own_words(text, reply=True) == "Only Frankfurt.\n\nTen past two."


def test_a_mail_that_only_quotes_is_kept() -> None:
    text = "> No notifications since two."
    assert own_words(text, reply=True) == text


def test_what_is_no_reply_keeps_what_it_quotes() -> None:
    text = "See below.\n> No notifications since two."
    assert own_words(text, reply=False) == text


@pytest.mark.parametrize(
    "line",
    [
        "On Monday we wrote to you:",
        "From: the moment we logged in, nothing worked.",
        "2026年11月23日 14:02 から届きません",
        "On the page it says: error",
    ],
)
def test_words_that_only_look_like_history(line: str) -> None:
    assert line in own_words(f"Hello,\n{line}\nPlease help.", reply=False)


def test_a_line_that_looks_like_one_end_of_history_takes_nothing_with_it() -> None:
    assert own_words("From: the moment we logged in\nnothing worked.", reply=True).endswith("nothing worked.")


@pytest.mark.parametrize(
    ("subject", "in_thread", "reply"),
    [
        ("Re: trouble", False, True),
        ("RE[2]: trouble", False, True),
        ("AW: Störung", False, True),
        ("返信: 障害", False, True),
        ("trouble", True, True),
        ("trouble", False, False),
        ("Fwd: trouble", True, False),
        ("転送: 障害", True, False),
        ("Real trouble", False, False),
    ],
)
def test_what_is_a_reply(subject: str, in_thread: bool, reply: bool) -> None:
    assert is_reply(subject, in_thread) is reply


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["On " + "a" * 20_000, "2026/" + "<" * 20_000] * 6),
        "2026/" + "<>" * 150 + "\n" + "On Monday Sam wrote:\n" * 10_000,
        "Hello\n" + "> quoted\nOn Monday Sam wrote:\n" * 10_000,
        "From: x\n" * 30_000,
    ],
    ids=["long-lines", "introductions", "quotations", "headers"],
)
def test_a_hostile_text_costs_little(text: str) -> None:
    began = time.process_time()
    assert own_words(text, reply=True)
    assert time.process_time() - began < 4

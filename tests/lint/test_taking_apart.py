"""Normalising with a way back, and sentences whose ends fall where a reader sees them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.words import Lang
from cockpit.lint.text import MAX_SENTENCE, normalise, read_text


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read_text(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The fix is live by 9:15 a.m. PDT.",
        "We are back at 3 p.m. Pacific Time.",
        "Logins fail in the U.S. region.",
        "It affects e.g. uploads.",
        "It took approx. 20 minutes.",
        "Version 2.14.3 is fine.",
        "See status.example.com for more.",
        "Posted on Nov. 23 at noon.",
        "Expected recovery:\n15:00 UTC",
        "The message was wrapped\nin the middle of a sentence.",
        "復旧見込み:\n18時",
    ],
)
def test_no_boundary_falls_inside(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are back at 3 p.m. We will watch it.", ["We are back at 3 p.m.", "We will watch it."]),
        ("It works. we keep watching.", ["It works.", "we keep watching."]),
        ("Is it over? Yes! Thank you.", ["Is it over?", "Yes!", "Thank you."]),
        ("Affected:\n- logins\n- uploads", ["Affected:", "- logins", "- uploads"]),
        ("First line\n\nsecond paragraph", ["First line", "second paragraph"]),
        ("調査中です。15時に更新します。", ["調査中です。", "15時に更新します。"]),
        ("ご不便をおかけします！復旧しました！", ["ご不便をおかけします!", "復旧しました!"]),
        ("(詳細は「こちら。」です)", ["(詳細は「こちら。」", "です)"]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_run_without_an_end_is_cut_at_a_space() -> None:
    pieces = sentences("word " * 1_000)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert " ".join(pieces).split() == ["word"] * 1_000


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("We are investigating.", Lang.EN),
        ("現在調査中です。", Lang.JA),
        ("API GatewayとCDNでHTTP 502が発生しています。", Lang.JA),
        ("The 東京 region is affected, and so are customers who sign in from elsewhere.", Lang.EN),
        ("12345", Lang.EN),
    ],
)
def test_the_language_is_told_from_the_text(text: str, lang: Lang) -> None:
    assert read_text(text).lang is lang


def test_each_sentence_of_a_bilingual_post_has_its_own_language() -> None:
    reading = read_text("現在ログインできません。\nCustomers are not able to sign in at the moment.")
    assert [sentence.lang for sentence in reading.sentences] == [Lang.JA, Lang.EN]


def test_full_width_text_is_read_as_plain_and_led_back() -> None:
    reading = read_text("復旧は１５：００頃です。")
    assert reading.text == "復旧は15:00頃です。"
    start = reading.text.index("15:00")
    assert reading.source[slice(*reading.source_span(start, start + 5))] == "１５：００"


@given(st.text(st.characters(codec=None), max_size=120))
def test_the_way_back_never_leaves_the_source(text: str) -> None:
    normal, offsets = normalise(text)
    assert len(offsets) == len(normal) + 1
    assert offsets[-1] == len(text)
    assert all(one <= other for one, other in pairwise(offsets))
    normal.encode()


@given(st.text(max_size=200))
def test_sentences_cover_all_that_is_not_blank(text: str) -> None:
    reading = read_text(text)
    covered = "".join(sentence.text for sentence in reading.sentences)
    assert "".join(covered.split()) == "".join(reading.text.split())
    for sentence in reading.sentences:
        assert reading.text[sentence.start : sentence.end] == sentence.text

"""X's own way of counting, against the reference library, and where a text stops fitting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.domain.words import Channel, Lang
from cockpit.lint.engine import lint
from cockpit.lint.lengths import X_LIMIT, x_length, x_overflow
from cockpit.lint.model import Context, Severity

TEXTS = (
    "",
    "Uploads are slow.",
    "画像の表示が遅れています。",
    "See https://status.example.com/incidents/42 for more.",
    "See status.example.com, or write to help@example.com.",
    "詳細はhttps://status.example.jp/をご覧ください。",
    "Uploads are slow 🐢 and late ⏰.",
    "家族 👨‍👩‍👧‍👦 と旗 🇯🇵 と 1️⃣",
    "Café, cafe\u0301, Ünïcode",
    "a — b … “c”",
    "two\r\nlines",
    "(https://example.com/a_(b)) and https://example.com/x?y=1&z=2.",
    "Version v2.example and Node.js",
    "© 2026 ®",
    "README.md and example.co.jp/path",
)


@pytest.mark.parametrize("text", TEXTS)
def test_counts_as_the_reference_does(text: str) -> None:
    reference = pytest.importorskip("twitter_text")
    assert x_length(text) == reference.parse_tweet(text).weightedLength


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"aZ .\n!é日か・。", "https://example.com/a", "👍🏽", "…", "ｶﾞ", "example.org "]), max_size=60
    )
)
def test_counts_any_mixture_as_the_reference_does(parts: list[str]) -> None:
    reference = pytest.importorskip("twitter_text")
    text = " ".join(parts)
    assert x_length(text) == reference.parse_tweet(text).weightedLength


@pytest.mark.parametrize(("text", "fits"), [("a" * 300, 280), ("あ" * 150, 140), ("あa" * 100, 186), ("a" * 280, None)])
def test_tells_from_where_a_text_is_too_long(text: str, fits: int | None) -> None:
    assert x_overflow(text) == fits


def test_too_long_is_an_error_on_x_and_a_warning_on_a_page() -> None:
    on_x = lint("a" * (X_LIMIT + 20), Context(lang=Lang.EN, channel=Channel.X)).findings
    assert [(one.rule, one.start, one.severity) for one in on_x] == [("too-long", X_LIMIT, Severity.ERROR)]
    page = lint("word " * 6000, Context(lang=Lang.EN)).findings
    assert [(one.rule, one.start, one.severity) for one in page] == [("too-long", 25_000, Severity.WARNING)]


def test_the_span_is_of_the_text_as_given() -> None:
    text = "ﾃﾞｰﾀ" * 80
    (found,) = lint(text, Context(lang=Lang.JA, channel=Channel.X)).findings
    assert text[: found.start] + found.text == text
    assert x_length(text[: found.start]) <= X_LIMIT


def test_a_long_mail_and_a_long_subject_are_warnings() -> None:
    text = "Subject: " + "s" * 90 + "\n\n" + "word " * 21_000
    found = [one for one in lint(text, Context(lang=Lang.EN, channel=Channel.EMAIL)).findings if one.rule == "too-long"]
    assert [one.severity for one in found] == [Severity.WARNING, Severity.WARNING]
    assert found[0].text == "s" * 12

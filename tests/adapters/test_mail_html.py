"""HTML mail as text: what a person would have read, whatever the page is made of."""

from __future__ import annotations

import time

import pytest

from cockpit.adapters.mail_html import html_text, named_charset


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("<!-- nothing -->", ""),
        ("plain words", "plain words"),
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("<style>p{}</style><script>x()</script><title>no</title><p>Yes", "Yes"),
        ("<ul><li>first</li><li>second</li></ul>", "* first\n* second"),
        ("<table><tr><td>Region</td><td>EU</td></tr><tr><td>Since</td><td>14:02</td></tr></table>",
         "Region EU\nSince 14:02"),
        ("a&nbsp;&lt;b&gt;&amp;&#12354;", "a <b>&あ"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body>障害</body></html>", "障害"),
        ("<div style='Display : NONE'>hidden</div>shown", "shown"),
        ("<p>never closed <b>and <i>crossed</b></i>", "never closed and crossed"),
        ("<a href='https://evil.example'>the report</a>", "the report"),
        ("null\0byte", "nullbyte"),
        ("<p<b>crossed names", "crossed names"),
        ("<style>p {}</style><table><tr><td>one</td>&#1;<td>two</td></tr></table>", "one two"),
        ("x" * 10 + "<" * 10, "x" * 10 + "<" * 10),
    ],
)  # fmt: skip
def test_the_text_of_a_page(page: str, text: str) -> None:
    assert html_text(page) == text


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote wide"><div>On Monday Sam wrote:</div><blockquote>old</blockquote></div>',
        '<blockquote type="cite">old</blockquote>',
        '<div id="divRplyFwdMsg">From: Sam</div><div>old</div>',
        '<div id="appendonsend"></div><hr><div>old</div>',
    ],
)
def test_what_a_reply_quotes_is_left_out(quoted: str) -> None:
    page = f"<html><body><p>It works again.</p>{quoted}</body></html>"
    assert html_text(page, reply=True) == "It works again."
    assert "old" in html_text(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 60_000 + "words",
        "<table><tr><td>" * 20_000 + "words",
        "<!--" * 60_000 + "words",
        "<" * 250_000 + " words",
        "<table><tr><td>" + "w" * 100_000 + "</td></tr>" + "<tr><td>words</td></tr>" * 7_000 + "</table>",
        '<p style="padding-left: 99999999em; margin-top: 99999999em">words</p>' * 50,
        '<td colspan="99999999" rowspan="99999999">words</td>' * 1_000,
    ],
    ids=["deep", "deep-tables", "comments", "brackets", "wide-table", "wide-styles", "spans"],
)
def test_a_hostile_page_costs_little(page: str) -> None:
    began = time.process_time()
    text = html_text(page)
    assert "words" in text
    assert len(text) <= len(page)
    assert time.process_time() - began < 5


def test_a_page_names_its_character_set() -> None:
    assert named_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-jp">') == "iso-2022-jp"
    assert named_charset(b"<META CHARSET='Shift_JIS'>") == "Shift_JIS"
    assert named_charset(b"<p>charset=none") is None

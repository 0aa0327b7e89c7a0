"""Answers of servers as values: literals wherever they stand, structures however deep, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cockpit.adapters.mail_structure import BadAnswer, Part, answers, moment, number, structure


def test_answers_with_texts_and_literals() -> None:
    lines: list[object] = [
        b'1 (UID 5 INTERNALDATE "23-Nov-2026 14:01:00 +0900" RFC822.SIZE 34)',
        (b"2 (UID 6 BODY[HEADER]<0> {6}", b"a: (b\n"),
        (b" BODY[1.2]<0> {3}", b') "'),
        b" FLAGS (\\Seen))",
        None,
    ]
    one, two = answers(lines)
    assert one == {b"UID": b"5", b"INTERNALDATE": b"23-Nov-2026 14:01:00 +0900", b"RFC822.SIZE": b"34"}
    assert two == {b"UID": b"6", b"BODY[HEADER]<0>": b"a: (b\n", b"BODY[1.2]<0>": b') "', b"FLAGS": [b"\\Seen"]}


def parts(said: bytes) -> Part:
    (answer,) = answers([b"1 (BODYSTRUCTURE " + said + b")"])
    return structure(answer[b"BODYSTRUCTURE"])


def test_a_text_alone() -> None:
    said = b'("TEXT" "Plain" ("CHARSET" "UTF-8") NIL NIL "BASE64" 1234 20 NIL NIL NIL NIL)'
    assert parts(said) == Part("1", "text/plain", "UTF-8", "base64", 1234)


def test_parts_within_parts_are_named_as_the_server_does() -> None:
    said = (
        b'((("text" "plain" NIL NIL NIL "7bit" 7 1 NIL NIL NIL NIL)'
        b'("text" "html" NIL NIL NIL "8bit" 9 1) "alternative" ("boundary" "b") NIL NIL)'
        b'("image" "png" ("name" "a \\"b\\".png") NIL NIL "base64" 99 NIL '
        b'("attachment" ("filename" "a.png")) NIL NIL) "mixed" ("boundary" "a") NIL NIL NIL)'
    )
    assert parts(said) == Part(
        "",
        "multipart/mixed",
        parts=(
            Part(
                "1",
                "multipart/alternative",
                parts=(Part("1.1", "text/plain", None, "7bit", 7), Part("1.2", "text/html", None, "8bit", 9)),
            ),
            Part("2", "image/png", None, "base64", 99, attached=True),
        ),
    )


@pytest.mark.parametrize("said", [b"NIL", b'"text"', b"()", b"((((", b"(" * 5000 + b")" * 5000])
def test_what_is_no_structure(said: bytes) -> None:
    with pytest.raises(BadAnswer):
        parts(said)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        (b"23-Nov-2026 14:01:00 +0900", datetime(2026, 11, 23, 5, 1, tzinfo=UTC)),
        (b" 3-nov-2026 14:01:00 -0130", datetime(2026, 11, 3, 15, 31, tzinfo=UTC)),
        (b"31-Feb-2026 14:01:00 +0000", None),
        (b"23-Foo-2026 14:01:00 +0000", None),
        (b"23-\xff\xff\xff-2026 14:01:00 +0000", None),
        (b"01-Jan-0001 00:00:00 +1400", None),
        (b"today", None),
        (None, None),
    ],
)
def test_moments(said: bytes | None, at: datetime | None) -> None:
    assert moment(said) == at


@pytest.mark.parametrize("said", [b"", b"-1", b"x", None, [b"1"]])
def test_what_is_no_number(said: object) -> None:
    with pytest.raises(BadAnswer):
        number(said)  # type: ignore[arg-type]

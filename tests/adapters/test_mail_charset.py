"""Character sets of mails: what they name, what they mean, and what they leave out."""

from __future__ import annotations

import email

import pytest

from cockpit.adapters.mail_charset import decoded, header


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"plain", "us-ascii", "plain"),
        (b"plain", None, "plain"),
        ("通知が届かない".encode(), "utf-8", "通知が届かない"),
        ("通知が届かない".encode("iso2022_jp"), "ISO-2022-JP", "通知が届かない"),
        ("通知が届かない".encode("cp932"), "Shift_JIS", "通知が届かない"),
        ("通知が届かない".encode("euc_jp"), "EUC-JP", "通知が届かない"),
        ("①㈱".encode("cp932"), "shift_jis", "①㈱"),
        ("①".encode("euc_jis_2004"), "euc-jp", "①"),
        # ISO-2022-JP as Windows writes it: row 13, half-width kana; and JIS X 0212.
        (b"\x1b$B-!-j\x1b(B!", "iso-2022-jp", "①㈱!"),
        (b"\x1b(I6E\x1b(B", "iso-2022-jp", "ｶﾅ"),
        (b"\x1b$(D0!\x1b(B", "iso-2022-jp-1", "丂"),
        ("通知\n届かない\n".encode("iso2022_jp"), "iso-2022-jp", "通知\n届かない\n"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        (b"\x93quoted\x94 \x80", "iso-8859-1", "“quoted” €"),
        ("中文".encode("gb18030"), "gb2312", "中文"),
        ("한글".encode("cp949"), "ks_c_5601-1987", "한글"),
        # Named wrongly, or not at all.
        ("通知が".encode(), "iso-8859-99", "通知が"),
        ("通知が".encode(), "us-ascii", "通知が"),
        ("通知が届かない".encode("cp932"), None, "通知が届かない"),
        ("通知".encode("iso2022_jp"), None, "通知"),
        ("Grüße".encode("latin-1"), None, "Grüße"),
        ("Grüße".encode("latin-1"), "utf-8", "Grüße"),
        # Cut short within a character.
        ("通知が届かない".encode()[:-1], "utf-8", "通知が届かな"),
        ("通知が届かない".encode()[:-1], None, "通知が届かな"),
        (b"encoded", "hex", "encoded"),
        (b"encoded", "\x00", "encoded"),
    ],
)
def test_bytes_are_read_as_they_were_meant(data: bytes, charset: str | None, text: str) -> None:
    assert decoded(data, charset).replace("\ufffd", "") == text


@pytest.mark.parametrize("charset", ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "gb2312", "utf-16", "utf-7", None])
def test_every_byte_is_read_as_something(charset: str | None) -> None:
    data = bytes(range(256)) * 2 + b"\x1b$B\xff!\x1b(I\xff\x1b$(D!"
    assert decoded(data, charset)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain", "plain"),
        (b"=?ISO-2022-JP?B?GyRCPmMzMhsoQg==?=", "障害"),
        (b"=?utf-8?Q?caf=C3=A9?= =?utf-8?Q?_noir?=", "café noir"),
        (b"Re: =?utf-8?B?6Zqc5a6z?= today", "Re: 障害 today"),
        ("生の件名".encode(), "生の件名"),
        ("生の件名".encode("cp932"), "生の件名"),
        (b"\x1b$B>c32\x1b(B", "障害"),
        (b"=?utf-8?B?!!!!?=", None),
        (b"=?x?Q?=ZZ?=", "=ZZ"),
        (b"=?utf-8?B?", "=?utf-8?B?"),
        (b"folded\n\tline", "folded line"),
    ],
)
def test_a_header_is_read(raw: bytes, text: str | None) -> None:
    said = header(email.message_from_bytes(b"Subject: " + raw + b"\n\n")["Subject"])
    assert text is None or said == text
    assert "\n" not in said


def test_no_header_is_no_text() -> None:
    assert header(None) == ""

"""Bytes of mails as text, by the character set they name, as widely as its users write it; nothing is refused."""

from __future__ import annotations

import codecs
import re
from email.errors import HeaderParseError
from email.header import Header, decode_header

# What mailers call it, and the larger set that they write under that name.
_WIDER = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_jp": "euc_jis_2004",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
}
_UNKNOWN_NAMES = {"cp-850": "cp850", "ks_c_5601-1987": "cp949", "x-gbk": "gb18030", "x-sjis": "cp932"}
_TO_UTF_8 = frozenset({"", "8bit", "binary", "default", "unknown-8bit", "us-ascii", "x-unknown"})
_ISO_2022_JP = re.compile(rb"\x1b(\$[@B]|\([BJIH]|\$\(D)")
_KANA = re.compile("[\u3041-\u30ff]")


def decoded(data: bytes, charset: str | None) -> str:
    """``data`` as text. ``charset`` None, unknown or plainly wrong: what it looks like."""
    name = (charset or "").strip("\"' ").lower()
    if name.startswith("iso-2022-jp") or (name in _TO_UTF_8 and _ISO_2022_JP.search(data)):
        return _iso_2022_jp(data)
    if name in _TO_UTF_8:
        return _guessed(data)
    try:
        codec = codecs.lookup(_UNKNOWN_NAMES.get(name, name)).name
        text = data.decode(_WIDER.get(codec, codec), "replace")
    except (LookupError, ValueError):  # a name that is none, or one of another kind of codec
        return _guessed(data)
    return text if _plausible(text) else _guessed(data)


def header(value: str | Header | None) -> str:
    """A header's value as text on one line, encoded words and raw bytes decoded; "" where there is none."""
    if value is None:
        return ""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):  # an encoded word that isn't one
        pieces = [(str(value), None)]
    text = "".join(_piece(piece, charset) for piece, charset in pieces)
    return " ".join(text.split())


def _piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        piece = piece.encode("utf-8", "surrogateescape")
    elif charset is None:
        # The library's way with what stands between encoded words.
        charset = ""
    return decoded(piece, charset)


def _guessed(data: bytes) -> str:
    """Text that names no character set, or one that isn't its own."""
    text = data.decode("utf-8", "replace")
    if _plausible(text):
        return text
    text = data.decode("cp932", "replace")
    return text if _plausible(text) and _KANA.search(text) else data.decode("cp1252", "replace")


def _plausible(text: str) -> bool:
    """Whether it was that character set: what can't be read is little of it, as where a text was cut short."""
    bad = text.count("\ufffd")
    return not bad or sum(char > "\x7f" for char in text) > 3 * bad


def _iso_2022_jp(data: bytes) -> str:
    """With the characters that Windows adds to it (①, ㈱, half-width kana), which Python's own codec refuses."""
    parts = _ISO_2022_JP.split(data)
    text = [_guessed(parts[0])]
    for escape, run in zip(parts[1::2], parts[2::2], strict=True):
        # A line ends whatever set it began in.
        kept, newline, rest = run.partition(b"\n")
        text.append(_run(escape, kept))
        text.append((newline + rest).decode("ascii", "replace"))
    return "".join(text)


def _run(escape: bytes, run: bytes) -> str:
    if escape in (b"$@", b"$B"):
        return _shift_jis(run).decode("cp932", "replace")
    if escape == b"(I":
        return bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in run).decode("cp932", "replace")
    if escape == b"$(D":
        pairs = (run[at : at + 2] for at in range(0, len(run), 2))
        return b"".join(b"\x8f" + bytes(b | 0x80 for b in pair) for pair in pairs).decode("euc_jp", "replace")
    return _guessed(run)


def _shift_jis(run: bytes) -> bytes:
    """The same characters: a row and a cell of JIS X 0208 make two bytes of Shift_JIS."""
    out = bytearray()
    at = 0
    while at < len(run):
        row = run[at]
        if not 0x21 <= row <= 0x7E or at + 1 == len(run):
            out.append(row)
            at += 1
            continue
        cell = run[at + 1]
        lead = ((row - 0x21) >> 1) + 0x81
        out.append(lead + 0x40 if lead > 0x9F else lead)
        trail = cell + (0x1F if row & 1 else 0x7E)
        out.append(min(trail + 1 if row & 1 and trail >= 0x7F else trail, 0xFF))
        at += 2
    return bytes(out)

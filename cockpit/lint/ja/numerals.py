"""Numbers as Japanese posts write them: digits, 三十, 三〇, 二十四."""

from __future__ import annotations

_DIGITS = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SCALES = {"十": 10, "百": 100}

KANJI = "".join(_DIGITS) + "".join(_SCALES)
"""Every character that a kanji numeral is written with, for a pattern's character class."""


def number(text: str) -> int | None:
    """The value of a run of ASCII digits or kanji numerals; None for anything else (数, 何, the empty text)."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if any(char not in _DIGITS and char not in _SCALES for char in text):
        return None
    if not any(char in _SCALES for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, pending = 0, 0
    for char in text:
        if char in _SCALES:
            total += (pending or 1) * _SCALES[char]
            pending = 0
        else:
            pending = pending * 10 + _DIGITS[char]
    return total + pending

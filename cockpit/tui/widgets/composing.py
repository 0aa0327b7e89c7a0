"""Text put into a text so that the whole stays composed (NFC): か and a dakuten typed after it become one が.

Movement and deletion in the editor go by code points; a character left in two parts would be split by them.
"""

from __future__ import annotations

import unicodedata

# No character of any script carries more marks; a longer chain is nonsense and may stay as it is.
_LONGEST = 32


def composed(before: str, text: str, after: str) -> tuple[int, str, int]:
    """How to put ``text`` between ``before`` and ``after`` (of one line each, already composed).

    Answers (code points of ``before`` to take along, the text to put, code points of ``after`` to take along).
    """
    text = unicodedata.normalize("NFC", text)
    left = before[_last_character(before) :]
    right = after[: _following_marks(after)]
    whole = unicodedata.normalize("NFC", left + text + right)
    if whole == left + text + right:
        return 0, text, 0
    kept_left = _common(left, whole)
    whole = whole[kept_left:]
    kept_right = _common(right[::-1], whole[::-1])
    return len(left) - kept_left, whole[: len(whole) - kept_right], len(right) - kept_right


def _last_character(line: str) -> int:
    """Where the last character of the line begins that a mark could join."""
    at = len(line) - 1
    while at > 0 and len(line) - at < _LONGEST and unicodedata.combining(line[at]):
        at -= 1
    return max(at, 0)


def _following_marks(line: str) -> int:
    """How many code points at the line's start could join what stands before: one and the marks after it."""
    at = 1
    while at < min(len(line), _LONGEST) and unicodedata.combining(line[at]):
        at += 1
    return at


def _common(one: str, other: str) -> int:
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return at

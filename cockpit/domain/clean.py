"""Text from outside made safe to keep and to show: no byte of it may steer the terminal or turn the reading order.

Cleaned twice, where text comes in and where it is shown: what a store already holds may be older than this module.
"""

from __future__ import annotations

import re

# What begins a string that a terminal swallows (DCS, SOS, OSC, PM, APC), up to a terminator; seven bits or eight.
# The body stops at any control that could end it, so no character is scanned twice however many introducers there are.
_STRING = (
    r"(?P<opener>\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])"
    r"(?P<body>[^\x07\x18\x1a\x1b\x80-\x9f]*)"
    r"(?P<end>\x07|\x1b\\|\x9c)?"
)
# A control sequence (colours, movement), complete or cut off.
_SEQUENCE = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
# Every other escape: a letter, or intermediate bytes and a letter; a lone one goes alone.
_ESCAPE = r"\x1b(?:[ -/]*[0-~])?"
# The other C0 and C1 controls (newline and tab stay), directional overrides, embeddings and isolates, the deprecated
# format controls beside them, and the byte order mark.
_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff]"

_HARMFUL = re.compile(f"{_STRING}|{_SEQUENCE}|{_ESCAPE}|{_CONTROL}")
_SINGLE = re.compile(_CONTROL)
# Every way of ending a line; a vertical tab is what a word processor puts for a line break within a paragraph.
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Half of a pair: what undecodable bytes of a command line become; no encoding can write it.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BREAKS = re.compile(r"[\n\t]+")


def _replacement(match: re.Match[str]) -> str:
    """Nothing; but a swallowed string that never ends takes little of a customer's words with it.

    Begun by an escape it takes the rest of its own line. Begun by a single eight-bit control it takes that control
    only: misread encodings are full of them (a curly quote ends in U+009D), and what follows is ordinary text.
    """
    opener, body = match["opener"], match["body"]
    if opener is None or match["end"] is not None:
        return ""
    kept = body if len(opener) == 1 else "".join(body.partition("\n")[1:])
    return _SINGLE.sub("", kept)


def clean(text: str) -> str:
    """The text without terminal sequences, control characters and directional overrides.

    Newline, tab and the joiners that emoji and scripts need stay; every way of ending a line becomes ``\\n``; half a
    surrogate pair becomes U+FFFD. Linear in the text's length; cleaning twice changes nothing more.
    """
    return _SURROGATE.sub("\ufffd", _HARMFUL.sub(_replacement, _LINE_END.sub("\n", text)))


def clean_line(text: str) -> str:
    """The text cleaned and on one line: each run of newlines and tabs is one space, and none stands at the ends."""
    return _BREAKS.sub(" ", clean(text)).strip()

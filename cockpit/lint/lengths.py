"""How long a text is on each channel: X counts by its own weights, a page and a mail by their own limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cockpit.lint.patterns import one_of, pattern
from cockpit.lint.shapes import words

X_LIMIT = 280
"""Weighted characters of one post on X."""
STATUS_LIMIT = 25_000
"""Code points of one update on a status page (what the most used service takes)."""
SUBJECT_LIMIT = 78
"""Code points of a mail's subject: the longest line that RFC 5322 (2.1.1) recommends."""
EMAIL_LIMIT = 100_000
"""Bytes of a mail's body in UTF-8: widespread readers cut what is longer than about 102 kB."""

_LINK_WEIGHT = 23
_ENDINGS = one_of(
    words(
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw "
        "by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et "
        "eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id "
        "ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu "
        "lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np "
        "nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj "
        "sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us "
        "uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw com net org edu gov int mil arpa info biz name pro "
        "mobi asia cat tel jobs post travel aero coop museum app dev cloud tech online site link page support "
        "services systems network solutions company agency today world live host email digital media group "
        "global click zone space website team tools run studio design software codes care center finance "
        "money bank news blog shop store xyz tokyo osaka london berlin nyc wiki works academy help chat "
        "social video games fun one top vip plus life google aws amazon apple microsoft azure next now "
    )
)
"""Every country's top-level domain, and the others that posts are likely to name."""
_DOMAIN = rf"(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.{_ENDINGS}"
_PATH = (
    r"(?::\d+)?(?:/(?:[a-z0-9!*';:=+,.$/%#_~@|&\[\]-]|\([a-z0-9_./,-]*\))*)?(?:\?[a-z0-9!?*'@;:&=+$/%#\[\]_.,~|-]*)?"
)
_LINK = rf"(?:https?://{_DOMAIN}|{_DOMAIN}){_PATH}"
_OPEN_END = "!*';:,.$%@|&~[]?"
"""What a link doesn't end with, though it may contain it."""
_PERSON = r"[\x{231a}-\x{2bff}\x{1f000}-\x{1faff}]"
_MODIFIED = rf"{_PERSON}(?:\x{{fe0f}}|[\x{{1f3fb}}-\x{{1f3ff}}])?"
_EMOJI = (
    r"[\x{1f1e6}-\x{1f1ff}]{2}|[0-9#*]\x{fe0f}?\x{20e3}"
    rf"|{_PERSON}[\x{{e0020}}-\x{{e007e}}]+\x{{e007f}}|{_MODIFIED}(?:\x{{200d}}{_MODIFIED})*"
    r"|[\x{a9}\x{ae}\x{203c}\x{2049}\x{2122}\x{2139}\x{2194}-\x{21aa}\x{3030}\x{303d}\x{3297}\x{3299}]\x{fe0f}?"
)
_UNITS = rf"({_LINK})|{_EMOJI}"
_LIGHT = r"[\x{0}-\x{10ff}\x{2000}-\x{200d}\x{2010}-\x{201f}\x{2032}-\x{2037}]+"


@lru_cache(maxsize=64)
def x_length(text: str) -> int:
    """The weighted length on X: CJK and emoji count 2, a link 23, a line's end and most else 1."""
    lines = _composed(text).split("\n")
    return sum(map(_line, lines)) + len(lines) - 1


@lru_cache(maxsize=2048)
def _line(text: str) -> int:
    """One line's weight (no link or emoji runs over its end); remembered, so that a keystroke weighs one line."""
    if text.isascii() and "." not in text:
        return len(text)
    weight = reached = 0
    for start, end, unit in _units(text):
        weight += _plain(text[reached:start]) + unit
        reached = end
    return weight + _plain(text[reached:])


@lru_cache(maxsize=64)
def x_overflow(text: str) -> int | None:
    """The offset in ``text`` (code points) from which it is too long for X; None where it fits."""
    if x_length(text) <= X_LIMIT:
        return None
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if x_length.__wrapped__(text[:middle]) <= X_LIMIT:
            low = middle
        else:
            high = middle - 1
    return low


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")) if not text.isascii() or "\r" in text else text


def _units(text: str) -> Iterator[tuple[int, int, int]]:
    """The links and emoji of the text, each with its weight."""
    for match in pattern(_UNITS).finditer(text):
        start, end = match.span()
        if match.lastindex is None:
            yield start, end, 2
        elif not _touches(text, start, end):
            found = (match.group() or "").rstrip(_OPEN_END)
            yield start, start + len(found), _LINK_WEIGHT


def _touches(text: str, start: int, end: int) -> bool:
    """Whether it is part of something else: of a mail's address, of a tag, of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        (before.isascii() and (before.isalnum() or before in tuple("@$#/_-")))
        or after == "@"
        or (after.isascii() and (after.isalnum() or after == "_"))
    )


def _plain(text: str) -> int:
    if text.isascii():
        return len(text)
    light = sum(match.end() - match.start() for match in pattern(_LIGHT).finditer(text))
    return 2 * len(text) - light

"""How a sentence goes on right after a time that is itself the predicate (18時頃です, 18時を見込んで, 18時に変更)."""

from __future__ import annotations

from enum import Enum
from functools import cache

from cockpit.lint.ja.endings import ESTIMATE
from cockpit.lint.patterns import Pattern, pattern


class Closing(Enum):
    """What the words after the time make of it."""

    PAST = "it was then"
    EXPECTED = "it is expected then"
    PLAIN = "it is then"
    END = "nothing follows"


_PAST = (
    r"\s?(?:に|と|で|を|へと?|まで)?(?:でした|となりました|になりました|であった|だった"
    r"|(?:を|に|と)?(?:予定|見込んで|想定)(?:し)?ておりました)"
)
_EXPECTED = (
    rf"\s?(?:(?:の|を|が|に|と|くらいの)?(?:なる|する|完了の|終了の)?{ESTIMATE}"
    r"|(?:を|と|に)?(?:見込[みんま]|想定|予想|予測|目指|目標|期待)"
    r"|(?:に|へと?)?(?:変更|延期|延長|前倒し|なりそう|なるもの|なる可能性|なる恐れ|なるおそれ|なってしまう)"
    r"|と(?:のこと|思|考え|見て|見られ|見積|聞|伺)|か(?:と|も)|にな(?:る場合|りかね))"
)
_PLAIN = (
    r"\s?(?:です|で、|で$|であり|でござ|でして|だ。|である|と?になります|となります|になる|となる|となり、|になり、"
    r"|となっており|とな[りっ]ております|になっており|を回る|を過ぎる|以降に?$|と(?:させて|いた|致))"
)
_END = r"\s?(?:$|[。、,)）」】\]/\n(・※!])"
_SOURCES = ((Closing.PAST, _PAST), (Closing.EXPECTED, _EXPECTED), (Closing.PLAIN, _PLAIN), (Closing.END, _END))
_TAIL = 24


@cache
def _closings() -> Pattern:
    return pattern("|".join(f"({source})" for _, source in _SOURCES), ignore_case=False)


@cache
def _deadline() -> Pattern:
    return pattern(r"の[^、。はがをの\d]{1,10}?(?:までに|までには|までは|前までに|前に|後に)", ignore_case=False)


def closing_at(text: str, at: int) -> Closing | None:
    """What follows ``at``, the end of a time; None where its predicate is still to come."""
    match = _closings().match(text[at : at + _TAIL])
    if match is None:
        return None
    return next(closing for group, (closing, _) in enumerate(_SOURCES, 1) if match.end(group) >= 0)


def is_part_of_deadline(text: str, at: int) -> bool:
    """明日の営業開始までに: the whole is the time, and only what follows is its predicate."""
    return _deadline().match(text[at : at + _TAIL]) is not None

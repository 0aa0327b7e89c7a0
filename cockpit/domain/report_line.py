"""A report typed in one line, phone at the ear: ``Acme phone: no SMS since 14:02 #eu @sms``, forgiving about order.

Customer and channel stand before the colon; ``#`` names a region, ``@`` a component, ``!`` a premium customer, and
"since 14:02" (14:02から) when it began. Full-width forms are read alike; without a colon all of it is the words.
A tag ends at a space, unless it is a known name that has one.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from cockpit.domain.clean import clean_line
from cockpit.domain.report_completion import Known
from cockpit.domain.report_since import since
from cockpit.domain.reports import NewReport, Via, folded

_VIA_WORDS: dict[str, Via] = {
    word: via
    for via, words in {
        Via.PHONE: "phone call called tel 電話 でんわ 架電 入電",
        Via.EMAIL: "email mail e-mail メール",
        Via.CHAT: "chat slack チャット",
        Via.SOCIAL: "social twitter x sns ツイッター",
        Via.OTHER: "other その他",
    }.items()
    for word in words.split()
}
# Short texts typed by hand; the patterns have no nested repetition.
_TAG = r"(?:^|(?<=\s))([#@])({names}[^\s#@:]+)"
_NONE_KNOWN = Known()
_ASCII_FORMS = str.maketrans({"：": ":", "＃": "#", "＠": "@", "！": "!", "\u3000": " "})


def via_called(word: str) -> Via | None:
    """The way that a report came in, by what it is called in either language; None where it is none."""
    return _VIA_WORDS.get(folded(word.strip()))


def parse(line: str, now: datetime, known: Known = _NONE_KNOWN) -> NewReport:
    """The report that ``line`` says. ``now`` is aware, in the zone in which times are typed.

    Names that are ``known`` are spelt as they are there. Whatever isn't recognised is kept in the customer's words:
    nothing typed is lost.
    """
    line = clean_line(line).translate(_ASCII_FORMS)
    tag = _tag(known.components, known.regions)
    tags = tag.findall(line)
    rest = " ".join(tag.sub(" ", line).split())
    head, colon, words = rest.partition(": ") if ": " in rest else _tight_colon(rest)
    if not colon:
        head, words = "", rest
    customer, via, premium = _who(head)
    return NewReport(
        text=words.strip(),
        customer=known.spelt("customer", customer),
        via=via,
        region=known.spelt("region", next((value for mark, value in tags if mark == "#"), "")),
        component=known.spelt("component", next((value for mark, value in tags if mark == "@"), "")),
        since=since(words, now),
        premium=premium,
    )


@lru_cache(maxsize=4)
def _tag(components: tuple[str, ...], regions: tuple[str, ...]) -> re.Pattern[str]:
    """What a tag looks like: known names with a space in them count whole, the longest first."""
    spaced = {name.translate(_ASCII_FORMS) for name in (*components, *regions) if len(name.split()) > 1}
    longest = sorted(spaced, key=lambda name: (-len(name), name))
    names = "".join(rf"{re.escape(name)}(?![^\s#@:])|" for name in longest)
    return re.compile(_TAG.replace("{names}", names), re.IGNORECASE)


def _tight_colon(rest: str) -> tuple[str, str, str]:
    """A colon without a space behind it (``Acme:no SMS``, アクメ：届かない), but not that of a time or an address."""
    match = re.search(r"(?<!\d):(?!//)|:(?!\d\d|//)", rest)
    return (rest[: match.start()], ":", rest[match.end() :]) if match else (rest, "", "")


def _who(head: str) -> tuple[str, Via, bool]:
    name: list[str] = []
    via, premium = Via.OTHER, False
    for word in head.split():
        known = via_called(word)
        # "X" may be a customer's name; as a channel it stands behind one.
        if known and (name or len(head.split()) > 1 or len(word) > 1):
            via = known
        elif word in ("!", "*"):
            premium = True
        else:
            name.append(word)
    customer = " ".join(name)
    if customer.endswith(("!", "*")):
        customer, premium = customer[:-1].rstrip(), True
    return customer, via, premium

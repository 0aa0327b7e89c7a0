"""Finds every phrase of time in an English sentence and gives its value: "half past two", "by Monday, 9 a.m. PT"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from cockpit.domain.frozen import frozen
from cockpit.lint.en import grammar
from cockpit.lint.en.values import value
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.statement import Moment, TimeExpression, TimeKind

_GAP = r"(?:,? ?|,? \(| ?- ?|T| the | in the | by (?:the )?|, (?:i\.e\. )?)"
_TO = r"\s?(?:-|–|—|~|to|and|until|till|through|/)\s?"
_AFTER_HOUR = (
    r"\s*$|[.,;!)]|\s(?:today|tomorrow|tonight|this|on|sharp|in the|and|or|at)\b"
    r"|\s?(?:-|–|to|and)\s?\d{1,2}(?::\d\d)?\s?[ap]\.?m"
)
"""What may stand behind a bare hour ("by 5"): anything else counts something."""
_ON_DAY = (
    "", "on", "at", "of", "in", "in the", "the", "by", "around", "about", "approximately", "before",
    "at about", "at around",
    "by around", "on the", "this", "early", "late", "no later than", "latest", "starting at", "from", "that",
    "next", "coming",
    "this coming", "between",
)  # fmt: skip
"""Leads with which a day follows its hour, or an hour its day."""
_OPENS = ("by", "within", "before", "until", "till")
_BEFORE_IT = (
    "not",
    "no",
    "up",
    "some",
    "sometime",
    "just",
    "at",
    "the",
    "latest",
    "only",
    "hopefully",
    "time",
    "later",
    "earlier",
    "prior",
)
_PARTICLES = (
    "on",
    "over",
    "in",
    "through",
    "by",
    "this",
    "up",
    "last",
    "for",
    "that",
    "before",
    "after",
    "later",
    "at",
)
_SECOND = (
    "in",
    "within",
    "by",
    "before",
    "until",
    "till",
    "'til",
    "from",
    "after",
    "between",
    "on",
    "at",
    "another",
    "for",
    "through",
    "inside",
)
_AT_MOST = (["at", "least"], ["at", "most"], ["at", "the"])
_ANOTHER = ("in", "for", "by", "after", "within")
_RANGE_LEADS = ("to", "until", "till", "through", "up to", "until approximately", "until about", "through the end of")
_NO_RANGE = ("by", "before", "within", "until")
_DAY_KINDS = (TimeKind.DAY, TimeKind.DATE)


@frozen
class Phrase:
    """A phrase of time as it stands: ``lead`` is what comes before its value ("by the end of"), ``after`` what trails.

    ``ranged``: it runs from one time to another.
    """

    start: int
    end: int
    kind: TimeKind
    moment: Moment | None
    lead: str
    after: str = ""
    ranged: bool = False

    @property
    def time(self) -> TimeExpression:
        """What the other layers see of it."""
        return TimeExpression(self.start, self.end, self.kind, self.moment)


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Every phrase of time in one NFKC sentence, in order, with its preposition: spans in code points."""
    return tuple(phrase.time for phrase in phrases(text))


def phrases(text: str) -> list[Phrase]:
    """The same with their leads; a day with its hour, and a range, are one phrase whose value is the later end."""
    found: list[Phrase] = []
    for match in _finder().finditer(text):
        phrase = _phrase(*match.span(), text)
        if phrase is not None:
            found.append(phrase)
    return _joined(_joined(found, text, _join), text, _join_range) if len(found) > 1 else found


def _joined(found: list[Phrase], text: str, join: Callable[[Phrase, Phrase, str], Phrase | None]) -> list[Phrase]:
    """Neighbours put together wherever ``join`` says that they are one."""
    wholes: list[Phrase] = []
    for phrase in found:
        whole = join(wholes[-1], phrase, text) if wholes else None
        if whole is None:
            wholes.append(phrase)
        else:
            wholes[-1] = whole
    return wholes


@cache
def _finder() -> Pattern:
    return pattern(grammar.phrase())


@cache
def _parts() -> tuple[Pattern, tuple[str, ...]]:
    return _named(grammar.parts())


@cache
def _value_parts(kind: str) -> tuple[Pattern, tuple[str, ...]]:
    return _named(grammar.VALUES[kind])


def _named(text: str) -> tuple[Pattern, tuple[str, ...]]:
    """A pattern and the names of its groups in order."""
    compiled = pattern(text)
    return compiled, tuple(sorted(compiled.groupindex, key=compiled.groupindex.__getitem__))


@lru_cache(maxsize=2048)
def _fields(written: str) -> dict[str, str]:
    """The parts of a phrase of time by name; empty where they can't be told."""
    compiled, names = _parts()
    match = compiled.fullmatch(written)
    if match is None:
        return {}
    found = {name: part for name, part in zip(names, match.groups(), strict=True) if part}
    kind = next(name for name in grammar.VALUES if name in found)
    compiled, names = _value_parts(kind)
    match = compiled.fullmatch(found.pop(kind))
    if match is None:
        return {}
    return found | {name: part for name, part in zip(names, match.groups(), strict=True) if part}


def _phrase(start: int, end: int, text: str) -> Phrase | None:
    fields = _fields(text[start:end])
    if not fields:
        return None
    if "bare" in fields and pattern(_AFTER_HOUR).match(text[end : end + 20]) is None:
        return None
    if text[max(0, start - 4) : start].casefold() == f"{fields.get('bare', '')} ":
        return None
    if text[end - 1] == "." and text[end - 3 : end - 1].casefold() != ".m":
        end -= 1
    if text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    lead = fields.get("lead", "")
    cut = _not_its_own(lead, fields)
    if cut:
        start, lead = start + cut, lead[cut:]
        fields = fields | {"lead": lead}
    told = value(fields, text[max(0, start - 12) : start])
    if told is None or not _stands_alone(text, start, end):
        return None
    after = fields.get("after", "") + fields.get("trail", "")
    lead = " ".join(lead.casefold().replace(",", " ").split())
    return Phrase(start, end, told[0], told[1], lead, after.casefold().strip())


def _words(lead: str) -> list[str]:
    """The lead's words, each with the blanks behind it."""
    return [match.group() or "" for match in pattern(r"\S+\s*").finditer(lead)]


def _not_its_own(lead: str, fields: dict[str, str]) -> int:
    """How much of the lead is another word's: "switch it on | in an hour", "will last | two hours"."""
    if "vague" in fields:
        return len(lead)
    words = lead.casefold().split()
    if not words:
        return 0
    spoken = fields.keys() & {"count", "scount", "or_two", "half_again", "and_half"} or fields.get(
        "span", ""
    ).startswith("all")
    if words[-1] == "last" and not {"the", "in", "over", "during", "for", "past"} & set(words):
        return len(lead) if spoken else 0
    own = max((i for i, word in enumerate(words) if word in _OPENS), default=0)
    if own == 0 or all(word in _BEFORE_IT for word in words[:own]):
        doubled = len(words) > 1 and words[0] in _PARTICLES and words[1] in _SECOND and words[1:3] not in _AT_MOST
        own = int(doubled and not (words[0] in _ANOTHER and words[1] == "another"))
    return sum(len(word) for word in _words(lead)[:own])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no digit, sign or unit beside the phrase makes it part of something else (10.4.0.2, $5m, 3:10.5)."""
    before, behind = text[max(0, start - 3) : start], text[end : end + 3]
    if before.casefold() == "as " and behind.casefold() == " as":
        return False
    before, behind = before[-2:], behind[:2]
    if before[-1:] in ("$", "€", "£", "#", "@", "_") or (before[-1:] in ".:/" and before[:1].isdigit()):
        return False
    return not (behind[:1] in (".", ":", "/", "_", "%") and behind[1:].isalnum()) and behind[:1] != "%"


def _join(left: Phrase, right: Phrase, text: str) -> Phrase | None:
    """A day and its hour, or a day and its date, as one phrase."""
    gap = text[left.end : right.start]
    if len(gap) > 8 or right.lead not in _ON_DAY or pattern(_GAP).fullmatch(gap) is None or gap.startswith(" -"):
        return None
    clocks = (left.kind is TimeKind.CLOCK, right.kind is TimeKind.CLOCK)
    days = (left.kind in _DAY_KINDS, right.kind in _DAY_KINDS)
    end = right.end + 1 if "(" in gap and text[right.end : right.end + 1] == ")" else right.end
    if (clocks[0] and days[1]) or (days[0] and clocks[1]):
        clock, day = (left, right) if clocks[0] else (right, left)
        lead = left.lead or (right.lead if right.lead in ("from", "between") else "")
        moment, ranged = _together(day.moment, clock.moment), left.ranged or right.ranged
        return replace(left, end=end, kind=TimeKind.CLOCK, moment=moment, lead=lead, ranged=ranged)
    if all(days):
        return replace(left, end=end, kind=right.kind, moment=_together(left.moment, right.moment))
    if all(clocks) and "(" in gap:
        return replace(left, end=end)
    if left.kind is TimeKind.INTERVAL and right.moment is not None and right.moment.minute_of_hour is not None:
        return replace(left, end=end, moment=right.moment)
    if left.kind is TimeKind.VAGUE and days[1] and not right.lead:
        return replace(left, end=end, kind=right.kind, moment=right.moment)
    return None


def _join_range(left: Phrase, right: Phrase, text: str) -> Phrase | None:
    """The two ends of a range as one phrase."""
    gap = text[left.end : right.start]
    if len(gap) > 8:
        return None
    points = all(phrase.kind in (TimeKind.CLOCK, *_DAY_KINDS) for phrase in (left, right))
    if not right.lead and (points or left.kind is right.kind is TimeKind.DURATION) and pattern(_TO).fullmatch(gap):
        return _ranged(left, right)
    if right.lead in _RANGE_LEADS and not gap.strip(" ,") and points and not left.lead.startswith(_NO_RANGE):
        return _ranged(left, right)
    return None


def _ranged(left: Phrase, right: Phrase) -> Phrase:
    moment = right.moment
    if moment is not None and left.moment is not None and right.kind is TimeKind.CLOCK:
        moment = _together(replace(left.moment, hour=None, minute=0, zone=None, half_day=False), moment)
    return replace(left, end=right.end, moment=moment, after=right.after, ranged=left.kind is not TimeKind.DURATION)


def _together(day: Moment | None, clock: Moment | None) -> Moment | None:
    """The day's date with the clock's hour; what neither says stays open."""
    if day is None or clock is None:
        return clock if day is None else day
    return Moment(
        hour=clock.hour if clock.hour is not None else day.hour,
        minute=clock.minute if clock.hour is not None else day.minute,
        half_day=clock.half_day,
        year=clock.year or day.year,
        month=clock.month or day.month,
        day=clock.day or day.day,
        weekday=day.weekday if day.weekday is not None else clock.weekday,
        day_offset=day.day_offset if day.day_offset is not None else clock.day_offset,
        zone=clock.zone or day.zone,
    )

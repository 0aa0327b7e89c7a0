"""The pattern of a single English phrase of time: a clock time, a date, a day, a duration, an interval, a vague word.

Each match carries the words before it that belong to it (within, by the end of, over the next). Longer wholes
("tomorrow at 9", "from 1 to 3 p.m.") are joined from these parts by ``times``.
"""

from __future__ import annotations

from cockpit.lint.patterns import one_of
from cockpit.lint.zones import FIXED, REGIONAL

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45,
    "forty five": 45, "fifty": 50, "sixty": 60, "ninety": 90, "twenty-four": 24, "forty-eight": 48,
    "seventy-two": 72,
}  # fmt: skip
"""Numerals as words."""

LOOSE = {
    "a couple of": 2, "a couple": 2, "couple of": 2, "a few": 3, "few": 3, "several": 5, "some": 3, "many": 10,
    "a number of": 5, "a handful of": 5, "half an": 0.5, "half a": 0.5, "half": 0.5, "a good": 1, "a full": 1,
    "a half": 0.5,
    "an hour or two": 2, "a dozen": 12,
}  # fmt: skip
"""Amounts that are no number; the value is what the longest sensible reading makes of them."""

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "o": 2592000, "q": 7776000, "y": 31536000}
"""Seconds by the first letter of the unit (o: month, b: business day, as a day)."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

NOT_LONG = r"(?:won['’]t|shouldn['’]t|will not|should not) (?:take|be) (?:too |very |much |that )?long(?:er)?(?: now)?"
"""A promise of soon that is put as a denial."""

VAGUE = (
    NOT_LONG, "shortly", r"(?:very |really "
    r"|pretty )?soon(?:er rather than later)?", "momentarily", "imminently", "presently",
    r"in a (?:short|little|brief|wee) (?:time|while)", r"in a (?:while|bit|moment|jiffy|minute or so)", "before long",
    r"before too long", "any (?:minute|moment|time|second) now", "at any (?:minute|moment)", "in no time",
    r"in (?:the )?(?:very )?near(?:est)? future", "in the not[- ]too[- ]distant future",
    r"within (?:a|the) short(?:est)? (?:time|while)",
    "within a short period(?: of time)?", "in a short period(?: of time)?", "in short order", "in due course",
    "in good time",
    "in the foreseeable future", "soonish", "in a timely manner", "later on", r"in the coming (?:moments|period|time)",
    r"(?:in|within) moments", "at the earliest (?:opportunity|convenience)", r"in the blink of an eye",
    r"in a flash", r"by and by", r"in a heartbeat", "without (?:further |much )?delay", "eventually",
    r"just around the corner", "around the corner", r"not long (?:from )?now", "right away", "immediately after",
    "ere long",
)  # fmt: skip
"""Words that promise a time and name none."""

_NUMBER = one_of([r"\d{1,4}(?:[.,]\d)?", *NUMBERS])
_WORDED = one_of([*LOOSE, *NUMBERS])
_COUNT = rf"(?:{_WORDED}[ -]|\d{{1,4}}(?:[.,]\d)?[ -]?)"
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:business |working |calendar )?days?|weeks?|wks?|months?|quarters?"
    r"|years?)"
)
_SHORT_UNIT = r"(?:hrs?|h|mins?|m|secs?|s|d|wks?)"
_MORE = r"(?:(?:more|additional|further|extra|other|short|full|whole|consecutive|solid|to two|or two) )?"
_TO = r"(?:\s?(?:-|–|—|~)\s?| to | or | and )"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_DAY_NUMBER = r"(?:[0-3]?\d)(?:\s?(?:st|nd|rd|th)|d)?"
_YEAR = r"(?:,? ?(?:20\d{2}))"
_PART = (
    r"(?:morning|afternoon|evening|night|midday|noon|lunchtime|teatime|first light|dawn|dusk|nightfall|daybreak"
    r"|sunrise|sunset|end of (?:day|business)|eod|eob|cob)"
)
_HOUR_WORD = one_of(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])

_NAMES = sorted(
    {*FIXED, *REGIONAL} - {"PACIFIC", "EASTERN", "CENTRAL", "MOUNTAIN"}, key=lambda name: (-len(name), name)
)
ZONE = (
    r"(?:(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?|\+\d{2}:?\d{2}"
    r"|(?:Pacific|Eastern|Central|Mountain)(?: (?:Standard|Daylight))?(?: Time)?"
    rf"|(?:{'|'.join(_NAMES)})"
    r"|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]{2,20})\b(?: time\b)?"
)
_ZONE = rf"(?:\s?\(?(?P<zone>{ZONE})\)?|\s\(?(?:local|our|your) time\)?)"

PREPOSITION = (
    r"(?:within|inside(?: of)?|in|into|some point(?: in| on| during)?|by|before|prior to|at|around|about"
    r"|approximately|approx\.?|roughly|circa|until|till|'til|up to|up until|upto"
    r"|for|over|during|throughout|through|on|no later than|not later than|no earlier than|not before|at the latest"
    r"|at the earliest"
    r"|at least|at most|less than|fewer than|under|more than|no more than|not more than|no longer than|nearly|almost"
    r"|just|only|maximum(?: of)?|a maximum of|minimum(?: of)?|the next|the coming|the following|the upcoming"
    r"|the course of"
    r"|after|from|since|between|as of|as early as|as late as|as soon as|as little as|as much as|as long as"
    r"|starting|beginning|effective|another|an additional|the span of|a matter of|the space of|a further|an extra"
    r"|anywhere from|anywhere between|somewhere between"
    r"|towards?|some time|sometime|early|earlier|later|late|the end of|end of|the start of|the beginning of"
    r"|the middle of|mid"
    r"|the close of|close of"
    r"|the morning of|the afternoon of|the evening of|the night of|the week of|the weekend of|the rest of"
    r"|the remainder of|the course of"
    r"|the last|the past|the previous|last|past|previous|next|this time|this|this coming|coming|per|that|the)"
)
_LEAD = rf"(?P<lead>(?:{PREPOSITION}\b[\s,]{{1,2}}|[~<≈]\s?)*)"

_CLOCK = (
    r"(?:(?P<hm>[0-2]?\d[:h][0-5]\d)(?::[0-5]\d)?(?:\s?(?P<ap>[ap]\.?m\b\.?))?"
    r"|(?P<dotted>[01]?\d\.[0-5]\d)\s?(?P<ap2>[ap]\.?m\b\.?)"
    r"|(?P<h12>[01]?\d)\s?(?P<ap3>[ap]\.?m\b\.?)"
    r"|(?P<military>[0-2]\d[0-5]\d)\s?(?:hrs|hours|(?P<mzone>UTC|GMT|Z|JST|EST|PST|CET))\b"
    r"|(?P<hzone>[0-2]?\d)\s(?P<zone12>UTC|GMT|JST|[ECMP][SD]?T|CES?T|BST)\b"
    rf"|(?P<past>half past|quarter past|quarter to|quarter after|(?:five|ten|twenty"
    rf"|twenty-five)(?: minutes)? (?:past|to)|\d{{1,2}}(?: minutes)? past) (?P<past_hour>{_HOUR_WORD}|1?\d)\b"
    rf"|(?P<oclock>{_HOUR_WORD}|1?\d) o'?clock"
    r"|(?P<noon>noon|midday|midnight)\b"
    rf"|(?P<hour_mark>(?:the )?(?:top|bottom) of (?:the|every|each|this|next) hour|on the hour|on the half[- ]hour"
    rf"|half past(?: the hour)?))(?:{_ZONE})?"
)
_BARE_HOUR = (
    r"(?P<bare>1?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s(?P<bzone>UTC|GMT|[ECMP]T"
    r"|JST))?\b"
)
_DATE = (
    r"(?:(?P<iso>20\d{2}[-/.][01]?\d[-/.][0-3]?\d)(?:T\b)?"
    rf"|(?P<md_month>{_MONTH})\s(?P<md_day>{_DAY_NUMBER})\b(?P<md_year>{_YEAR})?"
    rf"|(?P<dm_day>{_DAY_NUMBER})\s(?:of )?(?P<dm_month>{_MONTH})\b(?P<dm_year>{_YEAR})?"
    r"|(?P<slash>[01]?\d/[0-3]?\d(?:/(?:20)?\d{2})?)"
    r"|(?P<nth>[0-3]?\d(?:st|nd|rd|th))"
    rf"|(?P<month>(?:the )?(?:first|second|third|fourth|last) (?:week|half|weekend|days?) (?:of|in) {_MONTH}"
    rf"|(?:mid|late|early)[- ]{_MONTH}|(?:end|middle|start|beginning|later|course) (?:of|in) {_MONTH}"
    rf"|in {_MONTH}{_YEAR}?)\b"
    r"|(?P<quarter>(?:end of )?q[1-4]\b))"
)
_DAY = (
    rf"(?:(?P<weekday>{_WEEKDAY})\b\.?(?: (?P<weekday_part>{_PART}))?"
    rf"|(?P<relative>today|tonight|tomorrow|yesterday|tmrw|overnight|tonite)(?:'s)?\b(?: (?P<relative_part>{_PART}))?"
    rf"|(?P<this_part>this|next|that|in the|the following|the next)? ?(?P<part>(?:early |late |mid[- ]?)?(?:morning"
    rf"|afternoon|evening|lunchtime|lunch|teatime|first light|dawn|dusk|nightfall|daybreak|sunrise"
    rf"|sunset)(?: hours)?)\b"
    r"|(?P<close>end of (?:the |this |our |next |my )?(?:business |working |work )?(?:day|week(?:end)?|month|quarter"
    r"|year|shift)|eod|eob|eow|cob|close of (?:business|play)|day's end|week's end|month's end)\b"
    r"|(?P<span>(?:this|next|the coming|the following|the|coming|last|past|previous) (?:week(?:end)?|month|quarter"
    r"|year|business day|working day|day)|all (?:day|night|week|morning|afternoon)|the (?:whole|entire|rest of the"
    r"|remainder of the) (?:day|night|week|weekend))\b"
    r"|(?P<later>later (?:today|tonight|this \w{3,9})|first thing(?: tomorrow| in the morning)?|in the morning"
    r"|at night|over night))"
)
_DURATION = (
    r"(?:(?P<quarters>(?:a|three) quarters? of an hour)|"
    rf"(?P<half_again>{_NUMBER} hours? and a half)"
    rf"|(?P<and_half>{_NUMBER} and a half (?:hours?|days?|minutes?|weeks?))"
    rf"|(?P<or_two>an? (?P<or_unit>{_UNIT}) or (?:two|so|three|more))"
    rf"|(?:(?P<low>{_NUMBER}){_TO})?(?P<count>{_COUNT}){_MORE}(?P<unit>{_UNIT})\b(?:(?:,? and |, "
    rf"| )(?P<plus>\d{{1,2}}) (?P<plus_unit>minutes?|mins?|hours?)\b)?"
    rf"|(?:(?P<slow>\d{{1,3}})\s?(?:-|–"
    rf"|to)\s?)?(?P<scount>\d{{1,3}}(?:\.\d)?)\s?\+?(?P<sunit>{_SHORT_UNIT})\b(?:\s?(?P<splus>\d{{1,2}})\s?(?:m"
    rf"|mins?)?\b)?"
    r"|(?P<loose>(?:hours?|(?:business |working |work )?days?|weeks?|weekend|night|minutes?|months?|quarter|year"
    r"|shift))\b)"
    r"(?P<after>'?(?: time)? from (?:now|this (?:post|update|message))|'? time\b| or (?:so|less|more|sooner|two)\b"
    r"| (?:ago|later|away|earlier|left|remaining|to go)\b| at (?:most|least|the (?:most|latest|earliest))\b| tops\b"
    r"| max(?:imum)?\b)?"
)
_EVERY = (
    rf"(?P<every>(?:every|each) (?:(?:\d+ ?(?:-|to) ?)?(?P<every_count>{_COUNT}))?(?P<every_unit>{_UNIT}"
    rf"|half[- ]hour)|hourly|half[- ]hourly|daily|weekly|nightly"
    rf"|(?:once|twice) (?:an?|per|every|each) (?P<per_unit>hour|day|week)"
    rf"|(?P<dash_count>\d{{1,3}})[- ](?P<dash_unit>minute|hour)(?:ly)? (?:intervals?|basis|cadence)"
    rf"|at (?:the )?(?:top|bottom) of (?:each|every) hour|on an? (?:half[- ])?hourly basis)\b"
)
_TRAIL = (
    r"(?P<trail> (?:at the latest|at the earliest|or (?:sooner|earlier|later|so|thereabouts)|latest|sharp|onwards?"
    r"|latest\b))?"
)


VALUES = {
    "every": _EVERY,
    "vague": rf"(?P<vague>{'|'.join(VAGUE)})\b",
    "clock": _CLOCK,
    "date": rf"{_DATE}\b",
    "duration": _DURATION,
    "day": _DAY,
    "bare": _BARE_HOUR,
}
"""The kinds of value in the order in which they are tried, with the named groups that their parts are read from."""


def phrase() -> str:
    """The whole pattern without groups: where a phrase of time begins and ends."""
    return _plain(rf"(?:\b|[~<]){_LEAD}(?:{'|'.join(VALUES.values())}){_TRAIL}")


def parts() -> str:
    """The same with four groups and more: the lead, the value as a group named for its kind, the trail."""
    values = "|".join(rf"(?P<{name}>{_plain(value)})" for name, value in VALUES.items())
    return rf"{_LEAD}(?:{values}){_TRAIL}"


def _plain(text: str) -> str:
    """A pattern with its named groups made plain: RE2 finds spans far faster than groups."""
    pieces = text.split("(?P<")
    return pieces[0] + "".join("(?:" + piece.partition(">")[2] for piece in pieces[1:])

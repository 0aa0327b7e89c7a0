"""What one language's text of a message names and the other's doesn't: a time, a number, a component, a region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from unicodedata import normalize

from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Lang
from cockpit.lint.languages import stated
from cockpit.lint.model import Context, Facts, Severity
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.rules.agreement import Value, compared, in_zone
from cockpit.lint.statement import Role
from cockpit.lint.text import read_text

_SPECIAL = frozenset(r"\.+*?()|[]{}^$")


def differences(reading: Reading, context: Context) -> Iterator[Hit]:
    """Where this text says another thing than the other language's, and what that one says in its place."""
    other = _other(reading, context)
    if other is None:
        return
    for ours, theirs in compared(reading, other, context):
        if ours is not None and theirs is not None:
            said = say("the %(lang)s says %(there)s", lang=other.lang, there=in_zone(theirs, context))
            yield Hit(ours.start, ours.end, said)


def _check(reading: Reading, context: Context) -> Iterator[Hit]:
    """What one of the two says alone: it has no place in the other, so it is a hint and no finding."""
    other = _other(reading, context)
    if other is None:
        return
    for ours, theirs in compared(reading, other, context):
        if ours is None and theirs is not None and not _is_eta(other, theirs):
            yield _hint(say("what the %(lang)s says: %(there)s", lang=other.lang, there=in_zone(theirs, context)))
        elif ours is not None and theirs is None and not _is_eta(reading, ours):
            yield _hint(say("in the %(lang)s too: %(here)s", lang=other.lang, here=ours.text))
    for here, there in _names(reading, context.facts):
        said_here, said_there = _mentions(reading, here), _mentions(other, there)
        if said_there and not said_here and not _mentions(reading, there):
            yield _hint(say("%(here)s, as the %(lang)s does: %(there)s", here=here, lang=other.lang, there=there))
        elif said_here and not said_there and not _mentions(other, here):
            yield _hint(say("in the %(lang)s too: %(here)s", lang=other.lang, here=there))


def _is_eta(reading: Reading, value: Value) -> bool:
    """Whether it says when the problem will be over: that is taken out, not said in the other language too."""
    ends = stated(reading, Role.RESOLVE)
    return any(at.start + said.start < value.end and value.start < at.start + said.end for at, said in ends)


def _hint(said: Wording) -> Hit:
    return Hit(0, 0, said)


def _other(reading: Reading, context: Context) -> Reading | None:
    """The other language's text, where both say anything."""
    if context.other is None or not context.other.strip() or not reading.text.strip():
        return None
    return _read(context.other)


@lru_cache(maxsize=8)
def _read(other: str) -> Reading:
    """The other text, which stays while this one is typed."""
    return read_text(other)


def _names(reading: Reading, facts: Facts) -> Iterator[tuple[str, str]]:
    """Components and regions, in this text's language and in the other's."""
    for english, japanese in facts.names:
        here, there = (japanese, english) if reading.lang is Lang.JA else (english, japanese)
        yield normalize("NFKC", here), normalize("NFKC", there)


def _mentions(reading: Reading, name: str) -> bool:
    return _named(name).search(reading.text) is not None


def _named(name: str) -> Pattern:
    """A name in a text; one of letters is no part of a longer word."""
    written = "".join(f"\\{char}" if char in _SPECIAL else char for char in name)
    before = r"\b" if name[:1].isascii() and name[:1].isalnum() else ""
    behind = r"\b" if name[-1:].isascii() and name[-1:].isalnum() else ""
    return pattern(f"{before}{written}{behind}")


_TWO_PM = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def _beside(other: str) -> Context:
    names = (("SMS", "SMS"), ("Europe", "欧州"))
    return Context(posted_at=_TWO_PM, facts=Facts(names=names), other=other)


RULES = (
    Rule(
        id="missing-counterpart",
        severity=Severity.INFO,
        what=say("What one language's text of a message says and the other's doesn't."),
        why=say("Whoever reads both, or only one, must learn the same."),
        instead=say("Add it, or leave it out knowingly: this is a hint."),
        message_text=say("what one of the two languages alone says"),
        bad=(
            *examples(
                Lang.EN,
                "SMS arrive late in Europe.",
                context=_beside("SMSの到着が欧州で遅れています。次回の更新は23:40 JSTです。"),
            ),
            *examples(Lang.EN, "Half of 40 functions fail.", context=_beside("多くの機能が利用できません。")),
            *examples(Lang.EN, "SMS arrive late.", context=_beside("欧州でSMSが遅れています。")),
            *examples(Lang.JA, "SMSが遅れています。", context=_beside("SMS arrive up to 15 minutes late.")),
            *examples(Lang.JA, "欧州で遅れています。", context=_beside("SMS arrive late in Europe.")),
        ),
        good=(
            *examples(Lang.EN, "SMS arrive late in Europe.", context=_beside("欧州でSMSが遅れています。")),
            *examples(Lang.EN, "Two functions fail.", context=_beside("2つの機能が利用できません。")),
            *examples(Lang.JA, "15分ほど遅れています。", context=_beside("They arrive 15 minutes late.")),
            *examples(Lang.JA, "欧州で遅れています。", context=_beside("It is slow in Europe.")),
        ),
        message=_check,
    ),
)

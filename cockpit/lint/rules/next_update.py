"""The promise of the next update: it names a time, the time is still to come, and it keeps the policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.languages import stated
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.rules.promise import clock, instead, promises
from cockpit.lint.statement import Role, TimeKind

_SLACK = timedelta(minutes=1)
"""Texts name minutes: seconds past the latest one are no lateness."""
_CLOCK, _NUMBER, _ZONE = r"\d{1,2}:\d{2}|\d{1,2}時\d{1,2}分", r"\d+", r"\b[A-Z]{2,5}\b"
_STANDS_FOR_TIME = r"(?i)^(?:as |when|once|after|soon|shortly|very soon|momentarily|before long)"
_REPLACEABLE = r"(?i)^(?:by|at|in|within|before|around|about|no later than)\b"


def _vague(reading: Reading, context: Context) -> Iterator[Hit]:
    if promises(reading, context):
        return
    for sentence, found in stated(reading, Role.UPDATE):
        written = sentence.text[found.start : found.end]
        fix = None
        if sentence.lang is Lang.EN and context.latest is not None and pattern(_STANDS_FOR_TIME).match(written):
            fix = _cased(f"by {clock(context.latest, context)}", written)
        yield Hit(
            sentence.start + found.start,
            sentence.start + found.end,
            suggestion=instead(sentence.lang, context),
            fix=fix,
        )


def _past(reading: Reading, context: Context) -> Iterator[Hit]:
    if context.posted_at is None:
        return
    for sentence, found, when in promises(reading, context):
        if when is not None and when <= context.posted_at and found.time.kind is not TimeKind.DAY:
            yield Hit(
                sentence.start + found.start,
                sentence.start + found.end,
                say("%(when)s is past when this goes out: promise a time to come", when=clock(when, context)),
                instead(sentence.lang, context),
                fix=_retimed(sentence.text[found.start : found.end], context),
            )


def _late(reading: Reading, context: Context) -> Iterator[Hit]:
    posted, latest = context.posted_at, context.latest
    if posted is None or latest is None:
        return
    coming = [item for item in promises(reading, context) if item[2] is None or item[2] > posted]
    if not coming or any(when is not None and when < latest + _SLACK for _, _, when in coming):
        return
    sentence, found, _ = min(coming, key=lambda item: (item[2] is None, item[2] or latest))
    written = sentence.text[found.start : found.end]
    replaceable = sentence.lang is Lang.EN and pattern(_REPLACEABLE).match(written) is not None
    yield Hit(
        sentence.start + found.start,
        sentence.start + found.end,
        say("later than the policy allows: %(latest)s at the latest", latest=clock(latest, context)),
        instead(sentence.lang, context),
        fix=_cased(f"by {clock(latest, context)}", written) if replaceable else _retimed(written, context),
    )


def _retimed(written: str, context: Context) -> str | None:
    """The phrase with the latest time that the policy allows in place of its own; None where that isn't safe."""
    if context.latest is None:
        return None
    local = context.latest.astimezone(context.zone)
    times, numbers, zones = (_all(each, written) for each in (_CLOCK, _NUMBER, _ZONE))
    if set(zones) - {local.tzname()} or len(times) != 1 or len(numbers) != 2:
        return None
    shown = f"{local.hour}時{local.minute:02}分" if "時" in times[0] else f"{local:%H:%M}"
    return written.replace(times[0], shown)


def _all(words: str, text: str) -> list[str]:
    return [match.group() or "" for match in pattern(words, ignore_case=False).finditer(text)]


def _cased(text: str, like: str) -> str:
    return text[0].upper() + text[1:] if like[:1].isupper() else text


_AT_TWO = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
_EXAMPLE = Context(posted_at=_AT_TWO, latest=_AT_TWO + timedelta(minutes=20))
"""The examples go out at 14:00 UTC, and the policy wants the next update by 14:20."""

RULES = (
    Rule(
        id="next-update-vague",
        severity=Severity.WARNING,
        what=say("More news is promised, and no time for it stands anywhere in the message."),
        why=say("Customers who don't know when to look again ask, and each answer costs the time the incident needs."),
        instead=say("Name the time of the next update, with its zone."),
        message_text=say("promises news without a time: say when the next update comes"),
        bad=(
            *examples(
                Lang.EN,
                "We will tell you more ⟦as soon as we know more⟧.",
                "Further details will be shared ⟦shortly⟧.",
                "We will ⟦keep you informed⟧.",
            ),
            *examples(Lang.JA, "⟦原因が判明次第⟧お知らせいたします。", "⟦追って⟧ご報告いたします。"),
        ),
        good=(
            *examples(
                Lang.EN,
                "We will tell you more as soon as we know more, and by 15:00 UTC at the latest.",
                "The next update follows within 20 minutes.",
                "No further updates will be posted.",
            ),
            *examples(Lang.JA, "次回は15:00に更新します。"),
        ),
        message=_vague,
    ),
    Rule(
        id="next-update-past",
        severity=Severity.WARNING,
        what=say("The promised time of the next update is past when the message goes out."),
        why=say("The message breaks its promise in the moment it is read."),
        instead=say("Promise a time that is still to come."),
        message_text=say("is past when this goes out: promise a time to come"),
        bad=(
            *examples(
                Lang.EN, "The next update comes ⟦at 13:40 UTC⟧.", "We will post again ⟦by 13:55⟧.", context=_EXAMPLE
            ),
            *examples(Lang.JA, "⟦13:40に⟧次回の更新を行います。", context=_EXAMPLE),
        ),
        good=(
            *examples(
                Lang.EN, "The next update follows within 20 minutes.", "Next update by 14:20 UTC.", context=_EXAMPLE
            ),
            *examples(Lang.JA, "次回の更新は20分後です。", context=_EXAMPLE),
        ),
        message=_past,
    ),
    Rule(
        id="next-update-late",
        severity=Severity.WARNING,
        what=say("The promised next update is later than the policy allows."),
        why=say("In the first hours customers hear something at least every 20 minutes, even if nothing has changed."),
        instead=say("Promise a time within the policy, or declare a long incident."),
        message_text=say("is later than the policy allows"),
        bad=(
            *examples(Lang.EN, "We will post again ⟦at 15:00 UTC⟧.", "Updates follow ⟦every hour⟧.", context=_EXAMPLE),
            *examples(Lang.JA, "次回の更新は⟦15:00⟧です。", context=_EXAMPLE),
        ),
        good=(
            *examples(
                Lang.EN, "The next update follows within 20 minutes.", "Next update by 14:20 UTC.", context=_EXAMPLE
            ),
            *examples(Lang.JA, "次回の更新は20分後です。", context=_EXAMPLE),
        ),
        message=_late,
    ),
)

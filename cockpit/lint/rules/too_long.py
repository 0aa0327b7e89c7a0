"""No message longer than its channel takes: X refuses it, a page or a mail is cut or not read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang
from cockpit.lint.lengths import EMAIL_LIMIT, STATUS_LIMIT, SUBJECT_LIMIT, X_LIMIT, x_length, x_overflow
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Example, Hit, Rule, examples

_SUBJECT = r"^\s*(?:subject|件名) ?: ?([^\n]*)"


def _check(reading: Reading, context: Context) -> Iterator[Hit]:
    """From where the text is too long, to its end."""
    match context.channel:
        case Channel.X:
            yield from _x(reading)
        case Channel.EMAIL:
            yield from _email(reading)
        case _:
            yield from _over(reading, STATUS_LIMIT, len(reading.source), _status_says(len(reading.source)))


def _x(reading: Reading) -> Iterator[Hit]:
    start = x_overflow(reading.source)
    if start is not None:
        yield from _over(reading, start, len(reading.source), _x_says(reading), Severity.ERROR)


def _x_says(reading: Reading) -> Wording:
    """How much must go: in a Japanese text in characters of double weight, which is what there is to cut."""
    length = x_length(reading.source)
    over = length - X_LIMIT
    if reading.lang is Lang.JA:
        return say(
            "%(length)s of %(limit)s: X refuses what is marked; cut %(cut)s full-width characters",
            length=length,
            limit=X_LIMIT,
            cut=-(-over // 2),
        )
    return say(
        "%(length)s of %(limit)s: X refuses what is marked; cut %(cut)s characters",
        length=length,
        limit=X_LIMIT,
        cut=over,
    )


def _email(reading: Reading) -> Iterator[Hit]:
    subject = pattern(_SUBJECT).search(reading.text)
    if subject is not None and subject.end(1) - subject.start(1) > SUBJECT_LIMIT:
        said = say("a subject of more than %(limit)s characters is cut in most mailboxes", limit=SUBJECT_LIMIT)
        yield Hit(subject.start(1) + SUBJECT_LIMIT, subject.end(1), said)
    size = len(reading.source.encode("utf-8", "replace"))
    if size > EMAIL_LIMIT:
        fits = len(reading.source.encode("utf-8", "replace")[:EMAIL_LIMIT].decode("utf-8", "ignore"))
        said = say("%(size)s kB: mail readers cut what is longer than %(limit)s kB", size=size // 1000, limit=100)
        yield from _over(reading, fits, len(reading.source), said)


def _status_says(length: int) -> Wording:
    return say("%(length)s of %(limit)s characters: the page takes no more", length=length, limit=STATUS_LIMIT)


def _over(
    reading: Reading, start: int, length: int, message: Wording, severity: Severity | None = None
) -> Iterator[Hit]:
    """One finding over what stands after ``start`` (an offset of the text as given)."""
    if length > start:
        yield Hit(bisect_left(reading.offsets, start), len(reading.text), message, severity=severity)


def _long(lang: Lang, channel: Channel, sentence: str, fits: int, times: int) -> Example:
    """An example that is too long by what follows its first ``fits`` code points."""
    text = sentence * times
    return Example(text, lang, (text[fits:],), channel=channel)


_EN = "Uploads are slow. "
_JA = "画像の表示が遅れています。"

RULES = (
    Rule(
        id="too-long",
        severity=Severity.WARNING,
        what=say(
            "More than X takes (280, where Japanese counts double and a link 23), or than a page or a mail carries."
        ),
        why=say(
            "X refuses it at the moment of posting, when there is no time; elsewhere the end is cut off or unread."
        ),
        instead=say("Keep the impact and the next update; put the rest behind a link."),
        message_text=say("too long for this channel"),
        bad=(
            _long(Lang.EN, Channel.X, _EN, X_LIMIT, 16),
            _long(Lang.EN, Channel.STATUS, _EN, STATUS_LIMIT, 1400),
            *examples(
                Lang.EN,
                "Subject: We are aware of a problem with uploads, downloads, exports, imports and report"
                "⟦s in all regions⟧\nHello,",
                channel=Channel.EMAIL,
            ),
            _long(Lang.JA, Channel.X, _JA, X_LIMIT // 2, 12),
            _long(Lang.JA, Channel.STATUS, _JA, STATUS_LIMIT, 2000),
        ),
        good=(
            *examples(
                Lang.EN,
                "Uploads are slow for some customers. The next update comes by 15:00 UTC.",
                "See https://status.example.com/" + "a" * 300,
                "a" * X_LIMIT,
                channel=Channel.X,
            ),
            *examples(Lang.EN, _EN * 20, channel=Channel.STATUS),
            *examples(Lang.EN, "Subject: Uploads are slow\nHello,", channel=Channel.EMAIL),
            *examples(
                Lang.JA, "あ" * (X_LIMIT // 2), "画像の表示が遅れています。次回は15時に更新します。", channel=Channel.X
            ),
            *examples(Lang.JA, _JA * 20, channel=Channel.STATUS),
        ),
        message=_check,
    ),
)

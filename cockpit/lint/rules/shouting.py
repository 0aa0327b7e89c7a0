"""No capitals for whole phrases and no rows of exclamation marks: a calm message is read as a controlled incident."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.shapes import words

_RUN = r"\b[A-Z][A-Z']*(?:[ ,]+[A-Z][A-Z']*){2,}\b"
_MARKS = r"!{2,}"
_LITTLE_WORDS = words(
    "A AN AND ARE AS AT BE BEEN BY CAN DO FOR FROM HAS HAVE IF IN IS IT NO NOT NOW OF ON OR OUR PLEASE "
    "SOME THAT THE THIS TO WAS WE WILL WITH YOU YOUR "
)
"""Words no row of abbreviations and product names has."""
_LONG_WORD = 6


def _check(sentence: Sentence, context: Context) -> Iterator[Hit]:
    for match in pattern(_RUN, ignore_case=False).finditer(sentence.text):
        words = (match.group() or "").replace(",", " ").split()
        if (
            any(word in _LITTLE_WORDS and len(word) > 1 for word in words)
            or sum(len(w) >= _LONG_WORD for w in words) > 1
        ):
            yield Hit(*match.span())
    for match in pattern(_MARKS).finditer(sentence.text) if "!!" in sentence.text else ():
        yield Hit(*match.span(), fix="." if sentence.lang is Lang.EN else "。")


RULES = (
    Rule(
        id="shouting",
        severity=Severity.INFO,
        what=say("A phrase in capitals, or several exclamation marks in a row."),
        why=say("It reads as alarm or anger; a message that stays calm says that the incident is in hand."),
        instead=say("Write it as an ordinary sentence with one full stop."),
        message_text=say("reads as shouting: write it as an ordinary sentence"),
        bad=(
            *examples(
                Lang.EN,
                "⟦THE DASHBOARD IS DOWN⟧ for some customers.",
                "⟦PLEASE DO NOT RETRY PAYMENTS⟧.",
                "We are on it⟦!!!⟧",
                "⟦SERIOUS DELIVERY PROBLEMS⟧ since 09:00.",
            ),
            *examples(Lang.JA, "現在ログインできません⟦!!⟧", "調査中です⟦!!!⟧しばらくお待ちください。"),
        ),
        good=(
            *examples(
                Lang.EN,
                "HTTP API and SDK calls fail in US-EAST-1.",
                "AWS EC2 RDS and SQS customers are not affected.",
                "Thank you for your patience!",
                "RESOLVED: sign-in works again.",
            ),
            *examples(Lang.JA, "API、SDK、CLIのいずれも正常です。", "ご協力ありがとうございます!"),
        ),
        sentence=_check,
    ),
)

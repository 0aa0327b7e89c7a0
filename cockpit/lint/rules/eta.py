"""No statement of when the problem will be over, in any wording: neither a time nor a promise of "soon"."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.languages import statements
from cockpit.lint.model import Context, Severity
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Example, Hit, Rule
from cockpit.lint.statement import Role, TimeKind


def _hits(sentence: Sentence, vague: bool) -> Iterator[Hit]:
    for found in statements(sentence):
        if found.role is Role.RESOLVE and (found.time.kind is TimeKind.VAGUE) is vague:
            yield Hit(found.start, found.end)


def _timed(sentence: Sentence, context: Context) -> Iterator[Hit]:
    return _hits(sentence, vague=False)


def _vague(sentence: Sentence, context: Context) -> Iterator[Hit]:
    return _hits(sentence, vague=True)


RULES = (
    Rule(
        id="eta",
        severity=Severity.ERROR,
        what=say("A time, a day or a length of time for when the problem will be over."),
        why=say(
            "Nobody knows it while the problem lasts. A time that passes unkept costs more trust than the outage, "
            "and customers plan by it."
        ),
        instead=say("Say what state the work is in, and when the next update comes."),
        message_text=say("says when the problem will be over: say when the next update comes instead"),
        bad=(Example("Logins should work again within 10 minutes.", Lang.EN, ("within 10 minutes",)),),
        good=(Example("The next update follows within 20 minutes.", Lang.EN),),
        sentence=_timed,
    ),
    Rule(
        id="eta-vague",
        severity=Severity.ERROR,
        what=say("A promise that the problem will be over soon, or once something else has happened."),
        why=say("Each reader hears a time of their own in it, and holds you to it."),
        instead=say("Say what state the work is in, and when the next update comes."),
        message_text=say("promises the end of the problem: say when the next update comes instead"),
        bad=(Example("Uploads will be back shortly.", Lang.EN, ("shortly",)),),
        good=(Example("We are working on it with high priority.", Lang.EN),),
        sentence=_vague,
    ),
)

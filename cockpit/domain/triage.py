"""Whether to go public: the quick reference's four questions and what follows from the answers."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.domain.events import Choice
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Phase


@frozen
class Question:
    """One of the four; any yes speaks for going public. ``asked`` may name ``%(percent)s``."""

    short: Wording
    asked: Wording


QUESTIONS = (
    Question(
        say("Widespread?"),
        say("Any reason to suspect widespread impact (a large share of a region's accounts)?"),
    ),
    Question(
        say("Seen from outside?"),
        say("Was it observed or triggered from outside, by a customer's report?"),
    ),
    Question(
        say("Doubt?"),
        say("Any doubt that the key use cases work normally?"),
    ),
    Question(
        say("Visible?"),
        say("Any lack of confidence that customers can't notice it, so that silence would embarrass?"),
    ),
)


def refusal(incident: Incident) -> Wording | None:
    """Why there is nothing to decide, or None: before customers are told, or while only those affected were."""
    if incident.phase is Phase.TRIAGE or (incident.choice is Choice.LIMITED and incident.is_open):
        return None
    return say("customers have been told already")


@frozen
class Advice:
    """What follows from the answers, and why; the decision is the IC's."""

    choice: Choice
    why: Wording


def advise(answers: Sequence[bool | None], small: bool) -> Advice:
    """What the quick reference says to ``answers`` (None: not known), ``small`` where few are known to be affected.

    Any yes: post, or where it is known to be small go straight to scoping. All no: hold. In doubt, post.
    """
    if any(answer is True for answer in answers):
        if small:
            return Advice(Choice.LIMITED, say("A yes, and known to be small: tell those affected individually."))
        return Advice(Choice.POST, say("A yes: post that you are investigating, at once."))
    if all(answer is False for answer in answers):
        return Advice(Choice.HOLD, say("All no: hold, and assess again in 10 minutes."))
    return Advice(Choice.POST, say("Not everything is known: in doubt, post."))

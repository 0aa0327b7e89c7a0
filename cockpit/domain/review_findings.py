"""What a review says in words: each departure from the policy as one sentence, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from cockpit.domain.cadence import DueKind
from cockpit.domain.frozen import frozen
from cockpit.domain.review import Review, Round
from cockpit.domain.wording import Wording, say


class Kind(StrEnum):
    """What a finding is about."""

    LATE = "late"
    OVERDUE = "overdue"
    PROMISE = "promise"
    UNAPPROVED = "unapproved"
    FLAGGED = "flagged"
    LET_PASS = "let-pass"
    HELD = "held"
    REPORTS = "reports"
    QUESTIONS = "questions"


@frozen
class Finding:
    """One departure; ``late_s`` is how late, in seconds, where it is about time."""

    kind: Kind
    at: datetime
    what: Wording
    late_s: int | None = None


def findings(review: Review) -> tuple[Finding, ...]:
    """Everything in ``review`` that the policy asks to be otherwise, by time."""
    found = [finding for message in review.rounds for finding in _of_round(message)]
    found += _of_incident(review)
    return tuple(sorted(found, key=lambda finding: finding.at))


def minutes(seconds: float) -> Wording:
    """A length of time in words, as exact as a review needs."""
    if seconds < 60:
        return say("%(count)d s", count=int(seconds))
    hours, rest = divmod(int(seconds) // 60, 60)
    if hours:
        return say("%(hours)d h %(minutes)d min", hours=hours, minutes=rest)
    return say("%(count)d min", count=rest)


def _of_round(message: Round) -> Iterator[Finding]:
    due = message.due
    if due is not None and message.late_s:
        late = say("the %(what)s came %(time)s late", what=due.what, time=minutes(message.late_s))
        yield Finding(Kind.LATE, message.at, late, message.late_s)
    if message.promise is not None and message.promise_late_s:
        late = minutes(message.promise_late_s)
        if message.followed:
            broken = say("the promised update came %(time)s late", time=late)
        else:
            broken = say("the promised update has not come: overdue by %(time)s", time=late)
        yield Finding(Kind.PROMISE, message.promise, broken, message.promise_late_s)
    if message.override:
        what = say("went out without the IC's approval: %(why)s", why=message.override)
        yield Finding(Kind.UNAPPROVED, message.at, what)
    for rule in message.flags:
        yield Finding(Kind.FLAGGED, message.at, say("went out with what %(rule)s flags", rule=rule))


def _of_incident(review: Review) -> Iterator[Finding]:
    due = review.overdue
    if due is not None and due.what is not DueKind.REASSESS:
        late = int(-due.in_s(review.until))
        what = say("the %(what)s is overdue by %(time)s", what=due.what, time=minutes(late))
        yield Finding(Kind.OVERDUE, due.at, what, late)
    for held in review.held:
        if held.late_s:
            what = say("the decision to hold was assessed again %(time)s late", time=minutes(held.late_s))
            yield Finding(Kind.HELD, held.at, what, held.late_s)
    for passed in review.let_pass:
        what = say("%(rule)s was let pass: %(why)s", rule=passed.rule, why=passed.reason)
        yield Finding(Kind.LET_PASS, passed.at, what)
    yield from _of_reports(review)
    if review.totals.open_questions:
        what = say("questions to the IC without an answer: %(count)d", count=review.totals.open_questions)
        yield Finding(Kind.QUESTIONS, review.until, what)


def _of_reports(review: Review) -> Iterator[Finding]:
    care = review.care
    if care.waited_too_long:
        what = say(
            "reports that waited too long to be relayed: %(count)d (the longest %(time)s)",
            count=care.waited_too_long,
            time=minutes(care.longest_wait_s or 0),
        )
        yield Finding(Kind.REPORTS, review.until, what, care.longest_wait_s)
    if care.unanswered and review.incident.resolution_told:
        what = say("enquiries without a reply: %(count)d", count=care.unanswered)
        yield Finding(Kind.REPORTS, review.until, what)

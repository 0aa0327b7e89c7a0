"""The fold: an incident's events, in the order of the journal, into its state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce
from typing import Any

from cockpit.domain import events as e
from cockpit.domain.facts import IMPACT_FACTS
from cockpit.domain.incident import AtOnce, Incident, Post, Question, Request, Telling, Verdict
from cockpit.domain.stays import Stay, corrected
from cockpit.domain.words import Phase


class NotOpened(ValueError):
    """The journal of an incident doesn't begin with its opening."""


def fold(events: Iterable[e.Event]) -> Incident:
    """The state after ``events``; raises NotOpened when the first one isn't the opening."""
    iterator = iter(events)
    first = next(iterator, None)
    if first is None or not isinstance(first.what, e.Opened):
        raise NotOpened("the journal does not begin with the opening of the incident")
    what = first.what
    opened = Incident(
        id=first.incident,
        title=what.title,
        severity=what.severity,
        ic=what.ic,
        liaison=what.liaison,
        call_started=what.call_started,
        stays=(Stay(Phase.TRIAGE, what.call_started),),
    )
    return reduce(apply, iterator, opened)


def apply(state: Incident, event: e.Event) -> Incident:
    """The state after one more event; events that only the timeline tells of leave it as it is."""
    step = _STEPS.get(type(event.what))
    return step(state, event.what, event) if step else state


def _decided(state: Incident, what: e.Decided, event: e.Event) -> Incident:
    reconsidered = state.reconsidered or state.choice in (e.Choice.HOLD, e.Choice.LIMITED)
    return replace(state, decision=what, decided_at=event.at, reconsidered=reconsidered)


def _phase_changed(state: Incident, what: e.PhaseChanged, event: e.Event) -> Incident:
    # The post that went out with the change stands right before it in the journal.
    post = state.posts[-1].id if what.with_post and state.posts else None
    return replace(state, stays=(*state.stays, Stay(what.phase, event.at, what.reason, post)))


def _call_start(state: Incident, what: e.CallStartCorrected, event: e.Event) -> Incident:
    first, *later = state.stays
    return replace(state, call_started=what.call_started, stays=(replace(first, at=what.call_started), *later))


def _phase_corrected(state: Incident, what: e.PhaseCorrected, event: e.Event) -> Incident:
    return replace(state, stays=corrected(state.stays, what.phase, what.reason))


def _severity(state: Incident, what: e.SeverityChanged, event: e.Event) -> Incident:
    return replace(state, severity=what.severity, severity_revision=state.severity_revision + 1)


def _post_now(state: Incident, what: e.PostNow, event: e.Event) -> Incident:
    return replace(state, post_now=(*state.post_now, AtOnce(event.at, what.reason)))


def _marked(name: str, value: Callable[[Any, datetime], Any]) -> Callable[[Incident, Any, e.Event], Incident]:
    """Noted on the present stay."""

    def step(state: Incident, what: Any, event: e.Event) -> Incident:
        *before, present = state.stays
        return replace(state, stays=(*before, replace(present, **{name: value(what, event.at)})))

    return step


def _facts(state: Incident, what: e.FactsRecorded, event: e.Event) -> Incident:
    changed_at = event.at if IMPACT_FACTS & set(what.changed) else state.impact_changed_at
    revision = state.facts_revision + 1
    return replace(state, facts=what.sheet, facts_revision=revision, impact_changed_at=changed_at)


def _asked(state: Incident, what: e.Asked, event: e.Event) -> Incident:
    request = Request(
        id=event.id,
        at=event.at,
        texts=what.texts,
        stage=what.stage,
        target=what.target,
        situation=state.situation,
    )
    return replace(state, requests=(*state.requests, request))


def _with_request(state: Incident, request_id: str | None, change: Callable[[Request], Request]) -> Incident:
    return replace(state, requests=tuple(change(r) if r.id == request_id else r for r in state.requests))


def _approved(state: Incident, what: e.Approved, event: e.Event) -> Incident:
    verdict = Verdict(True, what.by, event.at, what.how)
    return _with_request(state, what.request, lambda r: replace(r, verdict=verdict))


def _refused(state: Incident, what: e.Refused, event: e.Event) -> Incident:
    verdict = Verdict(False, what.by, event.at, why=what.why)
    return _with_request(state, what.request, lambda r: replace(r, verdict=verdict))


def _copied(state: Incident, what: e.Copied, event: e.Event) -> Incident:
    if what.override:
        return replace(state, overridden=(*state.overridden, (what.text.sha256, what.override)))
    return _with_request(state, what.request, lambda r: replace(r, copied=(*r.copied, what.text)))


def _posted(state: Incident, what: e.Posted, event: e.Event) -> Incident:
    post = Post(
        id=event.id,
        text=what.text,
        stage=what.stage,
        where=what.where,
        posted_at=what.posted_at,
        promise=what.promise,
        request=what.request,
        override=what.override,
        recorded_at=event.at,
    )
    # What was let pass was let pass for the message that has now gone out.
    return replace(state, posts=(*state.posts, post), suppressed=frozenset())


def _with_post(state: Incident, post_id: str, change: Callable[[Post], Post]) -> Incident:
    return replace(state, posts=tuple(change(p) if p.id == post_id else p for p in state.posts))


def _post_edited(state: Incident, what: e.PostEdited, event: e.Event) -> Incident:
    def mended(post: Post) -> Post:
        was = (*post.was, post.text.sha256)
        return replace(post, text=what.text, promise=what.promise, edited=True, was=was)

    return _with_post(state, what.post, mended)


def _post_time(state: Incident, what: e.PostTimeCorrected, event: e.Event) -> Incident:
    return _with_post(state, what.post, lambda p: replace(p, posted_at=what.posted_at, promise=what.promise))


def _post_voided(state: Incident, what: e.PostVoided, event: e.Event) -> Incident:
    return replace(state, posts=tuple(p for p in state.posts if p.id != what.post))


def _customer_told(state: Incident, what: e.CustomerTold, event: e.Event) -> Incident:
    telling = Telling(
        id=event.id,
        customer=what.customer,
        by=what.by,
        told_at=what.told_at,
        text=what.text,
        promise=what.promise,
        request=what.request,
        override=what.override,
    )
    return replace(state, tellings=(*state.tellings, telling))


def _telling_voided(state: Incident, what: e.TellingVoided, event: e.Event) -> Incident:
    return replace(state, tellings=tuple(t for t in state.tellings if t.id != what.telling))


def _answered(state: Incident, what: e.QuestionAnswered, event: e.Event) -> Incident:
    questions = tuple(replace(q, answer=what.answer) if q.id == what.question else q for q in state.questions)
    return replace(state, questions=questions)


def _question(state: Incident, what: e.QuestionAsked, event: e.Event) -> Incident:
    return replace(state, questions=(*state.questions, Question(event.id, what.text, event.at)))


def _field(name: str, value: Callable[[Any, datetime], Any]) -> Callable[[Incident, Any, e.Event], Incident]:
    def step(state: Incident, what: Any, event: e.Event) -> Incident:
        return replace(state, **{name: value(what, event.at)})

    return step


_STEPS: dict[type, Callable[[Incident, Any, e.Event], Incident]] = {
    e.SeverityChanged: _severity,
    e.CommanderChanged: _field("ic", lambda what, at: what.ic),
    e.HandedOver: _field("liaison", lambda what, at: what.liaison),
    e.Decided: _decided,
    e.PhaseChanged: _phase_changed,
    e.CallStartCorrected: _call_start,
    e.PhaseCorrected: _phase_corrected,
    e.RecoveryConfirmed: _marked("confirmed_by", lambda what, at: what.by),
    e.LongDeclared: _field("long_since", lambda what, at: at),
    e.FactsRecorded: _facts,
    e.Asked: _asked,
    e.Approved: _approved,
    e.Refused: _refused,
    e.Copied: _copied,
    e.Posted: _posted,
    e.PostEdited: _post_edited,
    e.PostTimeCorrected: _post_time,
    e.PostVoided: _post_voided,
    e.Retracted: lambda state, what, event: _with_post(state, what.post, lambda p: replace(p, retracted=True)),
    e.CustomerTold: _customer_told,
    e.TellingVoided: _telling_voided,
    e.PostNow: _post_now,
    e.QuestionAsked: _question,
    e.QuestionAnswered: _answered,
    e.Suppressed: lambda state, what, event: replace(state, suppressed=state.suppressed | {(what.rule, what.text)}),
    e.PostmortemPublished: _marked("published_at", lambda what, at: at),
}

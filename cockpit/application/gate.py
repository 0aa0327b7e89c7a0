"""The gate every text passes on its way out: the lint, the IC's approval of exactly this text, or a typed reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cockpit.application.desk import Refusal
from cockpit.application.ports import Draft
from cockpit.application.proofreading import Proofreader
from cockpit.domain import approval
from cockpit.domain import events as e
from cockpit.domain.approval import PathState
from cockpit.domain.clean import clean_line
from cockpit.domain.fold import fold
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Phase
from cockpit.lint.model import Finding

EMPTY = say("the text is empty: write it, or fill a template")


@frozen
class WentOut:
    """What a text went out on: the request it was approved by, or the typed reason where it wasn't ("": it was)."""

    request: str | None
    override: str
    target: Phase | None
    """The phase that it moves the incident to."""


@frozen
class Gate:
    """Says of a text whether it may go out; what may not raises Refusal with the reason."""

    policy: Policy
    proofreader: Proofreader

    def path(self, state: Incident, draft: Draft, now: datetime) -> approval.Path:
        """Where ``draft`` stands on its way to customers."""
        return approval.path(state, draft.message, self.policy, now)

    def show(self, state: Incident, draft: Draft, now: datetime) -> None:
        """Let ``draft`` be shown to the IC: not while the lint stops it."""
        stopped = self.proofreader.stopped(state, draft, now)
        if stopped:
            raise Refusal(_flagged(stopped))

    def take_out(self, state: Incident, draft: Draft, now: datetime, override: str) -> e.Copied:
        """Let ``draft`` be copied: approved, or with a typed reason. The exact text is read by the lint once more.

        No reason lets a secret or a customer's data out.
        """
        path = self.path(state, draft, now)
        stopped = self.proofreader.stopped(state, draft, now)
        allowed = path.may_go_out and stopped is None
        if not allowed:
            self._refuse_unsendable(state, draft, now)
        if not allowed and not override:
            if path.state is PathState.POSTED:
                raise Refusal(say("this text has been posted"))
            if stopped and path.may_go_out:
                raise Refusal(_flagged(stopped))
            raise Refusal(path.why or say("the IC has not approved this text: ask first"))
        return e.Copied(path.request.id if path.request else None, draft.message, "" if allowed else override)

    def went_out(
        self, events: Sequence[e.Event], state: Incident, draft: Draft, at: datetime, now: datetime, reason: str
    ) -> WentOut:
        """What ``draft``, which is out since ``at``, went out on; ``reason`` is for one that wasn't approved."""
        if self.path(state, draft, now).state is PathState.POSTED:
            raise Refusal(say("this text is marked as posted already"))
        path = self._path_then(events, state, draft, at, now)
        overridden = dict(state.overridden).get(draft.message.sha256, "")
        why = "" if path.may_go_out else overridden or clean_line(reason)
        if not path.may_go_out and not why:
            raise Refusal(path.why or say("the IC has not approved this text: if it went out all the same, say why"))
        request = path.request if path.request and draft.message in path.request.texts else None
        target = request.target if request and path.may_go_out else draft.target
        return WentOut(request.id if request else None, why, target)

    def _path_then(
        self, events: Sequence[e.Event], state: Incident, draft: Draft, at: datetime, now: datetime
    ) -> approval.Path:
        """Where the text stood when it went out: what changed since doesn't undo an approval that held then.

        Times of posting are named by the minute: all that was recorded in the minute of ``at`` had happened.
        """
        sent = min(now, at.replace(second=0, microsecond=0) + timedelta(minutes=1))
        opened, *later = events
        then = fold((opened, *(event for event in later if event.at <= sent)))
        return self.path(replace(then, posts=state.posts, tellings=state.tellings), draft, at)

    def _refuse_unsendable(self, state: Incident, draft: Draft, now: datetime) -> None:
        stopped = self.proofreader.never(state, draft, now)
        if stopped:
            raise Refusal(say("«%(text)s» must not go out, whatever the reason: take it out", text=stopped.text))


def refuse_closed(state: Incident) -> None:
    """Nothing more is said of a closed incident."""
    if not state.is_open:
        raise Refusal(say("the incident is closed"))


def check_out_at(state: Incident, at: datetime, now: datetime) -> None:
    """When a text went out: between the start of the call and now."""
    if at > now:
        raise Refusal(say("a post cannot have gone out in the future"))
    if at < state.call_started:
        raise Refusal(say("a post cannot have gone out before the call started"))


def _flagged(finding: Finding) -> Wording:
    return say("«%(text)s» must not go out: mend it, or let it pass with a reason", text=finding.text)

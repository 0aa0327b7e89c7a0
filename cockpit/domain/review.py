"""The incident against the policy, afterwards: each message with what was due, promises, approvals, reports.

It reads the journal alone. Posts are judged as they stand now (corrections applied), against what was known then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.cadence import Basis, Due, DueKind
from cockpit.domain.fold import fold
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Post, by_message
from cockpit.domain.policy import Policy
from cockpit.domain.review_reports import ReportCare, report_care
from cockpit.domain.stays import is_backward
from cockpit.domain.words import Phase

Flags = Mapping[str, tuple[str, ...]]
"""By post id, the rules that flagged what went out as an error (read by the lint, which this layer doesn't know)."""


@frozen
class Round:
    """One message that went out: its texts were approved together, the first of them counts for the clock."""

    posts: tuple[Post, ...]
    due: Due | None
    """What was due when it went out; None: nothing was."""
    until: datetime | None
    """The latest time at which it was in time; None where nothing was due."""
    late_s: int
    """Seconds after that; 0 when in time."""
    promise: datetime | None
    """The next update that it promised."""
    promise_late_s: int | None
    """Seconds after the promise that the next message came; 0: kept; None: nothing promised, or not yet time."""
    followed: bool = True
    """Whether a next message came at all."""
    flags: tuple[str, ...] = ()
    """Rules that its texts break."""

    @property
    def at(self) -> datetime:
        """When it went out."""
        return self.posts[0].posted_at

    @property
    def override(self) -> str:
        """The typed reason for which a text of it went out without an approval, or ""."""
        return next((post.override for post in self.posts if post.override), "")


@frozen
class Held:
    """A decision to hold. ``again_s``: seconds until it was assessed again; None: it was the last decision."""

    at: datetime
    by: str
    reason: str
    again_s: int | None
    late_s: int


@frozen
class LetPass:
    """A finding of the lint that was let pass, with the typed reason."""

    at: datetime
    rule: str
    text: str
    reason: str


@frozen
class Totals:
    """How much of everything."""

    posts: int
    late: int
    promises_kept: int
    promises_broken: int
    approvals_asked: int
    approvals_given: int
    sent_back: int
    unapproved: int
    corrections: int
    regressions: int
    open_questions: int


@frozen
class Review:
    """The incident as it was led. Times are aware UTC, spans in seconds."""

    incident: Incident
    until: datetime
    """The end of what is judged: when it was closed, or now."""
    rounds: tuple[Round, ...]
    overdue: Due | None
    """What is due and late as of ``until``."""
    held: tuple[Held, ...]
    let_pass: tuple[LetPass, ...]
    care: ReportCare
    totals: Totals

    @property
    def first_post(self) -> Round | None:
        """The message that went out first."""
        return self.rounds[0] if self.rounds else None

    @property
    def scoping(self) -> Round | None:
        """The message that told the scope."""
        return next((r for r in self.rounds if r.due is not None and r.due.what is DueKind.SCOPING), None)


def review(events: Sequence[e.Event], policy: Policy, now: datetime, flags: Flags | None = None) -> Review:
    """Judge the incident whose journal is ``events``; raises NotOpened when it doesn't begin with the opening."""
    state = fold(events)
    closed = next((stay.at for stay in state.stays if stay.phase is Phase.CLOSED), None)
    until = closed or now
    rounds = _rounds(events, state, policy, until, flags or {})
    due = cadence.due(state, policy)
    return Review(
        incident=state,
        until=until,
        rounds=rounds,
        overdue=due if due is not None and due.overdue(until) else None,
        held=_held(events, policy, until),
        let_pass=tuple(_let_pass(events)),
        care=report_care(events, policy, until),
        totals=_totals(events, state, rounds),
    )


def _rounds(
    events: Sequence[e.Event], state: Incident, policy: Policy, until: datetime, flags: Flags
) -> tuple[Round, ...]:
    together = by_message(state.public_posts)
    rounds = []
    for index, posts in enumerate(together):
        due = _due_then(events, state, posts[0], policy)
        later = together[index + 1][0].posted_at if index + 1 < len(together) else None
        promise = min((post.promise for post in posts if post.promise), default=None)
        in_time = _until(due, policy)
        rounds.append(
            Round(
                posts=posts,
                due=due,
                until=in_time,
                late_s=max(0, int((posts[0].posted_at - in_time).total_seconds())) if in_time else 0,
                promise=promise,
                promise_late_s=_promise_late(promise, later, state, until),
                followed=later is not None,
                flags=tuple(dict.fromkeys(rule for post in posts for rule in flags.get(post.id, ()))),
            )
        )
    return tuple(rounds)


def _due_then(events: Sequence[e.Event], state: Incident, post: Post, policy: Policy) -> Due | None:
    """What was due when ``post`` went out: the state before it, with the earlier posts as they are known now."""
    at = next(i for i, event in enumerate(events) if event.id == post.id)
    before = fold(events[:at])
    posts = tuple(other for other in state.posts if other.posted_at < post.posted_at)
    return cadence.due(replace(before, posts=posts), policy)


def _until(due: Due | None, policy: Policy) -> datetime | None:
    """The latest time at which what was ``due`` was in time."""
    if due is None or due.basis is not Basis.AT_ONCE:
        return due.at if due else None
    # It still has to be worded and approved: as long as the policy gives a scoping post, if the rhythm allows it.
    rhythm = [other for other in (due.limit, due.promise) if other is not None and other > due.at]
    return min([due.at + timedelta(seconds=policy.scoping_s), *rhythm])


def _promise_late(promise: datetime | None, later: datetime | None, state: Incident, until: datetime) -> int | None:
    """How late the update came that was promised; a promise ends with the incident."""
    if promise is None:
        return None
    if later is not None:
        return max(0, int((later - promise).total_seconds()))
    if not state.is_open or until <= promise:
        return None
    return int((until - promise).total_seconds())


def _held(events: Sequence[e.Event], policy: Policy, until: datetime) -> tuple[Held, ...]:
    """The decisions to hold, each with when it was assessed again (by the next decision, or by leaving Triage)."""
    judged = [v for v in events if isinstance(v.what, e.Decided | e.PhaseChanged)]
    held = []
    for index, event in enumerate(judged):
        what = event.what
        if not isinstance(what, e.Decided) or what.choice is not e.Choice.HOLD:
            continue
        again = judged[index + 1].at if index + 1 < len(judged) else None
        waited = int(((again or until) - event.at).total_seconds())
        late = max(0, waited - policy.reassess_s)
        held.append(Held(event.at, what.by, what.reason, waited if again else None, late))
    return tuple(held)


def _let_pass(events: Sequence[e.Event]) -> Iterator[LetPass]:
    for event in events:
        if isinstance(event.what, e.Suppressed):
            yield LetPass(event.at, event.what.rule, event.what.text, event.what.reason)


_CORRECTIONS = (
    e.CallStartCorrected,
    e.PhaseCorrected,
    e.PostEdited,
    e.PostTimeCorrected,
    e.PostVoided,
    e.ReportCorrected,
)


def _totals(events: Sequence[e.Event], state: Incident, rounds: Sequence[Round]) -> Totals:
    promised = [r.promise_late_s for r in rounds if r.promise_late_s is not None]
    verdicts = [request.verdict.approved for request in state.requests if request.verdict]
    return Totals(
        posts=len(state.public_posts),
        late=sum(1 for r in rounds if r.late_s),
        promises_kept=sum(1 for late in promised if not late),
        promises_broken=sum(1 for late in promised if late),
        approvals_asked=len(state.requests),
        approvals_given=sum(verdicts),
        sent_back=len(verdicts) - sum(verdicts),
        unapproved=sum(1 for post in state.posts if post.override),
        corrections=sum(1 for event in events if isinstance(event.what, _CORRECTIONS)),
        regressions=sum(1 for before, after in pairwise(state.stays) if is_backward(before.phase, after.phase)),
        open_questions=len(state.open_questions),
    )

"""What is due next and when: derived from what was promised and the policy, never stored (the guide's timing rules)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from cockpit.domain.events import Choice
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Post
from cockpit.domain.policy import Policy
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Phase, Stage


class DueKind(StrEnum):
    """What is due."""

    FIRST_POST = "first post"
    REASSESS = "assess again"
    SCOPING = "scoping post"
    UPDATE = "update"
    RESOLUTION = "resolution post"


class Basis(StrEnum):
    """What makes it due at that time."""

    POLICY = "policy"
    PROMISE = "promise"
    AT_ONCE = "at once"


@frozen
class Due:
    """The next deadline. ``limit`` is the policy's own time, ``promise`` what customers were told, aware UTC."""

    what: DueKind
    at: datetime
    basis: Basis
    limit: datetime
    promise: datetime | None = None
    why: str = ""
    """For ``Basis.AT_ONCE``: "regression", "recovery", or the words it was asked for in."""

    def in_s(self, now: datetime) -> float:
        """Seconds until it is due; negative when overdue."""
        return (self.at - now).total_seconds()

    def overdue(self, now: datetime) -> bool:
        """Whether its time has passed."""
        return now > self.at


def due(incident: Incident, policy: Policy) -> Due | None:
    """The next deadline of ``incident``, or None when nothing is due to customers."""
    if incident.phase is Phase.CLOSED:
        return None
    regular = _regular(incident, policy)
    cause = incident.at_once
    if cause is None or (regular is not None and regular.at <= cause.at):
        return regular
    if regular is None:
        return Due(DueKind.UPDATE, cause.at, Basis.AT_ONCE, cause.at, why=cause.why)
    what = DueKind.FIRST_POST if regular.what is DueKind.REASSESS else regular.what
    return Due(what, cause.at, Basis.AT_ONCE, regular.limit, regular.promise, cause.why)


def promise_in_force(posts: tuple[Post, ...]) -> datetime | None:
    """The next update that customers wait for: the last post's, or that of the texts which went out with it."""
    return min((p.promise for p in _together(posts) if p.promise is not None), default=None)


def _together(posts: tuple[Post, ...]) -> list[Post]:
    """The texts of the last message: those that the IC approved together, oldest first, are one update."""
    last = posts[-1] if posts else None
    return [p for p in posts if p is last or (last and p.request is not None and p.request == last.request)]


def latest_next_update(incident: Incident, policy: Policy, posted_at: datetime) -> datetime | None:
    """The latest time a post that goes out at ``posted_at`` may promise; None where the policy sets none.

    In long mode the liaison sets the frequency (timing rule 5); after the resolution nothing more is promised.
    """
    if incident.long_since is not None or incident.phase in (Phase.RESOLVED, Phase.CLOSED):
        return None
    return posted_at + timedelta(seconds=policy.update_s)


def long_refusal(incident: Incident, policy: Policy, now: datetime) -> Wording | None:
    """Why the incident can't be declared long now, or None (timing rule 5)."""
    if incident.long_since is not None:
        return say("the incident is declared long already")
    if incident.phase not in (Phase.IDENTIFIED, Phase.MONITORING, Phase.INVESTIGATING):
        return say("only an incident that customers know of and that is not over can be long")
    allowed = incident.call_started + timedelta(seconds=policy.long_allowed_s)
    if now < allowed:
        minutes = round(policy.long_allowed_s / 60)
        return say("not to be decided within the first %(minutes)d minutes of the call", minutes=minutes)
    return None


def long_asked(incident: Incident, policy: Policy, now: datetime) -> bool:
    """Whether it is time to ask: two hours have passed and nobody declared it."""
    asked = incident.call_started + timedelta(seconds=policy.long_asked_s)
    return now >= asked and long_refusal(incident, policy, now) is None


def _regular(incident: Incident, policy: Policy) -> Due | None:
    """What the rhythm asks for, where nothing is due at once."""
    posts = incident.public_posts
    if not posts:
        # An ephemeral post that was taken down ends what customers wait for: what is left is to close.
        return None if any(post.retracted for post in incident.posts) else _before_first(incident, policy)
    if incident.resolution_told and incident.phase is Phase.RESOLVED:
        return None
    return _after(posts, incident, policy)


def _before_first(incident: Incident, policy: Policy) -> Due | None:
    first = incident.call_started + timedelta(seconds=policy.first_post_s)
    decided_at = incident.decided_at or incident.call_started
    if incident.phase is Phase.RESOLVED:
        if incident.choice is Choice.HOLD:
            return None  # decided: customers need not hear of it
        # Opened and resolved, with one post that says both: in time for a first post, or soon after the recovery.
        at = max(first, incident.phase_since + timedelta(seconds=policy.scoping_s))
        return Due(DueKind.RESOLUTION, at, Basis.POLICY, at)
    if incident.choice is Choice.HOLD and incident.phase is Phase.TRIAGE:
        at = decided_at + timedelta(seconds=policy.reassess_s)
        return Due(DueKind.REASSESS, at, Basis.POLICY, at)
    if incident.choice is Choice.LIMITED or (incident.choice is Choice.POST and incident.reconsidered):
        at = decided_at + timedelta(seconds=policy.scoping_s)
        return Due(DueKind.SCOPING, at, Basis.POLICY, at)
    return Due(DueKind.FIRST_POST, first, Basis.POLICY, first)


def _after(posts: tuple[Post, ...], incident: Incident, policy: Policy) -> Due:
    # The clock runs from the first text of a message: another channel's, posted later, is the same news.
    told_at, promise = _together(posts)[0].posted_at, promise_in_force(posts)
    what = DueKind.RESOLUTION if incident.phase is Phase.RESOLVED else DueKind.UPDATE
    if what is DueKind.UPDATE and all(post.stage is Stage.INITIAL for post in posts):
        what, limit = DueKind.SCOPING, posts[0].posted_at + timedelta(seconds=policy.scoping_s)
    elif incident.long_since is not None:
        limit = told_at + timedelta(seconds=policy.long_update_s)
        if promise is not None:
            return Due(what, promise, Basis.PROMISE, limit, promise)
    else:
        limit = told_at + timedelta(seconds=policy.update_s)
    if promise is not None and promise < limit:
        return Due(what, promise, Basis.PROMISE, limit, promise)
    return Due(what, limit, Basis.POLICY, limit, promise)

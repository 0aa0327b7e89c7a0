"""The state of an incident: what the fold of its events amounts to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from cockpit.domain.events import Choice, Decided, How, MessageText, Teller
from cockpit.domain.facts import FactSheet
from cockpit.domain.frozen import frozen
from cockpit.domain.stays import Stay, Stays, is_backward, over_since, since_regression
from cockpit.domain.words import Phase, Stage

PRIVATE_STAGES = frozenset({Stage.PREMIUM, Stage.POSTMORTEM, Stage.RETRACTION})
"""Messages that leave the public cadence as it is."""
_ANNOUNCED_BY = {
    Phase.MONITORING: Stage.MONITORING,
    Phase.RESOLVED: Stage.RESOLUTION,
}


@frozen
class Post:
    """A message that went out, as it stands now (corrections applied)."""

    id: str
    text: MessageText
    stage: Stage
    where: str
    posted_at: datetime
    promise: datetime | None
    request: str | None
    override: str = ""
    recorded_at: datetime | None = None
    edited: bool = False
    retracted: bool = False
    was: tuple[str, ...] = ()
    """SHA-256 of what it said before it was mended."""

    @property
    def counts(self) -> bool:
        """Whether the public cadence counts from it."""
        return self.stage not in PRIVATE_STAGES

    def answers(self, at: datetime) -> bool:
        """Whether it went out at ``at`` or later.

        The liaison names times of posting by the minute: one that was recorded afterwards counts from its minute on.
        """
        if self.posted_at >= at:
            return True
        recorded = self.recorded_at is not None and self.recorded_at >= at
        return recorded and self.posted_at >= at.replace(second=0, microsecond=0)

    @property
    def at(self) -> datetime:
        """When the text went out."""
        return self.posted_at

    def says(self, text: MessageText) -> bool:
        """Whether ``text`` is what it says, or what it said before it was mended."""
        return self.text.is_version_of(text) and text.sha256 in (self.text.sha256, *self.was)


@frozen
class Telling:
    """A customer with a special contract was told individually; ``customer`` is their id, times are aware UTC."""

    id: str
    customer: str
    by: Teller
    told_at: datetime
    text: MessageText | None
    promise: datetime | None
    request: str | None
    override: str = ""

    @property
    def at(self) -> datetime:
        """When the text went out."""
        return self.told_at

    def says(self, text: MessageText) -> bool:
        """Whether ``text`` is what it says."""
        return self.text == text

    def covers(self, post: Post) -> bool:
        """Whether the customer was told when ``post`` was out; times are named by the minute."""
        return self.told_at >= post.posted_at.replace(second=0, microsecond=0)


@frozen
class Verdict:
    """The IC's answer to a request."""

    approved: bool
    by: str
    at: datetime
    how: How | None = None
    why: str = ""


@frozen
class Situation:
    """What an approval is given in: the phases so far, and how often severity and facts were changed."""

    phases: tuple[Phase, ...]
    severity_revision: int
    facts_revision: int


@frozen
class Request:
    """Texts the IC was shown, with the situation they were shown in."""

    id: str
    at: datetime
    texts: tuple[MessageText, ...]
    stage: Stage
    target: Phase | None
    situation: Situation
    verdict: Verdict | None = None
    copied: tuple[MessageText, ...] = ()
    """The texts that were copied under this request."""


@frozen
class Question:
    """An open or answered question to the IC."""

    id: str
    text: str
    at: datetime
    answer: str | None = None


@frozen
class AtOnce:
    """Why an update is due at once, and since when (the guide's timing rule 3)."""

    at: datetime
    why: str


@frozen
class Incident:
    """An incident as it stands. Times are aware UTC."""

    id: str
    title: str
    severity: int
    ic: str
    liaison: str
    call_started: datetime
    stays: Stays
    """Its phases, mistakes taken out; the last one is where it is."""
    severity_revision: int = 0
    decision: Decided | None = None
    decided_at: datetime | None = None
    reconsidered: bool = False
    """Whether the IC had decided otherwise before: held it, or had those affected told individually."""
    long_since: datetime | None = None
    facts: FactSheet = FactSheet()
    facts_revision: int = 0
    impact_changed_at: datetime | None = None
    """When what is recorded of impact, components or regions last changed."""
    posts: tuple[Post, ...] = ()
    tellings: tuple[Telling, ...] = ()
    """What customers were told individually, in the order of the journal."""
    requests: tuple[Request, ...] = ()
    questions: tuple[Question, ...] = ()
    post_now: tuple[AtOnce, ...] = ()
    """Each time an update was asked for at once."""
    suppressed: frozenset[tuple[str, str]] = frozenset()
    overridden: tuple[tuple[str, str], ...] = ()
    """(SHA-256, typed reason) of texts copied without approval."""

    @property
    def phase(self) -> Phase:
        """The phase it is in."""
        return self.stays[-1].phase

    @property
    def phase_since(self) -> datetime:
        """When it came into that phase."""
        return self.stays[-1].at

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.phase is not Phase.CLOSED

    @property
    def situation(self) -> Situation:
        """What an approval asked for now would be given in."""
        return Situation(tuple(stay.phase for stay in self.stays), self.severity_revision, self.facts_revision)

    @property
    def public_posts(self) -> tuple[Post, ...]:
        """The posts that the cadence counts, oldest first.

        What was told individually counts as long as it isn't decided to go public after all.
        """
        public = self.choice is Choice.POST
        told = (p for p in self.posts if p.counts and not p.retracted and not (public and p.stage is Stage.LIMITED))
        return tuple(sorted(told, key=lambda p: p.posted_at))

    @property
    def recovery_confirmed_by(self) -> str | None:
        """Who confirmed full recovery. A confirmation is of that recovery: going back needs a new one."""
        names = [stay.confirmed_by for stay in since_regression(self.stays) if stay.confirmed_by is not None]
        return names[-1] if names else None

    @property
    def resolution_told(self) -> bool:
        """Whether customers were told of this recovery: a resolution went out since the incident was last going on."""
        ongoing = [stay for stay in self.stays if stay.phase not in (Phase.RESOLVED, Phase.CLOSED)]
        since = ongoing[-1].at if ongoing else self.call_started
        return any(p.stage is Stage.RESOLUTION and p.answers(since) for p in self.public_posts)

    @property
    def postmortem_at(self) -> datetime | None:
        """When the postmortem's external message on this recovery was published."""
        over = over_since(self.stays)
        noted = [stay.published_at for stay in over if stay.published_at is not None]
        posted = [p.posted_at for p in self.posts if p.stage is Stage.POSTMORTEM and over and p.answers(over[0].at)]
        return max((*noted, *posted), default=None)

    @property
    def at_once(self) -> AtOnce | None:
        """Since when and why an update is due at once: the earliest cause that no post has answered."""
        waiting = [cause for cause in (*self.post_now, *self._unannounced()) if not self._answered(cause)]
        return min(waiting, key=lambda cause: cause.at, default=None)

    def _unannounced(self) -> Iterable[AtOnce]:
        """The changes of phase that customers hear of at once and that no post said."""
        out = {post.id for post in self.public_posts}
        for before, stay in pairwise(self.stays):
            if stay.post in out or self.announced(before, stay):
                continue
            if is_backward(before.phase, stay.phase):
                yield AtOnce(stay.at, "regression")
            elif stay.phase is Phase.MONITORING or (stay.phase is Phase.RESOLVED and out):
                yield AtOnce(stay.at, "recovery")

    def announced(self, before: Stay, stay: Stay) -> bool:
        """Whether a recovery that was recorded as ``stay``, coming from ``before``, was posted: ahead of it counts."""
        stage = _ANNOUNCED_BY.get(stay.phase)
        return any(p.stage is stage and p.answers(before.at) for p in self.public_posts)

    def _answered(self, cause: AtOnce) -> bool:
        return any(post.answers(cause.at) for post in self.public_posts)

    @property
    def impact_unsaid(self) -> bool:
        """Whether impact or scope changed since customers last heard of it: "no change" would be untrue."""
        at = self.impact_changed_at
        return at is not None and not any(post.answers(at) for post in self.public_posts)

    @property
    def choice(self) -> Choice | None:
        """What was decided about going public, if anything."""
        return self.decision.choice if self.decision else None

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions the IC hasn't answered."""
        return tuple(q for q in self.questions if q.answer is None)

    def post(self, post_id: str) -> Post | None:
        """The post of that id."""
        return next((p for p in self.posts if p.id == post_id), None)


def by_message(posts: Iterable[Post]) -> list[tuple[Post, ...]]:
    """The posts by message: those that one request covers went out as one."""
    groups: dict[str, list[Post]] = {}
    for post in posts:
        groups.setdefault(post.request or post.id, []).append(post)
    return [tuple(group) for group in groups.values()]

"""The state of an incident: what the fold of its events amounts to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cockpit.domain.events import Choice, Decided, How, MessageText
from cockpit.domain.facts import FactSheet
from cockpit.domain.words import Phase, Stage

PRIVATE_STAGES = frozenset({Stage.PREMIUM, Stage.POSTMORTEM, Stage.RETRACTION})
"""Messages that leave the public cadence as it is."""


@dataclass(frozen=True, slots=True)
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
    edited: bool = False
    retracted: bool = False

    @property
    def counts(self) -> bool:
        """Whether the public cadence counts from it."""
        return self.stage not in PRIVATE_STAGES


@dataclass(frozen=True, slots=True)
class Verdict:
    """The IC's answer to a request."""

    approved: bool
    by: str
    at: datetime
    how: How | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Texts the IC was shown, with the situation they were shown in."""

    id: str
    at: datetime
    texts: tuple[MessageText, ...]
    stage: Stage
    target: Phase | None
    phase: Phase
    severity: int
    facts_revision: int
    verdict: Verdict | None = None
    copied: tuple[str, ...] = ()
    """SHA-256 of the texts that were copied under this request."""

    def covers(self, sha256: str) -> bool:
        """Whether this very text was shown."""
        return any(text.sha256 == sha256 for text in self.texts)


@dataclass(frozen=True, slots=True)
class Question:
    """An open or answered question to the IC."""

    id: str
    text: str
    at: datetime
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """One stay in a phase."""

    phase: Phase
    at: datetime
    reason: str
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Why an update is due at once, and since when (the guide's timing rule 3)."""

    at: datetime
    why: str
    by_ic: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it stands. Times are aware UTC."""

    id: str
    title: str
    severity: int
    ic: str
    liaison: str
    call_started: datetime
    history: tuple[PhaseEntry, ...]
    decision: Decided | None = None
    decided_at: datetime | None = None
    was_held: bool = False
    recovery_confirmed_by: str | None = None
    long_since: datetime | None = None
    facts: FactSheet = FactSheet()
    facts_revision: int = 0
    posts: tuple[Post, ...] = ()
    requests: tuple[Request, ...] = ()
    questions: tuple[Question, ...] = ()
    at_once: AtOnce | None = None
    suppressed: frozenset[tuple[str, str]] = frozenset()
    overridden: tuple[tuple[str, str], ...] = ()
    """(SHA-256, typed reason) of texts copied without approval."""
    postmortem_at: datetime | None = None

    @property
    def phase(self) -> Phase:
        """The phase it is in."""
        return self.history[-1].phase

    @property
    def phase_since(self) -> datetime:
        """When it came into that phase."""
        return self.history[-1].at

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.phase is not Phase.CLOSED

    @property
    def public_posts(self) -> tuple[Post, ...]:
        """The posts that the cadence counts, oldest first."""
        return tuple(sorted((p for p in self.posts if p.counts and not p.retracted), key=lambda p: p.posted_at))

    @property
    def resolution_told(self) -> bool:
        """Whether customers were told of this recovery: a resolution went out since the incident last went back."""
        unresolved = [entry.at for entry in self.history if entry.phase not in (Phase.RESOLVED, Phase.CLOSED)]
        return any(p.stage is Stage.RESOLUTION and p.posted_at >= max(unresolved) for p in self.public_posts)

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

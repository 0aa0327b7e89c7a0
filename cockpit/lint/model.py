"""The values that go into and come out of reading a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording
from cockpit.domain.words import Channel, Lang, Phase, Stage


class Severity(StrEnum):
    """How much a finding weighs: an error is never sent out, a warning is looked at, an info is a thought."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


NEVER_SUPPRESSED = frozenset({"secret", "pii"})
"""Rules whose findings no reason lets pass and no configuration switches off."""


@frozen
class Facts:
    """What the incident's facts sheet says, as far as a message can contradict or omit it."""

    phase: Phase | None = None
    regions: tuple[str, ...] = ()
    has_workaround: bool = False
    names: tuple[tuple[str, str], ...] = ()
    """Components and regions on record, as (English, Japanese) customers read them."""


@frozen
class Settings:
    """An organisation's choices, from its configuration."""

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    own_domains: tuple[str, ...] = ()
    """Domains whose hosts and addresses customers know (their mail addresses are no personal data either)."""
    internal_words: tuple[str, ...] = ()
    """Names of services, hosts and projects that customers must not read: RE2 patterns, matched without case."""
    allowed_words: tuple[str, ...] = ()
    """Exact strings that no rule shall flag."""
    jargon: tuple[str, ...] = ()
    """Words customers don't use, beside the built-in list."""


@frozen
class Context:
    """What a message is read against.

    ``posted_at`` is an aware datetime (when the message goes out); None switches the clock's rules off. Times in the
    text that name no zone are in ``posted_at``'s. ``latest`` is the latest time the policy allows for the next update
    (domain.md, Timing 3 to 5); None: not checked. ``other`` is the same message in the other language.
    """

    lang: Lang | None = None
    """None: told from the text."""
    stage: Stage = Stage.UPDATE
    channel: Channel = Channel.STATUS
    posted_at: datetime | None = None
    latest: datetime | None = None
    facts: Facts = Facts()
    settings: Settings = Settings()
    other: str | None = None
    other_posted_at: datetime | None = None
    """When the message goes out, in the zone of those who read ``other``; None: the same zone."""
    suppressed: frozenset[tuple[str, str]] = frozenset()
    """(rule id, exact text of the finding) pairs that the liaison let pass for this message, with a reason."""

    @property
    def zone(self) -> tzinfo:
        """The zone of times that name none."""
        return self.posted_at.tzinfo if self.posted_at is not None and self.posted_at.tzinfo else UTC


@frozen
class Finding:
    """A span that shouldn't go out as it stands; ``start`` and ``end`` count code points of the text as given."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: Wording
    suggestion: str | None = None
    """What to write instead, in the message's own language."""
    fix: str | None = None
    """A safe replacement of the span ("" deletes it); None where a person must decide."""
    fix_span: tuple[int, int] | None = None
    """What ``fix`` replaces where that is more than the span (a clause with its comma)."""


@frozen
class Missing:
    """Something this stage's message should say and doesn't: a hint, never a block."""

    rule: str
    message: Wording
    severity: Severity = Severity.INFO


@frozen
class Length:
    """How long the text is: code points, and X's weighted characters."""

    characters: int
    x: int


@frozen
class Result:
    """All that was read out of one message, findings by position."""

    lang: Lang
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    next_update: datetime | None
    """The promise: when the text says the next update comes; aware, or None."""
    length: Length

    @property
    def blocked(self) -> bool:
        """Whether anything in it must not go out."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

"""What can be recorded of an incident: the journal's closed set of events, the one source of truth.

Events are facts in the past tense. Customers' names and words are never in them: they refer to reports by id.
(A long module, because the set is closed: all of it in one place, each event a few lines of fields.)
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from cockpit.domain.facts import FactSheet
from cockpit.domain.frozen import frozen
from cockpit.domain.words import Channel, Lang, Phase, Stage


class Choice(StrEnum):
    """What the IC decided about going public."""

    POST = "post"
    LIMITED = "limited"
    HOLD = "hold"


class Teller(StrEnum):
    """Who told a customer individually."""

    LIAISON = "liaison"
    ACCOUNT_TEAM = "account_team"


class How(StrEnum):
    """How the IC gave the approval."""

    VOICE = "voice"
    WRITING = "writing"


@frozen
class MessageText:
    """One exact text: what an approval is for. ``sha256`` is of the text's UTF-8 bytes, in hexadecimal.

    ``audience`` is the id of the one customer it is written to, "" for everybody. What is written to one customer
    names them: its words lie beside the journal, where they can be erased, and ``text`` is "".
    """

    lang: Lang
    channel: Channel
    text: str
    sha256: str
    audience: str = ""

    def is_version_of(self, other: MessageText) -> bool:
        """Whether the two are versions of one message: in one language, for one channel, to the same people."""
        return (self.lang, self.channel, self.audience) == (other.lang, other.channel, other.audience)


@frozen
class Opened:
    """The incident call started."""

    title: str
    severity: int
    ic: str
    liaison: str
    call_started: datetime


@frozen
class CallStartCorrected:
    """The call started at another time than was recorded: every clock counts from there."""

    call_started: datetime
    reason: str


@frozen
class SeverityChanged:
    """The severity was raised or lowered, 1 to 5."""

    severity: int
    reason: str


@frozen
class CommanderChanged:
    """Another incident commander took over."""

    ic: str


@frozen
class HandedOver:
    """Another liaison took over."""

    liaison: str


@frozen
class Decided:
    """The IC's decision about going public, with the checklist's four answers (None: not answered)."""

    choice: Choice
    by: str
    answers: tuple[bool | None, ...]
    small: bool
    reason: str


@frozen
class PhaseChanged:
    """The incident moved to another phase; ``with_post`` where a message that said so went out with it."""

    phase: Phase
    reason: str
    with_post: bool = False


@frozen
class PhaseCorrected:
    """A phase was recorded by mistake: this is what it should have been."""

    phase: Phase
    reason: str


@frozen
class RecoveryConfirmed:
    """The IC confirmed full recovery."""

    by: str


@frozen
class LongDeclared:
    """The incident was declared long: fewer, meaningful updates from here."""

    reason: str


@frozen
class FactsRecorded:
    """The facts sheet as it stands from here; ``changed`` names the fields that differ from before."""

    sheet: FactSheet
    changed: tuple[str, ...]


@frozen
class Asked:
    """The IC was shown these exact texts; the event's id is the request's. ``target`` is the phase to move to."""

    texts: tuple[MessageText, ...]
    stage: Stage
    target: Phase | None


@frozen
class Approved:
    """The IC approved a request."""

    request: str
    by: str
    how: How


@frozen
class Refused:
    """The IC sent a request back."""

    request: str
    by: str
    why: str


@frozen
class Copied:
    """A text was taken out for posting; ``override`` is the typed reason where it wasn't approved, else ""."""

    request: str | None
    text: MessageText
    override: str


@frozen
class Posted:
    """A text went out; the event's id is the post's. ``promise`` is the next update it gives, ``posted_at`` when."""

    text: MessageText
    stage: Stage
    where: str
    posted_at: datetime
    promise: datetime | None
    request: str | None
    override: str


@frozen
class PostEdited:
    """The page was mended (a typo): the post reads so from here. The original stays in the journal."""

    post: str
    text: MessageText
    promise: datetime | None
    reason: str


@frozen
class PostTimeCorrected:
    """The post went out at another time than was recorded; ``promise`` is the text's, read anew from that time."""

    post: str
    posted_at: datetime
    promise: datetime | None
    reason: str


@frozen
class PostVoided:
    """The post was recorded by mistake: it never went out."""

    post: str
    reason: str


@frozen
class Retracted:
    """An ephemeral post was taken down with the IC's approval."""

    post: str
    by: str
    reason: str


@frozen
class CustomerTold:
    """A customer with a special contract was told individually; the event's id is the telling's.

    ``customer`` is their id in the table of addressees. ``text`` None: in the teller's own words. ``promise`` is the
    next update that the text gives them, ``override`` the typed reason where the text wasn't approved, else "".
    """

    customer: str
    by: Teller
    told_at: datetime
    text: MessageText | None
    promise: datetime | None
    request: str | None
    override: str


@frozen
class TellingVoided:
    """A customer was recorded as told by mistake."""

    telling: str
    reason: str


@frozen
class PostNow:
    """An update is due at once: the IC said so, or the impact changed."""

    by: str
    reason: str


@frozen
class QuestionAsked:
    """Something the liaison isn't sure of went to the IC; the event's id is the question's."""

    text: str


@frozen
class QuestionAnswered:
    """The IC answered."""

    question: str
    answer: str
    by: str


@frozen
class Suppressed:
    """A finding was let pass for the message being written, for a typed reason."""

    rule: str
    text: str
    reason: str


@frozen
class ReportsLogged:
    """Customer reports came in; their words are in the reports table."""

    reports: tuple[str, ...]
    count: int


@frozen
class ReportCorrected:
    """A report was put right; what it said before is kept beside it."""

    report: str
    fields: tuple[str, ...]


@frozen
class SymptomNamed:
    """A person said that these reports are of one symptom; its name stands beside them, as customers' words do."""

    reports: tuple[str, ...]
    count: int


@frozen
class Relayed:
    """The IC was told of these reports; the words are in the relays table."""

    relay: str
    reports: tuple[str, ...]
    count: int
    how: How


@frozen
class Replied:
    """These enquiries got their reply."""

    reports: tuple[str, ...]
    count: int


@frozen
class PostmortemPublished:
    """The postmortem's external message went out."""

    where: str


@frozen
class Noted:
    """The liaison's own note for the timeline."""

    text: str


What = (
    Opened
    | CallStartCorrected
    | SeverityChanged
    | CommanderChanged
    | HandedOver
    | Decided
    | PhaseChanged
    | PhaseCorrected
    | RecoveryConfirmed
    | LongDeclared
    | FactsRecorded
    | Asked
    | Approved
    | Refused
    | Copied
    | Posted
    | PostEdited
    | PostTimeCorrected
    | PostVoided
    | Retracted
    | CustomerTold
    | TellingVoided
    | PostNow
    | QuestionAsked
    | QuestionAnswered
    | Suppressed
    | ReportsLogged
    | ReportCorrected
    | SymptomNamed
    | Relayed
    | Replied
    | PostmortemPublished
    | Noted
)
"""Everything that can have happened."""


@frozen
class Event:
    """One line of the journal: what happened, recorded when (UTC, aware) and by whom. ``id`` is a UUIDv7."""

    id: str
    incident: str
    at: datetime
    actor: str
    what: What

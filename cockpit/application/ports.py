"""What the use cases need of the world, as protocols; the adapters fit them, tests bring their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from cockpit.application.report_index import SearchColumns
from cockpit.domain.approval import message_text
from cockpit.domain.counting import Heard
from cockpit.domain.events import Event, MessageText
from cockpit.domain.frozen import frozen
from cockpit.domain.reports import NewReport, Report
from cockpit.domain.wording import Wording
from cockpit.domain.words import Channel, Lang, Phase, Stage


class StoreProblem(Exception):
    """The database can't be used as asked; the message says what, where and how to mend it, in one line."""


@frozen
class Listed:
    """A line of the list of incidents; ``phase`` as of its last event."""

    id: str
    title: str
    severity: int
    phase: Phase
    opened_at: datetime
    touched_at: datetime


@frozen
class Draft:
    """A text being written; one per incident, language, channel and audience ("": everybody, else a customer's id)."""

    lang: Lang
    channel: Channel
    stage: Stage
    text: str
    saved_at: datetime
    target: Phase | None = None
    """The phase that the message moves the incident to when it is posted."""
    audience: str = ""

    @property
    def message(self) -> MessageText:
        """The text as it is journalled."""
        return message_text(self.lang, self.channel, self.text, self.audience)


@frozen
class ReportCounts:
    """How many reports there are."""

    total: int
    customers: int
    not_relayed: int
    unanswered: int
    oldest_waiting: datetime | None
    """When the oldest report that isn't relayed came in."""


@frozen
class Relay:
    """What the IC was told of the reports, when."""

    id: str
    at: datetime
    text: str
    count: int


class Records(Protocol):
    """What can be read of one database."""

    def incidents(self) -> Sequence[Listed]:
        """All incidents, the one last touched first."""

    def events(self, incident: str, known: int = 0) -> Sequence[Event]:
        """The journal of ``incident`` behind its first ``known`` entries, oldest first; empty where there is none."""

    def drafts(self, incident: str) -> Sequence[Draft]:
        """The drafts of ``incident``, the one last saved first."""

    def counts(self, incident: str) -> ReportCounts:
        """How many reports ``incident`` has."""

    def reports(
        self,
        incident: str,
        *,
        search: str = "",
        not_relayed: bool = False,
        unanswered: bool = False,
        ids: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Report]:
        """Reports of ``incident``, newest first; ``search`` finds every word as a substring, in any script."""

    def customers(self, incident: str) -> Sequence[str]:
        """The names that reports were logged under, the most frequent first."""

    def components(self, incident: str) -> Sequence[str]:
        """The components that reports name, the most frequent first."""

    def regions(self, incident: str) -> Sequence[str]:
        """The regions that reports name, the most frequent first."""

    def search_columns(self, incident: str) -> SearchColumns:
        """What is searched of the reports of ``incident``."""

    def heard(self, incident: str) -> Sequence[Heard]:
        """What is counted of the reports of ``incident``, newest first."""

    def unfinished(self, incident: str | None) -> Mapping[str, Mapping[str, str]]:
        """What is typed into forms and not recorded: by form, then by field; None: for an incident that is none yet."""

    def relays(self, incident: str) -> Sequence[Relay]:
        """What the IC was told of the reports, the last time first; "" where customers' words were erased since."""

    def addressees(self, incident: str) -> Mapping[str, str]:
        """The customers who are written to individually: their names by the ids that the journal calls them."""

    def notices(self, incident: str) -> Mapping[str, str]:
        """What was written to single customers, as the IC saw it or as it went out: the words by their SHA-256."""


class Transaction(Records, Protocol):
    """Reads and writes that take effect together or not at all; no other process writes in between."""

    def append(self, *events: Event) -> None:
        """Add to the journal."""

    def add_reports(self, incident: str, reports: Iterable[tuple[str, NewReport, datetime]]) -> list[str]:
        """Log (id, report, received at) rows; returns the ids of those that are new (source and external id)."""

    def correct_report(self, report: str, changes: Mapping[str, object], at: datetime) -> None:
        """Put a report right, keeping what it said."""

    def mark_relayed(self, reports: Sequence[str], at: datetime, relay: str) -> None:
        """Note that these reports were relayed."""

    def mark_replied(self, reports: Sequence[str], at: datetime) -> None:
        """Note that these enquiries got their reply."""

    def add_relay(self, incident: str, relay: Relay) -> None:
        """Keep the words of a relay."""

    def addressee(self, incident: str, customer: str, at: datetime) -> str:
        """The id that the journal calls ``customer``, who is written to individually; a new one at first."""

    def add_notice(self, message: MessageText, text: str, at: datetime) -> None:
        """Keep the words of a message to one customer."""

    def purge(self, before: datetime) -> int:
        """Delete the reports of closed incidents that came in before then; returns how many."""

    def forget(self, customer: str) -> int:
        """Blank the reports of one customer, in every incident; returns how many."""

    def save_draft(self, incident: str, draft: Draft) -> None:
        """Keep a draft in place of the one of its language, channel and audience."""

    def keep_unfinished(self, incident: str | None, form: str, said: Mapping[str, str], at: datetime) -> None:
        """Keep what is typed into a form in place of what was; where that is nothing, nothing is left."""


class Store(Records, Protocol):
    """One database file."""

    def scrub(self) -> None:
        """Leave no copy of what was erased in the file."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """A write transaction, begun at once; raises StoreProblem when it can't be had."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The present, aware UTC."""


class Way(StrEnum):
    """How a text reached the clipboard."""

    DESKTOP = "desktop"
    TMUX = "tmux"
    TERMINAL = "terminal"
    FILE = "file"


@frozen
class Copied:
    """What is known of a copy: ``confirmed`` only where pasting back gave the same text."""

    way: Way
    confirmed: bool
    path: Path | None = None
    detail: str = ""


class Clipboard(Protocol):
    """Where approved texts are taken out to."""

    def copy(self, text: str) -> Copied:
        """Put ``text`` where the liaison can paste it from; never fails: a file is the last way."""


@frozen
class TemplateInfo:
    """A prepared message."""

    name: str
    lang: Lang
    stage: Stage
    title: str
    when: str
    required: tuple[str, ...]
    source_path: Path
    builtin: bool


class TemplateFailure(Exception):
    """A template can't be used; ``why`` names the file and the line and says how to mend it."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


class FilledTemplate(Protocol):
    """A message made from a template."""

    @property
    def text(self) -> str:
        """The message."""

    @property
    def problem(self) -> TemplateFailure | None:
        """Why a built-in template stood in for the user's own; None where it didn't."""


class TemplateSource(Protocol):
    """The messages prepared before an incident."""

    def names(self) -> tuple[TemplateInfo, ...]:
        """All templates, a user's own in place of the built-in of the same name."""

    def render(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> str:
        """A template filled with ``facts`` for a channel ("voice" or "chat" for one to the team).

        What is missing shows as a placeholder. Raises TemplateFailure.
        """

    def filled(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> FilledTemplate:
        """The same, and why not the user's own template where a built-in stood in."""

"""What tests of every layer stand on: a clock that is set, a clipboard and templates in memory, a journal to write."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from cockpit.application.ports import Copied, TemplateInfo, Way
from cockpit.domain import events as e
from cockpit.domain.approval import message_text
from cockpit.domain.fold import fold
from cockpit.domain.incident import Incident
from cockpit.domain.words import Channel, Lang, Phase, Stage

START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
"""When the incident call of most tests starts."""


def minute(minutes: float) -> datetime:
    """So many minutes after the start of the call."""
    return START + timedelta(minutes=minutes)


@dataclass
class FixedClock:
    """A clock that stands until it is set."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def advance(self, minutes: float = 0, seconds: float = 0) -> datetime:
        self.at += timedelta(minutes=minutes, seconds=seconds)
        return self.at

    def set(self, minutes: float) -> datetime:
        """To so many minutes after the start of the call."""
        self.at = minute(minutes)
        return self.at


def hears_interrupts() -> None:
    """For a child process: Ctrl-C reaches it, also where the tests themselves run in a background that ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class MemoryClipboard:
    """A clipboard that keeps all that was copied."""

    copied: list[str] = field(default_factory=list)

    def copy(self, text: str) -> Copied:
        self.copied.append(text)
        return Copied(Way.DESKTOP, confirmed=True)


class PlainTemplates:
    """A template source that shows the facts it was given."""

    def names(self) -> tuple[TemplateInfo, ...]:
        info = (
            TemplateInfo(stage.value, lang, stage, stage.value, "", (), Path(f"{stage}.md"), builtin=True)
            for lang in Lang
            for stage in Stage
        )
        return tuple(info)

    def render(self, name: str, lang: Lang, channel: Channel, facts: Mapping[str, object]) -> str:
        shown = "; ".join(f"{key}={value}" for key, value in sorted(facts.items()))
        return f"{name}/{lang}/{channel}: {shown}"


class Journal:
    """The journal of an incident whose call started at `START`; each entry is recorded at the minute that is named."""

    def __init__(self, severity: int = 2) -> None:
        self.events: list[e.Event] = []
        self._ids = count(1)
        self.add(0, e.Opened("Notifications delayed", severity, "Robin", "Sam", START))

    def add(self, minutes: float, what: e.What) -> str:
        """Record ``what``; returns the event's id."""
        event = e.Event(f"event-{next(self._ids)}", "incident-1", minute(minutes), "Sam", what)
        self.events.append(event)
        return event.id

    @property
    def state(self) -> Incident:
        return fold(self.events)

    def decide(self, minutes: float, choice: e.Choice) -> None:
        """The IC's decision, and the phase that follows from it."""
        self.add(minutes, e.Decided(choice, "Robin", (True, None, False, None), choice is e.Choice.LIMITED, ""))
        follows = {e.Choice.POST: Phase.INVESTIGATING, e.Choice.LIMITED: Phase.IDENTIFIED}
        if choice in follows:
            self.phase(minutes, follows[choice])

    def phase(self, minutes: float, phase: Phase, with_post: bool = False) -> None:
        self.add(minutes, e.PhaseChanged(phase, "because", with_post))

    def ask(
        self,
        minutes: float,
        *texts: str,
        stage: Stage = Stage.UPDATE,
        target: Phase | None = None,
        lang: Lang = Lang.EN,
        channel: Channel = Channel.STATUS,
    ) -> str:
        shown = tuple(message_text(lang, channel, text) for text in texts)
        return self.add(minutes, e.Asked(shown, stage, target))

    def approve(self, minutes: float, request: str) -> None:
        self.add(minutes, e.Approved(request, "Robin", e.How.VOICE))

    def post(
        self,
        minutes: float,
        stage: Stage = Stage.UPDATE,
        *,
        promise: float | None = None,
        recorded: float | None = None,
        request: str | None = None,
        text: str = "",
        lang: Lang = Lang.EN,
        channel: Channel = Channel.STATUS,
        override: str = "",
    ) -> str:
        """A post that went out at ``minutes`` and promised the next for minute ``promise``; returns its id."""
        said = message_text(lang, channel, text or f"{stage} at {minutes}")
        told = None if promise is None else minute(promise)
        what = e.Posted(said, stage, "status page", minute(minutes), told, request, override)
        return self.add(minutes if recorded is None else recorded, what)


def public(first: float = 4, scoping: float | None = 9, phase: Phase | None = None) -> Journal:
    """An incident that went public: the initial post, and the scoping post unless it is still to come."""
    journal = Journal()
    journal.decide(2, e.Choice.POST)
    journal.post(first, Stage.INITIAL)
    if scoping is not None:
        journal.post(scoping, Stage.SCOPING)
        journal.phase(scoping, Phase.IDENTIFIED, with_post=True)
    if phase is Phase.MONITORING:
        journal.post(20, Stage.MONITORING)
        journal.phase(20, Phase.MONITORING, with_post=True)
    return journal

"""A liaison who plays a drill by the book, headless: fills templates from the facts, asks, copies, posts, closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import cadence
from cockpit.domain.approval import PathState
from cockpit.domain.events import Choice, How
from cockpit.domain.facts import FactSheet
from cockpit.domain.incident import Incident
from cockpit.domain.words import Channel, Phase, Stage
from cockpit.drill.scenario import Scenario
from cockpit.drill.verdict import answer
from cockpit.lint.model import Finding

Sheet = Callable[[FactSheet], FactSheet]
BEFORE_DUE = timedelta(seconds=150)
"""How long before it is due an update is begun: the IC needs a minute to read it."""


@dataclass(frozen=True)
class Script:
    """How a scenario's call is understood: what is entered into the facts sheet from when on, and what is written."""

    facts: tuple[tuple[int, Sheet], ...]
    changes: tuple[tuple[int, str], ...]
    """What customers are told that changed, from when on."""
    wish: str
    """The sentence that fulfils the IC's wish."""
    explanation: str
    prevention: str


@dataclass
class Player:
    """Plays one incident to its close; ``flagged`` are the findings on texts as they came out of a template."""

    services: Services
    incident: str
    scenario: Scenario
    script: Script
    flagged: list[Finding] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    sent_back: list[str] = field(default_factory=list)
    _draft: Draft | None = None
    _told: int = 0
    """How many of the script's changes customers know of."""
    _fulfilled: bool = False

    def step(self) -> None:
        """Do what is next, one thing a call."""
        state = self.services.desk.load(self.incident)
        now = self.services.desk.now()
        elapsed = (now - state.call_started).total_seconds()
        self._relay(now)
        self._note_facts(state, elapsed)
        if self._draft is not None:
            self._follow(state, self._draft)
        elif state.phase is Phase.TRIAGE:
            if elapsed >= 60:
                self.services.incidents.decide_public(self.incident, Choice.POST, state.ic, (None, True, True, True))
        elif state.phase is Phase.RESOLVED and state.resolution_told:
            self._finish(state, elapsed)
        else:
            self._write_next(self.services.desk.load(self.incident), elapsed, now)

    def _relay(self, now: datetime) -> None:
        waiting = self.services.reports.not_relayed(self.incident)
        if waiting and now - min(r.received_at for r in waiting) > timedelta(seconds=90):
            self.services.reports.relay(self.incident, waiting, f"{len(waiting)} reports", How.VOICE)

    def _note_facts(self, state: Incident, elapsed: float) -> None:
        sheet = replace(state.facts, began_at=state.call_started - timedelta(minutes=5))
        for at_s, note in self.script.facts:
            if elapsed >= at_s:
                sheet = note(sheet)
        if self._draft is None:  # a change while the IC reads would void what was asked
            self.services.incidents.record_facts(self.incident, sheet)

    def _write_next(self, state: Incident, elapsed: float, now: datetime) -> None:
        due = cadence.due(state, self.services.desk.policy)
        assert due is not None
        soon = now + BEFORE_DUE >= due.at
        if not state.public_posts:
            self._write("initial", Stage.INITIAL, None, state)
        elif all(post.stage is Stage.INITIAL for post in state.public_posts):
            if state.facts.impact:
                self._write("scoping", Stage.SCOPING, Phase.IDENTIFIED, state)
        elif state.phase is Phase.RESOLVED or state.recovery_confirmed_by:
            self._write("resolved", Stage.RESOLUTION, Phase.RESOLVED, state)
        elif self.scenario.fix_shows(elapsed) and state.phase is Phase.IDENTIFIED:
            self._write("monitoring", Stage.MONITORING, Phase.MONITORING, state, self._news(elapsed))
        elif not self.scenario.fix_shows(elapsed) and state.phase is Phase.MONITORING:
            self.services.incidents.change_phase(self.incident, Phase.IDENTIFIED, "the fix did not last")
        elif news := self._news(elapsed):
            self._write("update-impact-changed", Stage.UPDATE, None, state, news)
        elif soon:
            self._write("update-no-change", Stage.UPDATE, None, state)

    def _news(self, elapsed: float) -> str:
        known = [text for at_s, text in self.script.changes if elapsed >= at_s]
        return known[-1] if len(known) > self._told else ""

    def _write(self, template: str, stage: Stage, target: Phase | None, state: Incident, news: str = "") -> None:
        if news:
            elapsed = self.services.desk.now() - state.call_started
            self._told = sum(elapsed >= timedelta(seconds=at) for at, _ in self.script.changes)
        self._ask(self._filled(template, stage, target, state, changed=news))

    def _filled(self, template: str, stage: Stage, target: Phase | None, state: Incident, **more: object) -> Draft:
        """The text for the status page; those for the other channels are read too."""
        now, lang = self.services.desk.now(), self.scenario.lang
        drafts = {}
        for channel in self.services.channels:
            text = self.services.filler.fill(template, state, lang, channel, now, **more)
            drafts[channel] = Draft(lang, channel, stage, text, now, target)
            self.flagged += self.services.proofreader.read(state, drafts[channel], now).findings
        return drafts[Channel.STATUS]

    def _ask(self, draft: Draft) -> None:
        self._draft = draft
        messages = self.services.messages
        messages.save_draft(self.incident, draft)
        messages.ask(self.incident, [draft])

    def _follow(self, state: Incident, draft: Draft) -> None:
        path = self.services.messages.path(state, draft)
        if path.state is PathState.APPROVED:
            self.services.messages.copy(self.incident, draft)
            self.services.messages.mark_posted(self.incident, draft, "status page")
            self.stages.append(draft.stage)
            self._draft = None
        elif path.state is PathState.ASKED and path.request is not None:
            self._record_answer(state, path.request.id)
        elif path.state is PathState.VOID:
            self._ask(draft)
        elif path.state is PathState.DRAFT:
            assert path.request is not None
            assert path.request.verdict is not None
            self.sent_back.append(path.request.verdict.why)
            self._ask(replace(draft, text=f"{draft.text.rstrip()}\n\n{self.script.wish}"))

    def _record_answer(self, state: Incident, request: str) -> None:
        """What the IC said on the call, once it is said."""
        said = answer(self.services.desk.store.events(self.incident), request, state.ic)
        if said is not None and said.approved:
            self.services.messages.approve(self.incident, request, state.ic, How.VOICE)
        elif said is not None:
            self.services.messages.refuse(self.incident, request, state.ic, said.why)

    def _finish(self, state: Incident, elapsed: float) -> None:
        reports, incidents = self.services.reports, self.services.incidents
        unanswered = reports.unanswered(self.incident)
        if elapsed < self.scenario.length_s:
            return
        if unanswered:
            reports.mark_replied(self.incident, [report.id for report in unanswered])
        elif state.postmortem_at is None:
            self._postmortem(state)
        else:
            incidents.change_phase(self.incident, Phase.CLOSED, "all done")

    def _postmortem(self, state: Incident) -> None:
        told = {"explanation": self.script.explanation, "prevention": self.script.prevention}
        self._ask(self._filled("postmortem", Stage.POSTMORTEM, None, state, **told))

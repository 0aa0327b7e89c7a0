"""The incident commander of a drill: reads what is asked, answers questions, confirms the recovery, and presses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from cockpit.domain import approval, cadence
from cockpit.domain import events as e
from cockpit.domain.cadence import Basis
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Question, Request
from cockpit.domain.reports import waiting_too_long
from cockpit.domain.words import Phase
from cockpit.drill.cast import Cast, attempt
from cockpit.drill.objections import objection
from cockpit.drill.scenario import Scenario
from cockpit.drill.verdict import Spoken, answer, spoken
from cockpit.i18n import _

READS_PER_S = 12
"""Characters that the IC reads in a second, with everything else going on."""
READS_AT_LEAST_S, READS_AT_MOST_S = 20, 60
ANSWERS_AFTER_S = 30
CONFIRMS_AFTER_S = 30
"""After a regression was taken back: the IC confirms anew."""
PATIENCE_S = 60
"""How long something may be overdue before the IC asks about it."""
QUIET_S = 240
"""The IC asks about something overdue once in this time."""


@frozen
class Commander:
    """The IC of ``incident`` in ``scenario``; sees what the journal says, and nothing else."""

    cast: Cast
    scenario: Scenario
    incident: str

    def act(self, state: Incident, events: Sequence[e.Event], now: datetime) -> None:
        """Do all that it is time for at ``now``; raises StoreProblem."""
        name = state.ic or self.scenario.ic
        for request in state.requests:
            if request.verdict is None and not approval.outdated(state, request) and _read(request, now):
                self._judge(state, request, events, name, now)
        for question in state.open_questions:
            if _passed(question.at, ANSWERS_AFTER_S, now):
                self._answer(question, state, name, now)
        self._confirm(state, name, now)
        self._press(state, events, name, now)

    def _judge(self, state: Incident, request: Request, events: Sequence[e.Event], name: str, now: datetime) -> None:
        """Say it on the call, once: recording it is the liaison's."""
        if answer(events, request.id, name) is not None:
            return
        services = self.cast.services
        notices = services.desk.store.notices(self.incident)
        why = objection(request, state, self.scenario, services.proofreader, now, _said(events, name), notices)
        words = Spoken(why is None, why or "").words
        attempt(lambda: self.cast.commander(name).note(self.incident, words))

    def _answer(self, question: Question, state: Incident, name: str, now: datetime) -> None:
        asked, elapsed = question.text.casefold(), _elapsed(state, now)
        known = [a for a in self.scenario.answers if a.at_s <= elapsed and any(word in asked for word in a.words)]
        unknown = _("Nobody on the call knows yet. Until then say only what we know.")
        text = max(known, key=lambda a: a.at_s).text if known else unknown
        attempt(lambda: self.cast.commander(name).answer_question(self.incident, question.id, text, name))

    def _confirm(self, state: Incident, name: str, now: datetime) -> None:
        over = state.phase in (Phase.RESOLVED, Phase.CLOSED)
        recovered = _elapsed(state, now) >= self.scenario.recovered_s
        settled = _passed(state.phase_since, CONFIRMS_AFTER_S, now)
        if recovered and settled and not over and state.recovery_confirmed_by is None:
            attempt(lambda: self.cast.commander(name).confirm_recovery(self.incident, name))

    def _press(self, state: Incident, events: Sequence[e.Event], name: str, now: datetime) -> None:
        """Ask about what is overdue, or about customers nobody has told of; not all the time."""
        spoke = [
            event.at
            for event in events
            if event.actor == name and isinstance(event.what, e.Noted) and spoken(event.what.text) is None
        ]
        if spoke and not _passed(spoke[-1], QUIET_S, now):
            return
        text = self._overdue(state, now) or self._unheard(now)
        if text:
            attempt(lambda: self.cast.commander(name).note(self.incident, text))

    def _overdue(self, state: Incident, now: datetime) -> str:
        policy = self.cast.services.desk.policy
        due = cadence.due(state, policy)
        if due is None:
            return ""
        patience = policy.scoping_s if due.basis is Basis.AT_ONCE else PATIENCE_S
        if not _passed(due.at, patience, now):
            return ""
        return _("What holds it up? This is overdue: %(what)s.", what=due.what)

    def _unheard(self, now: datetime) -> str:
        services = self.cast.services
        waiting = services.desk.store.counts(self.incident)
        if not waiting_too_long(waiting.oldest_waiting, now, services.desk.policy.relay_s + PATIENCE_S):
            return ""
        return _("What do customers say? I have not heard of %(count)d reports.", count=waiting.not_relayed)


def reading_s(request: Request) -> float:
    """How long the IC reads before answering, in simulated seconds."""
    characters = sum(len(text.text) for text in request.texts)
    return min(READS_AT_MOST_S, READS_AT_LEAST_S + characters / READS_PER_S)


def _read(request: Request, now: datetime) -> bool:
    return _passed(request.at, reading_s(request), now)


def _said(events: Sequence[e.Event], name: str) -> list[str]:
    """What ``name`` has said on the call so far."""
    return [event.what.text for event in events if event.actor == name and isinstance(event.what, e.Noted)]


def _passed(since: datetime, seconds: float, now: datetime) -> bool:
    return now - since >= timedelta(seconds=seconds)


def _elapsed(state: Incident, now: datetime) -> float:
    return (now - state.call_started).total_seconds()

"""Plays a scenario on a database: does all that is due, and nothing twice, whenever it is asked to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile
from threading import Event

from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.incident import Incident
from cockpit.domain.picks import everywhere
from cockpit.domain.reports import NewReport
from cockpit.domain.words import Phase
from cockpit.drill.cast import Cast, attempt
from cockpit.drill.commander import Commander
from cockpit.drill.scenario import Beat, Demanded, Enquiry, Said, Scenario, Severity, Told
from cockpit.i18n import _

SOURCE = "drill"
"""The source of a drill's reports: with the incident and their place in the scenario it names each one once."""


def staged(services: Services, scenario: Scenario) -> Services:
    """The use cases in the organisation that ``scenario`` plays in."""
    return replace(
        services,
        langs=(scenario.lang,),
        components=tuple(map(everywhere, scenario.components)),
        regions=tuple(map(everywhere, scenario.regions)),
        premium=scenario.premium,
    )


def start(services: Services, scenario: Scenario) -> str:
    """Open the incident of ``scenario``, whose call begins now; returns its id. Raises StoreProblem."""
    return services.incidents.open(scenario.title, scenario.severity, scenario.ic)


class Engine:
    """The others in ``scenario``, playing on ``incident``; the time is that of the desk's clock.

    What has happened is read from the journal: an engine that was killed is taken up by a new one.
    """

    def __init__(self, services: Services, incident: str, scenario: Scenario) -> None:
        self._desk = services.desk
        self._cast = Cast(services)
        self._commander = Commander(self._cast, scenario, incident)
        self._incident = incident
        self._scenario = scenario
        self._coming: tuple[Beat, ...] = tuple(sorted(scenario.beats, key=lambda beat: beat.at_s))

    def step(self) -> None:
        """Do all that is due; whatever the liaison has done, it goes on. Raises StoreProblem (ask again then)."""
        events, state = self._desk.journal(self._incident)
        if not state.is_open:
            self._take_leave(events)
            return
        now = self._desk.now()
        elapsed = (now - state.call_started).total_seconds()
        due = tuple(takewhile(lambda beat: beat.at_s <= elapsed, self._coming))
        self._play(due, events, state)
        self._coming = self._coming[len(due) :]
        self._commander.act(state, events, now)

    def _play(self, due: Iterable[Beat], events: Sequence[e.Event], state: Incident) -> None:
        happened = {text for event in events if (text := _words(event.what))}
        reports = []
        for beat in due:
            if isinstance(beat, Enquiry):
                reports.append(self._report(beat, state))
            elif beat.text not in happened and _fits(beat, state):
                self._act(beat, state)
        if reports:
            attempt(lambda: self._cast.support.log(self._incident, reports))

    def _act(self, beat: Told | Said | Demanded | Severity, state: Incident) -> None:
        name = state.ic or self._scenario.ic
        commander, incident = self._cast.commander(name), self._incident
        match beat:
            case Demanded(text=text):
                attempt(lambda: commander.post_now(incident, text, name))
            case Severity(severity=severity, text=text):
                attempt(lambda: commander.change_severity(incident, severity, text))
            case Said(text=text):
                attempt(lambda: commander.note(incident, text))
            case Told(text=text):
                attempt(lambda: self._cast.call.note(incident, text))

    def _report(self, beat: Enquiry, state: Incident) -> NewReport:
        began = state.call_started
        return NewReport(
            text=beat.text,
            customer=beat.customer,
            via=beat.via,
            component=beat.component,
            region=beat.region,
            since=None if beat.since_s is None else began + timedelta(seconds=beat.since_s),
            contact=beat.contact,
            premium=beat.premium,
            source=SOURCE,
            external_id=f"{self._incident}-{self._scenario.beats.index(beat)}",
            received_at=began + timedelta(seconds=beat.at_s),
        )

    def _take_leave(self, events: Sequence[e.Event]) -> None:
        """The drill ends with the incident, however early that was."""
        for event in reversed(events):
            if isinstance(event.what, e.Noted):
                return  # said already
            if isinstance(event.what, e.PhaseChanged) and event.what.phase is Phase.CLOSED:
                break
        text = _("The incident is closed, and the drill is over: leave the screen to see how it went.")
        attempt(lambda: self._cast.drill.note(self._incident, text))


def _fits(beat: Beat, state: Incident) -> bool:
    return not isinstance(beat, Said) or beat.only_in in (None, state.phase)


def _words(what: e.What) -> str:
    """What a beat of this kind said, which tells that it has happened."""
    match what:
        case e.Noted(text=text):
            return text
        case e.PostNow(reason=reason) | e.SeverityChanged(reason=reason):
            return reason
    return ""


def run(engine: Engine, stop: Event, every_s: float) -> None:
    """Step every ``every_s`` real seconds until ``stop`` is set.

    What couldn't be written is tried again with the next step; raises the StoreProblem that was there to the end.
    """
    problem: StoreProblem | None = None
    while not stop.wait(every_s):
        try:
            engine.step()
            problem = None
        except StoreProblem as why:
            problem = why
    if problem is not None:
        raise problem

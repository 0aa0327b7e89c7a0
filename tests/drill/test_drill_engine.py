"""The drill's engine: what happens, when; nothing twice, whoever was killed; nothing the liaison does stops it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import FixedClock

from cockpit.application.desk import Refusal
from cockpit.application.ports import Draft, Store, StoreProblem, Transaction
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.codec import kind_of
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.drill.catalogue import SCENARIOS
from cockpit.drill.engine import Engine, run, start
from cockpit.drill.scenario import Demanded, Enquiry, Said, Scenario, Severity, Told

NOTIFICATIONS, CHECKOUT = SCENARIOS["notifications"], SCENARIOS["checkout-ja"]


def texts(services: Services, incident: str, kind: type) -> list[str]:
    events = services.desk.store.events(incident)
    return [getattr(v.what, "text", getattr(v.what, "reason", "")) for v in events if isinstance(v.what, kind)]


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_everything_happens_in_its_time(services: Services, clock: FixedClock, scenario: Scenario) -> None:
    incident = start(services, scenario)
    engine = Engine(services, incident, scenario)
    began = clock.at
    while clock.at - began < timedelta(seconds=scenario.length_s):
        engine.step()
        elapsed = (clock.at - began).total_seconds()
        noted = texts(services, incident, e.Noted)
        for beat in scenario.beats:
            if isinstance(beat, Told):
                assert (beat.text in noted) == (beat.at_s <= elapsed)
        logged = services.desk.store.counts(incident).total
        assert logged == sum(isinstance(b, Enquiry) and b.at_s <= elapsed for b in scenario.beats)
        clock.advance(seconds=30)
    demands = [beat.text for beat in scenario.beats if isinstance(beat, Demanded)]
    assert texts(services, incident, e.PostNow) == demands
    changes = [beat.text for beat in scenario.beats if isinstance(beat, Severity)]
    assert texts(services, incident, e.SeverityChanged) == changes


def test_customers_reports_say_when_they_came_in_and_are_harmless(services: Services, clock: FixedClock) -> None:
    incident = start(services, CHECKOUT)
    began = clock.at
    clock.advance(minutes=40)
    Engine(services, incident, CHECKOUT).step()
    reports = services.desk.store.reports(incident)
    enquiries = sorted((b for b in CHECKOUT.beats if isinstance(b, Enquiry)), key=lambda b: -b.at_s)
    assert [r.received_at for r in reports] == [began + timedelta(seconds=b.at_s) for b in enquiries]
    assert [r.premium for r in reports] == [b.premium for b in enquiries]
    assert not any("\x1b" in r.text or "\u202e" in r.text for r in reports)
    assert any("{{ secret }}" in r.text for r in reports)


def test_who_does_what(services: Services, clock: FixedClock) -> None:
    incident = start(services, CHECKOUT)
    clock.advance(minutes=40)
    Engine(services, incident, CHECKOUT).step()
    actors = {kind_of(v.what): v.actor for v in services.desk.store.events(incident)}
    assert actors["opened"] == "Sam"
    assert actors["reports_logged"] == "customer support"
    assert {actors["post_now"], actors["severity_changed"]} == {"森"}
    told = next(v for v in services.desk.store.events(incident) if isinstance(v.what, e.Noted))
    assert told.actor == "the call"


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_an_engine_taken_up_again_does_nothing_twice(services: Services, clock: FixedClock, scenario: Scenario) -> None:
    began = clock.at
    whole, broken = start(services, scenario), start(services, scenario)
    engine = Engine(services, whole, scenario)
    while clock.at - began < timedelta(seconds=scenario.length_s):
        engine.step()
        Engine(services, broken, scenario).step()
        clock.advance(seconds=20)

    def journal(incident: str) -> list[tuple[str, str]]:
        events = services.desk.store.events(incident)
        return [(v.actor, getattr(v.what, "text", kind_of(v.what))) for v in events]

    assert journal(broken) == journal(whole)
    assert services.desk.store.counts(broken) == services.desk.store.counts(whole)


class FailingStore:
    """The store, whose writes fail while ``failing``: at every second transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.failing = True
        self._writes = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        self._writes += 1
        if self.failing and self._writes % 2 == 0:
            raise StoreProblem("the disk is full")
        with self._store.transaction() as transaction:
            yield transaction


def test_what_could_not_be_written_is_done_later_and_once(services: Services, clock: FixedClock) -> None:
    store = FailingStore(services.desk.store)
    desk = replace(services.desk, store=store)  # type: ignore[arg-type] # it has all that a store has
    incident = start(services, NOTIFICATIONS)
    engine = Engine(replace(services, desk=desk), incident, NOTIFICATIONS)
    clock.advance(minutes=30)
    problems = 0
    for _ in range(60):
        try:
            engine.step()
        except StoreProblem:
            problems += 1
    assert problems > 5
    noted = Counter(texts(services, incident, e.Noted))
    due = [b.text for b in NOTIFICATIONS.beats if isinstance(b, Told) and b.at_s <= 30 * 60]
    assert all(noted[text] == 1 for text in due)
    assert services.desk.store.counts(incident).total == sum(
        isinstance(b, Enquiry) and b.at_s <= 30 * 60 for b in NOTIFICATIONS.beats
    )


def test_the_drill_ends_with_the_incident(services: Services, clock: FixedClock) -> None:
    incident = start(services, NOTIFICATIONS)
    engine = Engine(services, incident, NOTIFICATIONS)
    clock.advance(seconds=30)
    engine.step()
    services.incidents.change_phase(incident, Phase.CLOSED, "a false alarm, I believed")
    before = len(services.desk.store.events(incident))
    for _ in range(5):
        clock.advance(minutes=5)
        engine.step()
        Engine(services, incident, NOTIFICATIONS).step()
    (leave,) = services.desk.store.events(incident)[before:]
    assert leave.actor == "the drill"
    assert isinstance(leave.what, e.Noted)
    assert "the drill is over" in leave.what.text


class Stopping(Engine):
    """Asks to be stopped at its third step; ``failing`` steps raise."""

    def __init__(self, services: Services, stop: threading.Event, failing: tuple[int, ...] = ()) -> None:
        super().__init__(services, start(services, NOTIFICATIONS), NOTIFICATIONS)
        self.steps = 0
        self._stop = stop
        self._failing = failing

    def step(self) -> None:
        self.steps += 1
        if self.steps == 3:
            self._stop.set()
        if self.steps in self._failing:
            raise StoreProblem("the disk is full")
        super().step()


@pytest.mark.parametrize("failing", [(), (1, 2)])
def test_run_steps_until_it_is_stopped(services: Services, failing: tuple[int, ...]) -> None:
    stop = threading.Event()
    engine = Stopping(services, stop, failing)
    run(engine, stop, 0)
    assert engine.steps == 3


def test_run_says_in_the_end_that_it_could_not_write(services: Services) -> None:
    stop = threading.Event()
    with pytest.raises(StoreProblem, match="full"):
        run(Stopping(services, stop, (3,)), stop, 0)


# Whatever the liaison does

Act = Callable[[Services, str], object]
SAID = "Push notifications are delayed in the EU. The next update will come by 23:59 UTC."


def _draft(stage: Stage, text: str, target: Phase | None = None) -> Draft:
    from support import START

    return Draft(Lang.EN, Channel.STATUS, stage, text, START, target)


def _last_request(services: Services, incident: str) -> str:
    requests = services.desk.load(incident).requests
    return requests[-1].id if requests else ""


def _last_post(services: Services, incident: str) -> str:
    posts = services.desk.load(incident).posts
    return posts[-1].id if posts else ""


def _relay(services: Services, incident: str) -> None:
    services.reports.relay(incident, services.reports.not_relayed(incident), "all of it", e.How.VOICE)


def _reply(services: Services, incident: str) -> None:
    services.reports.mark_replied(incident, [r.id for r in services.reports.unanswered(incident)])


ACTS: list[Act] = [
    *(lambda s, i, c=c: s.incidents.decide_public(i, c, "Robin") for c in e.Choice),
    *(lambda s, i, p=p: s.incidents.change_phase(i, p, "so") for p in Phase),
    *(lambda s, i, p=p: s.incidents.correct_phase(i, p, "so") for p in Phase),
    *(lambda s, i, g=g: s.messages.ask(i, [_draft(g, SAID)]) for g in Stage),
    *(lambda s, i, g=g: s.messages.copy(i, _draft(g, SAID), "no time") for g in Stage),
    *(lambda s, i, g=g: s.messages.mark_posted(i, _draft(g, SAID), "page", None, "no time") for g in Stage),
    lambda s, i: s.messages.ask(i, [_draft(Stage.RESOLUTION, SAID, Phase.RESOLVED)]),
    lambda s, i: s.messages.approve(i, _last_request(s, i), "", e.How.VOICE),
    lambda s, i: s.messages.refuse(i, _last_request(s, i), "", "no"),
    lambda s, i: s.messages.retract(i, _last_post(s, i), "", "a false alarm"),
    lambda s, i: s.messages.void_post(i, _last_post(s, i), "never went out"),
    lambda s, i: s.messages.edit_post(i, _last_post(s, i), SAID + " Sorry.", "a typo"),
    lambda s, i: s.messages.let_pass(i, "eta", "soon", "so"),
    lambda s, i: s.incidents.confirm_recovery(i),
    lambda s, i: s.incidents.declare_long(i),
    lambda s, i: s.incidents.change_severity(i, 1),
    lambda s, i: s.incidents.change_commander(i, "Kim"),
    lambda s, i: s.incidents.hand_over(i, "Ash"),
    lambda s, i: s.incidents.record_facts(i, FactSheet(impact=LocalText("slow", "遅い"))),
    lambda s, i: s.incidents.post_now(i, "so"),
    lambda s, i: s.incidents.ask_question(i, "Where? " * 50),
    lambda s, i: s.incidents.note(i, NOTIFICATIONS.beats[0].text),
    lambda s, i: s.incidents.publish_postmortem(i, "page"),
    lambda s, i: _relay(s, i),
    lambda s, i: _reply(s, i),
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(ACTS) - 1), st.integers(1, 400)), min_size=5, max_size=30))
def test_nothing_that_the_liaison_does_stops_it(
    services: Services, clock: FixedClock, acts: list[tuple[int, int]]
) -> None:
    incident = start(services, NOTIFICATIONS)
    engine = Engine(services, incident, NOTIFICATIONS)
    for act, seconds in acts:
        with suppress(Refusal):
            ACTS[act](services, incident)
        engine.step()
        clock.advance(seconds=seconds)
        engine.step()
    noted = Counter(
        v.what.text for v in services.desk.store.events(incident) if isinstance(v.what, e.Noted) and v.actor != "Sam"
    )
    script = {beat.text for beat in NOTIFICATIONS.beats if isinstance(beat, Told | Said)}
    assert all(count == 1 for text, count in noted.items() if text in script)

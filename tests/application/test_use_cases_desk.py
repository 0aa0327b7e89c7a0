"""The desk: load, decide, record; all of it or nothing. What is loaded in one go, and templates filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from support import START, FixedClock, PlainTemplates, minute

from cockpit.application.desk import Desk, Refusal, required
from cockpit.application.filling import Company, Filler
from cockpit.application.ports import Draft, StoreProblem, Transaction
from cockpit.application.services import Services
from cockpit.application.snapshot import current_path, open_incidents, take
from cockpit.domain import events as e
from cockpit.domain.approval import PathState
from cockpit.domain.cadence import DueKind
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Lang, Phase, Stage


def test_an_incident_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(Refusal, match="there is no incident nobody"):
        desk.load("nobody")
    with pytest.raises(Refusal, match="there is no incident nobody"):
        desk.record("nobody", lambda state, tx, now: [e.Noted("lost")])


def test_what_is_recorded_says_when_and_who(desk: Desk, incident: str, clock: FixedClock) -> None:
    clock.set(7)
    (event,) = desk.record(incident, lambda state, tx, now: [e.Noted("a note")])
    assert (event.at, event.actor, event.what) == (minute(7), "Sam", e.Noted("a note"))
    assert desk.store.events(incident)[-1] == event


def test_a_decision_that_is_refused_halfway_records_nothing(desk: Desk, incident: str) -> None:
    def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
        yield e.Noted("first")
        raise Refusal(say("and then not"))

    with pytest.raises(Refusal):
        desk.record(incident, decide)
    assert len(desk.store.events(incident)) == 1


def test_a_record_that_the_store_refuses_records_nothing(desk: Desk, incident: str) -> None:
    with pytest.raises(StoreProblem):
        desk.record(incident, lambda state, tx, now: [e.Noted("first"), e.Noted("half a pair \ud83d")])
    assert len(desk.store.events(incident)) == 1


def test_a_decision_sees_what_another_process_recorded_meanwhile(desk: Desk, incident: str) -> None:
    desk.record(incident, lambda state, tx, now: [e.SeverityChanged(1, "")])
    seen: list[int] = []
    desk.record(incident, lambda state, tx, now: seen.append(state.severity) or [])
    assert seen == [1]


@pytest.mark.parametrize("value", ["", "  ", "\u3000"])
def test_required(value: str) -> None:
    with pytest.raises(Refusal, match="say it"):
        required(value, say("say it"))
    assert required(" x ", say("say it")) == "x"


def test_a_snapshot(services: Services, desk: Desk, incident: str, clock: FixedClock) -> None:
    services.messages.save_draft(incident, Draft(Lang.JA, Channel.STATUS, Stage.INITIAL, "調査しています。", START))
    clock.set(1)
    services.messages.save_draft(
        incident, Draft(Lang.EN, Channel.STATUS, Stage.INITIAL, "We are investigating.", START)
    )
    snapshot = take(desk, incident)
    assert snapshot.incident.title == "Notifications delayed"
    assert [draft.lang for draft in snapshot.drafts] == [Lang.EN, Lang.JA]
    assert snapshot.counts.total == 0
    assert snapshot.due is not None
    assert (snapshot.due.what, snapshot.due.at) == (DueKind.FIRST_POST, minute(5))
    assert current_path(desk, snapshot, clock.now()).state is PathState.DRAFT
    services.messages.ask(incident, [snapshot.drafts[0]])
    assert current_path(desk, take(desk, incident), clock.now()).state is PathState.ASKED
    with pytest.raises(Refusal):
        take(desk, "nobody")


def test_the_path_of_nothing_written(desk: Desk, incident: str) -> None:
    assert current_path(desk, take(desk, incident), START).state is PathState.DRAFT


def test_open_incidents_the_one_last_touched_first(services: Services, desk: Desk, clock: FixedClock) -> None:
    first = services.incidents.open("first", 2)
    clock.set(1)
    second = services.incidents.open("second", 2)
    clock.set(2)
    services.incidents.note(first, "touched")
    assert [row.id for row in open_incidents(desk)] == [first, second]
    services.incidents.change_phase(first, Phase.CLOSED, "a false alarm")
    assert [row.id for row in open_incidents(desk)] == [second]


class TestFilling:
    def test_what_a_template_may_name(self, services: Services, desk: Desk, incident: str) -> None:
        sheet = FactSheet(
            impact=LocalText("Notifications arrive late", "通知が遅れています"),
            components=LocalText("SMS, push"),
            regions=LocalText("EU", "欧州、日本"),
            began_at=minute(-3),
            cause="the deploy of 13:55",
        )
        services.incidents.record_facts(incident, sheet)
        facts = services.filler.facts(desk.load(incident), Lang.EN, minute(6))
        assert facts == {
            "title": "Notifications delayed",
            "phase": "triage",
            "severity_text": "SEV-2",
            "company": "Our Company",
            "link": "https://status.example.com",
            "impact": "Notifications arrive late",
            "components": ("SMS", "push"),
            "regions": ("EU",),
            "began_at": "13:57 UTC",
            "started_at": "14:00 UTC",
            "next_update": "14:26 UTC",
        }
        facts = services.filler.facts(desk.load(incident), Lang.JA, minute(6))
        assert (facts["impact"], facts["regions"]) == ("通知が遅れています", ("欧州", "日本"))
        assert "components" not in facts

    def test_the_cause_is_never_among_them(self, services: Services, desk: Desk, incident: str) -> None:
        services.incidents.record_facts(incident, FactSheet(cause="the deploy of 13:55"))
        state = desk.load(incident)
        filled = services.filler.fill("update", state, Lang.EN, Channel.STATUS, minute(6), note="seen")
        assert filled.startswith("update/en/status: ")
        assert "note=seen" in filled
        assert "deploy" not in filled

    def test_times_are_the_zones_with_the_day_where_it_is_another(self, desk: Desk) -> None:
        filler = Filler(PlainTemplates(), Policy(), ZoneInfo("Asia/Tokyo"), Company())
        now = datetime(2026, 11, 23, 14, 50, tzinfo=UTC)
        assert filler.time(now, Lang.EN, now) == "23:50 JST"
        later = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
        assert filler.time(later, Lang.EN, now) == "00:10 JST on Nov 24"
        assert filler.time(later, Lang.JA, now) == "11月24日 00:10 JST"
        assert filler.time(None, Lang.EN, now) == ""

    def test_in_long_mode_the_next_update_is_the_policys_hour(
        self, services: Services, desk: Desk, incident: str, clock: FixedClock
    ) -> None:
        services.incidents.decide_public(incident, e.Choice.POST, "Robin")
        clock.set(61)
        services.incidents.declare_long(incident)
        assert services.filler.next_update(desk.load(incident), minute(61)) == minute(121)


def test_the_policy_is_the_desks(desk: Desk, incident: str) -> None:
    strict = replace(desk, policy=Policy(first_post_s=60))
    due = take(strict, incident).due
    assert due is not None
    assert due.at == minute(1)


def test_a_snapshot_taken_after_another_is_the_same_as_a_new_one(desk: Desk, incident: str) -> None:
    before = take(desk, incident)
    assert take(desk, incident, before) == before
    desk.record(incident, lambda state, tx, now: [e.PhaseChanged(Phase.INVESTIGATING, ""), e.SeverityChanged(1, "")])
    later = take(desk, incident, before)
    assert later == take(desk, incident)
    assert (later.incident.phase, later.incident.severity, len(later.events)) == (Phase.INVESTIGATING, 1, 3)


def test_only_what_is_behind_the_known_part_of_the_journal_is_read(desk: Desk, incident: str) -> None:
    desk.record(incident, lambda state, tx, now: [e.Noted("first"), e.Noted("second")])
    assert [event.what for event in desk.store.events(incident, 2)] == [e.Noted("second")]
    assert desk.store.events(incident, 3) == []

"""Customer reports: logged, put right, relayed, replied to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import FixedClock, minute

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Desk, Refusal
from cockpit.application.incidents import Incidents
from cockpit.domain import events as e
from cockpit.domain.reports import NewReport, Via

REPORT = NewReport("no SMS", "Acme", Via.PHONE)


def whats(desk: Desk, incident: str) -> list[e.What]:
    return [event.what for event in desk.store.events(incident)][1:]


def test_logged_with_one_entry_in_the_journal(desk: Desk, reports: CustomerReports, incident: str) -> None:
    ids = reports.log(incident, [REPORT, replace(REPORT, customer="Globex")])
    assert whats(desk, incident) == [e.ReportsLogged(tuple(ids), 2)]
    assert desk.store.counts(incident).customers == 2


def test_the_journal_holds_nothing_personal(desk: Desk, reports: CustomerReports, incident: str) -> None:
    (report,) = reports.log(incident, [replace(REPORT, contact="+1 555 0100")])
    reports.correct(incident, report, {"customer": "Globex", "text": "push late"})
    reports.relay(incident, reports.not_relayed(incident), "Globex says push is late", e.How.VOICE)
    reports.mark_replied(incident, [report])
    journal = str(desk.store.events(incident))
    for words in ("Acme", "Globex", "no SMS", "push", "555"):
        assert words not in journal


def test_what_came_from_outside_is_made_harmless(desk: Desk, reports: CustomerReports, incident: str) -> None:
    hostile = "\x1b]52;c;eA==\x07no\u202e SMS\x00"
    report = NewReport(f" {hostile}\nat all ", hostile, Via.CHAT, hostile, hostile, None, hostile)
    reports.log(incident, [report])
    (kept,) = desk.store.reports(incident)
    assert kept.text == "no SMS\nat all"
    assert {kept.customer, kept.component, kept.region, kept.contact} == {"no SMS"}


@pytest.mark.parametrize("text", ["", " \n ", "\x1b[31m", "\u202e"])
def test_a_report_says_something(desk: Desk, reports: CustomerReports, incident: str, text: str) -> None:
    with pytest.raises(Refusal, match="needs the customer's words"):
        reports.log(incident, [REPORT, replace(REPORT, text=text)])
    assert (whats(desk, incident), desk.store.reports(incident)) == ([], [])


def test_a_report_does_not_come_from_the_future(
    desk: Desk, reports: CustomerReports, incident: str, clock: FixedClock
) -> None:
    clock.set(5)
    with pytest.raises(Refusal, match="in the future"):
        reports.log(incident, [replace(REPORT, received_at=minute(6))])
    reports.log(incident, [replace(REPORT, received_at=minute(3)), REPORT])
    assert [report.received_at for report in desk.store.reports(incident)] == [minute(5), minute(3)]


def test_the_same_external_id_is_logged_once(desk: Desk, reports: CustomerReports, incident: str) -> None:
    ticket = replace(REPORT, source="crm", external_id="7")
    assert len(reports.log(incident, [ticket])) == 1
    assert reports.log(incident, [ticket]) == []
    assert len(whats(desk, incident)) == 1


def test_no_incident(desk: Desk, reports: CustomerReports) -> None:
    with pytest.raises(Refusal, match="there is no incident"):
        reports.log("nobody", [REPORT])


class TestCorrection:
    def test_what_it_said_is_kept_and_what_changed_is_named(
        self, desk: Desk, reports: CustomerReports, incident: str
    ) -> None:
        (report,) = reports.log(incident, [REPORT])
        changes = {"customer": " Globex\x1b[31m ", "via": Via.EMAIL, "text": "no SMS", "since": minute(-1)}
        reports.correct(incident, report, changes)
        (now,) = desk.store.reports(incident)
        assert (now.customer, now.via, now.since, now.text) == ("Globex", Via.EMAIL, minute(-1), "no SMS")
        assert whats(desk, incident)[-1] == e.ReportCorrected(report, ("customer", "since", "via"))

    def test_the_channel_by_its_word(self, desk: Desk, reports: CustomerReports, incident: str) -> None:
        (report,) = reports.log(incident, [REPORT])
        reports.correct(incident, report, {"via": "chat"})
        assert desk.store.reports(incident)[0].via is Via.CHAT
        with pytest.raises(ValueError, match="fax"):
            reports.correct(incident, report, {"via": "fax"})
        assert desk.store.reports(incident)[0].via is Via.CHAT

    def test_nothing_new_is_no_entry(self, desk: Desk, reports: CustomerReports, incident: str) -> None:
        (report,) = reports.log(incident, [REPORT])
        reports.correct(incident, report, {"customer": "Acme "})
        assert len(whats(desk, incident)) == 1

    def test_refused(self, desk: Desk, reports: CustomerReports, incidents: Incidents, incident: str) -> None:
        (report,) = reports.log(incident, [REPORT])
        with pytest.raises(Refusal, match="no such report"):
            reports.correct(incident, "nothing", {"text": "x"})
        with pytest.raises(Refusal, match="no such report"):
            reports.correct(incidents.open("another", 2), report, {"text": "x"})
        with pytest.raises(Refusal, match="customer's words"):
            reports.correct(incident, report, {"text": " "})
        with pytest.raises(ValueError, match="relayed_at"):
            reports.correct(incident, report, {"relayed_at": None})
        assert len(whats(desk, incident)) == 1


class TestRelay:
    def test_what_the_ic_was_told(self, desk: Desk, reports: CustomerReports, incident: str, clock: FixedClock) -> None:
        ids = reports.log(incident, [REPORT, replace(REPORT, customer="Globex")])
        waiting = reports.not_relayed(incident)
        assert {report.id for report in waiting} == set(ids)
        clock.set(4)
        reports.relay(incident, waiting, "2 customers by phone: no SMS", e.How.VOICE)
        told = whats(desk, incident)[-1]
        assert isinstance(told, e.Relayed)
        assert (set(told.reports), told.count, told.how) == (set(ids), 2, e.How.VOICE)
        assert reports.not_relayed(incident) == []
        assert {report.relayed_at for report in desk.store.reports(incident)} == {minute(4)}

    def test_nothing_to_relay(self, desk: Desk, reports: CustomerReports, incident: str) -> None:
        with pytest.raises(Refusal, match="every report has been relayed"):
            reports.relay(incident, [], "nothing", e.How.VOICE)
        assert whats(desk, incident) == []

    def test_what_another_relayed_meanwhile_is_not_relayed_twice(
        self, desk: Desk, reports: CustomerReports, incident: str
    ) -> None:
        reports.log(incident, [REPORT])
        seen = reports.not_relayed(incident)
        reports.relay(incident, seen, "one", e.How.VOICE)
        (new,) = reports.log(incident, [REPORT])
        with pytest.raises(Refusal, match="every report has been relayed"):
            reports.relay(incident, seen, "one", e.How.VOICE)
        reports.relay(incident, [*seen, *reports.not_relayed(incident)], "two", e.How.WRITING)
        told = whats(desk, incident)[-1]
        assert isinstance(told, e.Relayed)
        assert told.reports == (new,)

    def test_another_incidents_reports_are_left_alone(
        self, desk: Desk, reports: CustomerReports, incidents: Incidents, incident: str
    ) -> None:
        reports.log(incident, [REPORT])
        other = incidents.open("another", 2)
        with pytest.raises(Refusal):
            reports.relay(other, reports.not_relayed(incident), "x", e.How.VOICE)
        assert len(reports.not_relayed(incident)) == 1


class TestReplies:
    def test_each_enquiry_gets_its_reply(
        self, desk: Desk, reports: CustomerReports, incident: str, clock: FixedClock
    ) -> None:
        first, second = reports.log(incident, [REPORT, REPORT])
        clock.set(9)
        reports.mark_replied(incident, [first])
        assert whats(desk, incident)[-1] == e.Replied((first,), 1)
        assert [report.id for report in reports.unanswered(incident)] == [second]

    @pytest.mark.parametrize("ids", [[], ["nothing"]])
    def test_refused(self, desk: Desk, reports: CustomerReports, incident: str, ids: list[str]) -> None:
        with pytest.raises(Refusal, match="every enquiry has its reply"):
            reports.mark_replied(incident, ids)
        assert whats(desk, incident) == []

    def test_a_reply_is_recorded_once(self, desk: Desk, reports: CustomerReports, incident: str) -> None:
        (report,) = reports.log(incident, [REPORT])
        reports.mark_replied(incident, [report])
        with pytest.raises(Refusal):
            reports.mark_replied(incident, [report])


def test_what_a_premium_customer_says_is_marked_whatever_the_spelling(desk: Desk, incident: str) -> None:
    reports = CustomerReports(desk, frozenset({"acme travel"}))
    reports.log(incident, [replace(REPORT, customer="ＡＣＭＥ  Travel"), replace(REPORT, customer="Acme")])
    assert {report.customer: report.premium for report in desk.store.reports(incident)} == {
        "ＡＣＭＥ  Travel": True,
        "Acme": False,
    }

"""What customers say, counted; symptoms that a person names; what the IC was told of them, when, by whom."""

from __future__ import annotations

from datetime import UTC

import pytest
from support import FixedClock, PlainTemplates, minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports, Told
from cockpit.application.desk import Desk
from cockpit.application.digest import digest_facts, short_symptom
from cockpit.application.filling import Filler
from cockpit.domain import events as e
from cockpit.domain.counting import Count
from cockpit.domain.policy import Policy
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Lang

FILLER = Filler(PlainTemplates(), Policy(), UTC)


def log(reports: CustomerReports, incident: str, *said: tuple[str, str]) -> list[str]:
    return reports.log(incident, [NewReport(text, customer, Via.PHONE) for customer, text in said])


def test_reports_are_counted_by_symptom(reports: CustomerReports, incident: str) -> None:
    log(reports, incident, ("Acme", "no SMS"), ("acme", "No SMS since 14:00"), ("Globex", "login fails"))
    counted = reports.counted(incident, {})
    assert counted.total == Count(3, 2)
    assert [(each.name, each.count) for each in counted.symptoms] == [
        ("No SMS since 14:00", Count(2, 1)),
        ("login fails", Count(1, 1)),
    ]


def test_a_symptom_named_by_a_person_holds_and_draws_in_what_comes(
    desk: Desk, reports: CustomerReports, incident: str
) -> None:
    ids = log(reports, incident, ("Acme", "no SMS"), ("Globex", "texts are missing"))
    reports.name_symptom(incident, ids, "Texts \x1b[31mlate\n")
    log(reports, incident, ("Initech", "no SMS at 14:00"))
    (symptom,) = reports.counted(incident, {}).symptoms
    assert (symptom.name, symptom.by_hand, symptom.count) == ("Texts late", True, Count(3, 3))
    assert desk.store.events(incident)[-2].what == e.SymptomNamed(tuple(reversed(ids)), 2)
    assert "Texts" not in str(desk.store.events(incident))
    reports.name_symptom(incident, ids, "")
    assert len(reports.counted(incident, {}).symptoms) == 2


def test_naming_again_what_has_that_name_records_nothing(desk: Desk, reports: CustomerReports, incident: str) -> None:
    ids = log(reports, incident, ("Acme", "no SMS"))
    reports.name_symptom(incident, ids, "Texts")
    before = desk.store.events(incident)
    reports.name_symptom(incident, ids, "Texts")
    assert desk.store.events(incident) == before


def test_one_report_is_put_into_another_group_and_keeps_what_it_was(
    store: SqliteStore, reports: CustomerReports, incident: str
) -> None:
    first, *_ = log(reports, incident, ("Acme", "no SMS"), ("Globex", "no SMS"), ("Initech", "no SMS"))
    reports.correct(incident, first, {"symptom": "Login"})
    symptoms = reports.counted(incident, {}).symptoms
    assert [(each.name, len(each.ids)) for each in symptoms] == [("no SMS", 2), ("Login", 1)]
    (report,) = store.reports(incident, ids=[first])
    assert report.symptom == "Login"


def test_a_customer_who_is_forgotten_leaves_no_symptom_behind(
    store: SqliteStore, reports: CustomerReports, incident: str
) -> None:
    ids = log(reports, incident, ("Acme", "no SMS"))
    reports.name_symptom(incident, ids, "the order of Acme")
    reports.forget("Acme")
    assert store.reports(incident)[0].symptom == ""


def test_what_the_ic_was_told_is_kept_with_when_by_whom_and_how(
    desk: Desk, reports: CustomerReports, incident: str, clock: FixedClock
) -> None:
    log(reports, incident, ("Acme", "no SMS"))
    clock.set(3)
    reports.relay(incident, reports.not_relayed(incident), "Acme: no SMS", e.How.VOICE)
    log(reports, incident, ("Globex", "no SMS"), ("Initech", "no SMS"))
    clock.set(7)
    reports.relay(incident, reports.not_relayed(incident), "two more", e.How.WRITING)
    assert reports.told(incident) == [
        Told(minute(7), "Sam", e.How.WRITING, 2, "two more"),
        Told(minute(3), "Sam", e.How.VOICE, 1, "Acme: no SMS"),
    ]
    reports.forget("Acme")
    assert [told.text for told in reports.told(incident)] == ["two more", ""]


def test_the_digest_names_symptoms_with_their_customers_and_counts_reports_beside(
    reports: CustomerReports, incident: str
) -> None:
    said = [("Acme", "no SMS"), ("Acme", "no SMS!"), ("Globex", "no SMS"), ("Initech", "login fails")]
    log(reports, incident, *said, ("Umbra", "blank invoice page"), ("Umbra", "search slow"))
    found = digest_facts(reports.not_relayed(incident), FILLER, Lang.EN, minute(1), {})
    assert (found["customers"], found["reports"], found["phone"]) == (4, 6, 6)
    assert found["symptoms"][0] == "no SMS (2 customers)"
    assert found["symptoms"][-1] == "1 other report"
    japanese = digest_facts(reports.not_relayed(incident), FILLER, Lang.JA, minute(1), {})
    assert japanese["symptoms"][0] == "no SMS（2社）"
    assert japanese["symptoms"][-1] == "その他1件"


def test_one_symptom_needs_no_count(reports: CustomerReports, incident: str) -> None:
    log(reports, incident, ("Acme", "no SMS."), ("Globex", "no SMS"))
    assert digest_facts(reports.not_relayed(incident), FILLER, Lang.EN, minute(1), {})["symptoms"] == ("no SMS",)


@pytest.mark.parametrize(("name", "said"), [("no  SMS\nat all!", "no SMS at all"), ("x" * 90, "x" * 79 + "…")])
def test_a_symptom_is_said_in_one_short_line(name: str, said: str) -> None:
    assert short_symptom(name) == said

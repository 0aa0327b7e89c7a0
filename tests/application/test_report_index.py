"""Finding reports as one types: any word in any script, filters beside, the same as reading them all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import FixedClock

from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.report_index import ReportIndex, SearchColumns
from cockpit.domain.events import How
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.reports import NewReport, Via, folded

TEXTS = ("no SMS since noon", "請求の画面が開きません", "ログインできない", "SMSと請求が遅い", "Ｎｏ sms again")


def index(*texts: str) -> ReportIndex:
    none = ("",) * len(texts)
    flags = (False,) * len(texts)
    ids = tuple(str(at) for at in range(len(texts)))
    return ReportIndex(SearchColumns(ids, tuple(map(folded, texts)), none, none, none, flags, flags))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("請求", "13"),
        ("sms", "034"),
        ("ＳＭＳ", "034"),
        ("sms no", "04"),
        ("請求 sms", "3"),
        ("%", ""),
        ("", "01234"),
        ("  ", "01234"),
    ],
)
def test_every_word_is_found_as_a_part_whatever_its_width_and_case(words: str, found: str) -> None:
    assert "".join(index(*TEXTS).find(Narrowing(words))) == found


@given(st.lists(st.text("ab 請求", max_size=6), max_size=8), st.lists(st.text("ab 請求", max_size=5), max_size=6))
def test_typing_on_and_deleting_finds_what_a_first_look_finds(texts: list[str], typed: list[str]) -> None:
    used = index(*texts)
    for words in typed:
        for end in range(len(words) + 1):
            assert used.find(Narrowing(words[:end])) == index(*texts).find(Narrowing(words[:end]))


@pytest.fixture
def logged(reports: CustomerReports, incident: str, clock: FixedClock) -> dict[str, str]:
    """Three reports, by customer."""
    said = [
        NewReport("no SMS", "Acme", Via.PHONE, "SMS", "EU", premium=True),
        NewReport("push late", "Globex", Via.EMAIL, "Push", "eu"),
        NewReport("請求が開かない", "アクメ", Via.CHAT, "請求", "JP"),
    ]
    ids = {}
    for each in said:
        clock.advance(1)
        (ids[each.customer],) = reports.log(incident, [each])
    return ids


@pytest.mark.parametrize(
    ("narrowing", "customers"),
    [
        (Narrowing(), ["アクメ", "Globex", "Acme"]),
        (Narrowing(premium=True), ["Acme"]),
        (Narrowing(region="EU"), ["Globex", "Acme"]),
        (Narrowing(component="請求"), ["アクメ"]),
        (Narrowing(via=Via.EMAIL), ["Globex"]),
        (Narrowing("late", region="eu", via=Via.EMAIL), ["Globex"]),
        (Narrowing("late", premium=True), []),
        (Narrowing(not_relayed=True), ["アクメ", "Globex"]),
    ],
)
def test_filters_hold_together(
    store: SqliteStore,
    reports: CustomerReports,
    incident: str,
    logged: dict[str, str],
    narrowing: Narrowing,
    customers: list[str],
) -> None:
    reports.relay(incident, store.reports(incident, ids=[logged["Acme"]]), "one customer", How.VOICE)
    found = ReportIndex(store.search_columns(incident)).find(narrowing)
    assert list(found) == [logged[customer] for customer in customers]


def test_a_choice_only_narrows_where_something_is_typed_behind_it() -> None:
    assert Narrowing("ab").only_narrows(Narrowing("a"))
    assert not Narrowing("ab").only_narrows(Narrowing("b"))
    assert not Narrowing("ab", premium=True).only_narrows(Narrowing("a"))
    assert not Narrowing()
    assert not Narrowing(" ")
    assert Narrowing("a")
    assert Narrowing(premium=True)


def test_an_empty_incident_has_nothing_to_find(store: SqliteStore, incident: str) -> None:
    assert ReportIndex(store.search_columns(incident)).find(Narrowing("a")) == ()

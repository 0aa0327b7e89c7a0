"""Customer reports, counted."""

from __future__ import annotations

from datetime import datetime

import pytest
from support import minute

from cockpit.domain.reports import Report, Via, customer_key, summarise, waiting_too_long


def report(n: int, customer: str, text: str = "no SMS", **more: object) -> Report:
    values: dict[str, object] = {
        "via": Via.PHONE,
        "component": "",
        "region": "",
        "since": None,
        "contact": "",
        "premium": False,
        "received_at": minute(n),
    }
    return Report(str(n), "incident-1", text, customer, **(values | more))


def test_nothing() -> None:
    summary = summarise([])
    assert (summary.reports, summary.customers, summary.since, summary.first_at, summary.words) == (
        0,
        0,
        None,
        None,
        (),
    )


def test_customers_are_counted_once() -> None:
    summary = summarise([report(1, "Acme"), report(2, "ACME "), report(3, "Globex"), report(4, "Ｇｌｏｂｅｘ")])
    assert (summary.reports, summary.customers) == (4, 2)
    assert (summary.first_at, summary.latest_at) == (minute(1), minute(4))


def test_what_they_say() -> None:
    reports = [
        report(3, "Initech", "Push late", via=Via.EMAIL, component="push", region="US", since=minute(-2)),
        report(1, "Acme", "No SMS.", via=Via.PHONE, component="sms", region="EU", since=minute(-5), premium=True),
        report(2, "Globex", "No  SMS", via=Via.PHONE, component="sms", region="EU"),
    ]
    summary = summarise(reports)
    assert summary.by_via == (("phone", 2), ("email", 1))
    assert summary.by_component == (("sms", 2), ("push", 1))
    assert summary.by_region == (("EU", 2), ("US", 1))
    assert summary.since == minute(-5)
    assert summary.premium == ("Acme",)
    assert summary.words == ("No SMS", "Push late")


def test_a_premium_customer_is_named_once() -> None:
    reports = [report(1, "Acme", premium=True), report(2, "acme", premium=True), report(3, "Beta", premium=True)]
    assert summarise(reports).premium == ("Acme", "Beta")


def test_at_most_three_wordings() -> None:
    assert summarise([report(n, "Acme", f"wording {n}") for n in range(9)]).words == (
        "wording 0",
        "wording 1",
        "wording 2",
    )


@pytest.mark.parametrize("name", ["Acme Corp", "ACME corp", "  Acme\u3000 Corp ", "Ａｃｍｅ Corp"])
def test_one_customer_whatever_the_case_width_and_spacing(name: str) -> None:
    assert customer_key(name) == "acme corp"


def test_half_width_katakana_is_the_same_name() -> None:
    assert customer_key("ｶﾞﾛﾌﾞ") == customer_key("ガロブ")


@pytest.mark.parametrize(
    ("waiting", "late"), [(None, False), (minute(0), False), (minute(-0.01), True), (minute(4), False)]
)
def test_a_report_waits_five_minutes(waiting: datetime | None, late: bool) -> None:
    assert waiting_too_long(waiting, minute(5), 300) is late

"""Customers beside reports; by symptom, component, region, way; what came lately against what came before."""

from __future__ import annotations

from support import minute

from cockpit.domain.counting import Count, Heard, count
from cockpit.domain.facts import LocalText
from cockpit.domain.picks import called
from cockpit.domain.reports import Via
from cockpit.domain.words import Lang


def heard(at: float, customer: str, text: str = "no SMS", **more: object) -> Heard:
    fields = {"symptom": "", "via": Via.PHONE, "component": "", "region": "", "premium": False} | more
    return Heard(f"r{at:g}-{customer}", text, customer=customer, received_at=minute(at), **fields)  # type: ignore[arg-type]


def test_nothing_amounts_to_nothing() -> None:
    found = count([], minute(0))
    assert (found.total, found.symptoms, found.first_at, found.latest_at) == (Count(0, 0), (), None, None)
    assert found.bars == (0,) * 12


def test_customers_are_counted_beside_reports_in_every_breakdown() -> None:
    found = count(
        [
            heard(9, "Acme", region="EU", component="SMS"),
            heard(5, "ＡＣＭＥ ", "No SMS!", region="EU", via=Via.EMAIL),
            heard(4, "Globex", "login fails", region="US", premium=True),
            heard(2, "Initech", "no SMS since noon", region="EU"),
        ],
        minute(10),
    )
    assert found.total == Count(4, 3)
    assert found.regions == (("EU", Count(3, 2)), ("US", Count(1, 1)))
    assert found.components == (("SMS", Count(1, 1)),)
    assert found.vias == ((Via.PHONE, Count(3, 3)), (Via.EMAIL, Count(1, 1)))
    assert found.premium == Count(1, 1)
    assert (found.first_at, found.latest_at) == (minute(2), minute(9))
    first, second = found.symptoms
    assert (first.name, first.count, first.first_at, first.latest_at) == ("no SMS", Count(3, 2), minute(2), minute(9))
    assert first.ids == ("r9-Acme", "r5-ＡＣＭＥ ", "r2-Initech")
    assert (second.name, second.count) == ("login fails", Count(1, 1))


def test_the_trend_is_the_last_ten_minutes_against_the_ten_before() -> None:
    at = [69, 65, 60.5, 60, 55, 50.5, 50, 20]
    found = count([heard(each, f"C{each}") for each in at], minute(70))
    assert found.lately == Count(3, 3)
    assert found.before == Count(3, 3)


def test_the_bars_are_the_last_hour_in_twelve_parts_the_earliest_first() -> None:
    found = count([heard(at, "Acme") for at in (0, 10, 11, 12, 66, 69, 70, 75)], minute(70))
    assert found.bars == (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3)


def test_what_is_one_place_is_counted_once_whatever_language_it_was_logged_in() -> None:
    names = called([LocalText("Japan", "日本"), LocalText("Payments API", "決済API")], Lang.JA)
    said = [heard(1, "Acme", "slow", region="japan"), heard(2, "Globex", "slow", region="日本")]
    counted = count(said, minute(3), names)
    assert [(name, each.reports) for name, each in counted.regions] == [("日本", 2)]

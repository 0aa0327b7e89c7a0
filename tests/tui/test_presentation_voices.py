"""What customers say, in numbers that a narrow terminal shows and nobody takes for a verdict."""

from __future__ import annotations

import unicodedata
from datetime import UTC

from support import minute

from cockpit.application.customer_reports import Told
from cockpit.domain.counting import Heard, count
from cockpit.domain.events import How
from cockpit.domain.reports import Via
from cockpit.tui.presentation.voices import everything, overview, sparkline, symptom_line, told_text


def heard(at: float, customer: str, text: str, **more: object) -> Heard:
    fields = {"symptom": "", "via": Via.PHONE, "component": "", "region": "", "premium": False} | more
    return Heard(f"{at}{customer}", text, customer=customer, received_at=minute(at), **fields)  # type: ignore[arg-type]


COUNTED = count(
    [
        heard(2, "Acme", "no SMS", region="EU", component="SMS", premium=True),
        heard(8, "Globex", "no SMS!", region="EU", via=Via.EMAIL),
        heard(14, "Globex", "no SMS", region="\x1b[31mUS", symptom=""),
        heard(15, "Initech", "login fails", symptom="Login"),
    ],
    minute(16),
)


def test_the_overview_says_customers_beside_reports_and_the_trend() -> None:
    text = overview(COUNTED, UTC)
    assert text.splitlines()[0] == ("3 customers in 4 reports; the first at 14:02 UTC, the latest at 14:15 UTC")
    assert "Last 10 min: 2 customers in 3 reports; the 10 before: 1 customer in 1 report" in text
    assert "Region: EU 2 (2), US 1 (1)" in text
    assert "Component: SMS 1 (1)" in text
    assert "Came by: phone 3 (3), email 1 (1)" in text
    assert "Premium: 1 customer in 1 report" in text
    assert "not how many are affected" in text
    assert "\x1b" not in text


def test_a_long_breakdown_says_how_many_it_leaves_out() -> None:
    many = [heard(at, f"C{at}", "no SMS", region=f"R{at}") for at in range(8)]
    assert "3 more" in overview(count(many, minute(9)), UTC)
    assert "R7: 1 customer in 1 report" in everything(count(many, minute(9)), UTC)


def test_a_symptom_says_since_when_and_who_named_it() -> None:
    first, second = COUNTED.symptoms
    assert symptom_line(first, UTC) == "no SMS | 2 customers in 3 reports | 14:02-14:14"
    assert symptom_line(second, UTC) == "Login | 1 customer in 1 report | 14:15 | named by hand"


def test_bars_are_one_cell_each_and_only_nothing_is_shown_as_nothing() -> None:
    bars = sparkline((0, 1, 50, 100, 800))
    assert bars == "_⡀⡀⡀⣿"
    assert {unicodedata.east_asian_width(bar) for bar in sparkline(range(9))} <= {"N", "Na"}
    assert sparkline((0,) * 12) == "_" * 12


def test_what_the_ic_was_told_says_when_by_whom_and_how() -> None:
    told = [Told(minute(9), "Sam", How.VOICE, 2, "two more"), Told(minute(3), "Alex\x07", How.WRITING, 1, "")]
    first, second = told_text(told, UTC).split("\n\n")
    assert first == "14:09 UTC Sam, by voice, of 2 reports\ntwo more"
    assert second.startswith("14:03 UTC Alex, in writing, of 1 report\n(the words were erased")

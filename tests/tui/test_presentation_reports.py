"""How the report pane words what customers say; the help and the footer."""

from __future__ import annotations

from datetime import UTC

import pytest
from rich.cells import cell_len
from support import minute

from cockpit import i18n
from cockpit.application.ports import ReportCounts
from cockpit.domain.report_line import parse
from cockpit.domain.reports import Report, Via
from cockpit.tui.actions import ACTIONS, shown_key
from cockpit.tui.presentation.help import help_text, key_line
from cockpit.tui.presentation.line import width
from cockpit.tui.presentation.reports import report_detail, reports_title, understood

HOSTILE = "late\x1b]52;c;YXR0YWNr\x07 \x1b[31mred [/b] \u202egnol\x00 \x9b2J since morning"


def report(text: str = "no SMS", customer: str = "Acme") -> Report:
    return Report("r1", "i1", text, customer, Via.PHONE, "SMS", "EU", minute(0), "+44 20 7946 0018", True, minute(3))


def test_the_heading_counts_what_the_ic_has_not_been_told() -> None:
    assert reports_title(ReportCounts(3, 2, 0, 3, None), minute(9), 300) == "REPORTS 3"
    waiting = ReportCounts(37, 20, 6, 37, minute(5))
    assert reports_title(waiting, minute(9), 300) == "REPORTS 37 | 6 not relayed"
    assert reports_title(waiting, minute(10.1), 300) == "REPORTS 37 | 6 not relayed (waiting: ^R)"


def test_a_line_is_shown_as_it_is_understood() -> None:
    said = understood(parse("Acme! phone: no SMS since 13:58 #eu @sms", minute(3)), UTC)
    assert said == "Acme * | phone | since 13:58 | @sms | #eu | “no SMS since 13:58”"
    assert "customer not named" in understood(parse("all is slow", minute(3)), UTC)


def test_a_report_s_detail_says_all_that_is_known() -> None:
    text = report_detail(report(), UTC)
    for part in ("Customer: Acme *", "Received: 14:03 UTC", "Since: 14:00 UTC", "Relayed: not yet", "+44 20 7946 0018"):
        assert part in text
    assert text.endswith("\n\nno SMS")


def test_a_hostile_report_is_inert_in_its_detail_and_in_the_line_understood() -> None:
    shown = report_detail(report(HOSTILE, HOSTILE), UTC) + understood(parse(f"{HOSTILE}: {HOSTILE}", minute(3)), UTC)
    assert "[/b]" in shown  # the customer's words, not a markup
    assert not set(shown) & set("\x1b\x07\x00\x9b\u202e")
    assert "YXR0YWNr" not in shown


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", [30, 78, 118, 198, 400])
def test_the_footer_shows_whole_keys_only_and_always_the_help(lang: str, cells: int) -> None:
    i18n.use(lang)
    line = key_line(cells)
    assert width(line) <= cells
    assert "".join(text for text, _ in line).endswith(f"{shown_key('f1')} {i18n._('help')}")
    names = {i18n.tell(action.short) for action in ACTIONS}
    assert {text.strip() for text, style in line if not style and text.strip()} <= names


def test_the_footer_has_more_keys_the_wider_it_is() -> None:
    counts = [len(key_line(cells)) for cells in (40, 80, 120, 200, 400)]
    assert counts == sorted(set(counts))


def test_the_help_names_every_action_with_its_key_in_even_columns() -> None:
    lines = help_text().splitlines()
    for action in ACTIONS:
        (line,) = [line for line in lines if line.endswith(i18n.tell(action.what))]
        assert shown_key(action.key) in line
        assert cell_len(line.removesuffix(i18n.tell(action.what))) == 17

"""The phase pane at the widths of small, usual and large terminals, in both languages."""

from __future__ import annotations

import pytest
from moments import view_of
from rich.cells import cell_len
from support import Journal, public

from cockpit import i18n
from cockpit.domain import events as e
from cockpit.domain.phases import ORDER
from cockpit.domain.words import Phase
from cockpit.labels import label
from cockpit.tui.presentation.header import facts_line, phase_line, title_line
from cockpit.tui.presentation.line import Line, width

WIDTHS = (40, 48, 52, 78, 130)


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


@pytest.fixture(params=i18n.LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    i18n.use(request.param)
    return str(request.param)


@pytest.mark.parametrize("cells", WIDTHS)
def test_the_title_gives_way_and_severity_elapsed_time_and_ic_stay_whole(lang: str, cells: int) -> None:
    journal = Journal()
    journal.events[0] = e.Event(
        "event-0",
        "incident-1",
        journal.events[0].at,
        "Sam",
        e.Opened(
            "通知が遅れて届く件 and a long English tail that no pane holds " * 3,
            2,
            "Robin",
            "Sam",
            journal.events[0].at,
        ),
    )
    line = title_line(view_of(journal, 23), cells)
    assert width(line) == cells
    assert text(line).startswith("SEV-2  通知が")
    assert "T+00:23:00" in text(line)
    assert text(line).endswith("Robin")


def test_a_short_title_and_the_ic_stand_at_the_two_ends() -> None:
    line = text(title_line(view_of(Journal(), 0), 78))
    assert line.startswith("SEV-2  Notifications delayed ")
    assert line.endswith(" T+00:00:00  IC: Robin")


def test_an_incident_without_an_ic_says_so() -> None:
    journal = Journal()
    journal.add(1, e.CommanderChanged(""))
    assert "IC: not named" in text(title_line(view_of(journal, 2), 78))


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("phase", ORDER)
def test_the_present_phase_is_marked_and_no_label_is_cut(lang: str, cells: int, phase: Phase) -> None:
    line = phase_line(phase, cells)
    assert width(line) <= cells
    assert f"[{label(phase)}]" in text(line)
    labels = {label(step) for step in ORDER} | {f"[{label(phase)}]", "…"}
    assert {part.strip() for part in text(line).split("─")} <= labels


def test_a_wide_pane_shows_every_phase_in_order() -> None:
    assert text(phase_line(Phase.IDENTIFIED, 78)) == (
        "Triage ─ Investigating ─ [Identified] ─ Monitoring ─ Resolved ─ Closed"
    )


def test_a_narrow_pane_shows_where_it_comes_from_and_what_comes_next() -> None:
    assert text(phase_line(Phase.IDENTIFIED, 50)) == "… ─ Investigating ─ [Identified] ─ Monitoring ─ …"
    assert text(phase_line(Phase.TRIAGE, 50)) == "[Triage] ─ Investigating ─ Identified ─ …"
    assert text(phase_line(Phase.CLOSED, 50)) == "… ─ Identified ─ Monitoring ─ Resolved ─ [Closed]"


@pytest.mark.parametrize("cells", WIDTHS)
def test_what_customers_had_is_whole_parts_or_nothing(lang: str, cells: int) -> None:
    wide = text(facts_line(view_of(public(), 12), 200)).split(" | ")
    line = facts_line(view_of(public(), 12), cells)
    assert width(line) <= cells
    assert text(line).split(" | ") == wide[: len(text(line).split(" | "))]


def test_the_facts_line_tells_what_customers_had() -> None:
    assert text(facts_line(view_of(Journal(), 1), 78)) == "customers have not been told anything"
    told = text(facts_line(view_of(public(), 12), 78))
    assert told == "public since 14:04 | 2 posts | last 14:09 | may be declared long from 15:00"


@pytest.mark.parametrize(
    ("what", "minutes", "asks"),
    [
        (e.QuestionAsked("is the EU affected?"), 12, "1 question open to the IC"),
        (e.RecoveryConfirmed("Robin"), 12, "the IC confirmed full recovery: resolve (F2, r)"),
        (e.Noted("nothing"), 121, "two hours have passed: declare it long? (F2, l)"),
    ],
)
@pytest.mark.parametrize("cells", WIDTHS)
def test_what_asks_for_attention_stands_first_and_whole(what: e.What, minutes: float, asks: str, cells: int) -> None:
    journal = public()
    journal.add(11, what)
    line = facts_line(view_of(journal, minutes), max(cells, len(asks)))
    assert text(line).startswith(asks)


@pytest.mark.parametrize("cells", WIDTHS)
def test_facts_that_are_typed_and_not_recorded_ask_for_attention_behind_everything_else(cells: int) -> None:
    journal = public()
    asks = "facts typed, not recorded (^F)"
    typed = view_of(journal, 12, unfinished=("facts",))
    assert text(facts_line(typed, cells)).startswith(asks)
    assert "recorded" not in text(facts_line(view_of(journal, 12, unfinished=("note",)), cells))
    journal.add(13, e.QuestionAsked("is the EU affected?"))
    assert text(facts_line(view_of(journal, 14, unfinished=("facts",)), cells)).startswith("1 question open to the IC")
    journal = public()
    journal.phase(20, Phase.CLOSED)
    assert asks not in text(facts_line(view_of(journal, 21, unfinished=("facts",)), cells))


def test_a_long_incident_says_since_when() -> None:
    journal = public()
    journal.add(61, e.LongDeclared("slow repair"))
    assert "long incident since 15:01" in text(facts_line(view_of(journal, 62), 100))


def test_cells_are_counted_not_characters() -> None:
    journal = Journal()
    journal.add(1, e.CommanderChanged("山田"))
    assert cell_len(text(title_line(view_of(journal, 2), 60))) == 60

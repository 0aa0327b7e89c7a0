"""The row of the other incident's deadline: quiet, first, overdue; whole at every width in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from moments import view_of
from support import START, Journal, minute, public

from cockpit import i18n
from cockpit.application.elsewhere import Elsewhere
from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.tui.presentation.countdown import overdue, window_title
from cockpit.tui.presentation.elsewhere import elsewhere_line
from cockpit.tui.presentation.line import Line, width
from cockpit.tui.view import View

SLOW = "Search is slow for everybody in all regions"


def other_of(journal: Journal, title: str = SLOW) -> Elsewhere:
    state: Incident = replace(journal.state, id="incident-2", title=title)
    return Elsewhere(state, cadence.due(state, Policy()), len(journal.events), START)


def view_with(minutes: float, *others: Elsewhere) -> View:
    """This incident's update is due at minute 29; first posts are due at minute 5."""
    return replace(view_of(public(), minutes), others=others)


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def styles(line: Line) -> str:
    return " ".join(style for _, style in line)


def test_without_another_incident_there_is_nothing() -> None:
    assert elsewhere_line(view_with(10), 49) == ()


def test_what_is_due_later_elsewhere_is_said_quietly() -> None:
    later = public()
    later.post(15)
    line = elsewhere_line(view_with(16, other_of(later)), 60)
    assert text(line).startswith(" elsewhere 19:00  update: Search is slow")
    assert text(line).endswith("  alt+o")
    assert "reverse" not in styles(line)


def test_what_is_due_first_elsewhere_stands_out_in_a_word_and_a_style() -> None:
    line = elsewhere_line(view_with(12, other_of(public(4, 5))), 60)
    assert text(line).startswith(" DUE FIRST 13:00  update: ")
    assert "reverse $warning" in styles(line)


def test_overdue_elsewhere_says_so_in_a_word_also_where_this_one_is_overdue_longer() -> None:
    later = public()
    later.post(10)
    line = elsewhere_line(view_with(31, other_of(later)), 60)
    assert text(line).startswith(" OVERDUE -01:00  update: ")
    assert "reverse $error" in styles(line)


def test_post_now_elsewhere_says_so() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "the press is calling"))
    assert text(elsewhere_line(view_with(13, other_of(journal)), 60)).startswith(" POST NOW -01:00  update: ")


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", [47, 50, 78, 130])
@pytest.mark.parametrize("title", [SLOW, "検索がすべての地域で遅くなっています"])
def test_at_every_width_how_long_what_and_the_key_are_whole(lang: str, cells: int, title: str) -> None:
    i18n.use(lang)
    for minutes in (1, 9, 90):
        line = elsewhere_line(view_with(minutes, other_of(Journal(), title)), cells)
        shown = text(line)
        assert width(line) == cells
        assert shown.endswith("alt+o")
        assert i18n._("first post") in shown
        assert title[0] in shown
        assert any(digits in shown for digits in ("04:00", "-04:00", "-1:25:00"))


def test_of_several_the_nearest_is_shown() -> None:
    one, two = other_of(public(), "Later"), other_of(Journal(), "Sooner")
    assert "Sooner" in text(elsewhere_line(view_with(1, one, two), 60))


def test_the_window_s_title_names_the_other_incident_while_it_comes_first() -> None:
    assert window_title(view_with(12, other_of(public(4, 5), "Search is slow"))) == (
        "13:00 update due 14:25 UTC | Search is slow"
    )
    later = public()
    later.post(15)
    assert "Search" not in window_title(view_with(16, other_of(later)))


def test_what_is_overdue_here_and_elsewhere_is_told_apart() -> None:
    other = other_of(Journal())
    assert overdue(view_with(4, other)) == set()
    assert overdue(view_with(6, other)) == {("incident-2", minute(5))}
    assert overdue(view_with(30, other)) == {("incident-1", minute(29)), ("incident-2", minute(5))}


def test_where_nothing_is_due_here_whatever_is_due_elsewhere_comes_first() -> None:
    here = replace(view_with(1, other_of(Journal())))
    here = replace(here, snapshot=replace(here.snapshot, due=None))
    assert here.elsewhere_first

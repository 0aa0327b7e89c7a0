"""The countdown in every state an incident can be in."""

from __future__ import annotations

import pytest
from moments import TOKYO, view_of
from rich.cells import cell_len
from support import Journal, minute, public

from cockpit.domain import events as e
from cockpit.domain.policy import Policy
from cockpit.domain.time_input import read_time
from cockpit.domain.words import Phase, Stage
from cockpit.tui.presentation.clock import clock, elapsed, span, typed_clock
from cockpit.tui.presentation.countdown import countdown, countdown_of, window_title


def test_before_the_first_post_five_minutes_run_from_the_start_of_the_call() -> None:
    shown = countdown(view_of(Journal(), 1.5))
    assert (shown.digits, shown.word) == ("03:30", "first post due 14:05 UTC")
    assert (shown.reason, shown.level) == ("policy 14:05", "soon")


def test_a_held_incident_is_assessed_again_and_nothing_presses() -> None:
    held = Journal()
    held.decide(2, e.Choice.HOLD)
    shown = countdown(view_of(held, 9))
    assert (shown.digits, shown.word, shown.level) == ("03:00", "assess again due 14:12 UTC", "normal")


def test_a_promise_earlier_than_the_policy_binds_and_stands_first() -> None:
    journal = public()
    journal.post(15, promise=25)
    shown = countdown(view_of(journal, 16))
    assert (shown.digits, shown.word) == ("09:00", "update due 14:25 UTC")
    assert shown.reason == "promised 14:25 | policy 14:35"
    assert shown.level == "normal"


def test_the_policy_binds_where_the_promise_is_later() -> None:
    journal = public()
    journal.post(15, promise=50)
    shown = countdown(view_of(journal, 16))
    assert shown.word == "update due 14:35 UTC"
    assert shown.reason == "policy 14:35 | promised 14:50"


def test_overdue_says_so_in_a_word_and_counts_on() -> None:
    shown = countdown(view_of(public(), 31.5))
    assert (shown.digits, shown.level) == ("-02:30", "overdue")
    assert shown.word == "OVERDUE: update due 14:29 UTC"


@pytest.mark.parametrize(("minutes", "level"), [(23.9, "normal"), (24, "soon"), (29, "soon"), (29.1, "overdue")])
def test_it_asks_for_attention_five_minutes_ahead(minutes: float, level: str) -> None:
    assert countdown(view_of(public(), minutes)).level == level


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (e.PostNow("Robin", "the press is calling"), "the press is calling"),
        (e.PhaseChanged(Phase.MONITORING, "fix is out"), "recovery has begun"),
        (e.PhaseChanged(Phase.INVESTIGATING, "it is back"), "the problem is back"),
    ],
)
def test_what_is_due_at_once_says_post_now_and_why(cause: e.What, why: str) -> None:
    journal = public()
    journal.add(12, cause)
    shown = countdown(view_of(journal, 13))
    assert shown.word == "POST NOW: update"
    assert (shown.digits, shown.reason, shown.level) == ("-01:00", why, "overdue")


def test_after_the_resolution_nothing_is_due_but_follow_ups() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.add(30, e.RecoveryConfirmed("Robin"))
    journal.phase(31, Phase.RESOLVED)
    assert countdown(view_of(journal, 32)).word.startswith("POST NOW: ")
    journal.post(33, Stage.RESOLUTION)
    shown = countdown(view_of(journal, 34))
    assert (shown.digits, shown.level) == ("--:--", "quiet")
    assert "follow-ups" in shown.word


def test_a_closed_incident_says_closed() -> None:
    journal = Journal()
    journal.phase(3, Phase.CLOSED)
    shown = countdown(view_of(journal, 4))
    assert (shown.digits, shown.word, shown.reason, shown.level) == ("--:--", "closed", "", "quiet")


def test_times_are_shown_in_the_desk_s_zone() -> None:
    view = view_of(public(), 20)
    shown = countdown_of(view.snapshot, view.now, TOKYO, Policy())
    assert shown.when == "due 23:29 JST"


def test_the_window_s_title_names_what_is_due_or_the_incident() -> None:
    assert window_title(view_of(Journal(), 1)) == "04:00 first post due 14:05 UTC"
    closed = Journal()
    closed.phase(3, Phase.CLOSED)
    assert window_title(view_of(closed, 4)) == "Notifications delayed"


@pytest.mark.parametrize("minutes", [16, 26, 40])
@pytest.mark.parametrize("digits", [True, False])
def test_a_narrow_pane_leaves_the_second_time_out_before_it_cuts_one(minutes: float, digits: bool) -> None:
    journal = public()
    journal.post(15, promise=25)
    rows = countdown(view_of(journal, minutes)).rows(26, digits)
    assert all(cell_len(row) <= 26 for row in rows)
    assert sum("14:25" in row for row in rows) >= 1
    assert not any("14:35" in row for row in rows)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (-0.4, "00:00"), (59.9, "00:59"), (61, "01:01"), (-3600, "1:00:00"), (36_061, "10:01:01")],
)
def test_a_span_is_as_short_as_it_can_be(seconds: float, text: str) -> None:
    assert span(seconds) == text


def test_elapsed_never_runs_backwards() -> None:
    assert (elapsed(-5), elapsed(4_000)) == ("T+00:00:00", "T+01:06:40")


def test_a_time_carries_its_zone() -> None:
    assert clock(minute(0), TOKYO) == "23:00 JST"


@pytest.mark.parametrize(("hours", "said"), [(-0.5, "22:30"), (-15, "08:00"), (-24, "2026-11-22 23:00")])
def test_a_time_to_be_typed_over_is_read_back_as_the_same(hours: float, said: str) -> None:
    at, now = minute(60 * hours), minute(0)
    shown = typed_clock(at, now, TOKYO)
    assert shown == said
    assert read_time(shown, now.astimezone(TOKYO)) == at

"""Mistakes put right by keyboard, the original kept; questions to the IC, its "post now", notes, the hand-over."""

from __future__ import annotations

import pytest
from seat import Sit
from support import FixedClock, MemoryClipboard, minute
from test_flow_closing import FIRST, publish

from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.words import Phase, Stage


@pytest.fixture
def posted(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident at 14:10 with its first post, recorded at 14:06."""
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    clock.set(6)
    publish(services, incident, Stage.INITIAL, FIRST)
    clock.set(10)
    return incident


async def test_a_wrong_time_of_posting(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        assert "14:11 UTC" in seat.pane("#countdown")
        await seat.press("alt+m", "1", "t")
        await seat.type("14:04")
        await seat.press("enter")
        assert "a correction needs a reason" in seat.text
        await seat.press("tab")
        await seat.type("typed the wrong minute")
        await seat.press("enter")
        assert seat.incident.posts[0].posted_at == minute(4)
        assert "OVERDUE" in seat.pane("#countdown")
        assert "14:09 UTC" in seat.pane("#countdown")
        # The original stays in the timeline.
        await seat.press("alt+t")
        assert "at 14:06 UTC" in seat.text
        assert "a post went out at 14:04 UTC: typed the wrong minute" in seat.text


async def test_a_time_that_is_none_is_said_beside_its_field(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+m", "1", "t")
        await seat.type("four past")
        await seat.press("tab")
        await seat.type("wrong minute")
        await seat.press("enter")
        assert "✗ write a time as 14:05" in seat.text
        assert "four past" in seat.text
        assert "wrong minute" in seat.text


async def test_a_typo_mended_on_the_page(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+m", "1", "m")
        await seat.press("pagedown", "end")
        await seat.type(" We are sorry.")
        await seat.press("tab")
        await seat.type("an apology was missing")
        await seat.press("enter")
        (post,) = seat.incident.posts
        assert post.text.text == f"{FIRST} We are sorry."
        assert post.edited


async def test_a_post_that_never_went_out(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+m", "1", "n")
        await seat.type("the page was down")
        await seat.press("enter")
        assert not seat.incident.posts
        assert "customers have not been told anything" in seat.pane("#phase")


async def test_a_phase_recorded_by_mistake(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("f2", "d", "enter", "escape")
        assert seat.incident.phase is Phase.IDENTIFIED
        await seat.press("alt+m", "p")
        assert "Investigating" in seat.text
        await seat.press("i", "tab")
        await seat.type("the wrong letter")
        await seat.press("enter")
        assert seat.incident.phase is Phase.INVESTIGATING
        assert seat.recorded(e.PhaseCorrected)


async def test_questions_stay_in_view_until_they_are_answered(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+q", "n")
        await seat.type("is the EU affected?")
        await seat.press("enter")
        assert "1 question open to the IC" in seat.pane("#phase")
        await seat.press("alt+q", "1")
        assert "is the EU affected?" in seat.text
        await seat.type("yes, since 14:00")
        await seat.press("enter")
        assert not seat.incident.open_questions
        assert "open to the IC" not in seat.pane("#phase")
        (answered,) = seat.recorded(e.QuestionAnswered)
        assert answered.answer == "yes, since 14:00"


async def test_the_ic_says_post_now(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+n")
        await seat.type("the press is calling")
        await seat.press("enter")
        assert "POST NOW" in seat.pane("#countdown")
        assert "the press is calling" in seat.pane("#countdown")


async def test_a_note_left_half_written_is_there_again(sit: Sit, posted: str) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+k")
        await seat.type("vendor called")
        await seat.press("escape", "alt+k")
        assert "vendor called" in seat.text
        await seat.press("enter", "alt+k")
        assert "vendor called" not in seat.text
        assert [note.text for note in seat.recorded(e.Noted)] == ["vendor called"]


async def test_the_next_liaison_gets_what_they_must_know(sit: Sit, posted: str, clipboard: MemoryClipboard) -> None:
    async with sit(posted) as seat:
        await seat.press("alt+h", "c")
        assert "Notifications delayed" in clipboard.copied[-1]
        await seat.press("alt+h", "r")
        await seat.type("Alex")
        await seat.press("enter")
        assert seat.incident.liaison == "Alex"

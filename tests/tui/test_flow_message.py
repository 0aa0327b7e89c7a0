"""The message's path by keyboard: flagged and mended, asked and answered, copied and posted, approved and voided."""

from __future__ import annotations

import pytest
from seat import Sit
from support import FixedClock, MemoryClipboard, minute

from cockpit.application.services import Services
from cockpit.domain import events as e

LATE = "Notifications arrive late in the EU. The next update will come by 14:22 UTC."
ETA = "We are aware of delays. It will be fixed within 10 minutes.\nThe next update will come by 14:22 UTC."


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident at 14:03 whose IC decided to go public a minute before."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(3)
    return incident


async def test_an_eta_is_flagged_found_with_f8_and_mended_with_f9(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(ETA)
        assert "1 don't" in seat.pane("#hints")
        assert "within 10 minutes" in seat.pane("#hints")
        await seat.press("ctrl+home", "f8")
        found = seat.room.view.reading
        assert found is not None
        assert seat.editor.cursor_offset == found.findings[0].start
        # It doesn't go to the IC as it is.
        await seat.press("f3")
        assert any("must not go out" in said for said in seat.said)
        assert not seat.incident.requests
        await seat.press("f9")
        assert "10 minutes" not in seat.draft
        assert "14:22 UTC" in seat.draft
        assert "don't" not in seat.pane("#hints")
        await seat.press("ctrl+z")
        assert "within 10 minutes" in seat.draft


async def test_mending_right_behind_a_keystroke_mends_the_text_as_it_stands(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write("It will be fixed within 10 minutes. We are sorry.")
        await seat.press("ctrl+home")
        # No pause in which the lint could read the longer text.
        await seat.type("Dear customers, ")
        seat.editor.insert("hello. ")
        seat.room.action_do("mend")
        await seat.settle()
        assert seat.draft.startswith("Dear customers, hello. ")
        assert seat.draft.endswith("We are sorry.")
        assert "10 minutes" not in seat.draft


async def test_where_nothing_is_flagged_the_keys_say_so(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.press("f8")
        await seat.press("f9")
        assert seat.said.count("nothing is flagged") == 2
        assert seat.draft == LATE


async def test_the_ic_s_answer_in_writing_and_by_somebody_else(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.press("f3", "f3", "w")
        (first,) = seat.recorded(e.Approved)
        assert (first.by, first.how) == ("Robin", e.How.WRITING)
        await seat.write(f"{LATE} We are sorry.")
        await seat.press("f3", "f3", "o")
        await seat.press("enter")
        assert "who approved it?" in seat.text
        await seat.type("Jo")
        await seat.press("tab", "2", "enter")
        (_, second) = seat.recorded(e.Approved)
        assert (second.by, second.how) == ("Jo", e.How.WRITING)


async def test_a_text_that_is_sent_back_says_why_until_it_is_asked_for_again(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.press("f3", "f3", "b", "enter")
        assert "why did the IC send it back?" in seat.text
        await seat.type("name the regions")
        await seat.press("escape")
        # Left, and what was typed is there again.
        await seat.press("f3", "b")
        assert "name the regions" in seat.text
        await seat.press("enter")
        (refused,) = seat.recorded(e.Refused)
        assert (refused.by, refused.why) == ("Robin", "name the regions")
        assert "sent back: name the regions" in seat.pane("#path")
        await seat.press("f3")
        assert "[asked]" in seat.pane("#path")


async def test_an_override_needs_a_typed_reason_and_the_journal_keeps_it(
    sit: Sit, public: str, clipboard: MemoryClipboard
) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.press("ctrl+o", "enter")
        assert "an override needs a reason" in seat.text
        assert clipboard.copied == []
        await seat.type("the IC is cut off")
        await seat.press("enter")
        assert clipboard.copied == [LATE]
        (copied,) = seat.recorded(e.Copied)
        assert copied.override == "the IC is cut off"


async def test_a_secret_leaves_with_no_reason_at_all(sit: Sit, public: str, clipboard: MemoryClipboard) -> None:
    async with sit(public) as seat:
        await seat.write("Please use AKIAIOSFODNN7EXAMPLE to sign in, password: hunter2-hunter2.")
        await seat.press("ctrl+o")
        await seat.type("it is urgent")
        await seat.press("enter")
        assert "must not go out, whatever the reason" in seat.text
        assert clipboard.copied == []


async def test_posted_three_minutes_ago_shows_the_promise_and_restarts_the_countdown(
    sit: Sit, public: str, clock: FixedClock
) -> None:
    async with sit(public) as seat:
        assert "first post due 14:05 UTC" in seat.pane("#countdown")
        await seat.write(LATE)
        await seat.approve()
        await seat.press("ctrl+o")
        clock.set(7)
        await seat.settle()
        assert "OVERDUE" in seat.pane("#countdown")
        await seat.press("f5")
        # "now" is selected: what is typed takes its place.
        await seat.type("-3")
        assert "It promises the next update at 14:22 UTC." in seat.text
        await seat.press("enter")
        (post,) = seat.incident.posts
        assert (post.posted_at, post.promise, post.where) == (minute(4), minute(22), "status page")
        assert "[posted]" in seat.pane("#path")
        assert "scoping post due 14:09 UTC" in seat.pane("#countdown")
        assert "public since 14:04 | 1 post" in seat.pane("#phase")
        await seat.press("f5")
        assert any("marked as posted already" in said for said in seat.said)


async def test_posted_now_takes_two_keys(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.approve()
        clock.set(4)
        await seat.press("f5", "enter")
        assert [post.posted_at for post in seat.incident.posts] == [minute(4)]


async def test_a_bad_time_of_posting_is_said_beside_its_field(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.approve()
        await seat.press("f5")
        await seat.type("soonish")
        await seat.press("enter")
        assert "✗ write a time as 14:05, -3 (minutes ago)" in seat.text
        assert "soonish" in seat.text
        assert seat.field == "when"
        assert not seat.incident.posts


async def test_a_text_that_went_out_before_it_was_approved_is_recorded_with_the_reason(
    sit: Sit, public: str, clock: FixedClock
) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        clock.set(6)
        await seat.approve()
        await seat.press("f5")
        await seat.type("-2")
        await seat.press("enter")
        assert "✗ " in seat.text
        assert not seat.incident.posts
        await seat.press("tab", "tab")
        await seat.type("pressed too early")
        await seat.press("enter")
        (post,) = seat.incident.posts
        assert (post.posted_at, post.override) == (minute(4), "pressed too early")


async def test_a_finding_is_let_pass_with_a_reason(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(ETA)
        await seat.press("alt+p", "enter")
        assert "why may it stay?" in seat.text
        await seat.type("a quotation")
        await seat.press("enter")
        assert seat.incident.suppressed
        assert "don't" not in seat.pane("#hints")


async def test_a_posted_text_is_not_asked_for_again(sit: Sit, public: str, clipboard: MemoryClipboard) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.publish()
        copied = len(clipboard.copied)
        await seat.press("f3")
        await seat.press("ctrl+o")
        assert any("has been posted: write the next one" in said for said in seat.said)
        assert any("has been posted already" in said for said in seat.said)
        assert len(clipboard.copied) == copied


async def test_an_empty_text_goes_nowhere(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        for key in ("f3", "ctrl+o", "f5"):
            await seat.press(key)
            assert seat.dialog == "CockpitScreen"
        assert sum("the text is empty" in said for said in seat.said) == 3
        assert not seat.incident.requests


async def test_a_key_pressed_twice_opens_one_dialog(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        seat.room.action_do("phase")
        seat.room.action_do("phase")
        await seat.settle()
        await seat.press("escape")
        assert seat.dialog == "CockpitScreen"

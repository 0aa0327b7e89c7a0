"""What a draft is for, by keyboard: its language, channel, stage and phase, and what voids the IC's word on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seat import Sit
from support import FixedClock

from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import LocalText
from cockpit.domain.words import Channel, Phase, Stage

LATE = "Notifications arrive late in the EU. The next update will come by 14:22 UTC."


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident at 14:03 whose IC decided to go public a minute before."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(3)
    return incident


async def test_an_edit_voids_the_approval_and_going_back_restores_it(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.approve()
        await seat.press("ctrl+end")
        await seat.type("!")
        assert "void" in seat.pane("#path")
        assert "the text was changed after the IC saw it" in seat.pane("#path")
        await seat.press("ctrl+o")
        assert "Copy a text that is not approved?" in seat.text
        await seat.press("escape", "backspace")
        assert "[approved]" in seat.pane("#path")


async def test_changed_facts_void_the_approval_and_offer_to_post_now(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.publish()
        # What is known before the scoping post is what that one tells: nothing has changed yet.
        await seat.press("ctrl+f")
        await seat.type("Notifications arrive late")
        await seat.press("enter")
        assert seat.dialog == "CockpitScreen"
        clock.set(5)
        await seat.write(LATE + " It is so everywhere in the EU.")
        await seat.publish()
        clock.set(6)
        await seat.write("Notifications arrive late in the EU and the US. The next update will come by 14:28 UTC.")
        await seat.approve()
        assert "[approved]" in seat.pane("#path")
        await seat.press("ctrl+f")
        await seat.type("Notifications are lost")
        await seat.press("enter")
        assert "Did the impact change for customers?" in seat.text
        await seat.press("y")
        assert "the facts changed since the IC saw it" in seat.pane("#path")
        assert "POST NOW" in seat.pane("#countdown")
        assert "the impact changed" in seat.pane("#countdown")


async def test_facts_that_another_process_recorded_meanwhile_are_kept(
    sit: Sit, public: str, services: Services
) -> None:
    async with sit(public) as seat:
        await seat.press("ctrl+f")
        await seat.type("Notifications arrive late")
        facts = replace(seat.incident.facts, regions=LocalText("EU", "欧州"))
        services.incidents.record_facts(public, facts)
        await seat.press("enter")
        assert seat.incident.facts.impact.en == "Notifications arrive late"
        assert seat.incident.facts.regions == LocalText("EU", "欧州")


async def test_a_phase_that_changes_with_the_post(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.publish()
        clock.set(8)
        await seat.press("f2", "m")
        await seat.type("the fix is out")
        await seat.press("tab", "2", "enter")
        # Nothing moved yet; the template for it stands first.
        assert seat.incident.phase is Phase.INVESTIGATING
        assert "Templates" in seat.text
        await seat.press("enter")
        assert seat.room.writing.draft.stage is Stage.MONITORING
        assert "then Monitoring" in seat.pane(".heading")
        await seat.write("A fix is in place; notifications are recovering. The next update will come by 14:28 UTC.")
        await seat.approve()
        assert seat.incident.requests[-1].target is Phase.MONITORING
        await seat.press("ctrl+o", "f5", "enter")
        assert seat.incident.phase is Phase.MONITORING
        assert "[Monitoring]" in seat.pane("#phase")
        assert "then Monitoring" not in seat.pane(".heading")
        assert any("the fix is out" in note.text for note in seat.recorded(e.Noted))
        # What is written next moves nothing.
        await seat.write("Notifications keep recovering. The next update will come by 14:28 UTC.")
        assert seat.room.view.draft.target is None


async def test_the_move_with_the_next_message_can_be_taken_back(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.publish()
        await seat.press("f2", "d", "tab", "2", "enter", "escape")
        assert seat.room.view.draft.target is Phase.IDENTIFIED
        await seat.press("f2", "n")
        assert seat.room.view.draft.target is None
        assert "then Identified" not in seat.text


async def test_each_channel_has_a_draft_of_its_own(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.write(LATE)
        await seat.press("alt+c", "x")
        assert seat.draft == ""
        assert "/280" in seat.pane(".heading")
        await seat.type("Late.")
        await seat.press("alt+c", "s")
        assert seat.draft == LATE
        await seat.press("alt+c", "x")
        assert seat.draft == "Late."
        stored = {d.channel: d.text for d in seat.services.desk.store.drafts(public)}
        assert stored == {Channel.STATUS: LATE, Channel.X: "Late."}


async def test_what_is_written_by_hand_is_for_what_is_due(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.type("We are aware of late notifications. The next update will come by 14:22 UTC.")
        assert "initial post" in seat.pane(".heading")
        await seat.publish()
        # The text that went out stays in view; typing over it begins the next message.
        assert "[posted]" in seat.pane("#path")
        clock.set(6)
        await seat.type("Now: ")
        assert "scoping post" in seat.pane(".heading")
        await seat.press("alt+w")
        assert "due now" in seat.text
        await seat.press("u")
        assert "update |" in seat.pane(".heading")
        await seat.type("still ")
        assert "update |" in seat.pane(".heading")


async def test_what_was_chosen_for_an_empty_draft_holds_when_typing_begins(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("alt+w", "n")
        await seat.type("Dear customer")
        assert seat.room.view.draft.stage is Stage.LIMITED

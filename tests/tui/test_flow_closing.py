"""The end of an incident by keyboard: recovery, resolution, follow-ups, close; the long one, and the false alarm."""

from __future__ import annotations

import pytest
from seat import Seat, Sit
from support import FixedClock, MemoryClipboard

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Channel, Lang, Phase, Stage

FIRST = "We are aware of late notifications and are investigating. The next update will come by 14:22 UTC."
UPDATE = "Notifications arrive late in the EU. The next update will come by 14:28 UTC."


def publish(services: Services, incident: str, stage: Stage, text: str, target: Phase | None = None) -> str:
    """A text that the IC approved and that went out, without the screen."""
    draft = Draft(Lang.EN, Channel.STATUS, stage, text, services.desk.now(), target)
    request = services.messages.ask(incident, [draft])
    services.messages.approve(incident, request, "Robin", e.How.VOICE)
    return services.messages.mark_posted(incident, draft, "status page")


@pytest.fixture
def told(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident at 14:10 of which customers know the scope."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(4)
    publish(services, incident, Stage.INITIAL, FIRST)
    clock.set(8)
    publish(services, incident, Stage.SCOPING, UPDATE, Phase.IDENTIFIED)
    clock.set(10)
    return incident


async def resolve(seat: Seat) -> None:
    """Recovery confirmed, and the resolution posted with the move."""
    await seat.press("f2", "y", "enter")
    await seat.press("f2", "r", "tab", "2", "enter", "escape")
    await seat.write("The problem is resolved: notifications arrive as usual. No data was lost and nothing lingers.")
    await seat.approve()
    await seat.press("ctrl+o", "f5", "enter")


async def test_a_phase_that_changes_now_offers_its_template_at_once(sit: Sit, told: str) -> None:
    async with sit(told) as seat:
        await seat.press("f2", "m")
        await seat.type("the fix is out")
        await seat.press("enter")
        (*_, moved) = seat.recorded(e.PhaseChanged)
        assert (moved.phase, moved.reason) == (Phase.MONITORING, "the fix is out")
        # What was just recorded is in view already: what stands first is of the new phase.
        await seat.press("enter")
        assert seat.room.view.draft.stage is Stage.MONITORING


async def test_resolved_waits_for_the_ic_s_confirmation(sit: Sit, told: str) -> None:
    async with sit(told) as seat:
        await seat.press("f2", "r")
        assert "✗ resolved needs the IC's confirmation of full recovery" in seat.text
        await seat.press("escape", "f2", "y", "enter")
        assert seat.incident.recovery_confirmed_by == "Robin"
        assert "the IC confirmed full recovery: resolve (F2, r)" in seat.pane("#phase")
        await seat.press("f2", "r", "enter")
        assert seat.incident.phase is Phase.RESOLVED
        assert "POST NOW: resolution post" in seat.pane("#countdown")


async def test_from_recovery_to_close(
    sit: Sit, told: str, services: Services, clock: FixedClock, clipboard: MemoryClipboard
) -> None:
    words = [("no SMS", "Acme"), ("push late", "Globex"), ("通知が届きません", "アクメ商事")]
    services.reports.log(told, [NewReport(text, customer, Via.EMAIL) for text, customer in words])
    async with sit(told) as seat:
        await resolve(seat)
        assert seat.incident.phase is Phase.RESOLVED
        assert "follow-ups" in seat.pane("#countdown")
        await seat.press("alt+u")
        assert "Replies: 3 enquiries left" in seat.text
        await seat.press("c", "enter")
        assert "✗ enquiries without a reply: 3" in seat.text
        await seat.press("escape")
        # One by one: found by typing, the reply copied, then ticked off; the list comes back.
        await seat.press("alt+u", "r")
        await seat.type("globex")
        await seat.press("enter")
        assert "Globex" in seat.text
        await seat.press("enter")
        assert "Globex" in clipboard.copied[-1]
        await seat.press("enter")
        assert len(services.reports.unanswered(told)) == 2
        assert "Who got their reply?" in seat.text
        # The rest at once.
        await seat.press("up", "end")
        await seat.type("all 2")
        await seat.press("enter")
        assert not services.reports.unanswered(told)
        await seat.press("alt+u", "c", "enter")
        assert "postmortem's external message is not published yet" in seat.text
        await seat.press("escape", "alt+u", "p")
        await seat.type("https://status.example.com/postmortem")
        await seat.press("enter")
        await seat.press("alt+u", "c", "enter")
        assert seat.incident.phase is Phase.CLOSED
        assert "closed" in seat.pane("#countdown")
        await seat.press("f3")
        assert not [r for r in seat.incident.requests if r.verdict is None]


async def test_follow_ups_before_the_resolution_say_so(sit: Sit, told: str) -> None:
    async with sit(told) as seat:
        await seat.press("alt+u")
        assert any("follow-ups come after the resolution" in said for said in seat.said)


async def test_long_is_locked_in_the_first_hour_asked_for_at_two_and_changes_what_is_due(
    sit: Sit, told: str, clock: FixedClock
) -> None:
    async with sit(told) as seat:
        await seat.press("f2", "l")
        assert "✗ not to be decided within the first 60 minutes" in seat.text
        await seat.press("escape")
        clock.set(121)
        await seat.settle()
        assert "declare it long? (F2, l)" in seat.pane("#phase")
        await seat.press("f2", "l")
        await seat.type("the repair needs parts")
        await seat.press("enter")
        assert "Templates" in seat.text
        await seat.press("escape")
        assert seat.incident.long_since is not None
        assert "long incident since 16:01" in seat.pane("#phase")


async def test_a_false_alarm_ends_with_the_post_taken_down(
    sit: Sit, services: Services, incident: str, clock: FixedClock
) -> None:
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    clock.set(4)
    publish(services, incident, Stage.INITIAL, FIRST)
    clock.set(6)
    async with sit(incident) as seat:
        await seat.press("f2", "c", "enter")
        # Enter right behind a refused letter says it again.
        assert "✗ a false alarm's post is retracted first" in seat.text
        await seat.press("escape", "alt+m", "1", "f")
        await seat.press("tab", "enter")
        assert "a correction needs a reason" in seat.text
        await seat.type("a monitoring fault")
        await seat.press("enter")
        (post,) = seat.incident.posts
        assert post.retracted
        await seat.press("f2", "c", "enter")
        assert seat.incident.phase is Phase.CLOSED


async def test_an_incident_solved_at_once_and_a_held_one(sit: Sit, incident: str, clock: FixedClock) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+g", *"nnnn", "down", "h")
        assert "All no: hold" in seat.text
        await seat.press("enter")
        assert seat.incident.choice is e.Choice.HOLD
        assert "assess again due 14:10 UTC" in seat.pane("#countdown")
        await seat.press("f2", "c", "enter")
        assert seat.incident.phase is Phase.CLOSED


async def test_severity_and_commander_change_by_a_letter(sit: Sit, told: str) -> None:
    async with sit(told) as seat:
        await seat.press("f2", "s", "1", "enter")
        assert seat.incident.severity == 1
        await seat.press("f2", "o")
        await seat.type("Jo")
        await seat.press("enter")
        assert seat.incident.ic == "Jo"
        assert "IC: Jo" in seat.pane("#phase")
        assert "SEV-1" in seat.pane("#phase")

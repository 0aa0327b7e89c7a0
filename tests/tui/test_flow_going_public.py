"""From the start of the call to the first post, by keyboard."""

from __future__ import annotations

from seat import Sit
from support import FixedClock, MemoryClipboard, minute

from cockpit import i18n
from cockpit.application.incidents import Incidents
from cockpit.domain import events as e
from cockpit.domain.words import Lang, Phase, Stage
from cockpit.labels import label


async def test_an_incident_is_opened_from_the_start_screen_and_errors_stand_beside_their_field(
    sit: Sit, clock: FixedClock
) -> None:
    clock.set(3)
    async with sit() as seat:
        assert "No incident is open" in seat.text
        await seat.press("n", "enter")
        assert "an incident needs a title" in seat.text
        assert seat.field == "title"
        await seat.type("Notifications delayed")
        await seat.press("tab", "1", "tab")
        await seat.type("Robin")
        await seat.press("tab")
        await seat.type("half past")
        await seat.press("enter")
        # The time is wrong: said beside its field, and everything typed is still there.
        assert "write a time as 14:05" in seat.text
        assert seat.field == "started"
        for kept in ("Notifications delayed", "(x) SEV-1", "Robin", "half past"):
            assert kept in seat.text
        await seat.press(*["backspace"] * 9)
        await seat.type("-3")
        await seat.press("enter")
        await seat.until(lambda: seat.cockpit, "the cockpit")
        await seat.settle()
        state = seat.incident
        assert (state.title, state.severity, state.ic) == ("Notifications delayed", 1, "Robin")
        assert state.call_started == minute(0)
        assert "SEV-1  Notifications delayed" in seat.text
        assert "T+00:03:00" in seat.text


async def test_a_form_left_with_esc_keeps_what_was_typed(sit: Sit) -> None:
    async with sit() as seat:
        await seat.press("n")
        await seat.type("Sign-in fails")
        await seat.press("escape", "n")
        assert "Sign-in fails" in seat.text
        # Behind the words, not in their place: typing goes on.
        await seat.type(" for some")
        assert "Sign-in fails for some" in seat.text


async def test_the_checklist_leads_to_investigating_and_to_the_template(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+g")
        assert "in doubt, post" in seat.text
        await seat.press("n", "y")
        assert "A yes: post that you are investigating, at once." in seat.text
        await seat.press("enter")
        assert seat.incident.phase is Phase.INVESTIGATING
        (decided,) = seat.recorded(e.Decided)
        assert isinstance(decided, e.Decided)
        assert (decided.choice, decided.by) == (e.Choice.POST, "Robin")
        assert decided.answers == (False, True, None, None)
        # The template that is due stands first: Enter fills it, in both languages.
        await seat.until(lambda: "Templates" in seat.text, "the templates")
        assert "suggested now" in seat.text
        await seat.press("enter")
        assert "investigating" in seat.draft
        drafts = {d.lang: d for d in seat.services.desk.store.drafts(incident)}
        assert {d.stage for d in drafts.values()} == {Stage.INITIAL}
        assert "調査" in drafts[Lang.JA].text


async def test_going_public_needs_a_name_for_who_decided(sit: Sit, incidents: Incidents) -> None:
    nameless = incidents.open("Search is slow", 3)
    async with sit(nameless) as seat:
        await seat.press("ctrl+g", "y", "enter")
        assert "who decided?" in seat.text
        assert seat.field == "by"
        assert seat.incident.phase is Phase.TRIAGE
        await seat.type("Jo")
        await seat.press("enter")
        assert seat.incident.phase is Phase.INVESTIGATING


async def test_what_is_not_known_is_marked_in_the_template_and_filled_in_later(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.go_public()
        await seat.type("scoping")
        await seat.press("enter")
        assert "[" in seat.draft
        await seat.press("ctrl+f")
        await seat.type("Notifications arrive late")
        await seat.press("tab", "tab")
        await seat.type("SMS, push")
        await seat.press("tab", "tab")
        await seat.type("EU")
        await seat.press("enter")
        assert seat.incident.facts.components.en == "SMS, push"
        await seat.press("f4")
        await seat.type("what is affected")
        await seat.press("enter")
        assert "Affected features: SMS and push" in seat.draft
        assert "Affected regions: EU" in seat.draft


async def test_the_request_and_the_approved_text_reach_the_clipboard(
    sit: Sit, incident: str, clipboard: MemoryClipboard
) -> None:
    async with sit(incident) as seat:
        await seat.go_public()
        await seat.press("enter")
        await seat.press("f3")
        assert "Which texts does the IC see?" in seat.text
        await seat.press("1")
        (request,) = clipboard.copied
        assert "for your approval" in request
        assert f"> {seat.draft.splitlines()[0]}" in request
        assert "[asked]" in seat.pane("#path")
        await seat.press("ctrl+o")
        # Not approved yet: an override needs a typed reason. Esc is the way back.
        assert "Copy a text that is not approved?" in seat.text
        await seat.press("enter")
        assert "an override needs a reason" in seat.text
        await seat.press("escape")
        assert len(clipboard.copied) == 1
        await seat.press("f3")
        assert "What did Robin say?" in seat.text
        await seat.press("v")
        (approved,) = seat.recorded(e.Approved)
        assert isinstance(approved, e.Approved)
        assert (approved.by, approved.how) == ("Robin", e.How.VOICE)
        assert "[approved]" in seat.pane("#path")
        await seat.press("ctrl+o")
        assert clipboard.copied[1:] == [seat.draft]
        assert "[copied]" in seat.pane("#path")


async def test_templates_stand_in_the_order_in_which_an_incident_needs_them_and_in_the_user_s_language(
    sit: Sit, incident: str
) -> None:
    i18n.use("ja")
    async with sit(incident) as seat:
        await seat.press("f4")
        rows = [row for row in seat.rows if label(Stage.SCOPING) in row or label(Stage.RESOLUTION) in row]
        assert label(Stage.SCOPING) in rows[0]
        # The draft is English, the list in the language of whoever reads it.
        assert any("調査を開始しました" in row for row in seat.rows)
        assert "We are investigating" not in seat.text

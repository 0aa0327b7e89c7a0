"""Premium customers by keyboard: written to in their language through the gate, told by whom, and who still waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seat import Sit, sit_down
from support import FixedClock, MemoryClipboard, minute

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.words import Lang, Phase, Stage

ACME = PremiumCustomer("Acme", "Team Blue", "ops@acme.example", Lang.EN)
AOBA = PremiumCustomer("青葉電機", "", "03 の担当者", Lang.JA)
SHEET = FactSheet(
    impact=LocalText("Notifications arrive up to 15 minutes late", "通知の配信が最大15分遅れています"),
    components=LocalText("Push notifications", "プッシュ通知"),
    regions=LocalText("EU", "欧州"),
)
NOTICE = "Notifications arrive late in the EU. The next update will come by 14:30 UTC."


@pytest.fixture
def services(services: Services) -> Services:
    return replace(services, premium=(ACME, AOBA))


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    """14:12; a post that tells the impact went out at 14:10, its approval not the matter of these tests."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    services.incidents.record_facts(incident, SHEET)
    clock.set(10)
    draft = services.messages.desk.store.drafts(incident)
    assert draft == []
    services.messages.save_draft(incident, Draft(Lang.EN, services.channels[0], Stage.SCOPING, NOTICE, clock.now()))
    (draft,) = services.desk.store.drafts(incident)
    services.messages.mark_posted(incident, draft, "status page", reason="posted while this is set up")
    clock.set(12)
    return incident


async def test_who_waits_is_said_until_everybody_was_told(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        assert "2 premium customers not told (alt+d)" in seat.pane("#phase")
        await seat.press("alt+d")
        assert "! not told of the scoping post of 14:10" in seat.text
        await seat.press("t")
        assert "Acme, 青葉電機 was told" in seat.text
        await seat.press("enter")
        assert "premium" not in seat.pane("#phase")
        tellings = seat.incident.tellings
        assert [(t.by, t.told_at, t.text) for t in tellings] == [(e.Teller.ACCOUNT_TEAM, minute(12), None)] * 2
        await seat.press("alt+d")
        assert "told 14:12 by the account team" in seat.text
        assert "none of them waits" in seat.text


async def test_both_are_written_to_in_their_language_approved_together_and_told_one_by_one(
    sit: Sit, public: str, clipboard: MemoryClipboard
) -> None:
    async with sit(public) as seat:
        await seat.press("alt+d", "w")
        assert "to Acme [en]" in seat.text
        assert seat.draft.startswith("Subject: For Acme: problem with Push notifications")
        assert "Team Blue will be in touch with you throughout" in seat.draft
        assert "nothing to mend" in seat.pane("#hints")
        await seat.press("f3")
        assert "all 2 of them" in seat.text
        assert "青葉電機" in seat.text
        await seat.press("1", "f3", "v")
        assert "[approved]" in seat.pane("#path")
        await seat.press("ctrl+o")
        assert clipboard.copied[-1] == seat.draft
        assert "send it, then F5" in seat.pane("#path")
        await seat.press("f5")
        assert "Acme was told" in seat.text
        await seat.press("enter")
        # The next one that is approved comes up by itself.
        assert "to 青葉電機 [ja]" in seat.text
        assert seat.draft.startswith("件名：青葉電機 様")
        assert any("still to tell: 青葉電機" in said for said in seat.said)
        await seat.press("ctrl+o", "f5", "tab", "right", "enter")
        told = seat.incident.tellings
        assert [t.by for t in told] == [e.Teller.LIAISON, e.Teller.ACCOUNT_TEAM]
        assert all(t.text is not None and not t.override for t in told)
        assert told[0].promise is not None
        # Back at the message to everybody.
        assert seat.draft == NOTICE
        assert "premium" not in seat.pane("#phase")


async def test_an_edit_of_one_text_voids_its_approval_alone(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("alt+d", "w", "f3", "1", "f3", "v")
        await seat.press("ctrl+end")
        await seat.type(" Please call us.")
        assert "void" in seat.pane("#path")
        await seat.press("ctrl+z")
        assert "[approved]" in seat.pane("#path")


async def test_what_was_typed_to_one_customer_is_there_again(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("alt+d", "1", "w")
        await seat.write("Dear Acme, we are on it.")
        await seat.press("alt+d", "b")
        assert seat.draft == NOTICE
        await seat.press("alt+l")
        await seat.press("alt+d", "1", "w")
        assert seat.draft == "Dear Acme, we are on it."
        # It has one language, and F4 fills it anew.
        await seat.press("alt+l")
        assert any("in their language" in said for said in seat.said)
        await seat.press("f4", "enter")
        assert seat.draft.startswith("Subject: For Acme")


async def test_after_a_restart_the_text_to_one_customer_is_in_the_editor(
    services: Services, clock: FixedClock, public: str
) -> None:
    async with sit_down(services, clock, public) as seat:
        await seat.press("alt+d", "2", "w")
        text = seat.draft
        assert "青葉電機 様" in text
    async with sit_down(services, clock, public) as seat:
        assert seat.draft == text
        assert "to 青葉電機 [ja]" in seat.text


async def test_once_it_is_resolved_they_get_a_resolution_of_their_own(
    sit: Sit, services: Services, public: str
) -> None:
    services.incidents.confirm_recovery(public, "Robin")
    services.incidents.change_phase(public, Phase.RESOLVED, "over")
    services.incidents.record_facts(
        public, replace(SHEET, data_loss=LocalText("No data was lost"), lingering=LocalText("Nothing"))
    )
    async with sit(public) as seat:
        await seat.press("alt+d", "1", "w")
        assert seat.draft.startswith("Subject: For Acme: the problem with Push notifications is resolved")
        assert "nothing to mend" in seat.pane("#hints")


async def test_the_liaison_needs_a_reason_to_have_told_them_in_own_words(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("alt+d", "1")
        assert "Contact: ops@acme.example" in seat.text
        await seat.press("t", "tab", "left", "enter")
        assert "the IC has approved no text for it" in seat.text
        await seat.press("tab")
        await seat.type("they called and were angry\n")
        assert seat.incident.tellings[0].override == "they called and were angry"
        await seat.press("alt+d", "1", "m")
        await seat.type("that was Globex\n")
        assert seat.incident.tellings == ()


async def test_texts_to_one_customer_are_not_offered_for_everybody(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("f4")
        await seat.type("premium")
        assert "Individual notice to a premium customer" not in seat.text
        await seat.press("escape")


async def test_without_premium_customers_the_key_says_where_they_are_named(
    services: Services, clock: FixedClock, public: str
) -> None:
    async with sit_down(replace(services, premium=()), clock, public) as seat:
        await seat.press("alt+d")
        assert any("[[premium]]" in said for said in seat.said)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_heading_and_the_list_fit(
    services: Services, clock: FixedClock, public: str, size: tuple[int, int]
) -> None:
    async with sit_down(services, clock, public, size) as seat:
        await seat.press("alt+d")
        assert "Acme" in seat.text
        assert "青葉電機" in seat.text
        await seat.press("w")
        assert "to Acme [en]" in seat.text

"""What a message needs beside the facts sheet is asked for when it is filled: just that, once, read as it is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seat import Seat, Sit
from support import FixedClock
from test_flow_closing import publish
from textual.widgets import Input, OptionList

from cockpit import i18n
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.tui.screens.form import FormScreen
from cockpit.tui.screens.menu import MenuScreen


@pytest.fixture
def scoped(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident whose scope customers know."""
    facts = FactSheet(LocalText("Notifications arrive late", "通知が遅れています"), LocalText("SMS", "SMS"))
    services.incidents.record_facts(incident, replace(facts, regions=LocalText("EU", "欧州")))
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(3)
    publish(services, incident, Stage.INITIAL, "We are aware of a problem. The next update will come by 14:22 UTC.")
    clock.set(6)
    text = "Notifications arrive late in the EU. The next update will come by 14:25 UTC."
    publish(services, incident, Stage.SCOPING, text, Phase.IDENTIFIED)
    clock.set(10)
    return incident


async def choose(seat: Seat, name: str) -> None:
    await seat.press("f4")
    menu = seat.app.screen
    assert isinstance(menu, MenuScreen)
    options = menu.query_one(OptionList)
    while menu._listed[options.highlighted or 0].id != name:
        await seat.press("down")
    await seat.press("enter")


def fields(seat: Seat) -> list[str]:
    assert isinstance(seat.app.screen, FormScreen)
    return [widget.name or "" for widget in seat.app.screen._inputs()]


async def test_just_what_is_missing_is_asked_for_in_each_language_and_goes_into_every_text(
    sit: Sit, scoped: str
) -> None:
    async with sit(scoped) as seat:
        await choose(seat, "update-impact-changed")
        assert fields(seat) == ["changed_en", "changed_ja"]
        await seat.type("SMS is late too")
        await seat.press("tab")
        await seat.type("SMSも遅れています")
        await seat.press("enter")
        filled = {(d.lang, d.channel): d.text for d in seat.room.view.drafts}
        assert all("SMS is late too." in filled[Lang.EN, channel] for channel in Channel)
        assert all("SMSも遅れています" in filled[Lang.JA, channel] for channel in Channel)


async def test_a_template_that_the_sheet_fills_asks_nothing(sit: Sit, scoped: str) -> None:
    async with sit(scoped) as seat:
        await choose(seat, "update-no-change")
        assert seat.dialog == "CockpitScreen"
        assert "The impact has not changed" in seat.draft


async def test_what_was_typed_is_there_again_until_the_message_is_out(sit: Sit, scoped: str, clock: FixedClock) -> None:
    async with sit(scoped) as seat:
        await choose(seat, "update-impact-changed")
        await seat.type("SMS is late too")
        await seat.press("escape")
        # Left: nothing was filled, and nothing typed is lost.
        assert seat.draft == ""
        await choose(seat, "update-impact-changed")
        assert "SMS is late too" in seat.text
        await seat.press("enter")
        assert "SMS is late too." in seat.draft
        assert "【要記入：変更点】" in next(d.text for d in seat.room.view.drafts if d.lang is Lang.JA)
        await choose(seat, "update-impact-changed")
        assert seat.app.screen.query_one(Input).value == "SMS is late too"
        await seat.press("enter")
        await seat.publish()
        clock.set(14)
        await choose(seat, "update-impact-changed")
        assert seat.app.screen.query_one(Input).value == ""


async def test_what_must_not_go_out_is_said_while_it_is_typed(sit: Sit, scoped: str) -> None:
    async with sit(scoped) as seat:
        await choose(seat, "where-we-failed")
        assert fields(seat) == ["failure_en", "failure_ja"]
        await seat.type("It will be fixed within 10 minutes")
        assert "✗ «within 10 minutes» says when the problem will be over" in seat.text
        await seat.press("tab")
        await seat.type("db-master-01が停止しました")
        assert "✗ «db-master-01»" in seat.text
        await seat.press("escape")


@pytest.mark.parametrize(("lang", "usual"), [("en", "every 60 minutes"), ("ja", "60分ごと")])
async def test_how_often_updates_come_is_offered_as_the_policy_has_it(
    sit: Sit, scoped: str, services: Services, clock: FixedClock, lang: str, usual: str
) -> None:
    i18n.use(lang)
    clock.set(61)
    services.incidents.declare_long(scoped, "it takes long")
    async with sit(scoped) as seat:
        await choose(seat, "long-forecast")
        assert fields(seat) == ["frequency_en", "frequency_ja"]
        assert usual in seat.text
        await seat.press("enter")
        assert any(usual in draft.text for draft in seat.room.view.drafts)


async def test_the_change_comes_first_where_an_update_is_due_at_once(sit: Sit, scoped: str, services: Services) -> None:
    services.incidents.post_now(scoped, "the impact changed")
    async with sit(scoped) as seat:
        await seat.press("f4", "enter")
        assert fields(seat) == ["changed_en", "changed_ja"]

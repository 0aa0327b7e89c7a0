"""The facts sheet: each fact in every language, names picked out of lists, and what recording a change leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seat import Seat, Sit, sit_down
from support import FixedClock, minute
from test_flow_closing import publish

from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.picks import everywhere
from cockpit.domain.words import Lang, Phase, Stage

LATE = "Notifications arrive late in the EU. The next update will come by 14:28 UTC."


@pytest.fixture
def services(services: Services) -> Services:
    """An organisation that named its components and regions."""
    components = (everywhere("API"), LocalText("Notifications", "通知"), LocalText("push notifications", "プッシュ"))
    regions = (everywhere("EU"), LocalText("Japan", "日本"))
    return replace(services, components=components, regions=regions)


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    """Customers know of the impact."""
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    services.incidents.record_facts(incident, FactSheet(LocalText("Notifications arrive late", "通知が遅れています")))
    clock.set(4)
    publish(services, incident, Stage.INITIAL, LATE)
    clock.set(8)
    publish(services, incident, Stage.SCOPING, LATE + " Affected: all.", Phase.IDENTIFIED)
    clock.set(12)
    return incident


def held(seat: Seat, name: str) -> str:
    """What a field of the sheet holds."""
    values = seat.app.screen.values()  # type: ignore[attr-defined] # FormScreen's
    return str(values[name])


async def to_field(seat: Seat, name: str) -> None:
    while seat.field != name:
        await seat.press("tab")


# Picking


async def test_what_is_picked_in_one_language_stands_in_the_other_too(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        assert "F4: pick" not in seat.text
        await to_field(seat, "components_ja")
        assert "F4: pick" in seat.text
        await seat.press("f4")
        assert seat.dialog == "PickScreen"
        assert "( ) 通知  Notifications" in seat.text
        await seat.type("notif")
        # Found by its name in any language, shown first by its own.
        assert "( ) API" not in seat.text
        await seat.press("enter")
        assert seat.dialog == "FormScreen"
        assert (held(seat, "components_en"), held(seat, "components_ja")) == ("Notifications", "通知")
        await seat.press("enter")
        assert seat.incident.facts.components == LocalText("Notifications", "通知")


async def test_space_picks_several_and_takes_back_and_free_text_stays(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "components_en")
        await seat.type("the old app, api")
        await seat.press("f4")
        assert "(x) API" in seat.text
        await seat.press("space", "down", "space")
        await seat.type("push")
        await seat.press("space")
        assert "(x) push notifications" in seat.text
        # A space was pressed: Enter picks nothing that wasn't looked for.
        await seat.press("up", "up", "enter")
        assert held(seat, "components_en") == "the old app, Notifications, push notifications"
        assert held(seat, "components_ja") == "通知、プッシュ"
        await seat.press("f4", "space", "escape")
        assert held(seat, "components_en") == "the old app, push notifications"
        assert held(seat, "components_ja") == "プッシュ"


async def test_keys_right_behind_one_another_each_land_where_they_are_meant(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "regions_en")
        for key, char in [("f4", None), ("j", "j"), ("a", "a"), ("enter", "\r"), ("comma", ","), ("X", "X")]:
            seat._send(key, char)
        await seat.settle()
        assert held(seat, "regions_en") == "Japan,X"
        assert held(seat, "regions_ja") == "日本"


async def test_the_wide_space_of_japanese_picks_too(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "regions_ja")
        await seat.press("f4")
        await seat.type("日本\u3000")
        assert "(x) 日本" in seat.text
        await seat.press("escape")
        assert held(seat, "regions_en") == "Japan"


async def test_what_is_looked_for_and_not_there_picks_nothing(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "regions_en")
        await seat.press("f4")
        await seat.type("mars")
        await seat.press("enter")
        assert seat.dialog == "PickScreen"
        await seat.press("escape")
        assert held(seat, "regions_en") == ""


async def test_an_item_is_completed_as_it_is_typed_and_taken_in_both_languages(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "components_en")
        await seat.type("Search, not")
        await seat.until(lambda: "Search, notifications" in seat.text, "the offer")
        await seat.press("right")
        await seat.type("!")
        assert held(seat, "components_en") == "Search, Notifications!"
        assert held(seat, "components_ja") == "通知"


async def test_f4_does_nothing_where_there_is_nothing_to_pick(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f", "f4")
        assert (seat.dialog, seat.field) == ("FormScreen", "impact_en")
        await seat.press("escape", "alt+k", "f4")
        assert (seat.dialog, seat.field) == ("FormScreen", "text")


# The sheet


async def test_two_languages_share_a_label_and_one_alone_needs_no_name(
    sit: Sit, incident: str, services: Services, clock: FixedClock
) -> None:
    async with sit(incident, (80, 24)) as seat:
        await seat.press("ctrl+f")
        rows = [row.strip(" │") for row in seat.rows]
        at = next(index for index, row in enumerate(rows) if row.startswith("Components"))
        assert rows[at].split()[:2] == ["Components", "en"]
        assert rows[at + 1].startswith("ja")
        assert "Cause (internal)" in seat.text
        assert "What you type here is kept" in seat.text
    async with sit_down(replace(services, langs=(Lang.JA,)), clock, incident) as seat:
        await seat.press("ctrl+f")
        (row,) = [row.strip(" │") for row in seat.rows if "Components" in row]
        assert row.split(maxsplit=1) == ["Components", "not known yet (F4: API, 通知, プッシュ)"]


async def test_it_says_what_recording_will_do(sit: Sit, public: str) -> None:
    async with sit(public, (80, 24)) as seat:
        await seat.press("ctrl+f")
        await to_field(seat, "cause")
        await seat.type("a deploy")
        assert "Not recorded yet: Enter records it." in seat.text
        assert "approval" not in seat.text
        assert "hear of it at once" not in seat.text
        await seat.press("escape")
        await seat.write(LATE + " Now in the US too.")
        await seat.approve()
        await seat.press("ctrl+f")
        assert "The IC's approval becomes void." in seat.text
        await seat.type("Notifications are lost")
        said = " ".join(row.strip(" │") for row in seat.rows)
        assert "If the impact changed, customers hear of it at once." in said
        assert "Esc: leave" in seat.text


async def test_a_changed_impact_offers_the_message_that_says_so(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("ctrl+f")
        await seat.type("Notifications are lost")
        await seat.press("tab")
        await seat.type("通知が失われています")
        await seat.press("enter", "y")
        assert "POST NOW" in seat.pane("#countdown")
        assert seat.dialog == "MenuScreen"
        (first,) = [row for row in seat.rows if "suggested now" in row]
        assert "Update: the impact has changed" in first
        # What changed, in a sentence, is asked for with it.
        await seat.press("enter")
        await seat.type("They no longer arrive at all")
        await seat.press("enter")
        assert seat.draft.startswith("The impact has changed.")
        assert "Impact now: Notifications are lost." in seat.draft
        assert seat.room.writing.draft.stage is Stage.UPDATE
        written = seat.room.view.written(Lang.JA, seat.room.writing.draft.channel)
        assert written is not None
        assert "通知が失われています" in written.text


async def test_the_next_template_says_it_too_where_it_waits_for_the_next_update(
    sit: Sit, public: str, clock: FixedClock
) -> None:
    async with sit(public) as seat:
        await seat.press("f4")
        assert "Update: the impact has changed" not in next(row for row in seat.rows if "suggested now" in row)
        await seat.press("escape", "ctrl+f")
        await seat.type("Notifications are lost")
        await seat.press("enter", "n", "f4")
        (first,) = [row for row in seat.rows if "suggested now" in row]
        assert "Update: the impact has changed" in first
        await seat.press("escape")
        await seat.write("Notifications are lost, not late. The next update will come by 14:30 UTC.")
        await seat.publish()
        clock.set(14)
        await seat.press("f4")
        assert "Update: the impact has changed" not in next(row for row in seat.rows if "suggested now" in row)


async def test_when_it_began_is_shown_with_its_day_and_survives_other_changes(
    sit: Sit, public: str, services: Services
) -> None:
    yesterday = minute(-1000).replace(second=42)
    services.incidents.record_facts(public, replace(services.desk.load(public).facts, began_at=yesterday))
    async with sit(public) as seat:
        await seat.press("ctrl+f")
        assert "Began at (UTC)" in seat.text
        assert held(seat, "began") == "2026-11-22 21:20"
        await seat.press("tab", "tab")
        await seat.type("API")
        await seat.press("enter", "n")
        assert seat.incident.facts.components.en == "API"
        assert seat.incident.facts.began_at == yesterday
        # Typed over with itself it is the same minute.
        await seat.press("ctrl+f")
        await to_field(seat, "began")
        await seat.type("2026-11-22 21:21")
        assert "It began at 2026-11-22 21:21." in seat.text
        await seat.press("enter")
        assert seat.incident.facts.began_at == minute(-999)

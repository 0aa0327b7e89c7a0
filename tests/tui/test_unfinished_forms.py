"""What is typed into a form is on disk as it is typed, there again in whatever screen, and gone once it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from seat import Sit
from test_screen_saving import allow_writes, refuse_writes

from cockpit.adapters.store import SqliteStore
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.tui.filling_in import FillingIn

NOT_RECORDED = "facts typed, not recorded (^F)"


def kept(services: Services, incident: str | None) -> Mapping[str, Mapping[str, str]]:
    return services.desk.store.unfinished(incident)


async def test_what_is_typed_is_on_disk_at_once_and_there_again(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+f")
        await seat.type("Late")
        assert kept(services, incident) == {"facts": {"impact_en": "Late"}}
        await seat.press("tab")
        await seat.type("遅延")
        # The app ends here as it does when its terminal goes: the sheet was neither recorded nor left.
        assert kept(services, incident) == {"facts": {"impact_en": "Late", "impact_ja": "遅延"}}
    async with sit(incident) as seat:
        assert NOT_RECORDED in seat.pane("#phase")
        await seat.press("ctrl+f")
        assert "Late" in seat.text
        assert "Not recorded yet" in seat.text
        await seat.press("enter")
        assert seat.incident.facts.impact == LocalText("Late", "遅延")
        assert kept(services, incident) == {}
        await seat.until(lambda: NOT_RECORDED not in seat.pane("#phase"), "the words to go")


async def test_a_second_screen_shows_what_the_first_one_is_typing(sit: Sit, incident: str, services: Services) -> None:
    other = SqliteStore(services.database)
    async with sit(incident) as seat:
        theirs = replace(services.unfinished, desk=replace(services.desk, store=other))
        theirs.keep(incident, "note", {"text": "the vendor was called"})
        theirs.keep(incident, "facts", {"impact_en": "Late"})
        await seat.until(lambda: NOT_RECORDED in seat.pane("#phase"), "what the other typed")
        await seat.press("alt+k")
        assert "the vendor was called" in seat.text
        await seat.press("enter")
        assert [note.text for note in seat.recorded(e.Noted)] == ["the vendor was called"]
        assert kept(services, incident) == {"facts": {"impact_en": "Late"}}
    other.close()


async def test_leaving_a_form_or_the_app_keeps_the_last_keystroke(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        await seat.press("alt+k")
        for char in "call them":
            seat._send("space" if char == " " else char, char)
        seat._send("escape", None)
        await seat.settle()
        assert kept(services, incident) == {"note": {"text": "call them"}}
        await seat.press("alt+k", "end")
        for char in "!?":
            seat._send("exclamation_mark" if char == "!" else "question_mark", char)
        await seat.pilot.press("ctrl+q")
    assert kept(services, incident) == {"note": {"text": "call them!?"}}


async def test_what_was_never_changed_is_not_kept_and_what_was_emptied_is(
    sit: Sit, incident: str, services: Services
) -> None:
    services.incidents.record_facts(incident, FactSheet(LocalText("Late", "遅延"), regions=LocalText("EU", "欧州")))
    async with sit(incident) as seat:
        await seat.press("ctrl+f", "tab", "escape")
        assert kept(services, incident) == {}
        await seat.press("ctrl+f", "backspace", "escape")
        assert kept(services, incident) == {"facts": {"impact_en": ""}}
        # Meanwhile somebody records another region: what wasn't touched shows what is true now.
        services.incidents.record_facts(incident, replace(seat.incident.facts, regions=LocalText("US", "米国")))
        await seat.until(lambda: seat.room.view.incident.facts.regions.en == "US", "what was recorded")
        await seat.press("ctrl+f")
        assert "US" in seat.text
        await seat.press("enter")
        assert seat.incident.facts == FactSheet(LocalText("", "遅延"), regions=LocalText("US", "米国"))
        # Put back as it was, nothing is typed any more.
        await seat.press("ctrl+f")
        await seat.type("x")
        assert kept(services, incident) == {"facts": {"impact_en": "x"}}
        await seat.press("backspace")
        assert kept(services, incident) == {}


async def test_a_choice_that_stands_as_it_was_is_not_kept(sit: Sit, incident: str, services: Services) -> None:
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    async with sit(incident) as seat:
        await seat.press("f2", "d")
        await seat.type("a bad deploy")
        assert kept(services, incident) == {"phase-identified": {"reason": "a bad deploy"}}
        await seat.press("tab", "2", "escape")
        assert kept(services, incident)["phase-identified"]["when"] == "post"
        await seat.press("f2", "d")
        assert "(x) with the next message" in seat.text


async def test_the_form_of_a_new_incident_is_kept_too(sit: Sit, services: Services) -> None:
    async with sit() as seat:
        await seat.press("n")
        await seat.type("Search is slow")
        await seat.until(lambda: kept(services, None), "what was typed")
    async with sit() as seat:
        await seat.press("n")
        await seat.until(lambda: "Search is slow" in seat.text, "what was typed")
        await seat.press("enter")
        await seat.until(lambda: seat.cockpit, "the cockpit")
        assert seat.incident.title == "Search is slow"
        await seat.until(lambda: not kept(services, None), "it to be gone")


async def test_a_full_disk_is_said_in_the_form_and_it_is_saved_when_there_is_room(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident, (80, 24)) as seat:
        await seat.press("ctrl+f")
        refuse_writes(services)
        text = "Notifications arrive late, and some do not arrive at all. " * 200
        await seat.paste(text)
        assert "NOT SAVED: " in seat.text
        assert "Esc: leave" in seat.text
        assert kept(services, incident) == {}
        await seat.press("escape")
        assert "NOT SAVED" in seat.pane(".heading")
        # Nothing is lost meanwhile.
        await seat.press("ctrl+f")
        assert "NOT SAVED: " in seat.text
        allow_writes(services)
        await seat.until(lambda: not seat.room.unsaved, "the save")
        await seat.settle()
        assert kept(services, incident)["facts"]["impact_en"] == text.strip()
        assert "NOT SAVED" not in seat.text


async def test_a_form_that_cannot_be_read_opens_and_says_so(
    sit: Sit, incident: str, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(incident) as seat:
        store = services.desk.store
        assert isinstance(store, SqliteStore)
        store._reading.close()
        await seat.press("alt+k")
        assert seat.dialog == "FormScreen"
        assert any("can't be read" in said for said in seat.said)
        store._reading = store._connection


def test_what_was_typed_after_a_save_began_is_still_to_be_saved() -> None:
    filling_in = FillingIn()
    filling_in.begin("note", {"text": "a"})
    filling_in.type("note", {"text": "a"})
    assert not filling_in.unsaved
    filling_in.type("note", {"text": "ab"})
    saving = filling_in.to_save()
    filling_in.type("note", {"text": "abc"})
    filling_in.saved(saving)
    assert filling_in.waiting("note") == {"text": "abc"}
    filling_in.saved(filling_in.to_save())
    assert filling_in.waiting("note") is None


async def test_alt_with_a_letter_is_no_text_in_a_form(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("alt+k")
        await seat.type("note")
        await seat.press("alt+g", "alt+d", "enter")
        assert [note.text for note in seat.recorded(e.Noted)] == ["note"]

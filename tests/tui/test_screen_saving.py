"""Nothing typed is lost: saved as it is typed, there again when reopened, said loudly where the disk refuses."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace

from seat import Sit
from support import FixedClock

from cockpit.adapters.store import SqliteStore
from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.tui.saving import Saver
from cockpit.tui.writing import Writing, key_of

LATE = "Notifications arrive late in the EU. The next update will come by 14:22 UTC."


def stored(services: Services, incident: str) -> dict[tuple[Lang, Channel], str]:
    return {(d.lang, d.channel): d.text for d in services.desk.store.drafts(incident)}


def refuse_writes(services: Services) -> None:
    """The disk is full: the file may not grow by another page."""
    store = services.desk.store
    assert isinstance(store, SqliteStore)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")


def allow_writes(services: Services) -> None:
    store = services.desk.store
    assert isinstance(store, SqliteStore)
    store._connection.execute("PRAGMA max_page_count = 1000000")


async def test_what_is_typed_is_on_disk_and_there_again(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        await seat.type("Late in the EU")
        assert stored(services, incident) == {(Lang.EN, Channel.STATUS): "Late in the EU"}
        await seat.press("alt+l")
        await seat.type("遅れています")
    async with sit(incident) as seat:
        # The one last worked on is in the editor.
        assert seat.draft == "遅れています"
        await seat.press("alt+l")
        assert seat.draft == "Late in the EU"


async def test_leaving_saves_the_last_keystroke(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        seat.editor.insert("typed a moment ago")
        await seat.pilot.press("ctrl+q")
    assert stored(services, incident) == {(Lang.EN, Channel.STATUS): "typed a moment ago"}


async def test_another_process_s_draft_takes_the_place_of_an_untouched_one_and_can_be_undone(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident) as seat:
        await seat.type("mine")
        store = SqliteStore(services.database)
        theirs = replace(services.messages, desk=replace(services.desk, store=store))
        draft = Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "theirs", services.desk.now())
        await asyncio.to_thread(theirs.save_draft, incident, draft)
        await seat.until(lambda: seat.draft == "theirs", "the other draft")
        store.close()
        await seat.press("ctrl+z")
        assert seat.draft == "mine"


async def test_a_full_disk_is_said_loudly_once_and_the_draft_stays_and_is_saved_when_there_is_room(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident) as seat:
        await seat.type("before ")
        refuse_writes(services)
        text = "A text that takes more than the page has room for. " * 400
        await seat.paste(text)
        assert seat.draft == f"before {text}"
        (said,) = [said for said in seat.said if "NOT saved" in said]
        assert "nothing was recorded" in said
        assert "NOT SAVED" in seat.pane(".heading")
        await seat.type("and more")
        assert len([said for said in seat.said if "NOT saved" in said]) == 1
        allow_writes(services)
        await seat.until(lambda: not seat.room.writing.unsaved, "the save")
        await seat.settle()
        assert stored(services, incident)[Lang.EN, Channel.STATUS] == seat.draft
        assert "what you typed is saved again" in seat.said
        assert "NOT SAVED" not in seat.text


async def test_a_refused_write_keeps_the_dialog_open_with_what_was_typed(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident) as seat:
        store = services.desk.store
        assert isinstance(store, SqliteStore)
        store._connection.execute("PRAGMA query_only = ON")
        await seat.press("alt+k")
        await seat.type("the vendor was called")
        await seat.press("enter")
        assert "✗ " in seat.text
        assert "nothing was recorded" in seat.text
        assert "the vendor was called" in seat.text
        store._connection.execute("PRAGMA query_only = OFF")
        await seat.press("enter")
        assert [note.text for note in seat.recorded(e.Noted)] == ["the vendor was called"]


async def test_a_report_that_cannot_be_written_stays_in_the_line(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        store = services.desk.store
        assert isinstance(store, SqliteStore)
        store._connection.execute("PRAGMA query_only = ON")
        await seat.press("ctrl+l")
        await seat.type("Acme phone: no SMS\n")
        assert any("nothing was recorded" in said for said in seat.said)
        assert seat.line.value == "Acme phone: no SMS"
        store._connection.execute("PRAGMA query_only = OFF")
        await seat.press("enter")
        assert len(services.desk.store.reports(incident)) == 1


async def test_a_lock_that_another_process_holds_costs_no_keystroke(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident) as seat:
        other = sqlite3.connect(services.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        seat.editor.insert("typed while ")
        await seat.until(lambda: any(w.group == "save" for w in seat.app.workers), "the save to begin")
        # The save waits for the lock; the screen and the keys don't.
        seat.editor.insert("locked")
        assert seat.draft == "typed while locked"
        other.execute("ROLLBACK")
        other.close()
        await seat.settle()
        assert stored(services, incident)[Lang.EN, Channel.STATUS] == "typed while locked"


def test_an_older_text_never_replaces_a_newer_one(services: Services, incident: str, clock: FixedClock) -> None:
    def write(draft: Draft) -> None:
        services.messages.save_draft(incident, draft)

    saver = Saver(write, key_of)
    new, old = (Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, text, clock.now()) for text in ("newer", "old"))
    assert saver.save({7: new}) == ""
    assert saver.save({5: old}) == ""
    assert stored(services, incident) == {(Lang.EN, Channel.STATUS): "newer"}


def test_what_was_read_of_the_disk_before_a_save_does_not_undo_it(clock: FixedClock) -> None:
    writing = Writing((Lang.EN, Channel.STATUS, ""), clock.now())
    writing.type("one")
    before = writing.saves
    read = [writing.draft]
    writing.type("one two")
    writing.saved(writing.to_save())
    # The screen sees that something was saved since, and reads again instead.
    assert writing.saves != before
    assert not writing.unsaved
    writing.type("one two three")
    assert not writing.take_in(read)
    assert writing.draft.text == "one two three"


def test_a_key_switched_away_from_is_still_to_be_saved(clock: FixedClock) -> None:
    writing = Writing((Lang.EN, Channel.STATUS, ""), clock.now())
    writing.type("english")
    writing.show((Lang.JA, Channel.STATUS, ""), Stage.UPDATE)
    writing.type("日本語")
    assert {draft.text for draft in writing.to_save().values()} == {"english", "日本語"}


async def test_typing_and_switching_at_once_lands_every_letter_in_its_own_draft(
    sit: Sit, incident: str, services: Services
) -> None:
    async with sit(incident) as seat:
        seat.editor.insert("english")
        seat.room.action_do("language")
        seat.editor.insert("日本語")
        seat.room.action_do("language")
        seat.editor.insert(" again")
        await seat.settle()
        texts = stored(services, incident)
        assert texts[Lang.JA, Channel.STATUS] == "日本語"
        assert set(texts[Lang.EN, Channel.STATUS]) == set("english again")

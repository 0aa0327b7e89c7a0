"""One message in every channel and language, by keyboard: filled, asked for, copied and posted as a set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from seat import Seat, Sit
from support import FixedClock, MemoryClipboard, minute

from cockpit import i18n
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.words import Channel, Lang, Phase

ALL = [(lang, channel) for lang in Lang for channel in (Channel.STATUS, Channel.X, Channel.EMAIL)]


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident at 14:03 whose IC decided to go public a minute before."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(3)
    return incident


def texts(seat: Seat) -> dict[tuple[Lang, Channel], str]:
    return {(draft.lang, draft.channel): draft.text for draft in seat.room.view.drafts if draft.text.strip()}


async def test_a_template_fills_every_channel_and_language_at_once(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter")
        filled = texts(seat)
        assert sorted(filled) == sorted(ALL)
        assert filled[Lang.EN, Channel.EMAIL].startswith("Subject: ")
        assert filled[Lang.JA, Channel.EMAIL].startswith("件名：")
        assert "https://status.example.com" in filled[Lang.JA, Channel.X]
        assert (seat.room.view.draft.lang, seat.room.view.draft.channel) == (Lang.EN, Channel.STATUS)
        # All of it is on disk, the one in the editor as the one to come back to.
        stored = seat.services.desk.store.drafts(public)
        assert {(d.lang, d.channel): d.text for d in stored} == filled
        assert (stored[0].lang, stored[0].channel) == (Lang.EN, Channel.STATUS)
        await seat.press("ctrl+z")
        assert seat.draft == ""


async def test_what_the_user_wrote_stays_and_is_named_and_what_nobody_touched_is_filled_again(
    sit: Sit, public: str, clock: FixedClock
) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "alt+c", "X")
        await seat.press("ctrl+end")
        await seat.type("ご不便をおかけします。")
        mine = seat.draft
        await seat.press("alt+l")
        clock.set(4)
        await seat.settle()
        await seat.press("f4", "enter")
        assert any("left as they are, for you wrote in them: Japanese, X" in said for said in seat.said)
        filled = texts(seat)
        assert filled[Lang.JA, Channel.X] == mine
        assert "14:24 UTC" in filled[Lang.EN, Channel.STATUS]
        assert "14:24 UTC" in filled[Lang.JA, Channel.EMAIL]


async def test_an_edited_text_in_the_editor_is_replaced_and_can_be_had_back(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.type("My own words.")
        await seat.press("f4", "enter")
        assert seat.draft.startswith("We are aware of a problem")
        await seat.press("ctrl+z")
        assert seat.draft == "My own words."


async def test_each_text_of_the_set_is_listed_with_its_length_and_state(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "alt+c", "X")
        await seat.press("ctrl+end")
        await seat.type("\n10分以内に復旧します。")
        await seat.press("alt+c")
        rows = {row.split("│")[1].strip() for row in seat.rows if "│" in row}
        japanese = next(row for row in rows if row.startswith("x  X [ja]"))
        assert "/280 | draft | 1 don't" in japanese
        assert any(row.startswith("X  X en") and "/280 | draft" in row and "don't" not in row for row in rows)
        assert any(row.startswith("S  status page en") for row in rows)
        assert any(row.startswith("e  email ja") for row in rows)
        await seat.press("E")
        assert (seat.room.view.draft.lang, seat.room.view.draft.channel) == (Lang.EN, Channel.EMAIL)


async def test_all_of_them_is_the_first_choice_and_the_request_names_each(
    sit: Sit, public: str, clipboard: MemoryClipboard
) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "f3")
        assert "all 6 of them" in seat.text
        assert "en, ja: status page, X, email" in seat.text
        await seat.press("enter")
        (asked,) = seat.recorded(e.Asked)
        assert [(text.lang, text.channel) for text in asked.texts] == ALL
        request = clipboard.copied[-1]
        assert request.startswith(
            "Message to customers for your approval, in 6 texts:\n\nEnglish, status page:\n\n> We are"
        )
        for name in ("English, X:", "English, email:", "Japanese, status page:", "Japanese, X:", "Japanese, email:"):
            assert f"\n\n{name}\n\n> " in request
        assert request.count("May I post") == 1
        assert request.count("14:23 UTC.") >= 1
        assert "\n\n\n" not in request
        # On the call the page's text in the liaison's language is read out.
        await seat.press("alt+c", "X", "f3")
        assert "We are aware of a problem with our service and are investigating it now." in seat.text
        assert "with en: X, email; ja: status page, X, email" in " ".join(seat.text.split())


async def test_a_japanese_liaison_asks_in_japanese(sit: Sit, public: str, clipboard: MemoryClipboard) -> None:
    i18n.use("ja")
    async with sit(public) as seat:
        await seat.press("f4", "enter", "f3", "enter")
        assert clipboard.copied[-1].startswith(
            "お客様へのメッセージの承認をお願いします（文面6件）。\n\n英語、ステータスページ："
        )
        await seat.press("f3")
        assert "現在、" in seat.text


async def test_a_finding_in_one_of_the_set_is_named_and_brought_into_the_editor(sit: Sit, public: str) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "alt+c", "X")
        await seat.press("ctrl+end")
        await seat.type("\n10分以内に復旧します。")
        await seat.press("alt+c", "S", "f3", "enter")
        assert any("Japanese, X: «10分以内に»" in said or "Japanese, X: «10分以内" in said for said in seat.said)
        assert not seat.incident.requests
        assert (seat.room.view.draft.lang, seat.room.view.draft.channel) == (Lang.JA, Channel.X)
        # This text alone goes all the same.
        await seat.press("alt+c", "S", "f3", "2")
        assert len(seat.incident.requests[-1].texts) == 1


async def test_a_set_of_six_is_posted_by_copy_posted_and_enter_each(
    sit: Sit, public: str, clipboard: MemoryClipboard, clock: FixedClock
) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "f3", "enter", "f3", "v")
        written = texts(seat)
        for at, key in enumerate(ALL):
            assert (seat.room.view.draft.lang, seat.room.view.draft.channel) == key
            await seat.press("ctrl+o")
            assert clipboard.copied[-1] == written[key]
            clock.set(4 + at)
            await seat.press("f5", "enter")
            if at < 5:
                assert ("more" in seat.pane("#path") or "still to post: " in seat.pane("#path")) is (at < 4)
                assert any("still to post" in said for said in seat.said)
                assert "[approved]" in seat.pane("#path")
        assert "[posted]" in seat.pane("#path")
        assert "to post" not in seat.pane("#path")
        posts = seat.incident.posts
        assert [(post.text.lang, post.text.channel) for post in posts] == ALL
        assert len({post.request for post in posts}) == 1
        # One message: the scope is due five minutes after its first text.
        due = seat.room.view.due
        assert due is not None
        assert due.at == minute(9)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=str)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_what_is_still_to_post_stays_in_view_at_every_size(
    sit: Sit, public: str, size: tuple[int, int], lang: str
) -> None:
    i18n.use(lang)
    async with sit(public, size) as seat:
        await seat.press("f4", "enter", "f3", "enter", "f3", "v", "ctrl+o", "f5", "enter")
        for _ in range(3):
            shown = seat.pane("#path")
            assert "…" not in shown
            assert i18n._("still to post: %(names)s", names="") in shown or (i18n._("%(count)d more", count=4) in shown)
            await seat.press("ctrl+o")
        # Back at the one that is out, it says what is left.
        await seat.press("alt+c", "s")
        assert "…" not in seat.pane("#path")
        assert "alt+c" in seat.pane("#path")


async def test_a_set_that_moves_the_phase_moves_it_with_its_first_text_and_holds(
    sit: Sit, public: str, services: Services, clock: FixedClock
) -> None:
    facts = FactSheet(LocalText("Notifications arrive late", "通知が遅れています"), LocalText("SMS", "SMS"))
    services.incidents.record_facts(public, replace(facts, regions=LocalText("EU", "欧州")))
    async with sit(public) as seat:
        await seat.press("f4", "enter", "f3", "enter", "f3", "v")
        for _ in ALL:
            await seat.press("ctrl+o", "f5", "enter")
        clock.set(6)
        await seat.press("f2", "d", "tab", "2", "enter", "enter", "f3", "enter", "f3", "v", "ctrl+o")
        assert "then Identified" in seat.pane(".heading")
        await seat.press("f5", "enter")
        assert seat.incident.phase is Phase.IDENTIFIED
        assert "[approved]" in seat.pane("#path")
        assert "then Identified" not in seat.pane(".heading")
        for _ in ALL[1:]:
            await seat.press("ctrl+o", "f5", "enter")
        assert len(seat.incident.posts) == 12
        assert all(draft.target is None for draft in seat.room.view.drafts)


async def test_a_new_request_ends_what_was_left_of_the_last(sit: Sit, public: str, clock: FixedClock) -> None:
    async with sit(public) as seat:
        await seat.press("f4", "enter", "f3", "enter", "f3", "v", "ctrl+o", "f5", "enter")
        assert "4 more" in seat.pane("#path")
        clock.set(6)
        await seat.press("alt+c", "s")
        await seat.write("Notifications arrive late in the EU. The next update will come by 14:25 UTC.")
        await seat.press("f3")
        assert "[asked]" in seat.pane("#path")
        assert "more" not in seat.pane("#path")

"""Every action once, with a key that gets through; the screen at every size in both languages; what is repainted."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations

import pytest
from seat import Sit
from support import FixedClock
from test_flow_closing import publish
from textual.events import Key
from textual.widgets import Digits

from cockpit import i18n
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.phases import ORDER
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Phase, Stage
from cockpit.labels import label
from cockpit.tui.actions import ACTIONS, ALSO, shown_key
from cockpit.tui.screens.cockpit import CockpitScreen
from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.lines import Lines

SIZES = [(80, 24), (120, 36), (200, 60)]
NEXT = "Notifications still arrive late in the EU. The next update will come by 14:30 UTC."
UPDATE = "Notifications arrive late in the EU. The next update will come by 14:28 UTC."


@pytest.fixture
def busy(services: Services, incident: str, clock: FixedClock) -> str:
    """An incident in the middle, with facts, posts, reports and a draft."""
    facts = FactSheet(
        LocalText("Notifications arrive late", "通知が遅れて届きます"),
        LocalText("SMS, push", "SMS, プッシュ通知"),
        LocalText("EU", "欧州"),
    )
    services.incidents.record_facts(incident, facts)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, None, None, None))
    clock.set(4)
    first = "We are aware of late notifications. The next update will come by 14:22 UTC."
    publish(services, incident, Stage.INITIAL, first)
    clock.set(8)
    publish(services, incident, Stage.SCOPING, UPDATE, Phase.IDENTIFIED)
    for name, text in [("Acme", "no SMS"), ("アクメ商事", "通知が届きません"), ("Globex", "push late")]:
        services.reports.log(incident, [NewReport(text, name, Via.PHONE, premium=name == "Acme", region="EU")])
    clock.set(12)
    return incident


# Keys


def test_no_two_actions_share_a_key_or_an_id() -> None:
    keys = [key for action in ACTIONS for key in (action.key, ALSO.get(action.id, "")) if key]
    assert len(keys) == len(set(keys))
    assert all(a.id != b.id for a, b in combinations(ACTIONS, 2))
    assert all(action.key for action in ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_key_is_one_that_terminals_hand_on(action: object) -> None:
    key = action.key  # type: ignore[attr-defined]
    assert re.fullmatch(r"f[2-5]|f[89]|f1|ctrl\+[fglrso]|alt\+[a-z]", key)
    # tmux takes ctrl+b, readers of words alt+b and alt+f.
    assert key not in ("alt+b", "alt+f")
    if key == "f1":
        assert ALSO[action.id]  # type: ignore[attr-defined]


async def test_every_action_s_key_works_while_the_editor_has_the_cursor_and_types_nothing(
    sit: Sit, busy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    async with sit(busy) as seat:
        await seat.type("a draft")
        monkeypatch.setattr(CockpitScreen, "action_do", lambda self, action_id: done.append(action_id))
        for action in ACTIONS:
            for key in filter(None, (action.key, ALSO.get(action.id, ""))):
                seat.editor.focus()
                await seat.press(key)
                assert done == [action.id]
                done.clear()
        assert seat.draft == "a draft"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
async def test_every_action_opens_and_is_left_with_esc(sit: Sit, busy: str, action: object) -> None:
    async with sit(busy) as seat:
        before = len(seat.journal)
        await seat.write(NEXT)
        await seat.press(action.key)  # type: ignore[attr-defined]
        while seat.dialog != "CockpitScreen":
            await seat.press("escape")
        if action.id not in ("ask", "copy"):  # type: ignore[attr-defined]
            assert len(seat.journal) == before
        assert NEXT in (seat.draft, *(d.text for d in seat.room.view.drafts))


async def test_every_action_is_in_the_palette(sit: Sit, busy: str) -> None:
    async with sit(busy) as seat:
        found = {command.title: command.help for command in seat.app.get_system_commands(seat.app.screen)}
        for action in ACTIONS:
            assert found[f"{i18n.tell(action.short)} ({shown_key(action.key)})"] == i18n.tell(action.what)


async def test_the_palette_does_what_it_names(sit: Sit, busy: str) -> None:
    async with sit(busy) as seat:
        await seat.press("ctrl+p")
        await seat.type("timeline")
        await seat.until(lambda: "read the timeline" in seat.text, "the palette")
        await seat.press("down", "enter")
        await seat.until(lambda: seat.dialog == "PagerScreen", "the timeline")


def test_the_editor_lets_alt_and_function_keys_through() -> None:
    editor = DraftEditor()
    for action in ACTIONS:
        letter = action.key.removeprefix("alt+") if action.key.startswith("alt+") else None
        assert not editor.check_consume_key(action.key, letter)
        assert Key(action.key, letter).key == action.key


# Sizes and languages


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_what_carries_meaning_is_whole_at_every_size(
    sit: Sit, busy: str, clock: FixedClock, size: tuple[int, int], lang: str
) -> None:
    i18n.use(lang)
    async with sit(busy, size) as seat:
        await seat.write("We will fix it within 10 minutes. The next update will come by 14:30 UTC.")
        phase = seat.pane("#phase")
        assert f"[{label(Phase.IDENTIFIED)}]" in phase
        assert label(ORDER[ORDER.index(Phase.IDENTIFIED) + 1]) in phase
        assert "SEV-2" in phase
        assert "T+00:12:00" in phase
        assert "Robin" in phase
        assert "14:04" in phase
        countdown = seat.pane("#countdown")
        assert "14:28 UTC" in countdown
        assert "…" not in countdown
        heading = seat.pane(".heading")
        assert "[en] ja" in heading
        assert "…" not in heading
        hints = seat.pane("#hints")
        assert "«within 10 minutes»" in hints
        assert i18n._("[F9 mends it]") in hints
        assert f"[{label(seat.room.view.path.state)}]" in seat.pane("#path")
        assert "…" not in seat.pane("#path")
        assert i18n._("REPORTS %(count)d", count=3) in seat.text
        assert "F1" in seat.pane("#keys")
        assert "Acme" in seat.pane("#reports")
        clock.set(40)
        await seat.settle()
        assert i18n._("OVERDUE") in seat.pane("#countdown")
        assert "…" not in seat.pane("#countdown")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_every_dialog_fits_with_its_keys_in_view(sit: Sit, busy: str, size: tuple[int, int], lang: str) -> None:
    i18n.use(lang)
    async with sit(busy, size) as seat:
        await seat.write(NEXT)
        for key in ("f2", "f4", "f5", "ctrl+f", "ctrl+r", "alt+m", "alt+n", "alt+q", "alt+t", "alt+h", "f1"):
            await seat.press(key)
            assert seat.dialog != "CockpitScreen", key
            (keys,) = [row for row in seat.rows if i18n._("Esc: leave") in row or i18n._("Esc: close") in row]
            assert "…" not in keys, key
            assert max(len(row) for row in seat.rows) <= size[0]
            await seat.press("escape")


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
async def test_no_field_s_label_is_cut(sit: Sit, busy: str, lang: str) -> None:
    i18n.use(lang)
    async with sit(busy, (80, 24)) as seat:
        await seat.write(NEXT)
        for key in ("f5", "ctrl+f", "alt+n", "alt+k"):
            await seat.press(key)
            for shown in seat.app.screen.query(".row-label"):
                text = str(shown.render())
                words = shown.region.width * shown.region.height
                assert len(text) <= words, (key, text)
            await seat.press("escape")


async def test_a_resize_in_the_middle_keeps_everything(sit: Sit, busy: str) -> None:
    async with sit(busy) as seat:
        await seat.type("typed ")
        for width, height in ((80, 24), (200, 60), (60, 20), (120, 36)):
            await seat.pilot.resize_terminal(width, height)
            await seat.settle()
            assert "SEV-2" in seat.text
        assert seat.draft.startswith("typed")


# What is repainted


async def test_a_keystroke_repaints_no_pane_whose_words_stay(
    sit: Sit, busy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(busy) as seat:
        await seat.write(NEXT)
        painted: list[str] = []
        update, digits = Lines.update, Digits.update
        monkeypatch.setattr(Lines, "update", lambda s, *a, **k: (painted.append(s.id or ""), update(s, *a, **k))[1])
        monkeypatch.setattr(Digits, "update", lambda s, *a: (painted.append("digits"), digits(s, *a))[1])
        await seat.press("ctrl+end")
        await seat.type("!")
        # The heading counts the characters, once the lint has read them; nothing else differs.
        assert set(painted) <= {"", "hints"}
        painted.clear()
        await seat.press("left", "right")
        assert painted == []


async def test_a_second_repaints_the_clocks_alone(
    sit: Sit, busy: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(busy) as seat:
        await seat.write(NEXT)
        painted: list[str] = []
        update, digits = Lines.update, Digits.update
        monkeypatch.setattr(Lines, "update", lambda s, *a, **k: (painted.append(s.id or ""), update(s, *a, **k))[1])
        monkeypatch.setattr(Digits, "update", lambda s, *a: (painted.append("digits"), digits(s, *a))[1])
        clock.advance(seconds=1)
        await seat.settle()
        assert set(painted) == {"phase", "digits"}


# The start screen


async def test_the_start_screen_lists_what_is_due_soonest_first_and_keeps_the_cursor_on_its_incident(
    sit: Sit, services: Services, busy: str, clock: FixedClock
) -> None:
    later = services.incidents.open("Search is slow", 3, "Jo")
    async with sit() as seat:
        rows = [row for row in seat.rows if "Notifications" in row or "Search" in row]
        assert "Search is slow" in rows[0]
        await seat.press("down", "enter")
        await seat.until(lambda: seat.cockpit, "the cockpit")
        assert seat.room.incident == busy
        await seat.press("alt+o")
        assert seat.dialog == "StartScreen"
        await seat.press("escape")
        assert seat.room.incident == busy
        await seat.press("alt+o", "enter")
        await seat.until(lambda: seat.cockpit and seat.room.incident == later, "the other incident")


async def test_an_incident_that_another_process_opens_appears_and_the_cursor_stays_on_its_own(
    sit: Sit, services: Services, incident: str, clock: FixedClock
) -> None:
    async with sit() as seat:
        assert "Notifications delayed" in seat.text
        # Its call began earlier, so it is due earlier and stands above.
        services.incidents.open("Search is slow", 1, "Jo", clock.now() - timedelta(minutes=2))
        await seat.until(lambda: "Search is slow" in seat.text, "the other incident")
        await seat.press("enter")
        await seat.until(lambda: seat.cockpit, "the cockpit")
        assert seat.room.incident == incident

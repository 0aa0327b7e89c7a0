"""A screen set to Japanese says nothing in English but names, ids, units and keys, on whatever it shows."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from seat import Seat
from support import FixedClock

from cockpit import i18n
from cockpit.application.services import Services
from cockpit.domain.approval import PathState
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Lang, Phase
from cockpit.i18n import tell
from cockpit.labels import label
from cockpit.tui.actions import ACTIONS
from cockpit.tui.presentation.help import help_text

if TYPE_CHECKING:  # there are several modules of this name when tests are run together
    from seat import Sit

ALLOWED = {"Ctrl", "Enter", "Esc", "SEV", "Sam", "SMS", "SNS", "Tab", "UTC", "alt"}
"""Keys, units, the severity's configured name, and words that are Japanese by now."""
WORD = re.compile(r"[A-Za-z]{3,}")
KEY = re.compile(r"(?:ctrl|alt)\+[a-z]")

FACTS = FactSheet(
    impact=LocalText(ja="通知が遅れて届いています"),
    components=LocalText(ja="SMS、プッシュ通知"),
    regions=LocalText(ja="東京"),
)
REPORTS = [
    NewReport("14時からSMSが届かない", "アクメ商事", Via.PHONE, premium=True),
    NewReport("通知が届きません", "葉山製作所", Via.EMAIL, region="東京"),
    NewReport("プッシュ通知が遅い", "", Via.SOCIAL),
]


@pytest.fixture
def services(services: Services) -> Services:
    """A desk that speaks Japanese to its customers and to its user."""
    i18n.use("ja")
    return replace(services, langs=(Lang.JA,))


@pytest.fixture
def incident(services: Services) -> str:
    incident = services.incidents.open("通知の遅延", 2, "木村")
    services.reports.log(incident, REPORTS)
    services.incidents.record_facts(incident, FACTS)
    return incident


def english(text: str) -> set[str]:
    """The English words that ``text`` shows."""
    return set(WORD.findall(KEY.sub(" ", text))) - ALLOWED


def visible(seat: Seat) -> str:
    """What the screen shows, and what it says in passing."""
    return "\n".join((seat.text.replace("\u00a0", " "), *seat.said))


async def first_hour(seat: Seat, clock: FixedClock) -> AsyncIterator[str]:
    """Every dialog and menu up to the scoping post; yields what must be on the screen then."""
    yield "空です：F4でテンプレート"
    await seat.press("f2")
    yield "ICが完全な復旧を確認"
    await seat.press("escape", "ctrl+g")
    yield "公表しますか"
    await seat.press("y", "enter")
    yield "今の候補"
    await seat.press("enter")
    yield "F3でICに承認を依頼"
    await seat.press("ctrl+o")
    yield "未承認の文面をコピーしますか"
    await seat.press("enter")
    yield "承認なしで進めるには理由が必要です"
    await seat.press("escape", "f5")
    yield "投稿済みなら理由を記入してください"
    await seat.press("escape", "f3")
    yield "全3件の文面"
    await seat.press("2")
    yield "ICの回答待ち：F3で記録"
    await seat.press("f3")
    yield "口頭で承認"
    await seat.press("b")
    yield "直す点（ICの言葉で）"
    await seat.press("escape", "f3", "o")
    yield "( ) 差し戻し(b)"
    await seat.press("escape", "f3", "v")
    yield "^Oでコピー（有効 残り10:00）"
    await seat.press("ctrl+o")
    yield "投稿後にF5"
    await seat.press("f5")
    yield "次回更新の約束：14:20 UTC。"
    await seat.press("enter")
    yield "前回14:00"
    clock.advance(minutes=26)
    await seat.press("ctrl+r")
    yield "通話で伝えた：伝達済みにする"
    await seat.press("v", "f2", "d")
    yield "次のメッセージと同時(p)"
    await seat.press("escape", "ctrl+f")
    yield "原因（社内用）"
    await seat.press("escape", "f4")
    yield "影響の内容と範囲"
    await seat.press("enter")
    await seat.write("10.20.30.40の復旧作業中です。10分以内に復旧する見込みです！！！")
    yield "復旧時期の明示"
    await seat.press("alt+p")
    yield "このメッセージでは許容しますか"
    await seat.press("escape")


async def the_record(seat: Seat, clock: FixedClock) -> AsyncIterator[str]:
    """Everything that reads or puts right what was recorded."""
    for key, name in (
        ("alt+c", "どの文面を書きますか"),
        ("alt+s", "検索　Esc"),
        ("alt+v", "表示する報告"),
        ("alt+g", "報告した顧客の数です"),
        ("alt+n", "直ちに更新を投稿"),
        ("alt+q", "ICへの新しい質問"),
        ("alt+m", "誤って記録したフェーズ"),
        ("alt+k", "時系列へのメモ"),
        ("alt+h", "交代を記録"),
        ("alt+t", "通話の開始は14:00 UTC"),
        ("f1", "文面の承認をICに依頼し、回答を記録"),
        ("alt+u", "事後対応は解決後に行います"),
        ("ctrl+p", "操作の名前で検索"),
    ):
        await seat.press(key)
        yield name
        await seat.press("escape")
    await seat.press("alt+m", "p")
    yield "正しくは"
    await seat.press("escape", "alt+r", "enter")
    yield "訂正する"
    await seat.press("e")
    yield "訂正前の内容も残ります"
    await seat.press("escape", "escape", "ctrl+l")
    await seat.type("zz")
    yield "顧客名なし"
    await seat.press("escape")


async def the_end(seat: Seat, clock: FixedClock) -> AsyncIterator[str]:
    """What is left once it is resolved."""
    incidents, incident = seat.services.incidents, seat.room.incident
    for phase in (Phase.IDENTIFIED, Phase.MONITORING):
        incidents.change_phase(incident, phase, "進展")
    incidents.confirm_recovery(incident)
    incidents.change_phase(incident, Phase.RESOLVED, "復旧")
    await seat.until(lambda: seat.room.view.incident.phase is Phase.RESOLVED, "the resolution")
    await seat.press("alt+u")
    yield "事後報告の公開を記録"
    await seat.press("r")
    yield "問い合わせ3件すべてに返信済み"
    await seat.press("down", "enter")
    yield "この返信をコピー"
    await seat.press("escape", "escape", "alt+u", "p")
    yield "公開したページや投稿先"
    await seat.press("escape", "alt+u", "c")
    yield "「終了」へ"
    await seat.press("enter")
    yield "解決の投稿がまだです"
    await seat.press("escape", "alt+o")
    yield "n: 新規登録"
    await seat.press("n")
    yield "インシデントの登録"
    await seat.press("enter")
    yield "件名が必要です"


TOURS = (first_hour, the_record, the_end)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_no_english_is_left_and_no_row_is_out_of_line(
    sit: Sit, incident: str, clock: FixedClock, size: tuple[int, int]
) -> None:
    async with sit(incident, size=size) as seat:
        for tour in TOURS:
            async for shown in tour(seat, clock):
                await seat.until(lambda: shown in visible(seat), shown)  # noqa: B023 - called at once
                left = english(visible(seat))
                assert not left, f"{sorted(left)}\n{seat.text}"
                assert {cell_len(row) for row in seat.rows} == {size[0]}, f"a row is out of line\n{seat.text}"


@pytest.mark.parametrize("state", PathState)
def test_the_message_s_path_is_whole_at_80_columns(state: PathState) -> None:
    i18n.use("ja")
    steps = [label(step) for step in PathState if step is not PathState.VOID]
    assert cell_len(" ▸ ".join(steps)) + 2 <= 50
    assert not english(label(state))


def test_help_and_the_palette_name_every_action_in_japanese() -> None:
    i18n.use("ja")
    assert not english(help_text())
    assert not {str(action.what) for action in ACTIONS} & {tell(action.what) for action in ACTIONS}
    assert not {str(action.short) for action in ACTIONS} & {tell(action.short) for action in ACTIONS}


async def test_the_start_screen_is_japanese(sit: Sit) -> None:
    i18n.use("ja")
    async with sit() as seat:
        assert "進行中のインシデントはありません" in seat.text
        assert not english(seat.text)


async def test_a_choice_without_latin_letters_shows_and_hears_a_key_of_its_own(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+g")
        assert "( ) はい(y)   ( ) いいえ(n)" in seat.text.replace("\u00a0", " ")
        await seat.press("n", "down", "y")
        assert "「はい」があります" in seat.text

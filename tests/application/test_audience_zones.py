"""Each audience reads the times in its own zone, and the lint reads them so."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from support import FixedClock, PlainTemplates, minute

from cockpit.application.desk import Desk
from cockpit.application.filling import Filler
from cockpit.application.incidents import Incidents
from cockpit.application.ports import Draft
from cockpit.application.proofreading import Proofreader
from cockpit.domain.policy import Policy
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.lint.model import Settings

ZONES = {Lang.JA: ZoneInfo("Asia/Tokyo")}


@pytest.mark.parametrize(
    ("lang", "shown"),
    [(Lang.EN, "14:20 UTC"), (Lang.JA, "23:20 JST")],
)
def test_a_filled_time_is_in_the_audiences_zone(desk: Desk, incidents: Incidents, lang: Lang, shown: str) -> None:
    filler = Filler(PlainTemplates(), Policy(), UTC, zones=ZONES)
    state = desk.load(incidents.open("Notifications delayed", 2))
    assert filler.facts(state, lang, minute(0))["next_update"] == shown


def test_a_time_without_a_zone_is_in_the_audiences(desk: Desk, incidents: Incidents, clock: FixedClock) -> None:
    proofreader = Proofreader(Policy(), Settings(), UTC, ZONES)
    state = desk.load(incidents.open("Notifications delayed", 2))
    text = "現在調査しております。次回は23:20にお知らせいたします。"
    draft = Draft(Lang.JA, Channel.STATUS, Stage.INITIAL, text, clock.now())
    assert proofreader.promise(state, draft, minute(0)) == minute(20)


def test_a_zone_without_a_name_is_shown_by_its_offset() -> None:
    filler = Filler(PlainTemplates(), Policy(), ZoneInfo("America/Sao_Paulo"))
    assert filler.time(minute(0), Lang.EN, minute(0)) == "11:00 UTC-03"

"""Makes the pictures in `screenshots/` from the real app; `python tests/pictures/make.py` does it.

A moment of one incident on a real database, with the built-in templates and a clock that stands, in both languages.
PNG beside the SVG where Chromium and a Japanese font are installed.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from support import FixedClock, MemoryClipboard  # noqa: E402 - the path above leads to it
from svg import corrected, to_png  # noqa: E402

from cockpit import i18n  # noqa: E402
from cockpit.adapters.store import SqliteStore  # noqa: E402
from cockpit.adapters.templates import Templates  # noqa: E402
from cockpit.adapters.watch import DataVersion  # noqa: E402
from cockpit.application.customer_reports import CustomerReports  # noqa: E402
from cockpit.application.desk import Desk  # noqa: E402
from cockpit.application.filling import Company, Filler  # noqa: E402
from cockpit.application.incidents import Incidents  # noqa: E402
from cockpit.application.individual import Individual  # noqa: E402
from cockpit.application.messages import Messages  # noqa: E402
from cockpit.application.ports import Draft  # noqa: E402
from cockpit.application.proofreading import Proofreader  # noqa: E402
from cockpit.application.services import Services  # noqa: E402
from cockpit.application.unfinished import Unfinished  # noqa: E402
from cockpit.domain import events as e  # noqa: E402
from cockpit.domain.facts import FactSheet, LocalText  # noqa: E402
from cockpit.domain.picks import everywhere  # noqa: E402
from cockpit.domain.policy import Policy  # noqa: E402
from cockpit.domain.reports import NewReport, Via  # noqa: E402
from cockpit.domain.words import Channel, Lang, Stage  # noqa: E402
from cockpit.lint.model import Settings  # noqa: E402
from cockpit.tui.app import CockpitApp  # noqa: E402

SCREENSHOTS = HERE.parent.parent / "screenshots"
ZONES = {Lang.EN: ZoneInfo("UTC"), Lang.JA: ZoneInfo("Asia/Tokyo")}
TITLES = {Lang.EN: "Notifications delayed", Lang.JA: "通知の遅延"}
FLAGGED = {
    Lang.EN: "\n\nA fix is being rolled out from db-master-01 and should be done within 10 minutes.",
    Lang.JA: "\n\ndb-master-01で修正を進めており、10分以内に復旧する見込みです。",
}
SHEET = FactSheet(
    impact=LocalText("Text messages and push notifications arrive late", "SMSとプッシュ通知が遅れて届いています"),
    components=LocalText("SMS, push notifications", "SMS、プッシュ通知"),
    regions=LocalText("Europe", "欧州"),
    workaround=LocalText("Notifications by email arrive on time", "メール通知は遅れなく届きます"),
)
REPORTS = {
    Lang.EN: [
        NewReport("no text messages since 14:02", "Acme Travel", Via.PHONE, "sms", "eu", premium=True),
        NewReport("push arrives late, sometimes not at all", "Globex", Via.EMAIL, "push", "eu"),
        NewReport("alerts come in ten minutes late", "Initech", Via.CHAT, "push"),
        NewReport("we get no alerts on the phone", "Umbrella Care", Via.PHONE, "sms", "eu"),
        NewReport("is push down?", "Hooli", Via.SOCIAL, "push"),
    ],
    Lang.JA: [
        NewReport("14:02ごろからSMSが届きません", "アクメ旅行", Via.PHONE, "SMS", "欧州", premium=True),
        NewReport("プッシュ通知が遅れています", "丸の内商事", Via.EMAIL, "プッシュ", "欧州"),
        NewReport("通知が10分ほど遅れて届きます", "みなと物流", Via.CHAT, "プッシュ"),
        NewReport("請求の通知が届きません", "ひかり保険", Via.PHONE, "SMS", "欧州"),
        NewReport("プッシュが来ない", "青葉電機", Via.SOCIAL, "プッシュ"),
    ],
}


def services(database: Path, clock: FixedClock, lang: Lang) -> Services:
    """The use cases on a new database."""
    desk = Desk(SqliteStore(database), clock, Policy(), ZONES[lang], "Sam")
    proofreader = Proofreader(desk.policy, Settings(own_domains=("example.com",)), desk.zone)
    return Services(
        desk=desk,
        incidents=Incidents(desk),
        messages=Messages(desk, proofreader, MemoryClipboard()),
        individual=Individual(desk, proofreader),
        reports=CustomerReports(desk),
        proofreader=proofreader,
        filler=Filler(Templates(), desk.policy, desk.zone, Company("Example", "https://status.example.com")),
        unfinished=Unfinished(desk),
        watch=lambda: DataVersion(database),
        database=database,
        components=(
            everywhere("SMS"),
            LocalText("push notifications", "プッシュ通知"),
            LocalText("email", "メール通知"),
        ),
        regions=(LocalText("Europe", "欧州"), LocalText("North America", "北米"), LocalText("Japan", "日本")),
    )


def play(room: Services, clock: FixedClock, lang: Lang) -> str:
    """Up to the scoping post that is being written; returns the incident's id."""
    incident = room.incidents.open(TITLES[lang], 2, "Robin" if lang is Lang.EN else "中村")
    clock.set(2)
    room.incidents.decide_public(incident, e.Choice.POST, "", (True, True, None, None))
    text = room.filler.fill("initial", room.desk.load(incident), lang, Channel.STATUS, clock.now())
    post(room, incident, lang, Stage.INITIAL, text)
    clock.set(4)
    room.incidents.record_facts(incident, replace(SHEET, began_at=clock.now() - timedelta(minutes=5)))
    for at, report in enumerate(REPORTS[lang]):
        clock.advance(seconds=20)
        room.reports.log(incident, [report])
        if at == 1:
            waiting = room.reports.not_relayed(incident)
            room.reports.relay(incident, waiting, "", e.How.VOICE)
    for other in (Lang.EN if lang is Lang.JA else Lang.JA, lang):  # the one last saved is the one shown
        clock.advance(seconds=1)
        flagged = FLAGGED[other] if other is lang else ""
        text = room.filler.fill("scoping", room.desk.load(incident), other, Channel.STATUS, clock.now())
        room.messages.save_draft(incident, Draft(other, Channel.STATUS, Stage.SCOPING, text + flagged, clock.now()))
    return incident


def post(room: Services, incident: str, lang: Lang, stage: Stage, text: str) -> None:
    """One message along its whole path."""
    room.messages.save_draft(incident, Draft(lang, Channel.STATUS, stage, text, room.desk.now()))
    draft = room.desk.store.drafts(incident)[0]
    request = room.messages.ask(incident, [draft])
    room.messages.approve(incident, request, "", e.How.VOICE)
    room.messages.copy(incident, draft)
    room.messages.mark_posted(incident, draft, "")


async def take(lang: Lang, size: tuple[int, int], keys: tuple[str, ...], name: str) -> None:
    """One picture after ``keys``."""
    i18n.use(lang.value)
    clock = FixedClock()
    with tempfile.TemporaryDirectory() as folder:
        room = services(Path(folder) / "cockpit.db", clock, lang)
        app = CockpitApp(room, play(room, clock, lang))
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.6)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.6)
            svg = SCREENSHOTS / f"{name}.svg"
            title = "cockpit"
            svg.write_text(corrected(app.export_screenshot(title=title)), encoding="utf-8")
    try:
        to_png(svg, svg.with_suffix(".png"))
    except FileNotFoundError as missing:
        print(missing)


PICTURES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("cockpit", (120, 36), ("f8",)),
    ("cockpit-small", (80, 24), ("f8",)),
    ("cockpit-large", (200, 60), ("f8",)),
    ("go-public", (120, 36), ("ctrl+g",)),
    ("phase", (120, 36), ("f2",)),
    ("relay", (120, 36), ("ctrl+r",)),
    ("facts", (120, 36), ("ctrl+f",)),
    ("facts-pick", (120, 36), ("ctrl+f", "tab", "tab", "f4", "down", "space")),
    ("texts", (120, 36), ("f4", "enter", "alt+c")),
    ("help", (120, 36), ("f1",)),
)


def main() -> None:
    """All pictures, in both languages."""
    SCREENSHOTS.mkdir(exist_ok=True)
    only = sys.argv[1:]
    for lang in Lang:
        for name, size, keys in PICTURES:
            if not only or name in only:
                asyncio.run(take(lang, size, keys, f"{name}-{lang}"))


if __name__ == "__main__":
    main()

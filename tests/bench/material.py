"""What is measured on: messages of any length in both languages, incidents with reports, rows to import."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cockpit.application.ports import Draft
from cockpit.bootstrap import Cockpit
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Channel, Lang, Stage

_PARAGRAPHS = {
    Lang.EN: (
        "We have identified the cause of the delayed notifications that customers in Europe see since 14:{0:02d} UTC.",
        "Text messages and push notifications arrive up to {0} minutes late. Email is not affected, and nothing that "
        "was sent is lost.",
        "We are rolling out a change to the sending queue in region {0}; the first customers see an improvement.",
        "If message {0} is urgent for you, please send it by email meanwhile: it arrives on time.",
        "We will post the next update by 15:{0:02d} UTC, sooner if anything changes for you.",
        "We know how much depends on these messages, and we apologise for alert {0} that came late.",
    ),
    Lang.JA: (
        "14:{0:02d}ごろから欧州のお客様で通知が遅れている問題について、原因を特定しました。",
        "SMSとプッシュ通知が最大{0}分遅れて届いています。メールへの影響はなく、送信済みの通知が失われることもありません。",
        "リージョン{0}で配信キューの変更を順次適用しており、一部のお客様で改善が見られます。",
        "お急ぎの通知{0}件については、メールでの送信をご利用ください。遅れなく届きます。",
        "次回のお知らせは15:{0:02d}（UTC）までに掲載します。状況に変化があれば、それより早くお知らせします。",
        "通知{0}件の遅れによりご迷惑をおかけしておりますことを、深くお詫び申し上げます。",
    ),
}
_SAID = (
    "no text messages since two o'clock, number {0}",
    "push notification {0} came twenty minutes late",
    "通知{0}が届きません",
    "the alert of site {0} never came",
    "請求の通知{0}が二重に届いた",
    "order {0} was confirmed late by SMS",
    "is push down? our {0} users ask",
)
_CUSTOMERS = ("Acme Travel", "Globex", "丸の内商事", "Initech", "みなと物流", "Umbrella Care", "Hooli")
_BATCH = 5000
_DATABASE = "cockpit.db"


def message(lang: Lang, length: int, begin: int = 0) -> str:
    """A message of exactly ``length`` code points in which no sentence comes twice; ``begin`` gives another one."""
    text, number = "", begin
    paragraphs = _PARAGRAPHS[lang]
    while len(text) < length:
        text += paragraphs[number % len(paragraphs)].format(number % 60 if number < 60 else number) + "\n\n"
        number += 1
    return text[:length]


def keys(lang: Lang, number: int) -> list[str]:
    """Different letters of the script that no message and no pane has, so that each one's paint is its own."""
    if lang is Lang.JA:
        return [chr(0x6F00 + at) for at in range(number)]
    latin = (chr(at) for at in range(0xE0, 0x250))
    return [char for char in latin if char.islower() and unicodedata.is_normalized("NFKC", char)][:number]


def environment(home: Path) -> dict[str, str]:
    """The same plain surroundings for every program: a home of its own, UTF-8, a terminal of many colours."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "COCKPIT_LANG": "en",
        "COCKPIT_DB": str(home / _DATABASE),
    }


def command() -> str:
    """The installed console command."""
    return str(Path(sys.executable).with_name("cockpit"))


TITLE = "Notifications delayed"


def incident(env: dict[str, str], text: str, lang: Lang, reports: int = 3) -> str:
    """An incident with a draft and so many reports, in the database that ``env`` names; returns its id."""
    services = Cockpit(env).services(None)
    now = services.desk.now()
    opened = services.incidents.open(TITLE, 2, "Robin", call_started=now)
    for begin in range(0, reports, _BATCH):
        services.reports.log(opened, [_report(at, now) for at in range(begin, min(begin + _BATCH, reports))])
    services.messages.save_draft(opened, Draft(lang, Channel.STATUS, Stage.UPDATE, text, now))
    services.desk.store.close()
    return opened


def kept(home: Path) -> Path:
    """A copy of the database as it is."""
    return Path(shutil.copy(home / _DATABASE, home / "kept.db"))


def restore(home: Path, copy: Path) -> None:
    """The database as it was."""
    for path in home.glob(f"{_DATABASE}*"):
        path.unlink()
    shutil.copy(copy, home / _DATABASE)


def _report(number: int, now: datetime) -> NewReport:
    return NewReport(
        text=_SAID[number % len(_SAID)].format(number),
        customer=f"{_CUSTOMERS[number % len(_CUSTOMERS)]} {number % 5000}",
        via=tuple(Via)[number % len(Via)],
        component="sms" if number % 2 else "push",
        region="eu",
        received_at=now - timedelta(seconds=number % 60),
    )


def rows(path: Path, number: int) -> None:
    """A CSV file of so many reports, each with an id of its own."""
    now = datetime.now(UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("text", "customer", "via", "component", "region", "source", "external_id", "received_at"))
        for at in range(number):
            report = _report(at, now)
            received = report.received_at or now
            writer.writerow(
                (
                    report.text, report.customer, report.via, report.component, report.region,
                    "desk", f"T{at}", received.isoformat(timespec="seconds"),
                )
            )  # fmt: skip


@contextmanager
def reports_coming_in(env: Mapping[str, str], rate: int) -> Iterator[None]:
    """Another process logs ``rate`` reports a second while the block runs: `cockpit report --from -` on a pipe."""
    feed = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("feed.py")), str(rate)], stdout=subprocess.PIPE
    )
    logs = subprocess.Popen(
        [command(), "report", "--from", "-"],
        env=dict(env),
        stdin=feed.stdout,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        feed.terminate()
        feed.wait()
        code = logs.wait(30)
    if code:
        raise subprocess.CalledProcessError(code, "cockpit report --from -")

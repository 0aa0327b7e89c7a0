"""Taking a mailbox in from a real IMAP server: all of it, once, whatever happens on the way."""

from __future__ import annotations

import imaplib
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dovecot import INSTALL, PASSWORD, USER, program
from mail_room import Enough, Room
from mails import heavy, mailbox, plain

from cockpit.adapters.store import SqliteStore

pytestmark = pytest.mark.skipif(program() is None, reason=INSTALL)


def test_five_hundred_mails_come_in_or_are_named(room: Room) -> None:
    mails = list(mailbox(500))
    room.server.deliver(*(mail.raw for mail in mails))
    intake = room.intake()
    began = time.monotonic()
    intake.take()
    assert time.monotonic() - began < 60
    wanted = sum(not mail.refused for mail in mails)
    assert (intake.tally.new, intake.tally.known, intake.tally.refused) == (wanted, 0, 500 - wanted)
    reports = room.logged()
    assert len(reports) == wanted
    assert {why.partition(" (")[0] for _uid, why in room.refused} == {
        "it doesn't say who it is from",
        "it holds no text",
    }
    assert sorted(uid for uid, _why in room.refused) == [n + 1 for n, mail in enumerate(mails) if mail.refused]
    texts = [report.text for report in reports]
    assert "障害について\n\n通知が届きません (API)①" in texts
    assert any(text.endswith("Our exports fail.") for text in texts)
    assert any("The dashboard stays empty.\n\nTo unsubscribe" in text for text in texts)
    assert sum("Zahlungen hängen seit zwölf Uhr." in text for text in texts) == 1
    assert not [text for text in texts if "\x1b" in text or "\x00" in text or "never seen" in text]
    assert {report.customer for report in reports if "通知" in report.text} == {"山田"}


def test_nothing_is_changed_on_the_server(room: Room) -> None:
    room.server.deliver(plain(1), plain(2))
    room.intake().take()
    with imaplib.IMAP4("127.0.0.1", room.server.port) as client:
        client.login(USER, PASSWORD)
        client.select("INBOX", readonly=True)
        _status, flags = client.fetch("1:*", "(FLAGS)")
    assert not [line for line in flags if b"Seen" in line]


def test_the_attachment_of_a_large_mail_stays_on_the_server(room: Room) -> None:
    """Wherever in the mail the text stands."""
    room.server.deliver(heavy(1, 20_000_000, first=True), heavy(2, 3_000_000))
    room.intake().take()
    assert [report.text for report in room.logged()] == [
        "Trouble 2\n\nZahlungen hängen seit zwölf Uhr.",
        "Trouble 1\n\nZahlungen hängen seit zwölf Uhr.",
    ]
    room.server.stop()
    sent = [int(part.partition(" out=")[2].split()[0]) for part in room.server.log().splitlines() if " out=" in part]
    assert max(sent) < 50_000


def test_a_text_that_is_too_long_is_cut_and_said(room: Room) -> None:
    room.server.deliver(plain(1, "The same again. \r\n" * 40_000))
    room.intake().take()
    assert len(room.logged()[0].text) == 20_000
    assert room.noticed == ["mail 1: only its beginning is logged"]


def test_the_server_stops_and_starts_in_between(room: Room) -> None:
    """It goes in the middle of the batches and comes back while the intake waits; mail comes meanwhile."""
    room.server.deliver(*(plain(number) for number in range(60)))
    stops = iter([True, False, True])
    pauses: list[float] = []

    def batch() -> None:
        if next(stops, False):
            room.server.stop()

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(room.logged()) == 65:
            raise Enough
        if len(pauses) in (2, 4):
            room.server.start()
        if len(pauses) == 2:
            room.server.deliver(*(plain(number) for number in range(60, 65)))

    def box_waits() -> None:
        room.server.stop()

    room.at_each_batch, room.at_each_pause = batch, pause
    intake = room.intake()
    intake.mailbox.wait = lambda seconds: box_waits()  # type: ignore[method-assign]
    with pytest.raises(Enough):
        intake.follow()
    assert (intake.tally.new, intake.tally.known, intake.tally.refused) == (65, 0, 0)
    assert len({report.contact for report in room.logged()}) == 65
    assert pauses[:2] == [1, 2]
    assert "no connection to 127.0.0.1" in room.noticed[0]
    assert room.noticed[0].endswith("trying again in 1 s")


def test_another_run_goes_on_where_the_last_one_was(room: Room) -> None:
    room.server.deliver(plain(1), plain(2))
    room.intake().take()
    room.server.deliver(plain(3))
    second = room.intake()
    second.take()
    assert (second.tally.new, second.tally.known) == (1, 0)
    assert len(room.logged()) == 3


def test_numbered_anew_nothing_comes_twice(room: Room) -> None:
    room.server.deliver(plain(1), plain(2), plain("no id", Message_ID=""))
    room.intake().take()
    room.server.stop()
    room.server.number_anew(int(time.time()) + 1000)
    room.server.deliver(plain(4))
    room.server.start()
    second = room.intake()
    second.take()
    assert (second.tally.new, second.tally.known) == (1, 3)
    assert "numbers the mails anew" in room.noticed[0]
    assert len(room.logged()) == 4


def test_a_crash_between_the_reports_and_the_place_logs_nothing_twice(
    room: Room, store: SqliteStore, database: Path
) -> None:
    room.server.deliver(*(plain(number) for number in range(30)))

    def crash() -> None:
        raise Enough

    room.at_each_batch = crash
    with pytest.raises(Enough):
        room.intake().take()
    assert room.places.place(room.box().source) is None
    room.at_each_batch = lambda: None
    second = room.intake()
    second.take()
    assert (second.tally.new, second.tally.known) == (10, 20)
    assert len(room.logged()) == 30


def test_mail_that_arrived_before_is_left_out(room: Room) -> None:
    now = datetime.now(UTC)
    for number, age in enumerate((timedelta(days=40), timedelta(hours=2), timedelta())):
        room.server.deliver(plain(number), at=(now - age).timestamp())
    intake = room.intake(since=now - timedelta(hours=1))
    intake.take()
    assert intake.tally.new == 1
    (report,) = room.logged()
    assert report.contact == "person2@customer2.example"
    assert abs(report.received_at - now) < timedelta(seconds=5)

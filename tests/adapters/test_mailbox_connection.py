"""One connection to a real IMAP server: what it notices, what it leaves out, and what the server refuses."""

from __future__ import annotations

import threading
import time

import pytest
from dovecot import INSTALL, PASSWORD, USER, program
from mail_room import Room
from mails import plain

from cockpit.adapters.mailbox import ImapMailbox
from cockpit.application.mailbox import Account, Mail, MailboxLost, MailboxRefused, Security

pytestmark = pytest.mark.skipif(program() is None, reason=INSTALL)


@pytest.mark.parametrize("capability", ["", "imap_capability = IMAP4rev1"], ids=["idle", "polling"])
def test_new_mail_is_noticed(room: Room, capability: str) -> None:
    room.server.stop()
    room.server.more = capability
    room.server.start()
    polled: list[float] = []
    box = room.box(sleep=polled.append)
    box.open()
    assert box.uids_after(0, None) == []
    timer = threading.Timer(0.2, room.server.deliver, [plain(1)])
    timer.start()
    began = time.monotonic()
    if capability:
        timer.join()
    box.wait(30)
    assert time.monotonic() - began < 15
    assert polled == ([15] if capability else [])
    (mail,) = box.fetch(box.uids_after(0, None))
    assert isinstance(mail, Mail)
    assert mail.text == "Trouble 1\n\nNo messages arrive."
    box.close()


def test_what_came_before_the_wait_is_not_waited_for(room: Room) -> None:
    box = room.box()
    box.open()
    assert box.uids_after(0, None) == []
    room.server.deliver(plain(1))
    began = time.monotonic()
    box.wait(30)
    assert time.monotonic() - began < 10
    assert len(box.uids_after(0, None)) == 1
    box.close()


def test_a_mail_that_is_gone_by_now_is_left_out(room: Room) -> None:
    room.server.deliver(plain(1))
    box = room.box()
    box.open()
    assert [mail.uid for mail in box.fetch([1, 2])] == [1]
    box.close()


class TestRefused:
    def test_a_wrong_password(self, room: Room) -> None:
        box = room.box()
        box._password = lambda: "wrong"
        with pytest.raises(MailboxRefused, match=r"refuses support: .*failed"):
            box.open()

    def test_a_password_beyond_ascii(self, room: Room) -> None:
        box = room.box()
        box._password = lambda: "パスワード"
        with pytest.raises(MailboxRefused, match="refuses support"):
            box.open()

    def test_a_folder_that_is_not_there(self, room: Room) -> None:
        account = Account("127.0.0.1", USER, "Störung/EU", room.server.port, Security.PLAIN)
        with pytest.raises(MailboxRefused, match="doesn't open the folder Störung/EU"):
            ImapMailbox(account, lambda: PASSWORD).open()

    def test_a_server_that_is_not_there(self, room: Room) -> None:
        room.server.stop()
        with pytest.raises(MailboxLost, match="Connection refused"):
            room.box().open()
        with pytest.raises(MailboxLost):
            room.intake().take()

    def test_no_encryption_to_elsewhere(self) -> None:
        account = Account("mail.example.com", USER, security=Security.PLAIN)
        with pytest.raises(MailboxRefused, match="for this machine alone"):
            ImapMailbox(account, lambda: PASSWORD).open()

"""A mail as a report's worth of it: sender, thread, words; and what no customer wrote."""

from __future__ import annotations

import email
import random
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from mails import broken, head, japanese, mailbox, nested, page, plain

from cockpit.adapters.mail_reading import read
from cockpit.application.mailbox import Mail, Sender, Unread

AT = datetime(2026, 11, 23, 14, 1, tzinfo=UTC)


def mail(raw: bytes) -> Mail:
    found = read(7, email.message_from_bytes(raw), None)
    assert isinstance(found, Mail)
    return found


def test_a_mail() -> None:
    found = mail(plain(1, "No messages arrive."))
    assert found == Mail(
        uid=7,
        message_id="<mail-1@customer.example>",
        references=(),
        senders=(Sender("Person 1", "person1@customer1.example"),),
        text="Trouble 1\n\nNo messages arrive.",
        received_at=AT,
    )


def test_the_servers_time_counts_before_the_senders() -> None:
    arrived = datetime(2026, 11, 23, 14, 3, tzinfo=UTC)
    found = read(7, email.message_from_bytes(plain(1)), arrived)
    assert isinstance(found, Mail)
    assert found.received_at == arrived


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Nov 2026 14:01:00 +0000", "Mon, 23 Nov 99999 1:1:1 +9999"])
def test_a_date_that_is_none(date: str) -> None:
    assert mail(plain(1, Date=date)).received_at is None


def test_japanese() -> None:
    found = mail(japanese(1))
    assert found.senders[0].name == "山田"
    assert found.text == "障害について\n\n通知が届きません (API)①"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (page(1), "Trouble 1\n\nOur exports fail."),
        (nested(1), "Trouble 1\n\nThe dashboard stays empty.\n\nTo unsubscribe, write to the list."),
        (plain(1, "Trouble 1 since noon"), "Trouble 1 since noon"),
        (plain(1, ""), "Trouble 1"),
        (plain(1, "Only words", Subject=""), "Only words"),
        (plain(1, "Still down.\n\n> old", Subject="Re: Trouble"), "Still down."),
        (plain(1, "", Subject="Re: Trouble"), "Re: Trouble"),
        (plain(1, "See below.\n> old", Subject="Fwd: Trouble", In_Reply_To="<a@b>"),
         "Fwd: Trouble\n\nSee below.\n> old"),
    ],
)  # fmt: skip
def test_the_words(raw: bytes, text: str) -> None:
    assert mail(raw).text == text


def test_a_page_in_a_form_beside_an_empty_text() -> None:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message.set_content(" \n")
    message.add_alternative("<p>Only here.</p>", subtype="html")
    assert mail(message.as_bytes()).text == "Only here."


def test_a_mail_that_only_passes_another_on() -> None:
    inner = plain(2, "The words are in here.").decode()
    form = f"--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n"
    raw = head(1, Subject="Fwd: Trouble", Content_Type="multipart/mixed; boundary=b") + f"\r\n{form}".encode()
    assert mail(raw).text == "Fwd: Trouble\n\nThe words are in here."


def test_a_thread_is_its_references_and_what_it_answers() -> None:
    found = mail(
        plain(3, References="<mail-1@x.example>\r\n <mail-2@x.example> junk <spaces in it>", In_Reply_To="<a@b>")
    )
    assert found.references == ("<mail-1@x.example>", "<mail-2@x.example>", "<a@b>")


def test_a_mail_without_an_id_has_one_of_its_own() -> None:
    one, same, other = (mail(plain(number, Message_ID="")) for number in (1, 1, 2))
    assert one.message_id == same.message_id != other.message_id
    assert one.message_id.startswith("sha256:")
    assert mail(plain(1, Message_ID=f"<{'x' * 900}@y>")).message_id.startswith("sha256:")


@pytest.mark.parametrize(
    ("sender", "senders"),
    [
        ("a@b.example", (Sender("", "a@b.example"),)),
        ('"A, B" <A@B.Example>', (Sender("A, B", "a@b.example"),)),
        ("a@b.example <a@b.example>", (Sender("", "a@b.example"),)),
        ("Only a name", (Sender("Only a name", ""),)),
        ("<>", ()),
        ("Kim at Acme <kim@acme.example", (Sender("Kim at Acme", "kim@acme.example"),)),
        ("[Kim] @ (kim@acme.example)", (Sender("[Kim] @", "kim@acme.example"),)),
        ("=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <y@k.example>", (Sender("山田", "y@k.example"),)),
        ("A <a@b.example>, C <c@d.example>", (Sender("A", "a@b.example"), Sender("C", "c@d.example"))),
    ],
)
def test_senders(sender: str, senders: tuple[Sender, ...]) -> None:
    assert mail(plain(1, sender=sender)).senders == senders


def test_where_replies_are_wanted() -> None:
    found = mail(plain(1, sender="form@example.com", Reply_To="Kim <kim@acme.example>"))
    assert found.senders == (Sender("", "form@example.com"), Sender("Kim", "kim@acme.example"))


@pytest.mark.parametrize(
    ("more", "automatic"),
    [
        ({"Auto_Submitted": "auto-replied (vacation)"}, True),
        ({"X_Autoreply": "yes"}, True),
        ({"Content_Type": "multipart/report; boundary=b"}, True),
        ({"Auto_Submitted": "auto-generated"}, False),
        ({"Auto_Submitted": "no"}, False),
        ({}, False),
    ],
)
def test_what_no_customer_wrote(more: dict[str, str], automatic: bool) -> None:
    assert mail(plain(1, **more)).automatic is automatic


def test_more_than_a_report_holds_is_cut() -> None:
    found = mail(plain(1, "again " * 10_000))
    assert (len(found.text), found.cut) == (20_000, True)


def test_a_mail_without_words_is_named() -> None:
    raw = head(1, Subject="", Content_Type="application/pkcs7-mime") + b"\r\nMIIB\r\n"
    found = read(7, email.message_from_bytes(raw), None)
    assert isinstance(found, Unread)
    assert str(found.why) == "it holds no text (application/pkcs7-mime)"


@pytest.mark.parametrize("number", range(12))
def test_broken_mails_are_read_or_named(number: int) -> None:
    each = broken(number)
    found = read(7, email.message_from_bytes(each.raw), None)
    if not each.refused:
        assert isinstance(found, Mail)
        assert found.senders
        assert found.text
        assert not set(found.text) & set("\x00\x07\x1b\u202e")


@pytest.mark.parametrize("seed", range(5))
def test_damaged_mails_raise_nothing(seed: int) -> None:
    chance = random.Random(seed)
    sound = [each.raw[:6000] for each in mailbox(60)]
    for _ in range(300):
        raw = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 20)):
            at = chance.randrange(len(raw))
            damage = chance.choice((b"x", b"\xff", b"\r\n", b"--", b"<", b'"', b"\x1b$B"))
            raw[at : at + chance.choice((0, 1, 30))] = damage
        assert isinstance(read(7, email.message_from_bytes(bytes(raw)), None), Mail | Unread)

"""Mails as customers' programs write them, the broken ones too; five hundred of them make a mailbox."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

DATE = "Mon, 23 Nov 2026 14:01:00 +0000"


def head(number: object, sender: str = "", **more: str) -> bytes:
    """A header; underscores of names are hyphens."""
    fields = {"From": sender or f"Person {number} <person{number}@customer{number}.example>"}
    fields |= {"Date": DATE, "Message-ID": f"<mail-{number}@customer.example>", "Subject": f"Trouble {number}"}
    fields |= {name.replace("_", "-"): value for name, value in more.items()}
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value).encode()


def plain(number: object, text: str = "No messages arrive.", sender: str = "", **more: str) -> bytes:
    """A mail of text alone, in UTF-8."""
    more = {"MIME_Version": "1.0", "Content_Type": "text/plain; charset=utf-8"} | more
    return head(number, sender, **more) + b"\r\n" + text.encode() + b"\r\n"


def japanese(number: object) -> bytes:
    """As Japanese mailers write: ISO-2022-JP, with the characters that Windows adds."""
    body = b"\x1b$BDLCN$,FO$-$^$;$s\x1b(B (API)\x1b$B-!\x1b(B\r\n"  # 通知が届きません (API)①
    subject = base64.b64encode(b"\x1b$B>c32$K$D$$$F\x1b(B").decode()  # 障害について
    sender = base64.b64encode(b"\x1b$B;3ED\x1b(B").decode()  # 山田
    coded = f"=?ISO-2022-JP?B?{sender}?= <yamada{number}@kaisha{number}.example>"
    fields = {"Subject": f"=?ISO-2022-JP?B?{subject}?=", "MIME_Version": "1.0"}
    return head(number, coded, **fields, Content_Type="text/plain; charset=ISO-2022-JP") + b"\r\n" + body


def page(number: object) -> bytes:
    """HTML alone."""
    message = EmailMessage()
    message.set_content(
        "<html><head><style>p { color: red }</style></head><body><p>Our <b>exports</b> fail.</p>"
        "<div style='display: none'>never seen</div></body></html>",
        subtype="html",
    )
    return head(number) + message.as_bytes().replace(b"\n", b"\r\n")


def nested(number: object) -> bytes:
    """A form within a form: mixed, related, alternative, a picture, and a footer that a list has put below."""
    words = MIMEMultipart("alternative")
    words.attach(MIMEText("The dashboard stays empty.", "plain", "utf-8"))
    words.attach(MIMEText("<p>The dashboard stays <i>empty</i>.</p>", "html", "utf-8"))
    related = MIMEMultipart("related")
    related.attach(words)
    related.attach(picture(400))
    mixed = MIMEMultipart("mixed")
    mixed.attach(related)
    mixed.attach(MIMEText("To unsubscribe, write to the list.", "plain", "us-ascii"))
    return head(number) + mixed.as_bytes().replace(b"\n", b"\r\n")


def picture(size: int) -> Message:
    """An attachment of about so many bytes, encoded."""
    part = Message()
    part["Content-Type"] = 'image/png; name="screen (1).png"'
    part["Content-Disposition"] = 'attachment; filename="screen (1).png"'
    part["Content-Transfer-Encoding"] = "base64"
    line = base64.b64encode(bytes(57)).decode() + "\n"
    part.set_payload(line * (size // len(line) + 1))
    return part


def heavy(number: object, size: int, first: bool = False) -> bytes:
    """A text and an attachment of so many bytes, in either order."""
    words = MIMEText("Zahlungen hängen seit zwölf Uhr.", "plain", "utf-8")
    mixed = MIMEMultipart("mixed")
    for part in (picture(size), words) if first else (words, picture(size)):
        mixed.attach(part)
    return head(number) + mixed.as_bytes().replace(b"\n", b"\r\n")


@dataclass(frozen=True)
class Broken:
    """A mail that is wrong somewhere; ``refused``: it can't be logged."""

    raw: bytes
    refused: bool = False


def broken(number: int) -> Broken:
    """One of the ways in which mails are broken."""
    ways = (
        # No sender, no words, an unknown character set, bytes that name none, an encoded word that isn't one.
        Broken(b"Subject: nobody\r\nMessage-ID: <nobody-%d@x>\r\n\r\nwho am I\r\n" % number, refused=True),
        Broken(head(f"empty-{number}", Subject="") + b"\r\n\r\n", refused=True),
        Broken(plain(f"charset-{number}", "Logins fail.", Content_Type="text/plain; charset=klingon")),
        Broken(head(f"raw-{number}", Subject="") + b"Subject: \xe9chec\r\n\r\nD\xe9sol\xe9, rien ne marche.\r\n"),
        Broken(plain(f"word-{number}", "Nothing works.", Subject="=?utf-8?B?!!!!?= =?x?Q?=ZZ?=")),
        # A form that is never opened, one whose end is missing, a nested one that claims the same border.
        Broken(plain(f"border-{number}", "No form at all.", Content_Type="multipart/mixed; boundary=nowhere")),
        Broken(head(f"open-{number}", Content_Type='multipart/mixed; boundary="b"') + b"\r\n--b\r\n\r\nCut o"),
        Broken(head(f"type-{number}", Content_Type=";;;") + b"\r\nStrange, but it says something.\r\n"),
        # No Message-ID, a date that is none, headers that are lines of anything, terminal escapes.
        Broken(b"From: a%d@b.example\r\nDate: yesterday\r\n\r\nSearch is slow, number %d.\r\n" % (number, number)),
        Broken(b"From: c%d@d.example\r\nno colon here\r\n\r\nThe page is blank, number %d.\r\n" % (number, number)),
        Broken(plain(f"escape-{number}", "\x1b]52;c;aGk=\x07[bold]red[/bold] \u202etxt\x00")),
        Broken(head(f"base64-{number}", Content_Transfer_Encoding="base64") + b"\r\nTm90IGEgd2hvbGUgd29yZ\r\n"),
    )
    return ways[number % len(ways)]


def mailbox(count: int) -> Iterator[Broken]:
    """So many mails of all kinds, one of them with 20 MB attached."""
    kinds = (plain, japanese, page, nested)
    for number in range(count):
        if number == count // 2:
            yield Broken(heavy(number, 20_000_000))
        elif number % 5 == 4:
            yield broken(number // 5)
        else:
            yield Broken(kinds[number % 5](number))

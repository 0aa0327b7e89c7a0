"""A mail as a customer's words: who wrote, in which thread, and the text of whichever part holds it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from itertools import chain

from cockpit.adapters.mail_charset import decoded, header
from cockpit.adapters.mail_html import html_text, named_charset
from cockpit.adapters.mail_quotes import is_reply, own_words
from cockpit.application.mailbox import Mail, Sender, Unread
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.wording import say

MOST_TEXT = 20_000
"""Code points of a report."""
_MOST_REFERENCES = 50
_ID = re.compile(r"<[^<>\s]{1,250}>")
_ADDRESS = re.compile(r"[^\s<>()\",;:]{1,100}@[^\s<>()\",;:@]{1,250}")


def read(uid: int, message: Message, received_at: datetime | None, cut: bool = False) -> Mail | Unread:
    """A report's worth of ``message``; ``cut``: it wasn't fetched whole."""
    subject = header(message["Subject"])
    references = tuple(_ids(message))
    reply = is_reply(subject, bool(references))
    words = clean(own_words(_text(message, reply), reply)).strip()
    subject = clean_line(subject)
    if not words or not (reply or words.casefold().startswith(subject.casefold())):
        words = f"{subject}\n\n{words}".strip()
    if not words:
        return Unread(uid, say("it holds no text (%(kind)s)", kind=message.get_content_type()))
    return Mail(
        uid=uid,
        message_id=_message_id(message),
        references=references,
        senders=tuple(_senders(message)),
        text=words[:MOST_TEXT],
        received_at=received_at or _date(message),
        automatic=_automatic(message),
        cut=cut or len(words) > MOST_TEXT,
    )


def _text(part: Message, reply: bool) -> str:
    """The words of a part and of those inside it, attachments apart."""
    children = part.get_payload()
    kind = part.get_content_type()
    if isinstance(children, list):
        inside = [child for child in children if isinstance(child, Message)]
        if kind == "multipart/alternative":
            return next(_filled(_text(child, reply) for child in sorted(inside, key=_preference)), "")
        own = [child for child in inside if child.get_content_type() != "message/rfc822"]
        # A mail that only passes another one on has its words in that.
        return "\n\n".join(_filled(_text(child, reply) for child in own or inside))
    if part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
        return ""
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset()
    if kind == "text/html":
        return html_text(decoded(data, charset or named_charset(data)), reply)
    return decoded(data, charset)


def _preference(part: Message) -> int:
    """Of the forms of one text, the plain one; then whichever holds the page."""
    kind = part.get_content_type()
    return 0 if kind == "text/plain" else 1 if kind.startswith(("multipart/", "text/html")) else 2


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.strip())


def _message_id(message: Message) -> str:
    """Its Message-ID; where there is none worth the name, a digest of its header, in which the servers' times stand."""
    found = _ID.search(_raw(message, "Message-ID"))
    if found:
        return clean_line(found[0])
    lines = "\n".join(f"{name}: {value}" for name, value in message.items())
    return f"sha256:{hashlib.sha256(lines.encode('utf-8', 'surrogateescape')).hexdigest()}"


def _ids(message: Message) -> Iterator[str]:
    """The Message-IDs of the thread, the one that it answers last."""
    found = [clean_line(name) for part in ("References", "In-Reply-To") for name in _ID.findall(_raw(message, part))]
    return iter(found[-_MOST_REFERENCES:])


def _raw(message: Message, name: str) -> str:
    return " ".join(str(value) for value in message.get_all(name, []))


def _senders(message: Message) -> Iterator[Sender]:
    """Who it is from, then where replies are wanted; an address at least, or a name."""
    found = chain.from_iterable(_parsed(message, name) for name in ("From", "Reply-To", "Sender"))
    return iter(dict.fromkeys(found))


def _parsed(message: Message, field: str) -> Iterator[Sender]:
    for value in message.get_all(field, []):
        found = [
            Sender(_name(header(name)), clean_line(address).lower())
            for name, address in getaddresses([str(value)])
            if _ADDRESS.fullmatch(address)
        ]
        yield from found or _whatever(header(value))


def _whatever(text: str) -> Iterator[Sender]:
    """The sender from a header that isn't a list of addresses."""
    address = _ADDRESS.search(text)
    name = _name(text.replace(address[0], " ") if address else text)
    if address or name:
        yield Sender(name, clean_line(address[0]).lower() if address else "")


def _name(text: str) -> str:
    """A name; "" for an address in its place."""
    name = clean_line(text).strip("\"'<>(),;: ")
    return "" if _ADDRESS.search(name) else name


def _date(message: Message) -> datetime | None:
    try:
        at = parsedate_to_datetime(str(message["Date"]))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _automatic(message: Message) -> bool:
    """An absence notice or a delivery report; what a web form sends is automatic too, but a customer wrote it."""
    return (
        _raw(message, "Auto-Submitted").strip().lower().startswith("auto-replied")
        or (message.get_content_type() == "multipart/report")
        or any(name in message for name in ("X-Autoreply", "X-Autorespond"))
    )

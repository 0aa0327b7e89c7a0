"""A folder on an IMAP server through imap-tools: opened by EXAMINE, which lets nothing be changed."""

from __future__ import annotations

import email
import imaplib
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from email.message import Message

from imap_tools import BaseMailBox, ImapToolsError, MailboxFolderSelectError, MailboxLoginError

from cockpit.adapters.mail_reading import read
from cockpit.adapters.mail_server import BROKEN, connected, log_in, port_of, why
from cockpit.adapters.mail_structure import MONTHS, Answer, BadAnswer, Part, answers, moment, number, structure
from cockpit.application.mailbox import Account, Mail, MailboxLost, MailboxRefused, Unread
from cockpit.domain.clean import clean_line
from cockpit.domain.wording import say

WHOLE = 256 * 1024
"""Bytes up to which a mail is fetched as it is; of a larger one the texts alone, and no more of each."""
_HEADER = 64 * 1024
_POLL_S = 15.0
"""How long to wait where the server can't say that there is news."""


class ImapMailbox:
    """The port Mailbox on a real server. ``password`` is asked for whenever a connection is made, and not kept."""

    def __init__(self, account: Account, password: Callable[[], str], sleep: Callable[[float], None] = time.sleep):
        self.account = account
        self._password = password
        self._sleep = sleep
        self._box: BaseMailBox | None = None

    @property
    def source(self) -> str:
        """Its name among the sources of reports."""
        return self.account.source

    def open(self) -> int:
        """Connect and open the folder; returns its UIDVALIDITY. Raises MailboxLost or MailboxRefused."""
        self.close()
        password = self._password()
        try:
            self._box = box = connected(self.account)
            log_in(box, self.account.user, password)
            box.folder.set(self.account.folder, readonly=True)
            box.client.capability()  # more may be offered to those who logged in
            return number(box.client.response("UIDVALIDITY")[1][0])
        except MailboxLoginError as error:
            raise MailboxRefused(
                say("%(server)s refuses %(user)s: %(why)s", server=self._server, user=self.account.user, why=why(error))
            ) from error
        except MailboxFolderSelectError as error:
            raise MailboxRefused(
                say(
                    "%(server)s doesn't open the folder %(folder)s: %(why)s",
                    server=self._server,
                    folder=self.account.folder,
                    why=why(error),
                )
            ) from error
        except ssl.SSLCertVerificationError as error:
            raise MailboxRefused(
                say(
                    "%(server)s can't prove who it is (%(why)s); SSL_CERT_FILE names the certificates of your own "
                    "authority",
                    server=self._server,
                    why=error.verify_message,
                )
            ) from error
        except BROKEN as error:
            raise self._lost(error) from error

    @property
    def _server(self) -> str:
        return f"{self.account.host}:{port_of(self.account)}"

    def _lost(self, error: Exception) -> MailboxLost:
        return MailboxLost(say("no connection to %(server)s (%(why)s)", server=self._server, why=why(error)))

    def uids_after(self, last_uid: int, since: datetime | None) -> Sequence[int]:
        """The UIDs of the mails that came after that one, and not on a day before ``since``, oldest first."""
        asked = f"UID {last_uid + 1}:*"
        if since is not None:
            # By the day alone, in the server's zone, whichever that is.
            day = since - timedelta(days=1)
            asked += f" SINCE {day.day}-{MONTHS[day.month - 1]}-{day.year}"
        try:
            box = self._open_box()
            box.client.noop()  # a search answers of what the connection knows, which this brings up to date
            box.client.untagged_responses.pop("EXISTS", None)  # from here on it means news
            found = sorted(map(int, box.uids(asked, charset=None)))
        except BROKEN as error:
            raise self._lost(error) from error
        # The last mail is always in the answer, however old it is.
        return [uid for uid in found if uid > last_uid]

    def fetch(self, uids: Sequence[int]) -> Sequence[Mail | Unread]:
        """These mails, read; one that is gone by now is left out."""
        try:
            return list(self._fetch(uids))
        except BROKEN as error:
            raise self._lost(error) from error

    def _fetch(self, uids: Sequence[int]) -> Iterator[Mail | Unread]:
        known = self._asked(uids, "(UID INTERNALDATE RFC822.SIZE)")
        whole = self._asked(
            [uid for uid in known if _number(known[uid].get(b"RFC822.SIZE")) <= WHOLE], "(UID BODY.PEEK[])"
        )
        for uid in sorted(known):
            yield self._read(uid, moment(known[uid].get(b"INTERNALDATE")), whole.get(uid))

    def _read(self, uid: int, at: datetime | None, whole: Answer | None) -> Mail | Unread:
        """A mail is read, or named with what is wrong with it; the connection's own problems are another's."""
        try:
            message, cut = self._texts(uid) if whole is None else (_parsed(whole.get(b"BODY[]")), False)
            return read(uid, message, at, cut)
        except (OSError, imaplib.IMAP4.error, ImapToolsError):
            raise
        except Exception as error:  # the library raises errors of many kinds on broken mails: one costs only itself
            what = clean_line(f"{type(error).__name__}: {error}")[:200]
            return Unread(uid, say("it can't be read (%(why)s)", why=what))

    def _texts(self, uid: int) -> tuple[Message, bool]:
        """A large mail with its texts alone, and whether any of these was cut."""
        said = self._asked([uid], f"(UID BODYSTRUCTURE BODY.PEEK[HEADER]<0.{_HEADER}>)").get(uid, {})
        root = structure(said.get(b"BODYSTRUCTURE"))
        wanted = [part for part in _leaves(root) if part.kind in ("text/plain", "text/html") and not part.attached]
        items = " ".join(f"BODY.PEEK[{part.section}]<0.{WHOLE}>" for part in wanted)
        texts = self._asked([uid], f"(UID {items})").get(uid, {}) if wanted else {}
        message = _tree(root, texts)
        for name, value in _parsed(said.get(b"BODY[HEADER]<0>")).items():
            if not name.lower().startswith("content-") and name.lower() != "mime-version":
                message[name] = value
        return message, any(part.size > WHOLE for part in wanted)

    def _asked(self, uids: Sequence[int], items: str) -> dict[int, Answer]:
        """What the server says of these mails; nothing of one that it says no to."""
        if not uids:
            return {}
        status, lines = self._open_box().client.uid("FETCH", ",".join(map(str, uids)), items)
        if status != "OK" and len(uids) > 1:
            return {uid: answer for each in uids for uid, answer in self._asked([each], items).items()}
        said: dict[int, Answer] = {}
        for answer in answers(lines if status == "OK" else ()):
            if b"UID" in answer:
                said.setdefault(number(answer[b"UID"]), {}).update(answer)
        return said

    def wait(self, seconds: float) -> None:
        """Return when there may be new mail, at the latest after so long."""
        try:
            box = self._open_box()
            if "IDLE" not in box.client.capabilities:
                self._sleep(min(seconds, _POLL_S))
                return
            # What came since the folder was looked at was told already, and isn't told again in IDLE.
            box.client.noop()
            if "EXISTS" not in box.client.untagged_responses:
                box.idle.wait(timeout=seconds)
        except BROKEN as error:
            raise self._lost(error) from error

    def _open_box(self) -> BaseMailBox:
        if self._box is None:
            raise ConnectionError("closed")
        return self._box

    def close(self) -> None:
        """Let go of the server; safe at any time."""
        box, self._box = self._box, None
        if box is not None:
            try:
                box.client.shutdown()
            except BROKEN:
                return


def _number(value: object) -> int:
    return int(value) if isinstance(value, bytes) and value.isdigit() else 0


def _parsed(raw: object) -> Message:
    if not isinstance(raw, bytes):
        raise BadAnswer("the server doesn't hand it out")
    return email.message_from_bytes(raw)


def _leaves(part: Part) -> Iterator[Part]:
    for child in part.parts:
        yield from _leaves(child)
    if not part.parts:
        yield part


def _tree(part: Part, texts: Answer) -> Message:
    """A mail of the same parts, of which only the fetched texts hold anything."""
    message = Message()
    message["Content-Type"] = part.kind
    if part.parts:
        message.set_payload([_tree(child, texts) for child in part.parts])
        return message
    if part.charset:
        message.set_param("charset", part.charset)
    message["Content-Transfer-Encoding"] = part.encoding
    text = texts.get(f"BODY[{part.section}]<0>".encode())
    message.set_payload(text.decode("ascii", "surrogateescape") if isinstance(text, bytes) else "")
    return message

"""What taking in mail needs of the world: a folder on a mail server, and a book of how far it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import quote

from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording


class Security(StrEnum):
    """How the way to the server is protected."""

    SSL = "ssl"
    """TLS from the first byte."""
    STARTTLS = "starttls"
    """TLS before the password is sent."""
    PLAIN = "plain"
    """Not at all: on this machine alone."""


@frozen
class Account:
    """A folder on a server, and who reads it. ``port`` None: the usual one."""

    host: str
    user: str
    folder: str = "INBOX"
    port: int | None = None
    security: Security = Security.SSL

    @property
    def source(self) -> str:
        """The folder's name among the sources of reports; by whichever port it is reached."""
        return f"imap://{quote(self.user)}@{self.host.lower()}/{quote(self.folder)}"


@frozen
class PasswordFrom:
    """Where the password is: in a variable, or what a command prints; None and None: the keyring."""

    variable: str | None = None
    command: str | None = None


@frozen
class Wanted:
    """What is to be taken in, into which incident. ``since`` leaves out what arrived before."""

    incident: str
    account: Account
    password: PasswordFrom
    since: datetime | None = None


class _Explained(Exception):
    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


class MailboxLost(_Explained):
    """The server can't be reached, or no longer: worth another try. ``why`` is for the user."""


class MailboxRefused(_Explained):
    """The mailbox can't be opened as asked, and trying again won't help; ``why`` says how to mend it."""


@frozen
class Place:
    """How far a folder was read: ``last_uid`` means something while the server's UIDVALIDITY is ``validity``."""

    validity: int
    last_uid: int


@frozen
class Sender:
    """A name and an address (lower case); either may be ""."""

    name: str
    address: str


@frozen
class Mail:
    """A mail, read. ``message_id`` is never empty; ``references`` are the ids of its thread, the nearest last."""

    uid: int
    message_id: str
    references: tuple[str, ...]
    senders: tuple[Sender, ...]
    """Who it says it is from, then where replies are wanted."""
    text: str
    """The customer's own words: the subject, and what was written, without what it quotes."""
    received_at: datetime | None
    """Aware."""
    automatic: bool = False
    """An absence notice or a report of what couldn't be delivered: no customer wrote it."""
    cut: bool = False
    """There was more of it."""


@frozen
class Unread:
    """A mail that can't be read, and why."""

    uid: int
    why: Wording


class Mailbox(Protocol):
    """One folder on a server, never changed. Every method but ``close`` may raise MailboxLost."""

    @property
    def source(self) -> str:
        """Its name among the sources of reports."""

    def open(self) -> int:
        """Connect, and open the folder to read; returns its UIDVALIDITY. Raises MailboxRefused too."""

    def uids_after(self, last_uid: int, since: datetime | None) -> Sequence[int]:
        """The UIDs of the mails that came after that one, and not on a day before ``since``, oldest first."""

    def fetch(self, uids: Sequence[int]) -> Sequence[Mail | Unread]:
        """These mails; one that is gone by now is left out."""

    def wait(self, seconds: float) -> None:
        """Return when there may be new mail, at the latest after so long."""

    def close(self) -> None:
        """Let go of the server; safe at any time."""


class Places(Protocol):
    """How far each mailbox was read, and whose mails were logged; raises StoreProblem."""

    def place(self, source: str) -> Place | None:
        """How far that mailbox was read; None: never."""

    def keep(self, source: str, place: Place) -> None:
        """Keep how far it was read."""

    def logged_under(
        self, source: str, message_ids: Sequence[str], addresses: Sequence[str]
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The customers under which mails of that source were logged: by Message-ID, and the latest by address."""

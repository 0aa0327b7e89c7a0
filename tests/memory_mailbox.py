"""A mailbox in memory, and the incident that it is taken into; the connection breaks where a test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from support import START

from cockpit.adapters.mail_places import MailPlaces
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.intake import MailIntake, Told
from cockpit.application.mailbox import Account, Mail, MailboxLost, Sender, Unread
from cockpit.application.senders import Senders
from cockpit.domain.reports import Report
from cockpit.domain.wording import Wording, say

LOST = MailboxLost(say("gone"))


class Enough(Exception):
    """Ends what would go on for ever."""


def mail(
    uid: int,
    sender: str = "Pat <pat@initech.example>",
    *,
    answers: Sequence[str] = (),
    text: str = "no SMS",
    received_at: datetime | None = START - timedelta(minutes=1),
    automatic: bool = False,
    replies_to: str = "",
) -> Mail:
    name, _, address = sender.rstrip(">").rpartition("<")
    senders = [Sender(name.strip(), address)] if sender else []
    senders += [Sender("", replies_to)] if replies_to else []
    return Mail(uid, f"<{uid}@x>", tuple(answers), tuple(senders), text, received_at, automatic)


@dataclass
class MemoryMailbox:
    """A mailbox in memory; ``breaks_at`` are the mails at which the connection breaks."""

    mails: list[Mail | Unread] = field(default_factory=list)
    breaks_at: set[int] = field(default_factory=set)
    opening: Callable[[], None] = lambda: None
    waiting: Callable[[], None] = lambda: None
    validity: int = 1
    source: str = Account("mail.example.com", "support").source
    fetched: list[list[int]] = field(default_factory=list)

    def open(self) -> int:
        self.opening()
        return self.validity

    def uids_after(self, last_uid: int, since: datetime | None) -> list[int]:
        return [each.uid for each in self.mails if each.uid > last_uid]

    def fetch(self, uids: Sequence[int]) -> list[Mail | Unread]:
        self.fetched.append(list(uids))
        if self.breaks_at & set(uids):
            raise LOST
        return [each for each in self.mails if each.uid in uids]

    def wait(self, seconds: float) -> None:
        self.waiting()

    def close(self) -> None:
        return


@dataclass
class Postroom:
    """The incident that mail is taken into."""

    reports: CustomerReports
    incident: str
    places: MailPlaces
    box: MemoryMailbox = field(default_factory=MemoryMailbox)
    senders: Senders = field(default_factory=Senders)
    refused: list[tuple[int, str]] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    most_pauses: int = 10

    def intake(self, since: datetime | None = None) -> MailIntake:
        def refused(uid: int, why: Wording) -> None:
            self.refused.append((uid, str(why)))

        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            if len(self.slept) == self.most_pauses:
                raise Enough

        told = Told(lambda ids: None, refused, lambda what: self.noticed.append(str(what)))
        return MailIntake(self.reports, self.incident, self.box, self.places, self.senders, told, sleep, since)

    def take(self, *mails: Mail | Unread) -> Sequence[Report]:
        """Take these in; returns all reports in the order of their times, then of their logging."""
        self.box.mails += mails
        self.intake().take()
        return self.logged()

    def logged(self) -> Sequence[Report]:
        return self.reports.desk.store.reports(self.incident)[::-1]

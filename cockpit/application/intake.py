"""Taking in mail: each one a customer's report, threads to one customer, nothing lost and nothing twice.

The place in the mailbox is kept after the reports are: a crash between the two reads some mails again, and their
Message-IDs keep them from being logged again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Refusal
from cockpit.application.mailbox import Mail, Mailbox, MailboxLost, MailboxRefused, Place, Places, Unread
from cockpit.application.ports import StoreProblem
from cockpit.application.senders import Senders, Threads
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.wording import Wording, say

BATCH = 20
"""How many mails are fetched and logged together."""
WAIT_S = 30.0
"""How long one wait for new mail lasts, in seconds; the folder is looked at again after each."""
_TRIES = 3
"""How often a mail is asked for that the connection breaks at."""
_SHORTEST_DELAY_S = 1.0
_LONGEST_DELAY_S = 60.0


@dataclass
class Tally:
    """What became of the mails."""

    new: int = 0
    known: int = 0
    """Logged before, under the same Message-ID."""
    refused: int = 0


@dataclass(frozen=True)
class Told:
    """Who is told of what happens, as it happens."""

    logged: Callable[[Sequence[str]], None]
    """The ids of new reports."""
    refused: Callable[[int, Wording], None]
    """The UID of a mail that isn't logged, and why."""
    noticed: Callable[[Wording], None]
    """What else the user should know: a lost connection, a mail that was cut short."""


@dataclass
class MailIntake:
    """Takes one mailbox into one incident. ``sleep`` waits so many seconds."""

    reports: CustomerReports
    incident: str
    mailbox: Mailbox
    places: Places
    senders: Senders
    told: Told
    sleep: Callable[[float], None]
    since: datetime | None = None
    """Leaves out what arrived before."""
    tally: Tally = field(default_factory=Tally)
    _batch: int = BATCH
    _achieved: int = 0
    """Counts what went well: a batch that was logged, a folder that was read to its end."""
    _broke_at: Counter[int] = field(default_factory=Counter)

    def take(self) -> None:
        """Log what is there and end.

        Raises MailboxRefused, MailboxLost or StoreProblem; what came before it is logged, and the next time goes on
        from there.
        """
        try:
            self._catch_up(self._open())
        finally:
            self.mailbox.close()

    def follow(self) -> None:
        """Log what is there and what comes; a lost connection is made again, after ever longer waits.

        Ends by an exception alone: MailboxRefused, before the first mailbox was opened, or whatever interrupts it.
        """
        delay = _SHORTEST_DELAY_S
        while True:
            before = self._achieved
            try:
                place = self._open()
                while True:
                    place = self._catch_up(place)
                    self.mailbox.wait(WAIT_S)
            except MailboxRefused as error:
                if not self._achieved:
                    raise
                why: object = error.why  # a server that is starting refuses even the right password
            except MailboxLost as error:
                why = error.why
            except StoreProblem as error:
                why = error
            finally:
                self.mailbox.close()
            if self._achieved > before:
                delay = _SHORTEST_DELAY_S
            self.told.noticed(say("%(why)s; trying again in %(seconds)d s", why=why, seconds=round(delay)))
            self.sleep(delay)
            delay = min(2 * delay, _LONGEST_DELAY_S)

    def _open(self) -> Place:
        """Open the mailbox; returns the place to go on from."""
        validity = self.mailbox.open()
        place = self.places.place(self.mailbox.source)
        if place is not None and place.validity == validity:
            return place
        if place is not None:
            self.told.noticed(say("the server numbers the mails anew: all are looked at again, and none logged twice"))
        return Place(validity, 0)

    def _catch_up(self, place: Place) -> Place:
        """Log all mail after ``place``; returns the new one."""
        coming = self.mailbox.uids_after(place.last_uid, self.since)
        while coming:
            uids, coming = coming[: self._batch], coming[self._batch :]
            self._log(self._fetched(uids))
            place = Place(place.validity, uids[-1])
            self.places.keep(self.mailbox.source, place)
            self._achieved += 1
        self._batch = BATCH
        self._achieved += 1
        return place

    def _fetched(self, uids: Sequence[int]) -> Sequence[Mail | Unread]:
        """These mails. Where the connection breaks, they are fetched one by one: the one to blame costs only itself."""
        if len(uids) == 1 and self._broke_at[uids[0]] >= _TRIES:
            return [Unread(uids[0], say("the connection breaks whenever it is fetched"))]
        try:
            return self.mailbox.fetch(uids)
        except MailboxLost:
            if len(uids) == 1:
                self._broke_at[uids[0]] += 1
            self._batch = 1
            raise

    def _log(self, mails: Sequence[Mail | Unread]) -> None:
        mails = [mail for mail in mails if not self._too_old(mail)]
        threads = self._threads([mail for mail in mails if isinstance(mail, Mail)])
        good: list[tuple[int, NewReport]] = []
        for mail in mails:
            why = mail.why if isinstance(mail, Unread) else self.senders.refuses(mail)
            if why is not None:
                self._refuse(mail.uid, why)
            elif isinstance(mail, Mail):
                if mail.cut:
                    self.told.noticed(say("mail %(uid)d: only its beginning is logged", uid=mail.uid))
                good.append((mail.uid, self._report(mail, threads)))
        if not good:
            return
        try:
            self._record([report for _uid, report in good])
        except Refusal:
            self._one_by_one(good)

    def _too_old(self, mail: Mail | Unread) -> bool:
        at = mail.received_at if isinstance(mail, Mail) else None
        return at is not None and self.since is not None and at < self.since

    def _one_by_one(self, good: Iterable[tuple[int, NewReport]]) -> None:
        """A mail that the use case refuses costs only itself."""
        for uid, report in good:
            try:
                self._record([report])
            except Refusal as refusal:
                self._refuse(uid, refusal.why)

    def _refuse(self, uid: int, why: Wording) -> None:
        self.tally.refused += 1
        self.told.refused(uid, why)

    def _record(self, reports: Sequence[NewReport]) -> None:
        ids = self.reports.log(self.incident, reports)
        self.tally.new += len(ids)
        self.tally.known += len(reports) - len(ids)
        if ids:
            self.told.logged(ids)

    def _threads(self, mails: Sequence[Mail]) -> Threads:
        """What earlier reports say of who these mails are from."""
        ids = {name for mail in mails for name in mail.references}
        addresses = {sender.address for mail in mails for sender in mail.senders if sender.address}
        return Threads(*self.places.logged_under(self.mailbox.source, sorted(ids), sorted(addresses)))

    def _report(self, mail: Mail, threads: Threads) -> NewReport:
        customer = self.senders.customer(mail, threads)
        now = self.reports.desk.now()
        return NewReport(
            text=mail.text,
            customer=customer.name,
            via=Via.EMAIL,
            contact=customer.address,
            premium=customer.premium,
            source=self.mailbox.source,
            external_id=mail.message_id,
            # A server whose clock is ahead doesn't make a report one of the future.
            received_at=min(mail.received_at, now) if mail.received_at else now,
        )

"""Taking a mailbox in: what is logged for whom, what is refused, and what a bad connection does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from support import START, FixedClock

from cockpit.adapters.mail_places import MailPlaces
from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.intake import MailIntake, Told
from cockpit.application.mailbox import Account, Mail, MailboxLost, MailboxRefused, Place, Sender, Unread
from cockpit.application.senders import Senders
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import Report, Via
from cockpit.domain.wording import Wording, say

LOST = MailboxLost(say("gone"))
PREMIUM = (
    PremiumCustomer("Acme", "Team Blue", "Kim <kim@acme.example>, phone 555 0100"),
    PremiumCustomer("Globex", "", "globex@gmail.com"),
)


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
class Desk:
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


@pytest.fixture
def room(reports: CustomerReports, incident: str, store: SqliteStore, database: Path) -> Iterator[Desk]:
    places = MailPlaces(database)
    yield Desk(reports, incident, places)
    places.close()


def test_a_mail_is_a_report(room: Desk) -> None:
    (report,) = room.take(mail(1))
    assert (report.customer, report.contact, report.via, report.text) == (
        "Pat",
        "pat@initech.example",
        Via.EMAIL,
        "no SMS",
    )
    assert report.received_at == START - timedelta(minutes=1)
    assert not report.premium


def test_a_server_whose_clock_is_ahead(room: Desk) -> None:
    late, none = room.take(mail(1, received_at=START + timedelta(hours=1)), mail(2, received_at=None))
    assert late.received_at == none.received_at == START


class TestWhose:
    def customers(self, reports: Sequence[Report]) -> list[str]:
        return [report.customer for report in reports]

    def test_a_thread_stays_with_one_customer(self, room: Desk) -> None:
        reports = room.take(
            mail(1), mail(2, "Sam <sam@other.example>", answers=["<1@x>"]), mail(3, "Kit <kit@z>", answers=["<2@x>"])
        )
        assert self.customers(reports) == ["Pat"] * 3
        assert [report.contact for report in reports] == ["pat@initech.example", "sam@other.example", "kit@z"]

    def test_in_a_later_run_too(self, room: Desk) -> None:
        room.take(mail(1))
        reports = room.take(mail(2, "Sam <sam@other.example>", answers=["<unknown@y>", "<1@x>", "<ours@z>"]))
        assert self.customers(reports) == ["Pat"] * 2

    def test_an_address_stays_with_one_customer(self, room: Desk) -> None:
        assert self.customers(room.take(mail(1), mail(2, "P. Lee <pat@initech.example>"))) == ["Pat"] * 2
        assert self.customers(room.take(mail(3, "<pat@initech.example>"))) == ["Pat"] * 3

    def test_what_a_person_put_right_holds_for_what_comes(self, room: Desk) -> None:
        (report,) = room.take(mail(1))
        room.reports.correct(room.incident, report.id, {"customer": "Initech"})
        assert self.customers(room.take(mail(2), mail(3, "Sam <s@t>", answers=["<1@x>"])))[1:] == ["Initech"] * 2

    def test_without_a_name_the_address_stands_for_it(self, room: Desk) -> None:
        assert self.customers(room.take(mail(1, "<pat@initech.example>"))) == ["pat@initech.example"]

    @pytest.mark.parametrize(
        ("sender", "customer", "premium"),
        [
            ("Kim <kim@acme.example>", "Acme", True),
            ("Lee <lee@acme.example>", "Acme", True),
            ("ＡＣＭＥ <desk@elsewhere.example>", "Acme", True),
            ("Lee <lee@notacme.example>", "Lee", False),
            ("Some <globex@gmail.com>", "Globex", True),
            ("Some <other@gmail.com>", "Some", False),
        ],
    )
    def test_a_premium_customer_is_known(self, room: Desk, sender: str, customer: str, premium: bool) -> None:
        room.senders = Senders(PREMIUM)
        (report,) = room.take(mail(1, sender))
        assert (report.customer, report.premium) == (customer, premium)

    def test_our_own_address_is_no_premium_customers(self, room: Desk) -> None:
        senders = Senders([PremiumCustomer("Acme", "", "acme-team@example.com")], ["example.com"])
        room.senders = senders
        assert self.customers(room.take(mail(1, "Web <web@sub.example.com>", replies_to="pat@initech.example"))) == [
            "pat@initech.example"
        ]

    def test_a_web_form_that_sends_in_our_name(self, room: Desk) -> None:
        room.senders = Senders(own_address="Support@example.com")
        (report,) = room.take(mail(1, "Form <support@example.com>", replies_to="pat@initech.example"))
        assert report.contact == "pat@initech.example"


class TestRefused:
    def test_each_is_named_and_costs_only_itself(self, room: Desk) -> None:
        room.senders = Senders(own_domains=["example.com"])
        intake_mails = (
            mail(1, ""),
            mail(2),
            mail(3, "Sam <sam@example.com>"),
            mail(4, "Pat <pat@initech.example>", automatic=True),
            Unread(5, say("broken")),
            mail(6, text="\x1b[31m"),
            mail(7),
        )
        assert len(room.take(*intake_mails)) == 2
        assert room.refused == [
            (1, "it doesn't say who it is from"),
            (3, "it is from our own address sam@example.com"),
            (4, "it is an automatic reply, from pat@initech.example"),
            (5, "broken"),
            (6, "a report needs the customer's words"),
        ]

    def test_they_are_not_looked_at_again(self, room: Desk) -> None:
        room.take(Unread(1, say("broken")))
        room.take()
        assert room.refused == [(1, "broken")]


def test_the_place_is_kept_for_each_mailbox(room: Desk) -> None:
    room.take(mail(1), mail(9))
    assert room.places.place(room.box.source) == Place(1, 9)
    other = Account("mail.example.com", "support", "Second").source
    assert room.places.place(other) is None
    room.box.source = other
    room.box.mails = [mail(9)]
    assert len(room.take()) == 3


def test_a_folder_is_the_same_by_whichever_port() -> None:
    assert Account("Mail.example.com", "a b", "日本", 143).source == Account("mail.example.com", "a b", "日本").source
    assert Account("h", "a", "b/c").source == "imap://a@h/b/c"


def test_the_same_mail_twice_in_the_folder(room: Desk) -> None:
    room.box.mails = [mail(1)]
    again = mail(1)
    object.__setattr__(again, "uid", 2)
    intake = room.intake()
    room.box.mails.append(again)
    intake.take()
    assert (intake.tally.new, intake.tally.known) == (1, 1)


class TestLost:
    def test_the_waits_grow_up_to_a_minute(self, room: Desk) -> None:
        def gone() -> None:
            raise LOST

        room.box.opening = gone
        with pytest.raises(Enough):
            room.intake().follow()
        assert room.slept == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
        assert room.noticed[2] == "gone; trying again in 4 s"

    def test_they_begin_anew_after_what_went_well(self, room: Desk) -> None:
        turns = iter([True, True, False, True, True])

        def sometimes() -> None:
            if next(turns, True):
                raise LOST

        def breaks() -> None:
            raise LOST

        room.box.opening, room.box.waiting, room.most_pauses = sometimes, breaks, 5
        with pytest.raises(Enough):
            room.intake().follow()
        assert room.slept == [1, 2, 1, 2, 4]

    def test_one_run_ends_with_the_first(self, room: Desk) -> None:
        room.box.mails = [mail(1), mail(2)]
        room.box.breaks_at = {2}
        with pytest.raises(MailboxLost):
            room.intake().take()

    def test_a_mail_that_breaks_the_connection_is_named_in_the_end(self, room: Desk) -> None:
        def read() -> None:
            raise Enough

        room.box.mails = [mail(uid) for uid in range(1, 31)]
        room.box.breaks_at, room.box.waiting = {25}, read
        with pytest.raises(Enough):
            room.intake().follow()
        assert len(room.logged()) == 29
        assert room.refused == [(25, "the connection breaks whenever it is fetched")]
        assert [uids for uids in room.box.fetched if 25 in uids][1:] == [[25]] * 3

    def test_refused_at_first_it_ends(self, room: Desk) -> None:
        def wrong() -> None:
            raise MailboxRefused(say("wrong password"))

        room.box.opening = wrong
        with pytest.raises(MailboxRefused):
            room.intake().follow()
        assert room.slept == []

    def test_refused_later_it_tries_again(self, room: Desk) -> None:
        """A server that is starting refuses even the right password."""
        turns = iter([False, True])

        def sometimes() -> None:
            if next(turns, True):
                raise MailboxRefused(say("not yet"))

        def breaks() -> None:
            raise LOST

        room.box.opening, room.box.waiting, room.most_pauses = sometimes, breaks, 3
        with pytest.raises(Enough):
            room.intake().follow()
        assert room.noticed[-1] == "not yet; trying again in 4 s"


def test_what_arrived_before_is_left_out(room: Desk, clock: FixedClock) -> None:
    room.box.mails = [mail(1, received_at=START - timedelta(hours=2)), mail(2)]
    room.intake(since=START - timedelta(hours=1)).take()
    assert len(room.logged()) == 1
    assert room.places.place(room.box.source) == Place(1, 2)
    assert room.refused == []

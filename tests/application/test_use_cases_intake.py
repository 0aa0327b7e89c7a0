"""Taking a mailbox in: what is logged for whom, what is refused, and what a bad connection does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from memory_mailbox import Postroom, mail
from support import START, FixedClock

from cockpit.application.mailbox import Account, Place, Unread
from cockpit.application.senders import Senders
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import Report, Via
from cockpit.domain.wording import say

PREMIUM = (
    PremiumCustomer("Acme", "Team Blue", "Kim <kim@acme.example>, phone 555 0100"),
    PremiumCustomer("Globex", "", "globex@gmail.com"),
)


def test_a_mail_is_a_report(postroom: Postroom) -> None:
    (report,) = postroom.take(mail(1))
    assert (report.customer, report.contact, report.via, report.text) == (
        "Pat",
        "pat@initech.example",
        Via.EMAIL,
        "no SMS",
    )
    assert report.received_at == START - timedelta(minutes=1)
    assert not report.premium


def test_a_server_whose_clock_is_ahead(postroom: Postroom) -> None:
    late, none = postroom.take(mail(1, received_at=START + timedelta(hours=1)), mail(2, received_at=None))
    assert late.received_at == none.received_at == START


class TestWhose:
    def customers(self, reports: Sequence[Report]) -> list[str]:
        return [report.customer for report in reports]

    def test_a_thread_stays_with_one_customer(self, postroom: Postroom) -> None:
        reports = postroom.take(
            mail(1), mail(2, "Sam <sam@other.example>", answers=["<1@x>"]), mail(3, "Kit <kit@z>", answers=["<2@x>"])
        )
        assert self.customers(reports) == ["Pat"] * 3
        assert [report.contact for report in reports] == ["pat@initech.example", "sam@other.example", "kit@z"]

    def test_in_a_later_run_too(self, postroom: Postroom) -> None:
        postroom.take(mail(1))
        reports = postroom.take(mail(2, "Sam <sam@other.example>", answers=["<unknown@y>", "<1@x>", "<ours@z>"]))
        assert self.customers(reports) == ["Pat"] * 2

    def test_an_address_stays_with_one_customer(self, postroom: Postroom) -> None:
        assert self.customers(postroom.take(mail(1), mail(2, "P. Lee <pat@initech.example>"))) == ["Pat"] * 2
        assert self.customers(postroom.take(mail(3, "<pat@initech.example>"))) == ["Pat"] * 3

    def test_what_a_person_put_right_holds_for_what_comes(self, postroom: Postroom) -> None:
        (report,) = postroom.take(mail(1))
        postroom.reports.correct(postroom.incident, report.id, {"customer": "Initech"})
        assert self.customers(postroom.take(mail(2), mail(3, "Sam <s@t>", answers=["<1@x>"])))[1:] == ["Initech"] * 2

    def test_without_a_name_the_address_stands_for_it(self, postroom: Postroom) -> None:
        assert self.customers(postroom.take(mail(1, "<pat@initech.example>"))) == ["pat@initech.example"]

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
    def test_a_premium_customer_is_known(self, postroom: Postroom, sender: str, customer: str, premium: bool) -> None:
        postroom.senders = Senders(PREMIUM)
        (report,) = postroom.take(mail(1, sender))
        assert (report.customer, report.premium) == (customer, premium)

    def test_our_own_address_is_no_premium_customers(self, postroom: Postroom) -> None:
        senders = Senders([PremiumCustomer("Acme", "", "acme-team@example.com")], ["example.com"])
        postroom.senders = senders
        (report,) = postroom.take(mail(1, "Web <web@sub.example.com>", replies_to="pat@initech.example"))
        assert (report.customer, report.premium) == ("pat@initech.example", False)

    def test_a_web_form_that_sends_in_our_name(self, postroom: Postroom) -> None:
        postroom.senders = Senders(own_address="Support@example.com")
        (report,) = postroom.take(mail(1, "Form <support@example.com>", replies_to="pat@initech.example"))
        assert report.contact == "pat@initech.example"


class TestRefused:
    def test_each_is_named_and_costs_only_itself(self, postroom: Postroom) -> None:
        postroom.senders = Senders(own_domains=["example.com"])
        intake_mails = (
            mail(1, ""),
            mail(2),
            mail(3, "Sam <sam@example.com>"),
            mail(4, "Pat <pat@initech.example>", automatic=True),
            Unread(5, say("broken")),
            mail(6, text="\x1b[31m"),
            mail(7),
        )
        assert len(postroom.take(*intake_mails)) == 2
        assert postroom.refused == [
            (1, "it doesn't say who it is from"),
            (3, "it is from our own address sam@example.com"),
            (4, "it is an automatic reply, from pat@initech.example"),
            (5, "broken"),
            (6, "a report needs the customer's words"),
        ]

    def test_they_are_not_looked_at_again(self, postroom: Postroom) -> None:
        postroom.take(Unread(1, say("broken")))
        postroom.take()
        assert postroom.refused == [(1, "broken")]


def test_the_place_is_kept_for_each_mailbox(postroom: Postroom) -> None:
    postroom.take(mail(1), mail(9))
    assert postroom.places.place(postroom.box.source) == Place(1, 9)
    other = Account("mail.example.com", "support", "Second").source
    assert postroom.places.place(other) is None
    postroom.box.source = other
    postroom.box.mails = [mail(9)]
    assert len(postroom.take()) == 3


def test_a_folder_is_the_same_by_whichever_port() -> None:
    assert Account("Mail.example.com", "a b", "日本", 143).source == Account("mail.example.com", "a b", "日本").source
    assert Account("h", "a", "b/c").source == "imap://a@h/b/c"


def test_the_same_mail_twice_in_the_folder(postroom: Postroom) -> None:
    postroom.box.mails = [mail(1)]
    again = mail(1)
    object.__setattr__(again, "uid", 2)
    intake = postroom.intake()
    postroom.box.mails.append(again)
    intake.take()
    assert (intake.tally.new, intake.tally.known) == (1, 1)


def test_what_arrived_before_is_left_out(postroom: Postroom, clock: FixedClock) -> None:
    postroom.box.mails = [mail(1, received_at=START - timedelta(hours=2)), mail(2)]
    postroom.intake(since=START - timedelta(hours=1)).take()
    assert len(postroom.logged()) == 1
    assert postroom.places.place(postroom.box.source) == Place(1, 2)
    assert postroom.refused == []

"""Customers with a special contract: what each was told, what they missed, and their own text's way to them."""

from __future__ import annotations

import pytest
from support import Journal, minute, public

from cockpit.domain import approval
from cockpit.domain import events as e
from cockpit.domain.approval import PathState, message_text
from cockpit.domain.policy import Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.standing import Standing, standings
from cockpit.domain.words import Channel, Lang, Stage

ACME, GLOBEX = PremiumCustomer("Acme", "Team Blue"), PremiumCustomer("Ｇｌｏｂｅｘ")
IDS = {"a": "ACME", "g": "Globex"}
TEXT = "Dear Acme, notifications are late. The next update will come to you by 14:31 UTC."
NOTICE = message_text(Lang.EN, Channel.EMAIL, TEXT, "a")


def told(
    journal: Journal,
    at: float,
    customer: str = "a",
    text: e.MessageText | None = None,
    request: str | None = None,
    recorded: float | None = None,
) -> str:
    what = e.CustomerTold(customer, e.Teller.LIAISON, minute(at), text, None, request, "")
    return journal.add(at if recorded is None else recorded, what)


def of(journal: Journal) -> tuple[Standing, Standing]:
    acme, globex = standings(journal.state, [ACME, GLOBEX], IDS)
    return acme, globex


def test_nobody_waits_before_anything_went_out() -> None:
    assert not any(standing.waits for standing in of(Journal()))


def test_whoever_is_told_knows_of_all_that_was_out_by_then() -> None:
    journal = public()
    acme, globex = of(journal)
    assert [post.stage for post in acme.missed] == [Stage.SCOPING]  # not of the first one: it told no impact
    told(journal, 10)
    acme, globex = of(journal)
    assert not acme.waits
    assert globex.waits
    assert acme.last is not None
    assert acme.last.told_at == minute(10)
    journal.post(20)
    acme, _ = of(journal)
    assert [post.posted_at for post in acme.missed] == [minute(20)]


def test_names_are_compared_as_customers_are_counted_and_an_unknown_one_has_no_id() -> None:
    acme, globex = of(public())
    assert (acme.id, globex.id) == ("a", "g")
    assert standings(public().state, [PremiumCustomer("Initech")], IDS)[0].id == ""


def test_a_telling_named_by_the_minute_covers_a_post_of_that_minute() -> None:
    journal = public()
    journal.post(20.5)
    told(journal, 20, recorded=21)
    assert not of(journal)[0].waits


def test_texts_that_one_request_covers_are_one_message() -> None:
    journal = public()
    request = journal.ask(18, "x", "y")
    journal.post(20, request=request)
    journal.post(21, request=request, channel=Channel.X)
    assert len(of(journal)[0].missed) == 2


def test_a_post_that_never_went_out_or_was_taken_down_was_not_missed() -> None:
    journal = public()
    _first, scoping = journal.state.posts
    told(journal, 3)
    assert of(journal)[0].waits
    journal.add(10, e.PostVoided(scoping.id, "a slip"))
    assert not of(journal)[0].waits


def test_a_record_made_by_mistake_is_taken_back() -> None:
    journal = public()
    telling = told(journal, 10)
    journal.add(11, e.TellingVoided(telling, "it was Globex"))
    assert of(journal)[0].waits
    assert of(journal)[0].tellings == ()


def path(journal: Journal, text: str = TEXT, audience: str = "a", at: float = 13) -> approval.Path:
    return approval.path(journal.state, message_text(Lang.EN, Channel.EMAIL, text, audience), Policy(), minute(at))


@pytest.fixture
def approved() -> tuple[Journal, str]:
    journal = public()
    request = journal.add(10, e.Asked((NOTICE,), Stage.PREMIUM, None))
    journal.approve(11, request)
    return journal, request


def test_the_journal_holds_no_words_of_a_text_to_one_customer() -> None:
    assert NOTICE.text == ""
    assert NOTICE.sha256 == approval.digest(TEXT)


def test_an_approval_is_for_that_text_to_that_customer(approved: tuple[Journal, str]) -> None:
    journal, _request = approved
    assert path(journal).state is PathState.APPROVED
    assert path(journal, TEXT + "!").state is PathState.VOID
    assert path(journal, audience="g").state is PathState.DRAFT
    assert path(journal, audience="").state is PathState.DRAFT


def test_once_told_it_has_gone_out(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    telling = told(journal, 12, text=NOTICE, request=request)
    assert path(journal).state is PathState.POSTED
    # What is written next to them is a new text, not an edit of this one.
    assert path(journal, "Dear Acme, it is over.").state is PathState.DRAFT
    journal.add(13, e.TellingVoided(telling, "it bounced"))
    assert path(journal).state is PathState.APPROVED


def test_a_telling_leaves_the_public_cadence_and_posts_as_they_are(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    before = journal.state.public_posts
    told(journal, 12, text=NOTICE, request=request)
    assert journal.state.public_posts == before

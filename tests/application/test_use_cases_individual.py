"""Telling one customer: through the gate like everybody's message, or in the account team's own words."""

from __future__ import annotations

import pytest
from support import FixedClock, MemoryClipboard, minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.desk import Refusal
from cockpit.application.handover import handover_facts
from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.application.snapshot import take
from cockpit.application.timeline import beside, describe, quoted
from cockpit.domain import events as e
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.standing import standings
from cockpit.domain.words import Channel, Lang, Stage

TEXT = "Subject: For Acme\n\nDear Acme, notifications are late. The next update will come to you by 14:31 UTC."


@pytest.fixture
def draft(services: Services, incident: str, clock: FixedClock) -> Draft:
    """A text to Acme, ten minutes into an incident that is public."""
    clock.set(2)
    services.incidents.decide_public(incident, e.Choice.POST, "Robin")
    clock.set(10)
    acme = services.individual.addressee(incident, "Acme")
    return Draft(Lang.EN, Channel.EMAIL, Stage.PREMIUM, TEXT, clock.now(), audience=acme)


def test_a_customer_keeps_the_id_that_the_journal_calls_them(services: Services, incident: str, draft: Draft) -> None:
    assert services.individual.addressee(incident, " ＡＣＭＥ ") == draft.audience
    assert services.individual.addressee(incident, "Globex") != draft.audience
    with pytest.raises(Refusal, match="which customer"):
        services.individual.addressee(incident, " ")


def test_asked_approved_copied_and_told(
    services: Services, incident: str, draft: Draft, clock: FixedClock, clipboard: MemoryClipboard, store: SqliteStore
) -> None:
    with pytest.raises(Refusal, match="ask first"):
        services.messages.copy(incident, draft)
    request = services.messages.ask(incident, [draft])
    services.messages.approve(incident, request, "Robin", e.How.VOICE)
    services.messages.copy(incident, draft)
    assert clipboard.copied == [TEXT]
    clock.set(12)
    services.individual.told(incident, draft, e.Teller.LIAISON)
    (telling,) = services.desk.load(incident).tellings
    assert (telling.customer, telling.by, telling.told_at) == (draft.audience, e.Teller.LIAISON, minute(12))
    assert (telling.request, telling.override, telling.promise) == (request, "", minute(31))
    # No word of it is in the journal: names and words stand beside it.
    assert not any("Acme" in str(event.what) for event in store.events(incident))
    known = beside(store, incident)
    shown = [(str(describe(v.what, services.desk.zone, known)), quoted(v.what, known)) for v in store.events(incident)]
    assert shown[-1] == ("Acme was told by liaison at 14:12 UTC", TEXT)
    assert [text for said, text in shown if said.startswith("asked")] == [TEXT]
    with pytest.raises(Refusal, match="already"):
        services.individual.told(incident, draft, e.Teller.LIAISON)


def test_an_unapproved_text_that_went_out_needs_a_reason(services: Services, incident: str, draft: Draft) -> None:
    with pytest.raises(Refusal, match="say why"):
        services.individual.told(incident, draft, e.Teller.LIAISON)
    services.individual.told(incident, draft, e.Teller.LIAISON, reason="their outage call had begun")
    (telling,) = services.desk.load(incident).tellings
    assert telling.override == "their outage call had begun"


def test_the_lint_stops_a_text_to_one_customer_too(services: Services, incident: str, draft: Draft) -> None:
    flagged = Draft(Lang.EN, Channel.EMAIL, Stage.PREMIUM, TEXT + " It will be fixed by 15:00.", draft.saved_at)
    with pytest.raises(Refusal, match="must not go out"):
        services.messages.ask(incident, [flagged])


def test_the_account_team_finds_its_own_words_the_liaison_does_not(services: Services, incident: str) -> None:
    services.individual.told_in_own_words(incident, ["Acme", "Globex"], e.Teller.ACCOUNT_TEAM)
    assert [t.text for t in services.desk.load(incident).tellings] == [None, None]
    with pytest.raises(Refusal, match="approved no text"):
        services.individual.told_in_own_words(incident, ["Acme"], e.Teller.LIAISON)
    services.individual.told_in_own_words(incident, ["Acme"], e.Teller.LIAISON, reason="they were on the call")
    last = services.desk.load(incident).tellings[-1]
    assert last.override == "they were on the call"
    services.individual.void(incident, last.id, "it was Globex")
    assert len(services.desk.load(incident).tellings) == 2
    with pytest.raises(Refusal, match="no such record"):
        services.individual.void(incident, last.id, "twice")


@pytest.mark.parametrize(("at", "why"), [(11, "future"), (-1, "before the call")])
def test_nobody_is_told_in_the_future_or_before_the_call(
    services: Services, incident: str, draft: Draft, at: float, why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        services.individual.told_in_own_words(incident, ["Acme"], e.Teller.ACCOUNT_TEAM, minute(at))


def test_the_handover_names_who_has_not_been_told(
    services: Services, incident: str, draft: Draft, clock: FixedClock
) -> None:
    public = Draft(Lang.EN, Channel.STATUS, Stage.SCOPING, "Notifications are late.", clock.now())
    services.messages.mark_posted(incident, public, "status page", reason="the IC said so on the call")
    services.individual.told_in_own_words(incident, ["Globex"], e.Teller.ACCOUNT_TEAM)
    premium = [PremiumCustomer("Acme"), PremiumCustomer("Globex")]
    snapshot = take(services.desk, incident)
    facts = handover_facts(snapshot, services.filler, premium, Lang.EN, clock.now(), str)
    assert facts["premium"] == ("Acme",)


def test_a_customer_is_forgotten_with_all_that_was_written_to_them(
    services: Services, incident: str, draft: Draft, store: SqliteStore
) -> None:
    services.messages.save_draft(incident, draft)
    services.individual.told(incident, draft, e.Teller.LIAISON, reason="urgent")
    before = store.events(incident)
    services.reports.forget("acme")
    assert store.events(incident) == before
    assert dict(store.notices(incident)) == {}
    assert list(store.drafts(incident)) == []
    assert list(store.addressees(incident).values()) == [""]
    assert standings(services.desk.load(incident), [PremiumCustomer("Acme")], store.addressees(incident))[0].id == ""
    for file in services.database.parent.iterdir():
        assert b"Dear Acme" not in file.read_bytes()

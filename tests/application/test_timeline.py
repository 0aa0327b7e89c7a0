"""Every kind of journal entry has its words."""

from __future__ import annotations

import typing
from datetime import UTC

import pytest
from support import minute

from cockpit.application.timeline import describe, quoted
from cockpit.domain import events as e
from cockpit.domain.approval import message_text
from cockpit.domain.facts import FactSheet
from cockpit.domain.words import Channel, Lang, Phase, Stage

TEXT = message_text(Lang.EN, Channel.STATUS, "Notifications are late.")
KINDS: tuple[e.What, ...] = (
    e.Opened("Late", 2, "Robin", "Sam", minute(0)),
    e.SeverityChanged(1, "wider"),
    e.CommanderChanged("Kim"),
    e.HandedOver("Jo"),
    e.Decided(e.Choice.POST, "", (), False, "in doubt"),
    e.PhaseChanged(Phase.IDENTIFIED, "scope known"),
    e.CallStartCorrected(minute(1), "typed wrongly"),
    e.PhaseCorrected(Phase.INVESTIGATING, "slip"),
    e.RecoveryConfirmed("Robin"),
    e.LongDeclared("a restore takes hours"),
    e.FactsRecorded(FactSheet(), ("impact",)),
    e.Asked((TEXT,), Stage.UPDATE, Phase.MONITORING),
    e.Approved("r", "Robin", e.How.VOICE),
    e.Refused("r", "Robin", "too long"),
    e.Copied("r", TEXT, ""),
    e.Posted(TEXT, Stage.UPDATE, "status page", minute(9), minute(29), "r", ""),
    e.PostEdited("p", TEXT, None, "typo"),
    e.PostTimeCorrected("p", minute(8), None, "typed wrong"),
    e.PostVoided("p", "never sent"),
    e.Retracted("p", "Robin", "false alarm"),
    e.CustomerTold("c", e.Teller.ACCOUNT_TEAM, minute(12), None, None, None, ""),
    e.TellingVoided("t", "wrong customer"),
    e.PostNow("Robin", "SMS too"),
    e.QuestionAsked("Is Asia hit?"),
    e.QuestionAnswered("q", "no", "Robin"),
    e.Suppressed("eta", "soon", "quoted"),
    e.ReportsLogged(("a",), 1),
    e.ReportCorrected("a", ("text",)),
    e.SymptomNamed(("a", "b"), 2),
    e.Relayed("x", ("a",), 1, e.How.VOICE),
    e.Replied(("a",), 1),
    e.PostmortemPublished("blog"),
    e.Noted("coffee"),
)


def test_the_examples_cover_every_kind() -> None:
    assert {type(what) for what in KINDS} == set(typing.get_args(e.What))


@pytest.mark.parametrize("what", KINDS, ids=lambda what: type(what).__name__)
def test_every_kind_is_said(what: e.What) -> None:
    said = str(describe(what, UTC))
    assert said.strip()
    assert "%(" not in said


def test_a_post_says_where_when_and_what_it_promised() -> None:
    post = e.Posted(TEXT, Stage.UPDATE, "status page", minute(9), minute(29), "r", "")
    assert "status page" in str(describe(post, UTC))
    assert "14:09 UTC" in str(describe(post, UTC))
    assert "14:29 UTC" in str(describe(post, UTC))
    assert quoted(post) == "Notifications are late."


def test_an_override_is_named() -> None:
    posted = e.Posted(TEXT, Stage.UPDATE, "status page", minute(9), None, None, "IC unreachable")
    assert "IC unreachable" in str(describe(posted, UTC))
    assert "IC unreachable" in str(describe(e.Copied(None, TEXT, "IC unreachable"), UTC))

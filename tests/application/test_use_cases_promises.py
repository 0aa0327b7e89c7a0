"""The promise that a post gave is read out of its text, and what is due follows from it."""

from __future__ import annotations

import pytest
from support import FixedClock, minute

from cockpit.application.desk import Desk
from cockpit.application.incidents import Incidents
from cockpit.application.messages import Messages
from cockpit.application.ports import Draft
from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.cadence import Basis, Due
from cockpit.domain.words import Channel, Lang, Stage

TEXT = "Notifications arrive late for customers in the EU. The next update comes at 14:25 UTC."
JAPANESE = "欧州のお客様への通知が遅れています。次回のお知らせは14:22 UTCの予定です。"
DRAFT = Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, TEXT, minute(0))


@pytest.fixture
def public(incidents: Incidents, incident: str, clock: FixedClock) -> str:
    incidents.decide_public(incident, e.Choice.POST, "Robin")
    clock.set(10)
    return incident


def due(desk: Desk, incident: str) -> Due:
    answer = cadence.due(desk.load(incident), desk.policy)
    assert answer is not None
    return answer


def post(messages: Messages, incident: str, draft: Draft = DRAFT, at: float | None = None) -> str:
    return messages.mark_posted(incident, draft, "", None if at is None else minute(at), "told to, on the call")


def test_posting_restarts_the_countdown(desk: Desk, messages: Messages, public: str) -> None:
    post(messages, public)
    answer = due(desk, public)
    assert (answer.at, answer.basis, answer.limit) == (minute(25), Basis.PROMISE, minute(30))


def test_two_languages_of_one_request_bind_by_the_earlier(desk: Desk, messages: Messages, public: str) -> None:
    japanese = Draft(Lang.JA, Channel.STATUS, Stage.UPDATE, JAPANESE, minute(0))
    messages.approve(public, messages.ask(public, [DRAFT, japanese]), "", e.How.VOICE)
    post(messages, public, japanese)
    post(messages, public)
    assert due(desk, public).at == minute(22)


def test_a_length_of_time_counts_from_when_it_went_out(
    desk: Desk, messages: Messages, public: str, clock: FixedClock
) -> None:
    clock.set(14)
    draft = Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "Still slow. Next update in 15 minutes.", minute(0))
    post_id = post(messages, public, draft, at=12)
    assert due(desk, public).at == minute(27)
    messages.correct_time(public, post_id, minute(11), "a minute earlier")
    assert due(desk, public).at == minute(26)


def test_a_mended_text_brings_its_own_promise(desk: Desk, messages: Messages, public: str) -> None:
    post_id = post(messages, public)
    messages.edit_post(public, post_id, TEXT.replace("14:25", "14:28"), "the wrong minute")
    assert due(desk, public).at == minute(28)
    messages.void_post(public, post_id, "it never went out")
    assert due(desk, public).at == minute(5)

"""The message's own path: drafted, asked for, approved, copied, posted; and put right afterwards.

(Long, because a message's path is tested step by step with each refusal on the way, on one set of helpers.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from support import FixedClock, MemoryClipboard, minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.desk import Desk, Refusal
from cockpit.application.incidents import Incidents
from cockpit.application.messages import Messages
from cockpit.application.ports import Copied, Draft, StoreProblem
from cockpit.domain import cadence
from cockpit.domain import events as e
from cockpit.domain.approval import PathState
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.incident import Post
from cockpit.domain.words import Channel, Lang, Phase, Stage

TEXT = "Notifications arrive late for customers in the EU. The next update comes at 14:25 UTC."
ETA = "Notifications arrive late. We expect a fix within 10 minutes."
DRAFT = Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, TEXT, minute(0))


@pytest.fixture
def public(incidents: Incidents, incident: str, clock: FixedClock) -> str:
    """The incident went public at minute 2; it is minute 10."""
    clock.set(2)
    incidents.decide_public(incident, e.Choice.POST, "Robin")
    clock.set(10)
    return incident


@pytest.fixture
def approved(messages: Messages, public: str) -> str:
    """`TEXT` was asked for and approved at minute 10."""
    messages.approve(public, messages.ask(public, [DRAFT]), "", e.How.VOICE)
    return public


def refused(desk: Desk, incident: str, action: Callable[[], object], why: str) -> None:
    """``action`` is refused for ``why``, and the journal is as it was."""
    before = desk.store.events(incident)
    with pytest.raises(Refusal, match=why):
        action()
    assert desk.store.events(incident) == before


def last(desk: Desk, incident: str) -> e.What:
    return desk.store.events(incident)[-1].what


def state_of(messages: Messages, desk: Desk, incident: str, draft: Draft = DRAFT) -> PathState:
    return messages.path(desk.load(incident), draft).state


def only_post(desk: Desk, incident: str) -> Post:
    (post,) = desk.load(incident).posts
    return post


class TestDrafts:
    def test_kept_beside_the_journal(self, desk: Desk, messages: Messages, incident: str, clock: FixedClock) -> None:
        clock.set(3)
        messages.save_draft(
            incident, Draft(Lang.JA, Channel.X, Stage.UPDATE, "遅れています", minute(0), Phase.MONITORING)
        )
        expected = Draft(Lang.JA, Channel.X, Stage.UPDATE, "遅れています", minute(3), Phase.MONITORING)
        assert desk.store.drafts(incident) == [expected]
        assert len(desk.store.events(incident)) == 1

    def test_what_no_file_can_hold_costs_no_draft(self, desk: Desk, messages: Messages, incident: str) -> None:
        messages.save_draft(
            incident, Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "half a pair \ud83d\x1b[31m\n ", minute(0))
        )
        assert desk.store.drafts(incident)[0].text == "half a pair \ufffd\n "

    def test_of_no_incident(self, messages: Messages) -> None:
        with pytest.raises(StoreProblem):
            messages.save_draft("nobody", Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "lost", minute(0)))


class TestAsking:
    def test_the_exact_texts_are_kept(self, desk: Desk, messages: Messages, public: str) -> None:
        other = replace(DRAFT, lang=Lang.JA, text="通知が遅れています。")
        empty = replace(DRAFT, channel=Channel.X, text=" \n")
        request = messages.ask(public, [DRAFT, other, empty])
        asked = last(desk, public)
        assert isinstance(asked, e.Asked)
        assert [text.text for text in asked.texts] == [TEXT, "通知が遅れています。"]
        assert (asked.stage, asked.target) == (Stage.UPDATE, None)
        assert desk.load(public).requests[0].id == request
        assert state_of(messages, desk, public) is PathState.ASKED

    def test_an_empty_text(self, desk: Desk, messages: Messages, public: str) -> None:
        refused(desk, public, lambda: messages.ask(public, [replace(DRAFT, text="\n ")]), "text is empty")
        refused(desk, public, lambda: messages.ask(public, []), "text is empty")

    def test_a_text_that_the_lint_stops(self, desk: Desk, messages: Messages, public: str) -> None:
        flagged = replace(DRAFT, text=ETA)
        refused(desk, public, lambda: messages.ask(public, [DRAFT, flagged]), "«within 10 minutes» must not go out")

    def test_a_finding_let_pass_with_a_reason(self, desk: Desk, messages: Messages, public: str) -> None:
        messages.let_pass(public, "eta", "within 10 minutes", "the vendor's own words, quoted")
        assert last(desk, public) == e.Suppressed("eta", "within 10 minutes", "the vendor's own words, quoted")
        messages.ask(public, [replace(DRAFT, text=ETA)])

    def test_let_pass_needs_a_reason(self, desk: Desk, messages: Messages, public: str) -> None:
        refused(desk, public, lambda: messages.let_pass(public, "eta", "x", " "), "why may it stay")

    @pytest.mark.parametrize("rule", ["secret", "pii"])
    def test_what_nobody_may_let_pass(self, desk: Desk, messages: Messages, public: str, rule: str) -> None:
        refused(desk, public, lambda: messages.let_pass(public, rule, "x", "because"), "can't be let pass")

    def test_a_phase_that_cannot_be_reached(self, desk: Desk, messages: Messages, public: str) -> None:
        resolving = replace(DRAFT, stage=Stage.RESOLUTION, target=Phase.RESOLVED)
        refused(desk, public, lambda: messages.ask(public, [resolving]), "confirmation of full recovery")

    def test_a_closed_incident(self, desk: Desk, messages: Messages, incidents: Incidents, incident: str) -> None:
        incidents.change_phase(incident, Phase.CLOSED, "a false alarm")
        refused(desk, incident, lambda: messages.ask(incident, [DRAFT]), "is closed")


class TestTheAnswer:
    @pytest.mark.parametrize(("by", "name"), [("", "Robin"), (" Kim\n", "Kim")])
    def test_approved(self, desk: Desk, messages: Messages, public: str, by: str, name: str) -> None:
        request = messages.ask(public, [DRAFT])
        messages.approve(public, request, by, e.How.WRITING)
        assert last(desk, public) == e.Approved(request, name, e.How.WRITING)
        assert state_of(messages, desk, public) is PathState.APPROVED

    def test_sent_back(self, desk: Desk, messages: Messages, public: str) -> None:
        request = messages.ask(public, [DRAFT])
        refused(desk, public, lambda: messages.refuse(public, request, "", " "), "why did the IC send it back")
        messages.refuse(public, request, "", "say which regions")
        assert last(desk, public) == e.Refused(request, "Robin", "say which regions")
        assert state_of(messages, desk, public) is PathState.DRAFT

    def test_once(self, desk: Desk, messages: Messages, public: str) -> None:
        request = messages.ask(public, [DRAFT])
        messages.approve(public, request, "", e.How.VOICE)
        refused(desk, public, lambda: messages.approve(public, request, "", e.How.VOICE), "answered this request")
        refused(desk, public, lambda: messages.refuse(public, request, "", "no"), "answered this request")

    def test_of_nothing(self, desk: Desk, messages: Messages, public: str) -> None:
        refused(desk, public, lambda: messages.approve(public, "x", "", e.How.VOICE), "nothing was asked")

    def test_by_nobody(self, desk: Desk, messages: Messages, incidents: Incidents) -> None:
        incident = incidents.open("t", 2)
        request = messages.ask(incident, [DRAFT])
        refused(desk, incident, lambda: messages.approve(incident, request, "", e.How.VOICE), "who is the incident")

    def test_of_a_text_whose_situation_changed(
        self, desk: Desk, messages: Messages, incidents: Incidents, public: str
    ) -> None:
        request = messages.ask(public, [DRAFT])
        incidents.change_severity(public, 1)
        refused(desk, public, lambda: messages.approve(public, request, "", e.How.VOICE), "severity changed")
        again = messages.ask(public, [DRAFT])
        refused(desk, public, lambda: messages.approve(public, request, "", e.How.VOICE), "severity changed")
        messages.approve(public, again, "", e.How.VOICE)
        assert state_of(messages, desk, public) is PathState.APPROVED


class TestCopying:
    def test_an_approved_text(self, desk: Desk, messages: Messages, approved: str, clipboard: MemoryClipboard) -> None:
        copied = messages.copy(approved, DRAFT)
        assert copied.confirmed
        assert clipboard.copied == [TEXT]
        assert state_of(messages, desk, approved) is PathState.COPIED
        messages.copy(approved, DRAFT)
        assert clipboard.copied == [TEXT, TEXT]

    def test_not_without_an_approval(
        self, desk: Desk, messages: Messages, public: str, clipboard: MemoryClipboard
    ) -> None:
        refused(desk, public, lambda: messages.copy(public, DRAFT), "has not approved this text")
        messages.ask(public, [DRAFT])
        refused(desk, public, lambda: messages.copy(public, DRAFT), "has not approved this text")
        refused(desk, public, lambda: messages.copy(public, replace(DRAFT, text=" ")), "text is empty")
        assert clipboard.copied == []

    def test_not_after_an_edit_a_change_or_ten_minutes(
        self, desk: Desk, messages: Messages, incidents: Incidents, approved: str, clock: FixedClock
    ) -> None:
        edited = replace(DRAFT, text=TEXT + " Sorry.")
        refused(desk, approved, lambda: messages.copy(approved, edited), "changed after the IC saw it")
        clock.set(20.1)
        refused(desk, approved, lambda: messages.copy(approved, DRAFT), "older than 10 minutes")
        clock.set(20)
        messages.copy(approved, DRAFT)
        incidents.record_facts(approved, FactSheet(regions=LocalText("EU, US")))
        refused(desk, approved, lambda: messages.copy(approved, DRAFT), "facts changed")

    def test_by_override_with_a_typed_reason(
        self, desk: Desk, messages: Messages, public: str, clipboard: MemoryClipboard
    ) -> None:
        messages.copy(public, DRAFT, override="the IC cannot be reached")
        copied = last(desk, public)
        assert isinstance(copied, e.Copied)
        assert (copied.override, copied.text.text, copied.request) == ("the IC cannot be reached", TEXT, None)
        assert clipboard.copied == [TEXT]
        assert state_of(messages, desk, public) is PathState.DRAFT

    def test_a_reason_of_spaces_is_none(self, desk: Desk, messages: Messages, public: str) -> None:
        refused(desk, public, lambda: messages.copy(public, DRAFT, override=" \n"), "has not approved")

    def test_a_reason_that_was_not_needed_is_not_held_against_it(
        self, desk: Desk, messages: Messages, approved: str
    ) -> None:
        messages.copy(approved, DRAFT, override="in a hurry")
        assert state_of(messages, desk, approved) is PathState.COPIED
        assert desk.load(approved).overridden == ()

    def test_the_lint_reads_it_once_more(self, desk: Desk, messages: Messages, public: str) -> None:
        """What was let pass was let pass for the message that has gone out meanwhile."""
        flagged = replace(DRAFT, text=ETA)
        messages.let_pass(public, "eta", "within 10 minutes", "a quotation")
        messages.approve(public, messages.ask(public, [DRAFT, replace(flagged, channel=Channel.X)]), "", e.How.VOICE)
        messages.mark_posted(public, DRAFT, "")
        on_x = replace(flagged, channel=Channel.X)
        refused(desk, public, lambda: messages.copy(public, on_x), "«within 10 minutes» must not go out")
        messages.copy(public, on_x, override="the IC wants it so")
        copied = last(desk, public)
        assert isinstance(copied, e.Copied)
        assert copied.override == "the IC wants it so"

    def test_a_posted_text(self, desk: Desk, messages: Messages, approved: str, clipboard: MemoryClipboard) -> None:
        messages.mark_posted(approved, DRAFT, "")
        refused(desk, approved, lambda: messages.copy(approved, DRAFT), "has been posted")
        messages.copy(approved, DRAFT, override="posting it on the second page")
        assert clipboard.copied == [TEXT]

    def test_nothing_leaves_without_a_trace(self, desk: Desk, messages: Messages, approved: str) -> None:
        """It is on record before it reaches the clipboard."""
        seen: list[e.What] = []

        class Watching:
            def copy(self, text: str) -> Copied:
                seen.append(last(desk, approved))
                return MemoryClipboard().copy(text)

        replace(messages, clipboard=Watching()).copy(approved, DRAFT)
        (what,) = seen
        assert isinstance(what, e.Copied)

    def test_what_cannot_be_recorded_is_not_copied(
        self, store: SqliteStore, messages: Messages, approved: str, clipboard: MemoryClipboard
    ) -> None:
        store._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreProblem, match="nothing was recorded"):
            messages.copy(approved, DRAFT)
        assert clipboard.copied == []


class TestPosting:
    def test_posted_now(self, desk: Desk, messages: Messages, approved: str, clock: FixedClock) -> None:
        messages.copy(approved, DRAFT)
        clock.set(12)
        post_id = messages.mark_posted(approved, DRAFT, " our page\n")
        post = only_post(desk, approved)
        assert (post.id, post.text.text, post.where, post.posted_at) == (post_id, TEXT, "our page", minute(12))
        assert (post.override, post.request) == ("", desk.load(approved).requests[0].id)
        assert state_of(messages, desk, approved) is PathState.POSTED

    def test_the_channel_says_where_when_nothing_else_does(self, desk: Desk, messages: Messages, approved: str) -> None:
        messages.mark_posted(approved, DRAFT, "")
        assert only_post(desk, approved).where == "status"

    def test_a_few_minutes_ago(self, desk: Desk, messages: Messages, approved: str, clock: FixedClock) -> None:
        clock.set(15)
        messages.mark_posted(approved, DRAFT, "", minute(12))
        assert only_post(desk, approved).posted_at == minute(12)

    @pytest.mark.parametrize(("at", "why"), [(16, "in the future"), (-1, "before the call started")])
    def test_not_at_a_time_that_cannot_be(
        self, desk: Desk, messages: Messages, approved: str, clock: FixedClock, at: float, why: str
    ) -> None:
        clock.set(15)
        refused(desk, approved, lambda: messages.mark_posted(approved, DRAFT, "", minute(at)), why)

    def test_twice(self, desk: Desk, messages: Messages, approved: str) -> None:
        messages.mark_posted(approved, DRAFT, "")
        refused(desk, approved, lambda: messages.mark_posted(approved, DRAFT, ""), "posted already")

    def test_an_empty_text(self, desk: Desk, messages: Messages, approved: str) -> None:
        refused(desk, approved, lambda: messages.mark_posted(approved, replace(DRAFT, text=""), ""), "empty")

    def test_what_went_out_without_an_approval_says_why(self, desk: Desk, messages: Messages, public: str) -> None:
        refused(desk, public, lambda: messages.mark_posted(public, DRAFT, ""), "if it went out all the same")
        messages.mark_posted(public, DRAFT, "", reason="posted by the night shift")
        post = only_post(desk, public)
        assert (post.override, post.request) == ("posted by the night shift", None)

    def test_the_reason_of_the_copy_stands_for_the_post(self, desk: Desk, messages: Messages, public: str) -> None:
        messages.copy(public, DRAFT, override="the IC cannot be reached")
        messages.mark_posted(public, DRAFT, "")
        assert only_post(desk, public).override == "the IC cannot be reached"

    def test_an_approval_that_held_when_it_went_out_counts_when_it_is_recorded_late(
        self, desk: Desk, messages: Messages, incidents: Incidents, approved: str, clock: FixedClock
    ) -> None:
        clock.set(30)
        incidents.change_severity(approved, 1)
        refused(desk, approved, lambda: messages.mark_posted(approved, DRAFT, ""), "severity changed")
        messages.mark_posted(approved, DRAFT, "", minute(19))
        assert only_post(desk, approved).override == ""

    def test_an_approval_that_had_lapsed_when_it_went_out_does_not_count(
        self, desk: Desk, messages: Messages, approved: str, clock: FixedClock
    ) -> None:
        clock.set(30)
        refused(desk, approved, lambda: messages.mark_posted(approved, DRAFT, "", minute(25)), "older than 10")

    def test_an_approval_given_after_it_went_out_does_not_count(
        self, desk: Desk, messages: Messages, approved: str, clock: FixedClock
    ) -> None:
        clock.set(12)
        refused(desk, approved, lambda: messages.mark_posted(approved, DRAFT, "", minute(8)), "has not approved")

    def test_a_time_named_by_the_minute_is_not_before_the_approval_within_it(
        self, desk: Desk, messages: Messages, public: str, clock: FixedClock
    ) -> None:
        clock.set(10.5)
        messages.approve(public, messages.ask(public, [DRAFT]), "", e.How.VOICE)
        clock.set(11)
        messages.mark_posted(public, DRAFT, "", minute(10))
        assert only_post(desk, public).override == ""

    def test_what_went_out_before_the_incident_was_opened_here(
        self, desk: Desk, messages: Messages, incidents: Incidents, clock: FixedClock
    ) -> None:
        clock.set(10)
        incident = incidents.open("t", 2, "Robin", minute(0))
        messages.mark_posted(incident, DRAFT, "", minute(4), reason="posted before the cockpit was open")
        assert only_post(desk, incident).posted_at == minute(4)

    def test_posted_voided_and_posted_again(
        self, desk: Desk, messages: Messages, approved: str, clock: FixedClock
    ) -> None:
        first = messages.mark_posted(approved, DRAFT, "")
        clock.set(12)
        messages.void_post(approved, first, "the page refused it")
        clock.set(13)
        messages.mark_posted(approved, DRAFT, "", minute(11))
        assert only_post(desk, approved).posted_at == minute(11)

    def test_a_closed_incident(self, desk: Desk, messages: Messages, incidents: Incidents, incident: str) -> None:
        incidents.change_phase(incident, Phase.CLOSED, "a false alarm")
        refused(desk, incident, lambda: messages.mark_posted(incident, DRAFT, "", reason="x"), "is closed")
        refused(desk, incident, lambda: messages.copy(incident, DRAFT, override="x"), "is closed")


class TestTargetPhase:
    """ "Post this and move to Monitoring": one approval, one step."""

    TARGETED = replace(DRAFT, stage=Stage.MONITORING, target=Phase.MONITORING)

    def test_posting_moves_the_phase(self, desk: Desk, messages: Messages, public: str) -> None:
        messages.approve(public, messages.ask(public, [self.TARGETED]), "", e.How.VOICE)
        messages.mark_posted(public, self.TARGETED, "")
        state = desk.load(public)
        assert state.phase is Phase.MONITORING
        assert state.stays[-1].post == state.posts[0].id
        assert state.at_once is None

    def test_the_other_texts_of_the_set_follow(self, desk: Desk, messages: Messages, public: str) -> None:
        second = replace(self.TARGETED, channel=Channel.X)
        messages.approve(public, messages.ask(public, [self.TARGETED, second]), "", e.How.VOICE)
        messages.mark_posted(public, self.TARGETED, "")
        messages.copy(public, second)
        messages.mark_posted(public, second, "")
        assert [stay.phase for stay in desk.load(public).stays].count(Phase.MONITORING) == 1

    def test_the_phase_is_the_one_it_was_approved_for(self, desk: Desk, messages: Messages, public: str) -> None:
        messages.approve(public, messages.ask(public, [DRAFT]), "", e.How.VOICE)
        messages.mark_posted(public, replace(DRAFT, target=Phase.MONITORING), "")
        assert desk.load(public).phase is Phase.INVESTIGATING

    def test_a_phase_that_can_no_longer_be_reached_records_nothing(
        self, desk: Desk, messages: Messages, incidents: Incidents, public: str
    ) -> None:
        incidents.change_phase(public, Phase.MONITORING, "")
        incidents.confirm_recovery(public)
        resolving = replace(DRAFT, stage=Stage.RESOLUTION, target=Phase.RESOLVED)
        messages.approve(public, messages.ask(public, [resolving]), "", e.How.VOICE)
        incidents.change_phase(public, Phase.IDENTIFIED, "it is back")
        post = lambda: messages.mark_posted(public, resolving, "", reason="it was out already")  # noqa: E731
        refused(desk, public, post, "confirmation of full recovery")
        messages.mark_posted(public, replace(resolving, target=None), "", reason="it was out already")
        assert desk.load(public).phase is Phase.IDENTIFIED


class TestPuttingRight:
    @pytest.fixture
    def post(self, messages: Messages, approved: str) -> str:
        return messages.mark_posted(approved, DRAFT, "")

    def test_a_typo_mended_on_the_page(self, desk: Desk, messages: Messages, approved: str, post: str) -> None:
        mended = TEXT.replace("14:25", "14:28") + "\n"
        messages.edit_post(approved, post, mended, "the wrong minute")
        now = only_post(desk, approved)
        assert (now.text.text, now.edited) == (mended, True)
        assert TEXT in str(desk.store.events(approved))

    def test_the_time_of_posting(
        self, desk: Desk, messages: Messages, approved: str, post: str, clock: FixedClock
    ) -> None:
        clock.set(14)
        messages.correct_time(approved, post, minute(7), "it went out earlier")
        assert only_post(desk, approved).posted_at == minute(7)

    def test_posted_by_error(self, desk: Desk, messages: Messages, approved: str, post: str) -> None:
        before = desk.load(approved).posts
        messages.void_post(approved, post, "only previewed")
        assert (len(before), desk.load(approved).posts) == (1, ())
        assert state_of(messages, desk, approved) is PathState.APPROVED

    def test_after_the_close_too(
        self, desk: Desk, messages: Messages, incidents: Incidents, approved: str, post: str
    ) -> None:
        incidents.change_phase(approved, Phase.IDENTIFIED, "")
        incidents.confirm_recovery(approved)
        incidents.change_phase(approved, Phase.RESOLVED, "")
        messages.mark_posted(approved, replace(DRAFT, stage=Stage.RESOLUTION, text="Resolved."), "", reason="by phone")
        incidents.publish_postmortem(approved, "the blog")
        incidents.change_phase(approved, Phase.CLOSED, "")
        messages.correct_time(approved, post, minute(9), "noticed in the review")
        assert desk.load(approved).posts[0].posted_at == minute(9)

    def test_refused(self, desk: Desk, messages: Messages, approved: str, post: str) -> None:
        def refuses(action: Callable[[], object], why: str) -> None:
            refused(desk, approved, action, why)

        refuses(lambda: messages.edit_post(approved, post, TEXT, "x"), "says already")
        refuses(lambda: messages.edit_post(approved, post, " ", "x"), "empty")
        refuses(lambda: messages.edit_post(approved, post, "other", ""), "needs a reason")
        refuses(lambda: messages.edit_post(approved, "nothing", "other", "x"), "no such post")
        refuses(lambda: messages.correct_time(approved, post, minute(9), ""), "needs a reason")
        refuses(lambda: messages.correct_time(approved, post, minute(99), "x"), "in the future")
        refuses(lambda: messages.correct_time(approved, "nothing", minute(9), "x"), "no such post")
        refuses(lambda: messages.void_post(approved, post, ""), "needs a reason")
        refuses(lambda: messages.void_post(approved, "nothing", "x"), "no such post")


class TestRetracting:
    @pytest.fixture
    def post(self, messages: Messages, public: str) -> str:
        return messages.mark_posted(public, replace(DRAFT, stage=Stage.INITIAL), "", reason="by phone")

    def test_a_false_alarm(self, desk: Desk, messages: Messages, incidents: Incidents, public: str, post: str) -> None:
        close = lambda: incidents.change_phase(public, Phase.CLOSED, "a false alarm")  # noqa: E731
        refused(desk, public, close, "retracted first")
        messages.retract(public, post, "", "a false alarm")
        assert last(desk, public) == e.Retracted(post, "Robin", "a false alarm")
        assert cadence.due(desk.load(public), desk.policy) is None
        close()
        assert desk.store.incidents()[0].phase is Phase.CLOSED

    def test_refused(self, desk: Desk, messages: Messages, incidents: Incidents, public: str, post: str) -> None:
        refused(desk, public, lambda: messages.retract(public, post, "", ""), "needs a reason")
        refused(desk, public, lambda: messages.retract(public, "nothing", "", "x"), "no such post")
        incidents.change_phase(public, Phase.IDENTIFIED, "")
        refused(desk, public, lambda: messages.retract(public, post, "", "x"), "only an investigating post")

    def test_an_update_stays(self, desk: Desk, messages: Messages, public: str) -> None:
        update = messages.mark_posted(public, DRAFT, "", reason="by phone")
        refused(desk, public, lambda: messages.retract(public, update, "", "x"), "only an investigating post")

    def test_once(self, desk: Desk, messages: Messages, public: str, post: str) -> None:
        messages.retract(public, post, "", "a false alarm")
        refused(desk, public, lambda: messages.retract(public, post, "", "x"), "retracted already")


def test_the_journal_is_of_its_time(desk: Desk, messages: Messages, approved: str) -> None:
    times: list[datetime] = [event.at for event in desk.store.events(approved)]
    assert times == sorted(times)

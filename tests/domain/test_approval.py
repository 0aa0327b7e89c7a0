"""What an approval is for, and what voids it (the guide: Approval).

(Long, because everything that voids an approval, and everything that doesn't, is a test of a few lines.)
"""

from __future__ import annotations

import pytest
from support import Journal, minute, public

from cockpit.domain import approval
from cockpit.domain import events as e
from cockpit.domain.approval import Path, PathState, message_text
from cockpit.domain.facts import FactSheet, LocalText
from cockpit.domain.policy import Policy
from cockpit.domain.words import Channel, Lang, Phase, Stage

TEXT = "Notifications are delayed for customers in the EU. Next update by 14:31 UTC."
OTHER = "Notifications are delayed for all customers. Next update by 14:31 UTC."


def path(
    journal: Journal,
    at: float = 12,
    text: str = TEXT,
    lang: Lang = Lang.EN,
    channel: Channel = Channel.STATUS,
    policy: Policy = Policy(),
    audience: str = "",
) -> Path:
    return approval.path(journal.state, message_text(lang, channel, text, audience), policy, minute(at))


@pytest.fixture
def asked() -> tuple[Journal, str]:
    """The text was shown at minute 10."""
    journal = public()
    return journal, journal.ask(10, TEXT)


@pytest.fixture
def approved(asked: tuple[Journal, str]) -> tuple[Journal, str]:
    """And approved at minute 11."""
    journal, request = asked
    journal.approve(11, request)
    return journal, request


def copied(journal: Journal, at: float, request: str | None, override: str = "") -> None:
    journal.add(at, e.Copied(request, message_text(Lang.EN, Channel.STATUS, TEXT), override))


def test_a_text_nobody_saw_is_a_draft() -> None:
    assert path(public()) == Path(PathState.DRAFT)


def test_asked(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    answer = path(journal)
    assert answer.state is PathState.ASKED
    assert answer.request is not None
    assert answer.request.id == request
    assert not answer.may_go_out


def test_waiting_for_the_ic_does_not_age(asked: tuple[Journal, str]) -> None:
    assert path(asked[0], at=200).state is PathState.ASKED


def test_approved(approved: tuple[Journal, str]) -> None:
    answer = path(approved[0])
    assert (answer.state, answer.until, answer.why) == (PathState.APPROVED, minute(21), None)
    assert answer.may_go_out


def test_copied_may_still_go_out(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    copied(journal, 12, request)
    answer = path(journal)
    assert (answer.state, answer.may_go_out) == (PathState.COPIED, True)


def test_posted(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    journal.post(13, text=TEXT, request=request)
    answer = path(journal, at=14)
    assert (answer.state, answer.may_go_out) == (PathState.POSTED, False)


def test_posted_at_a_time_before_it_was_asked_for_is_posted_all_the_same(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    journal.post(9.5, text=TEXT, request=request, recorded=13)
    assert path(journal, at=14).state is PathState.POSTED


@pytest.mark.parametrize("text", [OTHER, TEXT + " ", TEXT.replace("EU", "Eu"), "\n" + TEXT])
def test_an_edit_voids(approved: tuple[Journal, str], text: str) -> None:
    answer = path(approved[0], text=text)
    assert (answer.state, str(answer.why)) == (PathState.VOID, "the text was changed after the IC saw it")
    assert not answer.may_go_out


def test_an_edit_before_the_answer_voids_too(asked: tuple[Journal, str]) -> None:
    assert path(asked[0], text=OTHER).state is PathState.VOID


def test_edited_and_edited_back_it_is_that_text_again(approved: tuple[Journal, str]) -> None:
    assert path(approved[0], text=OTHER).state is PathState.VOID
    assert path(approved[0], text=TEXT).state is PathState.APPROVED


def test_the_same_words_in_another_form_are_another_text(approved: tuple[Journal, str]) -> None:
    journal = public()
    journal.approve(11, journal.ask(10, "caf\u00e9"))
    assert path(journal, text="cafe\u0301").state is PathState.VOID


@pytest.mark.parametrize(("lang", "channel"), [(Lang.JA, Channel.STATUS), (Lang.EN, Channel.X)])
def test_an_approval_is_for_one_language_and_channel(
    approved: tuple[Journal, str], lang: Lang, channel: Channel
) -> None:
    assert path(approved[0], lang=lang, channel=channel).state is PathState.DRAFT


def test_a_set_of_texts_is_approved_together() -> None:
    journal = public()
    texts = (
        message_text(Lang.EN, Channel.STATUS, TEXT),
        message_text(Lang.JA, Channel.STATUS, "欧州で通知が遅れています。"),
        message_text(Lang.EN, Channel.X, "Notifications are delayed (EU)."),
    )
    request = journal.add(10, e.Asked(texts, Stage.UPDATE, None))
    journal.approve(11, request)
    for text in texts:
        assert path(journal, lang=text.lang, channel=text.channel, text=text.text).state is PathState.APPROVED
    copied(journal, 12, request)
    journal.post(12, text=TEXT, request=request)
    assert path(journal, at=13).state is PathState.POSTED
    assert path(journal, at=13, lang=Lang.JA, text=texts[1].text).state is PathState.APPROVED
    assert path(journal, at=13, lang=Lang.JA, text="別の文です。").state is PathState.VOID
    assert path(journal, at=13, channel=Channel.X, text=texts[2].text).state is PathState.APPROVED


def test_texts_of_the_same_words_are_copied_one_by_one() -> None:
    journal = public()
    texts = (message_text(Lang.EN, Channel.STATUS, TEXT), message_text(Lang.EN, Channel.EMAIL, TEXT))
    request = journal.add(10, e.Asked(texts, Stage.UPDATE, None))
    journal.approve(11, request)
    journal.add(12, e.Copied(request, texts[0], ""))
    assert path(journal).state is PathState.COPIED
    assert path(journal, channel=Channel.EMAIL).state is PathState.APPROVED


def test_a_phase_change_voids(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.phase(12, Phase.MONITORING)
    answer = path(journal, at=13)
    assert (answer.state, str(answer.why)) == (PathState.VOID, "the phase changed since the IC saw it")


def test_a_phase_change_before_the_answer_voids_too(asked: tuple[Journal, str]) -> None:
    journal, _ = asked
    journal.phase(10.5, Phase.MONITORING)
    assert path(journal).state is PathState.VOID


def test_a_phase_that_went_and_came_back_voids(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.phase(12, Phase.MONITORING)
    journal.phase(13, Phase.IDENTIFIED)
    assert path(journal, at=14).state is PathState.VOID


def test_a_phase_recorded_by_mistake_and_corrected_does_not_void(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.phase(12, Phase.MONITORING)
    journal.add(13, e.PhaseCorrected(Phase.IDENTIFIED, "wrong key"))
    assert path(journal, at=14).state is PathState.APPROVED


def test_asked_in_a_phase_recorded_by_mistake() -> None:
    journal = public()
    journal.phase(9.5, Phase.MONITORING)
    journal.approve(11, journal.ask(10, TEXT))
    journal.add(12, e.PhaseCorrected(Phase.IDENTIFIED, "wrong key"))
    assert path(journal, at=13).state is PathState.VOID


class TestTargetPhase:
    @pytest.fixture
    def journal(self) -> Journal:
        journal = public()
        journal.approve(11, journal.ask(10, TEXT, target=Phase.MONITORING))
        return journal

    def test_the_change_it_was_approved_with_does_not_void(self, journal: Journal) -> None:
        journal.phase(12, Phase.MONITORING)
        assert path(journal, at=13).state is PathState.APPROVED

    def test_another_change_voids(self, journal: Journal) -> None:
        journal.phase(12, Phase.INVESTIGATING)
        assert path(journal, at=13).state is PathState.VOID

    def test_a_further_change_voids(self, journal: Journal) -> None:
        journal.phase(12, Phase.MONITORING)
        journal.phase(13, Phase.RESOLVED)
        assert path(journal, at=14).state is PathState.VOID

    def test_the_change_and_back_voids(self, journal: Journal) -> None:
        journal.phase(12, Phase.MONITORING)
        journal.phase(13, Phase.IDENTIFIED)
        assert path(journal, at=14).state is PathState.VOID


def test_a_severity_change_voids(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.add(12, e.SeverityChanged(1, "more customers"))
    answer = path(journal, at=13)
    assert (answer.state, str(answer.why)) == (PathState.VOID, "the severity changed since the IC saw it")
    journal.add(13, e.SeverityChanged(2, "fewer again"))
    assert path(journal, at=14).state is PathState.VOID


def test_a_change_of_the_facts_voids(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.add(12, e.FactsRecorded(FactSheet(regions=LocalText("EU, US")), ("regions",)))
    answer = path(journal, at=13)
    assert (answer.state, str(answer.why)) == (PathState.VOID, "the facts changed since the IC saw it")
    journal.add(13, e.FactsRecorded(FactSheet(), ("regions",)))
    assert path(journal, at=14).state is PathState.VOID


@pytest.mark.parametrize(
    "what",
    [
        e.Noted("a note"),
        e.QuestionAsked("which regions?"),
        e.ReportsLogged(("r1",), 1),
        e.RecoveryConfirmed("Robin"),
        e.CommanderChanged("Kim"),
        e.PostNow("Robin", "now"),
        e.LongDeclared(""),
    ],
    ids=lambda what: type(what).__name__,
)
def test_what_leaves_the_situation_as_it_is_does_not_void(approved: tuple[Journal, str], what: e.What) -> None:
    journal, _ = approved
    journal.add(12, what)
    assert path(journal, at=13).state is PathState.APPROVED


@pytest.mark.parametrize(("at", "state"), [(20.99, "approved"), (21, "approved"), (21.01, "void"), (300, "void")])
def test_age_voids_after_ten_minutes(approved: tuple[Journal, str], at: float, state: str) -> None:
    answer = path(approved[0], at=at)
    assert answer.state == state
    if answer.state is PathState.VOID:
        assert str(answer.why) == "the approval is older than 10 minutes"


def test_age_counts_from_the_answer_not_from_the_question(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    journal.approve(50, request)
    assert path(journal, at=59).state is PathState.APPROVED


def test_the_age_is_the_policys(approved: tuple[Journal, str]) -> None:
    policy = Policy(approval_s=120)
    assert path(approved[0], at=13, policy=policy).state is PathState.APPROVED
    assert str(path(approved[0], at=13.1, policy=policy).why) == "the approval is older than 2 minutes"


def test_a_copied_text_ages_too(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    copied(journal, 12, request)
    assert path(journal, at=22).state is PathState.VOID


def test_sent_back(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    journal.add(11, e.Refused(request, "Robin", "too much detail"))
    answer = path(journal)
    assert (answer.state, str(answer.why)) == (PathState.DRAFT, "sent back: too much detail")
    answer = path(journal, text=OTHER)
    assert (answer.state, str(answer.why)) == (PathState.DRAFT, "sent back: too much detail")


def test_asked_again_after_it_was_sent_back(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    journal.add(11, e.Refused(request, "Robin", "wait for the region"))
    again = journal.ask(12, TEXT)
    assert path(journal).state is PathState.ASKED
    journal.approve(13, again)
    assert path(journal, at=13).state is PathState.APPROVED


def test_asked_again_after_the_situation_changed(approved: tuple[Journal, str]) -> None:
    journal, _ = approved
    journal.phase(12, Phase.MONITORING)
    journal.approve(14, journal.ask(13, TEXT))
    assert path(journal, at=14).state is PathState.APPROVED


def test_an_approval_of_an_older_showing_does_not_count_for_a_newer_one(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    journal.ask(12, TEXT)
    journal.approve(13, request)
    assert path(journal, at=14).state is PathState.ASKED


def test_a_text_repeated_later_needs_a_new_approval(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    journal.post(13, text=TEXT, request=request)
    again = journal.ask(30, TEXT)
    assert path(journal, at=31).state is PathState.ASKED
    journal.approve(31, again)
    assert path(journal, at=32).state is PathState.APPROVED
    journal.post(33, text=TEXT, request=again)
    assert path(journal, at=34).state is PathState.POSTED


def test_after_a_post_the_next_text_is_a_plain_draft(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    journal.post(13, text=TEXT, request=request)
    assert path(journal, at=14, text=OTHER) == Path(PathState.DRAFT)


def test_what_went_out_unasked_ends_the_path_of_the_text_before_it(asked: tuple[Journal, str]) -> None:
    journal, _ = asked
    journal.post(12, text="Something quite different.", override="the IC said it on the call")
    assert path(journal, at=14, text=OTHER) == Path(PathState.DRAFT)


def test_a_post_voided_gives_the_approval_back(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    copied(journal, 12, request)
    post = journal.post(13, text=TEXT, request=request)
    journal.add(14, e.PostVoided(post, "the page refused it"))
    assert path(journal, at=15).state is PathState.COPIED


def test_a_mended_post_is_posted_in_both_wordings(approved: tuple[Journal, str]) -> None:
    journal, request = approved
    post = journal.post(13, text=TEXT, request=request)
    journal.add(14, e.PostEdited(post, message_text(Lang.EN, Channel.STATUS, OTHER), None, "a typo"))
    assert path(journal, at=15, text=OTHER).state is PathState.POSTED
    assert path(journal, at=15, text=TEXT).state is PathState.POSTED


def test_a_copy_by_override_is_no_approval(asked: tuple[Journal, str]) -> None:
    journal, request = asked
    copied(journal, 11, request, override="the IC is unreachable")
    assert path(journal).state is PathState.ASKED
    assert journal.state.overridden == ((approval.digest(TEXT), "the IC is unreachable"),)


def test_the_digest_is_of_the_exact_bytes() -> None:
    assert approval.digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert approval.digest("a") != approval.digest("a\n")
    assert len({approval.digest(text) for text in ("\ud800", "\ufffd", "?")}) == 3


def test_what_makes_a_request_outdated_is_told(asked: tuple[Journal, str]) -> None:
    journal, _ = asked
    request = journal.state.requests[0]
    assert approval.outdated(journal.state, request) is None
    journal.add(12, e.SeverityChanged(1, ""))
    assert "severity" in str(approval.outdated(journal.state, request))

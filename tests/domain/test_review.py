"""The review: what was late, what was promised and kept, what went out without an approval."""

from __future__ import annotations

from support import Journal, minute, public

from cockpit.domain import events as e
from cockpit.domain.cadence import DueKind
from cockpit.domain.policy import Policy
from cockpit.domain.review import Review, review
from cockpit.domain.review_findings import Kind, findings
from cockpit.domain.words import Lang, Phase, Stage

POLICY = Policy()


def judged(journal: Journal, now: float = 60, **flags: tuple[str, ...]) -> Review:
    return review(journal.events, POLICY, minute(now), flags)


def test_first_post_and_scoping_in_time() -> None:
    found = judged(public(first=4, scoping=9), now=15)
    assert found.first_post is not None
    assert found.scoping is not None
    assert (found.first_post.due.what, found.first_post.late_s) == (DueKind.FIRST_POST, 0)
    assert (found.scoping.at, found.scoping.late_s) == (minute(9), 0)
    assert found.totals.late == 0
    assert found.overdue is None


def test_late_first_post_and_late_scoping() -> None:
    found = judged(public(first=7.5, scoping=14), now=15)
    assert [r.late_s for r in found.rounds] == [150, 90]
    assert found.totals.late == 2


def test_update_is_judged_by_the_earlier_of_promise_and_policy() -> None:
    journal = public()
    journal.post(20, promise=30)
    journal.post(35, promise=70)
    journal.post(56)
    found = judged(journal)
    assert [r.late_s for r in found.rounds[2:]] == [0, 5 * 60, 60]
    assert [r.promise_late_s for r in found.rounds[2:]] == [5 * 60, 0, None]
    assert (found.totals.promises_kept, found.totals.promises_broken) == (1, 1)


def test_a_promise_nobody_kept_is_broken_once_its_time_has_come() -> None:
    journal = public()
    journal.post(20, promise=30)
    assert judged(journal, now=29).rounds[-1].promise_late_s is None
    assert judged(journal, now=33).rounds[-1].promise_late_s == 3 * 60
    assert judged(journal, now=33).overdue is not None


def test_texts_of_one_request_are_one_message() -> None:
    journal = public()
    request = journal.ask(18, "English", "日本語")
    journal.approve(19, request)
    journal.post(20, request=request, promise=40, text="English")
    journal.post(21, request=request, promise=39, text="日本語", lang=Lang.JA)
    found = judged(journal, now=22)
    assert len(found.rounds) == 3
    assert found.rounds[-1].promise == minute(39)
    assert found.totals.posts == 4


def test_posting_without_approval_and_flags() -> None:
    journal = public()
    post = journal.post(20, override="the status page is down, the IC is unreachable")
    journal.add(19, e.Suppressed("eta-vague", "soon", "the IC insists"))
    found = judged(journal, **{post: ("eta",)})
    assert found.rounds[-1].override.startswith("the status page")
    assert found.rounds[-1].flags == ("eta",)
    assert [(p.rule, p.text) for p in found.let_pass] == [("eta-vague", "soon")]
    assert found.totals.unapproved == 1


def test_what_is_due_at_once_has_the_time_of_an_approval() -> None:
    journal = public()
    journal.add(12, e.PostNow("Robin", "SMS is hit too"))
    journal.post(16)
    assert judged(journal).rounds[-1].late_s == 0
    late = public()
    late.add(12, e.PostNow("Robin", "SMS is hit too"))
    late.post(19)
    assert judged(late).rounds[-1].late_s == 2 * 60


def test_a_corrected_time_is_the_one_that_counts() -> None:
    journal = Journal()
    journal.decide(2, e.Choice.POST)
    post = journal.post(9, Stage.INITIAL)
    journal.add(10, e.PostTimeCorrected(post, minute(4), None, "typed the wrong time"))
    found = judged(journal)
    assert found.rounds[0].late_s == 0
    assert found.totals.corrections == 1


def test_held_decisions_and_their_assessment() -> None:
    journal = Journal()
    journal.decide(3, e.Choice.HOLD)
    journal.decide(11, e.Choice.HOLD)
    journal.decide(25, e.Choice.POST)
    journal.post(29, Stage.SCOPING)
    found = judged(journal)
    assert [(h.again_s, h.late_s) for h in found.held] == [(8 * 60, 0), (14 * 60, 4 * 60)]
    assert found.rounds[0].late_s == 0


def test_reports_wait_until_they_are_relayed() -> None:
    journal = public()
    journal.add(10, e.ReportsLogged(("a", "b"), 2))
    journal.add(12, e.ReportsLogged(("c",), 1))
    journal.add(18, e.Relayed("r", ("a", "b"), 2, e.How.VOICE))
    journal.add(40, e.Replied(("a",), 1))
    care = judged(journal, now=30).care
    assert (care.reports, care.relays, care.not_relayed, care.unanswered) == (3, 1, 1, 2)
    assert care.longest_wait_s == 18 * 60
    assert care.waited_too_long == 3


def test_a_closed_incident_is_judged_up_to_its_close() -> None:
    journal = public()
    journal.post(20, promise=40)
    journal.add(30, e.RecoveryConfirmed("Robin"))
    journal.post(35, Stage.RESOLUTION)
    journal.phase(35, Phase.RESOLVED, with_post=True)
    journal.phase(50, Phase.CLOSED)
    found = judged(journal, now=10_000)
    assert found.until == minute(50)
    assert found.overdue is None
    assert found.rounds[-2].promise_late_s == 0


def test_regressions_are_counted() -> None:
    journal = public(phase=Phase.MONITORING)
    journal.phase(30, Phase.IDENTIFIED)
    assert judged(journal).totals.regressions == 1


def test_an_incident_without_a_post_is_overdue() -> None:
    found = judged(Journal(), now=8)
    assert found.first_post is None
    assert found.overdue is not None
    assert found.overdue.what is DueKind.FIRST_POST


def test_findings_are_said_in_order_of_time() -> None:
    journal = public(first=7, scoping=11)
    journal.post(32, promise=40, override="IC unreachable")
    journal.add(33, e.ReportsLogged(("a",), 1))
    found = findings(judged(journal, now=55))
    assert [f.kind for f in found] == [
        Kind.LATE,
        Kind.LATE,
        Kind.UNAPPROVED,
        Kind.PROMISE,
        Kind.OVERDUE,
        Kind.REPORTS,
    ]
    assert str(found[0].what) == "the first post came 2 min late"
    assert str(found[4].what) == "the update is overdue by 15 min"


def test_nothing_is_found_where_all_was_in_time() -> None:
    assert findings(judged(public(), now=12)) == ()

"""The drill's IC: what is approved, what is sent back and why, what is answered, and when the IC presses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from support import FixedClock

from cockpit import i18n
from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.incident import Incident, Verdict
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.drill.engine import Engine, start
from cockpit.drill.scenarios.notifications import NOTIFICATIONS
from cockpit.drill.verdict import Spoken, answer, spoken

FIRST = "We are aware of a problem and are investigating it. The next update will come by {next} UTC."
UPDATE = "Push notifications are delayed in the EU. We are working on a fix. The next update will come by {next} UTC."


@dataclass
class Table:
    """A drill at which the liaison sits, and does what a test says."""

    services: Services
    clock: FixedClock
    incident: str
    engine: Engine

    @property
    def state(self) -> Incident:
        return self.services.desk.load(self.incident)

    def wait(self, seconds: float) -> None:
        """Let simulated time pass, a second a step."""
        for _ in range(int(seconds)):
            self.clock.advance(seconds=1)
            self.engine.step()

    def until(self, seconds: float) -> None:
        """To so many seconds after the start of the call."""
        elapsed = (self.clock.at - self.state.call_started).total_seconds()
        self.wait(seconds - elapsed)

    def ask(self, text: str, stage: Stage, target: Phase | None = None) -> str:
        promised = self.clock.at + timedelta(minutes=19)
        draft = Draft(Lang.EN, Channel.STATUS, stage, text.format(next=f"{promised:%H:%M}"), self.clock.at, target)
        return self.services.messages.ask(self.incident, [draft])

    def heard(self, request: str) -> Spoken | None:
        """What the IC said to a request so far."""
        return answer(self.services.desk.store.events(self.incident), request, self.state.ic)

    def verdict(self, request: str) -> Verdict | None:
        """What is on record."""
        return next(r.verdict for r in self.state.requests if r.id == request)

    def answer_to(self, text: str, stage: Stage, target: Phase | None = None) -> Verdict:
        """What the IC says after a minute, which the liaison records."""
        request = self.ask(text, stage, target)
        self.wait(60)
        said = self.heard(request)
        assert said is not None
        if said.approved:
            self.services.messages.approve(self.incident, request, "", e.How.VOICE)
        else:
            self.services.messages.refuse(self.incident, request, "", said.why)
        verdict = self.verdict(request)
        assert verdict is not None
        return verdict

    def go_public(self) -> None:
        self.services.incidents.decide_public(self.incident, e.Choice.POST, "Robin")

    def post(self, text: str, stage: Stage) -> None:
        """Ask, wait for the approval, record it, post."""
        assert self.answer_to(text, stage).approved
        (message,) = self.state.requests[-1].texts
        draft = Draft(message.lang, message.channel, stage, message.text, self.clock.at)
        self.services.messages.mark_posted(self.incident, draft, "status page")

    def said(self, actor: str = "Robin") -> list[str]:
        events = self.services.desk.store.events(self.incident)
        return [v.what.text for v in events if isinstance(v.what, e.Noted) and v.actor == actor]


@pytest.fixture
def table(services: Services, clock: FixedClock) -> Table:
    incident = start(services, NOTIFICATIONS)
    return Table(services, clock, incident, Engine(services, incident, NOTIFICATIONS))


def test_an_honest_message_is_approved_after_it_was_read(table: Table) -> None:
    table.until(70)
    table.go_public()
    request = table.ask(FIRST, Stage.INITIAL)
    table.wait(19)
    assert table.heard(request) is None
    table.wait(30)
    assert table.heard(request) == Spoken(True)
    assert table.said()[-1] == "Approved: post it. Record that I said so (F3)."
    # It is said on the call: nobody but the liaison records it, and it is said once.
    table.wait(60)
    assert table.verdict(request) is None
    assert len([text for text in table.said() if "Approved" in text]) == 1


def test_an_eta_that_was_let_pass_is_sent_back(table: Table) -> None:
    table.until(70)
    table.go_public()
    services, incident = table.services, table.incident
    services.messages.let_pass(incident, "eta", "within 10 minutes", "the team is sure")
    verdict = table.answer_to(f"This will be fixed within 10 minutes. {FIRST}", Stage.INITIAL)
    assert not verdict.approved
    assert verdict.why == "Take out «within 10 minutes»: nobody knows when this is fixed."


def test_a_message_without_the_next_update_is_sent_back(table: Table) -> None:
    table.until(70)
    table.go_public()
    verdict = table.answer_to("We are aware of a problem and are investigating it.", Stage.INITIAL)
    assert (verdict.approved, verdict.why) == (False, "Say when the next update comes.")


@pytest.mark.parametrize("stage", [Stage.SCOPING, Stage.UPDATE])
def test_a_message_that_names_no_impact_is_sent_back(table: Table, stage: Stage) -> None:
    table.until(70)
    table.go_public()
    table.until(400)
    verdict = table.answer_to("We are working on a fix. The next update will come by {next} UTC.", stage)
    assert (verdict.approved, verdict.why) == (False, "Say first how customers are affected.")
    assert table.answer_to(UPDATE, stage).approved


def test_a_recovery_that_does_not_show_is_sent_back(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.until(400)
    why = "No fix shows yet: don't let customers hope for one."
    assert table.answer_to(UPDATE, Stage.MONITORING).why == why
    assert table.answer_to(UPDATE, Stage.UPDATE, Phase.MONITORING).why == why
    table.until(1120)
    assert table.answer_to(UPDATE, Stage.MONITORING).approved
    table.until(1450)
    assert table.answer_to(UPDATE, Stage.MONITORING).why == why


def test_an_end_that_was_not_confirmed_is_sent_back(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.until(400)
    table.services.incidents.confirm_recovery(table.incident, "Robin")  # recorded, though nobody said so
    resolved = "This incident is resolved. Full recovery is confirmed. No data was lost."
    why = "It is not over: I have not confirmed full recovery."
    assert table.answer_to(resolved, Stage.RESOLUTION, Phase.RESOLVED).why == why
    table.until(NOTIFICATIONS.recovered_s + 30)
    assert table.answer_to(resolved, Stage.RESOLUTION, Phase.RESOLVED).approved


def test_the_recovery_is_confirmed_once_and_again_after_a_regression(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.until(NOTIFICATIONS.recovered_s - 1)
    assert table.state.recovery_confirmed_by is None
    table.wait(2)
    assert table.state.recovery_confirmed_by == "Robin"
    table.services.incidents.change_phase(table.incident, Phase.MONITORING, "")
    table.services.incidents.change_phase(table.incident, Phase.IDENTIFIED, "by mistake")
    assert table.state.recovery_confirmed_by is None
    table.wait(35)
    assert table.state.recovery_confirmed_by == "Robin"


def test_the_wish_is_made_once(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.until(NOTIFICATIONS.wish.at_s)
    verdict = table.answer_to(UPDATE, Stage.UPDATE)
    assert (verdict.approved, verdict.why) == (False, NOTIFICATIONS.wish.text)
    assert table.answer_to(UPDATE, Stage.UPDATE).approved


def test_what_was_asked_in_another_situation_is_left_alone(table: Table) -> None:
    table.until(70)
    table.go_public()
    request = table.ask(FIRST, Stage.INITIAL)
    table.services.incidents.change_severity(table.incident, 1)
    table.wait(90)
    assert table.heard(request) is None


def test_what_the_liaison_recorded_first_stands(table: Table) -> None:
    table.until(70)
    table.go_public()
    request = table.ask(FIRST, Stage.INITIAL)
    table.services.messages.refuse(table.incident, request, "Robin", "not yet")
    table.wait(90)
    verdict = table.verdict(request)
    assert verdict is not None
    assert verdict.why == "not yet"
    assert table.heard(request) is None


@pytest.mark.parametrize(
    ("at_s", "question", "answer"),
    [
        (10, "Which regions are affected?", "Nobody on the call knows yet. Until then say only what we know."),
        (200, "Which regions are affected?", "The EU, as far as we know. The US looks normal."),
        (900, "Which REGIONS are affected?", "The EU and the US."),
        (10, "Shall we post about it?", "Yes: customers notice it. Post that we are investigating."),
        (300, "When will it be fixed?", "Nobody knows. Tell them when they hear from us next, nothing else."),
    ],
)
def test_questions_are_answered_from_what_is_known(table: Table, at_s: int, question: str, answer: str) -> None:
    table.until(at_s)
    table.services.incidents.ask_question(table.incident, question)
    table.wait(20)
    assert table.state.open_questions
    table.wait(20)
    assert [q.answer for q in table.state.questions] == [answer]


def test_the_ic_tells_to_go_public_unless_that_is_done(table: Table) -> None:
    order = next(beat for beat in NOTIFICATIONS.beats if getattr(beat, "only_in", None) is Phase.TRIAGE)
    table.until(order.at_s - 1)
    assert table.said() == []
    table.wait(2)
    assert table.said() == [order.text]


def test_the_order_to_go_public_is_not_given_after_the_fact(table: Table) -> None:
    table.until(50)
    table.go_public()
    table.until(100)
    assert table.said() == []


def test_the_ic_presses_for_what_is_overdue_but_not_all_the_time(table: Table) -> None:
    table.until(50)
    table.go_public()
    table.until(5 * 60 + 59)
    assert not any("overdue" in text for text in table.said())
    table.wait(2)
    assert [text for text in table.said() if "overdue" in text] == ["What holds it up? This is overdue: first post."]
    table.wait(230)
    assert sum("overdue" in text for text in table.said()) == 1
    table.wait(15)
    assert sum("overdue" in text for text in table.said()) == 2


def test_the_ic_asks_for_reports_nobody_relayed(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.post(FIRST, Stage.INITIAL)
    table.post(UPDATE, Stage.SCOPING)
    table.until(7 * 60)
    assert sum("heard" in text for text in table.said()) == 1


def test_another_ic_acts_under_their_own_name(table: Table) -> None:
    table.until(70)
    table.go_public()
    table.services.incidents.change_commander(table.incident, "Kim")
    assert table.answer_to(FIRST, Stage.INITIAL).by == "Kim"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_was_said_is_understood_in_either_language(lang: str) -> None:
    i18n.use(lang)
    try:
        assert spoken(Spoken(True).words) == Spoken(True)
        assert spoken(Spoken(False, "Say when: 14:20.").words) == Spoken(False, "Say when: 14:20.")
        assert spoken("What holds it up?") is None
    finally:
        i18n.use("en")

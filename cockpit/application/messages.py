"""The message's own path: draft, asked, approved, copied, posted; each step bound to the exact text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from cockpit.application.desk import Desk, Refusal, required
from cockpit.application.gate import EMPTY, Gate, check_out_at, refuse_closed
from cockpit.application.incidents import in_command
from cockpit.application.ports import Clipboard, Copied, Draft, Transaction
from cockpit.application.proofreading import Proofreader
from cockpit.domain import approval, phases
from cockpit.domain import events as e
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Post
from cockpit.domain.wording import say
from cockpit.domain.words import Phase, Stage


@frozen
class Messages:
    """Use cases on what customers are told. Each raises Refusal or StoreProblem and then has recorded nothing."""

    desk: Desk
    proofreader: Proofreader
    clipboard: Clipboard

    @property
    def gate(self) -> Gate:
        """What every text passes on its way out."""
        return Gate(self.desk.policy, self.proofreader)

    def save_draft(self, incident: str, draft: Draft) -> None:
        """Keep what is being written, cleaned, as saved now; not journalled."""
        kept = replace(draft, text=clean(draft.text), saved_at=self.desk.now())
        with self.desk.store.transaction() as transaction:
            transaction.save_draft(incident, kept)

    def path(self, state: Incident, draft: Draft) -> approval.Path:
        """Where a draft stands on its way to customers."""
        return self.gate.path(state, draft, self.desk.now())

    def ask(self, incident: str, drafts: Sequence[Draft]) -> str:
        """Record that the IC is shown these texts; returns the request's id.

        Refused for an empty text, for one that the lint stops, and where the phase it moves to can't be reached.
        """
        drafts = [d for d in drafts if d.text.strip()]
        if not drafts:
            raise Refusal(EMPTY)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refuse_closed(state)
            first = drafts[0]
            if first.target is not None and first.target is not state.phase:
                refusal = phases.refusal(state, first.target, tx.counts(incident).unanswered)
                if refusal:
                    raise Refusal(refusal)
            for draft in drafts:
                self.gate.show(state, draft, now)
                keep_words(tx, draft, now)
            yield e.Asked(tuple(draft.message for draft in drafts), first.stage, first.target)

        (event,) = self.desk.record(incident, decide)
        return event.id

    def approve(self, incident: str, request: str, by: str, how: e.How) -> None:
        """Record the IC's approval of a request, by voice or in writing."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            _refuse_judged(state, request)
            yield from in_command(state, by)
            yield e.Approved(request, _name(state, by), how)

        self.desk.record(incident, decide)

    def refuse(self, incident: str, request: str, by: str, why: str) -> None:
        """Record that the IC sent a request back, and why."""
        why = required(clean_line(why), say("why did the IC send it back?"))

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            _refuse_judged(state, request)
            yield from in_command(state, by)
            yield e.Refused(request, _name(state, by), why)

        self.desk.record(incident, decide)

    def copy(self, incident: str, draft: Draft, override: str = "") -> Copied:
        """Take a text out for posting: an approved one, or any with a typed reason, which the journal keeps.

        Recorded before it reaches the clipboard: no text leaves without a trace.
        """
        if not draft.text.strip():
            raise Refusal(EMPTY)
        override = clean_line(override).strip()

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refuse_closed(state)
            copied = self.gate.take_out(state, draft, now, override)
            keep_words(tx, draft, now)
            yield copied

        self.desk.record(incident, decide)
        return self.clipboard.copy(draft.text)

    def mark_posted(
        self, incident: str, draft: Draft, where: str, posted_at: datetime | None = None, reason: str = ""
    ) -> str:
        """Record that a text went out at ``posted_at`` (aware; None: now), and move to the phase it says.

        The promise is read out of the text; the phase is the one that the IC approved it for. ``reason`` is for a
        text that went out without an approval (it then moves to the draft's target): it is on record all the same,
        as what it was. Returns the post's id.
        """
        if not draft.text.strip():
            raise Refusal(EMPTY)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            refuse_closed(state)
            at = posted_at or now
            check_out_at(state, at, now)
            went = self.gate.went_out(tx.events(incident), state, draft, at, now, reason)
            promise = self.proofreader.promise(state, draft, at)
            where_to = clean_line(where) or draft.channel.value
            yield e.Posted(draft.message, draft.stage, where_to, at, promise, went.request, went.override)
            if went.target is not None and went.target is not state.phase:
                refusal = phases.refusal(state, went.target, tx.counts(incident).unanswered)
                if refusal:
                    raise Refusal(refusal)
                yield e.PhaseChanged(went.target, "", with_post=True)

        events = self.desk.record(incident, decide)
        return events[0].id

    def edit_post(self, incident: str, post: str, text: str, reason: str) -> None:
        """Record that a typo was mended on the page; the original stays in the timeline."""
        text = clean(text)
        if not text.strip():
            raise Refusal(EMPTY)

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            old = _post(state, post)
            message = approval.message_text(old.text.lang, old.text.channel, text)
            if message.sha256 == old.text.sha256:
                raise Refusal(say("that is what the post says already"))
            promise = self.proofreader.promise_of(state, message, old.stage, old.posted_at)
            yield e.PostEdited(post, message, promise, _reason(reason))

        self.desk.record(incident, decide)

    def correct_time(self, incident: str, post: str, posted_at: datetime, reason: str) -> None:
        """Put right when a post went out; its promise is read anew from that time."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            old = _post(state, post)
            check_out_at(state, posted_at, now)
            promise = self.proofreader.promise_of(state, old.text, old.stage, posted_at)
            yield e.PostTimeCorrected(post, posted_at, promise, _reason(reason))

        self.desk.record(incident, decide)

    def void_post(self, incident: str, post: str, reason: str) -> None:
        """Record that a text marked as posted never went out."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            _post(state, post)
            yield e.PostVoided(post, _reason(reason))

        self.desk.record(incident, decide)

    def retract(self, incident: str, post: str, by: str, reason: str) -> None:
        """Record that an ephemeral post was taken down with the IC's approval: only of a false alarm."""

        def decide(state: Incident, tx: Transaction, now: datetime) -> Iterable[e.What]:
            old = _post(state, post)
            if old.retracted:
                raise Refusal(say("this post is retracted already"))
            if old.stage is not Stage.INITIAL or state.phase not in (Phase.TRIAGE, Phase.INVESTIGATING):
                raise Refusal(say("only an investigating post that turned out a false alarm may be taken down"))
            yield e.Retracted(post, _name(state, by), _reason(reason))

        self.desk.record(incident, decide)

    def let_pass(self, incident: str, rule: str, text: str, reason: str) -> None:
        """Let one finding pass for the message being written, for a typed reason (not for secrets, not for pii)."""
        self.proofreader.refuse_unsuppressible(rule)
        reason = required(clean_line(reason), say("why may it stay? the timeline keeps the reason"))
        self.desk.record(incident, lambda state, tx, now: [e.Suppressed(rule, text, reason)])


def keep_words(tx: Transaction, draft: Draft, now: datetime) -> None:
    """Keep what is written to one customer beside the journal, which holds its hash alone."""
    if draft.audience:
        tx.add_notice(draft.message, draft.text, now)


def _name(state: Incident, by: str) -> str:
    return required(clean_line(by) or state.ic, say("who is the incident commander?"))


def _reason(reason: str) -> str:
    return required(clean_line(reason), say("a correction needs a reason: it stays in the timeline"))


def _post(state: Incident, post_id: str) -> Post:
    post = state.post(post_id)
    if post is None:
        raise Refusal(say("there is no such post"))
    return post


def _refuse_judged(state: Incident, request_id: str) -> None:
    request = next((r for r in state.requests if r.id == request_id), None)
    if request is None:
        raise Refusal(say("nothing was asked: show the IC the text first"))
    if request.verdict is not None:
        raise Refusal(say("the IC has answered this request already"))
    outdated = approval.outdated(state, request)
    if outdated:
        raise Refusal(outdated)

"""What the next liaison must know, in half a page: the facts of template "handover"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from cockpit.application.filling import Filler
from cockpit.application.snapshot import Snapshot
from cockpit.domain import approval
from cockpit.domain.approval import PathState
from cockpit.domain.cadence import promise_in_force
from cockpit.domain.policy import Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.standing import standings
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Lang, Phase

_LAST_POST = 400
"""How many code points of the last post are quoted."""


def handover_facts(
    snapshot: Snapshot,
    filler: Filler,
    premium: Iterable[PremiumCustomer],
    lang: Lang,
    now: datetime,
    tell: Callable[[Wording], str],
) -> dict[str, object]:
    """The facts beside those of the sheet, worded in ``lang`` by ``tell``."""
    incident, counts, due = snapshot.incident, snapshot.counts, snapshot.due
    posts = incident.public_posts
    last = posts[-1].text.text if posts else ""
    promise = promise_in_force(posts)
    return {
        "ic": incident.ic,
        "last_post": last if len(last) <= _LAST_POST else last[:_LAST_POST] + "…",
        "next_update": filler.time(promise, lang, now),
        "due": f"{tell(say('%(what)s', what=due.what))}, {filler.time(due.at, lang, now)}" if due else "",
        "approvals": tuple(tell(text) for text in _approvals(snapshot, filler.policy, now)),
        "questions": tuple(question.text for question in incident.open_questions),
        "not_relayed": counts.not_relayed,
        "premium": tuple(s.customer.name for s in standings(incident, premium, snapshot.addressees) if s.waits),
        "follow_ups": tuple(tell(text) for text in _follow_ups(snapshot)),
    }


def _approvals(snapshot: Snapshot, policy: Policy, now: datetime) -> Iterator[Wording]:
    for draft in snapshot.drafts:
        path = approval.path(snapshot.incident, draft.message, policy, now)
        if path.state in (PathState.ASKED, PathState.APPROVED, PathState.COPIED):
            yield say(
                "%(stage)s (%(lang)s, %(to)s): %(state)s",
                stage=draft.stage,
                lang=draft.lang,
                to=snapshot.addressees.get(draft.audience) or draft.channel,
                state=path.state,
            )


def _follow_ups(snapshot: Snapshot) -> Iterator[Wording]:
    if snapshot.incident.phase is not Phase.RESOLVED:
        return
    if snapshot.counts.unanswered:
        yield say("enquiries without a reply: %(count)d", count=snapshot.counts.unanswered)
    if snapshot.incident.postmortem_at is None:
        yield say("the postmortem's message")

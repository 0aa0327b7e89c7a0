"""What each entry of the journal says in words: the timeline that a review and a postmortem read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cockpit.domain import events as e
from cockpit.domain.wording import Wording, say

Clock = Callable[[datetime], str]
"""How a time is written for the reader."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline; ``at`` is when it was recorded, ``quote`` the exact text or reason it is about."""

    at: datetime
    actor: str
    what: Wording
    quote: str = ""


def entry(event: e.Event, clock: Clock) -> Entry:
    """``event`` in words; times within it are written by ``clock``."""
    what, quote = _SAID[type(event.what)](event.what, clock)
    return Entry(event.at, event.actor, what, quote)


Said = tuple[Wording, str]


def _opened(what: e.Opened, clock: Clock) -> Said:
    said = say(
        "incident opened: %(title)s (severity %(severity)d, call started %(time)s)",
        title=what.title,
        severity=what.severity,
        time=clock(what.call_started),
    )
    return said, ""


def _decided(what: e.Decided, clock: Clock) -> Said:
    return say("%(by)s decided: %(choice)s", by=_by(what.by), choice=what.choice), what.reason


def _phase(what: e.PhaseChanged, clock: Clock) -> Said:
    if what.with_post:
        return say("moved to %(phase)s, with the post", phase=what.phase), what.reason
    return say("moved to %(phase)s", phase=what.phase), what.reason


def _asked(what: e.Asked, clock: Clock) -> Said:
    texts = "\n\n".join(text.text for text in what.texts)
    if what.target is not None:
        return say(
            "asked the IC to approve: %(stage)s, moving to %(phase)s", stage=what.stage, phase=what.target
        ), texts
    return say("asked the IC to approve: %(stage)s", stage=what.stage), texts


def _copied(what: e.Copied, clock: Clock) -> Said:
    if what.override:
        said = say("copied without approval (%(channel)s, %(lang)s)", channel=what.text.channel, lang=what.text.lang)
        return said, what.override
    return say("copied for posting (%(channel)s, %(lang)s)", channel=what.text.channel, lang=what.text.lang), ""


def _posted(what: e.Posted, clock: Clock) -> Said:
    fields = {"stage": what.stage, "where": what.where, "time": clock(what.posted_at)}
    if what.override:
        said = say("posted without approval: %(stage)s on %(where)s at %(time)s (%(why)s)", **fields, why=what.override)
    elif what.promise is not None:
        promise = clock(what.promise)
        said = say("posted: %(stage)s on %(where)s at %(time)s, next by %(promise)s", **fields, promise=promise)
    else:
        said = say("posted: %(stage)s on %(where)s at %(time)s", **fields)
    return said, what.text.text


def _post_time(what: e.PostTimeCorrected, clock: Clock) -> Said:
    return say("correction: the post went out at %(time)s", time=clock(what.posted_at)), what.reason


def _reports(what: e.ReportsLogged, clock: Clock) -> Said:
    return say("customer reports logged: %(count)d", count=what.count), ""


def _relayed(what: e.Relayed, clock: Clock) -> Said:
    return say("told the IC of %(count)d reports, %(how)s", count=what.count, how=what.how), ""


def _by(name: str) -> object:
    return name or say("the IC")


_SAID: dict[type, Callable[[Any, Clock], Said]] = {
    e.Opened: _opened,
    e.SeverityChanged: lambda w, _: (say("severity changed to %(severity)d", severity=w.severity), w.reason),
    e.CommanderChanged: lambda w, _: (say("incident commander: %(name)s", name=w.ic), ""),
    e.HandedOver: lambda w, _: (say("customer liaison: %(name)s", name=w.liaison), ""),
    e.Decided: _decided,
    e.PhaseChanged: _phase,
    e.PhaseCorrected: lambda w, _: (say("correction: the phase is %(phase)s", phase=w.phase), w.reason),
    e.RecoveryConfirmed: lambda w, _: (say("%(by)s confirmed full recovery", by=_by(w.by)), ""),
    e.LongDeclared: lambda w, _: (say("declared a long incident"), w.reason),
    e.FactsRecorded: lambda w, _: (say("facts recorded: %(names)s", names=", ".join(w.changed)), ""),
    e.Asked: _asked,
    e.Approved: lambda w, _: (say("%(by)s approved %(how)s", by=_by(w.by), how=w.how), ""),
    e.Refused: lambda w, _: (say("%(by)s sent it back", by=_by(w.by)), w.why),
    e.Copied: _copied,
    e.Posted: _posted,
    e.PostEdited: lambda w, _: (say("correction on the page: %(why)s", why=w.reason), w.text.text),
    e.PostTimeCorrected: _post_time,
    e.PostVoided: lambda w, _: (say("correction: this post never went out"), w.reason),
    e.Retracted: lambda w, _: (say("post taken down, approved by %(by)s", by=_by(w.by)), w.reason),
    e.PostNow: lambda w, _: (say("%(by)s asked for an update at once", by=_by(w.by)), w.reason),
    e.QuestionAsked: lambda w, _: (say("question to the IC"), w.text),
    e.QuestionAnswered: lambda w, _: (say("%(by)s answered", by=_by(w.by)), w.answer),
    e.Suppressed: lambda w, _: (say("%(rule)s let pass: «%(text)s»", rule=w.rule, text=w.text), w.reason),
    e.ReportsLogged: _reports,
    e.ReportCorrected: lambda w, _: (say("a report was put right: %(names)s", names=", ".join(w.fields)), ""),
    e.Relayed: _relayed,
    e.Replied: lambda w, _: (say("enquiries replied to: %(count)d", count=w.count), ""),
    e.PostmortemPublished: lambda w, _: (say("postmortem message published: %(where)s", where=w.where), ""),
    e.Noted: lambda w, _: (say("note"), w.text),
}

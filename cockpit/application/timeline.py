"""The journal in words: what each event says in the timeline that the review and the postmortem read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime, tzinfo
from typing import Any

from cockpit.application.ports import Records
from cockpit.domain import events as e
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording, say

Tell = Callable[[Wording], str]
"""Puts a wording into the user's language."""


@frozen
class Beside:
    """What stands beside the journal, since it can be erased: who was written to individually, and what.

    ``names`` are by the ids that the journal calls customers, ``words`` by their SHA-256.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


NOTHING_BESIDE = Beside()


def beside(records: Records, incident: str) -> Beside:
    """What stands beside the journal of ``incident``; raises StoreProblem."""
    return Beside(records.addressees(incident), records.notices(incident))


def describe(what: e.What, zone: tzinfo, beside: Beside = NOTHING_BESIDE) -> Wording:
    """One event in a sentence; times are shown in ``zone``."""
    if isinstance(what, e.CustomerTold):
        return _customer_told(what, beside.names.get(what.customer, ""), _time(what.told_at, zone))
    return _WORDS[type(what)](what, lambda at: _time(at, zone))


def quoted(what: e.What, beside: Beside = NOTHING_BESIDE) -> str:
    """The exact texts that an event carries, "" where it carries none or where they were erased."""
    if isinstance(what, e.Asked):
        texts = what.texts
    elif isinstance(what, e.Posted | e.PostEdited | e.CustomerTold) and what.text is not None:
        texts = (what.text,)
    else:
        texts = ()
    return "\n\n".join(filter(None, (text.text or beside.words.get(text.sha256) for text in texts)))


def timeline_text(events: Iterable[e.Event], beside: Beside, zone: tzinfo, tell: Tell) -> str:
    """The whole timeline as plain text, oldest first, with the exact texts indented below their events."""
    lines: list[str] = []
    day = None
    for event in events:
        local = event.at.astimezone(zone)
        if local.date() != day:
            day = local.date()
            lines.append(f"{day.isoformat()} ({local.tzname()})")
        lines.append(f"{local:%H:%M:%S}  {event.actor}: {tell(describe(event.what, zone, beside))}")
        lines += [f"            {line}" for line in quoted(event.what, beside).splitlines()]
    return "\n".join(lines)


def _time(at: datetime | None, zone: tzinfo) -> str:
    if at is None:
        return ""
    local = at.astimezone(zone)
    return f"{local:%H:%M} {local.tzname()}"


def _because(sentence: str, reason: str, **fields: object) -> Wording:
    """A sentence with its reason, where one was given."""
    return (
        say("%(what)s: %(reason)s", what=say(sentence, **fields), reason=reason) if reason else say(sentence, **fields)
    )


_FIELDS = {
    "impact": say("impact"),
    "components": say("components"),
    "regions": say("regions"),
    "workaround": say("workaround"),
    "data_loss": say("data loss"),
    "lingering": say("what lingers"),
    "began_at": say("when it began"),
    "cause": say("cause"),
    "customer": say("customer"),
    "via": say("channel"),
    "text": say("words"),
    "component": say("component"),
    "region": say("region"),
    "contact": say("contact"),
    "since": say("since when"),
    "premium": say("premium"),
    "symptom": say("symptom"),
}
"""What the fields of the facts sheet and of a report are called."""


def _listed(names: Sequence[str]) -> Wording:
    """Names of fields, one behind the other."""
    first, *rest = (_FIELDS.get(name) or say("%(text)s", text=name) for name in names)
    for each in rest:
        first = say("%(some)s, %(another)s", some=first, another=each)
    return first


def _posted(what: e.Posted, time: Callable[[datetime | None], str]) -> Wording:
    fields: dict[str, object] = {
        "stage": what.stage,
        "lang": what.text.lang,
        "where": what.where,
        "time": time(what.posted_at),
    }
    if what.promise:
        posted = say(
            "posted the %(stage)s (%(lang)s) on %(where)s at %(time)s, next update promised for %(promise)s",
            promise=time(what.promise),
            **fields,
        )
    else:
        posted = say("posted the %(stage)s (%(lang)s) on %(where)s at %(time)s, no next update promised", **fields)
    return say("%(what)s; without approval: %(why)s", what=posted, why=what.override) if what.override else posted


def _copied(what: e.Copied, time: Callable[[datetime | None], str]) -> Wording:
    fields = {"lang": what.text.lang, "channel": what.text.channel}
    if what.override:
        return _because("copied a text without approval (%(lang)s, %(channel)s)", what.override, **fields)
    return say("copied a text (%(lang)s, %(channel)s)", **fields)


def _customer_told(what: e.CustomerTold, name: str, time: str) -> Wording:
    customer: object = name or say("a premium customer")
    told = say("%(customer)s was told by %(by)s at %(time)s", customer=customer, by=what.by, time=time)
    return say("%(what)s; without approval: %(why)s", what=told, why=what.override) if what.override else told


def _asked(what: e.Asked, time: Callable[[datetime | None], str]) -> Wording:
    if what.target:
        return say(
            "asked the IC to approve the %(stage)s and the move to %(phase)s", stage=what.stage, phase=what.target
        )
    return say("asked the IC to approve the %(stage)s", stage=what.stage)


_WORDS: dict[type, Callable[[Any, Callable[[datetime | None], str]], Wording]] = {
    e.Opened: lambda w, t: say(
        "opened “%(title)s”; the call started at %(time)s", title=w.title, time=t(w.call_started)
    ),
    e.CallStartCorrected: lambda w, t: _because("the call started at %(time)s", w.reason, time=t(w.call_started)),
    e.SeverityChanged: lambda w, t: _because("severity set to %(severity)d", w.reason, severity=w.severity),
    e.CommanderChanged: lambda w, t: say("%(name)s is the incident commander now", name=w.ic),
    e.HandedOver: lambda w, t: say("%(name)s is the liaison now", name=w.liaison),
    e.Decided: lambda w, t: _because("%(by)s decided: %(choice)s", w.reason, by=w.by, choice=w.choice),
    e.PhaseChanged: lambda w, t: _because("moved to %(phase)s", w.reason, phase=w.phase),
    e.PhaseCorrected: lambda w, t: _because("corrected the phase to %(phase)s", w.reason, phase=w.phase),
    e.RecoveryConfirmed: lambda w, t: say("%(by)s confirmed full recovery", by=w.by),
    e.LongDeclared: lambda w, t: _because("declared a long incident", w.reason),
    e.FactsRecorded: lambda w, t: say("facts changed: %(fields)s", fields=_listed(w.changed)),
    e.Asked: _asked,
    e.Approved: lambda w, t: say("%(by)s approved it %(how)s", by=w.by, how=w.how),
    e.Refused: lambda w, t: say("%(by)s sent it back: %(why)s", by=w.by, why=w.why),
    e.Copied: _copied,
    e.Posted: _posted,
    e.PostEdited: lambda w, t: _because("a post was mended on the page", w.reason),
    e.PostTimeCorrected: lambda w, t: _because("a post went out at %(time)s", w.reason, time=t(w.posted_at)),
    e.PostVoided: lambda w, t: _because("a post recorded by mistake never went out", w.reason),
    e.Retracted: lambda w, t: _because("a post was taken down, approved by %(by)s", w.reason, by=w.by),
    e.TellingVoided: lambda w, t: _because("a customer recorded as told was not", w.reason),
    e.PostNow: lambda w, t: _because("an update is due at once (%(by)s)", w.reason, by=w.by),
    e.QuestionAsked: lambda w, t: say("asked the IC: %(text)s", text=w.text),
    e.QuestionAnswered: lambda w, t: say("the IC answered: %(text)s", text=w.answer),
    e.Suppressed: lambda w, t: _because("let «%(text)s» (%(rule)s) pass", w.reason, text=w.text, rule=w.rule),
    e.ReportsLogged: lambda w, t: say("customer reports logged: %(count)d", count=w.count),
    e.ReportCorrected: lambda w, t: say("a customer report was put right: %(fields)s", fields=_listed(w.fields)),
    e.SymptomNamed: lambda w, t: say("reports said to be of one symptom: %(count)d", count=w.count),
    e.Relayed: lambda w, t: say("told the IC of %(count)d reports %(how)s", count=w.count, how=w.how),
    e.Replied: lambda w, t: say("enquiries replied to: %(count)d", count=w.count),
    e.PostmortemPublished: lambda w, t: say("the postmortem's message is published: %(where)s", where=w.where),
    e.Noted: lambda w, t: say("%(text)s", text=w.text),
}

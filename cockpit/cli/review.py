"""``cockpit review``: the incident against the policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

import click

from cockpit.application.review import review_incident
from cockpit.cli.invocation import Invocation, TimeParam, common
from cockpit.cli.output import clock, iso, put, put_json, table
from cockpit.domain.review import Held, Review, Round
from cockpit.domain.review_findings import findings, minutes
from cockpit.i18n import _, tell
from cockpit.labels import label


@click.command(
    "review",
    help=_(
        "Hold the incident against the policy: each message with what was due when, promises kept and broken, what "
        "went out without approval or was let pass, how long reports waited, and who has no reply yet."
    ),
    short_help=_("The incident against the policy."),
    epilog="\b\n" + _("Examples:\n  cockpit review\n  cockpit review --format json | jq .findings"),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--as-of", type=TimeParam(future=True), help=_("As of that time: HH:MM (the latest one) or ISO 8601; else now.")
)
@common()
@click.pass_obj
def command(call: Invocation, format_: str, as_of: datetime | None) -> None:
    """Print the review."""
    incident = call.chosen()
    found = review_incident(call.services, incident, as_of)
    if format_ == "json":
        put_json(as_object(found, call.house.zone))
    else:
        put(as_text(found, call.house.zone))


def as_object(review: Review, zone: tzinfo) -> dict[str, object]:
    """The review as scripts read it; spans in seconds."""
    totals, care, incident = review.totals, review.care, review.incident
    return {
        "incident": incident.id,
        "title": incident.title,
        "severity": incident.severity,
        "phase": incident.phase.value,
        "call_started": iso(incident.call_started, zone),
        "until": iso(review.until, zone),
        "first_post_late_s": review.first_post.late_s if review.first_post else None,
        "scoping_late_s": review.scoping.late_s if review.scoping else None,
        "messages": [_message(message, zone) for message in review.rounds],
        "promises": {"kept": totals.promises_kept, "broken": totals.promises_broken},
        "approvals": {
            "asked": totals.approvals_asked,
            "given": totals.approvals_given,
            "sent_back": totals.sent_back,
            "posts_without": totals.unapproved,
        },
        "let_pass": [
            {"at": iso(each.at, zone), "rule": each.rule, "text": each.text, "reason": each.reason}
            for each in review.let_pass
        ],
        "held": [_held(each, zone) for each in review.held],
        "reports": {
            "total": care.reports,
            "relays": care.relays,
            "longest_wait_s": care.longest_wait_s,
            "waited_too_long": care.waited_too_long,
            "not_relayed": care.not_relayed,
            "unanswered": care.unanswered,
        },
        "corrections": totals.corrections,
        "regressions": totals.regressions,
        "open_questions": totals.open_questions,
        "findings": [
            {"kind": each.kind.value, "at": iso(each.at, zone), "what": tell(each.what)} | _late(each.late_s)
            for each in findings(review)
        ],
    }


def _late(seconds: int | None) -> dict[str, object]:
    return {"late_s": seconds}


def _held(held: Held, zone: tzinfo) -> dict[str, object]:
    said = {"at": iso(held.at, zone), "by": held.by, "reason": held.reason, "again_s": held.again_s}
    return said | _late(held.late_s)


def _message(message: Round, zone: tzinfo) -> dict[str, object]:
    due, first = message.due, message.posts[0]
    return {
        "at": iso(message.at, zone),
        "stage": first.stage.value,
        "where": [post.where for post in message.posts],
        "due": {"what": due.what.value, "at": iso(due.at, zone), "basis": due.basis.value} if due else None,
        "late_s": message.late_s,
        "promise": iso(message.promise, zone),
        "promise_late_s": message.promise_late_s,
        "override": message.override or None,
        "flags": list(message.flags),
    }


def as_text(review: Review, zone: tzinfo) -> str:
    """The review as a person reads it: what departs from the policy first, then each message, then the counts."""
    incident, until = review.incident, review.until
    length = tell(minutes((until - incident.call_started).total_seconds()))
    lines = [incident.title, _head(review, length, zone), ""]
    found = findings(review)
    lines.append(_("Departures from the policy:") if found else _("Nothing departs from the policy."))
    if found:
        lines.append(_indented((clock(each.at, zone, until), tell(each.what)) for each in found))
    if review.rounds:
        lines += ["", _("Messages:"), _indented(_row(message, until, zone) for message in review.rounds)]
    return "\n".join([*lines, "", *_counts(review)])


def _indented(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"  {line}" for line in table(rows).split("\n"))


def _head(review: Review, length: str, zone: tzinfo) -> str:
    incident = review.incident
    started = clock(incident.call_started, zone)
    return _("%(phase)s after %(length)s; the call started %(time)s", phase=incident.phase, length=length, time=started)


def _row(message: Round, until: datetime, zone: tzinfo) -> tuple[str, ...]:
    due = message.due
    late = _("%(time)s late", time=minutes(message.late_s)) if message.late_s else _("in time")
    return (
        clock(message.at, zone, until),
        label(message.posts[0].stage),
        _("due %(time)s", time=clock(message.until or due.at, zone, until)) if due else _("nothing was due"),
        late if due else "",
        _promise(message, until, zone),
    )


def _promise(message: Round, until: datetime, zone: tzinfo) -> str:
    if message.promise is None:
        return _("promised nothing")
    at = clock(message.promise, zone, until)
    if message.promise_late_s is None:
        return _("promised %(time)s", time=at)
    if message.promise_late_s:
        return _("promised %(time)s, broken by %(late)s", time=at, late=minutes(message.promise_late_s))
    return _("promised %(time)s, kept", time=at)


def _counts(review: Review) -> tuple[str, ...]:
    totals, care = review.totals, review.care
    approvals = {"asked": totals.approvals_asked, "given": totals.approvals_given, "back": totals.sent_back}
    told = {"reports": care.reports, "relays": care.relays, "unanswered": care.unanswered}
    wait = tell(minutes(care.longest_wait_s)) if care.longest_wait_s is not None else "-"
    return (
        _("Promises: %(kept)d kept, %(broken)d broken.", kept=totals.promises_kept, broken=totals.promises_broken),
        _("Approvals: %(asked)d asked, %(given)d given, %(back)d sent back.", **approvals)
        + " "
        + _("Posts without approval: %(count)d.", count=totals.unapproved),
        _("Reports: %(reports)d, relayed in %(relays)d digests, %(unanswered)d without a reply.", **told)
        + " "
        + _("The longest wait to be relayed: %(wait)s.", wait=wait),
        _("Corrections: %(count)d. Regressions: %(back)d.", count=totals.corrections, back=totals.regressions),
    )

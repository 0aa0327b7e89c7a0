"""The countdown pane: how long until what is due, and why then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from cockpit.application.snapshot import Snapshot
from cockpit.domain.cadence import Basis, Due, DueKind
from cockpit.domain.policy import Policy
from cockpit.domain.words import Phase
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, clock, span
from cockpit.tui.view import View


@dataclass(frozen=True, slots=True)
class Countdown:
    """What the pane shows. ``level`` is "quiet", "normal", "soon" or "overdue"; a word always goes with the colour."""

    digits: str
    word: str
    reason: str
    level: str


def countdown(view: View) -> Countdown:
    """The countdown to what is due in ``view``."""
    return countdown_of(view.snapshot, view.now, view.zone, view.policy)


def countdown_of(snapshot: Snapshot, now: datetime, zone: tzinfo, policy: Policy) -> Countdown:
    """The countdown to what is due of an incident."""
    due = snapshot.due
    if due is None:
        return Countdown("--:--", _nothing(snapshot.incident.phase), "", "quiet")
    left = due.in_s(now)
    what = label(due.what)
    at = clock(due.at, zone)
    if due.basis is Basis.AT_ONCE:
        why = {"regression": _("the problem is back"), "recovery": _("recovery has begun")}.get(due.why, due.why)
        return Countdown(span(left), _("%(what)s: POST NOW", what=what), why, "overdue")
    if left < 0:
        word = _("OVERDUE: %(what)s, due %(time)s", what=what, time=at)
        return Countdown(f"-{span(left)}", word, _reason(due, zone), "overdue")
    word = _("%(what)s due %(time)s", what=what, time=at)
    level = "soon" if left <= policy.soon_s and due.what is not DueKind.REASSESS else "normal"
    return Countdown(span(left), word, _reason(due, zone), level)


def window_title(view: View) -> str:
    """The terminal window's title: what is due in how long."""
    shown = countdown(view)
    return f"{shown.digits} {shown.word}" if view.due else view.incident.title


def _reason(due: Due, zone: tzinfo) -> str:
    limit = _("policy %(time)s", time=bare_clock(due.limit, zone))
    if due.promise is None:
        return limit
    promised = _("promised %(time)s", time=bare_clock(due.promise, zone))
    return f"{promised} | {limit}"


def _nothing(phase: Phase) -> str:
    if phase is Phase.CLOSED:
        return _("closed")
    return _("nothing due: follow-ups (alt+u)")

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
    """What the pane shows: how long, what is due, when, and why then.

    ``level`` is "quiet", "normal", "soon" or "overdue"; a word always goes with the colour.
    """

    digits: str
    what: str
    when: str
    reason: str
    level: str

    @property
    def word(self) -> str:
        """What is due and when, in one."""
        return " ".join(part for part in (self.what, self.when) if part)


def countdown(view: View) -> Countdown:
    """The countdown to what is due in ``view``."""
    return countdown_of(view.snapshot, view.now, view.zone, view.policy)


def countdown_of(snapshot: Snapshot, now: datetime, zone: tzinfo, policy: Policy) -> Countdown:
    """The countdown to what is due of an incident."""
    due = snapshot.due
    if due is None:
        return Countdown("--:--", _nothing(snapshot.incident.phase), "", "", "quiet")
    left = due.in_s(now)
    what = label(due.what)
    when = _("due %(time)s", time=clock(due.at, zone))
    if due.basis is Basis.AT_ONCE:
        why = {"regression": _("the problem is back"), "recovery": _("recovery has begun")}.get(due.why, due.why)
        return Countdown(span(left), _("POST NOW: %(what)s", what=what), "", why, "overdue")
    if left < 0:
        return Countdown(f"-{span(left)}", _("OVERDUE: %(what)s", what=what), when, _reason(due, zone), "overdue")
    level = "soon" if left <= policy.soon_s and due.what is not DueKind.REASSESS else "normal"
    return Countdown(span(left), what, when, _reason(due, zone), level)


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

"""The countdown pane: how long until what is due, and why then."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.domain.cadence import Basis, DueKind
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
    due = view.due
    if due is None:
        return Countdown("--:--", _nothing(view.incident.phase), "", "quiet")
    left = due.in_s(view.now)
    what = label(due.what)
    at = clock(due.at, view.zone)
    if due.basis is Basis.AT_ONCE:
        why = {"regression": _("the problem is back"), "recovery": _("recovery has begun")}.get(due.why, due.why)
        return Countdown(span(left), _("%(what)s: POST NOW", what=what), why, "overdue")
    if left < 0:
        word = _("OVERDUE: %(what)s, due %(time)s", what=what, time=at)
        return Countdown(f"-{span(left)}", word, _reason(view), "overdue")
    word = _("%(what)s due %(time)s", what=what, time=at)
    level = "soon" if left <= view.policy.soon_s and due.what is not DueKind.REASSESS else "normal"
    return Countdown(span(left), word, _reason(view), level)


def window_title(view: View) -> str:
    """The terminal window's title: what is due in how long."""
    shown = countdown(view)
    return f"{shown.digits} {shown.word}" if view.due else view.incident.title


def _reason(view: View) -> str:
    due = view.due
    if due is None:
        return ""
    limit = _("policy %(time)s", time=bare_clock(due.limit, view.zone))
    if due.promise is None:
        return limit
    promised = _("promised %(time)s", time=bare_clock(due.promise, view.zone))
    return f"{promised} | {limit}"


def _nothing(phase: Phase) -> str:
    if phase is Phase.CLOSED:
        return _("closed")
    return _("nothing due: follow-ups (alt+u)")

"""The countdown pane: how long until what is due, and why then."""

from __future__ import annotations

from datetime import datetime, tzinfo

from rich.cells import cell_len

from cockpit.application.elsewhere import Elsewhere
from cockpit.application.snapshot import Snapshot
from cockpit.domain.cadence import Basis, Due, DueKind
from cockpit.domain.frozen import frozen
from cockpit.domain.policy import Policy
from cockpit.domain.words import Phase
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, clock, span
from cockpit.tui.view import View


@frozen
class Countdown:
    """What the pane shows: how long, a word of alarm ("" for none), what is due, when, and why then.

    ``level`` is "quiet", "normal", "soon" or "overdue"; a word always goes with the colour.
    """

    digits: str
    alarm: str
    what: str
    when: str
    reason: str
    level: str

    @property
    def word(self) -> str:
        """The alarm, what is due and when, in one."""
        what = " ".join(part for part in (self.what, self.when) if part)
        return f"{self.alarm}: {what}" if self.alarm else what

    def rows(self, cells: int, digits: bool) -> tuple[str, ...]:
        """The rows beside or below big digits, or (``digits``) with small ones of their own; none is cut in a time."""
        reason = self.reason if cell_len(self.reason) <= cells else self.reason.partition(" | ")[0]
        if not digits and cell_len(self.word) <= cells:
            return (self.word, reason)
        if not digits:  # what is due and by when comes before why
            return (f"{self.alarm}: {self.what}" if self.alarm else self.what, self.when or reason)
        first = f"{self.digits}  {self.alarm or self.what}"
        second = f"{self.what} {self.when}".strip() if self.alarm else self.when
        return tuple(row for row in (first, second, reason) if row)


def countdown(view: View) -> Countdown:
    """The countdown to what is due in ``view``."""
    return countdown_of(view.snapshot, view.now, view.zone, view.policy)


def countdown_of(snapshot: Snapshot | Elsewhere, now: datetime, zone: tzinfo, policy: Policy) -> Countdown:
    """The countdown to what is due of an incident."""
    due = snapshot.due
    if due is None:
        return Countdown("--:--", "", _nothing(snapshot.incident.phase), "", "", "quiet")
    left = due.in_s(now)
    what = label(due.what)
    when = _("due %(time)s", time=clock(due.at, zone))
    if due.basis is Basis.AT_ONCE:
        why = {"regression": _("the problem is back"), "recovery": _("recovery has begun")}.get(due.why, due.why)
        return Countdown(f"-{span(left)}", _("POST NOW"), what, "", why, "overdue")
    reason = _reason(due, zone)
    if left < 0:
        return Countdown(f"-{span(left)}", _("OVERDUE"), what, when, reason, "overdue")
    level = "soon" if left <= policy.soon_s and due.what is not DueKind.REASSESS else "normal"
    return Countdown(span(left), "", what, when, reason, level)


def window_title(view: View) -> str:
    """The terminal window's title: what is due in how long, where that is elsewhere with the other incident's name."""
    other = view.elsewhere
    if other is not None and view.elsewhere_first:
        shown = countdown_of(other, view.now, view.zone, view.policy)
        return f"{shown.digits} {shown.word} | {other.incident.title}"
    shown = countdown(view)
    return f"{shown.digits} {shown.word}" if view.due else view.incident.title


def overdue(view: View) -> set[tuple[str, datetime]]:
    """What is overdue, here and elsewhere: the incident's id and the time that has passed."""
    all_due = [(view.incident.id, view.due), *((other.incident.id, other.due) for other in view.others)]
    return {(incident, due.at) for incident, due in all_due if due is not None and due.overdue(view.now)}


def _reason(due: Due, zone: tzinfo) -> str:
    limit = _("policy %(time)s", time=bare_clock(due.limit, zone))
    if due.promise is None:
        return limit
    promised = _("promised %(time)s", time=bare_clock(due.promise, zone))
    # The one that binds stands first.
    return f"{promised} | {limit}" if due.basis is Basis.PROMISE else f"{limit} | {promised}"


def _nothing(phase: Phase) -> str:
    if phase is Phase.CLOSED:
        return _("closed")
    return _("nothing due: follow-ups (alt+u)")

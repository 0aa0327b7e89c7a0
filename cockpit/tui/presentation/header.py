"""The phase pane: what it is, which phase, what customers have had so far."""

from __future__ import annotations

from datetime import timedelta

from rich.cells import cell_len

from cockpit.application.unfinished import FACTS
from cockpit.domain import cadence
from cockpit.domain.phases import ORDER
from cockpit.domain.words import Phase
from cockpit.i18n import _, many
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, elapsed
from cockpit.tui.presentation.line import Line, fit, fit_line, joined, justify, width
from cockpit.tui.view import View


def title_line(view: View, cells: int) -> Line:
    """Severity and title, and at the other end the time since the call started and the IC."""
    incident = view.incident
    since = elapsed((view.now - incident.call_started).total_seconds())
    ic = _("IC: %(name)s", name=incident.ic) if incident.ic else _("IC: not named")
    left = ((view.policy.severity_text(incident.severity), "bold $warning"), (f"  {incident.title}", "bold"))
    right = ((since, "bold"), (f"  {fit(ic, 22)}", ""))
    return justify(left, right, cells)


def phase_line(phase: Phase, cells: int) -> Line:
    """The row of phases with the present one in brackets; where the width is small those around it, each one whole."""
    at = ORDER.index(phase)
    tight = _phases(at, 0, len(ORDER), between="─")
    if width(tight) <= cells < width(_phases(at, 0, len(ORDER))):
        return tight
    first, last = 0, len(ORDER)
    while True:
        line = _phases(at, first, last)
        if width(line) <= cells or last - first == 1:
            return fit_line(line, cells)
        # The one furthest from the present phase goes first; what comes next outlives what has been.
        if at - first >= last - 1 - at:
            first += 1
        else:
            last -= 1


def _phases(at: int, first: int, last: int, between: str = " ─ ") -> Line:
    """The phases from ``first`` to before ``last``, an ellipsis for those left out."""
    parts: list[tuple[str, str]] = [("…", "$foreground-muted")] if first else []
    for index in range(first, last):
        name = label(ORDER[index])
        present = (f"[{name}]", "bold reverse")
        parts.append(present if index == at else (name, "$foreground-muted" if index < at else ""))
    if last < len(ORDER):
        parts.append(("…", "$foreground-muted"))
    separated = [span for part in parts for span in ((between, "$foreground-muted"), part)]
    return tuple(separated[1:])


def facts_line(view: View, cells: int) -> Line:
    """What customers have had, and what asks for attention."""
    incident = view.incident
    asks = _attention(view)
    posts = incident.public_posts
    parts = [asks] if asks else []
    if posts:
        parts += [
            _("public since %(time)s", time=bare_clock(posts[0].posted_at, view.zone)),
            many("%(count)d post", "%(count)d posts", len(posts)),
            _("last %(time)s", time=bare_clock(posts[-1].posted_at, view.zone)),
        ]
    else:
        parts.append(_("customers have not been told anything"))
    parts.append(_long(view))
    # What doesn't fit whole is left out, the last first: half a time would mislead.
    while len(parts) > 1 and cell_len(joined(parts)) > cells:
        parts.pop()
    first, rest = (parts[0], joined(["", *parts[1:]])) if asks else ("", joined(parts))
    rest = f" | {rest}" if first and rest else rest
    return fit_line(((first, "bold $warning"), (rest, "$foreground-muted")), cells)


def _attention(view: View) -> str:
    incident = view.incident
    if cadence.long_asked(incident, view.policy, view.now):
        return _("two hours have passed: declare it long? (F2, l)")
    if incident.open_questions:
        return many(
            "%(count)d question open to the IC", "%(count)d questions open to the IC", len(incident.open_questions)
        )
    if incident.recovery_confirmed_by and incident.phase not in (Phase.RESOLVED, Phase.CLOSED):
        return _("the IC confirmed full recovery: resolve (F2, r)")
    waiting = sum(each.waits for each in view.standings)
    if waiting and incident.is_open:
        return many(
            "%(count)d premium customer not told (alt+d)", "%(count)d premium customers not told (alt+d)", waiting
        )
    if FACTS in view.snapshot.unfinished and incident.is_open:
        return _("facts typed, not recorded (^F)")
    return ""


def _long(view: View) -> str:
    incident = view.incident
    if incident.long_since is not None:
        return _("long incident since %(time)s", time=bare_clock(incident.long_since, view.zone))
    if incident.phase in (Phase.RESOLVED, Phase.CLOSED, Phase.TRIAGE):
        return ""
    at = incident.call_started + timedelta(seconds=view.policy.long_allowed_s)
    return _("may be declared long from %(time)s", time=bare_clock(at, view.zone))

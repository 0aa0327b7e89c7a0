"""Why the IC of a drill sends a message back: it says what isn't so, or when the fix comes, or misses the point."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from cockpit.application.ports import Draft
from cockpit.application.proofreading import Proofreader
from cockpit.domain.incident import Incident, Request
from cockpit.domain.words import Phase, Stage
from cockpit.drill.scenario import Scenario
from cockpit.i18n import _
from cockpit.lint.model import Result, Severity

_ETA = frozenset({"eta", "eta-vague"})
_SCOPED = frozenset({Stage.SCOPING, Stage.UPDATE, Stage.MONITORING, Stage.LONG})
"""Stages whose messages say how customers are affected."""
_PROMISING = _SCOPED | {Stage.INITIAL}
"""Stages whose messages say when the next one comes."""


def objection(
    request: Request,
    state: Incident,
    scenario: Scenario,
    proofreader: Proofreader,
    now: datetime,
    said: Collection[str] = (),
    notices: Mapping[str, str] | None = None,
) -> str | None:
    """Why ``request`` can't go out as it stands at ``now``, in the user's language; None: it can.

    ``said`` is what the IC has said so far, ``notices`` the words of what is written to single customers, by their
    SHA-256.
    """
    words = notices or {}
    elapsed = (now - state.call_started).total_seconds()
    # The IC hears all of it: what the liaison let pass too.
    unsuppressed = replace(state, suppressed=frozenset())
    readings = [
        proofreader.read(
            unsuppressed,
            Draft(text.lang, text.channel, request.stage, text.text or words.get(text.sha256, ""), now, request.target),
            now,
        )
        for text in request.texts
    ]
    return (
        untrue(request, state, scenario, elapsed)
        or faulty(request.stage, readings)
        or _wished(request, said, scenario, elapsed)
    )


def untrue(request: Request, state: Incident, scenario: Scenario, elapsed_s: float) -> str | None:
    """What the message or the phase it moves to would claim that isn't so."""
    resolved = request.stage is Stage.RESOLUTION or request.target is Phase.RESOLVED
    if resolved and (elapsed_s < scenario.recovered_s or state.recovery_confirmed_by is None):
        return _("It is not over: I have not confirmed full recovery.")
    recovering = request.stage is Stage.MONITORING or request.target is Phase.MONITORING
    if recovering and not scenario.fix_shows(elapsed_s):
        return _("No fix shows yet: don't let customers hope for one.")
    return None


def faulty(stage: Stage, readings: Sequence[Result]) -> str | None:
    """What is wrong in the texts of a request: the first thing that strikes the ear."""
    for reading in readings:
        for finding in reading.findings:
            if finding.severity is not Severity.ERROR:
                continue
            if finding.rule in _ETA:
                return _("Take out «%(text)s»: nobody knows when this is fixed.", text=finding.text)
            return _("Take out «%(text)s».", text=finding.text)
    first = readings[0]  # the one that counts; a short channel has room for less
    if stage in _SCOPED and any(missing.rule == "missing-impact" for missing in first.missing):
        return _("Say first how customers are affected.")
    if stage in _PROMISING and first.next_update is None:
        return _("Say when the next update comes.")
    return None


def _wished(request: Request, said: Collection[str], scenario: Scenario, elapsed_s: float) -> str | None:
    """What the IC wants said, once: the liaison finds the words."""
    wish = scenario.wish
    known = any(wish.text in text for text in said)
    return wish.text if request.stage is Stage.UPDATE and elapsed_s >= wish.at_s and not known else None

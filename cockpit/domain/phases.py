"""The phase machine: where an incident may go from where it is, and why not (the guide: Phases)."""

from __future__ import annotations

from dataclasses import replace

from cockpit.domain.events import Choice
from cockpit.domain.incident import Incident
from cockpit.domain.stays import corrected
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Phase

ORDER = tuple(Phase)

_MOVES: dict[Phase, tuple[Phase, ...]] = {
    Phase.TRIAGE: (Phase.INVESTIGATING, Phase.IDENTIFIED, Phase.RESOLVED, Phase.CLOSED),
    Phase.INVESTIGATING: (Phase.IDENTIFIED, Phase.MONITORING, Phase.RESOLVED, Phase.CLOSED),
    Phase.IDENTIFIED: (Phase.INVESTIGATING, Phase.MONITORING, Phase.RESOLVED),
    Phase.MONITORING: (Phase.INVESTIGATING, Phase.IDENTIFIED, Phase.RESOLVED),
    Phase.RESOLVED: (Phase.INVESTIGATING, Phase.IDENTIFIED, Phase.MONITORING, Phase.CLOSED),
    Phase.CLOSED: (),
}


def moves(phase: Phase) -> tuple[Phase, ...]:
    """The phases that can follow ``phase`` at all."""
    return _MOVES[phase]


def refusal(incident: Incident, target: Phase, unanswered: int = 0) -> Wording | None:
    """Why the incident can't move to ``target`` now, or None. ``unanswered`` counts enquiries without a reply."""
    current = incident.phase
    if target is current:
        return say("the incident is in %(phase)s already", phase=current)
    if target not in _MOVES[current]:
        if current is Phase.CLOSED:
            return say("a closed incident stays closed; correct the phase if closing it was a mistake")
        return say("%(target)s does not follow %(phase)s", target=target, phase=current)
    if current is Phase.TRIAGE and target in (Phase.INVESTIGATING, Phase.IDENTIFIED):
        return _not_decided(incident, target)
    if target is Phase.RESOLVED and incident.recovery_confirmed_by is None:
        return say("resolved needs the IC's confirmation of full recovery: record it first")
    if target is Phase.CLOSED:
        return _not_done(incident, unanswered)
    return None


def correction_refusal(incident: Incident, phase: Phase) -> Wording | None:
    """Why the present phase can't be put right to ``phase``, or None: a correction is no way around the IC."""
    if phase is incident.phase:
        return say("the incident is in %(phase)s already", phase=phase)
    if len(incident.stays) == 1:
        return say("the phase has not been changed yet")
    if phase is Phase.CLOSED:
        return say("closing is no correction: change the phase")
    mended = replace(incident, stays=corrected(incident.stays, phase, ""))
    if phase is Phase.RESOLVED and mended.recovery_confirmed_by is None:
        return say("resolved needs the IC's confirmation of full recovery: record it first")
    return None


def _not_decided(incident: Incident, target: Phase) -> Wording | None:
    """Going public is the IC's decision: it is on record before the phase moves."""
    if incident.choice is Choice.POST and target is Phase.INVESTIGATING:
        return None
    if incident.choice in (Choice.POST, Choice.LIMITED) and target is Phase.IDENTIFIED:
        return None
    if target is Phase.INVESTIGATING:
        return say("going public is the IC's decision: record it in the checklist first")
    return say("telling customers is the IC's decision: record it in the checklist first")


def _not_done(incident: Incident, unanswered: int) -> Wording | None:
    """What is still open before the incident may close."""
    if incident.phase is Phase.TRIAGE:
        return None if not incident.public_posts else say("something was posted: retract it or resolve the incident")
    if incident.phase is Phase.INVESTIGATING:
        if incident.public_posts:
            return say("a false alarm's post is retracted first, with the IC's approval")
        return None
    if not incident.resolution_told and (incident.public_posts or incident.choice is not Choice.HOLD):
        return say("the resolution has not been posted yet")
    if unanswered:
        return say("enquiries without a reply: %(count)d", count=unanswered)
    if incident.postmortem_at is None:
        return say("the postmortem's external message is not published yet")
    return None

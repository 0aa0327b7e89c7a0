"""Which message comes next: the stage that the state of the incident asks for."""

from __future__ import annotations

from cockpit.domain.events import Choice
from cockpit.domain.incident import Incident
from cockpit.domain.words import Phase, Stage


def next_stage(incident: Incident, audience: str = "") -> Stage:
    """The stage of the message that is due next (the guide's stages, from initial to resolution).

    One to a single customer (``audience``) is a premium notice, whatever customers at large hear next.
    """
    if audience:
        return Stage.PREMIUM
    posts = incident.public_posts
    phase = incident.phase
    if phase is Phase.RESOLVED:
        return Stage.POSTMORTEM if incident.resolution_told else Stage.RESOLUTION
    if phase is Phase.CLOSED:
        return Stage.POSTMORTEM
    if not posts:
        if incident.choice is Choice.LIMITED:
            return Stage.LIMITED
        return Stage.SCOPING if incident.reconsidered and incident.choice is Choice.POST else Stage.INITIAL
    if all(post.stage is Stage.INITIAL for post in posts):
        return Stage.SCOPING
    before, stay = (incident.stays[0], *incident.stays)[-2:]
    if phase is Phase.MONITORING and not incident.announced(before, stay):
        return Stage.MONITORING
    return Stage.LONG if incident.long_since is not None else Stage.UPDATE

"""Which message comes next: the stage that the state of the incident asks for."""

from __future__ import annotations

from cockpit.domain.events import Choice
from cockpit.domain.incident import Incident
from cockpit.domain.words import Phase, Stage


def next_stage(incident: Incident) -> Stage:
    """The stage of the message that is due next (the guide's stages, from initial to resolution)."""
    posts = incident.public_posts
    phase = incident.phase
    if phase is Phase.RESOLVED:
        return Stage.POSTMORTEM if incident.resolution_told else Stage.RESOLUTION
    if phase is Phase.CLOSED:
        return Stage.POSTMORTEM
    if not posts:
        if incident.choice is Choice.LIMITED:
            return Stage.LIMITED
        return Stage.SCOPING if incident.was_held and incident.choice is Choice.POST else Stage.INITIAL
    if all(post.stage is Stage.INITIAL for post in posts):
        return Stage.SCOPING
    if phase is Phase.MONITORING and not _monitoring_told(incident):
        return Stage.MONITORING
    return Stage.LONG if incident.long_since is not None else Stage.UPDATE


def _monitoring_told(incident: Incident) -> bool:
    """Whether customers were told that this recovery has begun."""
    stay = incident.stays[-1]
    said = (post for post in incident.public_posts if post.stage is Stage.MONITORING)
    return any(post.id == stay.post or post.answers(stay.at) for post in said)

"""The review of one incident: the journal against the policy, with what the lint says of the texts that went out."""

from __future__ import annotations

from datetime import datetime

from cockpit.application.services import Services
from cockpit.domain.incident import Post
from cockpit.domain.review import Review, review
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Severity


def review_incident(services: Services, incident: str, as_of: datetime | None = None) -> Review:
    """The review of ``incident`` as of ``as_of`` (aware; None: now); raises Refusal when there is none of that id."""
    desk = services.desk
    events, state = desk.journal(incident)
    flags = {post.id: _flags(services, post) for post in state.posts}
    return review(events, desk.policy, as_of or desk.now(), flags)


def _flags(services: Services, post: Post) -> tuple[str, ...]:
    """The rules that stop what ``post`` says; what was let pass counts here too: it went out."""
    context = Context(
        lang=post.text.lang,
        stage=post.stage,
        channel=post.text.channel,
        posted_at=post.posted_at.astimezone(services.desk.zone),
        settings=services.proofreader.settings,
    )
    found = lint(post.text.text, context).findings
    return tuple(dict.fromkeys(finding.rule for finding in found if finding.severity is Severity.ERROR))

"""The message's own path (draft, asked, approved, copied, posted): a function of what is written and what was said.

An approval is for one exact text in one situation (the guide: Approval): an edit, a change of phase, severity or
facts, or its age voids it; a change to the phase it was asked for doesn't.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

from cockpit.domain.events import MessageText
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Post, Request, Telling, Verdict
from cockpit.domain.policy import Policy
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang


class PathState(StrEnum):
    """Where the text being written stands."""

    DRAFT = "draft"
    ASKED = "asked"
    APPROVED = "approved"
    VOID = "void"
    COPIED = "copied"
    POSTED = "posted"


@frozen
class Path:
    """The state of one text, why it isn't further, and the request it stands on."""

    state: PathState
    why: Wording | None = None
    request: Request | None = None
    until: datetime | None = None
    """When the approval lapses by age."""

    @property
    def may_go_out(self) -> bool:
        """Whether the text may be copied without an override."""
        return self.state in (PathState.APPROVED, PathState.COPIED)


def digest(text: str) -> str:
    """SHA-256 of the exact text, in hexadecimal; half a surrogate pair, which UTF-8 can't hold, counts as itself."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def message_text(lang: Lang, channel: Channel, text: str, audience: str = "") -> MessageText:
    """A text as it is journalled: the words of one to a single customer (``audience``, their id) are not."""
    return MessageText(lang, channel, "" if audience else text, digest(text), audience)


def path(incident: Incident, message: MessageText, policy: Policy, now: datetime) -> Path:
    """Where ``message``, as it stands, is on its way to customers as of ``now``."""
    # A text that was retracted or repeated later is judged by the newest thing that was said of it.
    out = next((o for o in reversed(_gone_out(incident)) if o.says(message)), None)
    request = next((r for r in reversed(incident.requests) if message in r.texts), None)
    if out and (request is None or request.at <= out.at or request.id == out.request):
        return Path(PathState.POSTED, request=request)
    if request is None:
        return _unasked(incident, message)
    return _judged(incident, request, message, policy, now)


def outdated(incident: Incident, request: Request) -> Wording | None:
    """What changed since the IC was shown ``request``, so that the answer to it no longer counts; or None."""
    then, now = request.situation, incident.situation
    moved = then.phases if request.target is None else (*then.phases, request.target)
    if now.phases not in (then.phases, moved):
        return say("the phase changed since the IC saw it")
    if now.severity_revision != then.severity_revision:
        return say("the severity changed since the IC saw it")
    if now.facts_revision != then.facts_revision:
        return say("the facts changed since the IC saw it")
    return None


def _gone_out(incident: Incident) -> tuple[Post | Telling, ...]:
    return (*incident.posts, *incident.tellings)


def _unasked(incident: Incident, message: MessageText) -> Path:
    """This text was never shown: say so where another version of it was, and nothing has gone out since."""
    last = next((r for r in reversed(incident.requests) if any(t.is_version_of(message) for t in r.texts)), None)
    out = [o for o in _gone_out(incident) if o.text is not None and o.text.is_version_of(message)]
    if last is None or any(o.request == last.id or o.at >= last.at for o in out):
        return Path(PathState.DRAFT)
    if last.verdict and not last.verdict.approved:
        return Path(PathState.DRAFT, _sent_back(last.verdict), last)
    return Path(PathState.VOID, say("the text was changed after the IC saw it"), last)


def _sent_back(verdict: Verdict) -> Wording:
    return say("sent back: %(why)s", why=verdict.why)


def _judged(incident: Incident, request: Request, message: MessageText, policy: Policy, now: datetime) -> Path:
    verdict = request.verdict
    if verdict and not verdict.approved:
        return Path(PathState.DRAFT, _sent_back(verdict), request)
    changed = outdated(incident, request)
    if changed:
        return Path(PathState.VOID, changed, request)
    if verdict is None:
        return Path(PathState.ASKED, None, request)
    until = verdict.at + timedelta(seconds=policy.approval_s)
    if now > until:
        minutes = round(policy.approval_s / 60)
        return Path(PathState.VOID, say("the approval is older than %(minutes)d minutes", minutes=minutes), request)
    state = PathState.COPIED if message in request.copied else PathState.APPROVED
    return Path(state, None, request, until)

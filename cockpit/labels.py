"""What the field's closed vocabularies are called on the screen, in the user's language."""

from __future__ import annotations

from enum import StrEnum

from cockpit.domain.approval import PathState
from cockpit.domain.cadence import DueKind
from cockpit.domain.events import Choice, How, Teller
from cockpit.domain.reports import Via
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.i18n import tell

_WORDS: tuple[tuple[StrEnum, Wording], ...] = (
    (Phase.TRIAGE, say("Triage")),
    (Phase.INVESTIGATING, say("Investigating")),
    (Phase.IDENTIFIED, say("Identified")),
    (Phase.MONITORING, say("Monitoring")),
    (Phase.RESOLVED, say("Resolved")),
    (Phase.CLOSED, say("Closed")),
    (Stage.INITIAL, say("initial post")),
    (Stage.SCOPING, say("scoping post")),
    (Stage.UPDATE, say("update")),
    (Stage.MONITORING, say("monitoring post")),
    (Stage.LONG, say("long-incident update")),
    (Stage.RESOLUTION, say("resolution post")),
    (Stage.LIMITED, say("individual notice")),
    (Stage.RETRACTION, say("retraction")),
    (Stage.PREMIUM, say("premium notice")),
    (Stage.POSTMORTEM, say("postmortem message")),
    (Channel.STATUS, say("status page")),
    (Channel.X, say("X")),
    (Channel.EMAIL, say("email")),
    (Via.PHONE, say("phone")),
    (Via.EMAIL, say("email")),
    (Via.CHAT, say("chat")),
    (Via.SOCIAL, say("social media")),
    (Via.OTHER, say("other")),
    (How.VOICE, say("by voice")),
    (How.WRITING, say("in writing")),
    (Teller.LIAISON, say("the liaison")),
    (Teller.ACCOUNT_TEAM, say("the account team")),
    (DueKind.FIRST_POST, say("first post")),
    (DueKind.REASSESS, say("assess again")),
    (DueKind.SCOPING, say("scoping post")),
    (DueKind.UPDATE, say("update")),
    (DueKind.RESOLUTION, say("resolution post")),
    (PathState.DRAFT, say("draft")),
    (PathState.ASKED, say("asked")),
    (PathState.APPROVED, say("approved")),
    (PathState.VOID, say("void")),
    (PathState.COPIED, say("copied")),
    (PathState.POSTED, say("posted")),
    (Choice.POST, say("go public")),
    (Choice.LIMITED, say("tell those affected individually")),
    (Choice.HOLD, say("hold")),
    (Lang.EN, say("English")),
    (Lang.JA, say("Japanese")),
)
# Members of two vocabularies may be equal as strings: "monitoring" is a phase and a stage.
_LABELS = {(type(value), value.value): wording for value, wording in _WORDS}


def label(value: StrEnum) -> str:
    """What ``value`` is called in the user's language."""
    wording = _LABELS.get((type(value), value.value))
    return tell(wording) if wording else value.value

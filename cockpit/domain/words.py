"""The field's closed vocabularies: phases, message stages, channels, languages (the guide: Words and Phases)."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """What customers have been told so far, in the order in which an incident usually goes."""

    TRIAGE = "triage"
    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Stage(StrEnum):
    """What a message is for; which elements are wanted follows from it."""

    INITIAL = "initial"
    SCOPING = "scoping"
    UPDATE = "update"
    MONITORING = "monitoring"
    LONG = "long"
    RESOLUTION = "resolution"
    LIMITED = "limited"
    RETRACTION = "retraction"
    PREMIUM = "premium"
    POSTMORTEM = "postmortem"


class Channel(StrEnum):
    """Where a message goes; the channel limits its length."""

    STATUS = "status"
    X = "x"
    EMAIL = "email"


class Lang(StrEnum):
    """A language customers are written to in."""

    EN = "en"
    JA = "ja"

"""The numbers the cadence keeps; every one is configurable, these are the guide's."""

from __future__ import annotations

from dataclasses import field

from cockpit.domain.frozen import frozen

DEFAULT_SEVERITIES = {
    1: "SEV-1",
    2: "SEV-2",
    3: "SEV-3",
    4: "SEV-4",
    5: "SEV-5",
}


@frozen
class Policy:
    """The communication policy (the guide's timing rules 1 to 5); all times in seconds."""

    first_post_s: int = 5 * 60
    """From the start of the call to the first post."""
    scoping_s: int = 5 * 60
    """From the first post (or a later decision to go public) to the scoping post."""
    update_s: int = 20 * 60
    """The longest time between updates while the incident isn't long."""
    long_allowed_s: int = 60 * 60
    """From the start of the call until it may be declared long."""
    long_asked_s: int = 2 * 60 * 60
    """From the start of the call until the cockpit asks to declare it long."""
    long_update_s: int = 60 * 60
    """In long mode, the longest time after a post that promised nothing."""
    reassess_s: int = 10 * 60
    """How often a held incident is assessed again."""
    approval_s: int = 10 * 60
    """How long an approval holds."""
    relay_s: int = 5 * 60
    """How long a report may wait to be relayed before the screen nudges."""
    soon_s: int = 5 * 60
    """How long before it is due the countdown asks for attention."""
    small_customers: int = 10
    """Fewer customers than this may be told individually."""
    widespread_percent: int = 5
    """More than this share of the accounts of a region counts as widespread."""
    severities: dict[int, str] = field(default_factory=lambda: dict(DEFAULT_SEVERITIES))
    """What customers read for a severity, 1 to 5."""

    def severity_text(self, severity: int) -> str:
        """The configured text of ``severity`` (1 to 5)."""
        return self.severities.get(severity, f"SEV-{severity}")

"""What the cockpit's panes are shown from: the incident, the draft being written, what was read in it, and now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from cockpit.application.ports import Draft
from cockpit.application.snapshot import Snapshot
from cockpit.domain import approval
from cockpit.domain.approval import Path
from cockpit.domain.cadence import Due
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.lint.model import Result


@dataclass(frozen=True, slots=True)
class View:
    """One moment of the cockpit. ``draft`` is the text as it stands in the editor, saved or not; ``now`` is UTC."""

    snapshot: Snapshot
    draft: Draft
    reading: Result | None
    """What the lint last said of the draft; None until it has read it."""
    hint: int
    """Which of the findings the liaison is at."""
    now: datetime
    zone: tzinfo
    policy: Policy

    @property
    def incident(self) -> Incident:
        """The incident's state."""
        return self.snapshot.incident

    @property
    def due(self) -> Due | None:
        """What is due next."""
        return self.snapshot.due

    @property
    def path(self) -> Path:
        """Where the draft stands on its way to customers."""
        draft = self.draft
        return approval.path(self.incident, draft.lang, draft.channel, draft.text, self.policy, self.now)

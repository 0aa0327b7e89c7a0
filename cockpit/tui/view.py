"""What the cockpit's panes are shown from: the incident, the draft being written, what was read in it, and now."""

from __future__ import annotations

from datetime import datetime, tzinfo

from cockpit.application.elsewhere import Elsewhere, nearest
from cockpit.application.ports import Draft
from cockpit.application.snapshot import Snapshot
from cockpit.domain import approval
from cockpit.domain.approval import Path
from cockpit.domain.cadence import Due
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.standing import Standing, standings
from cockpit.domain.words import Channel, Lang
from cockpit.lint.model import Result


@frozen
class View:
    """One moment of the cockpit. ``drafts`` are the texts as they stand here, saved or not; ``now`` is UTC."""

    snapshot: Snapshot
    drafts: tuple[Draft, ...]
    """The one in the editor first."""
    reading: Result | None
    """What the lint last said of the draft; None until it has read it."""
    hint: int
    """Which of the findings the liaison is at."""
    now: datetime
    zone: tzinfo
    policy: Policy
    not_saved: str = ""
    """Why what was typed isn't on disk, "" where it is or soon will be."""
    premium: tuple[PremiumCustomer, ...] = ()
    """The customers with a special support contract."""
    others: tuple[Elsewhere, ...] = ()
    """The other open incidents."""
    found: str = ""
    """How many reports the log is narrowed to, and by what; "" where it shows all."""

    @property
    def draft(self) -> Draft:
        """The one in the editor."""
        return self.drafts[0]

    @property
    def elsewhere(self) -> Elsewhere | None:
        """The other incident whose deadline is the nearest."""
        return nearest(self.others)

    @property
    def elsewhere_first(self) -> bool:
        """Whether something is due elsewhere before anything is due here."""
        other = self.elsewhere
        if other is None or other.due is None:
            return False
        return self.due is None or other.due.at < self.due.at

    def written(self, lang: Lang, channel: Channel) -> Draft | None:
        """The text to everybody in that language and for that channel, where one was begun."""
        wanted = (lang, channel, "")
        return next((d for d in self.drafts if (d.lang, d.channel, d.audience) == wanted), None)

    @property
    def audience(self) -> str:
        """The customer whom the draft in the editor is to, "" for everybody."""
        return self.snapshot.addressees.get(self.draft.audience, "")

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Where the customers with a special contract stand."""
        return standings(self.incident, self.premium, self.snapshot.addressees)

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
        """Where the draft in the editor stands on its way to customers."""
        return self.path_of(self.draft)

    def path_of(self, draft: Draft) -> Path:
        """Where ``draft`` stands on its way to customers."""
        return approval.path(self.incident, draft.message, self.policy, self.now)

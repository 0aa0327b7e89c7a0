"""What is typed into a form and not recorded yet: kept, so that no crash loses it; the journal holds none of it."""

from __future__ import annotations

from collections.abc import Mapping

from cockpit.application.desk import Desk
from cockpit.domain.clean import clean
from cockpit.domain.frozen import frozen

FACTS = "facts"
"""The form of the facts sheet."""


@frozen
class Unfinished:
    """Use cases on unfinished forms, of an incident or of one that is still to be opened (None).

    Each raises StoreProblem and then has kept nothing.
    """

    desk: Desk

    def said(self, incident: str | None, form: str) -> Mapping[str, str]:
        """What was typed into a form and not recorded, by field; by whatever process."""
        return self.desk.store.unfinished(incident).get(form, {})

    def keep(self, incident: str | None, form: str, said: Mapping[str, str]) -> None:
        """Keep what is typed, cleaned, in place of what was; nothing typed: nothing is left."""
        cleaned = {name: clean(text) for name, text in said.items()}
        with self.desk.store.transaction() as transaction:
            transaction.keep_unfinished(incident, form, cleaned, self.desk.now())

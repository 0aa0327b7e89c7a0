"""Who acts in a drill beside the liaison: each does it through the use cases, under a name of their own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Desk, Refusal
from cockpit.application.incidents import Incidents
from cockpit.application.services import Services
from cockpit.domain.frozen import frozen
from cockpit.i18n import _


@frozen
class Cast:
    """The use cases, as the others in a drill take them."""

    services: Services

    def _desk(self, name: str) -> Desk:
        return replace(self.services.desk, actor=name)

    @property
    def call(self) -> Incidents:
        """Whoever speaks on the incident call."""
        return Incidents(self._desk(_("the call")))

    @property
    def support(self) -> CustomerReports:
        """Whoever logs what customers say."""
        return CustomerReports(self._desk(_("customer support")))

    @property
    def drill(self) -> Incidents:
        """The drill itself."""
        return Incidents(self._desk(_("the drill")))

    def commander(self, name: str) -> Incidents:
        """The IC, on the incident as a whole."""
        return Incidents(self._desk(name))


def attempt(act: Callable[[], object]) -> None:
    """Do it, unless the liaison has made it impossible meanwhile: people on a call find that out and go on."""
    with suppress(Refusal):
        act()

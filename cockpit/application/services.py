"""All use cases of one database, as the composition root hands them to the screen, the command line and the drill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from cockpit.application.customer_reports import CustomerReports
from cockpit.application.desk import Desk
from cockpit.application.filling import Filler
from cockpit.application.incidents import Incidents
from cockpit.application.individual import Individual
from cockpit.application.messages import Messages
from cockpit.application.proofreading import Proofreader
from cockpit.application.unfinished import Unfinished
from cockpit.domain.facts import LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.words import Channel, Lang


class Watch(Protocol):
    """Notices that the database changed, whoever wrote."""

    def changed(self) -> bool:
        """Whether anything was written since this was last asked."""

    def close(self) -> None:
        """Let go of the file."""


@frozen
class Services:
    """The use cases, and the organisation's choices that shape what is offered.

    ``watch`` opens a new watch on the same file; ``database`` is that file, to be named to the user.
    """

    desk: Desk
    incidents: Incidents
    messages: Messages
    reports: CustomerReports
    individual: Individual
    proofreader: Proofreader
    filler: Filler
    unfinished: Unfinished
    watch: Callable[[], Watch]
    database: Path
    langs: tuple[Lang, ...] = (Lang.EN, Lang.JA)
    channels: tuple[Channel, ...] = (Channel.STATUS, Channel.X, Channel.EMAIL)
    components: tuple[LocalText, ...] = ()
    """Pick list of the facts sheet."""
    regions: tuple[LocalText, ...] = ()
    premium: tuple[PremiumCustomer, ...] = ()
    """Customers with a special support contract."""

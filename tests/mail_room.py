"""An incident and a real mailbox that is taken into it, for tests against Dovecot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dovecot import PASSWORD, USER, Dovecot

from cockpit.adapters.mail_places import MailPlaces
from cockpit.adapters.mailbox import ImapMailbox
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.intake import MailIntake, Told
from cockpit.application.mailbox import Account, Security
from cockpit.application.senders import Senders
from cockpit.domain.reports import Report
from cockpit.domain.wording import Wording


class Enough(Exception):
    """Ends what would go on for ever."""


@dataclass
class Room:
    """An incident, and the mailbox that is taken into it."""

    server: Dovecot
    reports: CustomerReports
    incident: str
    places: MailPlaces
    refused: list[tuple[int, str]] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)
    at_each_batch: Callable[[], None] = lambda: None
    at_each_pause: Callable[[float], None] = lambda seconds: None

    def intake(self, **more: object) -> MailIntake:
        """As the command builds it."""

        def logged(ids: Sequence[str]) -> None:
            self.at_each_batch()

        def refused(uid: int, why: Wording) -> None:
            self.refused.append((uid, str(why)))

        told = Told(logged, refused, lambda what: self.noticed.append(str(what)))
        box = self.box()
        return MailIntake(
            self.reports, self.incident, box, self.places, Senders(), told, lambda s: self.at_each_pause(s), **more
        )  # type: ignore[arg-type]

    def box(self, **more: object) -> ImapMailbox:
        account = Account("127.0.0.1", USER, port=self.server.port, security=Security.PLAIN)
        return ImapMailbox(account, lambda: PASSWORD, **more)  # type: ignore[arg-type]

    def logged(self) -> Sequence[Report]:
        return self.reports.desk.store.reports(self.incident)

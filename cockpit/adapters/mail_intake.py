"""Puts the intake of a mailbox together, where the libraries for it are installed."""

from __future__ import annotations

import time
from collections.abc import Mapping

from cockpit.adapters.config import Config
from cockpit.adapters.mail_password import Password
from cockpit.adapters.mail_places import MailPlaces
from cockpit.application.intake import MailIntake, Told
from cockpit.application.mailbox import MailboxRefused, Wanted
from cockpit.application.senders import Senders
from cockpit.application.services import Services
from cockpit.domain.wording import say


def mail_intake(services: Services, config: Config, env: Mapping[str, str], wanted: Wanted, told: Told) -> MailIntake:
    """What takes that mailbox in; raises MailboxRefused where the libraries are missing."""
    try:
        from cockpit.adapters.mailbox import ImapMailbox
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library == "cockpit":
            raise
        hint = say("%(name)s is missing: pip install 'liaison-cockpit[imap]'", name=library)
        raise MailboxRefused(hint) from error
    return MailIntake(
        services.reports,
        wanted.incident,
        ImapMailbox(wanted.account, Password(wanted.account, env, wanted.password)),
        MailPlaces(services.database),
        Senders(config.premium, config.lint.own_domains, wanted.account.user),
        told,
        time.sleep,
        wanted.since,
    )

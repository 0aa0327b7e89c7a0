"""Reaching an IMAP server: over TLS unless it is on this machine, and what it says when it won't have us."""

from __future__ import annotations

import imaplib
import ipaddress
import ssl

from imap_tools import BaseMailBox, ImapToolsError, MailBox, MailboxLoginError, MailBoxStartTls, MailBoxUnencrypted

from cockpit.adapters.mail_structure import BadAnswer
from cockpit.application.mailbox import Account, MailboxRefused, Security
from cockpit.domain.clean import clean_line
from cockpit.domain.wording import say

TIMEOUT_S = 60.0
"""How long the server may take to answer, in seconds."""
BROKEN = (OSError, imaplib.IMAP4.error, ImapToolsError, BadAnswer, EOFError)
"""What a connection that is no good raises, in whichever layer it is noticed."""


def is_this_machine(host: str) -> bool:
    """Whether ``host`` can only be the machine that this runs on."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def port_of(account: Account) -> int:
    """The port that is meant."""
    return account.port or (993 if account.security is Security.SSL else 143)


def connected(account: Account) -> BaseMailBox:
    """A connection, nobody logged in yet. Raises MailboxRefused for --plain to elsewhere, or one of `BROKEN`."""
    where = account.host.strip("[]"), port_of(account)
    if account.security is Security.PLAIN:
        if not is_this_machine(account.host):
            raise MailboxRefused(
                say("--plain is for this machine alone, not %(host)s: use --ssl or --starttls", host=account.host)
            )
        return MailBoxUnencrypted(*where, timeout=TIMEOUT_S)
    context = ssl.create_default_context()
    kind = MailBox if account.security is Security.SSL else MailBoxStartTls
    return kind(*where, timeout=TIMEOUT_S, ssl_context=context)


def log_in(box: BaseMailBox, user: str, password: str) -> None:
    """Log in; raises MailboxLoginError where the server says no, or one of `BROKEN`."""
    plain = user.isascii() and password.isascii()
    try:
        if plain:
            box.login(user, password, initial_folder=None)
        else:
            box.login_utf8(user, password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:  # how imaplib's own way of logging in says no
        raise MailboxLoginError(("NO", [str(error).encode()]), "OK") from error


def why(error: Exception) -> str:
    """What went wrong, in one line, in the server's words where it said any."""
    result = getattr(error, "command_result", None)
    if result:
        said = result[1][0] if isinstance(result[1], list) and result[1] else result[1]
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    else:
        text = getattr(error, "strerror", None) or str(error)
    return clean_line(text)[:200] or type(error).__name__

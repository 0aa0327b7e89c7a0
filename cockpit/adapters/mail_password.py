"""The mailbox's password: from a variable, a command or the keyring; never an argument, never kept, never said."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import field

from cockpit.application.mailbox import Account, MailboxRefused, PasswordFrom
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import say

_COMMAND_S = 60.0
"""How long the command may take, in seconds: somebody may have to unlock a vault."""


@frozen
class Password:
    """The password of ``account``, looked up where ``source`` says whenever it is called; raises MailboxRefused."""

    account: Account
    env: Mapping[str, str] = field(repr=False)
    source: PasswordFrom

    def __call__(self) -> str:
        """The password."""
        found = self._found().rstrip("\r\n")
        if not found:
            raise MailboxRefused(say("the password is empty"))
        if any(char in found for char in "\r\n\0"):
            raise MailboxRefused(say("the password has more than one line"))
        return found

    def _found(self) -> str:
        name = self.source.variable
        if name is not None:
            if name not in self.env:
                raise MailboxRefused(
                    say("there is no variable %(name)s: --password-env names the one it is in", name=name)
                )
            return self.env[name]
        if self.source.command is not None:
            return self._said(self.source.command)
        return self._kept()

    def _said(self, command: str) -> str:
        """The first line that the command prints. What it says beside it goes to the user, who may have to answer."""
        try:
            words = shlex.split(command, posix=os.name != "nt")
            done = subprocess.run(words, stdout=subprocess.PIPE, timeout=_COMMAND_S, check=True)
            return done.stdout.decode().split("\n", 1)[0]
        except subprocess.CalledProcessError as error:
            why = say("it ended with %(code)d", code=error.returncode)
        except subprocess.TimeoutExpired:
            why = say("it took longer than %(seconds)d s", seconds=_COMMAND_S)
        except UnicodeDecodeError:
            why = say("it printed no text")
        except (OSError, ValueError, IndexError) as error:
            why = say("it can't be run: %(why)s", why=getattr(error, "strerror", None) or error)
        # `from None`: what a command printed is no part of any report.
        raise MailboxRefused(say("--password-command: %(why)s", why=why)) from None

    def _kept(self) -> str:
        service, user = f"imap://{self.account.host.lower()}", self.account.user
        ways = say("give --password-env or --password-command")
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            raise MailboxRefused(say("where is the password? %(ways)s", ways=ways)) from None
        try:
            found = keyring.get_password(service, user)
        except KeyringError as error:
            raise MailboxRefused(
                say("the keyring: %(why)s; %(ways)s", why=str(error).rstrip("."), ways=ways)
            ) from error
        if not found:
            raise MailboxRefused(
                say(
                    "the keyring has no password for it: `keyring set %(service)s %(user)s`, or %(ways)s",
                    service=service,
                    user=user,
                    ways=ways,
                )
            )
        return found

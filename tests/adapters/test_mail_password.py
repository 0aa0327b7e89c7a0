"""The mailbox's password: where it is looked for, and that no message holds it."""

from __future__ import annotations

import shlex
import sys

import keyring
import pytest
from keyring.backend import KeyringBackend

from cockpit.adapters.mail_password import Password
from cockpit.application.mailbox import Account, MailboxRefused, PasswordFrom

ACCOUNT = Account("Mail.example.com", "support")
SECRET = "s3cret-word"


def command(code: str) -> PasswordFrom:
    return PasswordFrom(command=shlex.join([sys.executable, "-c", code]))


def found(source: PasswordFrom, **env: str) -> str:
    return Password(ACCOUNT, env, source)()


def refused(source: PasswordFrom, **env: str) -> str:
    with pytest.raises(MailboxRefused) as why:
        found(source, **env)
    assert SECRET not in str(why.value)
    assert why.value.__cause__ is None
    return str(why.value)


def test_from_a_variable() -> None:
    assert found(PasswordFrom("MAIL_PASSWORD"), MAIL_PASSWORD=f"{SECRET}\n") == SECRET
    assert "no variable MAIL_PASSWORD" in refused(PasswordFrom("MAIL_PASSWORD"), OTHER=SECRET)


def test_from_a_command_the_first_line() -> None:
    assert found(command(f"print({SECRET!r}); print('user: support')")) == SECRET


def test_a_command_that_fails() -> None:
    assert "it ended with 3" in refused(command(f"print({SECRET!r}); raise SystemExit(3)"))
    assert "can't be run" in refused(PasswordFrom(command="/nowhere/at/all --show"))
    assert "can't be run" in refused(PasswordFrom(command="'unclosed"))
    assert "can't be run" in refused(PasswordFrom(command=""))
    assert "printed no text" in refused(command(r"import sys; sys.stdout.buffer.write(b'\xff\xfe')"))


def test_a_command_is_no_shell() -> None:
    assert found(PasswordFrom(command="echo $HOME; echo `id`")) == "$HOME; echo `id`"


@pytest.mark.parametrize("value", ["", "\n", f"{SECRET}\nA1 LOGOUT", f"{SECRET}\0"])
def test_what_is_no_password(value: str) -> None:
    assert refused(PasswordFrom("P"), P=value).startswith("the password ")


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        return SECRET if (service, username) == ("imap://mail.example.com", "support") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


def test_else_from_the_keyring() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(Ring())
    try:
        assert found(PasswordFrom()) == SECRET
        with pytest.raises(MailboxRefused, match="keyring set imap://elsewhere support"):
            Password(Account("elsewhere", "support"), {}, PasswordFrom())()
    finally:
        keyring.set_keyring(before)


def test_it_is_in_no_representation() -> None:
    password = Password(ACCOUNT, {"P": SECRET}, PasswordFrom("P"))
    assert SECRET not in repr(password)

"""``cockpit intake imap``, whole: against a real server, followed until it is interrupted, and what it refuses."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from dovecot import INSTALL, PASSWORD, USER, Dovecot, free_port, program
from mails import head, plain
from support import FixedClock, hears_interrupts

Run = Callable[..., Result]
needs_server = pytest.mark.skipif(program() is None, reason=INSTALL)


@pytest.fixture
def server() -> Iterator[Dovecot]:
    server = Dovecot()
    server.start()
    yield server
    server.close()


@pytest.fixture
def incident(run: Run, environment: dict[str, str]) -> str:
    environment["MAIL_PASSWORD"] = PASSWORD
    return run("new", "Late", "--no-ui").stdout.strip()


def options(server: Dovecot, *more: str) -> list[str]:
    where = ["--host", "127.0.0.1", "--port", str(server.port), "--user", USER, "--plain"]
    return ["intake", "imap", *where, "--password-env", "MAIL_PASSWORD", *more]


@needs_server
class TestOnce:
    def test_what_is_there_is_logged(self, run: Run, ask: Callable[..., Any], server: Dovecot, incident: str) -> None:
        server.deliver(plain(1), plain(2))
        done = run(*options(server, "--once"))
        assert done.exit_code == 0, done.stderr
        assert len(done.stdout.split()) == 2
        assert done.stderr == "2 new, 0 known already, 0 refused\n"
        assert ask("status", "--format", "json")["reports"]["customers"] == 2

    def test_refused_mails_are_named_and_the_answer_is_no(self, run: Run, server: Dovecot, incident: str) -> None:
        server.deliver(plain(1), b"Subject: \x1b]0;x\x07\r\n\r\nno sender\r\n", head(3, Subject="") + b"\r\n")
        done = run(*options(server, "--once"))
        assert done.exit_code == 1
        assert done.stderr.splitlines() == [
            "mail 2: it doesn't say who it is from",
            "mail 3: it holds no text (text/plain)",
            "1 new, 0 known already, 2 refused",
        ]

    def test_premium_customers_are_those_of_the_configuration(
        self, run: Run, server: Dovecot, incident: str, tmp_path: Path, environment: dict[str, str]
    ) -> None:
        config = tmp_path / "config.toml"
        config.write_text('[[premium]]\nname = "Acme"\ncontact = "kim@customer1.example"\n')
        environment["COCKPIT_CONFIG"] = str(config)
        server.deliver(plain(1), plain(2))
        run(*options(server, "--once"))
        with closing(sqlite3.connect(environment["COCKPIT_DB"])) as connection:
            rows = connection.execute("SELECT customer, premium, via FROM reports ORDER BY rowid").fetchall()
        assert rows == [("Acme", 1, "email"), ("Person 2", 0, "email")]

    def test_the_password_is_nowhere_in_the_database(
        self, run: Run, server: Dovecot, incident: str, database: Path
    ) -> None:
        server.deliver(plain(1))
        run(*options(server, "--once"))
        files = [path.read_bytes() for path in database.parent.glob("cockpit.db*")]
        assert files
        assert not [data for data in files if PASSWORD.encode() in data]

    def test_a_wrong_password_is_one_line(
        self, run: Run, server: Dovecot, incident: str, environment: dict[str, str]
    ) -> None:
        environment["MAIL_PASSWORD"] = "hunter2-and-more"
        done = run(*options(server, "--once"))
        assert done.exit_code == 2
        assert done.stderr.startswith(f"cockpit: 127.0.0.1:{server.port} refuses support: ")
        assert done.stderr.count("\n") == 1
        assert "hunter2" not in done.stderr


@needs_server
@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="needs openssl to make a certificate: apt-get install openssl"
)
@pytest.mark.parametrize("security", ["--ssl", "--starttls"])
def test_encrypted(run: Run, incident: str, monkeypatch: pytest.MonkeyPatch, security: str, clock: FixedClock) -> None:
    server = Dovecot(tls_port=free_port())
    try:
        server.start()
        server.deliver(plain(1))
        port = server.tls_port if security == "--ssl" else server.port
        command = ["intake", "imap", "--host", "localhost", "--port", str(port), "--user", USER, security, "--once"]
        command += ["--password-command", f"echo {PASSWORD}"]
        unknown = run(*command)
        assert unknown.exit_code == 2
        assert "can't prove who it is" in unknown.stderr
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        done = run(*command)
        assert (done.exit_code, done.stderr) == (0, "1 new, 0 known already, 0 refused\n")
    finally:
        server.close()


@needs_server
def test_followed_until_it_is_interrupted(
    run: Run, server: Dovecot, incident: str, environment: dict[str, str], tmp_path: Path
) -> None:
    """A process of its own: mail comes while it waits, the server goes and comes back, Ctrl-C ends it."""
    env = environment | {"PATH": os.environ["PATH"], "XDG_CONFIG_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    said = tmp_path / "said"
    with said.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "cockpit", *options(server)],
            env=env,
            stdout=subprocess.PIPE,
            stderr=errors,
            preexec_fn=hears_interrupts,
        )
    assert process.stdout is not None
    try:
        server.deliver(plain(1))
        assert process.stdout.readline()
        server.deliver(plain(2))
        assert process.stdout.readline()
        server.stop()
        server.deliver(plain(3))
        server.start()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stdout.read() == b""
    finally:
        process.kill()
        process.stdout.close()
    lines = said.read_text().strip().splitlines()
    assert lines[-1] == "3 new, 0 known already, 0 refused"
    assert all(line.startswith("no connection to 127.0.0.1:") for line in lines[:-1])


class TestRefused:
    def refusal(self, run: Run, *more: str) -> str:
        done = run("intake", "imap", "--host", "mail.example.com", "--user", "support", *more)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        return done.stderr

    def test_no_encryption_to_elsewhere(self, run: Run, incident: str) -> None:
        said = self.refusal(run, "--plain", "--once", "--password-env", "MAIL_PASSWORD")
        assert "for this machine alone" in said

    def test_two_passwords(self, run: Run, incident: str) -> None:
        assert "not both" in self.refusal(run, "--password-env", "A", "--password-command", "b")

    def test_a_variable_that_is_not_there(self, run: Run, incident: str) -> None:
        assert "no variable NOWHERE" in self.refusal(run, "--password-env", "NOWHERE")

    def test_a_name_that_could_be_a_command(self, run: Run, incident: str) -> None:
        assert "--folder is not a name" in self.refusal(run, "--folder", "INBOX\r\nA1 LOGOUT")

    def test_no_incident(self, run: Run, environment: dict[str, str]) -> None:
        done = run("intake", "imap", "--host", "h", "--user", "u")
        assert done.exit_code == 1
        assert "no open incident" in done.stderr

    @pytest.mark.parametrize("missing", ["imap_tools", "inscriptis", "lxml"])
    def test_a_missing_library(self, run: Run, incident: str, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
        for name in [name for name in sys.modules if name.startswith(("cockpit.adapters.mail", missing))]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, missing, None)
        said = self.refusal(run, "--password-env", "MAIL_PASSWORD")
        assert f"{missing} is missing: pip install 'liaison-cockpit[imap]'" in said

    def test_no_source(self, run: Run) -> None:
        done = run("intake")
        assert done.exit_code == 2
        assert done.stderr == "cockpit intake: Missing command (see cockpit intake --help)\n"

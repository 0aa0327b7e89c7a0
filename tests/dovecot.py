"""A real IMAP server for the tests: Dovecot, run unprivileged on loopback, with one user and Maildir folders."""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

USER = "support"
PASSWORD = "correct-horse"
INSTALL = "needs Dovecot 2.3: apt-get install dovecot-imapd"
_FOLDERS = ("/usr/lib/dovecot", "/usr/libexec/dovecot")
_ENOUGH_S = 20.0
_CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
ssl = {ssl}
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{home}/mail
mailbox_list_index = no
maildir_stat_dirs = yes
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/user
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
{more}
"""


@cache
def program() -> str | None:
    """Where the server is, if it is installed, in the version whose configuration is written here."""
    found = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if found is None or not any(Path(folder, "imap").exists() for folder in _FOLDERS):
        return None
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    return found if version.startswith("2.3.") else None


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Dovecot:
    """A server that can be stopped and started; it runs as whoever runs the tests, or as nobody where that is root."""

    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dovecot-")))
    port: int = field(default_factory=free_port)
    tls_port: int = 0
    certificate: Path | None = None
    more: str = ""
    """Of the configuration."""
    delivered: int = 0
    running: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self._who = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        for name in ("mail/new", "mail/cur", "mail/tmp", "user", "run", "state"):
            (self.home / name).mkdir(parents=True)
        if self.tls_port:
            self._certify()
        self._own()

    def _certify(self) -> None:
        self.certificate = self.home / "cert.pem"
        subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        files = ["-keyout", str(self.home / "key.pem"), "-out", str(self.certificate)]
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files]
        subprocess.run(command, check=True, capture_output=True)

    def _own(self) -> None:
        if os.geteuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, self._who.pw_uid, self._who.pw_gid)

    def start(self) -> None:
        """Start and wait until it answers."""
        command = program()
        assert command is not None
        config = self.home / "dovecot.conf"
        tls = f"yes\nssl_cert = <{self.home}/cert.pem\nssl_key = <{self.home}/key.pem" if self.tls_port else "no"
        config.write_text(
            _CONFIG.format(
                home=self.home,
                user=self._who.pw_name,
                group=grp.getgrgid(self._who.pw_gid).gr_name,
                uid=self._who.pw_uid,
                gid=self._who.pw_gid,
                password=PASSWORD,
                port=self.port,
                tls_port=self.tls_port,
                ssl=tls,
                more=self.more,
            )
        )
        self._own()
        root = os.geteuid() == 0
        self.running = subprocess.Popen(
            [command, "-F", "-c", str(config)],
            user=self._who.pw_uid if root else None,
            group=self._who.pw_gid if root else None,
            extra_groups=[] if root else None,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _ENOUGH_S
        while True:
            try:
                with imaplib.IMAP4("127.0.0.1", self.port, timeout=5) as client:
                    client.login(USER, PASSWORD)
                return
            except (OSError, imaplib.IMAP4.error):
                if time.monotonic() > until or self.running.poll() is not None:
                    raise AssertionError(self.log()) from None
                time.sleep(0.05)  # nothing tells when it is ready but an answer

    def stop(self) -> None:
        """Stop it, and every connection to it."""
        if self.running is not None:
            # The whole group: a process that serves a busy connection outlives the master.
            os.killpg(self.running.pid, signal.SIGTERM)
            self.running.wait(_ENOUGH_S)
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)  # who hasn't gone by now must not write any more
            self.running = None

    def close(self) -> None:
        """Stop it and leave nothing of it."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def log(self) -> str:
        """What the server wrote down."""
        with suppress(FileNotFoundError):
            return (self.home / "dovecot.log").read_text()
        return "Dovecot did not start"

    def deliver(self, *mails: bytes, at: float | None = None) -> None:
        """Put mails into the INBOX, as a mail server does; ``at`` is when they arrived (seconds since 1970)."""
        for mail in mails:
            self.delivered += 1
            name = f"{int(time.time())}.M{self.delivered:06d}P{os.getpid()}.localhost"
            path = self.home / "mail/tmp" / name
            path.write_bytes(mail)
            if at is not None:
                os.utime(path, (at, at))
            if os.geteuid() == 0:
                os.chown(path, self._who.pw_uid, self._who.pw_gid)
            path.rename(self.home / "mail/new" / name)

    def number_anew(self, validity: int) -> None:
        """Lose the index, as after a restored backup: UIDs begin again, under a later UIDVALIDITY. Stopped only."""
        assert self.running is None
        for path in (self.home / "mail").glob("dovecot*"):
            path.unlink()
        (self.home / "mail/dovecot-uidlist").write_text(f"3 V{validity} N1 G{validity:032x}\n")
        self._own()

"""A customer liaison at the installed command: what they press and read, step by step, on a machine of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from terminal_driver import Terminal

COMMAND = Path(sys.executable).with_name("cockpit")
"""The command as it was installed beside this Python."""


@dataclass
class Machine:
    """A user's machine: a home folder with nothing in it, one database, no desktop; and the command run on it."""

    home: Path
    zone: str = "UTC"
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.home / "incidents.db"

    @property
    def templates(self) -> Path:
        """Where the user's own templates are looked for."""
        return self.home / "config" / "liaison-cockpit" / "templates"

    @property
    def env(self) -> dict[str, str]:
        folders = {f"XDG_{name.upper()}_HOME": str(self.home / name) for name in ("config", "data", "state", "cache")}
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            **folders,
            "COCKPIT_DB": str(self.database),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": self.zone,
            **self.more,
        }

    def sit_down(self, *arguments: str, cols: int = 120, rows: int = 36) -> Terminal:
        """Start the command on a terminal."""
        return Terminal((str(COMMAND), *arguments), self.env, cols, rows, self.home)

    def run(self, *arguments: str, exit_code: int = 0, said: str = "") -> str:
        """Run a command as in a shell; what it printed."""
        done = subprocess.run(
            (COMMAND, *arguments), env=self.env, cwd=self.home, capture_output=True, text=True, input=said, timeout=60
        )
        assert done.returncode == exit_code, done.stderr
        return done.stdout

    def complains(self, *arguments: str) -> str:
        """Run a command that is to exit with 2 and one line on standard error; that line."""
        done = subprocess.run(
            (COMMAND, *arguments), env=self.env, cwd=self.home, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 2, (done.returncode, done.stderr)
        (line,) = done.stderr.splitlines()
        return line

    def asked(self, *arguments: str) -> Any:
        """What a command answers in JSON."""
        return json.loads(self.run(*arguments, "--format", "json"))

    def draft(self, lang: str = "en") -> str:
        """The draft as it stands on disk."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            row = connection.execute(
                "select text from drafts where lang = ? and channel = 'status'", (lang,)
            ).fetchone()
        return row[0] if row else ""

    def unfinished(self, form: str) -> dict[str, str]:
        """What is typed into a form and not recorded, as it stands on disk, by field."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            row = connection.execute("select said from unfinished where form = ?", (form,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def report(self) -> tuple[str, ...]:
        """The last report on disk: customer, channel, region, component, and the UTC minute since when."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            columns = "customer, via, region, component, substr(since, 12, 5)"
            row = connection.execute(f"select {columns} from reports order by rowid desc").fetchone()
        return tuple(row)


@dataclass
class Liaison:
    """Whoever sits at the cockpit. ``word`` is how the screen says an English text in the user's language."""

    at: Terminal
    word: Callable[[str], str] = str

    def sees(self, *texts: str) -> None:
        """Wait for texts of the screen's own, given in English."""
        self.at.wait_for(*map(self.word, texts))

    def opens(self, key: str, title: str) -> None:
        """Press the key of a dialog and wait until it is there."""
        self.at.press(key)
        self.sees(title)

    def leaves(self, title: str) -> None:
        """Leave a dialog."""
        self.at.press("esc")
        self.at.wait_gone(self.word(title))

    def opens_incident(self, title: str, ic: str) -> None:
        """From the start screen: a new one, of severity 1."""
        self.at.press("n")
        self.sees("Call started")
        self.at.type(title)
        self.at.press("tab", "1", "tab")
        self.at.type(ic)
        self.at.press("enter")
        self.at.wait_for("T+00:0", title, ic)

    def goes_public(self) -> None:
        """The checklist: seen from outside; the IC decides to post. The template of the first message is chosen."""
        self.opens("ctrl+g", "Seen from outside?")
        self.at.press("tab", "2", "enter")
        self.takes_template()

    def takes_template(self, words: str = "") -> None:
        """In the list of templates: the one that is suggested, or the first with these words in its title."""
        self.sees("type to find")
        self.at.type(words)
        if words:
            self.at.wait_for(words)
        self.at.press("enter")
        self.at.wait_gone(self.word("type to find"))

    def sees_step(self, name: str) -> None:
        """Wait until the message is that far on its way."""
        self.at.wait_for(f"[{self.word(name)}]")

    def asks(self) -> None:
        """Show the IC the text in the editor, alone."""
        self.at.press("f3")
        self.at.wait_until(
            lambda: self._any("Which texts does the IC see?") or self._step("asked"), "the IC to be asked"
        )
        if not self._step("asked"):
            self.at.press("2")
        self.sees_step("asked")

    def is_approved(self) -> None:
        """The IC approves by voice."""
        self.opens("f3", "approved by voice")
        self.at.press("v")
        self.sees_step("approved")

    def copies(self, copied: Callable[[], str] | None = None) -> str:
        """Copy the approved text out; what arrived at the terminal, or wherever ``copied`` looks."""
        self.at.press("ctrl+o")
        self.sees_step("copied")
        return copied() if copied else self.at.clipboard[-1]

    def posted(self) -> None:
        """Record that it went out just now."""
        self.opens("f5", "Where")
        self.at.press("enter")
        self.sees_step("posted")
        self.at.wait_gone(self.word("Where"))

    def publishes(self, copied: Callable[[], str] | None = None) -> str:
        """The whole way of the text in the editor: asked, approved, copied, posted; the text that was copied."""
        self.asks()
        self.is_approved()
        text = self.copies(copied)
        self.posted()
        return text

    def moves(self, letter: str, title: str, reason: str) -> None:
        """Change the phase by F2 and its letter, now; the matching template is offered next."""
        self.opens("f2", "Incident commander")
        self.at.press(letter)
        self.sees(title)
        self.at.type(reason)
        self.at.press("enter")

    def logs(self, line: str) -> None:
        """Log a report in one line."""
        self.at.press("ctrl+l")
        self.at.type(line)
        self.at.press("enter")

    def leaves_the_cockpit(self) -> int:
        """Ctrl+Q; the exit status."""
        self.at.press("ctrl+q")
        return self.at.wait_end()

    def _any(self, text: str) -> bool:
        return any(self.word(text) in row for row in self.at.rows)

    def _step(self, name: str) -> bool:
        return any(f"[{self.word(name)}]" in row for row in self.at.rows)

"""Notices that a database changed, whoever wrote: three microseconds a look."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cockpit.adapters.connection import connect
from cockpit.application.ports import StoreProblem
from cockpit.i18n import _


class DataVersion:
    """Watches one file through a connection of its own, which never writes: so every write is another's.

    Raises StoreProblem where the file can't be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._connection = connect(path)
        except sqlite3.Error as error:
            raise self._problem(error) from error
        self._seen = self._version()

    def changed(self) -> bool:
        """Whether anything was written since the last time this was asked."""
        version = self._version()
        changed, self._seen = version != self._seen, version
        return changed

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _version(self) -> int:
        try:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            raise self._problem(error) from error

    def _problem(self, error: sqlite3.Error) -> StoreProblem:
        return StoreProblem(_("%(path)s: can't be watched (%(why)s)", path=self._path, why=error))

"""Notices that a database changed, whoever wrote: three microseconds a look."""

from __future__ import annotations

from pathlib import Path

from cockpit.adapters.connection import connect


class DataVersion:
    """Watches one file through a connection of its own, which never writes: so every write is another's."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path)
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
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

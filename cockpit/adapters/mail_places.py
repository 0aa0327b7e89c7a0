"""How far each mailbox was read, and whose mails were logged, in the same database over a connection of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from cockpit.adapters.connection import open_database
from cockpit.adapters.records import SqliteRecords
from cockpit.application.mailbox import Place
from cockpit.application.ports import StoreProblem
from cockpit.i18n import _

_OF_SOURCE = "source = ? AND external_id <> '' AND customer <> ''"
"""As the index of what is logged once has it."""


class MailPlaces(SqliteRecords):
    """The port Places on the database at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(open_database(path))
        self._path = path

    def place(self, source: str) -> Place | None:
        """How far that mailbox was read; None: never."""
        rows = self._rows("SELECT validity, last_uid FROM intake WHERE source = ?", [source])
        return Place(rows[0]["validity"], rows[0]["last_uid"]) if rows else None

    def keep(self, source: str, place: Place) -> None:
        """Keep how far it was read."""
        with self._lock:
            try:
                self._connection.execute(
                    """
                    INSERT INTO intake (source, validity, last_uid) VALUES (?, ?, ?)
                    ON CONFLICT (source) DO UPDATE SET validity = excluded.validity, last_uid = excluded.last_uid""",
                    [source, place.validity, place.last_uid],
                )
            except sqlite3.Error as error:
                raise StoreProblem(
                    _("%(path)s: nothing was recorded (%(why)s); try again", path=self._path, why=error)
                ) from error

    def logged_under(
        self, source: str, message_ids: Sequence[str], addresses: Sequence[str]
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The customers under which mails of that source were logged: by Message-ID, and the latest by address."""
        by_id = self._rows(
            f"""
            SELECT external_id, customer FROM reports
            WHERE {_OF_SOURCE} AND external_id IN (SELECT value FROM json_each(?))""",
            [source, json.dumps(list(message_ids))],
        )
        by_address = self._rows(
            f"""
            SELECT contact, customer FROM reports
            WHERE {_OF_SOURCE} AND contact IN (SELECT value FROM json_each(?)) ORDER BY received_at""",
            [source, json.dumps(list(addresses))],
        )
        return (
            {row["external_id"]: row["customer"] for row in by_id},
            {row["contact"]: row["customer"] for row in by_address},
        )

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

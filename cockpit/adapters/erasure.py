"""Erasing customers' data: out of the tables that hold it, while the journal, which holds ids only, stays whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from cockpit.adapters.times import to_column
from cockpit.domain.reports import customer_key

_OF_CLOSED = "incident IN (SELECT id FROM incidents WHERE phase = 'closed')"


def purge(connection: sqlite3.Connection, before: datetime) -> int:
    """Delete the reports of closed incidents that came in before then, and what the IC was told of them.

    What was typed into forms of closed incidents and never recorded goes too, whenever it was.

    Returns how many reports are gone.
    """
    at = to_column(before)
    rows = connection.execute(f"SELECT id FROM reports WHERE received_at < ? AND {_OF_CLOSED}", [at]).fetchall()
    ids = [row["id"] for row in rows]
    _forget_relays(connection, ids)
    _forget_unfinished(connection)
    connection.execute("DELETE FROM reports WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(ids)])
    rows = connection.execute(
        f"SELECT id FROM addressees WHERE {_OF_CLOSED} AND incident IN (SELECT id FROM incidents WHERE touched_at < ?)",
        [at],
    ).fetchall()
    _forget_addressees(connection, [row["id"] for row in rows])
    return len(ids)


def forget(connection: sqlite3.Connection, customer: str) -> int:
    """Blank the reports of one customer, in every incident; they still count, as one customer's, without a name.

    What was typed into forms of closed incidents and never recorded goes too, whoever it names.

    Returns how many reports were blanked.
    """
    _forget_unfinished(connection)
    key = customer_key(customer)
    rows = connection.execute("SELECT id FROM reports WHERE customer_key = ? ORDER BY received_at", [key]).fetchall()
    ids = [row["id"] for row in rows]
    written_to = connection.execute("SELECT id FROM addressees WHERE customer_key = ?", [key]).fetchall()
    _forget_addressees(connection, [row["id"] for row in written_to])
    if not ids:
        return 0
    _forget_relays(connection, ids)
    chosen = "WHERE id IN (SELECT value FROM json_each(?))"
    connection.execute(
        f"""
        UPDATE reports SET customer = '', customer_key = ?, text = '', contact = '', search_text = '', symptom = '',
               source = '', external_id = '' {chosen}""",
        [f"erased {ids[0]}", json.dumps(ids)],
    )
    connection.execute(
        "DELETE FROM report_versions WHERE report IN (SELECT value FROM json_each(?))", [json.dumps(ids)]
    )
    return len(ids)


def _forget_addressees(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Who was written to individually, and all that was written to them; the journal goes on calling them by id."""
    for addressee in ids:
        connection.execute("DELETE FROM notices WHERE addressee = ?", [addressee])
        connection.execute("DELETE FROM drafts WHERE audience = ?", [addressee])
        connection.execute(
            "UPDATE addressees SET customer = '', customer_key = ? WHERE id = ?", [f"erased {addressee}", addressee]
        )


def scrub(connection: sqlite3.Connection) -> None:
    """Leave no copy of what was erased in the file or in its write-ahead log; outside a transaction."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _forget_unfinished(connection: sqlite3.Connection) -> None:
    """Words of customers' may be in it, and nobody will record it."""
    connection.execute(f"DELETE FROM unfinished WHERE {_OF_CLOSED}")


def _forget_relays(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """The words of every relay that these reports were part of: they quote names and words."""
    connection.execute(
        """
        UPDATE relays SET text = '' WHERE id IN
            (SELECT relay FROM reports WHERE relay IS NOT NULL AND id IN (SELECT value FROM json_each(?)))""",
        [json.dumps(list(ids))],
    )

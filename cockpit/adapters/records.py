"""Reading the database: plain sqlite3, so that the first paint waits for nothing heavy."""

from __future__ import annotations

import json
import sqlite3
import threading
import unicodedata
from collections.abc import Sequence

from cockpit.adapters.times import from_column, optional_time
from cockpit.application.ports import Draft, Listed, ReportCounts, StoreProblem
from cockpit.domain.codec import BadPayload, from_payload
from cockpit.domain.events import Event
from cockpit.domain.reports import Report, Via
from cockpit.domain.words import Channel, Lang, Phase, Stage


def searchable(text: str) -> str:
    """Text as it is searched: width and case don't matter (NFKC, case-folded)."""
    return unicodedata.normalize("NFKC", text).casefold()


class SqliteRecords:
    """What can be read of one database; safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.RLock()

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        with self._lock:
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                raise StoreProblem(f"the database can't be read: {error}") from error

    def incidents(self) -> Sequence[Listed]:
        """All incidents, the one last touched first."""
        return [
            Listed(
                id=row["id"],
                title=row["title"],
                severity=row["severity"],
                phase=Phase(row["phase"]),
                opened_at=from_column(row["opened_at"]),
                touched_at=from_column(row["touched_at"]),
            )
            for row in self._rows("SELECT * FROM incidents ORDER BY touched_at DESC, id DESC")
        ]

    def events(self, incident: str) -> Sequence[Event]:
        """The journal of ``incident``, oldest first."""
        return [_event(row) for row in self._rows("SELECT * FROM events WHERE incident = ? ORDER BY seq", [incident])]

    def drafts(self, incident: str) -> Sequence[Draft]:
        """The drafts of ``incident``, the one last saved first."""
        rows = self._rows("SELECT * FROM drafts WHERE incident = ? ORDER BY saved_at DESC, rowid DESC", [incident])
        return [
            Draft(
                lang=Lang(row["lang"]),
                channel=Channel(row["channel"]),
                stage=Stage(row["stage"]),
                text=row["text"],
                saved_at=from_column(row["saved_at"]),
                target=Phase(row["target"]) if row["target"] else None,
            )
            for row in rows
        ]

    def counts(self, incident: str) -> ReportCounts:
        """How many reports ``incident`` has."""
        row = self._rows(
            """
            SELECT (SELECT count(*) FROM reports WHERE incident = ?) AS total,
                   (SELECT count(DISTINCT customer_key) FROM reports WHERE incident = ?) AS customers,
                   (SELECT count(*) FROM reports WHERE incident = ? AND relayed_at IS NULL) AS not_relayed,
                   (SELECT count(*) FROM reports WHERE incident = ? AND replied_at IS NULL) AS unanswered,
                   (SELECT min(received_at) FROM reports WHERE incident = ? AND relayed_at IS NULL) AS oldest
            """,
            [incident] * 5,
        )[0]
        return ReportCounts(
            row["total"], row["customers"], row["not_relayed"], row["unanswered"], optional_time(row["oldest"])
        )

    def reports(
        self,
        incident: str,
        *,
        search: str = "",
        not_relayed: bool = False,
        unanswered: bool = False,
        ids: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Report]:
        """Reports of ``incident``, newest first."""
        where, parameters = ["incident = ?"], [incident]
        for word in searchable(search).split():
            where.append(r"search_text LIKE ? ESCAPE '\'")
            escaped = word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
            parameters.append(f"%{escaped}%")
        if not_relayed:
            where.append("relayed_at IS NULL")
        if unanswered:
            where.append("replied_at IS NULL")
        if ids is not None:
            where.append("id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(list(ids)))
        sql = f"SELECT * FROM reports WHERE {' AND '.join(where)} ORDER BY received_at DESC, id DESC LIMIT ? OFFSET ?"
        return [_report(row) for row in self._rows(sql, [*parameters, -1 if limit is None else limit, offset])]

    def customers(self, incident: str) -> Sequence[str]:
        """The names that reports were logged under, the most frequent first."""
        sql = """
            SELECT customer FROM reports WHERE incident = ? AND customer <> ''
            GROUP BY customer_key ORDER BY count(*) DESC"""
        return [row["customer"] for row in self._rows(sql, [incident])]


def _event(row: sqlite3.Row) -> Event:
    try:
        what = from_payload(row["kind"], json.loads(row["payload"]))
    except BadPayload as error:
        raise StoreProblem(f"entry {row['seq']} of the journal can't be read ({error})") from error
    return Event(row["id"], row["incident"], from_column(row["recorded_at"]), row["actor"], what)


def _report(row: sqlite3.Row) -> Report:
    return Report(
        id=row["id"],
        incident=row["incident"],
        text=row["text"],
        customer=row["customer"],
        via=Via(row["via"]),
        component=row["component"],
        region=row["region"],
        since=optional_time(row["since"]),
        contact=row["contact"],
        premium=bool(row["premium"]),
        received_at=from_column(row["received_at"]),
        relayed_at=optional_time(row["relayed_at"]),
        replied_at=optional_time(row["replied_at"]),
    )

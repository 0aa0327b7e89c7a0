"""Writing to the database through sqlite-utils: one transaction a use case, and no write that fails in silence."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.adapters import erasure
from cockpit.adapters.connection import connect, open_database
from cockpit.adapters.records import SqliteRecords
from cockpit.adapters.times import optional_column, to_column
from cockpit.application.ports import Draft, Relay, StoreProblem, Transaction
from cockpit.domain import events as e
from cockpit.domain.codec import kind_of, to_payload
from cockpit.domain.ids import new_id
from cockpit.domain.reports import NewReport, customer_key, folded
from cockpit.domain.words import Phase
from cockpit.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

_SEARCHED = ("customer", "text", "component", "region")
_BATCH = 500
"""Rows a bulk insert sends at a time."""


class SqliteStore(SqliteRecords):
    """The store of one file. ``path`` is created or migrated; raises StoreProblem where that can't be.

    It reads by another connection than it writes by: while a write waits for another process, the screen goes on.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(open_database(path))
        self._reading = _reader(path)
        self._writing = threading.RLock()
        self.path = path

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A write transaction, begun at once; all of it is on disk when the block ends, or none of it."""
        with self._writing:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                transaction = SqliteTransaction(self._connection, self._journals)
                yield transaction
                self._connection.execute("COMMIT")
                self._journals = transaction._journals
            except (sqlite3.Error, UnicodeEncodeError) as error:
                raise StoreProblem(
                    _("%(path)s: nothing was recorded (%(why)s); try again", path=self.path, why=error)
                ) from error
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def scrub(self) -> None:
        """Leave no copy of what was erased in the file."""
        with self._writing, self._lock:
            try:
                erasure.scrub(self._connection)
            except sqlite3.Error as error:
                left = _("%(path)s: copies of what was erased may be left (%(why)s)", path=self.path, why=error)
                raise StoreProblem(left) from error

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log back into it."""
        with self._writing, self._lock:
            self._reading.close()
            self._connection.close()


class SqliteTransaction(SqliteRecords):
    """Reads and writes inside an open transaction."""

    @cached_property
    def _db(self) -> Database:
        from sqlite_utils import Database  # a tenth of a second: not before the first write

        return Database(self._connection, execute_plugins=False)

    def append(self, *events: e.Event) -> None:
        """Add to the journal, and keep the list of incidents in step."""
        for event in events:
            if isinstance(event.what, e.Opened):
                self._list(event, event.what)
            self._db.table("events").insert(
                {
                    "id": event.id,
                    "incident": event.incident,
                    "recorded_at": to_column(event.at),
                    "actor": event.actor,
                    "kind": kind_of(event.what),
                    "payload": json.dumps(to_payload(event.what), ensure_ascii=False),
                }
            )
            self._touch(event)

    def _list(self, event: e.Event, what: e.Opened) -> None:
        self._db.table("incidents").insert(
            {
                "id": event.incident,
                "title": what.title,
                "severity": what.severity,
                "phase": Phase.TRIAGE.value,
                "opened_at": to_column(event.at),
                "touched_at": to_column(event.at),
            }
        )

    def _touch(self, event: e.Event) -> None:
        what = event.what
        changes: dict[str, object] = {"touched_at": to_column(event.at)}
        if isinstance(what, e.PhaseChanged | e.PhaseCorrected):
            changes["phase"] = what.phase.value
        if isinstance(what, e.SeverityChanged):
            changes["severity"] = what.severity
        self._db.table("incidents").update(event.incident, changes)

    def add_reports(self, incident: str, reports: Iterable[tuple[str, NewReport, datetime]]) -> list[str]:
        """Log reports; returns the ids of the new ones: the same (source, external id) is logged once."""
        rows = [_row(incident, report_id, report, at) for report_id, report, at in reports]
        before = self._connection.total_changes
        self._db.table("reports").insert_all(rows, batch_size=_BATCH, ignore=True)
        if self._connection.total_changes - before == len(rows):
            return [str(row["id"]) for row in rows]
        ids = json.dumps([row["id"] for row in rows])
        logged = self._rows("SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(?))", [ids])
        return [row["id"] for row in logged]

    def correct_report(self, report: str, changes: Mapping[str, object], at: datetime) -> None:
        """Put a report right, keeping what it said in ``report_versions``."""
        (row,) = self._rows("SELECT * FROM reports WHERE id = ?", [report])
        said = {name: row[name] for name in changes}
        columns = {n: optional_column(v) if isinstance(v, datetime) else v for n, v in changes.items()}
        now = dict(row) | columns
        columns["search_text"] = _search_text(now)
        columns["customer_key"] = customer_key(str(now["customer"]))
        self._db.table("report_versions").insert(
            {"report": report, "until": to_column(at), "said": json.dumps(said, ensure_ascii=False)}
        )
        self._db.table("reports").update(report, columns)

    def mark_relayed(self, reports: Sequence[str], at: datetime, relay: str) -> None:
        """Note that these reports were relayed."""
        self._connection.execute(
            """
            UPDATE reports SET relayed_at = ?, relay = ?
            WHERE relayed_at IS NULL AND id IN (SELECT value FROM json_each(?))""",
            [to_column(at), relay, json.dumps(list(reports))],
        )

    def mark_replied(self, reports: Sequence[str], at: datetime) -> None:
        """Note that these enquiries got their reply."""
        self._connection.execute(
            """
            UPDATE reports SET replied_at = ?
            WHERE replied_at IS NULL AND id IN (SELECT value FROM json_each(?))""",
            [to_column(at), json.dumps(list(reports))],
        )

    def add_relay(self, incident: str, relay: Relay) -> None:
        """Keep the words of a relay, erasable beside the journal."""
        self._db.table("relays").insert(
            {
                "id": relay.id,
                "incident": incident,
                "at": to_column(relay.at),
                "text": relay.text,
                "reports": relay.count,
            }
        )

    def addressee(self, incident: str, customer: str, at: datetime) -> str:
        """The id that the journal calls ``customer``; a new one at first."""
        key = customer_key(customer)
        known = self._rows("SELECT id FROM addressees WHERE incident = ? AND customer_key = ?", [incident, key])
        if known:
            return str(known[0]["id"])
        addressee = new_id(at)
        self._db.table("addressees").insert(
            {"id": addressee, "incident": incident, "customer": customer, "customer_key": key}
        )
        return addressee

    def add_notice(self, message: e.MessageText, text: str, at: datetime) -> None:
        """Keep the words of a message to one customer, erasable beside the journal."""
        self._db.table("notices").insert(
            {"addressee": message.audience, "sha256": message.sha256, "at": to_column(at), "text": text}, ignore=True
        )

    def purge(self, before: datetime) -> int:
        """Delete the reports of closed incidents that came in before then; returns how many."""
        return erasure.purge(self._connection, before)

    def forget(self, customer: str) -> int:
        """Blank the reports of one customer; returns how many."""
        return erasure.forget(self._connection, customer)

    def save_draft(self, incident: str, draft: Draft) -> None:
        """Keep a draft in place of the one of its language, channel and audience."""
        self._db.table("drafts").upsert(
            {
                "incident": incident,
                "lang": draft.lang.value,
                "channel": draft.channel.value,
                "audience": draft.audience,
                "stage": draft.stage.value,
                "target": draft.target.value if draft.target else None,
                "text": draft.text,
                "saved_at": to_column(draft.saved_at),
            },
            pk=("incident", "lang", "channel", "audience"),
        )

    def keep_unfinished(self, incident: str | None, form: str, said: Mapping[str, str], at: datetime) -> None:
        """Keep what is typed into a form in place of what was; where that is nothing, nothing is left."""
        # Plain SQL: the first letter that is typed into a form doesn't wait for a library.
        self._connection.execute("DELETE FROM unfinished WHERE incident IS ? AND form = ?", [incident, form])
        if said:
            row = [incident, form, json.dumps(dict(said), ensure_ascii=False), to_column(at)]
            self._connection.execute("INSERT INTO unfinished (incident, form, said, saved_at) VALUES (?, ?, ?, ?)", row)


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that never writes."""
    connection = connect(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _search_text(row: Mapping[str, object]) -> str:
    return folded(" ".join(str(row[name]) for name in _SEARCHED))


def _row(incident: str, report_id: str, report: NewReport, at: datetime) -> dict[str, object]:
    row: dict[str, object] = {
        "id": report_id,
        "incident": incident,
        "received_at": to_column(report.received_at or at),
        "customer": report.customer,
        "customer_key": customer_key(report.customer),
        "via": report.via.value,
        "text": report.text,
        "component": report.component,
        "region": report.region,
        "since": optional_column(report.since),
        "contact": report.contact,
        "premium": int(report.premium),
        "source": report.source,
        "external_id": report.external_id,
        "symptom": report.symptom,
    }
    return row | {"search_text": _search_text(row)}

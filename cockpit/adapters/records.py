"""Reading the database: plain sqlite3, so that the first paint waits for nothing heavy."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from cockpit.adapters.times import from_column, optional_time
from cockpit.application.ports import Draft, Listed, Relay, ReportCounts, StoreProblem
from cockpit.application.report_index import SearchColumns
from cockpit.domain.codec import BadPayload, from_payload
from cockpit.domain.counting import Heard
from cockpit.domain.events import Event
from cockpit.domain.reports import Report, Via, folded
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.i18n import _

T = TypeVar("T")
Journals = Mapping[str, tuple[int, tuple[Event, ...]]]
"""Of an incident, the number of the last entry that was read, and the entries up to it."""

_NEWEST = "received_at DESC, rowid DESC"
"""The newest first; within one instant by rowid, the order of logging."""


class SqliteRecords:
    """What can be read of one database; safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection, journals: Journals | None = None) -> None:
        """``journals`` are what was read of the journals before, and committed."""
        self._connection = self._reading = connection
        self._lock = threading.RLock()
        self._journals: dict[str, tuple[int, tuple[Event, ...]]] = dict(journals or {})

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        with self._lock:
            try:
                return self._reading.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                raise StoreProblem(_("the database can't be read: %(why)s", why=error)) from error

    def _made(self, make: Callable[[sqlite3.Row], T], sql: str, parameters: Sequence[object] = ()) -> list[T]:
        """The values of a query's rows; another tool may have written one that isn't any."""
        rows = self._rows(sql, parameters)
        try:
            return [make(row) for row in rows]
        except ValueError as error:
            raise StoreProblem(_("the database holds something that can't be read: %(why)s", why=error)) from error

    def incidents(self) -> Sequence[Listed]:
        """All incidents, the one last touched first."""
        return self._made(_listed, "SELECT * FROM incidents ORDER BY touched_at DESC, id DESC")

    def events(self, incident: str, known: int = 0) -> Sequence[Event]:
        """The journal of ``incident`` behind its first ``known`` entries, oldest first.

        What was read once is kept: the journal only grows, and a long one would be read anew inside every write.
        """
        sql = "SELECT * FROM events WHERE incident = ? AND seq > ? ORDER BY seq"
        with self._lock:
            last, read = self._journals.get(incident, (0, ()))
            news = self._made(lambda row: (int(row["seq"]), _event(row)), sql, [incident, last])
            if news:
                read = (*read, *(event for _seq, event in news))
                self._journals[incident] = (news[-1][0], read)
        return list(read[known:])

    def drafts(self, incident: str) -> Sequence[Draft]:
        """The drafts of ``incident``, the one last saved first."""
        return self._made(
            _draft, "SELECT * FROM drafts WHERE incident = ? ORDER BY saved_at DESC, rowid DESC", [incident]
        )

    def counts(self, incident: str) -> ReportCounts:
        """How many reports ``incident`` has."""
        # One walk through the one index that holds all of it.
        row = self._rows(
            """
            SELECT count(*) AS total, count(DISTINCT customer_key) AS customers,
                   count(*) - count(relayed_at) AS not_relayed, count(*) - count(replied_at) AS unanswered,
                   (SELECT min(received_at) FROM reports WHERE incident = ? AND relayed_at IS NULL) AS oldest
            FROM reports INDEXED BY reports_by_customer WHERE incident = ?
            """,
            [incident] * 2,
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
        # Found by id, a few rows need no index of the whole incident ("+" keeps it out).
        where, parameters = ["incident = ?" if ids is None else "+incident = ?"], [incident]
        for word in dict.fromkeys(folded(search).split()):
            where.append("instr(search_text, ?)")  # LIKE gives some characters a meaning, and stops at a NUL
            parameters.append(word)
        if not_relayed:
            where.append("relayed_at IS NULL")
        if unanswered:
            where.append("replied_at IS NULL")
        if ids is not None:
            where.append("id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(list(ids)))
        sql = f"SELECT * FROM reports WHERE {' AND '.join(where)} ORDER BY {_NEWEST}"
        page = [-1 if limit is None else limit, offset]
        return self._made(_report, f"{sql} LIMIT ? OFFSET ?", [*parameters, *page])

    def customers(self, incident: str) -> Sequence[str]:
        """The names that reports were logged under, the most frequent first."""
        sql = """
            SELECT customer FROM reports WHERE incident = ? AND customer <> ''
            GROUP BY customer_key ORDER BY count(*) DESC"""
        return [row["customer"] for row in self._rows(sql, [incident])]

    def components(self, incident: str) -> Sequence[str]:
        """The components that reports name, the most frequent first."""
        return self._named("component", incident)

    def regions(self, incident: str) -> Sequence[str]:
        """The regions that reports name, the most frequent first."""
        return self._named("region", incident)

    def _named(self, column: str, incident: str) -> Sequence[str]:
        sql = f"""
            SELECT {column} AS name FROM reports WHERE incident = ? AND {column} <> ''
            GROUP BY {column} ORDER BY count(*) DESC"""
        return [row["name"] for row in self._rows(sql, [incident])]

    def search_columns(self, incident: str) -> SearchColumns:
        """What is searched of the reports of ``incident``."""
        sql = f"""
            SELECT id, search_text, via, component, region, premium, relayed_at IS NULL
            FROM reports WHERE incident = ? ORDER BY {_NEWEST}"""
        columns = tuple(zip(*self._rows(sql, [incident]), strict=True))
        if not columns:
            return SearchColumns()
        ids, texts, vias, components, regions, premium, waiting = columns
        # Of the two that are folded here there are few values.
        fold = cache(folded)
        return SearchColumns(
            ids, texts, vias, tuple(map(fold, components)), tuple(map(fold, regions)), premium, waiting
        )

    def heard(self, incident: str) -> Sequence[Heard]:
        """What is counted of the reports of ``incident``, newest first."""
        sql = f"""
            SELECT id, text, symptom, customer, via, component, region, premium, received_at
            FROM reports WHERE incident = ? ORDER BY {_NEWEST}"""
        return self._made(_heard, sql, [incident])

    def unfinished(self, incident: str | None) -> Mapping[str, Mapping[str, str]]:
        """What is typed into forms and not recorded: by form, then by field."""
        rows = self._made(_unfinished, "SELECT form, said FROM unfinished WHERE incident IS ?", [incident])
        return dict(rows)

    def relays(self, incident: str) -> Sequence[Relay]:
        """What the IC was told of the reports, the last time first."""
        return self._made(_relay, "SELECT * FROM relays WHERE incident = ? ORDER BY at DESC, rowid DESC", [incident])

    def addressees(self, incident: str) -> Mapping[str, str]:
        """The customers who are written to individually: their names by the ids that the journal calls them."""
        rows = self._rows("SELECT id, customer FROM addressees WHERE incident = ? ORDER BY rowid", [incident])
        return {row["id"]: row["customer"] for row in rows}

    def notices(self, incident: str) -> Mapping[str, str]:
        """What was written to single customers: the words by their SHA-256."""
        sql = """
            SELECT sha256, text FROM notices JOIN addressees ON addressees.id = notices.addressee
            WHERE addressees.incident = ?"""
        return {row["sha256"]: row["text"] for row in self._rows(sql, [incident])}


def _listed(row: sqlite3.Row) -> Listed:
    return Listed(
        id=row["id"],
        title=row["title"],
        severity=row["severity"],
        phase=Phase(row["phase"]),
        opened_at=from_column(row["opened_at"]),
        touched_at=from_column(row["touched_at"]),
    )


def _event(row: sqlite3.Row) -> Event:
    try:
        what = from_payload(row["kind"], json.loads(row["payload"]))
    except BadPayload as error:
        raise BadPayload(f"entry {row['seq']} of the journal ({error})") from error
    return Event(row["id"], row["incident"], from_column(row["recorded_at"]), row["actor"], what)


def _heard(row: sqlite3.Row) -> Heard:
    said, text, symptom, customer, via, component, region, premium, at = row
    return Heard(said, text, symptom, customer, Via(via), component, region, bool(premium), from_column(at))


def _relay(row: sqlite3.Row) -> Relay:
    return Relay(row["id"], from_column(row["at"]), row["text"], row["reports"])


def _unfinished(row: sqlite3.Row) -> tuple[str, Mapping[str, str]]:
    said = json.loads(row["said"])
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        raise ValueError(f"what is typed into the form {row['form']} is no texts by field")
    return row["form"], said


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        lang=Lang(row["lang"]),
        channel=Channel(row["channel"]),
        stage=Stage(row["stage"]),
        text=row["text"],
        saved_at=from_column(row["saved_at"]),
        target=Phase(row["target"]) if row["target"] else None,
        audience=row["audience"],
    )


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
        symptom=row["symptom"],
    )

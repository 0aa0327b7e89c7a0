"""The store: what is recorded is on disk, whole, and can't be rewritten.

(Long, because one table after another is tried with everything that may be kept in it.)
"""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import START, FixedClock, minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.ports import Draft, Relay, StoreProblem
from cockpit.domain import events as e
from cockpit.domain.ids import new_id
from cockpit.domain.reports import NewReport, Via
from cockpit.domain.words import Channel, Lang, Phase, Stage

REPORT = NewReport("no SMS since the morning", "Acme", Via.PHONE)


def opened(store: SqliteStore, minutes: float = 0, title: str = "Notifications delayed") -> str:
    """An incident that was opened so many minutes after 14:00; its id."""
    incident = new_id(minute(minutes))
    with store.transaction() as transaction:
        transaction.append(
            event(incident, minutes, e.Opened(title, 2, "Robin", "Sam", START)),
        )
    return incident


def event(incident: str, minutes: float, what: e.What) -> e.Event:
    return e.Event(new_id(minute(minutes)), incident, minute(minutes), "Sam", what)


def log(store: SqliteStore, incident: str, *reports: NewReport, minutes: float = 1) -> list[str]:
    with store.transaction() as transaction:
        rows = [(new_id(minute(minutes)), report, minute(minutes)) for report in reports]
        return transaction.add_reports(incident, rows)


def outside(path: Path, sql: str) -> None:
    """What another tool does to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


class TestJournal:
    def test_events_come_back_in_order(self, store: SqliteStore) -> None:
        incident = opened(store)
        whats = [e.Noted("one"), e.PhaseChanged(Phase.CLOSED, "日本語"), e.Noted("\0 and\n“quotes”")]
        with store.transaction() as transaction:
            transaction.append(*(event(incident, 1, what) for what in whats))
        assert [row.what for row in store.events(incident)][1:] == whats
        assert store.events("nobody") == []

    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE events SET payload = '{}'",
            "DELETE FROM events",
            "INSERT OR REPLACE INTO events SELECT * FROM events",
            "INSERT OR REPLACE INTO events (id, incident, recorded_at, actor, kind, payload)"
            " SELECT id, incident, recorded_at, 'someone', kind, payload FROM events",
        ],
    )
    def test_it_is_append_only_for_every_tool(self, store: SqliteStore, database: Path, sql: str) -> None:
        incident = opened(store)
        before = store.events(incident)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            outside(database, sql)
        assert store.events(incident) == before

    def test_an_event_of_no_incident_is_refused(self, store: SqliteStore) -> None:
        with pytest.raises(StoreProblem, match="nothing was recorded"), store.transaction() as transaction:
            transaction.append(event("nobody", 1, e.Noted("lost")))

    def test_an_id_is_recorded_once(self, store: SqliteStore) -> None:
        incident = opened(store)
        note = event(incident, 1, e.Noted("one"))
        with store.transaction() as transaction:
            transaction.append(note)
        with pytest.raises(StoreProblem), store.transaction() as transaction:
            transaction.append(note)
        assert len(store.events(incident)) == 2

    def test_a_kind_from_elsewhere_is_named(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        outside(
            database,
            "INSERT INTO events (id, incident, recorded_at, actor, kind, payload)"
            f" VALUES ('x', '{incident}', '2026-11-23T14:00:00+00:00', 'x', 'exploded', '{{}}')",
        )
        with pytest.raises(StoreProblem, match=r"entry 2 of the journal.*exploded"):
            store.events(incident)

    def test_the_file_refuses_what_is_no_json(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        with pytest.raises(sqlite3.IntegrityError):
            outside(
                database,
                "INSERT INTO events (id, incident, recorded_at, actor, kind, payload)"
                f" VALUES ('x', '{incident}', '', '', 'noted', '{{')",
            )


class TestIncidents:
    def test_the_list_follows_the_journal(self, store: SqliteStore) -> None:
        first, second = opened(store, 0, "first"), opened(store, 5, "second")
        assert [row.id for row in store.incidents()] == [second, first]
        with store.transaction() as transaction:
            transaction.append(
                event(first, 6, e.SeverityChanged(1, "")), event(first, 7, e.PhaseChanged(Phase.RESOLVED, ""))
            )
        row = store.incidents()[0]
        assert (row.id, row.title, row.severity, row.phase) == (first, "first", 1, Phase.RESOLVED)
        assert (row.opened_at, row.touched_at) == (minute(0), minute(7))
        with store.transaction() as transaction:
            transaction.append(event(first, 8, e.PhaseCorrected(Phase.TRIAGE, "")))
        assert store.incidents()[0].phase is Phase.TRIAGE


class TestTransaction:
    def test_what_fails_leaves_nothing(self, store: SqliteStore) -> None:
        incident = opened(store)

        def fail() -> None:
            with store.transaction() as transaction:
                transaction.append(event(incident, 1, e.Noted("lost")))
                transaction.add_reports(incident, [(new_id(START), REPORT, START)])
                transaction.save_draft(incident, Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "lost", START))
                transaction.add_relay(incident, Relay("relay", START, "lost", 1))
                raise RuntimeError("the power went")

        with pytest.raises(RuntimeError):
            fail()
        assert len(store.events(incident)) == 1
        assert store.reports(incident) == []
        assert store.drafts(incident) == []
        assert store.incidents()[0].touched_at == START

    def test_it_goes_on_after_a_failure(self, store: SqliteStore) -> None:
        incident = opened(store)
        with pytest.raises(StoreProblem), store.transaction() as transaction:
            transaction.append(event("nobody", 1, e.Noted("lost")))
        with store.transaction() as transaction:
            transaction.append(event(incident, 2, e.Noted("kept")))
        assert store.events(incident)[-1].what == e.Noted("kept")

    def test_it_reads_what_it_wrote(self, store: SqliteStore) -> None:
        incident = opened(store)
        with store.transaction() as transaction:
            transaction.add_reports(incident, [(new_id(START), REPORT, START)])
            assert transaction.counts(incident).total == 1

    def test_text_that_no_encoding_holds_is_refused_in_one_line(self, store: SqliteStore) -> None:
        incident = opened(store)
        with pytest.raises(StoreProblem, match="nothing was recorded"), store.transaction() as transaction:
            transaction.append(event(incident, 1, e.Noted("half a pair: \ud83d")))
        assert len(store.events(incident)) == 1

    def test_a_file_that_cannot_be_written_is_told(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            store._connection.execute("PRAGMA busy_timeout = 10")
            with pytest.raises(StoreProblem, match="locked"), store.transaction():
                pass
        assert len(store.events(incident)) == 1


class TestReports:
    def test_come_back_as_they_were_logged(self, store: SqliteStore) -> None:
        incident = opened(store)
        full = NewReport(
            text="プッシュ通知が届かない",
            customer="Acme",
            via=Via.CHAT,
            component="push",
            region="EU",
            since=minute(-3),
            contact="+1 555 0100",
            premium=True,
            source="crm",
            external_id="7",
            received_at=minute(0.5),
        )
        (report_id,) = log(store, incident, full)
        (report,) = store.reports(incident)
        assert report.id == report_id
        for name in ("text", "customer", "via", "component", "region", "since", "contact", "premium", "received_at"):
            assert getattr(report, name) == getattr(full, name)
        assert (report.relayed_at, report.replied_at) == (None, None)

    def test_newest_first_and_within_an_instant_by_the_order_of_logging(self, store: SqliteStore) -> None:
        incident = opened(store)
        at = [replace(REPORT, text=str(n), received_at=minute(m)) for n, m in enumerate([3, 1, 2, 2, 2])]
        log(store, incident, *at)
        assert [row.text for row in store.reports(incident)] == ["0", "4", "3", "2", "1"]
        assert [row.text for row in store.reports(incident, limit=2, offset=1)] == ["4", "3"]

    def test_the_same_external_id_is_logged_once(self, store: SqliteStore) -> None:
        incident = opened(store)
        one, two = replace(REPORT, source="crm", external_id="1"), replace(REPORT, source="crm", external_id="2")
        first = log(store, incident, one)
        assert len(first) == 1
        assert len(log(store, incident, one, two)) == 1
        assert log(store, incident, one, two) == []
        assert len(log(store, incident, replace(one, source="zendesk"))) == 1
        assert len(log(store, incident, two, two)) == 0
        assert store.counts(incident).total == 3

    def test_without_an_external_id_every_report_counts(self, store: SqliteStore) -> None:
        incident = opened(store)
        assert len(log(store, incident, *[replace(REPORT, source="crm")] * 3)) == 3

    def test_many_at_once(self, store: SqliteStore) -> None:
        incident = opened(store)
        ids = log(store, incident, *(replace(REPORT, customer=f"c{n % 7}", text=str(n)) for n in range(1700)))
        assert len(set(ids)) == 1700
        counts = store.counts(incident)
        assert (counts.total, counts.customers, counts.not_relayed, counts.unanswered) == (1700, 7, 1700, 1700)

    def test_counts(self, store: SqliteStore) -> None:
        incident = opened(store)
        assert store.counts(incident).oldest_waiting is None
        one, two, three = log(store, incident, *(replace(REPORT, received_at=minute(n)) for n in (3, 1, 2)))
        with store.transaction() as transaction:
            transaction.add_relay(incident, Relay("relay", minute(5), "three reports", 1))
            transaction.mark_relayed([two], minute(5), "relay")
            transaction.mark_replied([two, three], minute(6))
        counts = store.counts(incident)
        assert (counts.total, counts.not_relayed, counts.unanswered) == (3, 2, 1)
        assert counts.oldest_waiting == minute(2)
        assert [row.id for row in store.reports(incident, not_relayed=True)] == [one, three]
        assert [row.id for row in store.reports(incident, unanswered=True)] == [one]
        assert [row.id for row in store.reports(incident, ids=[two])] == [two]
        assert store.reports(incident, ids=[]) == []

    def test_the_first_relay_and_the_first_reply_stay(self, store: SqliteStore) -> None:
        incident = opened(store)
        ids = log(store, incident, REPORT)
        with store.transaction() as transaction:
            for number in (5, 6):
                transaction.add_relay(incident, Relay(f"relay {number}", minute(number), "", 1))
                transaction.mark_relayed(ids, minute(number), f"relay {number}")
                transaction.mark_replied(ids, minute(number))
        (report,) = store.reports(incident)
        assert (report.relayed_at, report.replied_at) == (minute(5), minute(5))

    def test_incidents_do_not_mix(self, store: SqliteStore) -> None:
        one, two = opened(store), opened(store)
        (report,) = log(store, one, REPORT)
        assert store.reports(two) == []
        assert store.reports(two, ids=[report]) == []
        assert store.counts(two).total == 0

    def test_a_correction_keeps_what_was_said(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        (report,) = log(store, incident, REPORT)
        with store.transaction() as transaction:
            changes = {"customer": "Globex", "via": Via.EMAIL, "since": minute(-2), "premium": True}
            transaction.correct_report(report, changes, minute(3))
        (now,) = store.reports(incident, search="globex")
        assert (now.customer, now.via, now.since, now.premium) == ("Globex", Via.EMAIL, minute(-2), True)
        assert store.reports(incident, search="acme") == []
        with closing(sqlite3.connect(database)) as connection:
            (said,) = connection.execute("SELECT said FROM report_versions").fetchone()
        assert said == '{"customer": "Acme", "via": "phone", "since": null, "premium": 0}'

    def test_a_report_can_be_erased_and_the_journal_stays(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        (report,) = log(store, incident, REPORT)
        with store.transaction() as transaction:
            transaction.append(event(incident, 1, e.ReportsLogged((report,), 1)))
            transaction.correct_report(report, {"text": "changed"}, minute(3))
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("PRAGMA foreign_keys = ON")
            other.execute("DELETE FROM reports WHERE id = ?", [report])
            assert other.execute("SELECT count(*) FROM report_versions").fetchone() == (0,)
        assert store.reports(incident) == []
        assert len(store.events(incident)) == 2

    def test_customers_the_most_frequent_first(self, store: SqliteStore) -> None:
        incident = opened(store)
        log(store, incident, *(replace(REPORT, customer=name) for name in ("Acme", "Globex", "globex", "", "")))
        names = store.customers(incident)
        assert [name.casefold() for name in names] == ["globex", "acme"]

    def test_what_another_tool_wrote_wrong_is_told(self, store: SqliteStore, database: Path) -> None:
        incident = opened(store)
        log(store, incident, REPORT)
        outside(database, "UPDATE reports SET via = 'fax'")
        with pytest.raises(StoreProblem, match="fax"):
            store.reports(incident)


class TestSearch:
    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("", [0, 1, 2, 3, 4, 5, 6]),
            ("請求", [1]),
            ("求画", [1]),
            ("SMS", [0]),
            ("ｓｍｓ", [0]),
            ("カード", [2]),
            ("ｶｰﾄﾞ", [2]),
            ("100%", [3]),
            ("0%", [3]),
            ("%", [3]),
            ("_", [4]),
            ("a_b", [4]),
            ("\\", [5]),
            ("c:\\temp", [5]),
            ("'; drop table reports; --", []),
            ("no sms", [0]),
            ("sms no", [0]),
            ("sms 請求", []),
            ("acme　請求", [1]),
            ("STRASSE", [6]),
            ("straße", [6]),
            ("x\0sms", []),
            ("\0", []),
            ("[a-z]*", []),
            ("eu-west", [0]),
            ("push", [0]),
        ],
    )
    def test_every_word_as_a_substring(self, store: SqliteStore, search: str, found: list[int]) -> None:
        incident = opened(store)
        texts = [
            "No SMS since the morning",
            "請求画面が開かない",
            "ｶｰﾄﾞ決済ができない",
            "100% of messages are lost",
            "the field a_b is empty",
            "cannot read C:\\temp",
            "Straße is cut off",
        ]
        log(
            store,
            incident,
            replace(REPORT, text=texts[0], region="EU-West", component="push"),
            *(replace(REPORT, text=text) for text in texts[1:]),
        )
        assert sorted(texts.index(row.text) for row in store.reports(incident, search=search)) == found

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
    @given(words=st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6))
    def test_what_was_written_is_found(self, store: SqliteStore, words: list[str]) -> None:
        text = " ".join(words).encode("utf-8", "replace").decode()
        incident = opened(store)
        log(store, incident, replace(REPORT, text=text))
        assert len(store.reports(incident, search=text)) == 1

    def test_with_a_filter(self, store: SqliteStore) -> None:
        incident = opened(store)
        ids = log(store, incident, REPORT, REPORT, replace(REPORT, text="other"))
        with store.transaction() as transaction:
            transaction.add_relay(incident, Relay("relay", START, "", 1))
            transaction.mark_relayed(ids[:1], START, "relay")
        assert [row.id for row in store.reports(incident, search="sms", not_relayed=True, limit=5)] == [ids[1]]

    def test_a_search_of_many_words(self, store: SqliteStore) -> None:
        incident = opened(store)
        log(store, incident, REPORT)
        assert len(store.reports(incident, search="sms " * 5000)) == 1


class TestDrafts:
    def test_one_per_language_and_channel(self, store: SqliteStore) -> None:
        incident = opened(store)
        one = Draft(Lang.EN, Channel.STATUS, Stage.INITIAL, "first", minute(1))
        again = Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "second\n\t日本", minute(3), Phase.MONITORING)
        other = Draft(Lang.JA, Channel.STATUS, Stage.UPDATE, "", minute(2))
        for draft in (one, other, again):
            with store.transaction() as transaction:
                transaction.save_draft(incident, draft)
        assert store.drafts(incident) == [again, other]

    def test_saving_is_no_entry_of_the_journal(self, store: SqliteStore) -> None:
        incident = opened(store)
        with store.transaction() as transaction:
            transaction.save_draft(incident, Draft(Lang.EN, Channel.STATUS, Stage.UPDATE, "x", minute(1)))
        assert len(store.events(incident)) == 1


def test_only_the_user_may_read_the_files(store: SqliteStore, database: Path) -> None:
    opened(store)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.glob("cockpit.db*")}
    assert modes == {"cockpit.db": 0o600, "cockpit.db-wal": 0o600, "cockpit.db-shm": 0o600}


def test_it_is_durable_and_shared(store: SqliteStore) -> None:
    settings = {name: store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in
                ("journal_mode", "synchronous", "foreign_keys")}  # fmt: skip
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_other_tools_find_readable_views(store: SqliteStore, database: Path) -> None:
    incident = opened(store)
    text = e.MessageText(Lang.EN, Channel.STATUS, "We are investigating.", "digest")
    posted = e.Posted(text, Stage.INITIAL, "status page", minute(4), minute(24), None, "")
    with store.transaction() as transaction:
        transaction.append(event(incident, 4, posted))
    log(store, incident, REPORT)
    with closing(sqlite3.connect(database)) as connection:
        assert [row[3] for row in connection.execute("SELECT * FROM timeline")] == ["opened", "posted"]
        (post,) = connection.execute("SELECT posted_at, stage, lang, channel, promise, text FROM posts").fetchall()
        assert post == (
            "2026-11-23T14:04:00+00:00",
            "initial",
            "en",
            "status",
            "2026-11-23T14:24:00+00:00",
            "We are investigating.",
        )
        assert len(connection.execute("SELECT * FROM waiting_reports").fetchall()) == 1


def test_a_clock_far_away(store: SqliteStore) -> None:
    clock = FixedClock()
    clock.advance(minutes=60 * 24 * 365 * 100)
    incident = new_id(clock.now())
    with store.transaction() as transaction:
        transaction.append(e.Event("1", incident, clock.now(), "Sam", e.Opened("t", 2, "", "", clock.now())))
    assert store.events(incident)[0].at == clock.now()

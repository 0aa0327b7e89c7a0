"""The database's named, atomic migrations. A new one is added at the end, and ``SCHEMA_VERSION`` counts them.

Imported only when a file has to be created or brought up to date: sqlite-utils costs a tenth of a second.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("cockpit")


@migrations()
def m001_incidents_events_reports_drafts(db: Database) -> None:
    """The first schema: an append-only journal, and beside it what must stay erasable or editable."""
    db.execute("""
        CREATE TABLE incidents (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            severity INTEGER NOT NULL,
            phase TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            touched_at TEXT NOT NULL
        )""")
    db.execute("""
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            incident TEXT NOT NULL REFERENCES incidents(id),
            recorded_at TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL CHECK (json_valid(payload))
        )""")
    db.execute("CREATE INDEX events_by_incident ON events(incident, seq)")
    for action in ("UPDATE", "DELETE"):
        db.execute(f"""
            CREATE TRIGGER events_refuse_{action.lower()} BEFORE {action} ON events
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""")
    # Replacing a row deletes the old one without asking the trigger above.
    db.execute("""
        CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
        WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""")
    db.execute("""
        CREATE TABLE relays (
            id TEXT PRIMARY KEY,
            incident TEXT NOT NULL REFERENCES incidents(id),
            at TEXT NOT NULL,
            text TEXT NOT NULL,
            reports INTEGER NOT NULL
        )""")
    db.execute("""
        CREATE TABLE reports (
            id TEXT PRIMARY KEY,
            incident TEXT NOT NULL REFERENCES incidents(id),
            received_at TEXT NOT NULL,
            customer TEXT NOT NULL,
            customer_key TEXT NOT NULL,
            via TEXT NOT NULL,
            text TEXT NOT NULL,
            component TEXT NOT NULL,
            region TEXT NOT NULL,
            since TEXT,
            contact TEXT NOT NULL,
            premium INTEGER NOT NULL,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            search_text TEXT NOT NULL,
            relayed_at TEXT,
            relay TEXT REFERENCES relays(id),
            replied_at TEXT
        )""")
    db.execute("CREATE INDEX reports_by_time ON reports(incident, received_at)")
    db.execute("CREATE INDEX reports_not_relayed ON reports(incident, received_at) WHERE relayed_at IS NULL")
    db.execute("CREATE INDEX reports_unanswered ON reports(incident, received_at) WHERE replied_at IS NULL")
    db.execute("CREATE INDEX reports_by_customer ON reports(incident, customer_key, customer)")
    db.execute("CREATE UNIQUE INDEX reports_once ON reports(source, external_id) WHERE external_id <> ''")
    db.execute("""
        CREATE TABLE report_versions (
            report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            until TEXT NOT NULL,
            said TEXT NOT NULL CHECK (json_valid(said))
        )""")
    db.execute("""
        CREATE TABLE drafts (
            incident TEXT NOT NULL REFERENCES incidents(id),
            lang TEXT NOT NULL,
            channel TEXT NOT NULL,
            stage TEXT NOT NULL,
            target TEXT,
            text TEXT NOT NULL,
            saved_at TEXT NOT NULL,
            PRIMARY KEY (incident, lang, channel)
        )""")
    db.create_view(
        "timeline",
        """
        SELECT events.recorded_at, incidents.title AS incident_title, events.actor, events.kind, events.payload
        FROM events JOIN incidents ON incidents.id = events.incident ORDER BY events.seq""",
    )
    db.create_view(
        "posts",
        """
        SELECT incident, json_extract(payload, '$.posted_at') AS posted_at, json_extract(payload, '$.where') AS "where",
               json_extract(payload, '$.stage') AS stage, json_extract(payload, '$.text.lang') AS lang,
               json_extract(payload, '$.text.channel') AS channel, json_extract(payload, '$.promise') AS promise,
               json_extract(payload, '$.text.text') AS text
        FROM events WHERE kind = 'posted' ORDER BY seq""",
    )
    db.create_view(
        "waiting_reports",
        "SELECT * FROM reports WHERE relayed_at IS NULL ORDER BY received_at",
    )


@migrations()
def m002_intake(db: Database) -> None:
    """How far each mailbox has been taken in: the last UID, which means something within one UIDVALIDITY alone."""
    db.execute("""
        CREATE TABLE intake (
            source TEXT PRIMARY KEY,
            validity INTEGER NOT NULL,
            last_uid INTEGER NOT NULL
        )""")


@migrations()
def m003_symptom(db: Database) -> None:
    """What a person says that a report is a case of; without it reports are grouped by their words."""
    db.execute("ALTER TABLE reports ADD COLUMN symptom TEXT NOT NULL DEFAULT ''")


@migrations()
def m004_counts(db: Database) -> None:
    """One index that all counts are read from: with several, the start waits for each of them."""
    db.execute("DROP INDEX reports_by_customer")
    db.execute("CREATE INDEX reports_by_customer ON reports(incident, customer_key, customer, relayed_at, replied_at)")


@migrations()
def m005_individual_notices(db: Database) -> None:
    """Drafts to single customers, who they are to, and their words: the journal holds ids and hashes of these only."""
    db.execute("""
        CREATE TABLE addressees (
            id TEXT PRIMARY KEY,
            incident TEXT NOT NULL REFERENCES incidents(id),
            customer TEXT NOT NULL,
            customer_key TEXT NOT NULL,
            UNIQUE (incident, customer_key)
        )""")
    db.execute("""
        CREATE TABLE notices (
            addressee TEXT NOT NULL REFERENCES addressees(id),
            sha256 TEXT NOT NULL,
            at TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (addressee, sha256)
        )""")
    db.execute("ALTER TABLE drafts RENAME TO drafts_to_everybody")
    db.execute("""
        CREATE TABLE drafts (
            incident TEXT NOT NULL REFERENCES incidents(id),
            lang TEXT NOT NULL,
            channel TEXT NOT NULL,
            audience TEXT NOT NULL DEFAULT '',
            stage TEXT NOT NULL,
            target TEXT,
            text TEXT NOT NULL,
            saved_at TEXT NOT NULL,
            PRIMARY KEY (incident, lang, channel, audience)
        )""")
    db.execute("""
        INSERT INTO drafts (incident, lang, channel, stage, target, text, saved_at)
        SELECT incident, lang, channel, stage, target, text, saved_at FROM drafts_to_everybody ORDER BY rowid""")
    db.execute("DROP TABLE drafts_to_everybody")


@migrations()
def m006_unfinished(db: Database) -> None:
    """What is typed into a form and not recorded yet; that for a new incident belongs to none."""
    db.execute("""
        CREATE TABLE unfinished (
            incident TEXT REFERENCES incidents(id),
            form TEXT NOT NULL,
            said TEXT NOT NULL CHECK (json_valid(said)),
            saved_at TEXT NOT NULL
        )""")
    # A key that may be missing is no key: two missing ones would differ.
    db.execute("CREATE UNIQUE INDEX unfinished_once ON unfinished(coalesce(incident, ''), form)")

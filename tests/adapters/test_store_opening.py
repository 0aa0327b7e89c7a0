"""Opening a database: created private, migrated with a backup, and what isn't ours left exactly as it is.

(Long, because each kind of file that may lie at the path has a test of its own.)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations
from support import START

from cockpit.adapters.connection import APPLICATION_ID, SCHEMA_VERSION, open_database
from cockpit.adapters.migrations import migrations
from cockpit.adapters.store import SqliteStore
from cockpit.application.ports import Draft, StoreProblem
from cockpit.domain import events as e
from cockpit.domain.words import Channel, Lang, Stage

NEXT = SCHEMA_VERSION + 1
BACKUP = f"cockpit.db.v{SCHEMA_VERSION}.bak"
"""The copy that is left when the next version comes."""


def digests(folder: Path) -> dict[str, str]:
    """What every file of a folder holds; SQLite's shared memory apart, which is nobody's data."""
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.endswith("-shm"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def problem(path: Path) -> str:
    """The one line that opening ``path`` is refused with."""
    with pytest.raises(StoreProblem) as refused:
        SqliteStore(path)
    line = str(refused.value)
    assert "\n" not in line
    assert "--db" in line
    assert str(path) in line
    return line


def fill(path: Path) -> None:
    """A database with one incident."""
    store = SqliteStore(path)
    with store.transaction() as transaction:
        transaction.append(e.Event("1", "incident-1", START, "Sam", e.Opened("t", 2, "", "Sam", START)))
    store.close()


def later(fails: bool = False) -> Migrations:
    """Our migrations and one more, as a later version would bring."""
    more = Migrations("cockpit")
    for migration in migrations._migrations:
        more(name=migration.name)(migration.fn)

    def m999_relays_say_who(db: Database) -> None:
        db.execute("ALTER TABLE relays ADD COLUMN who TEXT NOT NULL DEFAULT ''")
        if fails:
            raise sqlite3.OperationalError("the disk is full")

    more()(m999_relays_say_who)
    return more


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(relays)")]


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def test_the_version_counts_the_migrations() -> None:
    assert len(migrations._migrations) == SCHEMA_VERSION


def test_a_new_file_in_a_new_folder_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "cockpit.db"
    before = os.umask(0)
    try:
        SqliteStore(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (pragma(path, "user_version"), pragma(path, "application_id")) == (SCHEMA_VERSION, APPLICATION_ID)


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    fill(path)
    assert pragma(path, "user_version") == SCHEMA_VERSION


def test_opening_again_changes_nothing(database: Path) -> None:
    fill(database)
    before = digests(database.parent)
    SqliteStore(database).close()
    assert digests(database.parent) == before


def test_a_path_of_unusual_characters(tmp_path: Path) -> None:
    path = tmp_path / "a b%20?mode=ro#日本.db"
    fill(path)
    store = SqliteStore(path)
    assert len(store.incidents()) == 1
    store.close()


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    fill(Path("here.db"))
    fill_again = SqliteStore(Path("here.db"))
    assert len(fill_again.incidents()) == 1
    fill_again.close()


class TestNewerVersion:
    def test_is_refused_and_untouched(self, database: Path) -> None:
        fill(database)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA user_version = 99")
        before = digests(database.parent)
        line = problem(database)
        assert f"newer cockpit (schema 99, this one knows {SCHEMA_VERSION})" in line
        assert digests(database.parent) == before

    def test_with_a_log_that_a_crash_left(self, database: Path) -> None:
        """The newer version is said in the log alone; opening it in the ordinary way would fold the log in."""
        fill(database)
        script = f"""
import os, signal, sqlite3
connection = sqlite3.connect({str(database)!r}, isolation_level=None)
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("PRAGMA user_version = 99")
os.kill(os.getpid(), signal.SIGKILL)
"""
        subprocess.run([sys.executable, "-c", script], check=False)
        log = database.with_name("cockpit.db-wal")
        assert log.stat().st_size > 0
        before = digests(database.parent)
        assert "newer cockpit (schema 99" in problem(database)
        assert digests(database.parent) == before

    def test_while_another_process_writes_it(self, database: Path) -> None:
        fill(database)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("PRAGMA user_version = 99")
            before = digests(database.parent)
            assert "newer cockpit" in problem(database)
            assert digests(database.parent) == before


class TestMigration:
    def test_an_older_file_is_migrated_with_a_backup_beside_it(self, database: Path) -> None:
        fill(database)
        open_database(database, later(), schema_version=NEXT).close()
        assert pragma(database, "user_version") == NEXT
        assert "who" in columns(database)
        backup = database.with_name(BACKUP)
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
        assert pragma(backup, "user_version") == SCHEMA_VERSION
        assert "who" not in columns(backup)
        store = SqliteStore(backup)
        assert len(store.events("incident-1")) == 1
        store.close()

    def test_what_was_recorded_is_still_there(self, database: Path) -> None:
        fill(database)
        connection = open_database(database, later(), schema_version=NEXT)
        assert [row["id"] for row in connection.execute("SELECT id FROM events")] == ["1"]
        connection.close()

    def test_the_backup_has_what_only_the_log_held(self, database: Path) -> None:
        fill(database)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("INSERT INTO relays VALUES ('r', 'incident-1', '2026-11-23T14:00:00+00:00', 'text', 1)")
            open_database(database, later(), schema_version=NEXT).close()
        backup = database.with_name(BACKUP)
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("SELECT id FROM relays").fetchall() == [("r",)]

    def test_an_earlier_backup_is_kept(self, database: Path) -> None:
        fill(database)
        earlier = database.with_name(BACKUP)
        earlier.write_text("the user's own")
        open_database(database, later(), schema_version=NEXT).close()
        assert earlier.read_text() == "the user's own"
        assert pragma(database.with_name(BACKUP.replace(".bak", ".2.bak")), "user_version") == SCHEMA_VERSION

    def test_one_that_fails_leaves_the_file_as_it_was(self, database: Path) -> None:
        fill(database)
        with pytest.raises(StoreProblem, match="the disk is full"):
            open_database(database, later(fails=True), schema_version=NEXT)
        assert pragma(database, "user_version") == SCHEMA_VERSION
        assert "who" not in columns(database)
        store = SqliteStore(database)
        assert len(store.events("incident-1")) == 1
        store.close()

    def test_a_current_file_is_not_backed_up(self, database: Path) -> None:
        fill(database)
        SqliteStore(database).close()
        assert list(database.parent.glob("*.bak")) == []

    def test_a_new_file_goes_through_all_of_them(self, database: Path) -> None:
        open_database(database, later(), schema_version=NEXT).close()
        assert "who" in columns(database)
        assert list(database.parent.glob("*.bak")) == []


class TestFromTheFirstVersion:
    """A file as the first version left it, with an incident in it."""

    @pytest.fixture
    def first(self, database: Path) -> Path:
        only = Migrations("cockpit")
        (migration, *_rest) = migrations._migrations
        only(name=migration.name)(migration.fn)
        connection = open_database(database, only, schema_version=1)
        connection.execute(
            "INSERT INTO incidents VALUES ('incident-1', 't', 2, 'triage', ?, ?)", [START.isoformat()] * 2
        )
        connection.execute(
            "INSERT INTO drafts VALUES ('incident-1', 'ja', 'x', 'update', NULL, '調査中です', ?)", [START.isoformat()]
        )
        connection.close()
        return database

    def tables(self, path: Path) -> set[str]:
        with closing(sqlite3.connect(path)) as connection:
            return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def test_it_gets_what_came_since_and_a_backup(self, first: Path) -> None:
        assert "intake" not in self.tables(first)
        store = SqliteStore(first)
        assert [row.id for row in store.incidents()] == ["incident-1"]
        assert list(store.drafts("incident-1")) == [Draft(Lang.JA, Channel.X, Stage.UPDATE, "調査中です", START)]
        store.close()
        assert "intake" in self.tables(first)
        assert pragma(first, "user_version") == SCHEMA_VERSION
        backup = first.with_name("cockpit.db.v1.bak")
        assert pragma(backup, "user_version") == 1
        assert "intake" not in self.tables(backup)


class TestNotOurs:
    def test_a_text_file(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("Dear customers, " * 100)
        before = digests(tmp_path)
        assert "not a database" in problem(path)
        assert digests(tmp_path) == before

    def test_a_short_file(self, tmp_path: Path) -> None:
        path = tmp_path / "short.db"
        path.write_bytes(b"SQLite")
        before = digests(tmp_path)
        problem(path)
        assert digests(tmp_path) == before

    def test_a_damaged_file(self, database: Path) -> None:
        fill(database)
        with database.open("r+b") as file:
            file.seek(100)
            file.write(b"\xff" * 4000)
        assert "malformed" in problem(database)

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "directory" in problem(tmp_path).lower()

    def test_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        problem(tmp_path / "file" / "cockpit.db")

    @pytest.mark.parametrize("name", ["x" * 300 + ".db", "nul\0byte.db"])
    def test_a_name_that_cannot_be(self, tmp_path: Path, name: str) -> None:
        problem(tmp_path / name)

    def test_a_link_to_nowhere_becomes_what_it_names(self, tmp_path: Path) -> None:
        link = tmp_path / "link.db"
        link.symlink_to(tmp_path / "target.db")
        fill(link)
        assert (tmp_path / "target.db").stat().st_size > 0

    @pytest.mark.parametrize("stamp", ["", "PRAGMA user_version = 1", "PRAGMA user_version = 7",
                                       "PRAGMA application_id = 252006674"])  # fmt: skip
    def test_another_programs_tables(self, tmp_path: Path, stamp: str) -> None:
        path = tmp_path / "theirs.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
            connection.execute(stamp)
        before = digests(tmp_path)
        assert "another program's" in problem(path)
        assert digests(tmp_path) == before

    def test_what_may_not_be_read(self, tmp_path: Path) -> None:
        """Tried as an unprivileged user where the tests run as root, whom nothing is refused."""
        path = tmp_path / "secret.db"
        fill(path)
        path.chmod(0)
        if os.geteuid() != 0:
            assert "Permission denied" in problem(path)
            return
        for folder in (tmp_path, *tmp_path.parents):
            if folder.stat().st_uid == 0 and folder != Path(folder.anchor) and "pytest" in str(folder):
                folder.chmod(0o755)
        script = f"""
import os, sys
from cockpit.adapters.connection import open_database
from cockpit.application.ports import Draft, StoreProblem
from pathlib import Path
os.setuid(65534)
try:
    open_database(Path({str(path)!r}))
except StoreProblem as problem:
    print(problem)
"""
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.count("\n") == 1
        assert "Permission denied" in done.stdout
        assert "--db" in done.stdout


def test_a_copy_of_the_file_is_a_database(database: Path, tmp_path: Path) -> None:
    fill(database)
    copy = tmp_path / "copy.db"
    shutil.copy(database, copy)
    store = SqliteStore(copy)
    assert len(store.incidents()) == 1
    store.close()


def test_opening_waits_for_nothing_heavy(database: Path) -> None:
    """An existing file is opened without sqlite-utils: the first paint doesn't wait for it."""
    fill(database)
    script = f"""
import sys
from pathlib import Path
from cockpit.adapters.store import SqliteStore
assert SqliteStore(Path({str(database)!r})).incidents()
print("sqlite_utils" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

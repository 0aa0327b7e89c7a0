"""Opening the one database file: private, durable, shared between processes, and of a version that is understood."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from cockpit.application.ports import StoreProblem

SCHEMA_VERSION = 1
"""How many migrations there are; the file's ``user_version`` says how many it has seen."""
BUSY_S = 15
"""How long a write waits for another process's, in seconds."""
_VERSION_OFFSET = 60
"""Where a SQLite file's header holds ``user_version`` (four bytes, big-endian)."""


def open_database(path: Path) -> sqlite3.Connection:
    """A connection to the database at ``path``, created or migrated where needed.

    In autocommit mode, usable from several threads one at a time. Raises StoreProblem with one line that says what
    is wrong and how to mend it.
    """
    existed = path.exists()
    if existed:
        _refuse_newer(path, _header_version(path))
    try:
        if not existed:
            _create_private(path)
        connection = connect(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreProblem(f"{path}: can't be opened ({_reason(error)}); name another file with --db") from error
    try:
        version = _version(connection)
        _refuse_newer(path, version)
        if version < SCHEMA_VERSION:
            _migrate(path, connection)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreProblem(
            f"{path}: can't be used as a cockpit database ({_reason(error)}); name another file with --db"
        ) from error
    except StoreProblem:
        connection.close()
        raise
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection with the settings every one needs."""
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _create_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its -wal and -shm files the mode of the database.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _header_version(path: Path) -> int:
    """The version in the file's header, read without touching the file; 0 where there is none."""
    try:
        with path.open("rb") as file:
            header = file.read(_VERSION_OFFSET + 4)
    except OSError as error:
        raise StoreProblem(f"{path}: can't be read ({_reason(error)}); name another file with --db") from error
    if header and not header.startswith(b"SQLite format 3\0"):
        raise StoreProblem(f"{path}: is not a SQLite database; name another file with --db")
    return int(struct.unpack(">I", header[_VERSION_OFFSET:])[0]) if len(header) == _VERSION_OFFSET + 4 else 0


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise StoreProblem(
            f"{path}: was written by a newer cockpit (schema {version}, this one knows {SCHEMA_VERSION});"
            " it is left as it is: upgrade liaison-cockpit, or name another file with --db"
        )


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Bring the file up to date in one transaction, with a copy of what it was beside it."""
    from sqlite_utils import Database

    from cockpit.adapters.migrations import migrations

    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have been quicker
        if version < SCHEMA_VERSION:
            if version:
                _back_up(path, version)
            elif connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise StoreProblem(f"{path}: holds another program's tables; name another file with --db")
            migrations.apply(Database(connection))
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _back_up(path: Path, version: int) -> None:
    backup = path.with_name(f"{path.name}.v{version}.bak")
    number = 1
    while backup.exists():
        number += 1
        backup = path.with_name(f"{path.name}.v{version}.{number}.bak")
    _create_private(backup)
    with closing(connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)

"""Opening the one database file: private, durable, shared between processes, and of a version that is understood."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.application.ports import StoreProblem
from cockpit.domain.frozen import frozen
from cockpit.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Migrations

SCHEMA_VERSION = 6
"""How many migrations there are; the file's ``user_version`` says how many it has seen."""
APPLICATION_ID = 0x4C434B50
"""In the header of every file of ours ("LCKP"), so that another program's is never taken for one."""
BUSY_S = 15
"""How long a write waits for another process's, in seconds."""
_RETRY_S = 0.02


def open_database(
    path: Path, migrations: Migrations | None = None, schema_version: int = SCHEMA_VERSION
) -> sqlite3.Connection:
    """A connection to the database at ``path``, created or migrated where needed.

    In autocommit mode, usable from several threads one at a time. Raises StoreProblem with one line that says what
    is wrong and how to mend it. ``migrations`` (None: ours) bring a file up to ``schema_version``.
    """
    connection = None
    try:
        if path.exists():
            _refuse_foreign(path, _peek(path), schema_version)
        else:
            _create_private(path)
        connection = connect(path)
        stamp = _stamp(connection)
        _refuse_foreign(path, stamp, schema_version)
        if stamp.version < schema_version:
            _migrate(path, connection, migrations, schema_version)
        _share(connection)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, OSError | ValueError | sqlite3.Error):
            raise StoreProblem(
                _(
                    "%(path)s: can't be used as a cockpit database (%(why)s); name another file with --db",
                    path=path,
                    why=_reason(error),
                )
            ) from error
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


@frozen
class _Stamp:
    """Whose file it is, of which version; both 0 in a file that nobody stamped."""

    application: int
    version: int


_UNSTAMPED = _Stamp(0, 0)


def _stamp(connection: sqlite3.Connection) -> _Stamp:
    values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return _Stamp(*map(int, values))


def _peek(path: Path) -> _Stamp:
    """The stamp, read without changing a byte: an ordinary connection folds a crashed process's log into the file.

    It takes no locks, so a file that is being created may look broken: the ordinary connection waits, and tells.
    """
    log = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if log.exists() else "immutable=1"
    with path.open("rb"), closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as connection:
        try:
            return _stamp(connection)
        except sqlite3.Error:
            return _UNSTAMPED


def _refuse_foreign(path: Path, stamp: _Stamp, schema_version: int) -> None:
    """Leave alone what another program, or a newer version of this one, has written."""
    if stamp.application != APPLICATION_ID and stamp != _UNSTAMPED:
        raise StoreProblem(_("%(path)s: is another program's database; name another file with --db", path=path))
    if stamp.version > schema_version:
        raise StoreProblem(
            _(
                "%(path)s: was written by a newer cockpit (schema %(newer)d, this one knows %(known)d); it is left as "
                "it is: upgrade liaison-cockpit, or name another file with --db",
                path=path,
                newer=stamp.version,
                known=schema_version,
            )
        )


def _share(connection: sqlite3.Connection) -> None:
    """Write-ahead logging: readers and a writer don't wait for each other. The file remembers it."""
    until = time.monotonic() + BUSY_S
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            # SQLite waits for a lock, but not for this one: another process has the new file open just now.
            if time.monotonic() > until:
                raise
            time.sleep(_RETRY_S)


def _migrate(path: Path, connection: sqlite3.Connection, migrations: Migrations | None, schema_version: int) -> None:
    """Bring the file up to date in one transaction, with a copy of what it was beside it."""
    from sqlite_utils import Database

    from cockpit.adapters import migrations as ours

    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _stamp(connection).version  # another process may have been quicker
        if version < schema_version:
            if version:
                _back_up(path, version)
            elif connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise StoreProblem(
                    _("%(path)s: holds another program's tables; name another file with --db", path=path)
                )
            (migrations or ours.migrations).apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema_version}")
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

"""Several processes, one file: they see each other at once, none loses what it has committed."""

from __future__ import annotations

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from support import START

from cockpit.adapters.store import SqliteStore
from cockpit.adapters.watch import DataVersion
from cockpit.domain import events as e

PRELUDE = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from cockpit.adapters.store import SqliteStore
from cockpit.domain import events as e
from cockpit.domain.ids import new_id
from cockpit.domain.reports import NewReport, Via

def note(store, text):
    now = datetime.now(UTC)
    with store.transaction() as transaction:
        transaction.append(e.Event(new_id(now), "incident-1", now, "other", e.Noted(text)))

path = Path(sys.argv[1])
"""


def fill(path: Path) -> SqliteStore:
    store = SqliteStore(path)
    with store.transaction() as transaction:
        transaction.append(e.Event("1", "incident-1", START, "Sam", e.Opened("t", 2, "", "Sam", START)))
    return store


def start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that says "ready" and is gone at the end."""
    process = start(script, path)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
        yield process
    finally:
        process.kill()
        process.communicate()


def write_line(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


WRITER = """
store = SqliteStore(path)
print("ready", flush=True)
for line in sys.stdin:
    note(store, "hello")
    print(time.monotonic(), flush=True)
"""


def test_another_processs_commit_is_seen_within_a_quarter_of_a_second(database: Path) -> None:
    """Looked for every tenth of a second, as the screen does; the two processes share one monotonic clock."""
    store = fill(database)
    watch = DataVersion(database)
    tick = threading.Event()
    assert not watch.changed()
    with running(WRITER, database) as writer:
        delays = []
        for _ in range(10):
            write_line(writer)
            while not watch.changed():
                tick.wait(0.1)
            seen = time.monotonic()
            assert store.events("incident-1")[-1].what == e.Noted("hello")
            assert writer.stdout is not None
            delays.append(seen - float(writer.stdout.readline()))
            assert not watch.changed()
    assert max(delays) < 0.25, delays
    watch.close()
    store.close()


def test_the_watch_sees_the_writes_of_its_own_process_too(database: Path) -> None:
    store = fill(database)
    watch = DataVersion(database)
    with store.transaction() as transaction:
        transaction.append(e.Event("2", "incident-1", START, "Sam", e.Noted("mine")))
    assert watch.changed()
    assert not watch.changed()
    store.counts("incident-1")
    assert not watch.changed()
    watch.close()
    store.close()


def test_what_was_rolled_back_is_no_change(database: Path) -> None:
    store = fill(database)
    watch = DataVersion(database)
    with store.transaction():
        pass
    assert not watch.changed()
    watch.close()
    store.close()


def test_two_processes_write_at_once(database: Path) -> None:
    store = fill(database)
    script = """
store = SqliteStore(path)
for n in range(60):
    note(store, f"{sys.argv[0]} {n}")
    with store.transaction() as transaction:
        now = datetime.now(UTC)
        transaction.add_reports("incident-1", [(new_id(now), NewReport("x", "Acme", Via.PHONE), now)])
store.close()
"""
    writers = [start(script, database) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (0, "")
    assert len(store.events("incident-1")) == 121
    assert store.counts("incident-1").total == 120
    store.close()


def test_twenty_processes_open_a_new_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cockpit.db"
    go = tmp_path / "go"
    script = f"""
import fcntl
import sqlite_utils  # the slow part, done before the race
gate = open({str(go)!r})
print("ready", flush=True)
fcntl.flock(gate, fcntl.LOCK_SH)  # held back until all are there
store = SqliteStore(path)
now = datetime.now(UTC)
with store.transaction() as transaction:
    incident = new_id(now)
    transaction.append(e.Event(new_id(now), incident, now, "Sam", e.Opened("t", 2, "", "Sam", now)))
store.close()
"""
    with go.open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        processes = [start(script, path) for _ in range(20)]
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
    outcomes = [process.communicate(timeout=60)[1] for process in processes]
    assert outcomes == [""] * 20
    store = SqliteStore(path)
    assert len(store.incidents()) == 20
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["cockpit.db"]


def test_a_process_killed_while_writing_loses_nothing_committed(database: Path) -> None:
    fill(database).close()
    script = """
store = SqliteStore(path)
print("ready", flush=True)
n = 0
while True:
    note(store, str(n))
    print(n, flush=True)
    n += 1
"""
    told = -1
    for _ in range(3):
        process = start(script, database)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for _ in range(25):
            told = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        rest = process.communicate()[0].split()
        told = int(rest[-1]) if rest else told
        store = SqliteStore(database)
        notes = [event.what.text for event in store.events("incident-1") if isinstance(event.what, e.Noted)]
        last_run = notes[len(notes) - 1 - notes[::-1].index("0") :]
        # All that it had said is there, in order; one more may have been committed before it could say so.
        assert last_run == [str(n) for n in range(len(last_run))]
        assert told + 1 <= len(last_run) <= told + 2
        store.close()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_process_killed_within_a_transaction_leaves_nothing_of_it(database: Path) -> None:
    store = fill(database)
    script = """
store = SqliteStore(path)
with store.transaction() as transaction:
    now = datetime.now(UTC)
    transaction.append(e.Event(new_id(now), "incident-1", now, "other", e.Noted("half")))
    transaction.add_reports("incident-1", [(new_id(now), NewReport("x", "Acme", Via.PHONE), now)])
    print("ready", flush=True)
    sys.stdin.read()
"""
    with running(script, database):
        pass
    assert len(store.events("incident-1")) == 1
    assert store.counts("incident-1").total == 0
    with store.transaction() as transaction:
        transaction.append(e.Event("2", "incident-1", START, "Sam", e.Noted("goes on")))
    assert len(store.events("incident-1")) == 2
    store.close()


def test_threads_of_one_process_share_a_store(database: Path) -> None:
    store = fill(database)
    problems: list[Exception] = []

    def work(name: int) -> None:
        try:
            for n in range(40):
                with store.transaction() as transaction:
                    count = len(transaction.events("incident-1"))
                    transaction.append(e.Event(f"{name}-{n}", "incident-1", START, "Sam", e.Noted(str(count))))
                store.events("incident-1")
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=[name]) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    notes = [event.what.text for event in store.events("incident-1") if isinstance(event.what, e.Noted)]
    assert notes == [str(n) for n in range(1, 161)]
    store.close()


def test_the_screen_reads_while_a_write_waits_for_another_process(database: Path) -> None:
    store = fill(database)
    script = """
store = SqliteStore(path)
with store.transaction() as transaction:
    print("ready", flush=True)
    sys.stdin.read()
"""
    begun, done = threading.Event(), threading.Event()

    def write() -> None:
        begun.set()
        with store.transaction() as transaction:
            transaction.append(e.Event("2", "incident-1", START, "Sam", e.Noted("at last")))
        done.set()

    writer = threading.Thread(target=write)
    with running(script, database):
        writer.start()
        begun.wait()
        for _ in range(20):
            assert len(store.events("incident-1")) == 1
            assert store.counts("incident-1").total == 0
        assert not done.is_set()
    writer.join()
    assert len(store.events("incident-1")) == 2
    store.close()


def test_what_a_transaction_that_failed_had_read_of_itself_is_not_kept(database: Path) -> None:
    store = fill(database)
    with suppress(ZeroDivisionError), store.transaction() as transaction:
        transaction.append(e.Event("2", "incident-1", START, "Sam", e.Noted("never")))
        assert len(transaction.events("incident-1")) == 2
        raise ZeroDivisionError
    assert len(store.events("incident-1")) == 1
    with store.transaction() as transaction:
        transaction.append(e.Event("3", "incident-1", START, "Sam", e.Noted("kept")))
    assert [event.id for event in store.events("incident-1")] == ["1", "3"]
    assert [event.id for event in store.events("incident-1", 1)] == ["3"]
    store.close()

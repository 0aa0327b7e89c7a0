"""Databases that can't be used: one line that says what and how to mend it, never a traceback; nothing is harmed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from liaison import Liaison, Machine


def _other_program(machine: Machine) -> None:
    with closing(sqlite3.connect(machine.database)) as connection:
        connection.executescript("create table songs (title text); insert into songs values ('a song');")


def _newer_version(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--no-ui")
    with closing(sqlite3.connect(machine.database)) as connection:
        connection.execute("pragma user_version = 9999")
        connection.execute("pragma wal_checkpoint(truncate)")


def _no_database(machine: Machine) -> None:
    machine.database.write_text("Shopping: bread, milk, a new cable.\n" * 100)


@pytest.mark.parametrize("spoil", [_other_program, _newer_version, _no_database])
@pytest.mark.parametrize("command", [("status",), ("report", "no SMS", "--customer", "Acme", "--via", "phone")])
def test_a_file_that_is_not_ours_is_refused_untouched(
    machine: Machine, spoil: Callable[[Machine], None], command: tuple[str, ...]
) -> None:
    spoil(machine)
    before = machine.database.read_bytes()
    line = machine.complains(*command)
    assert str(machine.database) in line
    assert machine.database.read_bytes() == before


@pytest.mark.parametrize("spoil", [_other_program, _newer_version])
def test_the_screen_does_not_open_on_it(machine: Machine, spoil: Callable[[Machine], None]) -> None:
    spoil(machine)
    with machine.sit_down() as at:
        assert at.wait_end() == 2
        said = at.written
        assert machine.database.name in said
        assert "Traceback" not in said
        assert not at.modes & {1049}


def test_a_folder_is_no_database(machine: Machine) -> None:
    folder = machine.home / "folder"
    folder.mkdir()
    assert str(folder) in machine.complains("status", "--db", str(folder))


def test_a_folder_that_cannot_be_made_is_said(machine: Machine) -> None:
    (machine.home / "file").touch()
    wrong = machine.home / "file" / "incidents.db"
    assert str(wrong) in machine.complains("new", "Payments fail", "--no-ui", "--db", str(wrong))


@pytest.mark.slow
def test_a_database_that_stops_taking_writes_is_said_on_the_screen_and_nothing_typed_is_lost(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        with closing(_locked(machine.database)) as lock:
            at.type("typed while the disk is busy")
            at.wait_for("typed while the disk is busy")
            at.wait_for("NOT SAVED", within_s=40)
            lock.rollback()
        at.wait_gone("NOT SAVED")
        at.wait_until(lambda: machine.draft() == "typed while the disk is busy", "the draft to be saved")
        assert Liaison(at).leaves_the_cockpit() == 0


def _locked(database: Path) -> sqlite3.Connection:
    """Another program that writes to the database and doesn't end."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("begin immediate")
    return connection


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere: run the tests as a user")
def test_a_folder_that_may_not_be_written_to_is_said(machine: Machine) -> None:
    folder = machine.home / "closed"
    folder.mkdir(mode=0o500)
    assert str(folder) in machine.complains("new", "Payments fail", "--no-ui", "--db", str(folder / "incidents.db"))

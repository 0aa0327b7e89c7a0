"""What is typed into forms is on disk beside the journal, one entry per incident and form, and can be erased."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from support import minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.incidents import Incidents
from cockpit.application.ports import StoreProblem


def keep(store: SqliteStore, incident: str | None, form: str, said: Mapping[str, str]) -> None:
    with store.transaction() as transaction:
        transaction.keep_unfinished(incident, form, said, minute(1))


def test_the_last_words_of_each_form_of_each_incident_are_kept(
    store: SqliteStore, database: Path, incidents: Incidents, incident: str
) -> None:
    other = incidents.open("Search is slow", 3)
    keep(store, incident, "note", {"text": "call"})
    keep(store, incident, "note", {"text": "call the vendor", "更": "木村に電話"})
    keep(store, incident, "facts", {"impact_en": ""})
    keep(store, other, "note", {"text": "another"})
    again = SqliteStore(database)
    assert again.unfinished(incident) == {
        "note": {"text": "call the vendor", "更": "木村に電話"},
        "facts": {"impact_en": ""},
    }
    assert again.unfinished(other) == {"note": {"text": "another"}}
    again.close()


def test_what_is_typed_for_an_incident_that_is_none_yet_is_kept_once(store: SqliteStore, incident: str) -> None:
    keep(store, None, "new", {"title": "Sear"})
    keep(store, None, "new", {"title": "Search is slow"})
    assert store.unfinished(None) == {"new": {"title": "Search is slow"}}
    assert store.unfinished(incident) == {}
    keep(store, None, "new", {})
    assert store.unfinished(None) == {}


def test_nothing_typed_leaves_nothing(store: SqliteStore, incident: str) -> None:
    keep(store, incident, "note", {"text": "call"})
    keep(store, incident, "note", {})
    assert store.unfinished(incident) == {}


def test_an_incident_that_is_not_there_has_no_forms(store: SqliteStore) -> None:
    with pytest.raises(StoreProblem, match="nothing was recorded"):
        keep(store, "nobody", "note", {"text": "call"})


@pytest.mark.parametrize("said", ["[1]", '{"text": 1}', "7"])
def test_what_another_tool_wrote_there_is_said_in_one_line(
    store: SqliteStore, database: Path, incident: str, said: str
) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO unfinished VALUES (?, 'note', ?, '')", (incident, said))
    with pytest.raises(StoreProblem, match="the form note") as problem:
        store.unfinished(incident)
    assert "\n" not in str(problem.value)

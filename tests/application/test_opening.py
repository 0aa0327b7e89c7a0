"""An incident is read while something else goes on; what is wrong with it is told to whoever asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cockpit.application.desk import Desk, Refusal
from cockpit.application.opening import Opening
from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services, Watch
from cockpit.application.snapshot import take
from cockpit.domain import events as e


def test_it_gives_what_a_snapshot_holds_and_a_watch_that_misses_nothing(
    services: Services, desk: Desk, incident: str
) -> None:
    opening = Opening(services, incident)
    watch, snapshot = opening.read()
    assert snapshot == take(desk, incident)
    assert not watch.changed()
    desk.record(incident, lambda state, tx, now: [e.Noted("later")])
    assert watch.changed()
    watch.close()


def test_an_incident_that_is_not_there_is_refused_when_it_is_asked_for(services: Services) -> None:
    opening = Opening(services, "nobody")
    with pytest.raises(Refusal, match="there is no incident nobody"):
        opening.read()


def test_a_file_that_cannot_be_watched_is_told(services: Services, incident: str) -> None:
    def watch() -> Watch:
        raise StoreProblem("the file is gone")

    with pytest.raises(StoreProblem, match="the file is gone"):
        Opening(replace(services, watch=watch), incident).read()

"""What is typed into a form is kept until it is recorded; nothing of it is in the journal."""

from __future__ import annotations

from cockpit.application.services import Services
from cockpit.application.snapshot import take


def test_what_was_typed_is_there_again_cleaned(services: Services, incident: str) -> None:
    before = services.desk.store.events(incident)
    services.unfinished.keep(incident, "note", {"text": "call\x1b[31m the vendor\r\n"})
    assert services.unfinished.said(incident, "note") == {"text": "call the vendor\n"}
    assert services.unfinished.said(incident, "facts") == {}
    assert services.desk.store.events(incident) == before


def test_a_snapshot_names_the_forms_that_hold_something(services: Services, incident: str) -> None:
    assert take(services.desk, incident).unfinished == frozenset()
    services.unfinished.keep(incident, "facts", {"impact_en": "late"})
    assert take(services.desk, incident).unfinished == {"facts"}
    services.unfinished.keep(incident, "facts", {})
    assert take(services.desk, incident).unfinished == frozenset()


def test_what_is_typed_for_a_new_incident_belongs_to_none(services: Services, incident: str) -> None:
    services.unfinished.keep(None, "new", {"title": "Search is slow"})
    assert services.unfinished.said(None, "new") == {"title": "Search is slow"}
    assert services.unfinished.said(incident, "new") == {}

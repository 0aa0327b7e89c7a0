"""The names that the report line completes."""

from __future__ import annotations

from dataclasses import replace

from cockpit.application.known import known_names
from cockpit.application.services import Services
from cockpit.domain.facts import LocalText
from cockpit.domain.picks import everywhere
from cockpit.domain.reports import NewReport, Via


def test_a_pick_is_known_by_its_name_in_every_language_and_before_what_reports_say(
    services: Services, incident: str
) -> None:
    picks = (LocalText("Notifications", "通知"), everywhere("API"))
    services = replace(services, components=picks, regions=(everywhere("EU"),))
    services.reports.log(incident, [NewReport("late", "Acme", Via.PHONE, component="search", region="eu")])
    known = known_names(services, incident)
    assert known.components == ("Notifications", "通知", "API", "search")
    assert known.regions == ("EU",)
    assert known.spelt("component", "ｎｏｔｉｆｉｃａｔｉｏｎｓ") == "Notifications"

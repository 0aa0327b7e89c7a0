"""The scenarios by name."""

from __future__ import annotations

from cockpit.drill.scenario import Scenario
from cockpit.drill.scenarios.checkout_ja import CHECKOUT
from cockpit.drill.scenarios.notifications import NOTIFICATIONS

SCENARIOS: dict[str, Scenario] = {scenario.name: scenario for scenario in (NOTIFICATIONS, CHECKOUT)}
"""All of them; the first one is played where none is named."""


def of_title(title: str) -> Scenario | None:
    """The scenario of the incident called ``title``: a drill that was left goes on with its own."""
    return next((scenario for scenario in SCENARIOS.values() if scenario.title == title), None)

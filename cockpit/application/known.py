"""The names that the report line completes: configured ones, and those that reports were logged under."""

from __future__ import annotations

from collections.abc import Mapping

from cockpit.application.services import Services
from cockpit.domain.picks import called, spellings
from cockpit.domain.report_completion import Known, merged
from cockpit.domain.words import Lang


def names_in(lang: Lang, services: Services) -> Mapping[str, str]:
    """What configured components and regions are called in ``lang``, by every spelling, folded."""
    return called((*services.components, *services.regions), lang)


def known_names(services: Services, incident: str) -> Known:
    """What is known in ``incident``, those most likely meant first; raises StoreProblem."""
    store = services.desk.store
    return Known(
        customers=merged((customer.name for customer in services.premium), store.customers(incident)),
        components=merged(spellings(services.components), store.components(incident)),
        regions=merged(spellings(services.regions), store.regions(incident)),
    )

"""The desk of a drill: the real templates in place of the plain ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cockpit.adapters.templates import Templates
from cockpit.application.services import Services


@pytest.fixture
def services(services: Services) -> Services:
    return replace(services, filler=replace(services.filler, templates=Templates()))

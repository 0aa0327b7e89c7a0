"""Customers with a special support contract: each is told individually (the guide: Words).

A module of its own, since the configuration names them before anything else is needed.
"""

from __future__ import annotations

from cockpit.domain.frozen import frozen
from cockpit.domain.words import Lang


@frozen
class PremiumCustomer:
    """Who they are, who looks after them, where they are reached (any text), in which language they are told.

    ``lang`` None: the first of the languages in use.
    """

    name: str
    account_team: str = ""
    contact: str = ""
    lang: Lang | None = None

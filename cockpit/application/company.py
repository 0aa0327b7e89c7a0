"""Who writes to the customers; a module of its own, since the configuration names it before anything else is needed."""

from __future__ import annotations

from cockpit.domain.frozen import frozen


@frozen
class Company:
    """Who writes: what templates call ``company`` and ``link`` (the status page's address)."""

    name: str = ""
    link: str = ""

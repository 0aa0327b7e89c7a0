"""What the IC is told of customers' reports: counts, words and places as the digest's template names them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cockpit.application.filling import Filler
from cockpit.domain.reports import Report, summarise
from cockpit.domain.words import Lang

_EXAMPLES = 3
"""How many reports are quoted with their customer."""


def digest_facts(reports: Sequence[Report], filler: Filler, lang: Lang, now: datetime) -> dict[str, object]:
    """The facts of template "relay-digest" for ``reports`` (newest first)."""
    summary = summarise(reports)
    return {
        "customers": summary.customers,
        **dict(summary.by_via),
        "symptoms": summary.words,
        "since": filler.time(summary.since, lang, now),
        "components": tuple(name for name, _ in summary.by_component),
        "regions": tuple(name for name, _ in summary.by_region),
        "premium": summary.premium,
        "examples": tuple(f"{report.customer}: {report.text}" for report in reports[:_EXAMPLES]),
    }

"""What the IC is told of customers' reports: counts, symptoms and places as the digest's template names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from cockpit.application.filling import Filler
from cockpit.domain.counting import Symptom, count
from cockpit.domain.reports import Report, customer_key
from cockpit.domain.words import Lang

_EXAMPLES = 3
"""How many reports are quoted with their customer."""
_SYMPTOMS = 3
"""How many symptoms are named."""
_SYMPTOM = 80
"""How many code points of a symptom are said."""


def digest_facts(
    reports: Sequence[Report], filler: Filler, lang: Lang, now: datetime, names: Mapping[str, str]
) -> dict[str, object]:
    """The facts of template "relay-digest" for ``reports`` (newest first); ``names`` as in `count`, in ``lang``."""
    counted = count(reports, now, names)
    premium = {customer_key(report.customer): report.customer for report in reversed(reports) if report.premium}
    since = min((report.since for report in reports if report.since), default=None)
    return {
        "customers": counted.total.customers,
        "reports": counted.total.reports,
        **{via.value: each.reports for via, each in counted.vias},
        "symptoms": _symptoms(counted.symptoms, lang),
        "since": filler.time(since, lang, now),
        "components": tuple(name for name, _ in counted.components),
        "regions": tuple(name for name, _ in counted.regions),
        "premium": tuple(premium[key] for key in sorted(premium)),
        "examples": tuple(f"{report.customer}: {report.text}" for report in reports[:_EXAMPLES]),
    }


def short_symptom(name: str) -> str:
    """A symptom in one line, as it is said and listed."""
    line = " ".join(name.split()).rstrip(".。!！")
    return line if len(line) <= _SYMPTOM else line[: _SYMPTOM - 1].rstrip() + "…"


def _symptoms(symptoms: Sequence[Symptom], lang: Lang) -> tuple[str, ...]:
    """What is said most, each with its customers where more than one thing is said; the others are counted too."""
    if len(symptoms) == 1:
        return (short_symptom(symptoms[0].name),)
    said = [_of(short_symptom(each.name), each.count.customers, lang) for each in symptoms[:_SYMPTOMS]]
    others = symptoms[_SYMPTOMS:]
    if others:
        left = sum(each.count.reports for each in others)
        one = "1 other report" if left == 1 else f"{left} other reports"
        said.append(f"その他{left}件" if lang is Lang.JA else one)
    return tuple(said)


def _of(symptom: str, customers: int, lang: Lang) -> str:
    if lang is Lang.JA:
        return f"{symptom}（{customers}社）"
    return f"{symptom} ({customers} customer{'' if customers == 1 else 's'})"

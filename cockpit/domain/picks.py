"""Names to pick from, each as it is in every language customers are written to in; and typed lists of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from cockpit.domain.facts import LocalText, parted
from cockpit.domain.report_completion import completed, ready
from cockpit.domain.reports import folded
from cockpit.domain.words import Lang

_COMMAS = {Lang.EN: ", ", Lang.JA: "、"}
_LAST_ITEM = re.compile(r"[^,、，]*\Z")


def everywhere(name: str) -> LocalText:
    """A name that is the same in every language."""
    return LocalText(name, name)


def spellings(picks: Iterable[LocalText]) -> tuple[str, ...]:
    """Every name in every language."""
    return tuple(name for pick in picks for name in pick.texts)


def called(picks: Iterable[LocalText], lang: Lang) -> dict[str, str]:
    """What each is called in ``lang`` (where it has a name there), by every spelling of it, folded."""
    found: dict[str, str] = {}
    for pick in picks:
        for spelling in pick.texts:
            found.setdefault(folded(spelling), pick.get(lang) or spelling)
    return found


def named(text: str, lang: Lang, picks: Iterable[LocalText]) -> tuple[LocalText, ...]:
    """Those of ``picks`` that the list in ``text`` names in ``lang``; case and width don't matter."""
    there = {folded(part) for part in parted(text)}
    return tuple(pick for pick in picks if folded(pick.get(lang)) in there)


def repicked(text: str, lang: Lang, before: Collection[LocalText], after: Collection[LocalText]) -> str:
    """The list in ``text`` once ``after`` is picked where ``before`` was; whatever else it says stays as it is.

    A pick without a name in ``lang`` can't be said in it.
    """
    parts = parted(text)
    wanted = {folded(pick.get(lang)): pick.get(lang) for pick in after if pick.get(lang)}
    gone = {folded(pick.get(lang)) for pick in before} - set(wanted)
    kept = tuple(part for part in parts if folded(part) not in gone)
    there = {folded(part) for part in kept}
    added = tuple(name for key, name in wanted.items() if key not in there)
    return text if not added and kept == parts else _COMMAS[lang].join((*kept, *added))


def complete(text: str, names: Iterable[str]) -> str | None:
    """``text`` with its last item completed to one of ``names`` that isn't in the list yet; None: to none of them."""
    last = _LAST_ITEM.search(text)
    typed = last[0].lstrip() if last else ""
    if not typed:
        return None
    there = {folded(part) for part in parted(text)}
    return completed(text, typed, ready(name for name in names if folded(name) not in there))

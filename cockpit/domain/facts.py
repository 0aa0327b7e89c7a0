"""The facts sheet: what is known of the incident, in the words customers will read, per language."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime

from cockpit.domain.clean import clean
from cockpit.domain.frozen import frozen
from cockpit.domain.words import Lang

_LIST_COMMA = re.compile(r"\s*[,、，]\s*")


def parted(text: str) -> tuple[str, ...]:
    """A list as it is typed, split at commas of either script."""
    return tuple(part for part in _LIST_COMMA.split(text.strip()) if part)


@frozen
class LocalText:
    """One text per language customers are written to in; empty where it isn't known or worded yet."""

    en: str = ""
    ja: str = ""

    def get(self, lang: Lang) -> str:
        """The text in ``lang``, "" where there is none: never the other language's."""
        return self.ja if lang is Lang.JA else self.en

    def parts(self, lang: Lang) -> tuple[str, ...]:
        """The text in ``lang`` as a list, split at commas of either script."""
        return parted(self.get(lang))

    def with_(self, lang: Lang, text: str) -> LocalText:
        """The same with ``lang``'s text replaced."""
        return LocalText(self.en, text) if lang is Lang.JA else LocalText(text, self.ja)

    @property
    def texts(self) -> tuple[str, ...]:
        """What it is in any language, each wording once."""
        return tuple(dict.fromkeys(text for text in (self.en, self.ja) if text))

    def cleaned(self) -> LocalText:
        """The same, made harmless to keep and to show."""
        return LocalText(clean(self.en).strip(), clean(self.ja).strip())

    def __bool__(self) -> bool:
        """Whether any language has a text."""
        return bool(self.en or self.ja)


@frozen
class FactSheet:
    """What is known. ``cause`` is the team's own note and is never offered to a template."""

    impact: LocalText = LocalText()
    components: LocalText = LocalText()
    regions: LocalText = LocalText()
    workaround: LocalText = LocalText()
    data_loss: LocalText = LocalText()
    lingering: LocalText = LocalText()
    began_at: datetime | None = None
    cause: str = ""

    def changed(self, other: FactSheet) -> tuple[str, ...]:
        """The names of the fields in which ``other`` differs."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != getattr(other, f.name))


NOTHING_LOST = LocalText("No data was lost", "データの損失はございません")
"""What the facts say of data once the IC has said that none was lost: never assumed (the guide's timing rule 6)."""
NOTHING_LINGERS = LocalText(
    "Nothing, and you do not need to do anything", "ございません。お客様に行っていただく操作もございません"
)
"""The same of what remains."""

IMPACT_FACTS = frozenset({"impact", "components", "regions"})
"""A change of these is a change of impact or scope: customers hear of it at once (the guide's timing rule 3)."""

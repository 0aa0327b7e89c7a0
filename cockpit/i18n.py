"""The user's language: gettext catalogues, used by the outer layers; the pure ones say `Wording` and stay out of it."""

from __future__ import annotations

import gettext as _gettext
from enum import StrEnum
from functools import cache
from pathlib import Path

from cockpit.domain.wording import Wording

LOCALE = Path(__file__).with_name("locale")
LANGUAGES = ("en", "ja")

_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_lang = "en"


@cache
def _load(lang: str) -> _gettext.NullTranslations:
    return _gettext.translation("cockpit", LOCALE, [lang], fallback=True)


def use(lang: str) -> None:
    """Speak ``lang`` ("en" or "ja") from here on; for the whole process."""
    global _translations, _lang
    _translations, _lang = (_gettext.NullTranslations() if lang == "en" else _load(lang)), lang


def current() -> str:
    """The language that is spoken."""
    return _lang


def _(text: str, /, **fields: object) -> str:
    """``text`` in the user's language, its ``%(name)s`` fields filled."""
    translated = _translations.gettext(text)
    return translated % {name: _field(value) for name, value in fields.items()} if fields else translated


def many(one: str, several: str, count: int, /, **fields: object) -> str:
    """The singular or plural of a text in the user's language; ``%(count)d`` is there to be named."""
    return _translations.ngettext(one, several, count) % {"count": count, **fields}


def tell(wording: Wording) -> str:
    """What a pure layer said, in the user's language."""
    return _(wording.text, **wording.fields)


def _field(value: object) -> object:
    if isinstance(value, Wording):
        return tell(value)
    if isinstance(value, StrEnum):
        from cockpit.labels import label  # it stands on this module

        return label(value)
    return value

"""How a fact is put into a sentence: lists, sentences, quotations and names as each language writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cockpit.adapters.template_facts import name_of
from cockpit.domain.words import Lang
from cockpit.i18n import _

_ENDS = {Lang.EN: ".!?…", Lang.JA: "。．.!！?？…"}
_STOP = {Lang.EN: ".", Lang.JA: "。"}
_CLOSING = "\"'”’)」』）"


def texts(value: object) -> list[str]:
    """A value as the list of its texts; a text, a number or a missing fact is a list of one.

    Raises ValueError for a list of lists: a message needs none, and written out they grow without measure.
    """
    if not isinstance(value, list | tuple | range):
        return [str(value)]
    if any(isinstance(item, list | tuple | range) for item in value):
        raise ValueError(_("a list can't hold lists"))
    return [str(item) for item in value]


def filters(lang: Lang) -> Mapping[str, Callable[..., Any]]:
    """The filters that a template of ``lang`` can use on facts, by name; the README says what each does."""
    speech = _Speech(lang)
    return {
        "listed": speech.listed,
        "sentence": speech.sentence,
        "entry": speech.entry,
        "named": speech.named,
        "in_line": in_line,
        "quoted": quoted,
        "join": joined,
        "upper": lambda value: joined(value).upper(),
        "lower": lambda value: joined(value).lower(),
        "trim": lambda value: joined(value).strip(),
    }


def joined(value: object, between: str = "") -> str:
    """The texts with ``between`` between them."""
    return between.join(texts(value))


def in_line(value: object) -> str:
    """A text of several lines as one line."""
    return " ".join(line.strip() for line in joined(value, ", ").splitlines() if line.strip())


def quoted(value: object) -> str:
    """Each line behind "> ", as chats and emails quote; several texts with an empty line between."""
    return "\n\n".join("\n".join(f"> {line}".rstrip() for line in text.splitlines()) for text in texts(value))


class _Speech:
    """What depends on the language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def listed(self, value: object, between: str = "") -> str:
        """A list as prose has it: "Push, SMS and email", プッシュ通知、SMS; or with ``between`` between."""
        items = texts(value)
        if between or self._lang is Lang.JA:
            return (between or "、").join(items)
        return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)

    def sentence(self, value: object) -> str:
        """A text on one line, begun with a capital (not a name's own small letter) and ended with a stop."""
        text = in_line(value)
        first = text.partition(" ")[0]
        if self._lang is Lang.EN and first.isalpha() and first.islower():
            text = text[0].upper() + text[1:]
        last = text.rstrip(_CLOSING)[-1:]
        return text if not last or last in _ENDS[self._lang] else text + _STOP[self._lang]

    def entry(self, value: object) -> str:
        """What stands after a label: in English a sentence; in Japanese bare, unless it holds several sentences."""
        bare = self._lang is Lang.JA and _STOP[Lang.JA] not in in_line(value)
        return in_line(value) if bare else self.sentence(value)

    def named(self, value: object) -> list[str] | str:
        """Codes of phases and channels in words."""
        names = [name_of(code, self._lang) for code in texts(value)]
        return names if isinstance(value, list | tuple) else names[0]

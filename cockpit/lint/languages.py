"""The two languages behind one door: which statements of time a sentence makes."""

from __future__ import annotations

from functools import lru_cache

from cockpit.domain.words import Lang
from cockpit.lint.reading import Reading, Sentence
from cockpit.lint.setting import Setting, setting_of
from cockpit.lint.statement import Role, Statement, TimeExpression


def statements(sentence: Sentence, setting: Setting = Setting.TROUBLE) -> tuple[Statement, ...]:
    """Every time of ``sentence`` with the predicate that governs it; spans in code points of the sentence.

    ``setting`` is what the message as a whole is about.
    """
    return _statements(sentence.text, sentence.lang, setting)


def times(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Every phrase of time in ``sentence``."""
    return _times(sentence.text, sentence.lang)


def stated(reading: Reading, role: Role) -> list[tuple[Sentence, Statement]]:
    """All statements of one role in the message, in order."""
    return [(sentence, found) for sentence, found in _said(reading) if found.role is role]


@lru_cache(maxsize=4)
def _said(reading: Reading) -> tuple[tuple[Sentence, Statement], ...]:
    """Every statement of the message; several rules ask for them."""
    setting = setting_of(reading.text)
    return tuple((sentence, found) for sentence in reading.sentences for found in statements(sentence, setting))


@lru_cache(maxsize=2048)
def _statements(text: str, lang: Lang, setting: Setting) -> tuple[Statement, ...]:
    if lang is Lang.JA:
        from cockpit.lint.ja.predicates import statements as japanese

        return japanese(text, setting)
    from cockpit.lint.en.predicates import statements as english

    return english(text, setting)


@lru_cache(maxsize=2048)
def _times(text: str, lang: Lang) -> tuple[TimeExpression, ...]:
    if lang is Lang.JA:
        from cockpit.lint.ja.times import find_times as japanese

        return japanese(text)
    from cockpit.lint.en.times import find_times as english

    return english(text)

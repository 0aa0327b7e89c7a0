"""Finds the event words of a Japanese sentence and the places where one clause ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.forms import ending
from cockpit.lint.ja.lexicon import NOUNS, VERBS, Kind
from cockpit.lint.patterns import Pattern, pattern

_NOUNS = {word: kind for kind, words in NOUNS.items() for word in words}
_VERBS = {word: kind for kind, words in VERBS.items() for word in words}
_KINDS = _NOUNS | _VERBS
_NOT_AFTER = {
    "直": "しりきけ見やり正",
    "戻": "いきりし払差巻取",
    "続": "手接継連持相存",
    "続け": "手接継連持相存",
    "及": "言普波追",
    "済": "返経救決未",
    "安定": "不",
    "更新": "自",
    "起き": "引",
    "出し": "引取貸り呼送提見",
    "伝え": "お",
    "知らせ": "お",
    "公開": "非",
    "対応": "非未",
}
"""A stem that follows one of these characters is a piece of another verb (やり直す, 払い戻し, 手続き)."""

_THINGS = {"通知": r"[がはもをの、]"}
"""What is a thing of its own when one of these follows it: 通知が遅れる tells of the product, not of news."""
_OF_NEWS = r"(?:次回|次|追加|最終)の?$"


@dataclass(frozen=True, eq=False)
class Event:
    """One event word in its place. Two are the same only if they are one."""

    start: int
    end: int
    word: str
    kind: Kind
    sentence: str

    @cached_property
    def form(self) -> Form:
        """What its ending says; read when it is asked for, since most events are never looked at."""
        if self.kind is Kind.ACTION:
            return Form.ACTION
        return ending(self.sentence, self.end, verb=self.word in _VERBS)


@cache
def _words() -> Pattern:
    return pattern("|".join(sorted(_KINDS, key=len, reverse=True)), ignore_case=False)


@cache
def _clause_ends() -> Pattern:
    """Where a clause closes: its times can't reach over it to the right."""
    return pattern(
        r"(?:ました|ません|ますが?|です|でした|でしょう|ております|おりません)(?:が|ので|ため|から|けれども|ところ|し)?[、。]"
        r"|ました(?:が|ので|ため)|(?:ので|ため|ことから|ものの|けれども?|一方で?)、|(?:した|いる|ある|ない)(?:が|ため|ところ)、?|[。!?]"
        r"|ですが|ますが|(?:なければ|ければ|場合には?|場合は|なかったら|でしたら|ましたら)、"
    )


@cache
def _joints() -> Pattern:
    """Where a clause goes on in the same breath (復旧し、更新して、): a time of its own beyond it starts anew."""
    return pattern(r"[しりてでくおびきれえ]、|とともに|と共に|および|かつ")


def _is_thing(text: str, start: int, end: int) -> bool:
    particles = _THINGS.get(text[start:end])
    if particles is None or not pattern(particles, ignore_case=False).match(text[end : end + 1]):
        return False
    return pattern(_OF_NEWS, ignore_case=False).search(text[max(0, start - 4) : start]) is None


def events_of(text: str) -> tuple[Event, ...]:
    """Every event word of the sentence, in order."""
    found = []
    for match in _words().finditer(text):
        start, end = match.span()
        word = text[start:end]
        if start and text[start - 1] in _NOT_AFTER.get(word, ""):
            continue
        if _is_thing(text, start, end):
            continue
        found.append(Event(start, end, word, _KINDS[word], text))
    return tuple(found)


def clause_ends(text: str) -> tuple[int, ...]:
    """Offsets at which a clause has ended (each is behind the last character of the clause)."""
    return tuple(match.end() for match in _clause_ends().finditer(text))


def joints(text: str) -> tuple[int, ...]:
    """Offsets at which a clause goes on."""
    return tuple(match.end() for match in _joints().finditer(text))

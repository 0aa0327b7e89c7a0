"""Grouping reports that say the same, by means anybody can follow: the words they share.

A text's features are its words where words are set apart by spaces, without their commonest endings; where they are
not (Japanese), pairs of neighbouring characters of each piece between the syllables of grammar (hiragana). Numbers,
times and little words say nothing of a symptom and are left out. What most reports say leads a group; a text joins the
group whose leader it shares most with, if that is at least `ALIKE` of the features of both together (Jaccard's index).

What a person says wins: a report that was given a symptom by hand is in the group of that name, whatever its words;
and a name that several reports were given draws in the others that are like them.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from cockpit.domain.frozen import frozen
from cockpit.domain.reports import folded

ALIKE = 0.5
"""The share of common features from which on two texts say the same: half of all that either says."""
_DRAWS = 2
"""From how many reports on a name given by hand draws in others: a single one may have been an exception."""
_CANDIDATES = 32
"""How many leaders a text is compared with at the most, those with its rarest words and of the largest groups first."""

_KANA = "\u3041-\u309f"
_PICTURED = "\u30a0-\u30ff\u31f0-\u31ff\u3400-\u9fff\u3005\uff66-\uff9f"
# Compiled when the first report is looked at, not when a program starts that may look at none.
_WORD = f"(?:(?![{_KANA}{_PICTURED}])[^\\W\\d_])+(?:['’][a-z]+)?"
_RUN = f"(?P<pictured>[{_PICTURED}]+)|(?P<kana>[{_KANA}]+)|(?P<word>{_WORD})"
_ENDING = r"(?<=[a-z]{4})(?:ing|ed|es|s|e)$"
_NEGATIVE = "no not never none nothing cannot don't doesn't didn't can't couldn't won't isn't aren't wasn't"
_LITTLE_WORDS = """
a about all also am an and any are as at be been but by can could did do does for from get got had has have he hello
her hi his i if in into is it its just me more my now of on or our please pm she since so some still thank thanks that
the their them then there these they this those to today too us utc was we were what when which while will with would
yesterday you your
今朝 今日 昨日 本日 昨夜 現在 先程 状態 状況 至急 確認 連絡 対応 何度 同 試 願 致 申 訳 時 分 頃 件 様 御 方 思 場合
"""
_NOT, _LITTLE = frozenset(_NEGATIVE.split()), frozenset(_LITTLE_WORDS.split())
Features = frozenset[str]


@frozen
class Group:
    """Reports that say the same, by their positions in what was grouped; ``by_hand`` where a person named it."""

    name: str
    members: tuple[int, ...]
    by_hand: bool = False


def features(text: str) -> Features:
    """What ``text`` is compared by; a text of little words and numbers alone is compared whole."""
    found: set[str] = set()
    kana: set[str] = set()
    whole = folded(text)
    for match in re.finditer(_RUN, whole):
        run = match[0]
        if match.lastgroup == "word":
            run = run.replace("’", "'")
            found.add("not" if run in _NOT else run if run in _LITTLE else re.sub(_ENDING, "", run))
        elif match.lastgroup == "pictured":
            found |= _pairs(run)
        else:
            kana |= _pairs(run)
    found -= _LITTLE
    # Syllables of grammar are in every sentence; a text that has nothing else is compared by them.
    return frozenset(found or kana) or frozenset({" ".join(whole.split())})


def _pairs(run: str) -> set[str]:
    return {run[at : at + 2] for at in range(max(1, len(run) - 1))}


def groups(texts: Sequence[str], symptoms: Sequence[str]) -> tuple[Group, ...]:
    """Group ``texts``, each with the symptom a person gave it ("": none); the largest group first.

    Every text is in one group, whose name is what most of its members say, or what a person called it. Only texts with
    other features are compared, so that thousands that say the same cost nothing.
    """
    known = {text: features(text) for text in dict.fromkeys(texts)}
    named: dict[str, list[int]] = defaultdict(list)
    unnamed: dict[Features, list[int]] = defaultdict(list)
    for at, (text, symptom) in enumerate(zip(texts, symptoms, strict=True)):
        if symptom:
            named[" ".join(folded(symptom).split())].append(at)
        else:
            unnamed[known[text]].append(at)
    spelt = {key: symptoms[members[0]] for key, members in named.items()}
    leaders = _Leaders(known.values())
    for key, members in named.items():
        if len(members) >= _DRAWS:
            for said in dict.fromkeys(known[texts[at]] for at in members):
                leaders.add(said, key)
    led: dict[int, list[int]] = defaultdict(list)
    for said in sorted(unnamed, key=lambda said: (-len(unnamed[said]), unnamed[said][0])):
        leader = leaders.nearest(said)
        if leader is None:
            leader = leaders.add(said)
        key = leaders.names[leader]
        (named[key] if key else led[leader]).extend(unnamed[said])
    found = [Group(spelt[key], tuple(sorted(members)), by_hand=True) for key, members in named.items()]
    for members in led.values():
        ((name, _times),) = Counter(texts[at] for at in sorted(members)).most_common(1)
        found.append(Group(name, tuple(sorted(members))))
    return tuple(sorted(found, key=lambda group: (-len(group.members), group.members[0])))


class _Leaders:
    """The leaders of groups, found by their rarest features.

    Two sets that share `ALIKE` of what is in either share one of the rarer features of each: a text is compared with
    those leaders alone, not with all of them.
    """

    def __init__(self, known: Iterable[Features]) -> None:
        self._common = Counter(feature for said in frozenset(known) for feature in said)
        self._said: list[Features] = []
        self.names: list[str] = []
        """The name that a person gave, of each leader; "": none."""
        self._by_feature: dict[str, list[int]] = defaultdict(list)

    def _rarest(self, said: Features) -> Sequence[str]:
        ordered = sorted(said, key=lambda feature: (self._common[feature], feature))
        return ordered[: len(ordered) - math.ceil(ALIKE * len(ordered)) + 1]

    def add(self, said: Features, name: str = "") -> int:
        """Let a text that says this lead a group; returns the leader's number."""
        number = len(self._said)
        self._said.append(said)
        self.names.append(name)
        for feature in self._rarest(said):
            self._by_feature[feature].append(number)
        return number

    def nearest(self, said: Features) -> int | None:
        """The leader most like what is said, the earlier of two; None where none is alike."""
        best, best_share = None, 0.0
        candidates = (number for feature in self._rarest(said) for number in self._by_feature.get(feature, ()))
        for number in sorted(frozenset(islice(candidates, _CANDIDATES))):
            theirs = self._said[number]
            shared = len(said & theirs)
            share = shared / (len(said) + len(theirs) - shared)
            if share >= ALIKE and share > best_share:
                best, best_share = number, share
        return best

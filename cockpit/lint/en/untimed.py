"""Promises that name no time: more news "as we learn more", the fix "when power is restored"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cockpit.lint.en.cues import FUTURE, OPENERS, PREDICATES, Cue, Word
from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Role, Statement

_STRONG = (
    r"(?:bring|switch|turn|get|resol|restor|fix|recover|repair|back|return|come back|online|up and|operational"
    r"|available|normal|resum|power|reinstat|work|function|clear|complet|healthy|stable|fully|be |done|service|start"
    r"|begin|empt|deliver|replay)"
)
_CLAUSE_END = (
    r"[,;.!?()]|\s[-–—]\s|\s(?:we|it|they|the [a-z]+(?: [a-z]+)?|service|services|users|customers|you)(?:['’]ll"
    r"| will| should| can| are going| is going)\b"
)
_PROMISES = (
    "stay tuned",
    "staying tuned",
    "check back",
    "come back",
    "look back",
    "watch this space",
    "keep an eye",
    "to follow",
    "will follow",
)
_NO_PROMISE = ("until", "till", "before", "pending", "as we", "as more", "as it", "as and", "as new", "as needed")
"""Openers after which nothing is promised for that event."""
_INVITES = (
    r"(?:stay(?:ing)? tuned|^you(?:['’]ll| will) hear|(?:check|come|look) back|watch this space|keep an eye"
    r"|hear .*from us"
    r"|(?:to|will) (?:follow|come)|to share)"
)
_ON_REQUEST = r"^[^,;.]{0,50}\b(?:(?:up)?on request|if (?:you|needed|required|requested)|by request)\b"
_SOFT_VERBS = r"(?:will|shall|'ll|’ll|to follow|going to|hope|aim|plan|continu|expect|keep)"


def untimed(text: str, words: list[Word], timed: Sequence[Statement]) -> Iterator[tuple[int, int, Role]]:
    """Each promise of the sentence without a time of its own, as (start, end, role); spans in code points."""
    if not any(statement.role is Role.UPDATE for statement in timed):
        promise = _promise(text, words, timed)
        if promise is not None:
            yield *promise, Role.UPDATE
            return
    if not any(statement.role in (Role.RESOLVE, Role.UPDATE, Role.PLANNED) for statement in timed):
        yield from ((start, end, Role.RESOLVE) for start, end in _conditional(text, words))


def _promise(text: str, words: list[Word], timed: Sequence[Statement]) -> tuple[int, int] | None:
    """The phrase that stands for the time of a promised update, or the promise itself where there is none."""
    for index, word in enumerate(words):
        if word.cue is not Cue.UPDATE or not _promised(text, words, index):
            continue
        behind = next((w for w in words[index + 1 :] if w.cue is Cue.SUBORDINATE), None)
        if behind is not None and not _stopped(words[index + 1 :], behind):
            span = behind.start, _clause_end(text, behind.end)
        else:
            fronted = next((w for w in words[:index] if w.cue is Cue.SUBORDINATE), None)
            if fronted is not None and not _stopped(words[:index], fronted, after=True):
                span = fronted.start, _clause_end(text, fronted.end)
            else:
                span = word.start, word.end
        if any(span[0] < s.end and s.start < span[1] + 12 for s in timed if s.role is Role.RESOLVE):
            return None
        return span
    return None


def _stopped(words: list[Word], mark: Word, after: bool = False) -> bool:
    """Whether a stronger break lies between the promise and the condition."""
    between = [w for w in words if (w.start > mark.start if after else w.start < mark.start)]
    return any(w.cue is Cue.HARD for w in between)


def _promised(text: str, words: list[Word], index: int) -> bool:
    """Whether the telling is announced, not asked for, denied or past."""
    word = words[index]
    if pattern(_ON_REQUEST).match(text[word.end :]):
        return False
    if pattern(_INVITES).search(word.text):
        return True
    left = words[:index]
    start = max((i for i, w in enumerate(left) if w.cue in (Cue.HARD, Cue.CONDITION, Cue.SUBORDINATE)), default=-1)
    left = left[start + 1 :]
    if start >= 0 and words[start].cue is not Cue.HARD and _clause_end(text, words[start].end) > word.start:
        return False
    if any(w.cue is Cue.NEGATION for w in left) or any(w.cue is Cue.ACTION for w in left[-2:]):
        return False
    openers = [w for w in left if w.cue in OPENERS]
    right = words[index + 1 : index + 3]
    if not openers:
        follows = (
            bool(right)
            and right[0].cue is Cue.MODAL
            and right[0].text in ("will", "to follow", "to be", "are to", "is to")
        )
        return follows and not any(w.cue in (Cue.NEGATION,) for w in right)
    last = openers[-1]
    if last.cue in (Cue.HAVE, Cue.WEAK) or last.text.startswith(
        ("need", "require", "should", "think", "believe", "working", "won", "would")
    ):
        return False
    between = [w for w in left if w.start > last.start and w.cue in PREDICATES]
    return all(w.cue in (Cue.WATCH, Cue.STATE, Cue.UPDATE, Cue.RESOLVE, Cue.IMPACT) for w in between)


def _conditional(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """The fix promised for when something else has happened."""
    if any(word.cue is Cue.NEGATION for word in words):
        return
    for index, mark in enumerate(words):
        if mark.cue is not Cue.SUBORDINATE or mark.text.startswith(_NO_PROMISE):
            continue
        end = _clause_end(text, mark.end)
        main = (
            [w for w in words if w.end <= mark.start]
            if index and _has_main(words[:index])
            else [w for w in words if w.start >= end - 1]
        )
        if _resolves(main) and not any(w.cue is Cue.PLANNED for w in words):
            yield mark.start, end
            return


def _has_main(words: list[Word]) -> bool:
    return any(w.cue in FUTURE for w in words)


def _resolves(words: list[Word]) -> bool:
    """Whether the main clause promises, in so many words, that the problem will be over."""
    head: Word | None = None
    opener: Word | None = None
    for word in words:
        if word.cue in (Cue.HARD, Cue.SOFT):
            head = opener = None
        elif word.cue in FUTURE and word.cue is not Cue.WEAK:
            opener = word
        elif word.cue in PREDICATES and head is None and opener is not None:
            head = word
            if (
                word.cue is Cue.RESOLVE
                and pattern(_STRONG).match(word.text)
                and opener.text.startswith(("will", "should", "expect", "going to")) | opener.text.endswith("ll")
            ):
                return True
    return False


def _clause_end(text: str, start: int) -> int:
    """Where the clause that begins at ``start`` ends."""
    match = pattern(_CLAUSE_END).search(text[start:])
    return start + match.start() if match else len(text.rstrip(" .!?"))

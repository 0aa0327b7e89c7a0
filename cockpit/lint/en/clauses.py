"""Finds the clause around a time: which predicate governs it there, and what gives that predicate its tense."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.domain.frozen import frozen
from cockpit.lint.en.cues import BREAKS, FUTURE, OPENERS, PREDICATES, Cue, Word
from cockpit.lint.en.times import Phrase

TO_GO = ("away", "left", "remaining", "to go")
"""What follows a length of time that is still to pass."""

_TRANSPARENT = ("continu", "remain", "stay", "complet", "see", "notice", "experienc", "start", "begin")
"""Verbs that only lead to the next one ("continue to monitor", "see recovery")."""
_PUBLISHED = frozenset(
    {"available", "be available", "ready", "be ready", "be out", "complete", "completed", "finished",
     "released", "follow",
     "delivered", "finalised", "finalized", "concluded", "up", "be up", "done", "be done"}
)  # fmt: skip
"""What is done with a report, as with a repair."""
PRESENT = (
    "goes live",
    "goes out",
    "lands",
    "finishes",
    "completes",
    "comes back",
    "returns",
    "resumes",
    "ends",
    "arrives",
    "comes",
    "coming",
    "coming in",
    "coming out",
)
"""The present as a timetable has it: "the fix goes live at 16:00"."""
_PLURAL = frozenset(
    (
        "follow",
        "follows",
        "resume",
        "reopen",
        "re-open",
        "arrive",
        "come back",
        "go live",
        "open again",
        "opens again",
        "start again",
    )
) | {"starts again", "begin again", "begins again", "run again", "runs again"}
"""The same of several, and with "again"."""
_NOUNS = (
    "ion",
    "recovery",
    "fix",
    "repair",
    "repairs",
    "rollout",
    "rollback",
    "deployment",
    "patch",
    "eta",
    "estimate",
    "delivery",
    "replacement",
    "release",
)


@frozen
class Clause:
    """The cues around one time: those of its own clause before and after it, and of what stands further off."""

    before: Sequence[Word]
    after: Sequence[Word]
    earlier: Sequence[Word]
    later: Sequence[Word]
    opened_by: Word | None
    """The word that opens the clause, where one does (when, if, a colon)."""

    @property
    def conditional(self) -> bool:
        """Whether all of it holds only if something happens."""
        return self.opened_by is not None and self.opened_by.cue is Cue.CONDITION

    @property
    def subordinate(self) -> bool:
        """Whether it says when something else happens."""
        return self.opened_by is not None and self.opened_by.cue is Cue.SUBORDINATE


def clause_around(phrase: Phrase, words: Sequence[Word]) -> Clause:
    """The clause that ``phrase`` stands in."""
    begin, end, opened = 0, len(words), None
    for index, word in enumerate(words):
        if word.end <= phrase.start and word.cue in BREAKS:
            begin, opened = index + 1, word
        elif word.start >= phrase.end and word.cue in BREAKS:
            end = index
            break
    if opened is not None and opened.cue in (Cue.CONDITION, Cue.SUBORDINATE):
        main = _main_clause(words, begin, phrase)
        begin, opened = (main, None) if main is not None else (begin, opened)
    before = [word for word in words[begin:end] if word.end <= phrase.start]
    after = [word for word in words[begin:end] if word.start >= phrase.end]
    return Clause(before, after, words[: max(0, begin - 1)], words[end:], opened)


def _main_clause(words: Sequence[Word], begin: int, phrase: Phrase) -> int | None:
    """Where the main clause begins after "if ..., " or "when ..., ", where the time stands in it."""
    comma = None
    for index in range(begin, len(words)):
        word = words[index]
        if word.end > phrase.start:
            break
        if word.text == ",":
            comma = index + 1
        elif comma is not None and word.cue in (Cue.MODAL, Cue.EXPECT):
            return comma
    return None


def governor(phrase: Phrase, clause: Clause) -> tuple[Word | None, Cue | None]:
    """The predicate that the time belongs to, and the auxiliary that gives its tense."""
    head = _head_before(clause.before)
    nearest = clause.before[-1] if clause.before else None
    if nearest is not None and nearest.cue is Cue.TAKE:
        return nearest, _tense(nearest, clause.before, None)
    if nearest is not None and nearest.cue is Cue.MOVED:
        return nearest, None
    if head is None and nearest is not None and nearest.cue is Cue.BE and phrase.after not in TO_GO:
        return None, Cue.EXPECT if any(word.cue is Cue.EXPECT for word in clause.before) else None
    opener = last(clause.before, OPENERS)
    if head is not None and not (opener is not None and opener.start > head.start and first(clause.after, PREDICATES)):
        return head, _tense(head, clause.before, opener)
    right = _head_after(clause.after)
    if right is not None and (right.cue is Cue.UPDATE or not _is_rounded_off(phrase, clause)):
        return right, _tense(right, [*clause.before, *clause.after], None)
    if opener is not None:
        expects = any(word.cue is Cue.EXPECT for word in clause.before)
        return None, Cue.EXPECT if expects else opener.cue
    if clause.opened_by is not None and clause.opened_by.text not in ("(", "[") and clause.opened_by.cue is Cue.HARD:
        far = _head_before(clause.earlier)
        return far, _tense(far, clause.earlier, None) if far else None
    behind = last(clause.after, frozenset({Cue.EXPECT}))
    if behind is not None:
        return None, Cue.EXPECT
    far = _head_before(clause.earlier) or (None if clause.before else _head_after(clause.later))
    return far, _tense(far, [*clause.earlier, *clause.later], None) if far else None


def _is_rounded_off(phrase: Phrase, clause: Clause) -> bool:
    """Whether "and" follows a time that something has come before: "it left at 13:10 and should be here soon"."""
    then = clause.after[0] if clause.after else None
    return phrase.start > 12 and then is not None and then.text == "and" and then.start <= phrase.end + 1


def _chunks(words: Sequence[Word]) -> list[list[Word]]:
    """Cut at commas, and, or: each may be a clause of its own or only a word in a list."""
    chunks: list[list[Word]] = [[]]
    for word in words:
        if word.cue is Cue.SOFT:
            chunks.append([])
        else:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _head_before(words: Sequence[Word]) -> Word | None:
    """What is said last before the time: in its chunk, the first predicate after the last opener."""
    chunks = _chunks(words)
    for index in range(len(chunks) - 1, -1, -1):
        head = _head(chunks[index])
        if head is None:
            continue
        if index and head.cue is Cue.RESOLVE and not last(chunks[index], OPENERS):
            previous = _head(chunks[index - 1])
            if previous is not None and previous.cue is Cue.UPDATE and _is_noun(head):
                return previous
        return head
    return None


def _head(chunk: Sequence[Word]) -> Word | None:
    opener = max((i for i, word in enumerate(chunk) if word.cue in OPENERS), default=-1)
    behind = [word for word in chunk[opener + 1 :] if word.cue in PREDICATES]
    if behind:
        watched = [word for word in chunk[: opener + 1] if word.cue is Cue.WATCH]
        if watched and behind[0].text.startswith("continu"):
            return watched[-1]
        told = [word for word in chunk[: opener + 1] if word.cue is Cue.UPDATE]
        if told and behind[0].text in _PUBLISHED:
            return told[-1]
        return _said(behind)
    ahead = [word for word in chunk[: opener + 1] if word.cue in PREDICATES]
    if not ahead:
        return None
    for word in ahead[:-1]:
        if word.cue is Cue.UPDATE and _is_noun(ahead[-1]):
            return word
    return ahead[-1]


def _said(predicates: Sequence[Word]) -> Word:
    """The first of them, unless it only leads to the next ("continue to monitor", "see recovery")."""
    works = predicates[0].text.endswith("work")
    if len(predicates) > 1 and predicates[0].text.startswith(_TRANSPARENT) and not works:
        return predicates[1]
    if _is_noun(predicates[0]):
        return next((word for word in predicates[1:] if word.text.endswith("ed") or presently(word)), predicates[0])
    return predicates[0]


def _head_after(words: Sequence[Word]) -> Word | None:
    """What is said after a time that stands first: the first predicate behind the first opener, or the first at all."""
    opener = next((i for i, word in enumerate(words) if word.cue in OPENERS), None)
    if opener is not None:
        behind = [word for word in words[opener + 1 :] if word.cue in PREDICATES]
        if behind:
            return _said(behind)
    return first(words, PREDICATES)


def first(words: Sequence[Word], cues: frozenset[Cue]) -> Word | None:
    """The first of ``words`` in one of the classes."""
    return next((word for word in words if word.cue in cues), None)


def last(words: Sequence[Word], cues: frozenset[Cue]) -> Word | None:
    """The last of them."""
    return next((word for word in reversed(words) if word.cue in cues), None)


def presently(word: Word) -> bool:
    """Whether it is a verb in the present, as a timetable has it."""
    return word.text.endswith(PRESENT) or word.text in _PLURAL or word.text.startswith("reaches ")


def _is_noun(word: Word) -> bool:
    return word.text.endswith(_NOUNS)


def _tense(head: Word, words: Sequence[Word], default: Word | None) -> Cue | None:
    """The nearest auxiliary to the left of ``head`` (an expectation beyond "have" still counts), else ``default``'s."""
    nearest: Cue | None = None
    finite = presently(head)
    for word in reversed([word for word in words if word.start < head.start]):
        if finite and word.cue is Cue.SOFT:
            break
        if word.cue in FUTURE:
            return word.cue
        if word.cue is Cue.HAVE:
            if nearest is Cue.HAVE and word.text != "been":
                return Cue.HAVE
            nearest = Cue.HAVE
        elif word.cue is Cue.BE and nearest is None:
            nearest = Cue.BE
        elif nearest is Cue.HAVE and (word.cue in PREDICATES or word.cue is Cue.SOFT):
            return Cue.HAVE
    if nearest in (None, Cue.BE) and default is not None and not finite:
        return default.cue
    return nearest

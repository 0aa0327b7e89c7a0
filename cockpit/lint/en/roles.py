"""Decides what a time is once its governing predicate and the tense are known: a small decision for each class."""

from __future__ import annotations

from collections.abc import Callable

from cockpit.domain.frozen import frozen
from cockpit.lint.en import marks
from cockpit.lint.en.clauses import TO_GO, Clause, presently
from cockpit.lint.en.cues import FUTURE, Cue, Word
from cockpit.lint.en.times import Phrase
from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Role, TimeKind


@frozen
class Case:
    """A time in its sentence, and what governs it. ``label``: it follows its predicate at once, and nobody did it;
    ``troubled``: the message says that something is wrong."""

    phrase: Phrase
    text: str
    clause: Clause
    governor: Word | None
    tense: Cue | None
    label: bool
    troubled: bool = True

    @property
    def ahead(self) -> bool:
        """Whether the phrase itself points to what is to come (within, by, tomorrow), whatever governs it."""
        phrase = self.phrase
        if phrase.kind is TimeKind.VAGUE or phrase.after in TO_GO or "from now" in phrase.after:
            return True
        if phrase.lead.startswith(marks.AHEAD) and not phrase.ranged:
            return True
        return pattern(marks.DAYS_AHEAD).search(_written(self)) is not None


def decide(case: Case) -> Role:
    """The role of the time."""
    phrase, governor = case.phrase, case.governor
    if _is_size(case):
        return Role.PAST
    if phrase.ranged and (
        phrase.lead.startswith("from") or governor is None or governor.cue not in (Cue.RESOLVE, Cue.ESTIMATE)
    ):
        return Role.PLANNED if case.tense in FUTURE else Role.PAST
    if phrase.ranged and phrase.lead.startswith("between") and case.tense is None:
        return Role.PLANNED
    if phrase.ranged and governor is not None and governor.text.startswith(marks.WORK):
        return Role.PLANNED
    if governor is None:
        return _ungoverned(case)
    if phrase.kind is TimeKind.INTERVAL and governor.cue not in (Cue.UPDATE, Cue.ESTIMATE):
        return Role.OTHER
    return _DECISIONS.get(governor.cue, _resolve)(case, governor)


def _is_size(case: Case) -> bool:
    """Whether the length of time is the size of something else."""
    phrase = case.phrase
    estimate = case.governor is not None and case.governor.cue is Cue.ESTIMATE
    if phrase.kind is not TimeKind.DURATION or estimate or "another" in phrase.lead:
        return False
    if " more " in _written(case).casefold() and case.tense in FUTURE:
        return False
    if "second" in _written(case).casefold():
        return True
    if pattern(marks.MEASURE).match(case.text[phrase.end : phrase.end + 30]):
        return True
    before = case.text[max(0, phrase.start - 20) : phrase.start]
    return pattern(marks.OF).search(before) is not None and not phrase.lead.startswith("the next")


def _ungoverned(case: Case) -> Role:
    """No predicate we know: an expectation with a time ahead still speaks of the end."""
    day = case.troubled and case.phrase.kind in (TimeKind.DAY, TimeKind.DATE)
    ahead = case.ahead or day or case.phrase.kind in (TimeKind.CLOCK, TimeKind.DURATION)
    return Role.RESOLVE if case.tense is Cue.EXPECT and ahead else Role.OTHER


def _done(case: Case, governor: Word) -> Role:
    """While something is wrong, whatever "will be done" by then is a step of the repair or the backlog."""
    phrase, before = case.phrase, case.clause.before
    if not case.troubled or pattern(marks.BESIDE).search(governor.text) is not None:
        return Role.OTHER
    if any(word.cue in (Cue.NEGATION, Cue.ACTION, Cue.WATCH) for word in before):
        return Role.OTHER
    named = phrase.kind in (TimeKind.CLOCK, TimeKind.DAY, TimeKind.DATE) and not phrase.lead.startswith(marks.FROM_THEN)
    return Role.RESOLVE if case.ahead or named else Role.OTHER


def _update(case: Case, governor: Word) -> Role:
    told = governor.text.split()[0]
    if told.startswith("announc") and case.tense not in FUTURE:
        return Role.OTHER
    past = case.tense is Cue.HAVE or (case.tense is None and told.endswith(("ed", "sent", "gave")))
    if past and governor.text.endswith(marks.ESTIMATES):
        return _negated(case.clause) or Role.RESOLVE
    if past and not case.phrase.lead.startswith("every"):
        return Role.PAST
    return promised(case.phrase, case.clause)


def promised(phrase: Phrase, clause: Clause) -> Role:
    """A promise, unless it is denied; "no more news until 9" still promises some at 9."""
    negations = [word for word in clause.before if word.cue is Cue.NEGATION]
    if not negations or phrase.lead.startswith(("until", "till")):
        return Role.UPDATE
    if any(word.cue in FUTURE and word.start > negations[-1].end for word in clause.before):
        return Role.UPDATE
    return Role.NEGATED


def _negated(clause: Clause) -> Role | None:
    return Role.NEGATED if any(word.cue is Cue.NEGATION for word in (*clause.before, *clause.after)) else None


def _estimate(case: Case, governor: Word) -> Role:
    negated = _negated(case.clause)
    if negated is not None:
        return negated
    if case.tense in FUTURE and any(word.text == "have" for word in case.clause.before):
        return Role.UPDATE
    beside = not case.text[governor.end : case.phrase.start].strip(" :=~").removeprefix("of")
    named = beside and governor.text.endswith(("eta", "etr", "ettr", "date"))
    return Role.PAST if case.tense is Cue.HAVE and not named else Role.RESOLVE


def _impact(case: Case, governor: Word) -> Role:
    phrase = case.phrase
    measured = phrase.kind is TimeKind.DURATION and governor.end < phrase.start - 9
    if governor.text in marks.OUTAGES and case.tense is Cue.EXPECT and measured:
        return Role.RESOLVE
    if " more " in _written(case).casefold() and case.tense in (Cue.EXPECT, Cue.MODAL):
        return Role.RESOLVE
    lasting = phrase.lead.startswith(marks.STRETCH) and case.tense in (Cue.EXPECT, Cue.MODAL)
    lasting = lasting or (phrase.lead.startswith("for the next") and case.tense is Cue.WEAK)
    return Role.RESOLVE if lasting else Role.PAST


def _state(case: Case, governor: Word) -> Role:
    """A state that lasts until then ends then."""
    lead = case.phrase.lead
    stands = (
        word for word in case.clause.before if word.end <= governor.start and word.text.startswith(marks.REMEDIES)
    )
    if governor.text.startswith(("stay", "remain", "keep")) and any(stands):
        return Role.OTHER
    if case.tense is Cue.HAVE:
        put_off = governor.text == "delayed" and any(word.text in ("has", "have") for word in case.clause.before)
        put_off = put_off and lead.startswith("until") and any(repairs(word) for word in case.clause.before)
        return Role.RESOLVE if put_off else Role.PAST
    if lead.startswith(marks.UNTIL):
        return Role.RESOLVE
    if lead.startswith("for") and not case.troubled:
        return Role.OTHER
    lasting = lead.startswith(marks.LASTING) and "up to" not in lead
    return Role.RESOLVE if lasting and case.tense in (Cue.EXPECT, Cue.MODAL) else Role.PAST


def _moved(case: Case, governor: Word) -> Role:
    """An estimate that has changed is one still."""
    around = (*case.clause.earlier, *case.clause.before)
    return Role.RESOLVE if any(repairs(word) or word.text.startswith("complet") for word in around) else Role.PLANNED


def _take(case: Case, governor: Word) -> Role:
    """The repair takes two hours, or a customer's request does: what takes it tells, or what it is for."""
    clause = case.clause
    if case.tense is Cue.HAVE or governor.text in ("took", "lasted"):
        return Role.PAST
    if any(word.text == "can" for word in clause.before):
        return Role.OTHER
    if governor.text.startswith("give") and (
        case.phrase.kind is TimeKind.DURATION or case.phrase.lead.startswith(("until", "till"))
    ):
        return Role.RESOLVE
    if governor.text.startswith(("last", "go", "run")) and case.tense in FUTURE:
        return Role.RESOLVE
    if any(word.cue in (Cue.IMPACT, Cue.ACTION) for word in clause.before):
        return Role.PAST
    around = (*clause.earlier, *clause.before, *clause.after, *clause.later)
    if case.tense is Cue.WEAK or not case.troubled:
        return Role.RESOLVE if any(repairs(word) for word in around) or "another" in case.phrase.lead else Role.OTHER
    if case.tense in (Cue.EXPECT, Cue.MODAL) or "another" in case.phrase.lead:
        return Role.RESOLVE
    return Role.RESOLVE if any(word.cue in (Cue.RESOLVE, Cue.ESTIMATE) for word in around) else Role.OTHER


def repairs(word: Word) -> bool:
    """Whether the word speaks of the repair, not of what any request or change does."""
    return word.cue is Cue.ESTIMATE or (word.cue is Cue.RESOLVE and not word.text.startswith(marks.ORDINARY))


def _written(case: Case) -> str:
    return case.text[case.phrase.start : case.phrase.end]


def _is_fragment(case: Case) -> bool:
    """Whether the time is all there is behind a mark: "Rollback in progress; ~20 mins."."""
    clause, governor = case.clause, case.governor
    alone = clause.opened_by is not None and not clause.before and not clause.after and not clause.later
    done = governor is None or governor.text.endswith("ed") or governor.text in marks.OVER
    length = case.phrase.kind is TimeKind.DURATION and case.phrase.lead not in marks.FOR
    return alone and length and not done and not case.text[case.phrase.end :].strip(" .!)")


def _resolve(case: Case, governor: Word) -> Role:
    phrase, tense = case.phrase, case.tense
    if not case.troubled and pattern(marks.ROUTINE).search(governor.text) is not None:
        return Role.OTHER
    if "up to" in phrase.lead and tense is Cue.WEAK:
        return Role.PAST
    if phrase.kind is TimeKind.DURATION and phrase.lead in marks.FOR:
        return Role.OTHER
    effort = governor.text.startswith("continu") and governor.text.endswith(("work", "working"))
    if effort and (phrase.lead.startswith(marks.ALL_THROUGH) or (phrase.kind is TimeKind.DAY and not phrase.lead)):
        return Role.OTHER
    if (
        tense is Cue.WEAK
        and phrase.kind is TimeKind.VAGUE
        and any(word.text in ("can", "could") for word in case.clause.before)
    ):
        return Role.OTHER
    if tense in FUTURE:
        return (
            Role.ACTION
            if any(word.text.startswith(marks.MONEY) for word in case.clause.before if word.end <= governor.start)
            else Role.RESOLVE
        )
    if tense is Cue.HAVE:
        return Role.PAST
    if tense is Cue.BE:
        same_day = phrase.kind in (TimeKind.DAY, TimeKind.DATE)
        then = case.clause.subordinate and phrase.kind is TimeKind.CLOCK
        return Role.RESOLVE if case.ahead or same_day or then else Role.PAST
    if tense is None and _is_fragment(case):
        return Role.RESOLVE
    if governor.text.endswith("ed") or governor.text in marks.OVER:
        if phrase.lead.startswith(("by", "before", "within")) and pattern(marks.DAYS_AHEAD).search(_written(case)):
            return Role.RESOLVE
        limit = case.label and phrase.lead.startswith(("by", "before", "no later")) and "latest" in phrase.after
        return Role.RESOLVE if limit or phrase.kind is TimeKind.VAGUE else Role.PAST
    if governor.text in ("up", "gone", "rolling"):
        return Role.OTHER
    near = phrase.kind is TimeKind.CLOCK and phrase.lead.startswith(marks.NEAR)
    dated = presently(governor) and phrase.kind in (TimeKind.CLOCK, TimeKind.DAY, TimeKind.DATE)
    return Role.RESOLVE if case.ahead or near or dated else Role.OTHER


_DECISIONS: dict[Cue, Callable[[Case, Word], Role]] = {
    Cue.UPDATE: _update,
    Cue.ESTIMATE: _estimate,
    Cue.WATCH: lambda case, governor: Role.WATCH,
    Cue.DONE: _done,
    Cue.PREVENT: lambda case, governor: Role.OTHER,
    Cue.ACTION: lambda case, governor: Role.ACTION,
    Cue.PLANNED: lambda case, governor: Role.PLANNED,
    Cue.IMPACT: _impact,
    Cue.STATE: _state,
    Cue.MOVED: _moved,
    Cue.TAKE: _take,
    Cue.RESOLVE: _resolve,
}

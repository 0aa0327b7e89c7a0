"""Reads an English sentence: which predicate governs each time, and so whether it is an ETA, a promise or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cockpit.lint.en.cues import BREAKS, FUTURE, OPENERS, PREDICATES, Cue, Word, mask, scan
from cockpit.lint.en.times import Phrase, phrases
from cockpit.lint.en.untimed import untimed
from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Role, Statement, TimeExpression, TimeKind

_PAST_LEADS = ("since", "last", "past", "previous", "as of", "from")
_FUTURE_LEADS = (
    "within", "inside", "in", "by", "before", "until", "till", "'til", "up until", "no later", "not later", "over", "through", "next",
    "another", "additional", "coming", "following", "later", "prior to", "for the next", "under", "less than", "the coming", "further",
)  # fmt: skip
_LASTING_LEADS = (
    "until",
    "till",
    "'til",
    "up until",
    "through",
    "throughout",
    "over",
    "for",
    "into",
    "the rest",
    "during",
    "at least",
)
_FUTURE_DAYS = r"\b(?:tomorrow|tonight|tonite|tmrw|later|next|coming|eod|eob|cob|eow|end of|close of|from now|overnight|in the morning)\b"
_NAMED_AFTER = r"^ (?:reports?|jobs?|batch(?:es)?|backups?|builds?|digests?|summar\w+|emails?|tasks?|sync\w*|runs?|exports?|imports?|limits?|stand-?ups?|meetings?|quotas?|active|usage|statistics|data|newsletter|process\w*|routine|maintenance)\b"
_TO_GO = ("away", "left", "remaining", "to go")
_NARRATOR = r"\b(?:we|they|he|she|it|i|team|teams|engineers?|technicians?|crews?|provider|vendor|facilities)\b"
_PAST_WORDS = r"\b(?:yesterday|ago|earlier (?:today|this)|last (?:night|week|month|year|quarter))\b"
_OF = r"\bof(?: (?:up to|about|around))? ?$"
_MEASURES = r"^(?:[- ](?:delays?|outages?|windows?|interruptions?|downtime|lag|latency|periods?|intervals?|old|limit|timeouts?|maintenance|retention|behind|span|worth|blocks?|history|sla|grace|cooldown|delayed|slower|late)\b| (?:of|worth of) (?:downtime|data|logs?|delays?|latency|messages|history|metrics|events|outages?|disruption|interruptions?|unavailability|maintenance|emails|records|backups?|retention|audit|lag|impact|instability))"
_TIMESTAMP = r"^(?:\s*[)\]])?\s*(?:[*_]{0,2}\s*[:|–—-]|\s+(?:update|edit)\b)"
_TRANSPARENT = ("continu", "remain", "stay", "complet", "see", "notice", "experienc", "start", "begin")
_PUBLISHED = ("available", "ready", "be ready", "be out", "complete", "completed", "finished", "released", "follow", "delivered", "finalised", "finalized", "up", "be up", "be done", "done", "be available", "concluded")  # fmt: skip
_LABEL_GAP = r"[\s:=~()\-–—]*(?:is|are|of|at|was|now|currently|for|approximately|remains)?[\s:~]*"
_ADMINISTRATIVE = ("resolve this", "resolve the incident", "close")
_OUTAGES = ("downtime", "outage", "disruption", "interruption", "delay", "delays")
_ORDINARY = (
    "complet",
    "process",
    "propagat",
    "appl",
    "load",
    "able",
    "work",
    "finish",
    "return",
    "appear",
    "available",
    "land",
    "take effect",
    "deploy",
)
_PLANNED_STAYS = r"\b(?:overrun\w*|extend\w*|longer than|delayed|late|unexpected\w*|issue|problem)\b"


@dataclass(frozen=True, slots=True)
class _Clause:
    """The cues around one time: those of its own clause before and after it, and of what stands further off."""

    before: list[Word]
    after: list[Word]
    earlier: list[Word]
    later: list[Word]
    opened_by: Word | None
    """The word that opens the clause, where one does (when, if, a colon)."""


def statements(text: str) -> tuple[Statement, ...]:
    """The times of one NFKC sentence with their roles, and its promises that name no time; spans in code points."""
    found = phrases(text)
    masked = mask(text, found)
    words = scan(masked)
    if masked[:3].casefold() == "to ":
        words = _without_purpose(words)
    timed = [Statement(phrase.start, phrase.end, _role(phrase, text, masked, words), phrase.time) for phrase in found]
    timed = [_with_label(statement, text, words) for statement in timed]
    bare = [
        Statement(start, end, role, TimeExpression(start, end, TimeKind.VAGUE))
        for start, end, role in untimed(text, words, timed)
    ]
    return tuple(sorted(timed + bare, key=lambda statement: statement.start))


def _without_purpose(words: list[Word]) -> list[Word]:
    """A sentence that opens with what it is for ("To recover your files, ...") tells the reader what to do."""
    if words and words[0].cue is Cue.RESOLVE and words[0].start <= 4:
        return [replace(words[0], cue=Cue.ACTION), *words[1:]]
    return words


def _with_label(statement: Statement, text: str, words: list[Word]) -> Statement:
    """An ETA written as a bare label takes the label with it: "ETA 2h"."""
    if statement.role is not Role.RESOLVE:
        return statement
    for word in reversed(words):
        if word.end <= statement.start:
            label = word.cue is Cue.ESTIMATE and word.text.endswith(("eta", "etr", "ettr"))
            if label and not text[word.end : statement.start].strip(" =~"):
                return Statement(
                    word.end - len(word.text.rpartition(" ")[2]), statement.end, statement.role, statement.time
                )
            break
    return statement


def _role(phrase: Phrase, text: str, masked: str, words: list[Word]) -> Role:
    written = text[phrase.start : phrase.end].casefold()
    if _past(phrase, written):
        return Role.PAST
    clause = _clause(phrase, words)
    if phrase.kind is TimeKind.INTERVAL and pattern(_NAMED_AFTER).match(text[phrase.end : phrase.end + 24]):
        return Role.OTHER
    if text[phrase.end : phrase.end + 8].casefold() == " before " and _last(clause.before, FUTURE):
        told = _first(clause.later, PREDICATES)
        if _first(clause.before, PREDICATES) is None:
            return Role.UPDATE if told is not None and told.cue is Cue.UPDATE else Role.RESOLVE
    if phrase.after in _TO_GO:
        ends = any(_repairs(word) or word.text.startswith("complet") for word in words)
        return Role.RESOLVE if ends and not any(word.cue is Cue.PLANNED for word in words) else Role.OTHER
    if _is_stamp(phrase, text, clause):
        return Role.PAST
    if clause.opened_by is not None and clause.opened_by.cue is Cue.CONDITION:
        return Role.WATCH
    if _adjacent(Cue.UPDATE, phrase, masked, words) and _not_past(clause.before):
        return _told(phrase, clause)
    governor, tense = _governor(phrase, clause)
    adjacent = (
        governor is not None
        and not text[governor.end : phrase.start].strip(" :")
        and not pattern(_NARRATOR).search(masked[: phrase.start])
    )
    role = _decide(phrase, written, text, governor, tense, clause, adjacent)
    if role is Role.RESOLVE and any(word.cue is Cue.PLANNED for word in words):
        return role if pattern(_PLANNED_STAYS).search(masked) else Role.PLANNED
    return role


def _past(phrase: Phrase, written: str) -> bool:
    if pattern(_PAST_WORDS).search(written) or phrase.lead.endswith(("last", "past", "previous")):
        return True
    if (
        phrase.lead.startswith(_PAST_LEADS)
        and not phrase.ranged
        and phrase.lead not in ("from", "from about", "from around")
    ):
        return True
    return phrase.after in ("ago", "earlier")


def _clause(phrase: Phrase, words: list[Word]) -> _Clause:
    first, last, opened = 0, len(words), None
    for index, word in enumerate(words):
        if word.end <= phrase.start and word.cue in BREAKS:
            first, opened = index + 1, word
        elif word.start >= phrase.end and word.cue in BREAKS:
            last = index
            break
    if opened is not None and opened.cue in (Cue.CONDITION, Cue.SUBORDINATE):
        main = _main_clause(words, first, phrase)
        first, opened = (main, None) if main is not None else (first, opened)
    before = [word for word in words[first:last] if word.end <= phrase.start]
    after = [word for word in words[first:last] if word.start >= phrase.end]
    return _Clause(before, after, words[: max(0, first - 1)], words[last:], opened)


def _main_clause(words: list[Word], first: int, phrase: Phrase) -> int | None:
    """Where the main clause begins after "if ..., " or "when ..., ", where the time stands in it."""
    comma = None
    for index in range(first, len(words)):
        word = words[index]
        if word.end > phrase.start:
            break
        if word.text == ",":
            comma = index + 1
        elif comma is not None and word.cue in (Cue.MODAL, Cue.EXPECT):
            return comma
    return None


def _is_stamp(phrase: Phrase, text: str, clause: _Clause) -> bool:
    """A time that opens a line of a log: "14:05 UTC - ...", "[14:05] Update: ..."."""
    if (
        phrase.lead
        or clause.before
        or clause.earlier
        or phrase.kind not in (TimeKind.CLOCK, TimeKind.DATE, TimeKind.DAY)
    ):
        return False
    if text[: phrase.start].strip(" *_[(-•#") not in (
        "",
        "update",
        "Update",
        "UPDATE",
        "Edit",
        "EDIT",
        "Posted",
        "Updated",
    ):
        return False
    return pattern(_TIMESTAMP).match(text[phrase.end : phrase.end + 16]) is not None


def _adjacent(cue: Cue, phrase: Phrase, masked: str, words: list[Word]) -> bool:
    """Whether a noun of that class stands right before the time: "next update: 15:00", "the update at 3 pm"."""
    for word in reversed(words):
        if word.end <= phrase.start:
            if word.cue is Cue.BE or word.text == ":":
                continue
            return word.cue is cue and pattern(_LABEL_GAP).fullmatch(masked[word.end : phrase.start]) is not None
    return False


def _not_past(before: list[Word]) -> bool:
    """Whether the clause's last auxiliary isn't one of the past."""
    for word in reversed(before):
        if word.cue in FUTURE:
            return True
        if word.cue is Cue.HAVE:
            return False
    return True


def _governor(phrase: Phrase, clause: _Clause) -> tuple[Word | None, Cue | None]:
    """The predicate that the time belongs to, and the auxiliary that gives its tense."""
    head = _head_before(clause.before)
    nearest = clause.before[-1] if clause.before else None
    if nearest is not None and nearest.cue is Cue.TAKE:
        return nearest, _tense(nearest, clause.before, None)
    if head is None and nearest is not None and nearest.cue is Cue.BE and phrase.after not in _TO_GO:
        return None, Cue.EXPECT if any(word.cue is Cue.EXPECT for word in clause.before) else None
    opener = _last(clause.before, OPENERS)
    if head is not None and not (opener is not None and opener.start > head.start and _first(clause.after, PREDICATES)):
        return head, _tense(head, clause.before, opener)
    right = _head_after(clause.after)
    if right is not None:
        return right, _tense(right, [*clause.before, *clause.after], None)
    if opener is not None:
        expects = any(word.cue is Cue.EXPECT for word in clause.before)
        return None, Cue.EXPECT if expects else opener.cue
    if clause.opened_by is not None and clause.opened_by.text not in ("(", "[") and clause.opened_by.cue is Cue.HARD:
        far = _head_before(clause.earlier)
        return far, _tense(far, clause.earlier, None) if far else None
    behind = _last(clause.after, frozenset({Cue.EXPECT}))
    if behind is not None:
        return None, Cue.EXPECT
    far = _head_before(clause.earlier) or (None if clause.before else _head_after(clause.later))
    return far, _tense(far, [*clause.earlier, *clause.later], None) if far else None


def _chunks(words: list[Word]) -> list[list[Word]]:
    """Cut at commas, and, or: each may be a clause of its own or only a word in a list."""
    chunks: list[list[Word]] = [[]]
    for word in words:
        if word.cue is Cue.SOFT:
            chunks.append([])
        else:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


def _head_before(words: list[Word]) -> Word | None:
    """What is said last before the time: in its chunk, the first predicate after the last opener."""
    chunks = _chunks(words)
    for index in range(len(chunks) - 1, -1, -1):
        head = _head(chunks[index])
        if head is None:
            continue
        if index and head.cue is Cue.RESOLVE and not _last(chunks[index], OPENERS):
            previous = _head(chunks[index - 1])
            if previous is not None and previous.cue is Cue.UPDATE and _is_noun(head):
                return previous
        return head
    return None


def _head(chunk: list[Word]) -> Word | None:
    opener = max((i for i, word in enumerate(chunk) if word.cue in OPENERS), default=-1)
    behind = [word for word in chunk[opener + 1 :] if word.cue in PREDICATES]
    if behind:
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


def _said(predicates: list[Word]) -> Word:
    """The first of them, unless it only leads to the next ("continue to monitor", "see recovery")."""
    if len(predicates) > 1 and predicates[0].text.startswith(_TRANSPARENT):
        return predicates[1]
    if len(predicates) > 1 and _is_noun(predicates[0]) and predicates[1].text.endswith("ed"):
        return predicates[1]
    return predicates[0]


def _head_after(words: list[Word]) -> Word | None:
    """What is said after a time that stands first: the first predicate behind the first opener, or the first at all."""
    opener = next((i for i, word in enumerate(words) if word.cue in OPENERS), None)
    if opener is not None:
        behind = [word for word in words[opener + 1 :] if word.cue in PREDICATES]
        if behind:
            return _said(behind)
    return _first(words, PREDICATES)


def _first(words: list[Word], cues: frozenset[Cue]) -> Word | None:
    return next((word for word in words if word.cue in cues), None)


def _last(words: list[Word], cues: frozenset[Cue]) -> Word | None:
    return next((word for word in reversed(words) if word.cue in cues), None)


def _is_noun(word: Word) -> bool:
    return word.text.endswith(("ion", "recovery", "fix", "repair", "repairs", "rollout", "rollback", "eta", "estimate"))


def _tense(head: Word, words: list[Word], default: Word | None) -> Cue | None:
    """The nearest auxiliary to the left of ``head`` (an expectation beyond "have" still counts), else ``default``'s."""
    nearest: Cue | None = None
    for word in reversed([word for word in words if word.start < head.start]):
        if word.cue in FUTURE:
            return word.cue
        if word.cue is Cue.HAVE:
            if nearest is Cue.HAVE and word.text != "been":
                return Cue.HAVE
            nearest = Cue.HAVE
        elif word.cue is Cue.BE and nearest is None:
            nearest = Cue.BE
        elif word.cue in PREDICATES and nearest is Cue.HAVE:
            return Cue.HAVE
        elif word.cue is Cue.SOFT and nearest is Cue.HAVE:
            return Cue.HAVE
    if nearest in (None, Cue.BE) and default is not None:
        return default.cue
    return nearest


def _future(phrase: Phrase, written: str) -> bool:
    """Whether the phrase itself points ahead (within, by, tomorrow), whatever governs it."""
    if phrase.kind is TimeKind.VAGUE or phrase.after in _TO_GO or "from now" in phrase.after:
        return True
    if phrase.lead.startswith(_FUTURE_LEADS) and not phrase.ranged:
        return True
    return pattern(_FUTURE_DAYS).search(written) is not None


def _decide(
    phrase: Phrase, written: str, text: str, governor: Word | None, tense: Cue | None, clause: _Clause, adjacent: bool
) -> Role:
    before = text[max(0, phrase.start - 20) : phrase.start]
    behind = text[phrase.end : phrase.end + 30]
    estimate = governor is not None and governor.cue is Cue.ESTIMATE
    if phrase.kind is TimeKind.DURATION and not estimate and "another" not in phrase.lead:
        if pattern(_MEASURES).match(behind) or (pattern(_OF).search(before) and not phrase.lead.startswith("the next")):
            return Role.PAST
    if (
        phrase.ranged
        and phrase.lead.startswith("from")
        or (phrase.ranged and not (governor and governor.cue is Cue.RESOLVE))
    ):
        return Role.PLANNED if tense in FUTURE else Role.PAST
    if governor is None:
        return _ungoverned(phrase, written, tense, clause)
    match governor.cue:
        case Cue.UPDATE:
            return _update(phrase, governor, tense, clause)
        case Cue.ESTIMATE:
            return _estimate(phrase, tense, clause)
        case Cue.WATCH:
            return Role.WATCH
        case Cue.ACTION:
            return Role.ACTION
        case Cue.PLANNED:
            return Role.PLANNED
        case Cue.IMPACT:
            return _impact(phrase, governor, tense)
        case Cue.STATE:
            return _state(phrase, tense)
        case Cue.TAKE:
            return _take(phrase, governor, tense, clause)
        case _:
            return _resolve(phrase, written, governor, tense, clause, adjacent)


def _ungoverned(phrase: Phrase, written: str, tense: Cue | None, clause: _Clause) -> Role:
    """No predicate we know: an expectation with a time ahead still speaks of the end."""
    ahead = _future(phrase, written) or phrase.kind in (TimeKind.CLOCK, TimeKind.DURATION)
    return Role.RESOLVE if tense is Cue.EXPECT and ahead and not phrase.ranged else Role.OTHER


def _update(phrase: Phrase, governor: Word, tense: Cue | None, clause: _Clause) -> Role:
    told = governor.text.split()[0]
    past = tense is Cue.HAVE or (tense is None and told.endswith(("ed", "sent", "gave")))
    if past and governor.text.endswith(("eta", "etr", "estimate", "timeline", "timeframe", "forecast")):
        return _estimate(phrase, None, clause)
    if past and not phrase.lead.startswith("every"):
        return Role.PAST
    return _told(phrase, clause)


def _told(phrase: Phrase, clause: _Clause) -> Role:
    """A promise, unless it is denied; "no more news until 9" still promises some at 9."""
    negations = [word for word in clause.before if word.cue is Cue.NEGATION]
    if not negations or phrase.lead.startswith(("until", "till")):
        return Role.UPDATE
    if any(word.cue in FUTURE and word.start > negations[-1].end for word in clause.before):
        return Role.UPDATE
    return Role.NEGATED


def _estimate(phrase: Phrase, tense: Cue | None, clause: _Clause) -> Role:
    if any(word.cue is Cue.NEGATION for word in [*clause.before, *clause.after]):
        return Role.NEGATED
    if tense in FUTURE and any(word.cue is Cue.HAVE and word.text in ("have",) for word in clause.before):
        return Role.UPDATE
    return Role.PAST if tense is Cue.HAVE else Role.RESOLVE


def _impact(phrase: Phrase, governor: Word, tense: Cue | None) -> Role:
    if (
        governor.text in _OUTAGES
        and tense is Cue.EXPECT
        and phrase.kind is TimeKind.DURATION
        and governor.end < phrase.start - 9
    ):
        return Role.RESOLVE
    lasting = phrase.lead.startswith(("until", "till", "for the next", "over the next", "over the coming", "through"))
    return Role.RESOLVE if lasting and tense in (Cue.EXPECT, Cue.MODAL) else Role.PAST


def _state(phrase: Phrase, tense: Cue | None) -> Role:
    if tense is Cue.HAVE:
        return Role.PAST
    until = phrase.lead.startswith(
        (
            "until",
            "till",
            "'til",
            "up until",
            "through",
            "for the next",
            "over the next",
            "at least until",
            "for at least",
        )
    )
    if until:
        return Role.RESOLVE
    lasting = phrase.lead.startswith(_LASTING_LEADS) and "up to" not in phrase.lead
    return Role.RESOLVE if lasting and tense in (Cue.EXPECT, Cue.MODAL) else Role.PAST


def _take(phrase: Phrase, governor: Word, tense: Cue | None, clause: _Clause) -> Role:
    """The repair takes two hours, or a customer's request does: what takes it tells, or what it is for."""
    if tense is Cue.HAVE or governor.text in ("took", "lasted"):
        return Role.PAST
    if any(word.text == "can" for word in clause.before):
        return Role.OTHER
    around = [*clause.earlier, *clause.before, *clause.after, *clause.later]
    if governor.text.startswith(("last", "go", "run")) and tense in FUTURE:
        return Role.PLANNED if phrase.ranged else Role.RESOLVE
    if any(word.cue is Cue.IMPACT or word.cue is Cue.ACTION for word in clause.before):
        return Role.PAST
    if tense is Cue.WEAK:
        return Role.RESOLVE if any(_repairs(word) for word in around) else Role.OTHER
    repair = any(word.cue in (Cue.RESOLVE, Cue.ESTIMATE) for word in around)
    return Role.RESOLVE if repair or tense in (Cue.EXPECT, Cue.MODAL) or "another" in phrase.lead else Role.OTHER


def _repairs(word: Word) -> bool:
    """Whether the word speaks of the repair, not of what any request or change does."""
    return word.cue is Cue.ESTIMATE or (word.cue is Cue.RESOLVE and not word.text.startswith(_ORDINARY))


def _resolve(phrase: Phrase, written: str, governor: Word, tense: Cue | None, clause: _Clause, adjacent: bool) -> Role:
    ahead = _future(phrase, written)
    if "up to" in phrase.lead and tense is Cue.WEAK:
        return Role.PAST
    if phrase.kind is TimeKind.DURATION and phrase.lead in ("for", "for about", "for up to", "for around", "for only"):
        return Role.OTHER
    if tense in FUTURE:
        return Role.RESOLVE
    if tense is Cue.HAVE:
        return Role.PAST
    subordinate = clause.opened_by is not None and clause.opened_by.cue is Cue.SUBORDINATE
    if tense is Cue.BE:
        same_day = phrase.kind in (TimeKind.DAY, TimeKind.DATE)
        return Role.RESOLVE if ahead or same_day or (subordinate and phrase.kind is TimeKind.CLOCK) else Role.PAST
    if governor.text.endswith("ed") or governor.text in ("done", "back", "brought", "rebuilt"):
        label = phrase.lead.startswith(("by", "before", "no later")) and adjacent and "latest" in phrase.after
        return Role.RESOLVE if label or phrase.kind is TimeKind.VAGUE else Role.PAST
    if governor.text in ("up", "gone", "rolling"):
        return Role.OTHER
    near = phrase.lead.startswith(("around", "about", "approximately", "roughly", "~", "circa"))
    return Role.RESOLVE if ahead or (near and phrase.kind is TimeKind.CLOCK) else Role.OTHER

"""Reads an English sentence: which predicate governs each time, and so whether it is an ETA, a promise or neither."""

from __future__ import annotations

from dataclasses import replace

from cockpit.lint.en import around
from cockpit.lint.en.clauses import TO_GO, Clause, clause_around, first, governor, last
from cockpit.lint.en.cues import FUTURE, PREDICATES, Cue, Word, mask, scan
from cockpit.lint.en.grammar import NOT_LONG
from cockpit.lint.en.roles import Case, decide, promised, repairs
from cockpit.lint.en.times import Phrase, phrases
from cockpit.lint.en.untimed import untimed
from cockpit.lint.patterns import pattern
from cockpit.lint.setting import Setting
from cockpit.lint.statement import Role, Statement, TimeExpression, TimeKind


def statements(text: str, setting: Setting = Setting.TROUBLE) -> tuple[Statement, ...]:
    """The times of one NFKC sentence with their roles, and its promises that name no time; spans in code points.

    ``setting`` is what the message as a whole is about.
    """
    found = phrases(text)
    troubled = setting is not Setting.UNTOLD
    masked = mask(text, found)
    words = scan(masked)
    if masked[:3].casefold() == "to ":
        words = _without_purpose(words)
    timed = [
        Statement(phrase.start, phrase.end, _role(phrase, text, masked, words, troubled), phrase.time)
        for phrase in found
    ]
    if any(_is_routine(phrase, text) for phrase in found) and pattern(around.OVERRUN).search(masked) is None:
        timed = [_as_planned(statement) for statement in timed]
    timed = [_with_label(statement, text, words) for statement in timed]
    if setting is Setting.PLANNED:
        timed = [_as_planned(statement) for statement in timed]
    bare = [
        Statement(start, end, role, TimeExpression(start, end, TimeKind.VAGUE))
        for start, end, role in untimed(text, words, timed)
    ]
    return tuple(sorted(timed + bare, key=lambda statement: statement.start))


def _as_planned(statement: Statement) -> Statement:
    """In a notice of planned work the end of it is its window."""
    return replace(statement, role=Role.PLANNED) if statement.role is Role.RESOLVE else statement


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


def _role(phrase: Phrase, text: str, masked: str, words: list[Word], troubled: bool) -> Role:
    if _is_past(phrase, text):
        return Role.PAST
    clause = clause_around(phrase, words)
    said = _by_form(phrase, text, masked, clause, words)
    if said is not None:
        return said
    if any(word.cue is Cue.UPDATE and word.start < phrase.start < phrase.end < word.end for word in words):
        return promised(phrase, clause)
    if _follows_update(phrase, masked, words) and _not_past(clause):
        return promised(phrase, clause)
    head, tense = governor(phrase, clause)
    label = head is not None and not text[head.end : phrase.start].strip(" :")
    label = label and pattern(around.NARRATOR).search(masked[: phrase.start]) is None
    role = decide(Case(phrase, text, clause, head, tense, label, troubled))
    usual = pattern(around.USUAL).search(masked) if role is Role.RESOLVE else None
    if usual is not None and (tense not in FUTURE or usual.start() == 0):
        return Role.OTHER
    if role is Role.RESOLVE and _planned(words) and pattern(around.OVERRUN).search(masked) is None:
        return Role.PLANNED
    return role


def _is_past(phrase: Phrase, text: str) -> bool:
    """Whether the phrase itself points to what has been, whatever governs it."""
    if pattern(around.PAST_WORDS).search(text[phrase.start : phrase.end]) or phrase.after in ("ago", "earlier"):
        return True
    if phrase.lead.endswith(("last", "past", "previous")):
        return True
    if "since" in phrase.lead.split():
        return True
    return phrase.lead.startswith(around.PAST_LEADS) and not phrase.ranged and phrase.lead not in around.FROM


def _planned(words: list[Word]) -> bool:
    return any(word.cue is Cue.PLANNED for word in words)


def _by_form(phrase: Phrase, text: str, masked: str, clause: Clause, words: list[Word]) -> Role | None:
    """The role that the form around the time gives away; None where the predicate must tell."""
    owned = phrase.end - 2 if text[phrase.start : phrase.end].endswith(around.OWNING) else phrase.end
    if text[owned : owned + 2] in around.OWNING and phrase.lead in ("", "this"):
        release = pattern(around.RELEASE).match(text[owned + 2 : owned + 24]) is not None and last(
            clause.before, FUTURE
        )
        return None if release and any(repairs(word) for word in clause.before) else Role.OTHER
    if (
        phrase.kind is TimeKind.DURATION
        and not text[: phrase.start].strip()
        and pattern(around.FOR_REPAIR).match(text[phrase.end :])
    ):
        return _window(words)
    if pattern(around.NOTHING_MORE).match(text[phrase.end : phrase.end + 4]):
        before = text[max(0, phrase.start - 28) : phrase.start]
        if pattern(around.MORE).search(before):
            return Role.UPDATE
        if (phrase.kind is TimeKind.VAGUE or phrase.lead.startswith(around.AHEAD)) and pattern(around.BACK).search(
            before
        ):
            return Role.RESOLVE
    if pattern(around.ESTIMATED).match(text[phrase.end : phrase.end + 24]):
        told = last((*clause.earlier, *clause.before), PREDICATES)
        return promised(phrase, clause) if told is not None and told.cue is Cue.UPDATE else _window(words)
    if _is_routine(phrase, text):
        return Role.OTHER
    if pattern(around.NOT_BUT).search(text[max(0, phrase.start - 14) : phrase.start]):
        return Role.OTHER
    named = phrase.kind is TimeKind.CLOCK and phrase.lead in ("", "the")
    if named and pattern(around.NAMED).match(text[phrase.end : phrase.end + 24]):
        return Role.OTHER
    before = masked[max(0, phrase.start - 48) : phrase.start]
    if phrase.kind is TimeKind.DURATION and before.endswith("be ") and pattern(around.WILL_BE).search(before):
        return _window(words)
    if phrase.kind is TimeKind.VAGUE and pattern(NOT_LONG).fullmatch(text[phrase.start : phrase.end]):
        return Role.UPDATE if any(word.cue is Cue.UPDATE for word in words) else _window(words)
    if phrase.kind is TimeKind.DAY and _is_attribute(phrase, masked):
        return Role.OTHER
    left = phrase.kind is TimeKind.DURATION and "another" in phrase.lead
    if left and pattern(around.THAT_IS).search(before):
        return _window(words)
    needed = phrase.kind is TimeKind.DURATION and ("need" in before[-24:] or "require" in before[-24:])
    if (
        needed
        and pattern(around.NEEDS).search(before)
        and ("another" in phrase.lead or any(repairs(word) for word in words))
    ):
        return _window(words)
    if phrase.after == "later" and not any(word.cue in FUTURE for word in words):
        return Role.PAST
    allowed = last(clause.before, FUTURE)
    if allowed is not None and allowed.text.endswith("allow") and phrase.kind is TimeKind.DURATION:
        return Role.RESOLVE if any(repairs(word) for word in clause.after) else Role.ACTION
    if (
        pattern(around.UNTIL).match(text[phrase.end : phrase.end + 8])
        and last(clause.before, FUTURE)
        and first(clause.before, PREDICATES) is None
    ):
        told = first(clause.later, PREDICATES)
        if told is not None and told.cue is Cue.WATCH:
            return Role.WATCH
        return Role.UPDATE if told is not None and told.cue is Cue.UPDATE else Role.RESOLVE
    if phrase.after in TO_GO:
        ends = any(repairs(word) or word.text.startswith("complet") for word in words)
        return Role.RESOLVE if ends and not _planned(words) else Role.OTHER
    if _is_stamp(phrase, text, clause) or _is_record(phrase, masked, clause):
        return Role.PAST
    return Role.WATCH if clause.conditional else None


def _is_record(phrase: Phrase, masked: str, clause: Clause) -> bool:
    """A point of time that opens what happened then, after a heading: "Report: At 14:03 a push removed ..."."""
    headed = clause.opened_by is not None and clause.opened_by.text == ":" and not clause.before
    at = phrase.lead in ("", "at", "on", "around", "at about", "at around", "at approximately")
    fronted = not masked[: phrase.start].strip(" *_-•#")
    happened = (
        pattern(around.HAPPENED).match(masked[phrase.end : phrase.end + 60]) if at and (headed or fronted) else None
    )
    if happened is None:
        return False
    ahead = any(word.cue in FUTURE and word.end <= phrase.end + happened.end() for word in clause.after)
    return headed or not ahead


def _is_attribute(phrase: Phrase, masked: str) -> bool:
    """Whether the day tells which things are meant: "orders for today will ...", "files uploaded this week"."""
    if phrase.lead == "for" and pattern(around.NOUN).fullmatch(masked[: phrase.start]):
        return pattern(r"^ (?:will|should|are|is)\b").match(masked[phrase.end : phrase.end + 10]) is not None
    if phrase.lead not in ("", "this") or masked[max(0, phrase.start - 2) : phrase.start] not in ("d ", "t ", "e "):
        return False
    return pattern(around.MADE).search(masked[max(0, phrase.start - 40) : phrase.start]) is not None


def _is_routine(phrase: Phrase, text: str) -> bool:
    """Whether it is the name of what runs again and again: the nightly batch."""
    return (
        phrase.kind is TimeKind.INTERVAL
        and pattern(around.ROUTINES).match(text[phrase.end : phrase.end + 24]) is not None
    )


def _window(words: list[Word]) -> Role:
    return Role.PLANNED if _planned(words) else Role.RESOLVE


def _is_stamp(phrase: Phrase, text: str, clause: Clause) -> bool:
    """A time that opens a line of a log: "14:05 UTC - ...", "[14:05] Update: ..."."""
    points = phrase.kind in (TimeKind.CLOCK, TimeKind.DATE, TimeKind.DAY)
    opens = text[: phrase.start].strip(" *_[(-•#=:@")
    if phrase.lead or not points or (not opens and (clause.before or clause.earlier)):
        return False
    if pattern(around.STAMP_OPENS).fullmatch(opens) is None:
        return False
    ends = text[phrase.end : phrase.end + 16]
    return pattern(around.STAMP_ENDS).match(ends) is not None or (
        opens != "" and pattern(around.LINE_ENDS).match(ends) is not None
    )


def _follows_update(phrase: Phrase, masked: str, words: list[Word]) -> bool:
    """Whether the word for an update stands right before the time: "next update: 15:00", "the update at 3 pm"."""
    for word in reversed(words):
        if word.end <= phrase.start and word.cue is not Cue.BE and word.text not in ":,":
            if (
                word.text in around.PUBLISHED
                and last([other for other in words if other.end <= word.start], FUTURE | {Cue.BE}) is None
            ):
                return False
            if (
                word.text.startswith("announc")
                and first([other for other in words if other.end <= word.start], FUTURE) is None
            ):
                return False
            gap = masked[word.end : phrase.start]
            if gap.strip() == ",":  # "in our next update, by 15:00 UTC.": added, with nothing of its own behind it
                gap = " " if pattern(around.NOTHING_MORE).match(masked[phrase.end : phrase.end + 4]) else gap
            return word.cue is Cue.UPDATE and pattern(around.LABEL_GAP).fullmatch(gap) is not None
    return False


def _not_past(clause: Clause) -> bool:
    """Whether the clause's last auxiliary isn't one of the past."""
    nearest = last(clause.before, FUTURE | {Cue.HAVE})
    return nearest is None or nearest.cue is not Cue.HAVE

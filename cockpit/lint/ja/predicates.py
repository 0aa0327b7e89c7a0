"""Tells what each time of a Japanese sentence belongs to.

Japanese is head-final: the first predicate to the right that the time can modify decides; where there is none, the
label to the left does (復旧見込み:18時). What is only named on the way (復旧の見込みを) is passed over.
"""

from __future__ import annotations

from cockpit.lint.ja.clause import Clauses, Ruling, expects
from cockpit.lint.ja.closings import Closing, closing_at, is_part_of_deadline
from cockpit.lint.ja.days import PAST_DAYS
from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.events import Event
from cockpit.lint.ja.forms import denied
from cockpit.lint.ja.labels import by_label
from cockpit.lint.ja.lexicon import Kind
from cockpit.lint.ja.times import find_times
from cockpit.lint.ja.untimed import may_promise, performative, untimed
from cockpit.lint.patterns import pattern
from cockpit.lint.setting import Setting
from cockpit.lint.statement import Role, Statement, TimeExpression, TimeKind

_BY_POST = r"の?[\p{Han}]{0,3}便(?:で|にて)"
"""明日の午前便で: it is by this post that it comes."""
_AS_OF = tuple(f"{word}{particle}" for word in ("現在", "時点", "段階") for particle in ("", "で", "では", "の", "も"))
_BY = ("までに", "中に", "以内に")
_UNTIL = ("まで", "までに", "まであと", "までは", "には")
_PARTICLES = frozenset("をはがもでに")
_HAD_PLANNED = ("予定していた", "予定しておりました", "予定していました", "予定しておりまし")
_OWN_STEPS = ("後", "てから", "たら", "場合", "通常", "反映", "混雑", "回答", "返信")
_PLEASE = r"(?:くださ|下さ|いただけ(?:れば|ます)|頂け(?:れば|ます)|いただきますよう|頂きますよう)"
_THEN = ("再", "から", "もう一度", "うえ", "上で", "後に", "のち", "いただいて")
"""What the customer waits for after a step of their own, or before another."""
_STANDING = (Form.OBJECT, Form.BARE, Form.CONDITION, Form.LINK)


def statements(text: str, setting: Setting = Setting.TROUBLE) -> tuple[Statement, ...]:
    """What each time of ONE NFKC sentence belongs to, and its promises that name no time; in order of position.

    ``setting`` is what the message as a whole is about.
    """
    times = find_times(text)
    if not times and not may_promise(text):
        return ()
    clauses = Clauses(text, times, setting)
    rulings = [(time, _rule(clauses, time)) for time in times]
    timed = {ruling.event for time, ruling in rulings if ruling.event is not None and time.kind is not TimeKind.VAGUE}
    hinted = {ruling.event for _, ruling in rulings if ruling.event is not None}
    vague = [
        promise
        for promise in untimed(text, clauses.events, timed, hinted)
        if not any(_touch(time, promise) for time in times if time.kind is not TimeKind.VAGUE)
    ]
    said = vague + [
        Statement(time.start, time.end, ruling.role, time)
        for time, ruling in rulings
        if not (time.kind is TimeKind.VAGUE and _is_said_better(text, time, ruling, timed, vague))
    ]
    return tuple(sorted(said, key=lambda statement: statement.start))


def _touch(first: TimeExpression | Statement, second: TimeExpression | Statement) -> bool:
    return first.start < second.end and second.start < first.end


def _is_said_better(text: str, time: TimeExpression, ruling: Ruling, timed: set[Event], vague: list[Statement]) -> bool:
    """復旧次第、改めて: the one phrase says when; 16時に改めて: the hour does; 改めて以下に: nothing is promised."""
    if ruling.role is Role.UPDATE and performative(text):
        return True
    return ruling.event in timed or any(other.role is ruling.role or _touch(other, time) for other in vague)


def _rule(clauses: Clauses, time: TimeExpression) -> Ruling:
    text, phrase = clauses.text, clauses.phrase(time)
    if phrase.endswith(_AS_OF):
        return Ruling(Role.NEGATED if denied(text, time.end) else Role.OTHER)
    if phrase.lstrip("約").startswith(PAST_DAYS) or phrase == "今年":
        return Ruling(Role.PAST)
    before = text[: time.start]
    if (
        before.endswith(("最終", "最終は"))
        or "発生から" in before
        or _is_subject(clauses, time)
        or _is_stamp(clauses, time)
    ):
        return Ruling(Role.PAST)
    extended = time.kind is TimeKind.DURATION and text.startswith("延長", time.end)
    if extended and clauses.tense(time.end) is Form.PAST:
        return Ruling(Role.PAST)
    closing = closing_at(text, time.end)
    if closing is not None and closing is not Closing.END:
        return by_label(clauses, time, closing)
    rest = text[time.end : time.end + 8]
    if "便" in rest and pattern(_BY_POST).match(rest):
        return _to_the_right(clauses, time) or Ruling(Role.OTHER)
    if text.startswith("の", time.end) and not is_part_of_deadline(text, time.end):
        return _by_noun(clauses, time)
    return _to_the_right(clauses, time) or by_label(clauses, time, closing)


def _is_subject(clauses: Clauses, time: TimeExpression) -> bool:
    """本日が振替日の: the day is what is spoken of, and says of nothing when it is."""
    rest = clauses.text[time.end : time.end + 14]
    return time.kind in (TimeKind.DAY, TimeKind.DATE) and rest.startswith("が") and not expects(rest)


def _is_stamp(clauses: Clauses, time: TimeExpression) -> bool:
    """14:15 値が正常に戻る: the hour that opens a line of a log."""
    text, phrase = clauses.text, clauses.phrase(time)
    opens = time.kind is TimeKind.CLOCK and text[: time.start].strip(" [(【・-*") == ""
    apart = phrase[-1:].isdigit() and text[time.end : time.end + 1] in (" ", ":", "\t", "]", "】")
    return opens and apart and not expects(text[time.end :])


def _by_noun(clauses: Clauses, time: TimeExpression) -> Ruling:
    """18時頃のデータベース復旧: the time belongs to the noun it stands before, if that names an event."""
    text = clauses.text
    for event in clauses.events:
        if event.start <= time.end:
            continue
        between = text[time.end + 1 : event.start]
        if len(between) > 20 or any(mark in between for mark in "はがをにで、。"):
            break
        particle = text[event.end : event.end + 1]
        if event.kind is Kind.UPDATE and text.startswith(_HAD_PLANNED, event.end + 1):
            return Ruling(Role.PAST)
        if event.kind is Kind.UPDATE and particle in _PARTICLES:
            return _mended_by(clauses, event, time) or Ruling(Role.UPDATE, event)
        if event.form is Form.COMPOUND:
            continue
        if event.kind is Kind.START:
            return clauses.ruled(event, time, clauses.tense(event.end))
        if event.kind in (Kind.HAPPEN, Kind.ACTION):
            return Ruling(Role.PAST if event.kind is Kind.HAPPEN else Role.OTHER)
        form: Form = event.form
        if form in _STANDING:
            refused = particle != "" and particle in "はがも" and denied(text, event.end)
            form = Form.NEGATED if refused else clauses.tense(event.end)
        return clauses.ruled(event, time, form)
    return Ruling(Role.OTHER)


def _mended_by(clauses: Clauses, event: Event, time: TimeExpression) -> Ruling | None:
    """11月26日のアップデートで修正予定: such an update is a release, and what it mends decides."""
    if event.word not in ("アップデート", "更新"):
        return None
    later = [other for other in clauses.events if other.start > event.end]
    if later:
        by_it = clauses.text.startswith(("で", "にて", "時に", "により"), event.end)
        mends = later[0].kind in (Kind.STEP, Kind.RECOVER) or (by_it and later[0].kind is Kind.RELEASE)
        return clauses.ruled(later[0], time) if mends else None
    by_it = clauses.text.startswith(("で行", "にて行", "で実施", "にて実施"), event.end)
    before = [other for other in clauses.events if other.end < event.start and other.kind is Kind.STEP]
    if not before or not by_it or event.word == "更新":
        return None
    return clauses.ruled(before[-1], time, Form.FUTURE)


def _to_the_right(clauses: Clauses, time: TimeExpression) -> Ruling | None:
    """The ruling of the first predicate to the right; None where the time's clause has none."""
    named: Event | None = None
    for event in clauses.events:
        if event.start < time.end:
            continue
        if clauses.parted(time, event):
            break
        if event.word.startswith("お待ち") and _awaited(clauses, time, event):
            return _wait(clauses, time)
        if event.kind in (Kind.TAKE, Kind.SLIP):
            closing = Closing.PAST if event.form is Form.PAST else Closing.EXPECTED
            return by_label(clauses, time, closing, takes=True)
        if event.form in (Form.OBJECT, Form.COMPOUND):
            named = event if event.form is Form.OBJECT else named
            continue
        if event.kind is Kind.ACT and event.form is Form.LINK and clauses.only_ahead(time):
            continue
        if event.kind is Kind.START and event.form is Form.LINK and clauses.phrase(time).endswith(_BY):
            continue
        if event.form is Form.BARE:
            return _bare(clauses, event, time)
        return clauses.ruled(event, time, _linked_tense(clauses, time, event) if event.form is Form.LINK else None)
    if named is not None and named.kind is Kind.UPDATE and clauses.tense(named.end) is Form.FUTURE:
        return Ruling(Role.UPDATE, named)
    return None


def _linked_tense(clauses: Clauses, time: TimeExpression, event: Event) -> Form:
    """復旧し、... takes the tense of what follows; being usable or told about now means that it is over."""
    tense = clauses.tense(event.end)
    if clauses.only_ahead(time):
        return Form.FUTURE if time.moment is None or time.moment.hour is None else tense
    if event.kind is Kind.UPDATE:
        return tense
    if any(other.start > event.end for other in clauses.times):
        return tense if event.kind is Kind.ARRIVE or _again(clauses, event) else Form.PAST
    last = clauses.events[-1]
    told = last.start > event.end and last.kind in (Kind.USE, Kind.UPDATE)
    return Form.PAST if told and not expects(clauses.text[event.end :]) else tense


def _again(clauses: Clauses, event: Event) -> bool:
    """一部が復旧し、18時に全面復旧する: both lie ahead, or both behind, unless they are set against each other."""
    if "は" in clauses.text[: event.start]:
        return False
    return any(other.start > event.end and other.word == event.word for other in clauses.events)


def _awaited(clauses: Clauses, time: TimeExpression, event: Event) -> bool:
    """復旧まで30分ほどお待ちください and 30分ほどお待ちください say how long the recovery takes."""
    if time.kind is not TimeKind.DURATION or clauses.setting is Setting.PLANNED:
        return False
    before, rest = clauses.text[: time.start].rstrip(" 、"), clauses.text[event.end :]
    if before.endswith(_UNTIL):
        return True
    asked = event.word.endswith("くだ") or pattern(_PLEASE).match(rest) is not None
    return (
        asked
        and not clauses.phrase(time).startswith("最")
        and not any(word in before for word in _OWN_STEPS)
        and not any(word in rest for word in _THEN)
    )


def _wait(clauses: Clauses, time: TimeExpression) -> Ruling:
    """What is waited for, where the sentence names it; else the end of the trouble."""
    ruling = by_label(clauses, time, Closing.EXPECTED, takes=True)
    named = clauses.text[: time.start].rstrip(" 、").endswith(_UNTIL)
    return ruling if named or ruling.event is not None else Ruling(Role.RESOLVE)


def _bare(clauses: Clauses, event: Event, time: TimeExpression) -> Ruling:
    """14:10 復旧 is a record of what was; 本日中に復旧 and 明日復旧 can only be to come."""
    ahead = clauses.only_ahead(time)
    if event.kind is Kind.UPDATE:
        return Ruling(Role.UPDATE if ahead or time.kind is TimeKind.INTERVAL else Role.PAST)
    return clauses.ruled(event, time, Form.FUTURE if ahead else Form.PAST)

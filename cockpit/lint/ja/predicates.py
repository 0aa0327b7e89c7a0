"""Tells what each time of a Japanese sentence belongs to.

Japanese is head-final: the first predicate to the right that the time can modify decides; where there is none, the
label to the left does (復旧見込み:18時). What is only named on the way (復旧の見込みを) is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from cockpit.lint.ja.events import Event, clause_ends, events_of, joints
from cockpit.lint.ja.forms import ESTIMATE, Form, denied
from cockpit.lint.ja.grammar import PAST_DAYS
from cockpit.lint.ja.lexicon import Kind
from cockpit.lint.ja.roles import role_of
from cockpit.lint.ja.times import find_times
from cockpit.lint.ja.untimed import may_promise, performative, untimed
from cockpit.lint.patterns import Pattern, pattern
from cockpit.lint.statement import Role, Statement, TimeExpression, TimeKind

_AS_OF = ("現在", "時点", "段階", "時点で", "現在で", "段階で", "時点では", "現在では", "段階では", "現在の", "現在も")
_BY = ("までに", "中に", "以内に")
_AIMED = ("めどに", "目処に", "目途に", "目標に", "目安に", "目途として", "目処として", "目標として")
_MOVED = ("変更", "延期", "延長", "修正", "前倒し")
_CARRIED_OUT = ("行い", "行う", "行わせ", "実施", "いたし", "致し", "お出し", "出し")
_PARTICLES = frozenset("をはがもでに")
_LABEL_REACH = 60
_NAMED = (Form.OBJECT, Form.COMPOUND, Form.BARE)
_LABELS = (Kind.RECOVER, Kind.STEP, Kind.ACT, Kind.END, Kind.RELEASE, Kind.USE, Kind.UPDATE, Kind.WATCH, Kind.LAST)


@cache
def _closing() -> Pattern:
    """After a time that is itself the predicate, and so belongs to the label before it (18時頃です, 18時を見込んで)."""
    return pattern(
        r"\s?(?:に|と|で|を|へと?|まで)?(?P<past>でした|となりました|になりました|であった|だった|(?:を|に|と)?(?:予定|見込んで|想定)(?:し)?ておりました)"
        rf"|\s?(?P<expected>(?:の|を|が|に|と|くらいの)?(?:なる|する|完了の|終了の)?{ESTIMATE}|(?:を|と|に)?(?:見込[みんま]|想定|予想|予測|目指|目標|期待)"
        r"|(?:に|へと?)?(?:変更|延期|延長|前倒し|なりそう|なるもの|なる可能性|なる恐れ|なるおそれ|なってしまう)|と(?:のこと|思|考え|見て|見られ|見積|聞|伺)|か(?:と|も)|にな(?:る場合|りかね))"
        r"|\s?(?P<plain>です|で、|で$|であり|でござ|でして|だ。|である|と?になります|となります|になる|となる|となり、|になり、|となっており|とな[りっ]ております|になっており|を回る|を過ぎる|以降に?$|と(?:させて|いた|致))"
        r"|(?P<end>\s?(?:$|[。、,)）」】\]/\n(・※!]))",
        ignore_case=False,
    )


@cache
def _deadline_after() -> Pattern:
    """明日の営業開始までに: the whole is the time, and only what follows is its predicate."""
    return pattern(r"の[^、。はがをの\d]{1,10}?(?:までに|までには|までは|前までに|前に|後に)", ignore_case=False)


@cache
def _estimated() -> Pattern:
    return pattern(ESTIMATE)


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A time's role, and the event that gave it."""

    role: Role
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with everything found in it."""

    text: str
    times: tuple[TimeExpression, ...]
    events: tuple[Event, ...]
    ends: tuple[int, ...]
    joints: tuple[int, ...]

    def closes_between(self, start: int, end: int) -> bool:
        """Whether a clause ends in [start, end)."""
        return any(start < place <= end for place in self.ends)

    def parted(self, time: TimeExpression, event: Event) -> bool:
        """Whether the event is out of the time's reach to the right: another clause, or another time's predicate."""
        if self.closes_between(time.end, event.start):
            return True
        others = [other.start for other in self.times if time.end <= other.start and other.end <= event.start]
        return any(place <= other for other in others for place in self.joints if place > time.end)


def statements(text: str) -> tuple[Statement, ...]:
    """What each time of ONE NFKC sentence belongs to, and its promises that name no time; in order of position."""
    times = find_times(text)
    if not times and not may_promise(text):
        return ()
    sentence = _Sentence(text, times, events_of(text), clause_ends(text), joints(text))
    if not sentence.events and not times:
        return ()
    rulings = [(time, _rule(sentence, time)) for time in times]
    timed = {ruling.event for time, ruling in rulings if ruling.event is not None and time.kind is not TimeKind.VAGUE}
    hinted = {ruling.event for _, ruling in rulings if ruling.event is not None}
    exact = [time for time in times if time.kind is not TimeKind.VAGUE]
    vague = [
        promise
        for promise in untimed(text, sentence.events, timed, hinted)
        if not any(time.start < promise.end and promise.start < time.end for time in exact)
    ]
    said = vague + [
        Statement(time.start, time.end, ruling.role, time)
        for time, ruling in rulings
        if not (time.kind is TimeKind.VAGUE and _is_said_better(text, time, ruling, timed, vague))
    ]
    return tuple(sorted(said, key=lambda statement: statement.start))


def _is_said_better(
    text: str, time: TimeExpression, ruling: _Ruling, timed: set[Event], vague: list[Statement]
) -> bool:
    """復旧次第、改めて: the one phrase says when; 16時に改めて: the hour does; 改めて以下に: nothing is promised."""
    if ruling.role is Role.UPDATE and performative(text):
        return True
    same = any(other.role is ruling.role or (other.start < time.end and time.start < other.end) for other in vague)
    return same or ruling.event in timed


def _rule(sentence: _Sentence, time: TimeExpression) -> _Ruling:
    text = sentence.text
    phrase, tail = text[time.start : time.end], text[time.end : time.end + 24]
    if phrase.endswith(_AS_OF):
        return _Ruling(Role.NEGATED if denied(text, time.end) else Role.OTHER)
    if phrase.lstrip("約").startswith(PAST_DAYS):
        return _Ruling(Role.PAST)
    closing = _closing().match(tail)
    if time.kind is TimeKind.DURATION and tail.startswith("延長") and _tense(text, time.end) is Form.PAST:
        return _Ruling(Role.PAST)
    if closing is not None and closing.lastgroup != "end":
        return _by_label(sentence, time, closing.lastgroup)
    if tail.startswith("の") and _deadline_after().match(tail) is None:
        return _by_phrase(sentence, time)
    governed = _to_the_right(sentence, time)
    if governed is not None:
        return governed
    return _by_label(sentence, time, closing.lastgroup if closing is not None else None)


def _by_phrase(sentence: _Sentence, time: TimeExpression) -> _Ruling:
    """18時頃のデータベース復旧: the time belongs to the noun it stands before, if that names an event."""
    text = sentence.text
    for event in sentence.events:
        if event.start <= time.end:
            continue
        between = text[time.end + 1 : event.start]
        if any(mark in between for mark in "はがをにで、。") or len(between) > 20:
            return _Ruling(Role.OTHER)
        if event.kind is Kind.UPDATE and text[event.end : event.end + 1] in _PARTICLES:
            mended = _mended_by(sentence, event)
            return _Ruling(Role.UPDATE, event) if mended is None else _ruled(mended, time, text)
        if event.form is Form.COMPOUND:
            continue
        if event.kind in (Kind.HAPPEN, Kind.START, Kind.ACTION):
            return _Ruling(Role.PAST if event.kind is Kind.HAPPEN else Role.OTHER)
        form: Form = event.form
        if form in (Form.OBJECT, Form.BARE, Form.CONDITION, Form.LINK):
            form = (
                Form.NEGATED
                if text[event.end : event.end + 1] in "はがも" and denied(text, event.end)
                else _tense(text, event.end)
            )
        return _ruled(event, time, text, form)
    return _Ruling(Role.OTHER)


def _mended_by(sentence: _Sentence, event: Event) -> Event | None:
    """11月26日のアップデートで修正予定: such an update is a release, and what it mends decides."""
    if event.word not in ("アップデート", "更新"):
        return None
    later = [other for other in sentence.events if other.start > event.end]
    if later:
        return later[0] if later[0].kind in (Kind.STEP, Kind.RECOVER) else None
    by_it = event.word == "アップデート" and sentence.text[event.end :].startswith(
        ("で行", "にて行", "で実施", "にて実施")
    )
    before = [other for other in sentence.events if other.end < event.start and other.kind is Kind.STEP]
    return replace(before[-1], form=Form.FUTURE) if by_it and before else None


def _ruled(event: Event, time: TimeExpression, text: str, form: Form | None = None, *, takes: bool = False) -> _Ruling:
    return _Ruling(role_of(event, time, text, form, takes=takes), event)


def _tense(text: str, at: int) -> Form:
    """The tense of what follows: past if it ends in the past and expects nothing."""
    rest = text[at:]
    if _estimated().search(rest) is not None or "目指" in rest or "向け" in rest:
        return Form.FUTURE
    past = any(
        mark in rest for mark in ("ました", "ております", "ています", "でした", "済み", "現在は", "った。", "した。")
    )
    return Form.PAST if past else Form.FUTURE


def _linked_tense(sentence: _Sentence, time: TimeExpression, event: Event) -> Form:
    """復旧し、... takes the tense of what follows; being usable or told about now means that it is over."""
    if _only_ahead(time, sentence.text):
        return Form.FUTURE
    tense = _tense(sentence.text, event.end)
    if event.kind is not Kind.UPDATE and any(other.start > event.end for other in sentence.times):
        return Form.PAST
    rest = [other for other in sentence.events if other.start > event.end]
    if tense is Form.FUTURE and event.kind is not Kind.UPDATE and rest and rest[-1].kind in (Kind.USE, Kind.UPDATE):
        estimated = _estimated().search(sentence.text[event.end :]) is not None
        return Form.FUTURE if estimated else Form.PAST
    return tense


def _to_the_right(sentence: _Sentence, time: TimeExpression) -> _Ruling | None:
    """The role by the first predicate to the right; None where the time's clause has none."""
    text, named = sentence.text, None
    for event in sentence.events:
        if event.start < time.end:
            continue
        if sentence.parted(time, event):
            break
        if event.word.startswith("お待ち") and _awaited(sentence, time):
            return _by_label(sentence, time, "expected", takes=True)
        if event.kind in (Kind.TAKE, Kind.SLIP):
            return _by_label(sentence, time, "past" if event.form is Form.PAST else "expected", takes=True)
        if event.form in (Form.OBJECT, Form.COMPOUND):
            named = event if event.form is Form.OBJECT else named
            continue
        if event.kind is Kind.START and event.form is Form.LINK and text[time.start : time.end].endswith(_BY):
            continue
        if event.form is Form.BARE:
            return _bare(event, time, text)
        if event.form is Form.LINK:
            return _ruled(event, time, text, _linked_tense(sentence, time, event))
        return _ruled(event, time, text)
    if named is not None and named.kind is Kind.UPDATE and _tense(text, named.end) is Form.FUTURE:
        return _Ruling(Role.UPDATE, named)
    return None


def _awaited(sentence: _Sentence, time: TimeExpression) -> bool:
    """復旧まで30分ほどお待ちください says how long the recovery takes."""
    before = sentence.text[: time.start].rstrip(" 、")
    return before.endswith(("まで", "までに", "まであと", "までは", "には")) and time.kind is TimeKind.DURATION


def _bare(event: Event, time: TimeExpression, text: str) -> _Ruling:
    """14:10 復旧 is a record of what was; 本日中に復旧 and 明日復旧 can only be to come."""
    ahead = _only_ahead(time, text)
    if event.kind is Kind.UPDATE:
        return _Ruling(Role.UPDATE if ahead or time.kind in (TimeKind.INTERVAL, TimeKind.VAGUE) else Role.PAST)
    return _ruled(event, time, text, Form.FUTURE if ahead else Form.PAST)


def _only_ahead(time: TimeExpression, text: str) -> bool:
    """Whether the phrase can only lie ahead: a deadline, a day after today, a length from now."""
    phrase = text[time.start : time.end]
    if (
        time.kind is TimeKind.VAGUE
        or "まで" in phrase
        or "以内" in phrase
        or "中" in phrase
        or "目" in phrase
        or "めど" in phrase
    ):
        return True
    if time.kind is TimeKind.DURATION:
        return phrase.endswith(("で", "後に", "後", "ほどで", "後には"))
    return (
        time.moment is not None
        and (time.moment.day_offset or 0) > 0
        and (time.moment.hour is None or "明" in phrase or "翌" in phrase)
    )


def _by_label(sentence: _Sentence, time: TimeExpression, closing: str | None, *, takes: bool = False) -> _Ruling:
    """The role by the label before the time (次回更新は, 復旧見込み:, 復旧まで)."""
    text = sentence.text
    label = None
    moved = text[time.end :].startswith(_MOVED)
    for event in reversed(sentence.events):
        if (
            event.end > time.start
            or event.kind not in _LABELS
            or event.form not in _NAMED + (Form.FUTURE, Form.CONDITION, Form.NEGATED)
        ):
            continue
        far = time.start - event.end > _LABEL_REACH
        if far or (not moved and sentence.closes_between(event.end, time.start)):
            break
        label = event
        break
    phrase = text[time.start : time.end]
    expected = closing == "expected" or phrase.endswith(_AIMED)
    if label is None:
        if text[time.end :].startswith("延長") and any(
            word in text[: time.start] for word in ("メンテ", "作業", "終了")
        ):
            return _Ruling(Role.RESOLVE)
        if "メンテ" in text:
            return _Ruling(Role.PLANNED)
        if "次回" in text[: time.start] or text[: time.start].rstrip(" :は、").endswith(("次", "次は")):
            return _Ruling(Role.UPDATE)
        return _unlabelled(sentence, time, closing, takes=takes)
    gap = text[label.end : time.start]
    named_estimate = (
        _estimated().search(gap) is not None
        or _estimated().search(text[max(0, label.start - 4) : label.start]) is not None
    )
    if denied(text, time.end) and closing is None:
        return _Ruling(Role.NEGATED)
    if closing == "past":
        return _Ruling(Role.PAST)
    if label.kind is Kind.UPDATE:
        if takes and "次" not in text[max(0, label.start - 4) : label.start] and label.word not in ("続報", "次報"):
            return _Ruling(Role.OTHER)
        carried_out = text[time.end :].startswith(_CARRIED_OUT)
        return _update_label(text, label, gap, "plain" if carried_out else closing)
    if closing == "plain" and _is_record(text, gap, time):
        return _Ruling(Role.PAST)
    topical = any(mark in gap for mark in ("は", "が", "まで", "に", "も", "を"))
    if expected or named_estimate or (topical and closing in ("plain", "end", None)) or _only_ahead(time, text):
        if not expected and not named_estimate and closing is None and not takes:
            return _Ruling(Role.OTHER)
        return _ruled(
            label, time, text, Form.FUTURE, takes=takes or time.kind is TimeKind.DURATION or closing is not None
        )
    return _Ruling(Role.PAST)


def _is_record(text: str, gap: str, time: TimeExpression) -> bool:
    """復旧時刻は14時10分です is exact, and so over; 頃, 予定 or となります would make it an estimate."""
    exact = not any(near in text[time.start : time.end] for near in ("頃", "ごろ", "ころ", "以降", "まで"))
    dated = gap.startswith(("時刻", "日時"))
    return (
        dated
        and exact
        and time.kind is TimeKind.CLOCK
        and text[time.end :].startswith("です")
        and not _estimated().search(gap)
    )


def _update_label(text: str, label: Event, gap: str, closing: str | None) -> _Ruling:
    before = text[max(0, label.start - 6) : label.start]
    if any(word in before for word in ("最終", "前回", "最新")):
        return _Ruling(Role.PAST, label)
    if "次" in before or label.word in ("続報", "次報") or "予定" in gap or closing in ("expected", "plain"):
        return _Ruling(Role.UPDATE, label)
    return _Ruling(Role.UPDATE if closing == "end" and any(mark in gap for mark in "はが") else Role.OTHER, label)


def _unlabelled(sentence: _Sentence, time: TimeExpression, closing: str | None, *, takes: bool) -> _Ruling:
    """18時頃の見込みです, with what is expected in the sentence before."""
    text = sentence.text
    after = text[time.end : time.end + 10]
    if takes or time.kind is TimeKind.VAGUE:
        return _Ruling(Role.OTHER)
    if "所要時間" in text[: time.start] and closing in ("expected", "plain"):
        return _Ruling(Role.RESOLVE)
    ahead = (event for event in sentence.events if event.start >= time.end and not sentence.parted(time, event))
    if closing == "expected" and any(event.kind is Kind.RECOVER for event in ahead):
        return _Ruling(Role.RESOLVE)
    if closing == "expected" and any(word in after for word in ("見込", "見通し")) and "は" not in text[: time.start]:
        return _Ruling(Role.RESOLVE)
    if text[: time.start].rstrip(" :は").endswith("ETA"):
        return _Ruling(Role.RESOLVE)
    return _Ruling(Role.OTHER)

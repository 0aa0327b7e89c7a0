"""Rules a time by the label before it: 次回更新は15時です, 復旧見込み:18時, 復旧まで約2時間かかる."""

from __future__ import annotations

from cockpit.lint.ja.clause import Clauses, Ruling, expects
from cockpit.lint.ja.closings import Closing
from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.events import Event
from cockpit.lint.ja.forms import denied
from cockpit.lint.ja.lexicon import DESK, PLANNED, Kind
from cockpit.lint.patterns import pattern
from cockpit.lint.setting import Setting
from cockpit.lint.statement import Role, TimeExpression, TimeKind

_AIMED = ("めどに", "目処に", "目途に", "目標に", "目安に", "目途として", "目処として", "目標として")
_STILL = ("あと", "残り", "さらに", "もう", "今後")
_RELEASES = ("アップデート", "更新", "リリース", "配信")
_BY_IT = r"[^)。]{0,6}\)(?:で|にて|により|時に)"
_AS_CAUSE = ("に伴", "による", "により", "によって", "のため", "に関する", "に向け")
_NEARLY = ("あと", "もう", "まもなく", "間もなく", "まも無く", "じき")
_MOVED = ("変更", "延期", "延長", "修正", "前倒し")
_CARRIED_OUT = ("行い", "行う", "行わせ", "実施", "いたし", "致し", "お出し", "出し")
_KINDS = (
    Kind.RECOVER,
    Kind.STEP,
    Kind.ACT,
    Kind.END,
    Kind.RELEASE,
    Kind.ARRIVE,
    Kind.USE,
    Kind.UPDATE,
    Kind.WATCH,
    Kind.LAST,
)
_FORMS = (Form.OBJECT, Form.COMPOUND, Form.BARE, Form.FUTURE, Form.CONDITION, Form.NEGATED)
_TOPICAL = ("は", "が", "まで", "に", "も", "を")
_ROUGHLY = ("頃", "ごろ", "ころ", "以降", "まで")
_REACH = 60


def by_label(clauses: Clauses, time: TimeExpression, closing: Closing | None, *, takes: bool = False) -> Ruling:
    """The ruling of the nearest label to the left, or of the sentence where it has none.

    ``closing`` is how the sentence goes on after the time; ``takes``: the time is how long something takes.
    """
    text = clauses.text
    label = _label(clauses, time)
    still = takes and closing is not Closing.PAST and clauses.phrase(time).startswith(_STILL)
    if still and clauses.setting is not Setting.PLANNED and (label is None or label.kind is not Kind.UPDATE):
        return Ruling(Role.RESOLVE)
    if takes and label is None and _lasts_until(clauses, time):
        return Ruling(Role.RESOLVE)
    if label is None:
        return _unlabelled(clauses, time, closing, takes=takes)
    if closing is None and denied(text, time.end):
        return Ruling(Role.NEGATED)
    if closing is Closing.PAST:
        return Ruling(Role.PAST)
    gap = text[label.end : time.start]
    if label.word in _RELEASES and pattern(_BY_IT).match(text[time.end : time.end + 12]):
        return _mended(clauses, time)
    if label.kind is Kind.UPDATE:
        ruled = clauses.ruled(label, time, Form.FUTURE)
        if ruled.role is not Role.UPDATE:
            return ruled
        return _promised(clauses, time, label, closing, takes=takes)
    if closing is Closing.PLAIN and _is_record(clauses, time, gap):
        return Ruling(Role.PAST)
    expected = (
        closing is Closing.EXPECTED
        or clauses.phrase(time).endswith(_AIMED)
        or expects(gap)
        or expects(text[max(0, label.start - 4) : label.start])
    )
    if expected or takes:
        return clauses.ruled(label, time, Form.FUTURE, takes=_spans(time, closing, takes))
    if closing is None:
        return Ruling(Role.OTHER if any(mark in gap for mark in _TOPICAL) or clauses.only_ahead(time) else Role.PAST)
    if any(mark in gap for mark in _TOPICAL) or clauses.only_ahead(time):
        return clauses.ruled(label, time, Form.FUTURE, takes=True)
    return Ruling(Role.PAST)


def _mended(clauses: Clauses, time: TimeExpression) -> Ruling:
    """次回のアップデート(11月30日予定)で修正: such an update is a release, and what it mends decides."""
    later = (event for event in clauses.events if event.start >= time.end and event.kind in (Kind.STEP, Kind.RECOVER))
    mends = next(later, None)
    return Ruling(Role.OTHER) if mends is None else clauses.ruled(mends, time, Form.FUTURE)


def _lasts_until(clauses: Clauses, time: TimeExpression) -> bool:
    """金曜日までかかる: it is over then, if it is no planned work and no service of the desk."""
    usual = any(word in clauses.text for word in (*DESK, *PLANNED))
    return "まで" in clauses.phrase(time) and not usual and clauses.setting is not Setting.PLANNED


def _spans(time: TimeExpression, closing: Closing | None, takes: bool) -> bool:
    return takes or closing is not None or time.kind is TimeKind.DURATION


def _label(clauses: Clauses, time: TimeExpression) -> Event | None:
    moved = clauses.text[time.end :].startswith(_MOVED)
    for event in reversed(clauses.events):
        if event.end > time.start or event.kind not in _KINDS or event.form not in _FORMS:
            continue
        if clauses.text.startswith(_AS_CAUSE, event.end):
            continue
        out_of_reach = time.start - event.end > _REACH
        if out_of_reach or (not moved and clauses.closes_between(event.end, time.start)):
            return None
        return event
    return None


def _is_record(clauses: Clauses, time: TimeExpression, gap: str) -> bool:
    """復旧時刻は14時10分です is exact, and so over; 頃, 予定 or となります would make it an estimate."""
    if time.kind is not TimeKind.CLOCK or not gap.startswith(("時刻", "日時")) or expects(gap):
        return False
    exact = not any(near in clauses.phrase(time) for near in _ROUGHLY)
    return exact and clauses.text[time.end :].startswith("です")


def _promised(clauses: Clauses, time: TimeExpression, label: Event, closing: Closing | None, *, takes: bool) -> Ruling:
    """Under a label of news: the next ones are promised, the last ones were."""
    text = clauses.text
    before, gap = text[max(0, label.start - 6) : label.start], text[label.end : time.start]
    if any(word in before for word in ("最終", "前回", "最新")):
        return Ruling(Role.PAST, label)
    coming = "次" in before or label.word in ("続報", "次報")
    if takes and not coming:
        return Ruling(Role.OTHER)
    if coming or "予定" in gap or closing in (Closing.EXPECTED, Closing.PLAIN):
        return Ruling(Role.UPDATE, label)
    if text[time.end :].startswith(_CARRIED_OUT):
        return Ruling(Role.UPDATE, label)
    told = closing is Closing.END and any(mark in gap for mark in "はが")
    return Ruling(Role.UPDATE if told else Role.OTHER, label)


def _unlabelled(clauses: Clauses, time: TimeExpression, closing: Closing | None, *, takes: bool) -> Ruling:
    """What the sentence itself tells of a time without a label: 18時頃の見込みです, 次回:18時."""
    text, before = clauses.text, clauses.text[: time.start]
    if text[time.end :].startswith("延長") and any(word in before for word in ("メンテ", "作業", "終了")):
        return Ruling(Role.RESOLVE)
    if "メンテ" in text or clauses.setting is Setting.PLANNED:
        return Ruling(Role.PLANNED)
    if "次回" in before or before.rstrip(" :は、").endswith(("次", "次は")):
        return Ruling(Role.UPDATE)
    if time.kind is TimeKind.VAGUE and closing is Closing.PLAIN and clauses.phrase(time).startswith(_NEARLY):
        return Ruling(Role.RESOLVE)
    if takes or time.kind is TimeKind.VAGUE:
        return Ruling(Role.OTHER)
    expected = closing is Closing.EXPECTED or clauses.phrase(time).endswith(_AIMED)
    if before.rstrip(" :は").endswith("ETA") or ("所要時間" in before and (expected or closing is Closing.PLAIN)):
        return Ruling(Role.RESOLVE)
    if not expected:
        return Ruling(Role.OTHER)
    ahead = (event for event in clauses.events if event.start >= time.end and not clauses.parted(time, event))
    if any(event.kind is Kind.RECOVER for event in ahead):
        return Ruling(Role.RESOLVE)
    foreseen = any(word in text[time.end : time.end + 10] for word in ("見込", "見通し"))
    return Ruling(Role.RESOLVE if foreseen and "は" not in before else Role.OTHER)

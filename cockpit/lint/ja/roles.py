"""What role an event gives to the time that it governs."""

from __future__ import annotations

from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.events import Event
from cockpit.lint.ja.lexicon import DESK, FIX, NEWS, OVERRUN, PAGES, PLANNED, PREVENTION, REPAIR, TROUBLE, Kind
from cockpit.lint.statement import Role, TimeExpression, TimeKind

_STANDING = (Kind.STEP, Kind.ACT, Kind.END, Kind.RELEASE, Kind.USE, Kind.LAST, Kind.SLIP, Kind.TAKE)
_YIELDS_TO_PLAN = ("再開", "解除", "運転再開", "復帰")
_BEGINS = ("再開", "運転再開", "解除", "復活")
_FOR_UPDATES = (
    "追って",
    "おって",
    "随時",
    "後ほど",
    "のちほど",
    "後程",
    "改めて",
    "あらためて",
    "適宜",
    "都度",
    "逐次",
    "今後",
    "引き続き",
    "後日",
)
_FOR_RECOVERY = ("順次", "すぐに", "すぐ", "直ちに", "ただちに", "今すぐ", "時間が許す限り")
_BY_HAND = ("すると", "ことで", "いただくと", "いただければ", "くださると", "頂くと", "頂ければ")
"""After these it is the customer who mends it (再起動すると、すぐに解消します)."""
_DEADLINES = ("以内", "まで", "中", "後", "で", "めど", "目処", "目途", "内", "目標")


def role_of(event: Event, time: TimeExpression, text: str, form: Form | None = None, *, takes: bool = False) -> Role:
    """The role of ``time`` under ``event``.

    ``form`` overrides the event's own (a label has the tense of its copula); ``takes``: the time is how long it takes.
    """
    form = form or event.form
    if form is Form.ACTION:
        return Role.ACTION
    if form is Form.NEGATED:
        return _negated(event, time, text)
    if form is Form.CONDITION:
        gates = (
            "次第" in text[event.end : event.end + 4]
            and time.kind is not TimeKind.VAGUE
            and event.kind is not Kind.UPDATE
        )
        return Role.RESOLVE if gates and _resolves(event, time, text, True) else Role.OTHER
    if form is Form.PAST:
        return Role.PAST
    if event.kind is Kind.UPDATE:
        return _update(event, time, text)
    if event.kind is Kind.WATCH:
        return Role.WATCH
    if event.kind in (Kind.START, Kind.HAPPEN):
        return Role.PLANNED if any(word in text for word in PLANNED) else Role.OTHER
    return Role.RESOLVE if _resolves(event, time, text, takes) else _beside(text)


def _beside(text: str) -> Role:
    return Role.PLANNED if any(word in text for word in PLANNED) else Role.OTHER


def _negated(event: Event, time: TimeExpression, text: str) -> Role:
    """復旧は18時に間に合わない is a denial; 18時までご利用いただけない見込み says when it ends."""
    if event.kind is Kind.USE:
        lasts = "まで" in text[time.start : time.end] and not _is_range(text[time.start : time.end])
        expected = text[event.end :].startswith(("ない見込", "ない予定", "ません見込"))
        return Role.RESOLVE if lasts and expected and _beside(text) is Role.OTHER else Role.PAST
    return Role.NEGATED if event.kind is not Kind.UPDATE else Role.OTHER


def _update(event: Event, time: TimeExpression, text: str) -> Role:
    """A promise, unless what goes out is the fix itself, or the paper comes with prevention."""
    if event.word in ("公開", "お届け", "お送り", "アップデート") and any(
        word in text[: event.end] for word in ("修正版", "パッチ", "修正プログラム")
    ):
        return Role.RESOLVE
    if event.word in ("お届け", "お送り") and not any(word in text for word in NEWS):
        return Role.OTHER
    if event.word == "更新" and text[event.end :].startswith("され") and not any(word in text for word in PAGES):
        return Role.OTHER
    return Role.UPDATE


def _resolves(event: Event, time: TimeExpression, text: str, takes: bool) -> bool:
    phrase = text[time.start : time.end]
    scheduled = any(word in text for word in PLANNED)
    overran = scheduled and any(word in text for word in OVERRUN)
    planned = scheduled and not overran
    if time.kind is TimeKind.VAGUE and not _vague_recovery(event, phrase):
        return False
    if time.kind is TimeKind.INTERVAL:
        return False
    if any(word in text[: time.start] for word in _BY_HAND):
        return False
    starts = phrase.endswith(("から", "より")) and event.word not in _BEGINS and event.kind is not Kind.USE
    if starts:
        return False
    if event.kind is Kind.RECOVER:
        return not (planned and event.word in _YIELDS_TO_PLAN)
    if planned or any(word in text for word in DESK) or any(word in text for word in PREVENTION):
        return False
    before = text[: event.end]
    if event.kind is Kind.ACT:
        return (
            takes
            or phrase.endswith(_DEADLINES)
            or phrase.endswith("に")
            and any(mark in phrase for mark in ("中に", "内に", "後に", "までに", "目途に", "処に", "めどに"))
        )
    if event.kind is Kind.END:
        return overran or any(word in before for word in REPAIR)
    if event.kind is Kind.RELEASE:
        return any(word in before for word in FIX)
    if event.kind is Kind.LAST:
        lasts = "まで" in phrase or time.kind is TimeKind.DURATION
        return lasts and not _is_range(phrase) and any(word in before for word in (*TROUBLE, "できな", "いただけな"))
    if event.kind is Kind.USE:
        return not (_is_range(phrase) or time.kind is TimeKind.DURATION and not phrase.endswith(_DEADLINES + ("に",)))
    return True


def _vague_recovery(event: Event, phrase: str) -> bool:
    if phrase.startswith(_FOR_UPDATES):
        return False
    if phrase.startswith(_FOR_RECOVERY):
        return event.kind in (Kind.RECOVER, Kind.USE)
    return event.kind in (Kind.RECOVER, Kind.STEP, Kind.USE, Kind.END, Kind.RELEASE)


def _is_range(phrase: str) -> bool:
    return any(mark in phrase for mark in ("~", "〜", "-", "から", "より")) and not phrase.endswith(("から", "より"))

"""What role an event gives to the time that it governs."""

from __future__ import annotations

from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.events import Event
from cockpit.lint.ja.lexicon import AWAITED, DESK, FIX, NEWS, OVERRUN, PAGES, PLANNED, PREVENTION, REPAIR, TROUBLE, Kind
from cockpit.lint.ja.words import words
from cockpit.lint.setting import Setting
from cockpit.lint.statement import Role, TimeExpression, TimeKind

_YIELDS_TO_PLAN = words("再開 解除 運転再開 復帰")
"""What a recovery and the end of planned work have in common."""
_BEGINS = words("再開 運転再開 解除 復活")
"""What happens from a time on (18時から再開)."""
_FOR_UPDATES = words("追って おって 随時 後ほど のちほど 後程 改めて あらためて 適宜 都度 逐次 今後 引き続き 後日")
_FOR_RECOVERY = words("順次 すぐに すぐ 直ちに ただちに 今すぐ 時間が許す限り")
"""With these the repair itself (順次対応しております) is no promise, only the recovery is."""
_BUSINESS = words("営業開始 営業終了")
"""Points of time that are named after the business."""
_VERSIONS = words("話 作品 動画 映画 楽曲 アップデート バージョン 新機能 新章 シーズン Ver. ver.")
"""What is released by plan."""
_REPAIR_WORK = words(
    "復旧作業 復旧工事 修理 修復 交換 張り替え 張替 修繕 切り戻し 切戻し 復旧対応 修正作業 改修作業 応急"
)
_REPAIR_SITE = "工事"
"""Work whose beginning is a step of the repair."""
_TERMS = words("有効期限 受取期限 締切 締め切り 応募期間 掲載期間")
"""What runs out by contract."""
_GOES_LIVE = words("反映 適用 デプロイ リリース")
"""With nothing named that goes live, it is the fix."""
_CHANGES = words("切り替え 切替え 切替 移行 増強 追加 撤去 調査")
"""What is done by plan, where nothing is wrong."""
_RENEWED = tuple(
    f"{thing}の" for thing in words("サーバー サーバ OS ソフトウェア データベース 機器 端末 アプリ 証明書 プログラム")
)
"""Whose 更新 is work and no news."""
_LATE = words("残り 残る 遅れ お待たせ 未配達 配送が完了")
"""What tells that goods are late."""
_STOPS = words("停止 見合わせ")
_SLOWER = words("遅くな 重くな")
_FROM_NOW = words("今後 この後 これから")
"""What grows slower "by ten minutes" is measured; "from now on for an hour" it has an end."""
_BY_HAND = words("ご自身 ご自分 すると ことで いただくと いただければ くださると 頂くと 頂ければ")
"""After these it is the customer who mends it (再起動すると、すぐに解消します)."""
_DEADLINES = words("以内 まで 中 後 で めど 目処 目途 内 目標")


def role_of(
    event: Event,
    time: TimeExpression,
    text: str,
    form: Form | None = None,
    *,
    takes: bool = False,
    setting: Setting = Setting.TROUBLE,
) -> Role:
    """The role of ``time`` under ``event``.

    ``form`` overrides the event's own (a label has the tense of its copula); ``takes``: the time is how long it takes;
    ``setting``: what the message as a whole is about.
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
        return Role.RESOLVE if gates and _resolves(event, time, text, True, setting) else Role.OTHER
    if form is Form.PAST:
        return Role.PAST
    if event.kind is Kind.UPDATE:
        return _update(event, time, text)
    if event.kind is Kind.WATCH:
        return Role.WATCH
    if event.word in _STOPS and form is Form.FUTURE and _ends(time, text, setting):
        return Role.RESOLVE
    if event.kind is Kind.START and form is Form.FUTURE and _begins_repair(event, time, text, setting):
        return Role.RESOLVE
    if event.kind in (Kind.START, Kind.HAPPEN):
        return Role.PLANNED if any(word in text for word in PLANNED) else Role.OTHER
    return Role.RESOLVE if _resolves(event, time, text, takes, setting) else _beside(text)


def _begins_repair(event: Event, time: TimeExpression, text: str, setting: Setting) -> bool:
    """明日、張り替え工事を実施する: the repair begins only then, so it isn't over before."""
    before = text[: event.start]
    named = any(word in before[-14:] for word in _REPAIR_WORK) or (_REPAIR_SITE in before and "実施" in event.word)
    beside = any(word in text for word in (*DESK, *PREVENTION))
    beside = beside or text[time.start : time.end].endswith(("から", "より"))
    return named and not beside and setting is not Setting.PLANNED


def _ends(time: TimeExpression, text: str, setting: Setting) -> bool:
    """18時まで停止します: what is stopped until then, and not by plan, is over then."""
    phrase = text[time.start : time.end]
    until = "まで" in phrase and "までに" not in phrase and not _is_range(phrase)
    return until and setting is not Setting.PLANNED and _beside(text) is Role.OTHER


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
    """A promise, unless it is how long something is shown, or goods, the fix itself or such data go out."""
    phrase = text[time.start : time.end]
    if phrase.endswith("まで"):
        return Role.OTHER
    if event.word in ("公開", "お届け", "お送り", "アップデート") and any(
        word in text[: event.end]
        for word in ("修正版", "対策版", "パッチ", "修正プログラム", "ストア版", "Store版", "iOS版", "Android版")
    ):
        return Role.RESOLVE
    if text[: event.start].endswith(("折り返し", "折り返しご", "折返し", "折返しご")):
        return Role.OTHER
    if event.word == "更新" and text[: event.start].endswith(_RENEWED):
        return Role.OTHER
    if event.word == "回答" and any(word in text for word in (*DESK, "メール", "チャット", "質問")):
        return Role.OTHER
    if event.word == "公開" and any(word in text[: event.start] for word in _VERSIONS):
        return Role.OTHER
    if event.word in ("お届け", "お送り") and not any(word in text for word in NEWS):
        return Role.RESOLVE if any(word in text[: event.start] for word in (*FIX, *_LATE)) else Role.OTHER
    if event.word == "更新" and text[event.end :].startswith("され") and not any(word in text for word in PAGES):
        return Role.OTHER
    return Role.UPDATE


def _resolves(event: Event, time: TimeExpression, text: str, takes: bool, setting: Setting) -> bool:
    """Whether the event, still to come at ``time``, is the end of the problem or of a step towards it."""
    phrase = text[time.start : time.end]
    if time.kind is TimeKind.INTERVAL or any(word in text[: time.start] for word in _BY_HAND):
        return False
    if time.kind is TimeKind.VAGUE and not _vague_recovery(event, phrase):
        return False
    if phrase.endswith(("から", "より")) and event.word not in _BEGINS and event.kind is not Kind.USE:
        return False
    scheduled = setting is Setting.PLANNED or any(word in text for word in PLANNED)
    overran = setting is Setting.OVERRUN or (scheduled and any(word in text for word in OVERRUN))
    if event.kind is Kind.RECOVER:
        return overran or not scheduled or event.word not in _YIELDS_TO_PLAN
    business = any(word in text for word in _BUSINESS)
    beside = any(word in text for word in (*DESK, *PREVENTION, *_TERMS) if not (business and word == "営業"))
    if beside or (scheduled and not overran):
        return False
    before = text[: event.end]
    if event.kind is Kind.END:
        ends = overran or phrase.startswith(("あと", "残り")) or any(word in before for word in REPAIR)
        return ends or (setting is Setting.TROUBLE and event.word.startswith("終わ"))
    if event.kind is Kind.RELEASE and text[event.end :].startswith(("が完了", "が終わ", "を完了", "が済")):
        return True
    if event.kind is Kind.RELEASE:
        at_once = event.word in _GOES_LIVE and event.start == time.end and setting is Setting.TROUBLE
        brought = at_once or (event.word == "届" and "お客様" not in before and any(word in before for word in AWAITED))
        return brought or any(word in before for word in FIX)
    if event.kind is Kind.ARRIVE:
        return any(word in before for word in AWAITED)
    if event.kind is Kind.ACT:
        moved = setting is Setting.UNTOLD and event.word in _CHANGES
        return not moved and (takes or _is_deadline(phrase))
    is_range, is_length = _is_range(phrase), time.kind is TimeKind.DURATION
    if event.kind is Kind.LAST:
        lasts = (
            "まで" in phrase
            or "いっぱい" in phrase
            or (is_length and (event.word not in _SLOWER or phrase.startswith(_FROM_NOW)))
        )
        lasts = lasts and not phrase.startswith(("最長", "最大"))
        return lasts and not is_range and any(word in before for word in TROUBLE)
    if event.kind is Kind.USE:
        return not is_range and (not is_length or phrase.endswith((*_DEADLINES, "に")))
    return True


def _is_deadline(phrase: str) -> bool:
    return phrase.endswith(_DEADLINES) or (phrase.endswith("に") and phrase[:-1].endswith(_DEADLINES))


def _vague_recovery(event: Event, phrase: str) -> bool:
    if phrase.startswith(_FOR_UPDATES):
        return False
    if phrase.startswith(_FOR_RECOVERY):
        return event.kind in (Kind.RECOVER, Kind.USE)
    return event.kind in (Kind.RECOVER, Kind.STEP, Kind.USE, Kind.END, Kind.RELEASE)


def _is_range(phrase: str) -> bool:
    return any(mark in phrase for mark in ("~", "〜", "-", "から", "より")) and not phrase.endswith(("から", "より"))

"""Promises that name no time: 復旧次第お知らせ, 進展がありましたらご報告, 作業が完了次第再開."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cockpit.lint.ja.endings import Form
from cockpit.lint.ja.events import Event
from cockpit.lint.ja.lexicon import NEWS, Kind
from cockpit.lint.patterns import pattern
from cockpit.lint.statement import Role, Statement, TimeExpression, TimeKind

_CUES = (
    "次第",
    "しだい",
    "たら",
    "場合",
    "れば",
    "後",
    "続報",
    "詳細",
    "結果",
    "時点で",
    "段階で",
    "順に",
    "順次",
    "限り",
    "たのち",
    "た後",
    "了後",
)
_HERE = ("以下", "下記の", "下記に", "次のとおり", "次の通り", "別紙", "左記")
_PROMISED_THINGS = ("続報", "次報", "詳細", "結果", "報告書", "追加情報", "最終報", "進捗")
_SCHEDULED = ("メンテ", "定期", "計画")
_GOODS = ("お届け", "お送り")
"""What is delivered late is delivered at last: no news, but the end of the problem."""
_FIXED = (
    "滞留",
    "未送信",
    "未配信",
    "保留",
    "お預かり",
    "修正版",
    "修正プログラム",
    "対策版",
    "修正パッチ",
    "パッチ",
    "修正アップデート",
)
_NEAR = 40


def may_promise(text: str) -> bool:
    """A cheap test for a sentence without a time: can it hold a promise at all?"""
    return any(cue in text for cue in _CUES)


_UPTO = r"[^、。\sは\d「」『』()]"
_CONDITION = (
    rf"{_UPTO}{{1,18}}?(?:次第|しだい)"
    rf"|{_UPTO}{{1,18}}?(?:ましたら|[しっいきりえけげ]たら|った?ら|たら|ました場合(?:に)?は?|る場合(?:に)?は?|[いしっ]た場合(?:に)?は?|あれば|られれば"
    r"|(?:した|きた|った|なる)(?:時点|段階|タイミング)で)"
    r"|(?:復旧|解消|完了|終了|解決)後に?"
)
"""What a promise hangs on: the phrase that stands for the time."""

_GATE = (
    rf"{_UPTO}{{1,18}}?(?:次第|しだい)"
    rf"|{_UPTO}{{0,14}}?(?:箇所|もの|ところ|サーバー?|地域|お客様|機能|拠点|区間|店舗|方|順)から、?順(?:に|次)"
    rf"|{_UPTO}{{1,14}}?(?:完了|終了|特定|確認|承認|交換|対応)(?:し|でき|いたし|が取れ)?(?:まし)?(?:後|たのち|た後|たら)"
)
"""What a recovery hangs on: a promise of it all the same."""


def performative(text: str) -> bool:
    """Whether the news is this very text (以下のとおりご報告いたします), and nothing is promised."""
    return any(word in text for word in _HERE)


def untimed(text: str, events: Iterable[Event], timed: Collection[Event], hinted: Collection[Event]) -> list[Statement]:
    """Statements of kind VAGUE for promises of news and of recovery.

    ``timed`` are the events that have their time, ``hinted`` those with any, a vague one (追って) too.
    """
    found: list[Statement] = []
    for event in events:
        if event in timed:
            continue
        if event.kind is Kind.UPDATE and event.form in (Form.FUTURE, Form.LINK, Form.BARE):
            role = Role.RESOLVE if event.word in _GOODS and not any(word in text for word in NEWS) else Role.UPDATE
            span = _promise_of_news(text, event, event in hinted)
        elif (event.kind is Kind.RECOVER or _is_fix(text, event)) and event.form is Form.FUTURE:
            role, span = Role.RESOLVE, _promise_of_recovery(text, event)
        else:
            continue
        if span is not None and all(span[1] <= other.start or other.end <= span[0] for other in found):
            found.append(Statement(*span, role, TimeExpression(*span, TimeKind.VAGUE)))
    return found


def _is_fix(text: str, event: Event) -> bool:
    """審査が通り次第、修正版を配信する: what goes out is the fix itself."""
    return event.kind is Kind.RELEASE and any(word in text[: event.start] for word in _FIXED)


def _promise_of_news(text: str, event: Event, hinted: bool) -> tuple[int, int] | None:
    before = text[: event.start]
    if performative(before):
        return None
    span = _last(_CONDITION, before)
    if span is not None or hinted:
        return span
    tail = text[event.end : event.end + 14]
    promised = any(word in before or word == event.word for word in _PROMISED_THINGS)
    if event.form is Form.FUTURE and promised and ("予定" in tail or "続報" in text or "まい" in tail):
        return event.start, event.end
    return None


def _promise_of_recovery(text: str, event: Event) -> tuple[int, int] | None:
    if any(word in text for word in _SCHEDULED):
        return None
    return _last(_GATE, text[: event.start])


def _last(source: str, text: str) -> tuple[int, int] | None:
    """The last match, if it is near the end of ``text``."""
    span = None
    for match in pattern(source, ignore_case=False).finditer(text):
        span = match.span()
    if span is None or len(text) - span[1] > _NEAR or text[span[1] :].startswith(("で", "だ")):
        return None
    return span

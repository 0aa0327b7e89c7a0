"""The pattern of a single Japanese phrase of time: a date, a day, a clock time, a duration, or a vague word.

Every alternative ends in the same trail (頃, 以内, までに, ...), which belongs to the phrase. Longer wholes
(明日の18時, 18時から19時まで) are joined from these parts by ``times``.
"""

from __future__ import annotations

from collections.abc import Iterable

from cockpit.lint.ja.numerals import KANJI


def one_of(words: Iterable[str]) -> str:
    """An alternation of plain words, the longest first, so that none hides a longer one."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


COUNT = rf"(?:\d{{1,4}}|[{KANJI}]{{1,5}})"
_TO = r"\s?(?:~|〜|・|、|-|から|ないし)\s?"
_SMALL = rf"(?:\d{{1,2}}|[{KANJI}]{{1,3}})"
_UNITS = r"(?:秒|分|時間|週間|[かヶケカヵ箇]月|営業日)"

DAYS = {
    "本日": 0, "今日": 0, "きょう": 0, "当日": 0, "同日": 0, "明日": 1, "あす": 1, "あした": 1, "翌日": 1,
    "明後日": 2, "あさって": 2, "翌々日": 2, "翌営業日": None, "次営業日": None, "次の営業日": None,
    "昨日": -1, "きのう": -1, "一昨日": -2, "おととい": -2, "前日": -1,
    "今朝": 0, "今夜": 0, "今晩": 0, "今夕": 0, "明朝": 1, "翌朝": 1, "明晩": 1, "明夜": 1, "昨夜": -1, "昨晩": -1,
    "今週末": None, "来週末": None, "週末": None, "週明け": None, "週内": None, "今週": None, "次週": None, "翌週": None, "来週": None,
    "再来週": None, "今月末": None, "来月末": None, "月末": None, "月初": None, "月内": None, "今月": None,
    "来月": None, "再来月": None, "年末": None, "年始": None, "年明け": None, "年内": None, "今年": None, "来年": None,
    "午前中": None, "午前": None, "午後": None, "正午": None, "お昼": None, "昼前": None, "昼過ぎ": None, "昼頃": None,
    "夕方": None, "夕刻": None, "夜間": None, "夜半": None, "深夜": None, "未明": None, "明け方": None, "早朝": None,
    "朝方": None, "先ほど": None, "先程": None, "先日": None, "先週": None, "先月": None, "昨年": None, "即日": None,
    "一両日": None, "1両日": None,
}  # fmt: skip
DAYS |= {
    f"{day}{of}{part}": DAYS[day]
    for day in ("本日", "今日", "明日", "あす", "翌日", "明後日")
    for of in ("の", "")
    for part in ("朝", "昼", "夜", "晩", "夕方")
}
"""Words for a day or a part of one, with the days from the day of posting where the word alone tells it."""

PAST_DAYS = ("昨", "きのう", "一昨", "おととい", "前日", "先", "今朝")
"""How the words begin that can only lie in the past."""

VAGUE = (
    "まもなく", "間もなく", "間も無く", "まも無く", "近日中", "近日", "近々", "近いうち", "近い内", "近い将来",
    "じきに", "ほどなくして", "ほどなく", "程なくして", "程なく", "いずれ", "もうすぐ", "あと少しで", "もう少しで",
    "もうしばらくで", "いましばらくで", "今しばらくで", "しばらくしたら", "しばらくすると", "しばらくすれば", "しばらく後",
    "しばらく経てば", "しばらくで", "遠からず", "やがて", "そのうち", "すぐに", "すぐ", "直ちに", "ただちに", "短時間で",
    "追って", "おって", "随時", "後ほど", "のちほど", "後程", "改めて", "あらためて", "後日", "適宜", "都度", "逐次",
    "順次", "今後", "引き続き", "遠くないうち", "もう間もなく", "今すぐ", "時間が許す限り",
)  # fmt: skip
"""Words that promise a time and name none; what they promise decides whether that is a fault."""

_BEFORE = (
    r"(?:(?:遅くとも|遅くても|早ければ|早くても|早くとも|最短で?|最長で?|最大で?|おおよそ|およそ|概ね|おおむね|約"
    r"|あと|残り|今から|これから|今後|この後|さらに|もう|向こう)[、 ]?)*"
)
_NEAR = r"(?:頃|ごろ|ころ|前後|過ぎ|すぎ|前|台|付近|あたり|くらい|ぐらい|程度|ほど|弱|強|以上|余り|足らず|ちょうど|近く|もの)"
_LIMIT = r"(?:以内|未満|以降|以後|間後|後|中|内|末|上旬|中旬|下旬|初め|前半|後半|いっぱい|間|ごと|毎|おき|間隔)"
_AS_OF = r"(?:の間|の時点|の段階|時点|段階|現在)"
_PARTICLE = (
    r"(?:を(?:めど|目処|目途|目安|目標)(?:に|として|で)?|めど(?:に|で)?|目途(?:に|で)?|をもって|までには|までにも|までに|まで"
    r"|には|にも|に|では|より|から|にて|で|にかけて)"
)
_TRAIL = rf"(?P<trail>{_NEAR}{{0,2}}{_LIMIT}?{_NEAR}?{_AS_OF}?{_PARTICLE}?)"

_WEEKDAY = r"(?:\s?\((?:[月火水木金土日](?:曜日?)?(?:・?[祝休])?)\))?"
_ASIDE = r"(?:\s?\([0-9/月火水木金土日曜祝・ ]{1,12}\))?"
_ERA = r"(?P<year>\d{4}|(?:令和|平成|昭和)(?:\d{1,2}|元))年\s?"
_DATE = (
    rf"(?:(?:{_ERA})?(?P<month>{_SMALL})月\s?(?P<day>{_SMALL})日"
    r"|(?P<slashed>\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}/\d{1,2})"
    rf"|(?P<months>{_SMALL})月(?:上旬|中旬|下旬|初旬|末|中)"
    # 日 is both a day of the month and a count of days: only what follows tells which.
    rf"|(?P<days>数十|数|何|{COUNT}(?:{_TO}{COUNT})?)日(?P<long>間|半)?){_WEEKDAY}"
)
_WEEK = r"(?:(?P<week>今週|来週|再来週|翌週|今度|次)の?)?(?P<weekday>[月火水木金土日])曜日?"
_PARTS = r"午前|午後|AM|PM|am|pm|a\.m\.|p\.m\.|朝|昼|夕方|夜|深夜|未明|早朝|翌"
_ZONE = r"JST|UTC(?:[+-]\d{1,2}(?::?\d{2})?)?|GMT(?:[+-]\d{1,2}(?::?\d{2})?)?|日本時間|日本標準時|協定世界時|世界標準時|現地時間"
_CLOCK = (
    rf"(?:(?P<zone_before>{_ZONE})(?:\((?:{_ZONE})\))?(?:で|の|:)?\s?)?(?:(?P<part>{_PARTS})\s?の?)?"
    rf"(?:(?P<hour>{_SMALL})時(?:(?P<half>半)|(?P<minute>{_SMALL})分)?(?:{_SMALL}秒)?"
    r"|(?P<colon>\d{1,2}:\d{2})(?::\d{2})?)(?:\s?(?P<ampm>AM|PM|am|pm))?"
    rf"(?:\s?\(?(?P<zone_after>{_ZONE})\)?\s?)?"
)
_DURATION = (
    rf"(?P<count>数十|数|何|{COUNT}(?:{_TO}{COUNT})?)\s?(?P<unit>{_UNITS})"
    rf"(?P<plus>半|{_SMALL}分)?(?:間)?|(?P<whole>半日|半時間|小一時間|丸一日|丸1日)"
)
_EVERY = r"(?P<every>毎時|毎正時|毎日|毎朝|毎夕|毎晩|時間ごと|正時ごと)\s?(?:(?P<every_minute>\d{1,2})分)?"
_TIMES_PER = rf"(?P<per>{COUNT})\s?(?P<per_unit>分|時間|日)(?:間)?に\s?(?:1|一|数)\s?[回度]"


def reading() -> str:
    """The whole pattern with its named groups: what the pieces of one phrase are."""
    point = rf"(?:{_EVERY}|{_DATE}|{_WEEK}|{_CLOCK}|(?P<dayword>{one_of(DAYS)}){_ASIDE})"
    length = rf"(?:{_TIMES_PER}|{_DURATION})"
    return rf"{_BEFORE}(?:{length}|(?P<vague>{one_of(VAGUE)})|{point}){_TRAIL}"


def finding() -> str:
    """The same pattern without groups: where the phrases are, several times faster."""
    bare = reading()
    while "(?P<" in bare:
        head, _, rest = bare.partition("(?P<")
        bare = head + "(?:" + rest.partition(">")[2]
    return bare

"""The pattern of a single Japanese phrase of time: a date, a day, a clock time, a duration, or a vague word.

Every alternative ends in the same trail (頃, 以内, までに, ...), which belongs to the phrase. Longer wholes
(明日の18時, 18時から19時まで) are joined from these parts by ``times``.
"""

from __future__ import annotations

from cockpit.lint.ja.days import DAYS, VAGUE
from cockpit.lint.ja.numerals import KANJI
from cockpit.lint.patterns import one_of

COUNT = rf"(?:\d{{1,4}}|[{KANJI}]{{1,5}})"
_TO = r"\s?(?:~|〜|・|、|-|から|ないし)\s?"
_SMALL = rf"(?:\d{{1,2}}|[{KANJI}]{{1,3}})"
_UNITS = r"(?:秒|分|時間|週間|[かヶケカヵ箇]月|営業日)"

_BEFORE = (
    r"(?:(?:遅くとも|遅くても|早ければ|早くても|早くとも|最短で?|最長で?|最大で?|おおよそ|およそ|概ね"
    r"|おおむね|約|あと|残り|今から|これから|今後|この後|さらに|もう|向こう)[、 ]?)*"
)
_NEAR = (
    r"(?:頃|ごろ|ころ|前後|過ぎ|すぎ|前|台|付近|あたり|くらい|ぐらい|程度|ほど|弱|強|以上|余り|足らず|ちょうど"
    r"|近く|もの)"
)
_LIMIT = r"(?:以内|未満|以降|以後|間後|後|中|内|末|上旬|中旬|下旬|初め|前半|後半|いっぱい|間|ごと|毎|おき|間隔)"
_AS_OF = r"(?:の間|の時点|の段階|時点|段階|現在)"
_PARTICLE = (
    r"(?:のうちに(?:は)?|を(?:めど|目処|目途|目安|目標)(?:に|として|で)?|めど(?:に|で)?|目途(?:に|で)?|をもって|までには|までにも|までに|まで"
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
    rf"|(?P<days>数十|数|何|{COUNT}(?:{_TO}{COUNT})?)日(?P<long>間|半)?){_WEEKDAY}(?:の(?:朝|昼|夜|晩|夕方|夕刻|午前中|未明|深夜|早朝|明け方))?"
)
_WEEK = r"(?:(?P<week>今週|来週|再来週|翌週|今度|次)の?)?(?P<weekday>[月火水木金土日])曜日?"
_PARTS = r"午前|午後|AM|PM|am|pm|a\.m\.|p\.m\.|朝|昼|夕方|夜|深夜|未明|早朝|翌"
_ZONE = r"JST|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|日本時間|日本標準時|協定世界時|世界標準時|現地時間"
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

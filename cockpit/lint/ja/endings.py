"""The endings of Japanese predicates, as data: for each form the patterns that a predicate's stem is followed by.

The order matters: the first form that fits is taken (復旧しない場合 is a condition before it is a denial).
"""

from __future__ import annotations

from enum import Enum

from cockpit.lint.ja.words import words


class Form(Enum):
    """What the ending says of the event."""

    CONDITION = "if or when it happens"
    NEGATED = "it can't be said, or it won't happen"
    PAST = "it happened, or it is so now"
    FUTURE = "it will happen"
    ACTION = "the customer is asked for it"
    LINK = "it goes on with the next predicate's tense"
    OBJECT = "it is only named: a topic or an object"
    COMPOUND = "it is a piece of a longer noun"
    BARE = "the noun stands alone"
    EXPECTED = "it is expected, unless what follows the expectation says otherwise"


def either(*patterns: str) -> str:
    """A group of the alternatives, in this order."""
    return f"(?:{'|'.join(patterns)})"


ESTIMATES = words("見込 見通し 予定 予想 想定 目処 めど 目途 メド 目標 計画 方針 はず 運び 予測 模様 目安 ETA")
"""Nouns that turn what happens into what is expected."""

ESTIMATE = either(*ESTIMATES).replace("見込", "見込み?")
"""The same as a pattern."""

_DO = either(
    *("し", "いたし", "致し", "され", "させ", "でき", "出来", "せられ", "なされ", "行い", "行われ", "行っ", "行わせ"),
    *("実施し", "図り", "図っ", "とな[りっ]", "とさせ", "にな[りっ]", "が見られ", "に至[りっ]", "に成功し", "といたし"),
    *("と致し", "(?:さ|を?さ)?せていただ[きけい]", "(?:さ|を?さ)?せて頂[きけい]", "していただけ", "して頂け"),
    *("申し上げ", "差し上げ", "を(?:迎え|終え)", "が(?:完了|取れ|終わ[りっ])"),
)
_STEM = rf"(?:(?:を|が|も|は)?{_DO})"
"""する after a noun, in the shapes that take ます, た and て."""

_VERB_STEM = (
    r"(?:[らりるれっいきけさしすせちみむめえび]|らせ|させ|られ|わ[りっらる]|わせ|かり|かる|かっ|せ)?"
    r"(?:れ|られ|させ|でき)?"
)
_DOING = r"(?:て(?:い|お|参|まい|き)?|つつあ)"
_BEING = r"(?:て(?:い(?:る|た[^だ]|た$|ます|まし|ませ)|お(?:り|る)|ます|る)|つつあ[りる])"
_WHEN = either(
    *("場合", "限り", "際", "とき", "時に", "時は", "時点", "時、", "ら", "のち", "あと", "後", "うえ", "上で", "段階"),
    *("タイミング", "か[はをがの、どに]", "としても"),
)
_NOT_STANDING = either("ない", "なく", "ませ", "らず", "りませ", "ら")
_DENIAL = either(
    rf"立って(?:い|お)?{_NOT_STANDING}|立って?(?:ず|な)|立た(?:な|ず)|たって(?:い|お)?{_NOT_STANDING}",
    rf"ついて(?:い|お)?{_NOT_STANDING}|ござ?いませ|ありませ|無い|ない(?:状況|状態|。|$|、|ため)",
    *("未定", "不明", "わかりませ", "分かりませ", "分からな", "できませ", "できな", "できかね", "出来ませ", "出来な"),
    *(
        "いたしかね",
        "しかね",
        "申し上げられ",
        "困難",
        "難し",
        "厳し",
        "不可能",
        "見込めな",
        "見込めませ",
        "約束",
        "保証",
    ),
    *("間に合わ", "断念", "見送", "明言", "白紙", "お答え", "調査中", "確認中", "検討中"),
)
DENIED = rf"[^。\n]{{0,16}}?{_DENIAL}"
"""Soon after, that it can't be told or won't be (まだ立っておりません)."""

_RECEIVE = either("いただ", "頂")
_PLEASE = rf"{_RECEIVE}(?:きます(?:よう|と)|けます(?:よう|と)|けれ|く(?:よう|必要|か))"

Endings = tuple[tuple[Form, str], ...]

AFTER_NOUN: Endings = (
    (
        Form.CONDITION,
        either(
            rf"{_STEM}(?:{_DOING}[りる]?)?"
            rf"(?:(?:まし)?た|(?:られ)?ない|ません(?:でした)?|なかった|なければ|れば|いと){_WHEN}",
            r"(?:を|が|も)?(?:し次第|次第|すれば|できれば|でき次第|しだい|するまで|すると、)",
            r"(?:を|が|も)?(?:する(?:場合|際|時は|か[をはどの、])|しな(?:い|かった)(?:場合|限り|とき))",
            r"(?:を|が|も)?(?:できない場合|されない(?:場合|限り))",
            r"(?:する|される|できる|した|できた)か(?:どうか|は|に|、|を|の?検証|の?確認|の?調査|見極)",
        ),
    ),
    (
        Form.PAST,
        r"(?:の|する|できる|される)?"
        r"(?:(?:を|が|に|と)?(?:予定|見込[んま]|想定|目指|予想)[しれで]?(?:て|さ|されて)?(?:おりまし|いまし|い)た"
        r"|(?:予定|見込み?)(?:でした|だった))",
    ),
    (
        Form.ACTION,
        rf"(?:を|も)?(?:{_STEM}?(?:て)?(?:くだ|下)さ|を?(?:お願い|願い)|をいただ|を頂|{_PLEASE}|願います|のほど)",
    ),
    (Form.EXPECTED, rf"{_STEM}?(?:{_DOING}[りる]?)?(?:る|する|できる|される|いる|の|となる|になる|が|も)?{ESTIMATE}"),
    (
        Form.NEGATED,
        either(
            rf"(?:する|できる|される)と(?:の|いう)?[^。、]{{0,8}}{_DENIAL}",
            r"(?:を|が|も|は|には?|する(?:こと|の)(?:は|が|も)|される(?:こと|の)(?:は|が|も))?"
            rf"(?:{_STEM}(?:{_DOING}り?)?(?:ない|なく|なかっ|ませ|ず|らず)|{_DENIAL}|せず|しない|至って(?:い|お))",
        ),
    ),
    (
        Form.FUTURE,
        either(
            rf"{_STEM}?(?:{_DOING}[いりる]{{0,2}})?(?:る|する|できる|ます|た)?(?:もの)?か?と(?:思|考え|見て|見られ|見込)",
            rf"{_STEM}(?:{_DOING}[いりる]{{0,2}})?(?:でしょう|だろう)",
        ),
    ),
    (
        Form.PAST,
        either(
            rf"{_STEM}(?:{_DOING}り?)?(?:まし)?た(?:[^だい]|$)",
            rf"{_STEM}{_BEING}",
            r"済|ずみ|中(?:です|で|。|、|$|に|と|の)|から|(?:に|へ)向か[いっ]",
            r"(?:を|が|も)?(?:いたし)?(?:確認|検証)(?:し|でき|され|が|済)",
        ),
    ),
    (
        Form.FUTURE,
        r"(?:を|が|は|も|へ)?"
        + either(
            "する|します|いたします|致します|したい|いたしたい|できればと|いたす|される|されます|でき(?:る|ます)|出来(?:る|ます)|可能",
            rf"させ(?:る|ます|て(?:まい|参|いき|{_RECEIVE}[きく]))|して(?:まい|参|いき|いく|いただけ)",
            r"となる|となります|になる|になります|とさせていただ|させていただ|させて頂",
            r"を?(?:見込|予定|目指|想定|予想|目標|計画|期待|図る|図り|行う|行います|行い、|実施|申し上げ|差し上げ)",
            r"見込まれ|予想され|予定され|想定され|期待され|間近|されそう|できそう|しそう|とのこと|向か[うい]",
            r"へ(?:$|[。、])|か(?:$|[。])",
        ),
    ),
    (Form.LINK, r"(?:し|いたし|致し|され|させ|でき|できて|して)(?:$|[、,。])|(?:し|して|され)[^ぁ-ん]"),
    (
        Form.OBJECT,
        r"[をがはもにへとの]|で(?:は|お|の|ご|も|、)|にて|まで|後|前|時|について|につき|に関|での|など|や|・|、ご",
    ),
    (Form.BARE, r"$|[\s。、,.!?()「」『』【】\[\]:;/・=→]"),
)
"""After a noun that makes a verb with する."""

AFTER_VERB: Endings = (
    (Form.COMPOUND, r"るよう|くな[りっる]|くて|かっ"),
    (
        Form.CONDITION,
        either(
            rf"{_VERB_STEM}(?:{_DOING}[りる]?)?(?:(?:まし)?た|ない|ません|なかった|なければ|れば){_WHEN}",
            rf"{_VERB_STEM}(?:次第|ば|まで|ると、|る場合|るかど)",
        ),
    ),
    (Form.ACTION, rf"(?:[しりき]?て)?(?:{_PLEASE}|くだ|下)"),
    (
        Form.EXPECTED,
        rf"{_VERB_STEM}(?:{_DOING}[りる]?)?(?:る|く|す|う|つ|む|の|ようになる|になる|となる)?(?:もの)?と?{ESTIMATE}",
    ),
    (
        Form.NEGATED,
        either(
            rf"{_VERB_STEM}(?:{_DOING}り?)?(?:ない|なく|なかっ|ませ|ず|らず)",
            rf"{_VERB_STEM}(?:る|す|く)(?:こと|の)?(?:は|が|か)?{_DENIAL}",
        ),
    ),
    (Form.PAST, rf"{_VERB_STEM}(?:まし)?[ただ](?:[^らい]|$)|{_VERB_STEM}{_BEING}|{_VERB_STEM}でいま"),
    (
        Form.FUTURE,
        rf"{_VERB_STEM}(?:[るくすうむ](?:[。、)とものはが可見予]|$)|ます|そう|でしょう|て(?:まい|参|いき|いただ)|[るくす])",
    ),
    (Form.LINK, rf"{_VERB_STEM}[、,]|{_VERB_STEM}て、"),
    (Form.OBJECT, r"[をがはもにへとの]"),
    (Form.BARE, r"$|[\s。、]"),
)
"""After a native verb, cut where its endings begin."""

_PARTICLE = r"(?:は|が|も|を|について(?:は|も)?|につきまして(?:は|も)?|に関して(?:は|も)?|すら|さえ|の)"
AFTER_ESTIMATE: Endings = (
    (Form.NEGATED, rf"(?:時刻|時期|時間|日時)?{_PARTICLE}?[^。、\n]{{0,16}}[、]?[^。、\n]{{0,12}}?{_DENIAL}"),
    (Form.CONDITION, r"(?:が|の|も)?(?:立|つ|付)[ちきい]?(?:次第|ましたら|たら|った(?:ら|場合))"),
    (Form.FUTURE, r"が(?:立ち|立っ|つい|つき|付|出て)"),
    (Form.OBJECT, r"(?:時刻|時期|時間|日時)?(?:を|について|につき|に関|は|も|など|や|が[^、。,])"),
)
"""After a word of expectation; where none of these follows, what is expected is to come."""

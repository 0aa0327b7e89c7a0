"""How a predicate ends: done, to come, asked, denied, or only named. Read from the text right after its stem."""

from __future__ import annotations

from enum import Enum
from functools import cache

from cockpit.lint.patterns import Pattern, pattern


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


ESTIMATES = (
    "見込", "見通し", "予定", "予想", "想定", "目処", "めど", "目途", "メド", "目標", "計画", "方針", "はず", "運び", "予測", "模様", "目安", "ETA",
)  # fmt: skip
"""Nouns that turn what happens into what is expected."""

ESTIMATE = f"(?:{'|'.join(ESTIMATES).replace('見込', '見込み?')})"
"""The same as a pattern."""

_STEM = (
    r"(?:(?:を|が|も|は)?(?:し|いたし|致し|され|させ|でき|出来|せられ|なされ|行い|行われ|行っ|行わせ|実施し|図り|図っ|とな[りっ]|とさせ"
    r"|にな[りっ]|が見られ|に至[りっ]|に成功し|といたし|と致し|(?:さ|を?さ)?せていただ[きけい]|(?:さ|を?さ)?せて頂[きけい]|していただけ|して頂け"
    r"|申し上げ|差し上げ|を(?:迎え|終え)|が(?:完了|取れ|終わ[りっ])))"
)
_VERB_STEM = r"(?:[らりるれっいきけさしすせちみむめえび]|らせ|させ|られ|わ[りっらる]|わせ|かり|かる|かっ|せ)?(?:れ|られ|させ|でき)?"
_DOING = r"(?:て(?:い|お|参|まい|き)?|つつあ)"
_BEING = r"(?:て(?:い(?:る|た[^だ]|た$|ます|まし|ませ)|お(?:り|る)|ます|る)|つつあ[りる])"
_WHEN = r"(?:場合|限り|際|とき|時に|時は|時点|時、|ら|のち|あと|後|うえ|上で|段階|タイミング|か[はをがの、どに]|としても|ら)"
_DENIAL = (
    r"(?:立って(?:い|お)?(?:ない|なく|ませ|らず|りませ)|立って?(?:ず|な)|立た(?:な|ず)|たって(?:い|お)?(?:ない|りませ|ら)|ついて(?:い|お)?(?:ない|ませ|らず|りませ)"
    r"|未定|不明|わかりませ|分かりませ|分からな|ござ?いませ|ありませ|無い|ない(?:状況|状態|。|$|、|ため)|できませ|できな|できかね|出来ませ|出来な"
    r"|いたしかね|しかね|申し上げられ|困難|難し|厳し|不可能|見込めな|見込めませ|約束|保証|間に合わ|断念|見送|明言|白紙|お答え|調査中|確認中|検討中)"
)

NOUN_ENDING = (
    ("cond", rf"{_STEM}(?:{_DOING}[りる]?)?(?:(?:まし)?た|(?:られ)?ない|ません(?:でした)?|なかった|なければ|れば|いと){_WHEN}"),
    ("cond", rf"(?:を|が|も)?(?:し次第|次第|すれば|できれば|でき次第|しだい|するまで|すると、|する(?:場合|際|時は|か[をはどの、])|しな(?:い|かった)(?:場合|限り|とき)|できない場合|されない(?:場合|限り))"),
    ("cond", r"(?:する|される|できる|した|できた)か(?:どうか|は|に|、)"),
    ("past", r"(?:の|する|できる|される)?(?:(?:を|が|に|と)?(?:予定|見込[んま]|想定|目指|予想)[しれで]?(?:て|さ|されて)?(?:おりまし|いまし|い)た|(?:予定|見込み?)(?:でした|だった))"),
    ("action", rf"(?:を|も)?(?:{_STEM}?(?:て)?(?:くだ|下)さ|を?(?:お願い|願い)|をいただ|を頂|いただ(?:きます(?:よう|と)|けます(?:よう|と)|けれ|く(?:よう|必要|か))|頂(?:きます(?:よう|と)|けます(?:よう|と)|けれ|く(?:よう|必要))|ください|願います|のほど)"),
    ("expected", rf"{_STEM}?(?:{_DOING}[りる]?)?(?:る|する|できる|される|いる|の|となる|になる|が|も)?{ESTIMATE}"),
    ("neg", rf"(?:する|できる|される)と(?:の|いう)?[^。、]{{0,8}}{_DENIAL}|(?:を|が|も|は|には?|する(?:こと|の)(?:は|が|も)|される(?:こと|の)(?:は|が|も))?(?:{_STEM}(?:{_DOING}り?)?(?:ない|なく|なかっ|ませ|ず|らず)|{_DENIAL}|せず|しない|至って(?:い|お))"),
    ("future", rf"{_STEM}?(?:{_DOING}[いりる]{{0,2}})?(?:る|する|できる|ます|た)?(?:もの)?(?:か)?と(?:思|考え|見て|見られ|見込)|{_STEM}(?:{_DOING}[いりる]{{0,2}})?(?:でしょう|だろう)"),
    ("past", rf"{_STEM}(?:{_DOING}り?)?(?:まし)?た(?:[^だ]|$)|{_STEM}{_BEING}|済|ずみ|中(?:です|で|。|、|$|に|と|の)|(?:を|が|も)?(?:いたし)?(?:確認|検証)(?:し|でき|され|が|済)|(?:に|へ)向か[いっ]|から"),
    ("future", r"(?:を|が|は|も|へ)?(?:する|します|いたします|致します|される|されます|でき(?:る|ます)|出来(?:る|ます)|可能|"
     r"させ(?:る|ます|て(?:まい|参|いき|いただ(?:き|く)|頂(?:き|く)))|して(?:まい|参|いき|いく|いただけ)|となる|となります|になる|になります|"
     r"を?(?:見込|予定|目指|想定|予想|目標|計画|期待|図る|図り|行う|行います|行い、|実施|申し上げ|差し上げ)|見込まれ|予想され|予定され|想定され|期待され|間近|"
     r"とさせていただ|させていただ|させて頂|いたす|されそう|できそう|しそう|へ(?:$|[。、])|か(?:$|[。])|とのこと|向か[うい])"),
    ("link", r"(?:し|いたし|致し|され|させ|でき|できて|して)(?:$|[、,。])|(?:し|して|され)[^ぁ-ん]"),
    ("object", r"[をがはもにへとの]|で(?:は|お|の|ご|も|、)|にて|まで|後|前|時|について|につき|に関|での|など|や|・|、ご"),
    ("bare", r"$|[\s。、,.!?()「」『』【】\[\]:;/・=→]"),
)  # fmt: skip
VERB_ENDING = (
    ("compound", r"るよう|くな[りっる]|くて|かっ"),
    ("cond", rf"{_VERB_STEM}(?:{_DOING}[りる]?)?(?:(?:まし)?た|ない|ません|なかった|なければ|れば){_WHEN}|{_VERB_STEM}(?:次第|ば|まで|ると、|る場合|るかど)"),
    ("action", r"(?:[しりき]?て)?(?:いただ(?:きます?よう|けますよう|けますと)|くだ|下)"),
    ("expected", rf"{_VERB_STEM}(?:{_DOING}[りる]?)?(?:る|く|す|う|つ|む|の|ようになる|になる|となる)?(?:もの)?と?{ESTIMATE}"),
    ("neg", rf"{_VERB_STEM}(?:{_DOING}り?)?(?:ない|なく|なかっ|ませ|ず|らず)|{_VERB_STEM}(?:る|す|く)(?:こと|の)?(?:は|が|か)?{_DENIAL}"),
    ("past", rf"{_VERB_STEM}(?:まし)?[ただ](?:[^らい]|$)|{_VERB_STEM}{_BEING}|{_VERB_STEM}でいま"),
    ("future", rf"{_VERB_STEM}(?:[るくすうむ](?:[。、）)とものはが可見予]|$)|ます|そう|でしょう|て(?:まい|参|いき|いただ)|[るくす])"),
    ("link", rf"{_VERB_STEM}[、,]|{_VERB_STEM}て、"),
    ("object", r"[をがはもにへとの]"),
    ("bare", r"$|[\s。、]"),
)  # fmt: skip

_FORMS = {
    "cond": Form.CONDITION, "action": Form.ACTION, "neg": Form.NEGATED, "past": Form.PAST, "future": Form.FUTURE,
    "compound": Form.COMPOUND, "link": Form.LINK, "object": Form.OBJECT, "bare": Form.BARE,
}  # fmt: skip
_TAIL = 40
_PARTICLE = r"(?:は|が|も|を|について(?:は|も)?|につきまして(?:は|も)?|に関して(?:は|も)?|すら|さえ|の)"
_AFTER_ESTIMATE = (
    ("neg", rf"(?:時刻|時期|時間|日時)?{_PARTICLE}?[^。、\n]{{0,16}}[、]?[^。、\n]{{0,12}}?{_DENIAL}"),
    ("cond", r"(?:が|の|も)?(?:立|つ|付)[ちきい]?(?:次第|ましたら|たら|った(?:ら|場合))"),
    ("future", r"が(?:立ち|立っ|つい|つき|付|出て)"),
    ("object", r"(?:時刻|時期|時間|日時)?(?:を|について|につき|に関|は|も|など|や|が[^、。,])"),
)


@cache
def _pattern(alternatives: tuple[tuple[str, str], ...]) -> Pattern:
    return pattern("|".join(f"({body})" for _, body in alternatives), ignore_case=False)


def _which(alternatives: tuple[tuple[str, str], ...], text: str) -> tuple[str, int] | None:
    """The name of the alternative that ``text`` begins with, and where it ends."""
    match = _pattern(alternatives).match(text)
    if match is None:
        return None
    # Asking each group is several times faster than asking for the last one.
    name = next(name for index, (name, _) in enumerate(alternatives, 1) if match.end(index) >= 0)
    return name, match.end()


def ending(text: str, at: int, *, verb: bool) -> Form:
    """The form of the predicate whose stem ends at code point ``at``; ``verb``: a native verb, not a noun with する."""
    tail = text[at : at + _TAIL]
    which = _which(VERB_ENDING if verb else NOUN_ENDING, tail)
    if which is None:
        return Form.COMPOUND
    name, length = which
    if name != "expected":
        return _FORMS[name]
    after = _which(_AFTER_ESTIMATE, tail[length:])
    return Form.FUTURE if after is None else _FORMS[after[0]]


@cache
def _denial() -> Pattern:
    return pattern(rf"[^。\n]{{0,16}}?{_DENIAL}", ignore_case=False)


def denied(text: str, at: int) -> bool:
    """Whether what stands at ``at`` goes on to say that it can't be told or won't be (まだ立っておりません)."""
    return _denial().match(text[at : at + _TAIL]) is not None

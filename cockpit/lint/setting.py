"""What a whole message is about, as far as one sentence of it can't tell: planned work, or planned work that overran.

"The work takes two hours" is the window of a maintenance notice and an ETA in any other message.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from cockpit.lint.patterns import Match, pattern


class Setting(StrEnum):
    """What the times of a message are read against."""

    TROUBLE = "trouble"
    """Something is wrong: the end of it is an ETA."""
    UNTOLD = "untold"
    """No word tells: what plainly speaks of an end is one, what only will happen isn't."""
    PLANNED = "planned"
    """Planned work, and nothing went wrong."""
    OVERRUN = "overrun"
    """Planned work that went wrong: its end is an ETA again."""


_PLANNED = (
    r"\b(?:scheduled|planned|upcoming|routine|preventi(?:ve|tative)) (?:\w+ ){0,2}(?:maintenance|downtime|works?"
    r"|upgrades?|migration|reboots?|outages?|shutdown)\b|\bmaintenance\b"
    r"|\b(?:we|i)(?:['’]ll| will| are going to|['’]re going to|['’]re| are) (?:be )?(?:perform|carry|conduct|upgrad"
    r"|migrat|decommission)\w*"
    r"|\b(?:will|to|going to|plan(?:ned|ning)? to) (?:\w+ly )?(?:be )?(?:upgrad|migrat|mov|replac|switch|relocat|drain"
    r"|decommission|patch|updat|swap|chang|retir|renam|renew)(?:e|es|ed|ing|ped|ched|bed)?\b"
    r"|\b(?:upgrade|migration|switchover|relocation|move) (?:of|to) (?:[\w.-]+ ){1,16}?(?:is|are) (?:scheduled"
    r"|planned)\b"
    r"|\b(?:we're|we are|i'm|i am) (?:doing|moving|upgrading|migrating|switching|replacing|updating)\b"
    r"|\bthere will be (?:an? |some )?(?:[\w-]+ ){0,3}(?:outages?|shutdowns?|downtime|interruptions?)\b"
    r"|\b(?:will|to) (?:be )?(?:shut(?:ting)? (?:down|off)|bring(?:ing)? down|tak(?:e|ing) down"
    r"|power(?:ing)? (?:off|down))\b"
    r"|\bwill be (?:offline|unavailable|down|inaccessible|closed|read-only) (?:from|starting|beginning|between"
    r"|on (?:\w+day|\d)"
    r"|for a portion)\b|\b(?:scheduled|planned) (?:\w+ ){0,2}shut ?downs?\b"
    r"|\b(?:while|when|during|after|before) (?:the |this |our )?(?:migrat|upgrad|mov|switch)(?:ing|ion|over|e)\b"
    r"|\b(?:gets?|receives?) (?:\w+ )?(?:security |monthly )?updates?\b|\bpatch tuesday\b"
    r"|\b(?:power|generator|ups|load|failover) tests?\b"
    r"|\b(?:kernel|firmware|software|security|os|system|database) (?:updates?|upgrades?|patch(?:es)?) "
    r"(?:needs?|requires?|will|is (?:due|planned|scheduled)|tonight|tomorrow|on \w+day)\b"
    r"|メンテ|計画停電|計画停止|計画作業|定期点検|法定点検|工事|更新作業|移設|リプレース|バージョンアップ|作業のお知らせ"
    r"|(?:カーネル|ファームウェア|OS|ソフトウェア|セキュリティ|データベース|システム)の?(?:更新|アップデート)"
)
_BENIGN = (
    r"(?:any|further|other|no|known) (?:\w+ )?(?:issues?|problems?|errors?|questions?)"
    r"|(?:may|might|could|can) (?:\w+ ){0,4}(?:errors?|interruptions?|outages?|delay(?:s|ed)|fail\w*|degraded|unable)"
    r"|(?:not|no longer|un|n['’]t|without being) (?:be )?(?:affected|impacted|interrupted)|no impact|unaffected"
    r"|never affected"
    r"|(?:brief|short|planned|scheduled|one-minute|momentary|\w+ of|\w+-minute|\w+-second) (?:outages?"
    r"|interruptions?)|fail(?:ed)?[- ]?overs?"
    r"|to (?:address|repair|fix|correct|replace|remedy|resolve) (?:an?|the|this|some|several) (?:[\w-]+ ){0,3}"
    r"(?:issues?|problems?|defects?|faults?|component|part)"
    r"|(?:would|will) not (?:be )?\w+|won['’]t (?:be )?\w+"
    r"|(?:if|should) you (?:\w+ ){0,4}?(?:unable|experienc\w+|encounter\w*|issues?|problems?|errors?|difficult\w+)"
    r"|for (?:urgent |necessary |essential )?(?:repairs?|replacement)"
    r"|fixes for \w+ (?:issues?|errors?)"
    r"|不具合の?(?:修正|改善)|障害(?:情報|予防|対策|訓練)|(?:障害|不具合|エラー|遅延)[^。]{0,12}(?:場合|可能性|おそれ)"
)
"""What notices of planned work say too, though nothing is wrong."""
_TROUBLE = (
    r"investigat\w*|unplanned|incidents?|fail(?:s|ed|ing|ures?)|issues?|problems?|errors?|faulty?|broken?|unexpected\w*"
    r"|unforeseen|overr[au]n\w*|extend(?:ed|ing)|longer than|behind schedule|delayed|degraded|unable|crash\w*"
    r"|workaround|root cause|hot-?fix\w*|roll(?:ed|ing)?[- ]?backs?|repair\w*|complications?|damage[ds]?"
    r"|did(?:n['’]t| not)|taking longer|not (?:work|load|respond|complet)\w*"
    r"|障害|不具合|エラー|遅延|遅れ|トラブル|故障|異常|復旧|調査|原因|(?:ない|にくい|づらい)(?:状態|状況|事象)|停電の?影響"
    r"|(?:停電|断水)(?:しました|しています|しております|が発生|が続)|断線|切断|損傷|破損"
)
_SIGNS = (
    r"\b(?:outages?|slow\w*|delays?|delayed|queue times|stuck|missing|lost|down|unavailable|offline|affected"
    r"|impact\w*|degrad\w*"
    r"|disrupt\w*|interrupt\w*|restor\w*|resolv\w*|fix\w*|apologi[sz]e|sorry|inconvenience|patience|backlog|broken)\b|"
    r"不整合|やり直|修正|停止して|漏水|断水|停電|断線|復元|運休|文字化け|"
)
"""Other words that only a message about trouble has, where no work is planned."""
_OVERRUN = (
    r"\boverr[au]n|\brunning over\b|\b(?:been|is|are|was|were) (?:now )?extended\b"
    r"|\bextend(?:ed|ing) (?:the|our|this)\b"
    r"|\b(?:tak(?:es?|ing|en)|took|runs?|running|needs?) (?:\w+ ){0,2}longer\b"
    r"|\blonger than (?:planned|expected|anticipated|scheduled|we)\b|\bbehind schedule\b|\br[ua]n into\b"
    r"|\bencountered\b|\bunexpected|\bunforeseen|\bcomplications?\b|\bnot (?:yet )?finished in time\b"
    r"|延長(?:いたし|し(?:ま|て|た)|させ|とな)|遅れて(?:い|お)|遅延して(?:い|お)|超過し|長引い|難航|終わらず|予定より|予定を過ぎ|想定以上"
    r"|(?:不具合|トラブル|障害|問題)(?:が|を)(?:見つか|発生|判明|発見|確認)"
)


@lru_cache(maxsize=16)
def setting_of(text: str) -> Setting:
    """The setting of a whole normalised message; remembered for the message being written."""
    if pattern(_PLANNED).search(text) is None:
        told = _first_trouble(text, _SIGNS) is not None
        return Setting.TROUBLE if told else Setting.UNTOLD
    if pattern(_OVERRUN).search(text) is not None:
        return Setting.OVERRUN
    return Setting.PLANNED if _first_trouble(text) is None else Setting.TROUBLE


def _first_trouble(text: str, signs: str = "") -> Match | None:
    """The first word of trouble, or of ``signs``, that isn't said of planned work too."""
    found = pattern(rf"\b(?:{_BENIGN})|({signs}{_TROUBLE})").finditer(text)
    return next((match for match in found if match.end(1) >= 0), None)

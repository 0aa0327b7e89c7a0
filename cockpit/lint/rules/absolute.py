"""No promise that nobody can keep: "never again", "guaranteed", "100% fixed"."""

from __future__ import annotations

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Severity
from cockpit.lint.rule import Rule, examples
from cockpit.lint.shapes import phrases

_AGAIN = r"(?:happen|occur|recur|reoccur|be repeated|repeat itself|go down|fail|take place)"
_DONE = (
    r"(?:fixed|resolved|restored|solved|repaired|recovered|operational|functional|certain|sure|confident"
    r"|safe|secure|stable"
    r"|reliable|back|working|healthy|guaranteed|gone|available|eliminated|up and running|under control)"
)
_ENGLISH = (
    rf"\bnever(?: ever)? {_AGAIN}(?: again)?\b",
    (
        r"\b(?:won't|will not|cannot|can't|can not|could not|is not going to"
        r"|isn't going to) (?:ever )?(?:(?:happen|occur|be repeated|go down|fail) again|recur|reoccur)\b"
    ),
    r"\bnever again\b",
    (
        r"\b(?:will not|won't|shall not) (?:ever )?(?:let|allow) (?:this|it|that) (?:to )?(?:happen|occur"
        r"|recur)(?: again)?\b"
    ),
    r"\b(?:completely|totally|perfectly|entirely|absolutely) (?:safe|secure|protected|risk-free|error-free)\b",
    (
        r"\b(?:will not|won't|shall not|never) (?:ever )?(?:let|allow) (?:this|it|that) (?:to )?(?:happen"
        r"|occur|recur)(?: again)?\b"
    ),
    r"\b(?:completely|totally|perfectly|entirely|absolutely) (?:safe|secure|protected|risk-free|error-free)\b",
    rf"\b(100 ?%|(?:one |a )?hundred per ?cent) (?:fully |completely |now |back )?{_DONE}\b",
    r"\b(?:we|i|can|will|shall|hereby|do) (?:\w+ly |hereby |do |now |can |will )?guarantee\b",
    r"\b(?:is|are|be|been) (?:now |fully |absolutely )?guaranteed\b",
    r"\bguaranteed (?:to|that|not)\b",
    r"\bwe (?:\w+ly |can |do |hereby )?(?:promise|swear|vow|give (?:you )?our word)\b",
    r"\babsolutely (?:no|never|nothing|certain|sure|safe|secure|impossible|guaranteed)\b",
    (
        r"\b(?:once and for all|(?:gone|over|fixed|solved|resolved|eliminated|closed|cured) for good"
        r"|rules? out (?:any|a) (?:\w+ )?(?:recurrence|repeat|repetition)|without (?:any|a) doubt"
        r"|beyond (?:any|all|a) doubt|undoubtedly"
        r"|under no circumstances)\b"
    ),
    r"\bpermanently (?:fixed|resolved|solved|eliminated|cured|ruled out)\b",
    (
        r"\b(?:zero|no|not the slightest|not any) (?:chance|risk|possibility|danger|way) (?:of (?:a "
        r"|any )?(?:recurrence|repeat|reoccurrence)|(?:of (?:this|it)|(?:that )?(?:this"
        r"|it)(?: \w+)?) (?:\w+ )?(?:happening|recurring|happens?|occurs?|happen|occur|recur|occurring|fail"
        r"|failing)(?: again)?)\b"
    ),
    r"\b(?:totally|completely|entirely|absolutely|now) (?:impossible|foolproof|bulletproof|fail-?safe|immune)\b",
    r"\b(?:recurrence|repeat|repetition|data loss|failure) (?:is|has become) (?:now )?(impossible)\b",
    r"\bimpossible for (?:this|it|the \w+) to (?:happen|occur|recur|fail)(?: again)?\b",
)
_STRIVING = (
    r"\b(?:to (?:\w+ )?(?:ensure|make sure|prevent|avoid|guard against)|so that|(?:help|aim|try|strive"
    r"|work|hope|want|intend)(?:s|ing|ed)?(?: \w+){0,4}"
    r"|steps|measures|efforts?|changes|improvements|actions|safeguards|committed|goal|ensur(?:e|ing)"
    r"|making sure|make sure)\b[^.;]{0,80}?"
    rf"\b(?:never|not|doesn't|won't|can't|cannot)(?: ever)? {_AGAIN}(?: again)?",
    (
        r"\b(?:can ?not|can't|could not|couldn't|do not|don't|does not|unable to|not able to|not|no"
        r"|never) (?:be able to )?(?:\w+ )?(?:guarantee|promise)d?\b"
    ),
    r"\bguaranteed (?:delivery|capacity|uptime)",
)
_JAPANESE = (
    r"(?:もう)?(?:二|2)度と[^。、]{0,24}?(?:ません|ないことを)",
    (
        r"(?:再発|同様の(?:障害|問題|事象|不具合)の発生)(?:は|が|することは)(?:絶対に?|二度と|今後)?(?:一切"
        r"|全く|もう)?(?:ありません|ございません|ないことを)"
    ),
    (
        r"(?:再び|再度|今後(?:は)?(?:一切|絶対に?)?|もう)[^。、]{0,14}?(?:発生|起こ|起き|再発|停止"
        r"|繰り返)[^。、]{0,6}?(?:いたしません|しません|させません|りません|しません|きません"
        r"|ることはありません)"
    ),
    r"再発(?:いた)?しません|再発させません",
    r"絶対(?:に|的に)?(?:は)?|ぜったいに",
    r"必ず(?:や)?(?:復旧|解決|解消|防止|再発|防ぎ|直|修正|復元|回復|正常|お守り|守り|改善)",
    r"完全に(?:保証|防止|防ぎ|防げ|安全|根絶|排除|再発)|完全(?:保証|に保障)",
    r"保[証障](?:いた)?します|保[証障](?:を)?(?:いたし|し|させていただき|できます|させて頂き)(?:ます|ており?ます)?",
    (
        r"(100 ?%|百パーセント|100パーセント)(?:の)?(?:保証|安全|解決|復旧|解消|修正|防|確実|大丈夫|問題|安心"
        r"|正常|完了|直)"
    ),
    r"確約(?:いた)?します|(?:お)?約束(?:を)?(?:いた)?(?:します|申し上げます)",
    r"永久に|未来永劫|金輪際|間違いなく|万に一つも|疑いなく",
)
_JAPANESE_FINE = (
    r"絶対に?[^。]{0,24}?(?:ないで|お控え|おやめ|避けて|禁止)",
    (
        r"保[証障](?:いた)?し(?:かね|ません|ておりません|ていません|兼ね)|保[証障](?:するもの(?:では|で)"
        r"|できません|いたしかね)"
    ),
    (
        r"(?:(?:二|2)度と|再び|再度|今後|もう)[^。]{0,40}?(?:よう|ため|べく)(?:に)?[^。]{0,24}?(?:努め|努力"
        r"|取り組|徹底|対策|いたします|して(?:まい|参)|図|講じ|尽く|改善)"
    ),
    r"絶対(?:値|パス|的な(?:値|パス))",
)

RULES = (
    Rule(
        id="absolute",
        severity=Severity.ERROR,
        what=say("A promise without limits about the future, or a certainty nobody has."),
        why=say("The next incident makes a lie of it, and customers quote it back; lawyers too."),
        instead=say("Say what was done and what is being done so that it is less likely."),
        message_text=say("promises what nobody can keep: say what was done instead"),
        bad=(
            *examples(
                Lang.EN,
                "This outage will ⟦never happen again⟧.",
                "Uploads are now ⟦100%⟧ restored.",
                "⟦We guarantee⟧ that no message is lost.",
                "Such a failure ⟦cannot happen again⟧.",
                "The fault has been ⟦permanently eliminated⟧.",
                "There is ⟦zero chance of recurrence⟧.",
                "⟦We promise⟧ that your files are safe.",
                "Your data ⟦is guaranteed⟧ to be intact.",
                "With this change the queue can ⟦never fail⟧.",
                "We have closed the gap ⟦once and for all⟧.",
                "It is ⟦impossible for this to happen again⟧.",
                "The sync issue ⟦won't recur⟧.",
            ),
            *examples(
                Lang.JA,
                "このような障害は⟦二度と起こしません⟧。",
                "⟦絶対に⟧データは失われません。",
                "サービスは⟦100%⟧復旧しました。",
                "安全性を⟦完全に保証⟧いたします。",
                "同じ問題は⟦再発しません⟧。",
                "⟦必ず復旧⟧させます。",
                "再発防止を⟦お約束いたします⟧。",
                "今回の修正で⟦間違いなく⟧解決します。",
                "全件の配送を⟦保証します⟧。",
                "⟦二度と同じ事象を発生させません⟧。",
                "品質を⟦確約いたします⟧。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "100% of uploads failed between 09:05 and 09:20 UTC.",
                "We are taking steps to make sure this does not happen again.",
                "We added a check so that this never happens again unnoticed.",
                "We cannot guarantee delivery of messages sent before 10:00 UTC.",
                "CPU load reached 100% during the incident.",
                "The service has fully recovered.",
                "Orders that never arrived will be sent again.",
            ),
            *examples(
                Lang.JA,
                "同じ事象が再び発生しないよう努めてまいります。",
                "100%のリクエストが失敗しました。",
                "二度とこのような事態を招かぬよう、対策を徹底いたします。",
                "不審なリンクは絶対に開かないでください。",
                "到着時刻は保証いたしかねます。",
                "完全に復旧したことを確認しました。",
                "必ずバックアップをお取りください。",
            ),
        ),
        sentence=phrases(
            {Lang.EN: _ENGLISH, Lang.JA: _JAPANESE},
            {Lang.EN: _STRIVING, Lang.JA: _JAPANESE_FINE},
        ),
    ),
)

"""Nothing left to fill in: template fields, bracketed names, TBD, XX:XX, ○○."""

from __future__ import annotations

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Severity
from cockpit.lint.rule import Rule, examples
from cockpit.lint.shapes import phrases

_NAMES = (
    r"(?:affected |impacted |your |our |the |customer |service |company |incident |start |end |next "
    r"|next update |last update |brief "
    r"|current |estimated |insert |region |team |product |feature )*"
    r"(?:regions?|times?|dates?|datetime|timestamp|services?|products?|components?|features?|impact|names?"
    r"|customers?|company|link|url|number|duration|cause"
    r"|root cause|workaround|zone|timezone|symptoms?|description|details?|title|severity|team|email|phone"
    r"|x|n|xx+|value|update|scope|status|location|percent(?:age)?|blank)"
    r"(?: (?:of|or|and) [a-z][a-z ,/-]{1,40})?(?: (?:here|name|utc|zone|goes here|to be added|to be confirmed))*"
)
_FILL = r"(?:insert|enter|add|fill|put|replace|your|specify|describe|select|choose|list)\b [^\]\[<>{}\n]{1,60}|insert"
_SPECIFIC = (
    r"(?:(?:影響)?地域|サービス|機能|製品|商品|会社|顧客|お客様|担当者|コンポーネント|部品|リージョン"
    r"|システム|プラン|部署|障害|チーム)名"
    r"|氏名|名前|[○〇◯●△×X_]+|[^】\]>》}\n]{0,12}(?:を|に)?(?:入力|記入|記載|挿入|差し替え)(?:してください|する"
    r"|予定|欄)?|要確認|要記入(?::[^】\]>\n]{1,30})?|未記入|未定|空欄|ここに[^】\]>\n]{0,12}"
)
_GENERAL = (
    r"日時|時刻|時間|日付|地域|対象地域|影響地域|リージョン|サービス|機能|影響|影響範囲|影響内容|原因"
    r"|回避策|次回更新(?:時刻|日時)?|発生(?:時刻|日時)|復旧(?:時刻|日時)|件数|対象|内容|理由"
)
_PARTICLE = r"(?:の|に|で|が|を|は|へ|と|から|まで|より|頃|ごろ|以降|、|により|において|現在)"
_COMMON = (
    (
        r"\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}|\$\{[^{}\n]{1,60}\}|\{#[^{}\n]{0,80}#\}|<%[^%\n]{0,80}%>"
        r"|%\([a-z_]+\)s|<<[^<>\n]{1,40}>>"
    ),
    r"\{[A-Za-z][A-Za-z0-9_. ]{0,40}\}",
    rf"(?i:\[ ?(?:{_NAMES}|{_FILL}|tb[dca]|todo|fixme|placeholder|\.{{3}}|_+|\?+|-+) ?\])",
    rf"(?i:<(?:{_NAMES}|{_FILL}|tb[dca]|todo|placeholder|\?+)>)",
    r"<[A-Z][A-Z0-9]*(?:[ _-][A-Z0-9]+)+>",
    r"\[[A-Z][A-Z0-9]*(?:[ _-][A-Z0-9]+)+\]",
    (
        r"\bTB[DCA]\b|\bT\.B\.[DCA]\.|(?i:\bto be (?:determined|filled in|added here)\b)|\bTO BE (?:CONFIRMED"
        r"|ANNOUNCED)\b|\b(?:TODO|FIXME|TKTK|XXX+)\b"
    ),
    r"(?i:\blorem ipsum\b)",
    (
        r"\b(?:[Xx]{1,2}|[?]{1,2}|HH|hh|__?|--):(?:[Xx]{2}|[?]{2}|MM|mm|__|--)\b|[?_]{2}:[?_]{2}"
        r"|\bYYYY[-/]MM[-/]DD\b|\bMM/DD\b|\bDD/MM\b"
    ),
    r"\b(XX+) ?(?:%|percent|minutes?|hours?|customers?|users?|AM|PM|UTC|am|pm|utc)",
    r"\b((?:X{1,3}|NN?) ?%)|\b(X) (?:minutes?|hours?|percent)\b|\?\? ?%",
    r"(?i:\[[xyn] \w+(?: [xyn] \w+)*\])",
    r"_{3,}|\?{3,}",
)
_JAPANESE = (
    *_COMMON,
    r"[○〇◯]{2,}|●{2,}|△{2,}|×{2,}",
    r"(?:^|[^一二三四五六七八九十百〇○◯0-9])([○〇◯●](?:時|分|月|日|件|名|%|様|社|機能|地域|サービス|県|区))",
    r"\b(?:X+|x+|YYYY|MM|DD)(?:時|分|月|日|年|件|名|様|社)(?:(?:X+|x+|YYYY|MM|DD)(?:時|分|月|日|年))*",
    rf"[【\[<《{{(](?:{_SPECIFIC})[】\]>》}})]",
    rf"([【\[<《{{](?:{_GENERAL})[】\]>》}}]){_PARTICLE}",
    r"(?:ここ|こちら)に[^。、\n]{0,10}(?:を)?(?:記入|挿入)(?:して(?:ください)?)?|\((?:仮|要確認|未記入|後で記入)\)",
    r"ダミーテキスト|テストテストテスト",
)
_HEADINGS = (
    r"\[[^\]\n]{1,80}\]\(|[/=]\{[A-Za-z_]+\}|/<[a-z_]+>|(?:^|\n)\s*_{3,}\s*(?:$|\n)|___\w[^_\n]*___",
    r"(?:Twitter|ツイッター|旧Twitter)\s?\(X\)|X社側",
    r"\[(?:UPDATE|RESOLVED|NOTE|INFO|FINAL|INITIAL|NEW|STATUS|MAINTENANCE|FINAL UPDATE|FINAL MESSAGE|INITIAL MESSAGE"
    r"|FIXED|ACTION REQUIRED|SCHEDULED MAINTENANCE|ROOT CAUSE|POST MORTEM|KNOWN ISSUE|Y/N)\]",
    (
        r"(?i:\[(?:status|update|impact|scope|details?|cause|root cause|workaround|description|customer impact"
        r"|link|x|n)\](?:\(|:| *$| +[A-Z]))"
    ),
)
_MARKS = (
    *("{", "[", "<", "$", "%(", "TB", "T.B", "TO", "etermined", "illed in", "dded here", "FIXME", "TKTK", "XX"),
    *("orem", "OREM", "HH", "hh:", "x:", "X:", "X ", "X%", "N%", "N %", "NN", "YYYY", "MM", "DD", "??", "__", "--"),
    *("?:", "○", "〇", "◯"),
)
_JAPANESE_MARKS = (
    *_MARKS,
    *("●", "△", "×", "X", "x", "【", "《", "(", "記入", "挿入", "ダミー", "テストテスト"),
)

RULES = (
    Rule(
        id="placeholder",
        severity=Severity.ERROR,
        what=say("A field of a template, or a sign that something was to be filled in."),
        why=say("It tells customers that nobody read the message before it went out."),
        instead=say("Fill it in, or take the sentence out until it is known."),
        message_text=say("still to be filled in"),
        bad=(
            *examples(
                Lang.EN,
                "Customers in ⟦[REGION]⟧ can't sign in.",
                "⟦{{ components }}⟧ are slow since ⟦<time>⟧.",
                "The next update comes at ⟦XX:XX⟧ UTC.",
                "Affected plans: ⟦TBD⟧.",
                "Since ⟦[insert time]⟧ some uploads fail.",
                "⟦TODO⟧ describe the impact.",
                "About ⟦XX⟧% of requests failed.",
                "⟦Lorem ipsum⟧ dolor sit amet.",
                "Dear ⟦[Customer Name]⟧, exports are delayed.",
                "Hello ⟦${name}⟧, sign-in works again.",
                "We will write again by ⟦HH:MM⟧.",
                "Exports in ⟦{region}⟧ are late.",
                "The service was down for ⟦___⟧ minutes.",
                "⟦[AFFECTED SERVICE]⟧ is slow.",
            ),
            *examples(
                Lang.JA,
                "⟦〇〇⟧機能がご利用いただけません。",
                "⟦【地域名】⟧のお客様に影響があります。",
                "次回の更新は⟦XX:XX⟧です。",
                "⟦{{ impact }}⟧が発生しています。",
                "発生時刻は⟦TBD⟧です。",
                "⟦○○○⟧サービスの⟦[機能名]⟧が遅延しています。",
                "現在、⟦●●⟧の不具合を調査中です。",
                "⟦X時X分⟧頃から接続できません。",
                "⟦△△⟧をご利用のお客様へ。",
                "⟦<サービス名>⟧に遅延が発生しています。",
                "対象は⟦【要確認】⟧です。",
                "対象の機能:⟦【要記入：対象の機能】⟧",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "[RESOLVED] Sign-in works again.",
                "[Update] Exports are running.",
                "Press <br> to add a line break.",
                "Version 2.x of the app is not affected.",
                "The [status page](https://status.example.com) has more.",
                "Error codes 5xx rose at 10:00 UTC.",
            ),
            *examples(
                Lang.JA,
                "【重要】ログイン障害のお知らせ",
                "【影響範囲】関東地域の一部のお客様",
                "【お詫び】ご迷惑をおかけしました。",
                "二〇二六年三月に導入した機能です。",
                "●対象:法人プラン",
            ),
        ),
        sentence=phrases(
            {Lang.EN: (*_COMMON, r"[○〇◯]{2,}"), Lang.JA: _JAPANESE},
            {Lang.EN: _HEADINGS, Lang.JA: _HEADINGS},
            ignore_case=False,
            marks={Lang.EN: _MARKS, Lang.JA: _JAPANESE_MARKS},
        ),
    ),
)

"""No guess about the cause, the nature, the extent or the end of the problem; what customers may meet is no guess."""

from __future__ import annotations

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Severity
from cockpit.lint.rule import Rule, examples
from cockpit.lint.rules.speculation_english import ENGLISH, ENGLISH_FINE
from cockpit.lint.rules.speculation_japanese import JAPANESE, JAPANESE_FINE
from cockpit.lint.shapes import phrases

RULES = (
    Rule(
        id="speculation",
        severity=Severity.WARNING,
        what=say("A guess about the cause of the problem, its nature, its extent or whether it is over."),
        why=say(
            "Customers act on it as on a fact. When it turns out wrong, the next message has to take it back, and "
            "every later one is believed less."
        ),
        instead=say("Say what is known and what is being looked into; leave the rest out until it is confirmed."),
        message_text=say("is a guess: say only what is confirmed"),
        bad=(
            *examples(
                Lang.EN,
                "⟦We believe⟧ a faulty switch is behind the errors.",
                "The slow pages ⟦may be caused by⟧ a network fault.",
                "⟦It looks like⟧ uploads recovered at 14:05 UTC.",
                "The failure is ⟦probably⟧ limited to one region.",
                "⟦It seems that⟧ only new accounts are affected.",
                "The errors ⟦appear to be⟧ gone.",
                "⟦Our working theory⟧ is a full disk.",
                "This ⟦could be related to⟧ yesterday's change.",
                "A ⟦suspected⟧ cable cut interrupted calls.",
                "The fix is ⟦believed to have⟧ worked.",
                "⟦Perhaps⟧ the traffic came from an attack.",
                "The drop was ⟦most likely⟧ due to a bad release.",
                "⟦We suspect⟧ that the outage began at 09:40.",
                "⟦I think⟧ we have found the fault.",
                "The outage ⟦might have been triggered by⟧ a certificate.",
                "⟦Presumably⟧ all regions are affected.",
                "⟦We are fairly confident⟧ that this is a bug.",
            ),
            *examples(
                Lang.JA,
                "⟦おそらく⟧設備の故障によるものです。",
                "設定の誤りが原因⟦と考えられます⟧。",
                "復旧した⟦ようです⟧。",
                "証明書の期限切れが原因⟦と推測しております⟧。",
                "アクセスの集中が影響している⟦と思われます⟧。",
                "外部からの攻撃が⟦原因の可能性があります⟧。",
                "影響は一部の地域に限られている⟦と見られます⟧。",
                "⟦どうやら⟧障害は解消しました。",
                "原因はネットワーク機器⟦かもしれません⟧。",
                "配信の停止は更新作業に起因する⟦と推定されます⟧。",
                "不具合⟦の疑いがあります⟧。",
                "すでに⟦解消しているはず⟧です。",
                "⟦たぶん⟧一時的なものです。",
                "他社の回線にも影響が出ている⟦模様です⟧。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "Some customers may see errors when they sign in.",
                "Messages could arrive late.",
                "The cause is a full disk.",
                "We are investigating whether a change is the cause.",
                "If you think you are affected, please contact support.",
                "You will likely need to sign in again.",
                "Virtual machines appear offline in the console.",
                "A banner appears at the top of the page.",
                "The change could potentially affect exports.",
                "Your uploads may take longer than usual.",
                "Please look at the status page for details.",
            ),
            *examples(
                Lang.JA,
                "一部のお客様でエラーが発生する可能性があります。",
                "原因は設定の誤りです。",
                "原因を調査しています。",
                "改善が見られないようでしたら、再度お試しください。",
                "ご確認くださいますようお願いいたします。",
                "ご不便をおかけすることも考えられます。",
                "再発防止に取り組みたいと考えております。",
                "推測されやすいパスワードはお避けください。",
                "多分野のお客様にご利用いただいています。",
            ),
        ),
        sentence=phrases(
            {Lang.EN: ENGLISH, Lang.JA: JAPANESE},
            {Lang.EN: ENGLISH_FINE, Lang.JA: JAPANESE_FINE},
        ),
    ),
)

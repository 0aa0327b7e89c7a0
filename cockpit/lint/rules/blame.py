"""Nobody is named as the culprit: no provider, no team, no person. Naming a product is fine."""

from __future__ import annotations

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Severity
from cockpit.lint.rule import Rule, examples
from cockpit.lint.rules.blame_words import ENGLISH, ENGLISH_FINE, ENGLISH_MARKS, JAPANESE, JAPANESE_FINE
from cockpit.lint.shapes import phrases

RULES = (
    Rule(
        id="blame",
        severity=Severity.WARNING,
        what=say("A third party, a team or a person named as the one who is to blame."),
        why=say(
            "Customers bought the service from us; whose fault it is comes after the incident, once it is proven. "
            "Blaming a person or a team is never theirs to read."
        ),
        instead=say(
            'Say what failed from the customer\'s side: "a fault at one of our suppliers", or only what is affected.'
        ),
        message_text=say("names a culprit: say what is affected, not whose fault it is"),
        bad=(
            *examples(
                Lang.EN,
                "The errors were caused by ⟦Akamai⟧.",
                "Sign-in fails because of an outage at ⟦Okta⟧.",
                "This was ⟦our database team's mistake⟧.",
                "Payments are down due to ⟦Stripe⟧.",
                "⟦An engineer accidentally⟧ deleted a table.",
                "⟦AWS is to blame⟧ for the slow pages.",
                "The delay was caused by ⟦our hosting provider⟧.",
                "Calls fail because ⟦Twilio broke⟧ their routing.",
                "It is ⟦the vendor's fault⟧.",
                "Due to an ⟦Azure⟧ outage, exports are late.",
                "The incident stems from a failure on ⟦Google⟧'s side.",
            ),
            *examples(
                Lang.JA,
                "⟦Cloudflare⟧の不具合により、接続できません。",
                "⟦弊社運用チームの設定ミス⟧により停止しました。",
                "⟦Azure⟧が原因で遅延しています。",
                "⟦NTT⟧側の問題で通話できません。",
                "⟦委託先業者の作業ミス⟧でデータが失われました。",
                "⟦Stripe⟧のせいで決済ができません。",
                "障害の原因は⟦Google⟧です。",
                "⟦担当者の操作ミス⟧により設定が消えました。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "Sign-in with Google is slow.",
                "Exports to AWS S3 fail.",
                "The errors were caused by a change on our side.",
                "Our network team is investigating.",
                "We are working with Cloudflare on the problem.",
                "A mistake in our AWS configuration delayed exports.",
            ),
            *examples(
                Lang.JA,
                "AWS連携の機能がご利用いただけません。",
                "Googleアカウントでのログインに時間がかかっています。",
                "弊社の設定に誤りがありました。",
                "担当チームが調査しています。",
                "設備の故障により接続できません。",
            ),
        ),
        sentence=phrases(
            {Lang.EN: ENGLISH, Lang.JA: JAPANESE},
            {Lang.EN: ENGLISH_FINE, Lang.JA: JAPANESE_FINE},
            marks={Lang.EN: ENGLISH_MARKS},
        ),
    ),
)

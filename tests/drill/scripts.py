"""What a careful liaison makes of each scenario's call: the facts sheet, and the words for customers."""

from __future__ import annotations

from dataclasses import replace

from player import Script, Sheet

from cockpit.domain.facts import FactSheet
from cockpit.domain.words import Lang


def facts(lang: Lang, **texts: str) -> Sheet:
    def note(sheet: FactSheet) -> FactSheet:
        return replace(sheet, **{name: getattr(sheet, name).with_(lang, text) for name, text in texts.items()})

    return note


SCRIPTS = {
    "notifications": Script(
        facts=(
            (
                150,
                facts(
                    Lang.EN,
                    impact="push notifications are delayed by up to 15 minutes",
                    components="Push notifications",
                    regions="EU",
                ),
            ),
            (390, facts(Lang.EN, workaround="open the app and refresh the inbox by hand")),
            (
                780,
                facts(
                    Lang.EN,
                    impact="push notifications and SMS are delayed by up to 20 minutes",
                    components="Push notifications, SMS",
                    regions="EU, US",
                ),
            ),
            (2040, facts(Lang.EN, data_loss="Delayed notifications arrived late; none were lost", lingering="Nothing")),
        ),
        changes=(
            (780, "SMS is now delayed too, and customers in the US are affected"),
            (1410, "The delay in the EU has grown again, and is up to 20 minutes"),
        ),
        wish="E-mail notifications arrive as usual.",
        explanation="A change of our delivery system halved its capacity",
        prevention="Such changes go out in smaller steps, each checked before the next",
    ),
    "checkout-ja": Script(
        facts=(
            (
                150,
                facts(
                    Lang.JA,
                    impact="Webサイトの購入画面で、カード決済の約3割が失敗しています",
                    components="カード決済",
                    regions="国内全域",
                ),
            ),
            (330, facts(Lang.JA, workaround="コンビニ払いをご利用ください")),
            (
                840,
                facts(
                    Lang.JA,
                    impact="Webサイトとアプリで、カード決済の約8割が失敗しています",
                    components="カード決済、アプリ",
                ),
            ),
            (
                1500,
                facts(
                    Lang.JA,
                    impact="カード決済の一部が失敗しています。また、注文確認メールが最大30分遅れています",
                    components="カード決済、アプリ、注文確認メール",
                ),
            ),
            (
                2010,
                facts(
                    Lang.JA,
                    data_loss="二重の請求はなく、失われた注文もありません",
                    lingering="失敗した決済の仮の記録が、カード会社の明細に残る場合がありますが、請求はされません",
                ),
            ),
        ),
        changes=(
            (840, "アプリからの購入でも、カード決済が失敗しています"),
            (1500, "注文確認メールに、最大30分の遅れが出ています"),
        ),
        wish="コンビニ払いは通常どおりご利用いただけます。",
        explanation="決済の接続先の一つが応答しなくなり、切り替えに時間がかかりました",
        prevention="接続先を自動で切り替え、毎月試験を行います",
    ),
}

"""What the liaison learns in each drill scenario, worded for customers in both languages, stage by stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = tuple[str, str]
"""In English and in Japanese."""


@dataclass(frozen=True)
class Story:
    """The facts of one scenario."""

    scope: Mapping[str, Words]
    """What is known for the scoping post."""
    grown: Mapping[str, Words]
    """What the facts sheet says when the impact has changed."""
    changed: Words
    """And what changed, in a sentence."""
    again: Words
    """What customers are told when the fix didn't last."""
    over: Mapping[str, Words]
    explanation: Words
    prevention: Words


STORIES = {
    "notifications": Story(
        scope={
            "impact": (
                "push notifications are delayed by up to 15 minutes",
                "プッシュ通知が最大15分遅れて届いています",
            ),
            "components": ("Push notifications", "プッシュ通知"),
            "regions": ("EU", "欧州"),
            "workaround": (
                "open the app and refresh the inbox by hand",
                "アプリを開き、受信箱を手動で更新してください",
            ),
        },
        grown={
            "impact": (
                "push notifications and SMS are delayed by up to 20 minutes",
                "プッシュ通知とSMSが最大20分遅れて届いています",
            ),
            "components": ("Push notifications, SMS", "プッシュ通知、SMS"),
            "regions": ("EU, US", "欧州、米国"),
        },
        changed=(
            "SMS is now delayed too, and customers in the US are affected",
            "SMSにも遅れが広がり、米国のお客様にも影響が出ています",
        ),
        again=(
            "The delay in the EU has grown again, and is up to 20 minutes",
            "欧州での遅れが再び広がり、最大20分となっています",
        ),
        over={
            "data_loss": (
                "Delayed notifications arrived late; none were lost",
                "遅れていた通知はすべて配信し、失われた通知はございません",
            ),
            "lingering": ("Nothing", "ございません"),
        },
        explanation=(
            "A change of our delivery system halved its capacity",
            "配信の仕組みの変更により、処理能力が半減しました",
        ),
        prevention=(
            "Such changes go out in smaller steps, each checked before the next",
            "変更を小さく分けて行い、一つずつ確認いたします",
        ),
    ),
    "checkout-ja": Story(
        scope={
            "impact": (
                "About 30% of card payments fail on the checkout page of the website",
                "Webサイトの購入画面で、カード決済の約30%が失敗しています",
            ),
            "components": ("Card payments", "カード決済"),
            "regions": ("Japan", "国内全域"),
            "workaround": ("pay at a convenience store", "コンビニ払いをご利用ください"),
        },
        grown={
            "impact": (
                "About 80% of card payments fail on the website and in the app",
                "Webサイトとアプリで、カード決済の約80%が失敗しています",
            ),
            "components": ("Card payments, app", "カード決済、アプリ"),
        },
        changed=(
            "Card payments now fail in the app too",
            "アプリからの購入でも、カード決済が失敗しています",
        ),
        again=(
            "Order confirmations by email now arrive up to 30 minutes late",
            "注文確認メールに、最大30分の遅れが出ています",
        ),
        over={
            "data_loss": (
                "No order was lost, and nobody was charged twice",
                "二重の請求はなく、失われた注文もありません",
            ),
            "lingering": (
                "Statements may show a pending entry for a failed payment; it will not be charged",
                "失敗した決済の仮の記録が明細に残る場合がありますが、請求はされません",
            ),
        },
        explanation=(
            "One of our payment connections stopped answering, and switching to another took long",
            "決済の接続先の一つが応答しなくなり、切り替えに時間がかかりました",
        ),
        prevention=(
            "Connections now switch by themselves, and we test this every month",
            "接続先を自動で切り替え、毎月試験を行います",
        ),
    ),
}

"""Facts of a made-up incident, to preview and check the prepared messages with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

from cockpit.domain.words import Lang

POSTED_AT: Mapping[Lang, datetime] = {
    Lang.EN: datetime(2026, 11, 23, 14, 11, tzinfo=UTC),
    Lang.JA: datetime(2026, 11, 23, 23, 11, tzinfo=timezone(timedelta(hours=9), "JST")),
}
"""When the previewed message goes out."""

_COMMON: dict[str, object] = {
    "phase": "identified",
    "link": "https://status.example.com",
    "contact": "support@example.com",
    "severity_text": "SEV-2",
    "ic": "the incident commander",
    "channels": ("status", "x"),
    "target_phase": "monitoring",
    "not_relayed": 6,
    "customers": 6,
    "reports": 8,
    "phone": 4,
    "email": 2,
}
_ENGLISH: dict[str, object] = {
    **_COMMON,
    "impact": "notifications arrive up to 15 minutes late",
    "components": ("Push notifications", "SMS"),
    "regions": ("Europe", "North America"),
    "workaround": "open the app and refresh the inbox by hand",
    "began_at": "14:02 UTC",
    "last_update": "14:09 UTC",
    "next_update": "14:31 UTC",
    "resolved_at": "14:10 UTC",
    "started_at": "14:00 UTC",
    "since": "14:02 UTC",
    "date": "November 23",
    "frequency": "every 60 minutes",
    "changed": "SMS messages are late now too",
    "data_loss": "No data was lost",
    "lingering": "Read receipts of that time are not shown",
    "failure": "At 14:05 UTC we said that SMS was not affected; it was",
    "explanation": "A change of our settings halved the capacity of message delivery",
    "prevention": "Such changes now go out in steps, with a check after each",
    "company": "Example",
    "customer": "Acme",
    "account_team": "Your account team",
    "title": "Notifications delayed",
    "message": "Notifications arrive up to 15 minutes late.\nThe next update will come by 14:31 UTC.",
    "last_post": "We are aware of a problem with notifications and are investigating it.",
    "due": "update by 14:31 UTC",
    "approvals": ("update, status page, asked at 14:10 UTC",),
    "questions": ("Is Asia affected?",),
    "follow_ups": ("3 enquiries to answer",),
    "symptoms": ("no notifications",),
    "premium": ("Acme",),
    "examples": ("Acme: no SMS since two", "Globex: push messages are late"),
}
_JAPANESE: dict[str, object] = {
    **_COMMON,
    "ic": "インシデントコマンダー",
    "impact": "通知の配信が最大15分遅れています",
    "components": ("プッシュ通知", "SMS"),
    "regions": ("欧州", "北米"),
    "workaround": "アプリを開き、受信箱を手動で更新してください",
    "began_at": "23:02 JST",
    "last_update": "23:09 JST",
    "next_update": "23:31 JST",
    "resolved_at": "23:10 JST",
    "started_at": "23:00 JST",
    "since": "23:02 JST",
    "date": "11月23日",
    "frequency": "60分ごと",
    "changed": "SMSの配信にも遅れが出ています",
    "data_loss": "失われたデータはありません",
    "lingering": "この間の既読が表示されません",
    "failure": "23:05 JSTに、SMSには影響がないと誤ってお知らせしました",
    "explanation": "設定の変更により、配信の処理能力が半分になりました",
    "prevention": "設定の変更を段階的に行い、段階ごとに確認します",
    "company": "エグザンプル",
    "customer": "アクメ株式会社",
    "account_team": "アカウントチーム",
    "title": "通知の遅延",
    "message": "通知の配信が最大15分遅れています。\n次回は23:31 JSTまでにお知らせいたします。",
    "last_post": "通知に関する問題を認識しており、調査しています。",
    "due": "23:31 JSTまでに続報",
    "approvals": ("続報（ステータスページ）、23:10 JSTに依頼",),
    "questions": ("アジアにも影響がありますか",),
    "follow_ups": ("お問い合わせ3件への返信",),
    "symptoms": ("通知が届かない",),
    "premium": ("アクメ株式会社",),
    "examples": ("アクメ：2時頃からSMSが届かない", "グロベックス：通知が遅い"),
}


def sample_facts(lang: Lang) -> Mapping[str, object]:
    """The facts in ``lang``, as a liaison would have typed them."""
    return _JAPANESE if lang is Lang.JA else _ENGLISH

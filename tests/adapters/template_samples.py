"""Facts of made-up incidents, as a liaison would type them, to fill the prepared messages with."""

from __future__ import annotations

from cockpit.domain.words import Lang

_TIMES_EN = {
    "began_at": "14:02 UTC",
    "last_update": "14:11 UTC",
    "next_update": "14:31 UTC",
    "resolved_at": "15:10 UTC",
}
_TIMES_JA = {
    "began_at": "23:02 JST",
    "last_update": "23:11 JST",
    "next_update": "23:31 JST",
    "resolved_at": "00:10 JST",
}

_FULL_EN: dict[str, object] = {
    **_TIMES_EN,
    "impact": "notifications are delayed by up to 15 minutes",
    "components": ["Push notifications", "SMS"],
    "regions": ["EU", "US"],
    "workaround": "open the app and refresh the inbox by hand",
    "data_loss": "Notifications from 14:02 to 14:20 UTC arrived late; none were lost",
    "lingering": "Read receipts of that time are not shown",
    "changed": "SMS is now delayed too",
    "failure": "At 14:10 UTC we said that SMS was not affected; it was",
    "explanation": "A change of our settings halved the capacity of message delivery",
    "prevention": "Such changes now go out in steps, with a check after each",
    "frequency": "every 60 minutes",
    "phase": "identified",
    "company": "Example",
    "link": "https://status.example.com/incidents/42",
    "contact": "support@example.com",
    "customer": "Acme",
    "account_team": "Your account team",
    "title": "Notifications delayed",
    "severity_text": "SEV-2",
    "started_at": "14:00 UTC",
    "ic": "on the call",
    "message": "Notifications are delayed by up to 15 minutes.\nThe next update will come by 14:31 UTC.",
    "channels": ["status", "x"],
    "target_phase": "monitoring",
    "last_post": "Notifications are delayed by up to 15 minutes.",
    "due": "update by 14:31 UTC",
    "approvals": ["update, status page, asked at 14:25 UTC"],
    "questions": ["Is Asia affected?"],
    "not_relayed": 6,
    "follow_ups": ["3 enquiries to answer"],
    "customers": 6,
    "phone": 4,
    "email": 2,
    "symptoms": ["no notifications"],
    "since": "14:02 UTC",
    "premium": ["Acme"],
    "examples": ["14:22 Acme (phone): no SMS", "14:25 Globex (email): push is slow"],
}
_FULL_JA: dict[str, object] = {
    **_FULL_EN,
    **_TIMES_JA,
    "impact": "通知の配信が最大15分遅延しています",
    "components": ["プッシュ通知", "SMS"],
    "regions": ["欧州", "米国"],
    "workaround": "アプリを開き、受信箱を手動で更新してください",
    "data_loss": "23:02 JSTから23:20 JSTまでの通知が遅れて届きました。失われた通知はありません",
    "lingering": "この間の既読が表示されていません",
    "changed": "SMSにも遅延が広がりました",
    "failure": "23:10 JSTに、SMSには影響がないと誤ってお知らせしました",
    "explanation": "設定の変更により、配信の処理能力が半減しました",
    "prevention": "設定の変更を段階的に行い、段階ごとに確認します",
    "frequency": "60分ごと",
    "company": "エグザンプル",
    "customer": "アクメ株式会社",
    "account_team": "アカウントチーム",
    "title": "通知の遅延",
    "started_at": "23:00 JST",
    "message": "通知の配信が最大15分遅延しています。\n次回は23:31 JSTまでにお知らせいたします。",
    "last_post": "通知の配信が最大15分遅延しています。",
    "due": "23:31 JSTまでに更新",
    "approvals": ["続報（ステータスページ）、23:25 JSTに依頼"],
    "questions": ["アジアにも影響がありますか"],
    "follow_ups": ["お問い合わせ3件への返信"],
    "symptoms": ["通知が届かない"],
    "since": "23:02 JST",
    "premium": ["アクメ株式会社"],
    "examples": ["23:22 アクメ（電話）：SMSが届かない", "23:25 グロベックス（メール）：通知が遅い"],
}

# Only what every template may count on: the facts it requires, and no more.
_BARE = (
    *("impact", "components", "regions", "next_update", "changed", "began_at", "resolved_at", "data_loss", "lingering"),
    *("failure", "explanation", "prevention", "customer", "message", "customers", "symptoms", "title", "phase"),
)

_OTHER_EN: dict[str, object] = {
    "impact": "Some customers can't sign in to the web app.",
    "components": ["Web app"],
    "regions": ["all regions"],
    "next_update": "09:50 CET",
    "last_update": "09:30 CET",
    "began_at": "09:12 CET",
    "resolved_at": "10:04 CET",
    "changed": "Signing in with a password works again; single sign-on still fails",
    "data_loss": "No data was lost",
    "lingering": "Some sessions have ended, so please sign in again",
    "failure": "Our first post came 20 minutes late",
    "explanation": "An expired certificate was not renewed in time",
    "prevention": "Certificates are renewed by machine, and we are warned 30 days ahead",
    "customer": "Globex GmbH",
    "company": "Example Cloud",
    "phase": "investigating",
}
_OTHER_JA: dict[str, object] = {
    "impact": "一部のお客様がWebアプリにログインできません。",
    "components": ["Webアプリ"],
    "regions": ["すべての地域"],
    "next_update": "09:50 JST",
    "last_update": "09:30 JST",
    "began_at": "09:12 JST",
    "resolved_at": "10:04 JST",
    "changed": "パスワードによるログインは復旧し、シングルサインオンのみ利用できません",
    "data_loss": "データの損失はありません",
    "lingering": "ログアウトされた方は、再度ログインしてください",
    "failure": "最初のお知らせが20分遅れました",
    "explanation": "期限の切れた証明書が更新されていませんでした",
    "prevention": "証明書の更新を自動化し、30日前に警告を受け取ります",
    "customer": "グロベックス合同会社",
    "company": "エグザンプル・クラウド",
    "phase": "investigating",
}
_TEAM = ("message", "channels", "customers", "symptoms", "title")

SAMPLES = ("full", "bare", "no-loss", "recovering", "sign-in", "noun")


def sample(name: str, lang: Lang) -> dict[str, object]:
    """The facts called ``name`` (one of ``SAMPLES``) in ``lang``."""
    full = _FULL_JA if lang is Lang.JA else _FULL_EN
    if name == "bare":
        return {key: full[key] for key in _BARE}
    if name == "no-loss":
        return {**full, "data_loss": "データの損失はありません" if lang is Lang.JA else "No data was lost"}
    if name == "recovering":
        return {**full, "phase": "monitoring"}
    if name == "sign-in":
        return {**(_OTHER_JA if lang is Lang.JA else _OTHER_EN), **{key: full[key] for key in _TEAM}}
    if name == "noun":
        return {**full, "impact": "SMSの配信の遅延" if lang is Lang.JA else "delayed SMS messages", "workaround": ""}
    return dict(full)

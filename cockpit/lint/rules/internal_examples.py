"""Sentences that show what is of the inside and what is public."""

from __future__ import annotations

from cockpit.domain.words import Lang
from cockpit.lint.rule import examples

BAD = (
    *examples(
        Lang.EN,
        "We restarted ⟦web-prod-07⟧ at 10:12 UTC.",
        "⟦cache-03.eu.corp⟧ is out of memory.",
        "Requests to ⟦192.168.4.17⟧ time out.",
        "See ⟦https://kibana.intra.example.org/app/logs⟧ for details.",
        "Progress is tracked in ⟦OPS-3312⟧.",
        "The pod ⟦mailer-5c9d7f6b8-kq2zt⟧ crashed.",
        "Instance ⟦i-0f12ab34cd56ef789⟧ was replaced.",
        "Errors rose in ⟦eu-west-1b⟧.",
        "A ⟦NullPointerException⟧ stopped the export.",
        "We reverted commit ⟦9fceb02⟧.",
        "The address ⟦2001:db8:85a3::8a2e:370:7334⟧ is unreachable.",
        "⟦billing-db-02⟧ runs again.",
        "The queue ⟦orders_prod⟧ is full.",
        "Read ⟦http://wiki/incidents⟧ first.",
        "Ticket ⟦#884213⟧ is open with the supplier.",
        "The log shows ⟦/var/log/nginx/error.log⟧ growing.",
        "⟦arn:aws:sqs:eu-west-1:123456789012:mail⟧ is blocked.",
        "The nodes named ⟦hpc-*⟧ lost power.",
        "⟦pg-main⟧ is overloaded, and ⟦prod-db⟧ is full.",
    ),
    *examples(
        Lang.JA,
        "⟦web-prod-07⟧を再起動しました。",
        "⟦172.16.8.20⟧への通信が失敗しています。",
        "詳細は⟦https://grafana.int.example.jp/d/7⟧をご覧ください。",
        "チケット⟦OPS-3312⟧で対応中です。",
        "サーバー⟦app-server-15⟧に負荷が集中しています。",
        "⟦NullPointerException⟧が発生しました。",
        "インスタンス⟦i-0f12ab34cd56ef789⟧を交換しました。",
        "⟦ap-northeast-1c⟧で遅延が生じています。",
        "⟦mailer-5c9d7f6b8-kq2zt⟧が停止しました。",
        "コミット⟦9fceb02⟧を取り消しました。",
        "⟦batch-02.tokyo.internal⟧の容量が不足しました。",
    ),
)

GOOD = (
    *examples(
        Lang.EN,
        "Uploads to files.example.com fail with HTTP 503.",
        "Version 2.14.0.7 of the app fixes this.",
        "The US-EAST-1 region is affected.",
        "CVE-2026-20491 does not affect us.",
        "Please use TLS 1.2 and SHA-256.",
        "Set your resolver to 8.8.8.8.",
        "See https://status.example.com/incidents/4qz81 for updates.",
        "Windows Server 2022 and iOS 18 are affected.",
        "Between 10:15:30 and 10:20:05 UTC calls failed.",
        "Please add 203.0.113.9 to your allowlist.",
        "Invoices in UTF-8 and ISO-8601 dates are fine.",
        "Write to support@example.com.",
        "Our GPT-4 features and OAuth 2.0 sign-in work.",
        "Some customers see the error ERR-1042.",
        "Customers in the Tokyo and Osaka regions are affected.",
        "Node.js 20 builds are slow.",
    ),
    *examples(
        Lang.JA,
        "files.example.comへのアップロードが失敗します。",
        "アプリのバージョン2.14.0.7で解消しています。",
        "HTTP 503エラーが発生しています。",
        "東京リージョンのお客様に影響があります。",
        "ISO-8601形式の日付は正常です。",
        "詳細はhttps://status.example.jp/をご覧ください。",
        "10時15分から10時20分まで通話ができませんでした。",
        "CVE-2026-20491の影響はありません。",
        "Windows 11とiPhone 15で発生しています。",
    ),
)

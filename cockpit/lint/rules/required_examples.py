"""Messages that say each wanted element, and messages that leave it out."""

from __future__ import annotations

from cockpit.domain.words import Lang

_EN, _JA = Lang.EN, Lang.JA
Told = tuple[tuple[Lang, str], ...]

SILENT: dict[str, Told] = {
    "missing-awareness": (
        (_EN, "Sorry for the trouble. Please stand by."),
        (_EN, "The next update comes by 10:20 UTC."),
        (_JA, "ご迷惑をおかけし、申し訳ございません。"),
        (_JA, "次回は10時20分にお知らせいたします。"),
    ),
    "missing-scope-to-follow": (
        (_EN, "We are aware of a problem and are investigating it."),
        (_EN, "Something is wrong. The next update comes by 10:20 UTC."),
        (_JA, "問題が発生していることを確認し、調査しております。"),
        (_JA, "ただいま調査中です。次回は10時20分にお知らせします。"),
    ),
    "missing-impact": (
        (_EN, "We are working on a fix. The next update comes by 10:40 UTC."),
        (_EN, "Work continues. Thank you for your patience."),
        (_JA, "修正に取り組んでおります。次回は10時40分にお知らせします。"),
        (_JA, "作業を続けております。今しばらくお待ちください。"),
    ),
    "missing-components": (
        (_EN, "Some of you in Europe notice errors."),
        (_EN, "The problem began at 10:05 UTC."),
        (_JA, "関東地域の一部のお客様に影響が出ています。"),
        (_JA, "10時5分から不安定な状態です。"),
    ),
    "missing-regions": (
        (_EN, "Uploads fail for some customers."),
        (_EN, "Sign-in is slow since 10:05."),
        (_JA, "アップロードに失敗することがあります。"),
        (_JA, "10時5分からログインに時間がかかっています。"),
    ),
    "missing-workaround": (
        (_EN, "Uploads fail for some customers. We are working on a fix."),
        (_EN, "Sign-in is slow. The next update comes by 10:40 UTC."),
        (_JA, "アップロードに失敗することがあります。修正に取り組んでおります。"),
        (_JA, "ログインに時間がかかっています。次回は10時40分にお知らせします。"),
    ),
    "missing-progress": (
        (_EN, "Uploads fail for some customers. The next update comes by 10:40 UTC."),
        (_EN, "Sign-in is slow in Europe. We are sorry."),
        (_JA, "アップロードに失敗することがあります。次回は10時40分にお知らせします。"),
        (_JA, "欧州でログインに時間がかかっています。申し訳ございません。"),
    ),
    "missing-next-update": (
        (_EN, "Uploads fail for some customers. We are working on a fix."),
        (_EN, "Sign-in is slow in Europe. We are investigating."),
        (_JA, "アップロードに失敗することがあります。修正に取り組んでおります。"),
        (_JA, "ログインに時間がかかっています。調査中です。"),
    ),
    "missing-forecast": (
        (_EN, "Uploads fail. We will post every hour; the next update comes by 12:00 UTC."),
        (_EN, "We are working on the recovery. The next update comes by 12:00 UTC."),
        (_JA, "アップロードに失敗します。今後は1時間ごとにお知らせします。"),
        (_JA, "復旧作業を行っております。次回は12時にお知らせします。"),
    ),
    "missing-frequency": (
        (_EN, "This is a long incident. The next update comes by 12:00 UTC."),
        (_EN, "Please plan for the impact to continue. We are working on the recovery."),
        (_JA, "対応が長期化しております。次回は12時にお知らせします。"),
        (_JA, "影響が続くことを前提にご対応ください。復旧作業を行っております。"),
    ),
    "missing-recovery": (
        (_EN, "No data was lost. We are sorry for the trouble."),
        (_EN, "Nothing lingers. Thank you for your patience."),
        (_JA, "データの損失はございません。申し訳ございませんでした。"),
        (_JA, "残っている影響はございません。ご協力ありがとうございました。"),
    ),
    "missing-data-loss": (
        (_EN, "Uploads have fully recovered. We are sorry for the trouble."),
        (_EN, "Data exports are working again as of 12:10 UTC."),
        (_JA, "アップロードは完全に復旧しました。申し訳ございませんでした。"),
        (_JA, "12時10分に解決いたしました。"),
    ),
}

SAYS: dict[str, Told] = {
    "missing-awareness": (
        (_EN, "We are aware of a problem."),
        (_EN, "We are looking into errors with uploads."),
        (_EN, "We have received reports of failing calls."),
        (_JA, "問題が発生していることを確認しております。"),
        (_JA, "現在、調査を行っております。"),
    ),
    "missing-scope-to-follow": (
        (_EN, "Who is affected will follow in our next update."),
        (_EN, "We are establishing the scope of the problem."),
        (_EN, "We will share more details by 10:20 UTC."),
        (_JA, "影響の範囲は確認中です。"),
        (_JA, "詳細は次回の更新でお知らせいたします。"),
    ),
    "missing-impact": (
        (_EN, "Customers cannot sign in."),
        (_EN, "Notifications arrive late."),
        (_EN, "There are errors when loading dashboards."),
        (_JA, "ログインできない状態です。"),
        (_JA, "通知の配信が遅れています。"),
    ),
    "missing-components": (
        (_EN, "Affected features: uploads, search."),
        (_EN, "Push notifications are delayed."),
        (_JA, "対象の機能:アップロード、検索"),
        (_JA, "プッシュ通知に遅延が生じています。"),
    ),
    "missing-regions": (
        (_EN, "Affected regions: Europe and Japan."),
        (_EN, "The problem is worldwide."),
        (_EN, "Customers in us-east-1 are affected."),
        (_JA, "対象の地域:関東、関西"),
        (_JA, "全世界のお客様に影響しています。"),
    ),
    "missing-workaround": (
        (_EN, "In the meantime, please use the mobile app."),
        (_EN, "As a workaround, reload the page."),
        (_JA, "回避策:モバイルアプリをご利用ください。"),
        (_JA, "当面の間、ページの再読み込みをお願いいたします。"),
    ),
    "missing-progress": (
        (_EN, "We are still investigating."),
        (_EN, "A fix is being deployed."),
        (_EN, "Recovery is under way."),
        (_JA, "引き続き調査しております。"),
        (_JA, "修正を適用し、状況を見守っております。"),
    ),
    "missing-next-update": (
        (_EN, "The next update comes by 10:40 UTC."),
        (_EN, "We will post again within 20 minutes."),
        (_EN, "We'll share more information as we learn more."),
        (_JA, "次回は10時40分にお知らせいたします。"),
        (_JA, "20分後に続報をお知らせします。"),
    ),
    "missing-forecast": (
        (_EN, "We now know that this is a long incident."),
        (_EN, "Recovery will take considerable effort and some time."),
        (_JA, "対応が長期化することがわかりました。"),
        (_JA, "復旧には時間を要します。"),
    ),
    "missing-frequency": (
        (_EN, "From now on we will post every 60 minutes."),
        (_EN, "Updates will come less often."),
        (_JA, "今後は1時間ごとにお知らせします。"),
        (_JA, "更新の頻度を下げてお知らせいたします。"),
    ),
    "missing-recovery": (
        (_EN, "Full recovery is confirmed."),
        (_EN, "The problem with uploads has been fixed, and all systems are back to normal."),
        (_JA, "完全に復旧していることを確認しました。"),
        (_JA, "現在は正常にご利用いただけます。"),
    ),
    "missing-data-loss": (
        (_EN, "No data was lost."),
        (_EN, "Messages sent between 10:05 and 12:10 were delivered late; nothing else remains."),
        (_EN, "Some uploads were lost and must be repeated."),
        (_JA, "データの損失はございません。"),
        (_JA, "残っている影響はございません。"),
    ),
}

"""The words that a Japanese post's predicates are made of, by what a time beside them would mean."""

from __future__ import annotations

from enum import Enum

from cockpit.lint.ja.words import words


class Kind(Enum):
    """What an event word is about."""

    RECOVER = "the problem is over"
    STEP = "a piece of the repair is done"
    ACT = "something is done; only a deadline for it says when the repair is over"
    END = "something ends; an ETA if it is the repair"
    RELEASE = "something goes out; an ETA if it is the fix or the backlog"
    USE = "customers can use it again"
    LAST = "something goes on until"
    ARRIVE = "parts or people arrive; an ETA if the repair waits for them"
    TAKE = "something takes so long"
    SLIP = "something moves to a later time"
    UPDATE = "customers hear more"
    WATCH = "we watch"
    START = "something begins"
    HAPPEN = "something happened"
    ACTION = "the customer does something"


NOUNS: dict[Kind, tuple[str, ...]] = {
    Kind.RECOVER: words(
        "復旧 解消 解決 回復 正常化 復帰 復元 復活 運転再開 再開 解除 収束 終息 開通 復電 通水 平常化 復調",
        "再公開 再稼働",
    ),
    Kind.STEP: words(
        "短縮 完了 修正 対応 対処 改善 修復 完成 縮小 減少 緩和 軽減 改修 是正 訂正 リカバリー リカバリ 修理",
    ),
    Kind.ACT: words(
        "交換 入れ替え 入替 切り替え 切替え 切替 切り戻し 切戻し ロールバック 再起動 処理 特定 究明 解明 判明",
        "取り付け 取付 排水 乾燥 除去 溶接 配線 敷設 再計算 再作成 再集計 再生成 再取得",
        "リストア 再構築 撤去 調査 追加 増強 移行",
    ),
    Kind.END: words("終了 終結"),
    Kind.RELEASE: words("配信 リリース 適用 提供 デプロイ 展開 配布 投入 送信 配送 再送 反映 着金 入金 付与"),
    Kind.ARRIVE: words("到着 入荷 納品 搬入 着荷 現地入り 来訪 訪問 派遣"),
    Kind.USE: words(
        "稼働 利用可能 使用可能 アクセス可能 ログイン可能 接続可能 閲覧可能 通話可能 購入可能 通常稼働 通常運転",
        "平常運転 正常稼働",
    ),
    Kind.LAST: words("継続"),
    Kind.UPDATE: words(
        "続報 次報 更新 報告 案内 お知らせ 連絡 共有 公表 発表 掲載 アップデート 告知 周知 お伝え 通知 説明",
        "回答 公開 投稿 情報提供 追記 発信 お届け お送り 最終報",
    ),
    Kind.WATCH: words("経過観察 観察 監視 モニタリング 注視 静観 モニター 様子見"),
    Kind.START: words("開始 着手 実施 再発防止"),
    Kind.HAPPEN: words(
        "発生 検知 停止 遅延 失敗 消失 確認 低下 ダウン 増加 上昇 悪化 再発 途絶 切断 瞬断 影響",
    ),
    Kind.ACTION: words("お試し お待ち 再試行 再度お願い"),
}
"""Nouns that make a verb with する, by kind."""

VERBS: dict[Kind, tuple[str, ...]] = {
    Kind.RECOVER: words("直 戻 収ま 治ま おさま 元どおりにな 元通りにな 落ち着 立ち直"),
    Kind.STEP: words("なくな 無くな 追いつ 片付 済 仕上が 解け"),
    Kind.END: words("終わ 終え"),
    Kind.RELEASE: words("届"),
    Kind.USE: words(
        "るようにな るようにいた るようにし 利用いただけ 利用頂け 利用でき 利用になれ 使え ログインでき",
        "動き始め 動き出 アクセスでき 接続でき つながる 繋がる 遊べ お使いいただけ 閲覧でき 購入でき",
    ),
    Kind.LAST: words("遅くな 重くな 続 長引 できな いただけな 頂けな 使えな つながらな 繋がらな"),
    Kind.TAKE: words("かか 掛か 要し 要す 要する お時間をいただ お時間を頂 お待ちいただ お待たせ 費や"),
    Kind.SLIP: words("ずれ込 ずれこ 及 持ち越 延び"),
    Kind.UPDATE: words("知らせ お伝え 伝え 載せ 出し"),
    Kind.WATCH: words("見守 様子を見"),
    Kind.START: words("始ま 始め 続け"),
    Kind.HAPPEN: words("見合わせ 起き 失われ 遅れ 途切れ 落ち"),
    Kind.ACTION: words("ください 下さい お願い お待ちくだ"),
}
"""Verbs by kind, cut where their endings begin."""

PLANNED = words(
    "メンテナンス メンテ 計画停電 計画停止 計画作業 点検 工事 作業予定 作業日時 定期 リプレース 移設 更改",
    "バージョンアップ 休館 休業 休止 開館 開園 キャンペーン イベント 入試 新システム",
)
"""Planned work and opening times: a window of theirs is no ETA."""

OVERRUN = words(
    "延長 遅れ 遅延 超過 長引 ずれ込 予定より 予定を過ぎ 難航 終わらず 延び 伸び 想定以上 おらず に変更",
    "不具合 トラブル 障害",
)
"""Planned work that ran into trouble: its end is an ETA again."""

DESK = words(
    "問い合わせ 問合せ お問合 窓口 サポート 返信 返金 補填 補償 営業 受付 コールセンター 請求 お詫び 特典",
    "配布 抽選 返送 発送 承って 承り 受け付け ご予約",
)
"""What a company does beside the repair; when it does that is no ETA."""

PREVENTION = words("再発防止 恒久 今後の対策 根本対策 冗長化 再発を防 再発しないよう 再発させない")
"""What is done so that it doesn't happen again."""

TROUBLE = words(
    "影響 障害 遅延 遅れ 停電 断水 エラー 不具合 停止 混雑 状態 状況 事象 問題 不通 制限 中断 折り返し",
    "折返し 遅くな 重くな 不安定 見合わせ 運休 渋滞 できな いただけな 復旧 対応 作業",
)
"""What must stand in the sentence for something going on to be the problem."""

REPAIR = words(
    "復旧 修正 対応 対策 障害 調査 復元 交換 再起動 ロールバック 切り戻 切戻 切替 切り替え 修復 修理",
    "掘削 接続 検査 検証 再構築 同期 リビルド リストア 延長 遅れ 作業 停電 断水 不具合 処理 反映 復元",
)
"""What must stand in the sentence for an end to be the repair's."""

FIX = words(
    "修正 パッチ 対策 ホットフィックス hotfix 滞留 遅延 未配信 未処理 バックログ キュー 溜ま たま",
    "未反映 未付与 未着 削除を進め パージ 更新プログラム 暫定 保留 未達 届いていない 積滞",
    "回避 ロールバック 停止 切り戻し 切戻し お預かり",
)
"""What must stand in the sentence for something going out to be the fix or the backlog."""

AWAITED = words(
    "部品 機器 装置 機材 部材 予備 代替 交換 ディスク 修理",
    "作業員 作業者 技術者 エンジニア 保守員 保守担当 業者 作業班 メーカー ベンダー",
    "復旧班 復旧要員 係員 電源車",
)
"""Whom or what a repair waits for: when they arrive, a step of it is done."""

NEWS = words("続報 情報 報告 結果 詳細 更新 アップデート お知らせ 案内 状況 次報 進捗")
"""What must stand in the sentence for something sent to be news, and not goods."""

PAGES = words("ページ 状況 情報 ステータス お知らせ 本文 報告")
"""What is updated by us for customers to read, where data or a table updates itself."""

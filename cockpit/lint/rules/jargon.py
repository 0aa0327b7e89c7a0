"""Words of the engine room, which a customer doesn't use: they hide the impact from whoever isn't an engineer."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Hit, Rule, examples

_ENGLISH = (
    r"replication lag(?:ging)?|replica lag|(?:read )?replicas?|fail(?:ed|ing|s)?[- ]?over"
    r"|OOM(?:[- ]?kill(?:ed|s|er|ing)?)?"
    r"|out[- ]of[- ]memory|memory leaks?|heap(?: size| dump| space)?|garbage[- ]collect(?:ion|or)"
    r"|GC pauses?|(?:re)?shard(?:s|ed|ing)?"
    r"|kubernetes|k8s|kernel panics?|segfault(?:s|ed)?|core dumps?|dead-?locks?|race conditions?"
    r"|null pointers?|stack traces?"
    r"|thread pools?|connection pools?|thread starvation|split[- ]brain|quorum|back-?pressure"
    r"|circuit breakers?|thundering herd"
    r"|cache stampedes?|cron ?jobs?|message brokers?|(?:kafka|etcd|zookeeper|rabbitmq)(?: (?:topic|cluster"
    r"|consumer|broker|queue)s?)?"
    r"|consumer lag|sidecars?|service mesh|ingress(?: controllers?)?|daemonsets?|p9[059](?: latency)?"
    r"|write[- ]ahead log"
    r"|leader elections?|re-?index(?:ing|ed)|hot[- ]?spot(?:ting)? partitions?|disk i/?o|iops"
    r"|cpu saturation|packet loss"
    r"|BGP(?: routes?| sessions?)?|schema migrations?|feature flags?|blue[-/]green"
    r"|canary (?:deploy(?:ment)?s?|releases?)|war room|runbooks?"
    r"|SREs?|blast radius|upstream dependenc(?:y|ies)|downstream (?:service|dependenc)(?:s|y|ies)"
)
_JAPANESE = (
    "レプリケーション(?:の)?(?:ラグ|遅延)|レプリカ|フェー?イ?ル(?:・)?オーバー|メモリー?リーク"
    "|メモリー?枯渇|ヒープ(?:領域|メモリ)?"
    "|ガベージ(?:・)?コレクション|(?:リ)?シャー(?:ド|ディング)|デッドロック|カーネルパニック"
    "|セグメンテーションフォルト|スレッドプール|コネクションプール"
    "|スプリットブレイン|クォーラム|バックプレッシャー|サーキットブレーカー?|ロードバランサー?"
    "|クーバネティス|競合状態|排他制御"
    "|スタックトレース|コアダンプ|ぬるぽ|キャッシュスタンピード|リーダー選出|コンシューマー?ラグ"
    "|メッセージブローカー?|サイドカー|スキーマ(?:移行|マイグレーション)"
    "|マイグレーション|パケットロス|ディスクI/?O|IOPS|CPU使用率|切り戻し|フィーチャーフラグ"
    "|カナリアリリース|バッチジョブ|輻輳|縮退運転|冗長系|待機系|系切り?替え"
    "|ランブック|インデックス再構築|死活監視"
)
_WORDS = {
    Lang.EN: rf"\b(?:{_ENGLISH})\b",
    Lang.JA: rf"{_JAPANESE}|\b(?:OOM|kubernetes|k8s|etcd|Kafka|RabbitMQ|BGP|GC pause)\b",
}


def _check(sentence: Sentence, context: Context) -> Iterator[Hit]:
    for match in pattern(_WORDS[sentence.lang]).finditer(sentence.text):
        if not _in_name(sentence.text, *match.span()):
            yield Hit(*match.span())
    lowered = sentence.text.casefold() if context.settings.jargon else ""
    for word in context.settings.jargon:
        at = lowered.find(word.casefold()) if word else -1
        while at != -1:
            if len(lowered) == len(sentence.text):
                yield Hit(at, at + len(word))
            at = lowered.find(word.casefold(), at + len(word))


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether the word is part of a machine's or a ticket's name (kafka-broker-3), which another rule reads."""
    return text[max(0, start - 1) : start] in ("-", "_", ".", "/") or (
        text[end : end + 1] in ("-", "_", ".") and text[end + 1 : end + 2].isalnum()
    )


RULES = (
    Rule(
        id="jargon",
        severity=Severity.INFO,
        what=say("A word that engineers use and customers don't."),
        why=say("Whoever reads the message must understand at once what it means for them."),
        instead=say('Say what it does to the customer: not "replication lag" but "new data may show late".'),
        message_text=say("a word customers don't use: say what it means for them"),
        bad=(
            *examples(
                Lang.EN,
                "New data shows late because of ⟦replication lag⟧.",
                "We completed the ⟦failover⟧ and are checking the result.",
                "A ⟦memory leak⟧ slowed the ⟦thread pool⟧.",
                "Messages wait in a ⟦Kafka topic⟧.",
            ),
            *examples(
                Lang.JA,
                "⟦フェイルオーバー⟧が完了しました。",
                "⟦レプリケーション遅延⟧により表示が古くなっています。",
                "⟦デッドロック⟧を解消し、⟦コネクションプール⟧を広げました。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "New data may show late in reports.",
                "We have switched to a second system and are checking the result.",
                "Some requests fail with error 503.",
            ),
            *examples(
                Lang.JA,
                "最新のデータが画面に反映されるまで遅れが生じています。",
                "予備のシステムに切り替え、動作を確認しています。",
                "一部のリクエストがエラー503になります。",
            ),
        ),
        sentence=_check,
    ),
)

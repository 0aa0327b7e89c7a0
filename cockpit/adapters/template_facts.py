"""The facts a prepared message may name, and how a missing one shows: the contract between facts and templates."""

from __future__ import annotations

from collections.abc import Mapping

from cockpit.domain.clean import clean
from cockpit.domain.words import Lang

PLACEHOLDERS: Mapping[str, tuple[str, str]] = {
    # What customers are told.
    "impact": ("IMPACT", "影響の内容"),
    "components": ("COMPONENTS", "対象の機能"),
    "regions": ("REGIONS", "地域名"),
    "workaround": ("WORKAROUND", "回避策"),
    "began_at": ("BEGAN AT", "発生時刻"),
    "resolved_at": ("RESOLVED AT", "復旧時刻"),
    "next_update": ("NEXT UPDATE", "次回更新"),
    "last_update": ("LAST UPDATE", "前回更新"),
    "frequency": ("FREQUENCY", "更新の頻度"),
    "changed": ("WHAT CHANGED", "変更点"),
    "data_loss": ("DATA LOSS", "データへの影響"),
    "lingering": ("LINGERING IMPACT", "残っている影響"),
    "failure": ("WHAT WE GOT WRONG", "誤りの内容"),
    "explanation": ("WHAT HAPPENED", "経緯"),
    "prevention": ("WHAT WE ARE CHANGING", "今後の対策"),
    "date": ("DATE", "日付"),
    "phase": ("PHASE", "フェーズ"),
    # Who speaks, to whom.
    "company": ("COMPANY", "会社名"),
    "customer": ("CUSTOMER", "お客様名"),
    "account_team": ("ACCOUNT TEAM", "担当チーム"),
    "contact": ("CONTACT", "連絡先"),
    "link": ("LINK", "リンク"),
    # What the incident commander or the next liaison is told.
    "title": ("TITLE", "件名"),
    "severity_text": ("SEVERITY", "重大度"),
    "started_at": ("STARTED AT", "開始時刻"),
    "ic": ("INCIDENT COMMANDER", "インシデントコマンダー"),
    "message": ("MESSAGE", "文面"),
    "texts": ("TEXTS", "各文面"),
    "channels": ("CHANNELS", "投稿先"),
    "target_phase": ("TARGET PHASE", "次のフェーズ"),
    "last_post": ("LAST POST", "前回の文面"),
    "due": ("DUE", "期限"),
    "approvals": ("OPEN APPROVALS", "未決の承認"),
    "questions": ("OPEN QUESTIONS", "未回答の質問"),
    "not_relayed": ("NOT RELAYED", "未伝達の報告"),
    "follow_ups": ("FOLLOW-UPS", "残っている作業"),
    # What customers report.
    "customers": ("CUSTOMERS", "報告した顧客の数"),
    "reports": ("REPORTS", "報告の件数"),
    "phone": ("BY PHONE", "電話の件数"),
    "email": ("BY EMAIL", "メールの件数"),
    "chat": ("BY CHAT", "チャットの件数"),
    "social": ("ON SOCIAL MEDIA", "SNSの件数"),
    "other": ("OTHERWISE", "その他の件数"),
    "symptoms": ("SYMPTOMS", "報告の内容"),
    "since": ("SINCE", "開始時刻"),
    "premium": ("PREMIUM CUSTOMERS", "プレミアム契約のお客様"),
    "examples": ("EXAMPLES", "報告の例"),
}
"""Every variable a template may use, with what stands in its place, in English and Japanese."""

KNOWN = frozenset(PLACEHOLDERS)

_NAMES: Mapping[str, tuple[str, str]] = {
    "triage": ("Triage", "初期確認"),
    "investigating": ("Investigating", "調査中"),
    "identified": ("Identified", "影響特定"),
    "monitoring": ("Monitoring", "復旧監視"),
    "resolved": ("Resolved", "解決"),
    "closed": ("Closed", "終了"),
    "status": ("status page", "ステータスページ"),
    "x": ("X", "X"),
    "email": ("email", "メール"),
}

Value = str | int | tuple[str, ...]


def placeholder(name: str, lang: Lang) -> str:
    """What stands where the fact ``name`` is missing: ``[IMPACT]``, 【要記入：影響の内容】; the lint flags it."""
    english, japanese = PLACEHOLDERS.get(name, (name.replace("_", " ").upper(), name))
    return f"【要記入：{japanese}】" if lang is Lang.JA else f"[{english}]"


def name_of(code: str, lang: Lang) -> str:
    """A phase's or channel's code in words ("monitoring" -> 復旧監視); any other text as it is."""
    names = _NAMES.get(code)
    return code if names is None else names[lang is Lang.JA]


def prepared(facts: Mapping[str, object]) -> dict[str, Value]:
    """The facts as plain cleaned strings, whole numbers and tuples of strings; what is empty is left out."""
    values = {name: _value(fact) for name, fact in facts.items() if name in KNOWN}
    return {name: value for name, value in values.items() if value not in ("", ())}


def _value(fact: object) -> Value:
    if fact is None:
        return ""
    if isinstance(fact, int) and not isinstance(fact, bool):
        return int(fact)
    if isinstance(fact, list | tuple | set | frozenset):
        return tuple(text for text in map(_text, fact) if text)
    return _text(fact)


def _text(fact: object) -> str:
    return clean(str(fact)).strip()

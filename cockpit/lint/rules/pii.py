"""No customer's address or telephone number; the company's own ways to be reached pass."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Hit, Rule, examples

_MAIL = r"\b[a-z0-9][a-z0-9._%+'-]*@((?:[a-z0-9-]+\.)+[a-z]{2,})"
_FUNCTIONS = (
    r"^(?:support|help|helpdesk|info|contact|contactus|hello|hi|sales|billing|accounts?|admin"
    r"|administrator|security|abuse|noc|status|incidents?|no-?reply|do-?not-?reply|notifications?|alerts?"
    r"|press|media|pr|legal|privacy|dpo|jobs|careers|feedback|service|services|customer[._-]?(?:service"
    r"|care|support|success)|care|team|office|postmaster|webmaster|hostmaster|root|mailer-daemon"
    r"|ops|operations|service-?desk|tech(?:nical)?[._-]?support|enquir(?:y|ies)|inquir(?:y|ies)|partners?"
    r"|marketing|orders?|shop|store|subscribe|newsletter|trust|compliance|emergency|soc|csirt|cert"
    r"|madoguchi|toiawase|otoiawase|soumu|user|example|name|you|your[._-]?name)"
    r"(?:[._+-].*)?$|[._-](?:support|help|info|sales|service|noc|helpdesk|team|desk|admin|status)$"
)
"""Mailboxes of a function, not of a person."""
_NOBODYS = ("example.com", "example.org", "example.net", "example.jp", "example.co.jp")
"""Domains reserved for examples."""
_PHONE = (
    r"(?:\+\d{1,3}[ .()-]{0,2}|\(?0\d{0,4}\)?[ .-]?|\(\d{3}\) ?"
    r"|\b\d{3}[ .-])(?:\(0\))?(?:\d{1,4}[ .()-]{0,2}){1,5}\d{2,4}\b|\b0[5789]0\d{8}\b"
)
_BESIDE = 20
_NOT_PHONE = r"[0-9A-Za-z#_/:.,$¥€£%-]$"
_OTHER_NUMBER = (
    r"(?:(?:伝票|注文|受付|会員|顧客|お客様|管理|予約|整理|口座|契約|製造|シリアル|追跡|案件|チケット)番号"
    r"|\b(?:order|invoice|ticket|case|account|reference|tracking|serial|id|part|model)(?: (?:number|no\.?"
    r"|id))?)[ :#は]*$"
)
"""What says that the digits after it number a thing."""
_OUR_LINE = (
    r"\b(?:support|help ?desk|hot ?line|service desk|customer (?:service|care)|call (?:us|our|centre"
    r"|center)|contact us|reach us|our (?:\w+ )?(?:line|number|phone)|phone support|toll[- ]free|dial"
    r"|emergency (?:line|number)|tel|fax|phone)\b[^.;@]{0,40}$"
    r"|(?:問い?合わ?せ|窓口|サポート|ヘルプデスク|コールセンター|代表電話|代表番号|代表|カスタマー"
    r"|フリーダイヤル|電話番号|TEL|FAX|Tel|Fax|T ?E ?L|F ?A ?X|電 ?話|(?:^|[^ご])連絡先|受付|専用ダイヤル"
    r"|ホットライン)[^。@]{0,30}$"
)
_A_CUSTOMERS = (
    r"(?:\b(?:customers?|users?|reported by|caller|called from|client|contact person|his|her|their|mobile"
    r"|cell|mr|ms|mrs|dr)\b|様|さん|氏|ご連絡者|申告者|担当|携帯|個人)[^。;]{0,24}$"
)


class Line(Enum):
    """Whose a telephone number can be."""

    NONE = "nobody's, or free to call"
    PERSONAL = "a mobile: a person's"
    ANY = "a person's or a company's"


def _check(sentence: Sentence, context: Context) -> Iterator[Hit]:
    text = sentence.text
    our_mails: list[int] = []
    if "@" in text:
        own = (*context.settings.own_domains, *_NOBODYS)
        for match in pattern(_MAIL).finditer(text):
            name, domain = (match.group() or "").split("@")[0], (match.group(1) or "").lower()
            if _ours(domain, own) or pattern(_FUNCTIONS).search(name) is not None:
                our_mails.append(match.end())
            elif text[match.end() : match.end() + 1] != ":":
                yield Hit(*match.span())
    if pattern(r"\d{3}").search(text):
        yield from _phones(text, sentence.lang, our_mails)


def _ours(domain: str, own: tuple[str, ...]) -> bool:
    return any(domain == name.lower() or domain.endswith("." + name.lower()) for name in own)


def _phones(text: str, lang: Lang, our_mails: list[int]) -> Iterator[Hit]:
    """Numbers that are a person's; one beside a mailbox of ours (``our_mails``: where they end) is ours too."""
    for match in pattern(_PHONE).finditer(text):
        start, end = match.span()
        found = match.group() or ""
        digits = sum(char.isdigit() for char in found)
        before = text[max(0, start - 48) : start]
        if not 9 <= digits <= 15 or (start and pattern(_NOT_PHONE).search(text[start - 1])):
            continue
        if text[end : end + 1] in ("-", "_", "/", "@") or (
            text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()
        ):
            continue
        if pattern(_OTHER_NUMBER).search(before):
            continue
        opened = int(found.startswith("(") and ")" not in found)
        kind = _kind(found[opened:], lang)
        beside = any(0 <= start - mail <= _BESIDE for mail in our_mails)
        ours = kind is Line.ANY and (
            beside or (pattern(_OUR_LINE).search(before) and not pattern(_A_CUSTOMERS).search(before))
        )
        if kind is not Line.NONE and not ours:
            yield Hit(start + opened, end)


@lru_cache(maxsize=512)
def _kind(found: str, lang: Lang) -> Line:
    """Whose line can have this number; free and shared-cost numbers are a company's."""
    import phonenumbers
    from phonenumbers import PhoneNumberType as Kind

    free = (Kind.TOLL_FREE, Kind.SHARED_COST, Kind.PREMIUM_RATE, Kind.UAN, Kind.VOICEMAIL)
    for region in _regions(found, lang):
        try:
            number = phonenumbers.parse(found, region)
        except phonenumbers.NumberParseException:
            continue
        # Written with its country a number is one even where no line has it; without, it must be a line's.
        sound = phonenumbers.is_possible_number if region is None else phonenumbers.is_valid_number
        if sound(number):
            kind = phonenumbers.number_type(number)
            return Line.NONE if kind in free else Line.PERSONAL if kind == Kind.MOBILE else Line.ANY
    return Line.NONE


def _regions(found: str, lang: Lang) -> tuple[str | None, ...]:
    """The countries whose way of writing numbers it may be; None: it names its country."""
    if found.startswith("+"):
        return (None,)
    if not found.lstrip("(").startswith("0"):
        return ("US",)
    return ("JP",) if lang is Lang.JA else ("GB", "JP")


RULES = (
    Rule(
        id="pii",
        severity=Severity.ERROR,
        what=say("Somebody's address of mail or telephone number."),
        why=say("A customer's data in a public post is a breach of its own, to be reported as one."),
        instead=say("Take it out. Who is affected is told to them alone."),
        message_text=say("somebody's personal data: take it out"),
        bad=(
            *examples(
                Lang.EN,
                "Reported by ⟦maria.lopez@customer-mail.com⟧ at 10:02 UTC.",
                "Please call Ken on ⟦+81 90-1234-5678⟧.",
                "The account ⟦j.smith@somebank.co.uk⟧ is locked.",
                "The customer can be reached at ⟦(212) 555-0187⟧.",
                "Her mobile is ⟦+44 7700 900123⟧.",
                "Accounts such as ⟦tom99@freemail.org⟧ are affected.",
            ),
            *examples(
                Lang.JA,
                "⟦sato.hanako@okyakusama.co.jp⟧様よりご申告がありました。",
                "担当者の携帯は⟦080-1234-5678⟧です。",
                "ご連絡先は⟦+81 3-1234-5678⟧、田中様です。",
                "⟦tanaka@mail.jp⟧のアカウントで発生しています。",
                "山田様(⟦090-9876-5432⟧)から申告がありました。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "Write to support@example.com or call 1-800-555-0199.",
                "Our support line is +1 415-555-0132.",
                "Between 2026-11-23 10:00 and 2026-11-23 11:30 UTC uploads failed.",
                "Order 202611230045 was delayed.",
                "Please contact billing@our-company.com.",
                "About 1,250,000 messages were delayed by 30-45 minutes.",
            ),
            *examples(
                Lang.JA,
                "お問い合わせ先:03-4567-8901",
                "フリーダイヤル0120-123-456までご連絡ください。",
                "2026年11月23日 10:00〜11:30の間に発生しました。",
                "support@example.jpまでご連絡ください。",
                "注文番号202611230045の処理が遅れました。",
            ),
        ),
        sentence=_check,
    ),
)

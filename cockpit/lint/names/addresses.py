"""Addresses of machines: IPv4, IPv6 and of network cards; public resolvers and what customers configure pass."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.lint.patterns import pattern
from cockpit.lint.shapes import Span, words

_V4 = r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:/\d{1,2}\b|:\d{2,5}\b)?"
_COLONS = r"(?:[0-9a-f]{1,4})?(?::[0-9a-f]{0,4}){2,7}(?:/\d{1,3}\b)?"
_VERSION_BEFORE = (
    r"(?:\b(?:versions?|ver\.?|v\.?|releases?|builds?|firmware|fw|update(?: to)?|upgraded? (?:to|from)"
    r"|patch|driver|os|ios|android|chrome|edge|firefox|safari|app|sdk|agent|client"
    r"|section|chapter|clause|item|step|figure|table|oid|api|library|package|kernel) ?[:=#]? ?|\bv|[a-z]/"
    r"|バージョン|版|ビルド|ファームウェア|リリース|項|節|章)\s*[(:]?\s*$"
)
_BETWEEN_VERSIONS = r"(?:^|[^.\d])\d+\.\d+(?:\.\d+)? (?:to|and|through|or|,|-) $"
_AND = r"^(?: (?:to|and|through|or|-) |, )$"
_PUBLIC = words(
    "1.1.1.1 1.0.0.1 8.8.8.8 8.8.4.4 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 127.0.0.1 "
    "0.0.0.0 169.254.169.254 255.255.255.255 2606:4700:4700::1111 2606:4700:4700::1001 2001:4860:4860::8888 "
    "2001:4860:4860::8844 2620:fe::fe ::1 :: "
)
"""Resolvers that customers use, and addresses that mean no machine in particular."""
_CUSTOMER_SETS_IT = (
    r"\b(?:allow|white|safe|block|deny)-?\s?list(?:s|ed|ing)?\b|\byour (?:\w+ )?(?:dns|firewall|hosts"
    r"|records?|resolvers?|settings|configuration|network|entry)\b|\bpoint(?:s|ed|ing)? to\b"
    r"|\ba records?\b|/etc/hosts|\b(?:please|you (?:can|must|should|need to)) (?:\w+ ){0,4}(?:add|allow"
    r"|use|set|update|configure|change|permit)\b"
    r"|\b(?:old|new|previous|following) (?:ip |ipv4 |source |egress |outgoing )?(?:ranges?|address(?:es)?|subnets?"
    r"|prefix(?:es)?|blocks?|ips?)\b"
    r"|\bAS ?\d{3,6}\b|\b(?:bgp|prefix(?:es)?)\b"
    r"|許可リスト|ホワイトリスト|許可してください|許可設定|ファイアウォール[^。]{0,12}(?:設定|許可|追加)"
    r"|(?:を|に|へ)(?:追加|設定|変更|登録|切り替え|書き換え)(?:て|して)?(?:ください|いただ|をお願い)|向けている"
)
"""What says that the customer puts a (public) address into a configuration of theirs."""


def find(text: str) -> Iterator[Span]:
    """Every address of a machine in ``text`` that customers have no use for."""
    if text.count(".") > 2:
        yield from _v4(text)
    if text.count(":") > 1:
        yield from _v6(text)


def _v4(text: str) -> Iterator[Span]:
    version = -1  # where the last number that is a version ends
    for match in pattern(_V4).finditer(text):
        start, end = match.span()
        listed = 0 <= version < start and pattern(_AND).search(text[version:start]) is not None
        octets = [int(part) for part in (match.group() or "").split("/")[0].split(":")[0].split(".")]
        before, after = text[:start][-40:], text[end : end + 2]
        if (
            max(octets) > 255
            or octets[0] == 0
            or (after[:1] == "." and after[1:].isdigit())
            or before[-1:] in (".", "-", "_")
        ):
            continue
        if ".".join(map(str, octets)) in _PUBLIC:
            continue
        if listed or pattern(_VERSION_BEFORE).search(before) or pattern(_BETWEEN_VERSIONS).search(before):
            version = end
            continue
        if not _private(octets) and pattern(_CUSTOMER_SETS_IT).search(text):
            continue
        yield start, end


def _private(octets: list[int]) -> bool:
    """Whether the address is of a private network, of the shared carrier range, or of one machine alone."""
    first, second = octets[0], octets[1]
    return (
        first in (10, 127)
        or (first == 172 and 16 <= second < 32)
        or (first, second) in {(192, 168), (169, 254)}
        or (first == 100 and 64 <= second < 128)
    )


def _v6(text: str) -> Iterator[Span]:
    for match in pattern(_COLONS).finditer(text):
        start, end = match.span()
        found = (match.group() or "").split("/")[0]
        if found.endswith(":") and not found.endswith("::"):
            found, end = found[:-1], end - 1
        if (start and (text[start - 1].isalnum() or text[start - 1] in ":.")) and text[start - 1].isascii():
            continue
        if text[end : end + 1].isalnum() and text[end : end + 1].isascii():
            continue
        if found.lower() in _PUBLIC or not any(char in "0123456789abcdefABCDEF" for char in found):
            continue
        if _is_v6(found) or pattern(r"^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$").search(found):
            yield start, end


def _is_v6(found: str) -> bool:
    """Whether it is an IPv6 address: all eight groups, or a gap that stands for some (times have neither)."""
    head, gap, tail = found.partition("::")
    if "::" in tail:
        return False
    groups = [group for part in (head, tail) for group in part.split(":") if part]
    if any(len(group) > 4 or not group for group in groups):
        return False
    return len(groups) < 8 and len(groups) > 0 if gap else len(groups) == 8

"""What a reply says of its own: without the history it quotes, and without the signature."""

from __future__ import annotations

import re

_REPLY = re.compile(r"\s*(?:re|aw|sv|antw|rif|res|回复|返信)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE)
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|転送)\s*[:：]", re.IGNORECASE)
# "On Monday Sam wrote:", as the mailers of several languages introduce what they quote.
_INTRODUCED = re.compile(
    r"\s*(?:(?:on|am|le|el|il|em|op)\b.{0,250}"
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\b.{0,100}"
    r"|\d{4}[年/-].{0,200}(?:[<＜].{0,100}[>＞]|のメール|書きました|さん).{0,20})[:：]\s*",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r"\s*(?:on|am|le|el|il|em|op)\b.{0,250}|\d{4}[年/-].{0,200}", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"\s*[-_]{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|元のメッセージ"
    r"|オリジナルメッセージ)\s*[-_]{2,}\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\W{0,3}(?:from|von|de|差出人)\W{0,3}[:：].+", re.IGNORECASE)
_SENT = re.compile(r"\W{0,3}(?:sent|date|gesendet|envoyé|enviado|送信日時|日時)\W{0,3}[:：].+", re.IGNORECASE)
_MARKS = (">", "＞")


def is_reply(subject: str, in_thread: bool) -> bool:
    """Whether a mail answers another; one that is forwarded has its point in what it quotes."""
    return not _FORWARD.match(subject) and (in_thread or _REPLY.match(subject) is not None)


def own_words(text: str, reply: bool) -> str:
    """``text`` without its signature and, in a ``reply``, what is quoted; all of it when nothing else is left."""
    lines = text.splitlines()
    if reply:
        lines = _unquoted(lines)
    kept = "\n".join(_unsigned(lines)).strip()
    return kept or text.strip()


def _unsigned(lines: list[str]) -> list[str]:
    """Up to the line that begins a signature: two hyphens and a space."""
    for at, line in enumerate(lines):
        if line == "-- ":
            return lines[:at]
    return lines


def _unquoted(lines: list[str]) -> list[str]:
    """The lines before the history of a reply on top of it, or those between the quoted ones."""
    kept: list[str] = []
    marked = max((at for at, line in enumerate(lines) if line.startswith(_MARKS)), default=-1)
    for at, line in enumerate(lines):
        if _begins_history(lines, at):
            return kept
        if line.startswith(_MARKS):
            continue
        if _introduces(lines, at):
            # A quotation without marks goes on to the end: nothing tells where it would stop.
            if marked < at and kept:
                return kept
            continue
        kept.append(line)
    return kept


def _begins_history(lines: list[str], at: int) -> bool:
    """Whether all from this line on is another mail, as Outlook appends it."""
    if _ORIGINAL.fullmatch(lines[at]):
        return True
    return bool(_FROM.fullmatch(lines[at]) and any(_SENT.fullmatch(line) for line in lines[at + 1 : at + 4]))


def _introduces(lines: list[str], at: int) -> bool:
    """Whether this line introduces a quotation, alone or with its neighbour: mailers break it in two."""
    line = lines[at]
    if _INTRODUCED.fullmatch(line):
        return True
    if at + 1 < len(lines) and _INTRODUCES.fullmatch(line) and _INTRODUCED.fullmatch(f"{line} {lines[at + 1]}"):
        return True
    return at > 0 and bool(_INTRODUCES.fullmatch(lines[at - 1]) and _INTRODUCED.fullmatch(f"{lines[at - 1]} {line}"))

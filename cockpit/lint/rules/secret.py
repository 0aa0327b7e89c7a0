"""Nothing that opens a door: keys, tokens and passwords in the shapes their makers gave them."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.shapes import Span, overlapping, spans

_VALUE = r"[^\s,;、。「」'\"<>{}\[\]]"
_SHAPES = (
    r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"
    r"(?:[A-Za-z0-9+/=\s]*-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----)?",
    r"\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{16}\b",
    r"\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}|gl(?:pat|ptt|dt|rt)-[A-Za-z0-9_-]{16,})",
    r"\bxox[abeoprs](?:\.[a-z]+)?-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{10,}",
    r"https://hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/_-]{20,}",
    r"https://(?:discord(?:app)?\.com/api/webhooks|[a-z0-9.]+\.webhook\.office\.com)/[\w/@-]{20,}",
    r"\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}\b|\bwhsec_[A-Za-z0-9]{16,}",
    r"\bAIza[A-Za-z0-9_-]{35}|\bya29\.[A-Za-z0-9_-]{20,}|\bGOCSPX-[A-Za-z0-9_-]{20,}",
    r"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+)?",
    (
        r"\bsk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{20,}|\bhf_[A-Za-z0-9]{30,}|\bnpm_[A-Za-z0-9]{30,}"
        r"|\bpypi-[A-Za-z0-9_-]{30,}"
    ),
    r"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|\bkey-[0-9a-f]{32}\b|\b(?:AC|SK)[0-9a-f]{32}\b"
    r"|\bdop_v1_[0-9a-f]{40,}|\bhv[sb]\.[A-Za-z0-9_-]{20,}"
    r"|\bshp(?:at|ss|ca|pa)_[0-9a-fA-F]{32}|\bEAACEdEose0cBA[A-Za-z0-9]+|\bsq0[a-z]{3}-[A-Za-z0-9_-]{22,}"
    r"|\bNRAK-[A-Z0-9]{27}|\bPMAK-[0-9a-f-]{30,}",
    r"(?i:\bauthorization: ?)?(?i:\bbearer) [A-Za-z0-9_~+/.-]{16,}=*",
    r"(?i:\bauthorization: ?basic) [A-Za-z0-9+/]{8,}=*",
    r"\b[a-z][a-z0-9+.-]*://[^\s:/@]+:[^\s:/@]+@[^\s/]+",
    rf"(?i:\b(?:[a-z0-9]+[_-])*(?:password|passwd|passphrase|pwd|pass|secret|secret[_-]?key|api[_-]?key"
    rf"|apikey|access[_-]?key(?:[_-]id)?|access[_-]?token|auth[_-]?token|client[_-]?secret|private[_-]?key"
    rf"|token))"
    rf" ?(?:=|:=|=>) ?[\"']?{_VALUE}{{4,}}",
    (
        r"(?i:\b(?:password|passwd|passphrase|pwd|secret|api[ _-]?key|access[ _-]?key|access[ _-]?token"
        r"|auth[ _-]?token|client[ _-]?secret|pin|token)(?: is| was)?):? [\"'`]?([!-~]*\d[!-~]*)"
    ),
    (
        r"(?:パスワード|暗証番号|APIキー|アクセスキー|シークレット(?:キー)?|トークン|認証キー|合言葉)(?:は|:|="
        r"|「|『| )+([!-~]*\d[!-~]*)"
    ),
)
_ALL = "|".join(_SHAPES)
_MARKS = (
    r"BEGIN|A[A-Z]{2}A[A-Z0-9]|eyJ|gh[pousr]_|_pat_|gl(?:pat|ptt|dt|rt)|xox|xapp|hooks\.|webhook|[rsp]k_|whsec|AIza|ya29"
    r"|GOCSPX|sk-|hf_|npm_|pypi-|SG\.|key-|AC[0-9a-f]|SK[0-9a-f]|dop_|hv[sb]\.|shp|EAAC|sq0|NRAK|PMAK|://[^\s/]*@"
    r"|(?i:bearer|basic|pass|pwd|secret|api[ _-]?key|access|auth|private|token|\bpin\b)"
    r"|パスワ|暗証|キー|トークン|シークレ|合言葉"
)
"""What every secret holds one of: a pattern far smaller than theirs, so most messages never need that."""
_SHORTEST = 6


def _check(reading: Reading, context: Context) -> Iterator[Hit]:
    """Over the whole message: a key may run over several lines."""
    if pattern(_MARKS, ignore_case=False).search(reading.text) is None:
        return
    taken: list[Span] = []
    for start, end in spans(reading.text, _ALL, ignore_case=False):
        end = _end(reading.text, start, end)
        if end - start >= _SHORTEST and not overlapping((start, end), taken) and _mixed(reading.text[start:end]):
            taken.append((start, end))
            yield Hit(start, end)


def _end(text: str, start: int, end: int) -> int:
    """Where the secret ends: before a Japanese word, and without the sentence's own punctuation and quotes."""
    foreign = next((index for index in range(start, end) if text[index] > "~"), end)
    first_word = text[start:foreign]
    return start + len(first_word.rstrip(".,;:!?)\"'`"))


def _mixed(found: str) -> bool:
    """Whether it has letters: a plain number is a length of time or a count."""
    return any(char.isalpha() for char in found)


RULES = (
    Rule(
        id="secret",
        severity=Severity.ERROR,
        what=say("A key, a token, a password or the address of a private hook."),
        why=say("Published once, it is in other people's hands for good: it must be replaced at once."),
        instead=say("Take it out, and tell the incident commander so that it is revoked."),
        message_text=say("looks like a secret: take it out and have it revoked"),
        bad=(
            *examples(
                Lang.EN,
                "Use the key ⟦AKIAQWERTY1234567890⟧ for now.",
                "The token ⟦ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8⟧ was rotated.",
                "Send it to ⟦https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/c1c2c3c4c5c6c7c8c9c0⟧.",
                "Log in with ⟦password=Sunny-Day-42⟧.",
                "Call it with ⟦Bearer 4f9d8a7b6c5e4d3c2b1a0f9e⟧.",
                "Requests with ⟦sk_live_4eC39HqLyjWDarjtT1zdp7dc⟧ fail.",
                "The bot's token is ⟦xoxb-123456789012-abcdefABCDEF⟧.",
                "It connects to ⟦postgres://report:s3cr3tpw@db.example.com⟧/sales.",
                "⟦eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl⟧ has expired.",
                "The password is ⟦Winter2026!x⟧ until tomorrow.",
            ),
            *examples(
                Lang.JA,
                "パスワードは⟦Sakura#2026x⟧です。",
                "APIキー:⟦k9f3m2p8q7w1⟧をご利用ください。",
                "キー⟦AKIAQWERTY1234567890⟧を無効にしました。",
                "⟦api_key=9f8e7d6c5b4a⟧でお試しください。",
                "⟦Bearer 4f9d8a7b6c5e4d3c2b1a0f9e⟧で認証します。",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "Password resets are delayed.",
                "You may have to reset your password: please use the link in the app.",
                "API keys created today do not work.",
                "Requests without a bearer token return 401.",
                "Two-factor sign-in works again.",
                "The token endpoint is slow.",
            ),
            *examples(
                Lang.JA,
                "パスワードの再設定メールが遅れています。",
                "APIキーの発行ができません。",
                "トークンの有効期限は60分です。",
                "パスワードは8文字以上で設定してください。",
                "暗証番号の変更ができない状態です。",
            ),
        ),
        message=_check,
    ),
)

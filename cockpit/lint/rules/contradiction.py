"""A message agrees with what is known, and its two languages with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache

from cockpit.domain.wording import say
from cockpit.domain.words import Lang, Phase
from cockpit.lint.model import Context, Facts, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading, Sentence
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.rules.counterpart import differences
from cockpit.lint.rules.places import places

_OVER = {
    Lang.EN: (
        r"\b(?:(?:the |this |that )?(?:\w+ )?(?:issues?|incidents?|problems?|outages?|disruptions?|it|this|errors?"
        r"|services?|systems?|everything|access) (?:(?:has|have) (?:now |since )?(?:been )?|is |are |was |were )"
        r"(?:now |all |both )?(?:fully |completely )?(?:resolved|fixed|solved|recovered|restored|over|back to normal"
        r"|fully operational))\b"
        r"|\ball (?:systems|services) (?:are )?(?:now )?(?:fully )?(?:operational|back to normal|restored)\b"
        r"|\b(?:full recovery (?:is|has been) confirmed|fully recovered)\b"
    ),
    Lang.JA: (
        r"(?:復旧|解消|解決|回復|正常化)(?:が完了)?(?:いた)?"
        r"(?:しました|しております|しています|済みです|済みとなります|となりました)"
        r"|(?:復旧|解決|解消)を確認(?:いた)?しました|正常に(?:戻りました|復旧しました)"
        r"|全(?:て|サービス)(?:の.{0,8})?(?:が)?正常(?:です|に稼働)"
    ),
}
_NOT_ALL = {
    Lang.EN: (
        r"\b(?:not|once|when|if|until|after|before|some|part(?:ly|ial(?:ly)?)?|most(?:ly)?|many|will|should"
        r"|as soon as|whether|almost|nearly|majority|gradually|expect)\b|n['’]t\b"
    ),
    Lang.JA: (
        r"一部|次第|場合|ましたら|たら|ません|徐々|順次|見込み|予定|まで(?:に|は)"
        r"|か(?:どうか|否か)|ほぼ|大部分|前回"
    ),
}
_UNTOUCHED = {
    Lang.EN: (
        r"\b(?:not (?:been )?(?:affected|impacted)|unaffected|no impact|no other|un-?impacted"
        r"|other (?:regions|locations)|normally|outside)\b"
    ),
    Lang.JA: r"影響(?:は)?(?:ござい|あり)ません|影響(?:は)?(?:ない|なし)|正常|を除く|以外",
}
_OPEN_PHASES = frozenset(Phase) - {Phase.RESOLVED, Phase.CLOSED}


def _check(reading: Reading, context: Context) -> Iterator[Hit]:
    for sentence in reading.sentences:
        yield from _resolved_early(sentence, context.facts)
        yield from _other_regions(sentence, context.facts)
    yield from differences(reading, context)


def _resolved_early(sentence: Sentence, facts: Facts) -> Iterator[Hit]:
    if facts.phase not in _OPEN_PHASES:
        return
    span = _says_over(sentence.text, sentence.lang)
    if span is not None:
        message = say("says that it is over, and the phase is %(phase)s", phase=facts.phase)
        yield Hit(sentence.start + span[0], sentence.start + span[1], message)


@lru_cache(maxsize=2048)
def _says_over(text: str, lang: Lang) -> tuple[int, int] | None:
    """Where the sentence says that all of it is over."""
    found = pattern(_OVER[lang]).search(text)
    return found.span() if found is not None and pattern(_NOT_ALL[lang]).search(text) is None else None


def _other_regions(sentence: Sentence, facts: Facts) -> Iterator[Hit]:
    if not facts.regions:
        return
    named = places(sentence.text)
    if not named or pattern(_UNTOUCHED[sentence.lang]).search(sentence.text):
        return
    known = frozenset[str]().union(*(groups for region in facts.regions for _, _, groups in places(region)))
    if not known or "everywhere" in known:
        return
    for start, end, groups in named:
        if not groups & known:
            message = say("isn't among the affected regions on record: %(regions)s", regions=", ".join(facts.regions))
            yield Hit(sentence.start + start, sentence.start + end, message)


_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _while_open(other: str | None = None) -> Context:
    return Context(posted_at=_NOON, facts=Facts(phase=Phase.IDENTIFIED, regions=("EU",)), other=other)


RULES = (
    Rule(
        id="contradiction",
        severity=Severity.WARNING,
        what=say(
            "The text says resolved while the incident isn't, names a region not on record, "
            "or differs from the other language."
        ),
        why=say("Customers compare what they read with what they see, and the two languages with each other."),
        instead=say("Mend the text, or the facts where they are out of date."),
        message_text=say("doesn't agree with what is on record"),
        bad=(
            *examples(
                Lang.EN,
                "⟦The incident has been resolved⟧.",
                "Customers in ⟦Japan⟧ can't log in.",
                context=_while_open(),
            ),
            *examples(
                Lang.JA, "障害は⟦復旧いたしました⟧。", "⟦北米⟧のお客様に影響が出ています。", context=_while_open()
            ),
            *examples(
                Lang.EN,
                "The next update comes ⟦at 14:30 UTC⟧.",
                context=_while_open(other="次回の更新は23:40(JST)です。"),
            ),
            *examples(
                Lang.EN,
                "About ⟦12%⟧ of requests fail.",
                context=_while_open(other="約15%のリクエストが失敗しています。"),
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "Most of the errors have been resolved.",
                "Customers in Europe can't log in.",
                "Customers in the US are not affected.",
                context=_while_open(),
            ),
            *examples(
                Lang.EN,
                "The next update comes at 14:40 UTC.",
                context=_while_open(other="次回の更新は23:40(JST)です。"),
            ),
            *examples(
                Lang.JA, "一部のお客様で復旧しました。", "日本のお客様に影響はございません。", context=_while_open()
            ),
        ),
        message=_check,
    ),
)

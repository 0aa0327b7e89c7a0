"""Reads a message: takes it apart, asks every rule, and answers with findings, what is missing, and the promise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cockpit.domain.words import Lang
from cockpit.lint.lengths import x_length
from cockpit.lint.model import NEVER_SUPPRESSED, Context, Finding, Length, Missing, Result, Settings, Severity
from cockpit.lint.reading import Reading, Sentence
from cockpit.lint.registry import RULES
from cockpit.lint.rule import Hit, Rule
from cockpit.lint.rules.promise import next_update
from cockpit.lint.text import encodable, read_text

NEVER_ALLOWED = frozenset({"secret"})
"""Findings that no list of allowed words silences."""
_MISSING = "missing-"


def lint(text: str, context: Context | None = None) -> Result:
    """All that is to be said of ``text``; offsets are code points of ``text`` as given. Never raises for any text."""
    context = context or Context()
    reading = read_text(text, context.lang)
    findings: dict[tuple[int, int, str], Finding] = {}
    missing: list[Missing] = []
    for rule, hit in _hits(reading, context):
        severity = _severity(rule, hit, context.settings)
        if rule.id.startswith(_MISSING):
            missing.append(Missing(rule.id, hit.message or rule.message_text, severity))
            continue
        finding = _finding(rule, hit, severity, reading)
        if finding.end > finding.start and not _passes(finding, text, context):
            findings.setdefault((finding.start, finding.end, finding.rule), finding)
    return Result(
        lang=reading.lang,
        findings=tuple(findings[place] for place in sorted(findings)),
        missing=tuple(missing),
        next_update=next_update(reading, context),
        length=Length(len(text), x_length(encodable(text))),
    )


def _hits(reading: Reading, context: Context) -> Iterator[tuple[Rule, Hit]]:
    """What every rule finds, in code points of the normalised message."""
    key = _Key(context)
    for sentence in reading.sentences:
        for rule_id, hit in _sentence_hits(sentence.text, sentence.lang, key):
            yield RULES[rule_id], _moved(hit, sentence.start)
    for rule in RULES.values():
        if rule.message is not None and rule.id not in context.settings.off:
            for hit in rule.message(reading, context):
                yield rule, hit


class _Key:
    """What a sentence's findings depend on beside its text: equal for contexts that give the same findings."""

    __slots__ = ("_hash", "context", "parts")

    def __init__(self, context: Context) -> None:
        self.context = context
        settings = context.settings
        self.parts: tuple[object, ...] = (
            context.stage,
            context.channel,
            settings.off,
            settings.own_domains,
            settings.internal_words,
            settings.allowed_words,
            settings.jargon,
        )
        self._hash = hash(self.parts)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.parts == other.parts


@lru_cache(maxsize=2048)
def _sentence_hits(text: str, lang: Lang, key: _Key) -> tuple[tuple[str, Hit], ...]:
    """What the rules that look at one sentence find in it; remembered, so a keystroke re-reads one sentence."""
    sentence = Sentence(0, text, lang)
    plain = _without_clock(key.context)
    return tuple(
        (rule.id, hit)
        for rule in RULES.values()
        if rule.sentence is not None and rule.id not in plain.settings.off
        for hit in rule.sentence(sentence, plain)
    )


def _without_clock(context: Context) -> Context:
    """The context as a sentence may see it: what is remembered must not depend on the time or the facts."""
    return Context(lang=context.lang, stage=context.stage, channel=context.channel, settings=context.settings)


def _moved(hit: Hit, by: int) -> Hit:
    if by == 0:
        return hit
    fix_span = None if hit.fix_span is None else (hit.fix_span[0] + by, hit.fix_span[1] + by)
    return Hit(hit.start + by, hit.end + by, hit.message, hit.suggestion, hit.fix, fix_span, hit.severity)


def _severity(rule: Rule, hit: Hit, settings: Settings) -> Severity:
    """The organisation's choice for the rule, else the hit's own, else the rule's."""
    return settings.severities.get(rule.id) or hit.severity or rule.severity


def _finding(rule: Rule, hit: Hit, severity: Severity, reading: Reading) -> Finding:
    start, end = reading.source_span(hit.start, hit.end)
    fix_span = None if hit.fix_span is None else reading.source_span(*hit.fix_span)
    return Finding(
        rule=rule.id,
        severity=severity,
        start=start,
        end=end,
        text=reading.source[start:end],
        message=hit.message or rule.message_text,
        suggestion=hit.suggestion,
        fix=hit.fix,
        fix_span=fix_span,
    )


def _passes(finding: Finding, text: str, context: Context) -> bool:
    """Whether the liaison or the organisation lets this finding pass."""
    if (finding.rule, finding.text) in context.suppressed and finding.rule not in NEVER_SUPPRESSED:
        return True
    if finding.rule in NEVER_ALLOWED:
        return False
    return any(_covers(word, finding, text) for word in context.settings.allowed_words if word)


def _covers(word: str, finding: Finding, text: str) -> bool:
    """Whether ``word`` stands in ``text`` around the whole finding."""
    at = text.find(word, max(0, finding.end - len(word)), finding.start + len(word))
    return at != -1

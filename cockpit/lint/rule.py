"""How a rule is declared: data with its reasons and its examples; loading a rule without good examples fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.lint.model import Context, Severity
from cockpit.lint.reading import Reading, Sentence


@frozen
class Hit:
    """What a check found, in code points of the text it was given (a sentence's, or the whole normalised message's)."""

    start: int
    end: int
    message: Wording | None = None
    """None: the rule's own message."""
    suggestion: str | None = None
    fix: str | None = None
    fix_span: tuple[int, int] | None = None
    severity: Severity | None = None
    """None: the rule's own severity."""


@frozen
class Example:
    """A sentence of our own that shows the rule; ``spans`` are the exact phrases it flags, in order (none: silent)."""

    text: str
    lang: Lang
    spans: tuple[str, ...] = ()
    stage: Stage = Stage.UPDATE
    channel: Channel = Channel.STATUS
    context: Context | None = None
    """What it is read against where stage and channel are not enough (a clock, the facts)."""

    def read_against(self) -> Context:
        """The context in which the example holds."""
        return self.context or Context(lang=self.lang, stage=self.stage, channel=self.channel)


def examples(
    lang: Lang,
    *texts: str,
    stage: Stage = Stage.UPDATE,
    channel: Channel = Channel.STATUS,
    context: Context | None = None,
) -> tuple[Example, ...]:
    """Examples from sentences in which each flagged phrase stands between ⟦ and ⟧ (none: silent)."""
    found = []
    for text in texts:
        head, *rest = text.split("⟦")
        pairs = [piece.split("⟧") for piece in rest]
        plain = head + "".join("".join(pair) for pair in pairs)
        found.append(Example(plain, lang, tuple(pair[0] for pair in pairs), stage, channel, context))
    return tuple(found)


@frozen
class Rule:
    """One rule. Exactly one of ``sentence`` and ``message`` is its check: over one sentence (cached), or over all."""

    id: str
    severity: Severity
    what: Wording
    why: Wording
    instead: Wording
    message_text: Wording
    """What the hint says beside the flagged phrase."""
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    sentence: Callable[[Sentence, Context], Iterable[Hit]] | None = None
    message: Callable[[Reading, Context], Iterable[Hit]] | None = None

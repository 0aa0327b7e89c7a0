"""Nothing of the inside: hosts, addresses, internal links, tickets, resources, traces of programs, own code names."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.lint.model import Context, Severity
from cockpit.lint.names import addresses, hosts, identifiers, machines, traces
from cockpit.lint.patterns import BadPattern, pattern
from cockpit.lint.reading import Sentence
from cockpit.lint.rule import Hit, Rule
from cockpit.lint.rules.internal_examples import BAD, GOOD
from cockpit.lint.shapes import overlapping

Found = tuple[int, int, Severity | None]

_MADE_UP = r"[0-9_*`]|::|-(?:svc|prd|prod|stg)\b"
"""What every address, machine and number of the inside has at least one of: plain sentences need no closer look."""


def _check(sentence: Sentence, context: Context) -> Iterator[Hit]:
    """What of the inside the sentence names; where two overlap, the longer one."""
    text = sentence.text
    inside, public, dotted = hosts.find(text, context.settings.own_domains)
    found: list[Found] = [(start, end, None) for start, end in inside]
    found += [(start, end, None) for start, end in _own_words(text, context.settings.internal_words)]
    found += [(*span, None) for span in machines.find_roles(text)]
    if pattern(_MADE_UP).search(text):
        rest: list[Found] = [(*span, None) for span in (*addresses.find(text), *machines.find(text))]
        found += [one for one in rest if not overlapping(one[:2], dotted)]
        found += identifiers.find(text)
    found += [(*span, None) for span in traces.find(text)]
    found = [one for one in found if not overlapping(one[:2], public)]
    taken: list[tuple[int, int]] = []
    for start, end, severity in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if not overlapping((start, end), taken):
            taken.append((start, end))
            yield Hit(start, end, severity=severity)


def _own_words(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for word in words:
        try:
            yield from (match.span() for match in pattern(word).finditer(text) if match.start() < match.end())
        except BadPattern:
            # Told when the configuration is read; a message is still to be read with the other words.
            continue


RULES = (
    Rule(
        id="internal",
        severity=Severity.ERROR,
        what=say(
            "A name of the inside: a host, an address, an internal link, a ticket, a cloud resource, an exception, a "
            "commit, a code name of ours. A cloud's zone is a warning."
        ),
        why=say("Customers can do nothing with it, and whoever attacks us can."),
        instead=say("Name the product or function as customers know it, and the region."),
        message_text=say("a name of the inside: say which function or region is affected"),
        bad=BAD,
        good=GOOD,
        sentence=_check,
    ),
)

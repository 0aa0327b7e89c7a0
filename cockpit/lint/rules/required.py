"""What a message of each stage should say and doesn't: hints for the liaison, never a reason to hold it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.languages import stated
from cockpit.lint.model import Context, Facts, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Example, Hit, Rule
from cockpit.lint.rules.required_examples import SAYS, SILENT
from cockpit.lint.rules.required_words import ELEMENTS
from cockpit.lint.statement import Role

_UNRESOLVED = frozenset({Stage.SCOPING, Stage.UPDATE, Stage.MONITORING, Stage.LONG, Stage.LIMITED, Stage.PREMIUM})

WANTED: dict[str, frozenset[Stage]] = {
    "missing-awareness": frozenset({Stage.INITIAL}),
    "missing-scope-to-follow": frozenset({Stage.INITIAL}),
    "missing-impact": frozenset({Stage.SCOPING, Stage.UPDATE, Stage.LIMITED, Stage.PREMIUM}),
    "missing-components": frozenset({Stage.SCOPING}),
    "missing-regions": frozenset({Stage.SCOPING}),
    "missing-workaround": _UNRESOLVED,
    "missing-progress": frozenset({Stage.UPDATE, Stage.MONITORING}),
    "missing-next-update": _UNRESOLVED | {Stage.INITIAL},
    "missing-forecast": frozenset({Stage.LONG}),
    "missing-frequency": frozenset({Stage.LONG}),
    "missing-recovery": frozenset({Stage.RESOLUTION}),
    "missing-data-loss": frozenset({Stage.RESOLUTION}),
}
"""The stages whose message wants each element (the guide: wanted per stage)."""


def _says(reading: Reading, element: str, facts: Facts) -> bool:
    """Whether the message says it, in either language."""
    if any(pattern(words).search(reading.text) for words in ELEMENTS[element].values()):
        return True
    if element == "missing-regions":
        lowered = reading.text.casefold()
        return any(region and region.casefold() in lowered for region in facts.regions)
    return element == "missing-next-update" and bool(stated(reading, Role.UPDATE))


def _stage(context: Context) -> Stage:
    """What the message is for; what premium customers are told individually ends with a resolution of their own."""
    over = context.facts.phase in (Phase.RESOLVED, Phase.CLOSED)
    return Stage.RESOLUTION if over and context.stage is Stage.PREMIUM else context.stage


def _check(element: str) -> Callable[[Reading, Context], Iterator[Hit]]:
    def check(reading: Reading, context: Context) -> Iterator[Hit]:
        if _stage(context) not in WANTED[element] or not reading.text.strip():
            return
        if element == "missing-workaround" and not context.facts.has_workaround:
            return
        if not _says(reading, element, context.facts):
            yield Hit(0, 0)

    return check


_TOLD: dict[str, tuple[Wording, Wording, Wording]] = {
    "missing-awareness": (
        say("That we know of the problem."),
        say("The first message is there to say that we know; without it customers go on reporting."),
        say("that we are aware of the problem"),
    ),
    "missing-scope-to-follow": (
        say("That who and what is affected will be told."),
        say("The first message doesn't know the scope; that it will follow keeps customers from guessing."),
        say("that who and what is affected will follow"),
    ),
    "missing-impact": (
        say("What customers notice."),
        say("How they are affected is the first thing customers look for."),
        say("how customers are affected"),
    ),
    "missing-components": (
        say("Which products or functions are affected."),
        say("Customers must be able to tell whether theirs is."),
        say("which products or functions are affected"),
    ),
    "missing-regions": (
        say("Which regions are affected, or that all are."),
        say("Customers must be able to tell whether theirs is."),
        say("which regions are affected"),
    ),
    "missing-workaround": (
        say("The workaround that is known."),
        say("While the problem lasts it is the most useful thing in the message."),
        say("the workaround that is known"),
    ),
    "missing-progress": (
        say("How far the work is: investigating, identified, fixing or recovering."),
        say("A message that doesn't say it reads as if nothing was being done."),
        say("how far the work is: investigating, identified, fixing or recovering"),
    ),
    "missing-next-update": (
        say("When the next update comes."),
        say("It is the only time we can promise; without it customers ask."),
        say("when the next update comes"),
    ),
    "missing-forecast": (
        say("That recovery will take long, without saying how long."),
        say("Customers plan by it."),
        say("that recovery will take long, without a time"),
    ),
    "missing-frequency": (
        say("How often updates come from now on."),
        say("Fewer updates than before look like neglect when nobody said so."),
        say("how often updates come from now on"),
    ),
    "missing-recovery": (
        say("That full recovery is confirmed."),
        say("Only then is it over for customers."),
        say("that full recovery is confirmed"),
    ),
    "missing-data-loss": (
        say("Whether data was lost or damage lingers, or that nothing does."),
        say("It is what customers ask next."),
        say("whether data was lost or damage lingers"),
    ),
}


def _example(element: str, lang: Lang, text: str) -> Example:
    """An example in a stage that wants the element, in an incident that has all there is to tell."""
    first = min(WANTED[element], key=lambda stage: list(Stage).index(stage))
    stage = Stage.UPDATE if Stage.UPDATE in WANTED[element] else first
    context = Context(lang=lang, stage=stage, facts=Facts(has_workaround=True))
    return Example(text, lang, stage=stage, channel=Channel.STATUS, context=context)


def _rule(element: str) -> Rule:
    what, why, told = _TOLD[element]
    return Rule(
        id=element,
        severity=Severity.INFO,
        what=what,
        why=why,
        instead=say("Add it, or leave it out knowingly: this is a hint."),
        message_text=told,
        bad=tuple(_example(element, lang, text) for lang, text in SILENT[element]),
        good=tuple(_example(element, lang, text) for lang, text in SAYS[element]),
        message=_check(element),
    )


RULES = tuple(_rule(element) for element in WANTED)

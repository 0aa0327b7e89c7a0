"""Every rule's own examples, and many more sentences than it was written with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Facts
from cockpit.lint.rule import Example, Rule, examples
from cockpit.lint.rules import (
    absolute,
    blame,
    control,
    internal,
    jargon,
    pii,
    placeholder,
    required,
    secret,
    shouting,
    speculation,
    too_long,
)
from cockpit.lint.text import read_text

RULES: dict[str, Rule] = {
    rule.id: rule
    for module in (
        *(absolute, blame, control, internal, jargon, pii, placeholder, required, secret, shouting, speculation),
        too_long,
    )
    for rule in module.RULES
}
HERE = Path(__file__).parent


def flagged(rule: Rule, example: Example) -> tuple[str, ...]:
    """What the rule alone flags, as it stands in the text as given."""
    reading = read_text(example.text, example.lang)
    context = Context(
        lang=example.lang,
        stage=example.stage,
        channel=example.channel,
        facts=Facts(has_workaround=rule.id == "missing-workaround"),
    )
    if rule.sentence is not None:
        spans = [
            (sentence.start + hit.start, sentence.start + hit.end)
            for sentence in reading.sentences
            for hit in rule.sentence(sentence, context)
        ]
    else:
        assert rule.message is not None
        spans = [(hit.start, hit.end) for hit in rule.message(reading, context)]
    return tuple(example.text[slice(*reading.source_span(*span))] for span in sorted(spans))


def cases(good: bool) -> list[tuple[str, Example]]:
    return [(rule.id, example) for rule in RULES.values() for example in (rule.good if good else rule.bad)]


def sentences() -> Iterator[tuple[str, Example]]:
    for lang in Lang:
        rule = ""
        for line in (HERE / f"wordings_{lang}.txt").read_text("utf-8").splitlines():
            if line.startswith("## "):
                rule = line[3:]
            elif line and rule:
                yield rule, examples(lang, line)[0]


@pytest.mark.parametrize(("rule", "example"), cases(good=False))
def test_a_bad_example_is_flagged_just_where_it_says(rule: str, example: Example) -> None:
    expected = ("",) if rule.startswith("missing-") else example.spans
    assert flagged(RULES[rule], example) == expected


@pytest.mark.parametrize(("rule", "example"), cases(good=True))
def test_a_good_example_is_silent(rule: str, example: Example) -> None:
    assert example.spans == ()
    assert flagged(RULES[rule], example) == ()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("rule", list(RULES))
def test_a_rule_shows_itself_at_least_twice_each_way(rule: str, lang: Lang) -> None:
    for shown in (RULES[rule].bad, RULES[rule].good):
        assert sum(example.lang is lang for example in shown) >= 2


@pytest.mark.parametrize(("rule", "example"), list(sentences()))
def test_a_wording_is_read_right(rule: str, example: Example) -> None:
    assert flagged(RULES[rule], example) == example.spans


@pytest.mark.parametrize("lang", list(Lang))
def test_good_posts_are_left_alone(lang: Lang) -> None:
    for text in (HERE / f"calm_{lang}.txt").read_text("utf-8").splitlines()[1:]:
        said = {
            rule.id: flagged(rule, Example(text, lang)) for rule in RULES.values() if not rule.id.startswith("missing-")
        }
        assert not any(said.values()), text


@pytest.mark.parametrize("lang", list(Lang))
def test_there_are_enough_sentences_of_our_own(lang: Lang) -> None:
    shown = [example for _, example in (*cases(good=True), *cases(good=False), *sentences()) if example.lang is lang]
    assert len({example.text for example in shown}) >= 150


def test_no_example_says_the_same_twice() -> None:
    texts = [(rule, example.lang, example.text) for rule, example in sentences()]
    assert len(texts) == len(set(texts))

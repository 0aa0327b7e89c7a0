"""Every rule shows what it flags and what it lets be, in both languages, and does just that."""

from __future__ import annotations

import pytest

from cockpit.domain.words import Lang
from cockpit.lint.engine import lint
from cockpit.lint.registry import MODULES, RULES
from cockpit.lint.rule import Example, Rule

CASES = [
    pytest.param(rule, example, id=f"{rule.id}: {example.text[:60]}")
    for rule in RULES.values()
    for example in (*rule.bad, *rule.good)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_is_flagged_just_where_it_says(rule: Rule, example: Example) -> None:
    result = lint(example.text, example.read_against())
    if rule.id.startswith("missing-"):
        assert (rule.id in {missing.rule for missing in result.missing}) is (example in rule.bad)
    else:
        assert tuple(finding.text for finding in result.findings if finding.rule == rule.id) == example.spans


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for wording in (rule.what, rule.why, rule.instead, rule.message_text):
        assert str(wording).strip()
    for examples in (rule.bad, rule.good):
        assert {example.lang for example in examples} == {Lang.EN, Lang.JA}
    assert (rule.sentence is None) is not (rule.message is None)


def test_no_two_rules_share_an_id() -> None:
    assert len(RULES) == sum(len(module.RULES) for module in MODULES)

"""``cockpit rules``: what the lint flags and why, from the rules' own declarations."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import click

from cockpit.cli.invocation import Invocation, common
from cockpit.cli.output import put, put_json, table, width, wrapped
from cockpit.cli.problems import BadInput
from cockpit.domain.words import Lang
from cockpit.i18n import _, tell
from cockpit.lint.registry import RULES
from cockpit.lint.rule import Example, Rule

_SHOWN = 4
"""Examples of each kind and language on a page; --all shows every one."""


@click.command(
    "rules",
    help=_("Explain the rules of the lint: all of them in a line each, or one (RULE) with its reasons and examples."),
    short_help=_("What the lint flags, and why."),
    epilog="\b\n" + _("Examples:\n  cockpit rules\n  cockpit rules eta\n  cockpit rules eta --all"),
)
@click.argument("rule", required=False)
@click.option("--all", "all_", is_flag=True, help=_("Show all examples."))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common(reads="texts")
@click.pass_obj
def command(call: Invocation, rule: str | None, all_: bool, format_: str) -> None:
    """Print the list, or one rule's page."""
    chosen = list(RULES.values()) if rule is None else [_rule(rule)]
    if format_ == "json":
        for each in chosen:
            put_json(as_object(each))
    elif rule is None:
        put(table((each.id, each.severity.value, tell(each.what)) for each in chosen))
    else:
        put(page(chosen[0], None if all_ else _SHOWN))


def _rule(name: str) -> Rule:
    if name in RULES:
        return RULES[name]
    near = get_close_matches(name, RULES, n=1)
    if near:
        raise BadInput(_("there is no rule «%(name)s»; did you mean %(near)s?", name=name, near=near[0]))
    raise BadInput(_("there is no rule «%(name)s»; `cockpit rules` lists them", name=name))


def as_object(rule: Rule) -> dict[str, object]:
    """A rule as scripts read it."""
    return {
        "rule": rule.id,
        "severity": rule.severity.value,
        "what": tell(rule.what),
        "why": tell(rule.why),
        "instead": tell(rule.instead),
        "bad": [_example(example) for example in rule.bad],
        "good": [_example(example) for example in rule.good],
    }


def _example(example: Example) -> dict[str, object]:
    return {
        "lang": example.lang.value,
        "stage": example.stage.value,
        "channel": example.channel.value,
        "text": example.text,
        "spans": list(example.spans),
    }


def page(rule: Rule, most: int | None) -> str:
    """A rule's page: what it flags, why, what to write instead, and up to ``most`` examples a language (None: all)."""
    lines = [f"{rule.id} ({rule.severity.value})", "=" * (len(rule.id) + len(rule.severity.value) + 3), ""]
    for heading, said in (
        (_("What it flags"), rule.what),
        (_("Why that is bad"), rule.why),
        (_("What to write instead"), rule.instead),
    ):
        lines += [*_heading(heading), wrapped(tell(said)), ""]
    for heading, shown in ((_("Flagged"), rule.bad), (_("Fine"), rule.good)):
        if shown:
            lines += [*_heading(heading), *_examples(shown, most), ""]
    off = _("An organisation can switch it off or weigh it otherwise in its configuration:")
    lines += [wrapped(off), "", "    [rules]", f'    off = ["{rule.id}"]']
    return "\n".join(lines)


def _heading(text: str) -> tuple[str, str]:
    return text, "-" * width(text)


def _examples(examples: Iterable[Example], most: int | None) -> Iterable[str]:
    examples = tuple(examples)
    for lang in Lang:
        for example in [each for each in examples if each.lang is lang][:most]:
            for line in example.text.split("\n"):
                yield f"    {line}"
                marks = _marks(line, example.spans)
                if marks:
                    yield f"    {marks}"


def _marks(line: str, spans: Iterable[str]) -> str:
    """Carets below the flagged phrases of ``line``."""
    marks, at = "", 0
    for span in spans:
        found = line.find(span, at)
        if found == -1:
            continue
        at = found + len(span)
        before = width(line[:found])
        marks += " " * (before - len(marks)) + "^" * max(1, width(span))
    return marks

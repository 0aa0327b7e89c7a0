"""Facts that look like templates, and templates that mean harm: the first are text, the second are stopped in words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from template_samples import sample

from cockpit.adapters.template_files import TemplateProblem
from cockpit.adapters.templates import Templates
from cockpit.domain.words import Lang

HEADER = "{#\nstage: update\ntitle: Ours\n#}\n"


def own(folder: Path, body: str, name: str = "ours", lang: str = "en") -> Templates:
    path = folder / lang / f"{name}.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEADER}{{% block status %}}{body}{{% endblock %}}", encoding="utf-8")
    return Templates(folder)


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ 7*7 }}",
        "{% for i in range(10) %}x{% endfor %}",
        "{% for %}",
        "{{ impact.__class__.__mro__ }}",
        "{# hidden #}",
        "{% endblock %}",
        "{{ '{{ 7*7 }}' }}",
        "%s %(impact)s {0} {impact}",
        "[/bold] <b>&amp;</b>",
    ],
)
@pytest.mark.parametrize("lang", Lang)
def test_a_fact_is_text_whatever_it_looks_like(hostile: str, lang: Lang) -> None:
    templates = Templates()
    for template in templates.prepared():
        if "impact" in template.required and template.stage:
            facts = {**sample("full", lang), "impact": hostile, "regions": [hostile, "EU"]}
            text = templates.render(template.name, lang, "status", facts)
            assert hostile in text, template.name


@pytest.mark.parametrize("hostile", ["\x1b]52;c;ZWNobw==\x07", "\x1b[2J", "\x9b31m", "\x07", "\u202e", "\x1b]0;owned"])
def test_a_fact_cannot_steer_the_terminal(hostile: str) -> None:
    templates = Templates()
    facts = {**sample("full", Lang.EN), "impact": f"logins {hostile} fail", "components": [f"a{hostile}", "b"]}
    for channel in ("status", "x", "email"):
        text = templates.render("scoping", Lang.EN, channel, facts)
        assert text.isprintable() or all(char.isprintable() or char == "\n" for char in text)
        assert "Logins" in text


def test_a_fact_of_another_name_never_reaches_a_template(tmp_path: Path) -> None:
    templates = own(tmp_path, "{{ cause }} {{ impact }}")
    text = templates.render("ours", Lang.EN, "status", {"cause": "someone slipped", "impact": "logins fail"})
    assert text == "[CAUSE] logins fail"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("\n{% for i in range(100000) %}x{% endfor %}", "turn more than 1000 times"),
        ("\n{% for i in range(900) %}{% for j in range(900) %}x{% endfor %}{% endfor %}", "turn more than 1000 times"),
        ("\n{{ 'x' * 999999999 }}", "more than 500000 characters"),
        ("\n{{ 999999999 * 'x' }}", "more than 500000 characters"),
        ("\n{% for a in [1] * 99999999 %}x{% endfor %}", "turn more than 1000 times"),
        ("\n{{ [['x'], ['y']] }}", "a list can't hold lists"),
        ("\n{{ 9 ** 9 ** 9 ** 9 }}", "needs no powers"),
        ("\n{{ 99999999999 * 99999999999 * 99999999999 }}", "numbers are too large"),
        ("\n{{ '%999999999d' % 1 }}", "needs two numbers"),
        ("\n{{ 1 / 0 }}", "division by zero"),
        ("\n{{ impact['__class__'] }}", "only be had by its number"),
        ("\n{{ impact[phase] }}", "only be had by its number"),
        ("\n{% if customers > 3 %}x{% endif %}", "customers"),
        ("\n" + "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}", "more than 500000 characters"),
        ("\n" + "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}", "more than 500000 characters"),
        ("\n{% set a = 'x' * 9999 %}{{ ([a] * 900) | join(a) }}", "more than 500000 characters"),
        ("\n{% set a = 'x' * 9999 %}{{ ([a] * 900) | listed }}", "more than 500000 characters"),
        ("\n{% set a = 'x' * 9999 %}{% for i in range(900) %}{{ a }}{% endfor %}", "more than 500000 characters"),
        (
            "\n{% set a = 'x' * 9999 %}{% for i in range(900) %}{{ 'y' in a }}{% endfor %}",
            "more than 500000 characters",
        ),
        ("\n{{ 1e999 * 2 }}", "inf"),
    ],
)
def test_a_template_that_would_run_away_is_stopped_with_its_line(tmp_path: Path, body: str, why: str) -> None:
    templates = own(tmp_path, body)
    began = time.monotonic()
    with pytest.raises(TemplateProblem) as caught:
        templates.render("ours", Lang.EN, "status", {})
    assert time.monotonic() - began < 2
    assert why in str(caught.value.what)
    assert caught.value.line == 6
    assert caught.value.path == tmp_path / "en" / "ours.md.j2"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("\n{{ ''.__class__.__mro__[1].__subclasses__() }}", "only range() can be called"),
        ("\n{{ impact.format(impact) }}", "only range() can be called"),
        ("\n{{ ''.__class__.__mro__ }}", "facts are plain texts and lists"),
        ("\n{{ impact | attr('upper') }}", "attr"),
        ("\n{{ self.status() }}", "only range() can be called"),
        ("\n{{ self }}", "the name “self” can't be used"),
        ("\n{{ lipsum(99999) }}", "only range() can be called"),
        ("\n{{ cycler('a').next() }}", "only range() can be called"),
        ("\n{% set loop = impact %}", "the name “loop” can't be used"),
        ("\n{% for range in regions %}{% endfor %}", "the name “range” can't be used"),
        ("\n{% for a in regions recursive %}{{ loop(a) }}{% endfor %}", "can't use “recursive”"),
        ("\n" + "{% for a in regions %}" * 4 + "{% endfor %}" * 4, "more than 3 loops"),
        ("\n{% include 'initial.md.j2' %}", "can't use “include”"),
        ("\n{% import '/etc/passwd' as a %}", "can't use “import”"),
        ("\n{% macro a() %}{{ a() }}{% endmacro %}", "can't use “macro”"),
        ("\n{% filter upper %}x{% endfilter %}", "can't use “filter block”"),
        ("\n{% block inner %}{% endblock %}", "a block can't stand inside another"),
        ("\n{{ {'a': 1} }}", "can't use “dictionary”"),
        ("\n{{ impact | pprint }}", "pprint"),
        ("\n{{ impact is callable }}", "callable"),
        ("\n{{ impact is in 'abc' }}", "in"),
        ("\n{{ impact", "expected token"),
        ("\n{% for %}", "Expected an expression"),
        ("\n{% endfor %}", "unknown tag 'endfor'"),
    ],
)
def test_a_template_that_asks_for_more_is_refused_with_its_line(tmp_path: Path, body: str, why: str) -> None:
    templates = own(tmp_path, body)
    with pytest.raises(TemplateProblem) as caught:
        templates.render("ours", Lang.EN, "status", {})
    assert why in str(caught.value.what)
    assert caught.value.line == 6
    assert [str(problem) for problem in templates.problems()] == [str(caught.value)]


@pytest.mark.parametrize(
    "body",
    [
        "{{ " + "(" * 4000 + ")" * 4000 + " }}",
        "{{ " + "not " * 6000 + "impact }}",
        "{% if impact %}" * 900 + "{% endif %}" * 900,
        "{{ impact" + " | upper" * 3500 + " }}",
        "{{ " + "[" * 9000 + " }}",
    ],
)
def test_a_template_nested_without_end_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(TemplateProblem):
        own(tmp_path, body).render("ours", Lang.EN, "status", {})


def test_text_outside_the_blocks_is_not_lost_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "en" / "ours.md.j2"
    path.parent.mkdir()
    path.write_text(f"{HEADER}{{% block status %}}a{{% endblock %}}\nand more", encoding="utf-8")
    (problem,) = Templates(tmp_path).check()
    assert "only blocks are shown" in str(problem)


def test_a_template_cannot_steer_the_terminal_either(tmp_path: Path) -> None:
    assert own(tmp_path, "a\x1b]52;c;ZWNobw==\x07b\x00").render("ours", Lang.EN, "status", {}) == "ab"


def test_what_a_message_needs_is_there(tmp_path: Path) -> None:
    body = (
        "{% for region in regions if region != 'US' %}{{ loop.index }}. {{ region }}"
        "{% if not loop.last %}, {% endif %}{% endfor %}; {{ regions[0] | upper }}{{ regions[9] }}; "
        "{{ customers + 1 }} of {{ customers * 2 }}; {{ phase | default('none') }}; {{ 'yes' if impact is defined }}; "
        "{{ ('a' ~ customers) * 2 }}; {{ regions | length }}; {% for i in range(3) %}{{ i }}{% endfor %}"
    )
    facts = {"regions": ["EU", "US", "Asia"], "customers": 6}
    text = own(tmp_path, body).render("ours", Lang.EN, "status", facts)
    assert text == "1. EU, 2. Asia; EU; 7 of 12; none; ; a6a6; 3; 012"

"""A long impact still fits a post on X beside the link; where it doesn't, how much to cut is said."""

from __future__ import annotations

import pytest
from template_samples import sample

from cockpit.adapters.templates import Templates
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.i18n import tell
from cockpit.lint.engine import lint
from cockpit.lint.lengths import X_LIMIT, x_length
from cockpit.lint.model import Context

TEMPLATES = Templates()
LONG = {Lang.EN: "w" * 100, Lang.JA: "影" * 50}
"""What X counts as a hundred characters: fifty in Japanese."""
CASES = [
    (info.name, info.lang)
    for info in TEMPLATES.names()
    if info.stage is not Stage.PREMIUM and {"impact", "changed"} & set(info.required)
]


def on_x(name: str, lang: Lang, words: str) -> str:
    facts = {
        **sample("full", lang),
        "impact": words,
        "changed": words,
        "link": "https://status.example.com/incidents/42",
    }
    return TEMPLATES.render(name, lang, "x", facts)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_a_long_impact_fits_beside_the_link(name: str, lang: Lang) -> None:
    text = on_x(name, lang, LONG[lang])
    assert "https://status.example.com" in text
    assert x_length(text) <= X_LIMIT


@pytest.mark.parametrize(("lang", "said"), [(Lang.EN, "characters"), (Lang.JA, "full-width characters")])
def test_cutting_as_much_as_is_said_makes_it_fit(lang: Lang, said: str) -> None:
    words = LONG[lang] * 2
    text = on_x("monitoring", lang, words)
    (finding,) = [f for f in lint(text, Context(lang=lang, channel=Channel.X)).findings if f.rule == "too-long"]
    cut = int(str(finding.message.fields["cut"]))
    assert tell(finding.message).endswith(f"cut {cut} {said}")
    fits, one_more = (on_x("monitoring", lang, words[: len(words) - by]) for by in (cut, cut - 1))
    assert x_length(fits) <= X_LIMIT < x_length(one_more)

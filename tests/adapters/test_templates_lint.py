"""The prepared messages against the project's own lint: filled with facts none is flagged, and nothing wanted lacks."""

from __future__ import annotations

import pytest
from template_readings import TEMPLATES, cases, context
from template_samples import sample

from cockpit.domain.words import Channel, Lang, Stage
from cockpit.lint.engine import lint


@pytest.mark.parametrize(("name", "lang", "stage", "channel", "facts"), list(cases()))
def test_a_filled_message_is_not_flagged(name: str, lang: Lang, stage: Stage, channel: Channel, facts: str) -> None:
    text = TEMPLATES.render(name, lang, channel, sample(facts, lang))
    result = lint(text, context(name, facts, lang, stage, channel))
    assert [(f.rule, f.text) for f in result.findings] == []
    assert [m.rule for m in result.missing] == []
    assert result.lang is lang

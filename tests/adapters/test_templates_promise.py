"""What the lint reads out of the prepared messages: the promise of each, and what still has to be filled in."""

from __future__ import annotations

import pytest
from template_readings import SETTINGS, TEMPLATES, cases, context, is_of_the_end, posted_at
from template_samples import sample

from cockpit.domain.words import Channel, Lang, Stage
from cockpit.lint.engine import lint
from cockpit.lint.model import Context


@pytest.mark.parametrize(("name", "lang", "stage", "channel", "facts"), list(cases()))
def test_the_promise_is_read_back_out(name: str, lang: Lang, stage: Stage, channel: Channel, facts: str) -> None:
    text = TEMPLATES.render(name, lang, channel, sample(facts, lang))
    promise = lint(text, context(name, facts, lang, stage, channel)).next_update
    if is_of_the_end(name, stage):
        assert promise is None
    else:
        assert promise == posted_at(name, facts, lang, stage).replace(minute=50 if facts == "sign-in" else 31)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("channel", Channel)
def test_an_unfilled_message_is_flagged(lang: Lang, channel: Channel) -> None:
    for info in TEMPLATES.names():
        if info.lang is lang and info.required:
            text = TEMPLATES.render(info.name, lang, channel, {})
            result = lint(text, Context(lang=lang, stage=info.stage, channel=channel, settings=SETTINGS))
            flagged = {f.text for f in result.findings if f.rule == "placeholder"}
            open_, close = ("【", "】") if lang is Lang.JA else ("[", "]")
            shown = {f"{open_}{part.partition(close)[0]}{close}" for part in text.split(open_)[1:]}
            assert shown <= flagged, info.name
            assert result.blocked, info.name

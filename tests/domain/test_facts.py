"""The facts sheet."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cockpit.domain.facts import IMPACT_FACTS, FactSheet, LocalText
from cockpit.domain.words import Lang


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("EU", ("EU",)),
        (" EU , US ", ("EU", "US")),
        ("EU,,US,", ("EU", "US")),
        ("欧州、米国，日本", ("欧州", "米国", "日本")),
    ],
)
def test_a_list_is_split_at_commas_of_either_script(text: str, parts: tuple[str, ...]) -> None:
    assert LocalText(text, text).parts(Lang.EN) == parts
    assert LocalText(text, text).parts(Lang.JA) == parts


def test_a_language_never_shows_the_others_text() -> None:
    text = LocalText().with_(Lang.JA, "欧州")
    assert (text.get(Lang.JA), text.get(Lang.EN)) == ("欧州", "")
    assert text.with_(Lang.EN, "EU") == LocalText("EU", "欧州")
    assert text
    assert not LocalText()


def test_what_came_from_outside_is_made_harmless() -> None:
    assert LocalText(" EU\x1b[31m \r\n", "欧\u202e州").cleaned() == LocalText("EU", "欧州")


def test_the_fields_that_differ() -> None:
    sheet = FactSheet(regions=LocalText("EU"))
    began = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
    other = FactSheet(regions=LocalText("EU", "欧州"), began_at=began, cause="a deploy")
    assert sheet.changed(sheet) == ()
    assert sheet.changed(other) == ("regions", "began_at", "cause")


def test_impact_facts_are_fields_of_the_sheet() -> None:
    assert set(FactSheet.__dataclass_fields__) > IMPACT_FACTS

"""Keys that come in a bunch, as they do while the machine is busy, are done in the order in which they were pressed."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.own_keys import LineInput, as_typed

PRESSED = ("t", "e", "h", "backspace", "backspace", "h", "e", "home", "s", "e", "e", "space", "end", "n")
MEANT = "see then"


class Desk(App[None]):
    def __init__(self, field: Input | TextArea) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field


@pytest.mark.parametrize("kind", [LineInput, DraftEditor])
async def test_a_bunch_of_keys_is_done_in_order(kind: type[LineInput | DraftEditor]) -> None:
    field = kind()
    async with Desk(field).run_test() as pilot:
        for key in PRESSED:
            character = {"space": " ", "backspace": "\x7f"}.get(key, key if len(key) == 1 else None)
            pilot.app.post_message(events.Key(key, character))
        await pilot.pause()
        assert (field.value if isinstance(field, LineInput) else field.text) == MEANT


@pytest.mark.parametrize("character", ["\u3000", "\u00a0", "\u200d"])
@pytest.mark.parametrize("kind", [LineInput, DraftEditor])
async def test_a_character_that_cannot_be_seen_is_typed(kind: type[LineInput | DraftEditor], character: str) -> None:
    field = kind()
    async with Desk(field).run_test() as pilot:
        for key in ("木", character, "村"):
            pilot.app.post_message(as_typed(events.Key("anything", key)))
        await pilot.pause()
        assert (field.value if isinstance(field, LineInput) else field.text) == f"木{character}村"


@pytest.mark.parametrize("key", [events.Key("f2", None), events.Key("ctrl+o", "\x0f"), events.Key("backspace", "\x7f")])
def test_other_keys_stay_as_they_are(key: events.Key) -> None:
    assert as_typed(key) is key
    assert not key.is_printable

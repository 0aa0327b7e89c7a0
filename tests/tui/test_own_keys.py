"""Keys that come in a bunch, as they do while the machine is busy, are done in the order in which they were pressed."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.own_keys import LineInput

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

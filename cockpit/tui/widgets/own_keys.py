"""Keys in the order in which they were pressed, however fast: no letter overtakes a backspace.

Textual gives a letter to the widget at once, but a key that is bound (an arrow, a backspace) goes up to the app first.
While the machine is busy keys arrive in a bunch, and what is typed behind them is in the text before they are done.
"""

from __future__ import annotations

from textual import events
from textual.binding import NoBinding
from textual.widget import Widget
from textual.widgets import Input


async def obey(widget: Widget, event: events.Key) -> None:
    """Do at once what ``widget``'s own bindings say of a key that has reached it; others go on as ever."""
    try:
        bindings = widget._bindings.get_bindings_for_key(event.key)
    except NoBinding:
        return
    for binding in bindings:
        if await widget.app.run_action(binding.action, widget):
            event.stop()
            event.prevent_default()
            return


class LineInput(Input):
    """A text of one line that keeps the order of the keys."""

    async def _on_key(self, event: events.Key) -> None:
        await obey(self, event)

"""Keys in the order in which they were pressed, however fast: no letter overtakes a backspace.

Textual gives a letter to the widget at once, but a key that is bound (an arrow, a backspace) goes up to the app first.
While the machine is busy keys arrive in a bunch, and what is typed behind them is in the text before they are done.
"""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import replace

from textual import events
from textual.binding import NoBinding
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

from cockpit.domain.clean import clean, clean_line

_JOINERS = ("\u200c", "\u200d")
"""Zero-width (non-)joiner: the second makes one emoji of several."""


class Unseen(events.Key):
    """A character that can't be seen and is typed all the same: the wide space of Japanese, the joiner in an emoji.

    Python calls none of them printable but the plain space, and Textual drops what isn't.
    """

    @property
    def is_printable(self) -> bool:
        """It goes into the text."""
        return True

    def copy(self) -> Unseen:
        """Another one of the same."""
        return Unseen(self.key, self.character)


Unseen.handler_name = events.Key.handler_name  # widgets handle it as any key


def as_typed(event: events.Key) -> events.Key:
    """The key, or where it is a character that Textual would drop, one that it takes."""
    character = event.character or ""
    joins = character in _JOINERS or (len(character) == 1 and unicodedata.category(character) == "Zs")
    return Unseen(event.key, character) if character and joins and not event.is_printable else event


def has_alt(key: str) -> bool:
    """Whether alt is held: such a key is the screen's, never text."""
    return "alt" in key.split("+")[:-1]


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


async def caught_up(*pumps: MessagePump) -> None:
    """Wait until each in turn has done what it was told so far: a key that is seen first mustn't overtake letters."""
    for pump in pumps:
        done = asyncio.Event()
        pump.post_message(events.Callback(done.set))
        await done.wait()


class LineInput(Input):
    """A text of one line that keeps the order of the keys. What is put in is cleaned; several lines become one."""

    async def _on_key(self, event: events.Key) -> None:
        if has_alt(event.key):
            event.prevent_default()  # a terminal sends the letter along, and Input would type it
            return
        await obey(self, event)

    def _on_paste(self, event: events.Paste) -> None:
        # Input's own keeps the first line only.
        event.prevent_default()
        event.stop()
        self.replace(clean_line(event.text), *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text``, cleaned, in place of what stands between the two indices."""
        super().replace(clean(text).replace("\n", " ").replace("\t", " "), start, end)


class ParagraphInput(TextArea):
    """A text of several lines in a form; what is put into it is cleaned."""

    async def _on_key(self, event: events.Key) -> None:
        if has_alt(event.key):
            event.prevent_default()

    def edit(self, edit: Edit) -> EditResult:
        """Perform the edit with its text cleaned."""
        return super().edit(replace(edit, text=clean(edit.text)))

"""What the IC of a drill says to a message that was asked for: said on the call, and for the liaison to record."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.domain import events as e
from cockpit.domain.frozen import frozen
from cockpit.i18n import _


@frozen
class Spoken:
    """The IC's word on a request; ``why`` it was sent back, "" where it was approved."""

    approved: bool
    why: str = ""

    @property
    def words(self) -> str:
        """How it is said, in the user's language."""
        if self.approved:
            return _("Approved: post it. Record that I said so (F3).")
        return _("Not yet: %(why)s Record it (F3).", why=self.why)


def spoken(text: str) -> Spoken | None:
    """What a note of the IC's says to a request; None where it is about something else."""
    if text == Spoken(True).words:
        return Spoken(True)
    before, _why, after = Spoken(False, "\0").words.partition("\0")
    if text.startswith(before) and text.endswith(after):
        return Spoken(False, text.removeprefix(before).removesuffix(after))
    return None


def answer(events: Sequence[e.Event], request: str, ic: str) -> Spoken | None:
    """What ``ic`` said to that request, as far as the journal goes; None: nothing yet."""
    asked = next((at for at, event in enumerate(events) if event.id == request), len(events))
    said = (event.what.text for event in events[asked:] if event.actor == ic and isinstance(event.what, e.Noted))
    return next(filter(None, map(spoken, said)), None)

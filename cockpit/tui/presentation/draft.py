"""The draft pane's heading: what is being written, in which language, for which channel, how long it is."""

from __future__ import annotations

from cockpit.domain.words import Channel
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.line import joined
from cockpit.tui.view import View

LIMITS = {Channel.STATUS: 25_000, Channel.X: 280, Channel.EMAIL: 25_000}
"""How long a text may be: characters, on X weighted ones."""


def draft_title(view: View, langs: tuple[str, ...], cells: int) -> str:
    """ "DRAFT  update | [en] ja | status page 212/25000"; shorter where the pane is narrow."""
    draft = view.draft
    shown = " ".join(f"[{lang}]" if lang == draft.lang else lang for lang in langs)
    target = _("then %(phase)s", phase=draft.target) if draft.target else ""
    parts = (label(draft.stage), shown, f"{label(draft.channel)} {_count(view)}", target)
    full = f"{_('DRAFT')}  {joined(parts)}"
    return full if cells >= 50 else joined(parts[:3])


def _count(view: View) -> str:
    reading = view.reading
    limit = LIMITS[view.draft.channel]
    if reading is None:
        return f"-/{limit}"
    return f"{reading.length.x if view.draft.channel is Channel.X else reading.length.characters}/{limit}"

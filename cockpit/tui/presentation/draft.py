"""The draft pane's heading: what is being written, in which language, for which channel, how long it is."""

from __future__ import annotations

from rich.cells import cell_len

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.clean import clean_line
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.line import joined
from cockpit.tui.view import View

LIMITS = {Channel.STATUS: 25_000, Channel.X: 280, Channel.EMAIL: 25_000}
"""How long a text may be: characters, on X weighted ones."""


def draft_title(view: View, langs: tuple[str, ...], cells: int) -> str:
    """ "DRAFT  update | [en] ja:approved | status page 212/25000"; shorter where the pane is narrow.

    Another language's draft that is on its way shows how far it is, so that it isn't forgotten.
    """
    draft = view.draft
    if draft.audience:
        shown = _("to %(name)s", name=f"{clean_line(view.audience)} [{draft.lang}]")
    else:
        shown = " ".join(f"[{lang}]" if lang == draft.lang else _other(view, lang) for lang in langs)
    moves = draft.target is not None and draft.target is not view.incident.phase
    target = _("then %(phase)s", phase=draft.target) if moves else ""
    lost = _("NOT SAVED") if view.not_saved else ""
    on_x = draft.channel is Channel.X
    for parts in (
        (f"{_('DRAFT')}  {label(draft.stage)}", shown, f"{label(draft.channel)} {_count(view, limit=True)}", target),
        (label(draft.stage), shown, f"{label(draft.channel)} {_count(view, limit=on_x)}", target),
        (label(draft.stage), shown, _count(view, limit=on_x), target),
    ):
        title = joined((lost, *parts))
        if cell_len(title) <= cells:
            return title
    return title


def draft_name(view: View, draft: Draft) -> str:
    """What a draft is called among others: "English, status page", or whom it is to."""
    name = clean_line(view.snapshot.addressees.get(draft.audience, ""))
    return name or _("%(lang)s, %(channel)s", lang=draft.lang, channel=draft.channel)


def _other(view: View, lang: str) -> str:
    draft = view.written(Lang(lang), view.draft.channel)
    if draft is None or not draft.text.strip():
        return lang
    state = view.path_of(draft).state
    return lang if state is PathState.POSTED else f"{lang}:{label(state)}"


def _count(view: View, limit: bool) -> str:
    reading = view.reading
    most = LIMITS[view.draft.channel]
    if reading is None:
        count = "-"
    else:
        count = str(reading.length.x if view.draft.channel is Channel.X else reading.length.characters)
    return f"{count}/{most}" if limit else count

"""The texts of a message in words: what each is called, how long it is, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import _, many
from cockpit.labels import label
from cockpit.lint.model import Result, Severity
from cockpit.tui.presentation.draft import LIMITS, draft_name
from cockpit.tui.presentation.line import joined
from cockpit.tui.view import View


def standing(view: View, draft: Draft | None, reading: Result | None) -> str:
    """ "188/280 | approved", "212 | draft | 1 don't": how long a text is, how far, and what keeps it.

    A text of another message than the one in the editor says which.
    """
    if draft is None or not draft.text.strip():
        return _("empty")
    state = view.path_of(draft).state
    if reading is None or state is PathState.POSTED:
        return label(state)
    on_x = draft.channel is Channel.X
    count = f"{reading.length.x}/{LIMITS[Channel.X]}" if on_x else str(reading.length.characters)
    errors = sum(finding.severity is Severity.ERROR for finding in reading.findings)
    other = label(draft.stage) if draft.stage is not view.draft.stage else ""
    return joined((count, label(state), many("%(count)d don't", "%(count)d don'ts", errors) if errors else "", other))


def names(view: View, drafts: Sequence[Draft]) -> str:
    """ "en: X, email; ja: status page", "en, ja: X": the texts by language, in the order given; or whom they are to."""
    if any(draft.audience for draft in drafts):
        return ", ".join(draft_name(view, draft) for draft in drafts)
    channels: dict[Lang, list[str]] = {}
    for draft in drafts:
        channels.setdefault(draft.lang, []).append(label(draft.channel))
    langs: dict[tuple[str, ...], list[str]] = {}
    for lang, those in channels.items():
        langs.setdefault(tuple(those), []).append(lang.value)
    return "; ".join(f"{', '.join(each)}: {', '.join(those)}" for those, each in langs.items())

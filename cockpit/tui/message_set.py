"""The texts of one message: a draft per channel and language, approved together, each copied and posted on its own."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.application.ports import Draft
from cockpit.domain.approval import PathState
from cockpit.domain.incident import Request
from cockpit.tui.view import View


def beside(view: View) -> tuple[Draft, ...]:
    """The other texts of the message in the editor: for the same stage, and not out yet."""
    shown = view.draft
    return tuple(
        draft
        for draft in view.drafts[1:]
        if draft.stage is shown.stage
        and bool(draft.audience) == bool(shown.audience)
        and draft.text.strip()
        and view.path_of(draft).state is not PathState.POSTED
    )


def left(view: View) -> tuple[Draft, ...]:
    """What is still to post of a message of which some texts are out, in the order in which the IC was shown them.

    A newer request is another message: whatever was left of the one before it is left.
    """
    request = next(iter(reversed(view.incident.requests)), None)
    if request is None or not any(post.request == request.id for post in view.incident.posts):
        return ()
    return tuple(draft for draft in shown_together(request, view) if view.path_of(draft).state is not PathState.POSTED)


def to_copy(view: View) -> tuple[Draft, ...]:
    """What the IC approved together with the text in the editor and nobody has copied yet."""
    request = view.path.request
    if request is None:
        return ()
    together = (draft for draft in shown_together(request, view) if draft != view.draft)
    return tuple(draft for draft in together if view.path_of(draft).state is PathState.APPROVED)


def shown_together(request: Request, view: View) -> Iterator[Draft]:
    """The drafts that still read as the IC was shown them."""
    drafts = {draft.message: draft for draft in view.drafts}
    return (drafts[text] for text in request.texts if text in drafts)

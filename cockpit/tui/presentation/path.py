"""The message's own path, always in view: where the text stands, and why it isn't further."""

from __future__ import annotations

from cockpit.domain.approval import Path, PathState
from cockpit.i18n import _, many, tell
from cockpit.labels import label
from cockpit.tui.message_set import left
from cockpit.tui.presentation.clock import clock, span
from cockpit.tui.presentation.line import Line, fit_line, width
from cockpit.tui.presentation.message_set import names
from cockpit.tui.view import View

_STEPS = (PathState.DRAFT, PathState.ASKED, PathState.APPROVED, PathState.COPIED, PathState.POSTED)


def path_line(view: View, cells: int) -> Line:
    """ "draft > [asked] > approved > ..." and what to do, or why the approval is void."""
    path = view.path
    void = path.state is PathState.VOID
    at = PathState.DRAFT if void else path.state
    line: list[tuple[str, str]] = []
    for step in _STEPS:
        if line:
            line.append((" ▸ ", "$foreground-muted"))
        if step is at:
            line.append((f"[{label(step)}]", "bold reverse"))
        else:
            line.append((label(step), "$foreground-muted"))
    if void:
        line.append((f"  {label(PathState.VOID)}", "bold $error"))
    notes = [note for note in _notes(view, path) if note]
    for note in notes:
        whole = (*line, (f"  {note}", "$warning" if void or path.why else ""))
        # The path gives way to what must be read: where it stands, and why.
        short = ((f"[{label(PathState.VOID if void else at)}]", "bold reverse"), (f"  {note}", "bold"))
        for shown in (whole, short):
            if width(shown) <= cells:
                return shown
    return fit_line(short if notes else tuple(line), cells)


def _notes(view: View, path: Path) -> list[str]:
    """What to do, with what is left of the message's other texts; the fullest first, for the width decides."""
    note, rest = _note(view, path), [draft for draft in left(view) if draft != view.draft]
    if not rest or view.draft.audience:
        return [note]
    if path.state is PathState.POSTED:
        count = many("%(count)d text still to post (alt+c)", "%(count)d texts still to post (alt+c)", len(rest))
        return [_("still to post: %(names)s (alt+c)", names=names(view, rest)), count]
    said = (
        _("still to post: %(names)s", names=names(view, rest)),
        _("%(count)d more to post", count=len(rest)),
        _("%(count)d more", count=len(rest)),
    )
    return [*(f"{note} | {each}" for each in said), note]


def _note(view: View, path: Path) -> str:
    if path.why is not None:
        return tell(path.why)
    if path.state is PathState.DRAFT:
        return _("F3 asks the IC") if view.draft.text.strip() else _("empty: F4 fills a template")
    if path.state is PathState.ASKED:
        return _("waiting for the IC: F3 records the answer")
    if path.until is not None:
        left = span((path.until - view.now).total_seconds())
        if path.state is PathState.COPIED:
            if view.draft.audience:
                return _("send it, then F5 (holds %(left)s)", left=left)
            return _("post it, then F5 (holds %(left)s)", left=left)
        return _("^O copies it (holds %(left)s)", left=left)
    if path.state is PathState.POSTED and view.draft.audience:
        return _("told; alt+d: who still waits, and the message to everybody")
    if path.state is PathState.POSTED and view.due is not None:
        what, time = view.due.what, clock(view.due.at, view.zone)
        return _("F4 begins the next: %(what)s, due %(time)s", what=what, time=time)
    return ""

"""The help screen's text and the footer's line, made from the actions."""

from __future__ import annotations

from collections.abc import Iterable

from cockpit.i18n import _, tell
from cockpit.tui.actions import ACTIONS, ALSO, Action, shown_key
from cockpit.tui.presentation.line import GAP, Line, pad, width


def help_text() -> str:
    """All keys, and what the marks mean."""
    keys = "\n".join(f"  {pad(_keys(action), 14)} {tell(action.what)}" for action in ACTIONS)
    return "\n".join(
        (
            _("KEYS (they work from every pane; ctrl+p finds them all by name, ctrl+q leaves)"),
            keys,
            "",
            _("THE MESSAGE'S PATH"),
            "  " + _("draft, asked, approved, copied, posted: the IC approves one exact text. An edit, another phase,"),
            "  " + _("severity or facts, or ten minutes, void the approval; then ask again (F3)."),
            "",
            _("HINTS"),
            "  " + _("✗ must not go out   ! look at it   i a thought   + this message still wants it"),
            "",
            _("A REPORT IN ONE LINE"),
            "  " + _("customer channel: words since 14:02 #region @component   (! behind a premium customer)"),
            "  " + _("Acme phone: no SMS since 14:02 #eu @sms"),
            "",
            _("What you type is saved as you type. Nothing is lost when a dialog is left, or the terminal closes."),
        )
    )


def key_line(cells: int, actions: Iterable[Action] = ACTIONS) -> Line:
    """The footer: as many actions as fit, the first ones first, and how to find the others."""
    rest: Line = ((shown_key("f1"), "bold $accent"), (" " + _("help"), ""))
    line: list[tuple[str, str]] = []
    for action in actions:
        item = ((shown_key(action.key), "bold $accent"), (f" {tell(action.short)}", ""), (GAP, ""))
        if action.id == "help" or width((*line, *item, *rest)) > cells:
            break
        line += item
    return (*line, *rest)


def _keys(action: Action) -> str:
    keys = [action.key, ALSO.get(action.id, "")]
    return ", ".join(shown_key(key) for key in keys if key)

"""The nearest deadline of the other open incidents: one row, quiet until it comes before this one's or has passed."""

from __future__ import annotations

from cockpit.i18n import _
from cockpit.tui.actions import by_id, shown_key
from cockpit.tui.presentation.countdown import countdown_of
from cockpit.tui.presentation.line import Line, justify
from cockpit.tui.view import View


def elsewhere_line(view: View, cells: int) -> Line:
    """ " OVERDUE -03:12  update: Search is slow    alt+o"; nothing where nothing is due elsewhere.

    The title gives way to the width; how long, what, and the key that leads there stay whole.
    """
    other = view.elsewhere
    if other is None:
        return ()
    shown = countdown_of(other, view.now, view.zone, view.policy)
    if shown.level == "overdue":
        alarm, style = shown.alarm, "bold reverse $error"
    elif view.elsewhere_first:
        alarm, style = _("DUE FIRST"), "bold reverse $warning"
    else:
        alarm, style = _("elsewhere"), "$foreground-muted"
    rest = "bold" if "bold" in style else "$foreground-muted"
    left = ((f" {alarm} {shown.digits} ", style), (f" {shown.what}: {other.incident.title}", rest))
    return justify(left, ((shown_key(by_id("incidents").key), "bold $accent"),), cells)

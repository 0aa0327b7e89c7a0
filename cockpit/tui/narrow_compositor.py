"""Renders of the screen what changed, and no more: a keystroke changes one row of one pane.

Textual's own compositor asks every widget in the same container for all its rows, and throws away those that are not
painted: with a dozen panes that was a third of a keystroke.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class NarrowCompositor(Compositor):
    """A compositor whose partial updates ask the widgets under the changed regions alone, for the rows between them."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """What to write for the regions that changed; None where there are none."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            under = [changed for changed in self._changed if seen.overlaps(changed)]
            if under:
                top = max(seen.y, min(changed.y for changed in under))
                bottom = min(seen.bottom, max(changed.bottom for changed in under))
                rows = Region(seen.x, top, seen.width, bottom - top)
                yield region, rows, widget.render_lines(rows.translate(-region.offset))

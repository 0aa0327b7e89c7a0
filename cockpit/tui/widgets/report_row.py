"""One row of the report log: what it shows, how the cells are shared out, and the strip that is painted of it."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from cockpit.domain.frozen import frozen
from cockpit.tui.presentation.line import fit, pad

NOT_RELAYED = "!"
PREMIUM = "*"
CURSOR = ">"

# Cells: cursor and mark, time ("14:05"), how it came; below the first width there is no room for a tag.
_STATE, _TIME, _VIA = 2, 5, 2
_WIDE_ENOUGH_FOR_TAG = 64


@frozen
class RowView:
    """One report as it is shown: plain one-line strings, cleaned. ``tag`` is a word at the end, where there is room."""

    mark: str
    time: str
    via: str
    customer: str
    text: str
    premium: bool
    relayed: bool
    tag: str = ""


@frozen
class Columns:
    """How many cells each column of variable width gets; 0: left out."""

    customer: int
    text: int
    tag: int


def columns(width: int) -> Columns:
    """Share ``width`` cells out: from 26 (a customer and the first words of the text) to whatever there is."""
    tag = min(18, width // 6) if width >= _WIDE_ENOUGH_FOR_TAG else 0
    room = width - _STATE - 1 - _TIME - 1 - _VIA - 1 - (tag + 1 if tag else 0)
    customer = max(0, min(22, room * 2 // 5))
    return Columns(customer, max(0, room - customer - 1), tag)


@frozen
class RowStyles:
    """How rows look, each style whole: with what lies beneath it."""

    relayed: Style
    quiet: Style
    """The time and the tag of a report that was relayed."""
    waiting: Style


def strip_of(row: RowView, under_cursor: bool, width: int, styles: RowStyles) -> Strip:
    """``row`` in exactly ``width`` cells; neighbours of one style are one segment, each of which costs."""
    plain, quiet = (styles.relayed, styles.quiet) if row.relayed else (styles.waiting, styles.waiting)
    sharing = columns(width)
    mark = row.mark or ("" if row.relayed else NOT_RELAYED)
    premium = PREMIUM if row.premium else ""
    customer = fit(row.customer, max(0, sharing.customer - len(premium))) + premium
    state = pad(CURSOR if under_cursor else "", 1) + pad(mark, 1) + " "
    when = f"{pad(row.time, _TIME)} {pad(row.via, _VIA)} "
    said = pad(customer, sharing.customer) + " " + pad(row.text, sharing.text)
    tag = " " + pad(row.tag, sharing.tag) if sharing.tag else ""
    if plain is quiet:
        segments = [Segment(state + when + said + tag, plain)]
    else:
        segments = [Segment(state, plain), Segment(when, quiet), Segment(said, plain)]
        if tag:
            segments.append(Segment(tag, quiet))
    return Strip(segments).adjust_cell_length(width, plain)

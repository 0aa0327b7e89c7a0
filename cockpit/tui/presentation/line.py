"""A line of styled text, and fitting text into terminal cells (a Japanese character takes two)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells

Span = tuple[str, str]
"""Text and its style, in the screen's style language ("" for none)."""
Line = tuple[Span, ...]
"""What one row of a pane shows."""

GAP = "  "
_WORDS = re.compile(r"\S+\s*|\s+")


def fit(text: str, cells: int) -> str:
    """``text`` cut to ``cells`` terminal cells, with an ellipsis where something was cut; never half a character."""
    if cell_len(text) <= cells:
        return text
    if cells <= 1:
        return "…"[:cells]
    return (chop_cells(text, cells - 1) or [""])[0] + "…"


def wrap(text: str, cells: int) -> list[str]:
    """``text`` in rows of at most ``cells`` (two or more): parted at spaces, in a script without them anywhere."""
    cells = max(2, cells)
    rows: list[str] = []
    row = ""
    for word in _WORDS.findall(text):
        while word:
            room = cells - cell_len(row)
            if cell_len(word.rstrip()) <= room:
                row, word = row + word, ""
            elif room < 2 or (row and word.isascii()):
                rows, row = [*rows, row.rstrip()], ""
            else:
                part = chop_cells(word, room)[0]
                rows, row, word = [*rows, row + part], "", word[len(part) :]
    return [*rows, row.rstrip()] if row.strip() else rows


def pad(text: str, cells: int) -> str:
    """``text`` fitted and filled with spaces to exactly ``cells``."""
    fitted = fit(text, cells)
    return fitted + " " * (cells - cell_len(fitted))


def width(line: Iterable[Span]) -> int:
    """How many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def fit_line(line: Line, cells: int) -> Line:
    """A line cut to ``cells``, styles kept."""
    fitted: list[Span] = []
    left = cells
    for text, style in line:
        if left <= 0:
            break
        part = fit(text, left)
        fitted.append((part, style))
        left -= cell_len(part)
    return tuple(fitted)


def justify(left: Line, right: Line, cells: int) -> Line:
    """``left`` and ``right`` at the two ends of ``cells``; the left one gives way, the right one stays whole."""
    room = cells - width(right) - len(GAP)
    if room < 8:
        return fit_line((*left, (GAP, ""), *right), cells)
    fitted = fit_line(left, room)
    return (*fitted, (" " * (cells - width(fitted) - width(right)), ""), *right)


def joined(parts: Iterable[str], separator: str = " | ") -> str:
    """The parts that aren't empty, separated."""
    return separator.join(part for part in parts if part)

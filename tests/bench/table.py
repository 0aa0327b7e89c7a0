"""The table: what was measured beside its goal, and whether it was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = ("what", "beside", "goal", "measured", "beside's", "ratio", "")


@dataclass(frozen=True)
class Line:
    """One comparison. ``ours`` and ``theirs`` are values with their unit, ``ratio`` what the goal speaks of."""

    what: str
    beside: str
    goal: str
    ours: str
    theirs: str
    ratio: str
    met: bool | None
    """None: there was nothing to compare with."""


def against(what: str, beside: str, most: float, ours: float, theirs: float, unit: str = "ms") -> Line:
    """A goal of at most ``most`` times the other's value."""
    ratio = ours / theirs
    return Line(
        what, beside, f"≤ {most:g} ×", _value(ours, unit), _value(theirs, unit), f"{ratio:.2f} ×", ratio <= most
    )


def faster(what: str, beside: str, least: float, ours: float, theirs: float, unit: str = "ms") -> Line:
    """A goal of being at least ``least`` times faster."""
    ratio = theirs / ours
    goal = f"≥ {least:g} × faster"
    return Line(what, beside, goal, _value(ours, unit), _value(theirs, unit), f"{ratio:.1f} ×", ratio >= least)


def within(what: str, most: float, ours: float, unit: str = "ms") -> Line:
    """A goal of at most so much."""
    return Line(what, "–", f"≤ {most:,g} {unit}", _value(ours, unit), "–", "–", ours <= most)


def noted(what: str, ours: float, unit: str = "ms") -> Line:
    """Something to know that has no goal."""
    return Line(what, "–", "–", _value(ours, unit), "–", "–", None)


def absent(what: str, beside: str, goal: str, why: str) -> Line:
    """Nothing to compare with."""
    return Line(what, beside, goal, "–", why, "–", None)


def _value(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def table(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table, its columns aligned."""
    verdicts = {True: "pass", False: "MISS", None: "–"}
    rows = [_HEAD, *((x.what, x.beside, x.goal, x.ours, x.theirs, x.ratio, verdicts[x.met]) for x in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(_row(row, widths) for row in rows)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

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
    return Line(
        what,
        beside,
        f"≥ {least:g} × faster",
        _value(ours, unit),
        _value(theirs, unit),
        f"{ratio:.1f} ×",
        ratio >= least,
    )


def within(what: str, most: float, ours: float, unit: str = "ms") -> Line:
    """A goal of at most so much."""
    return Line(what, "–", f"≤ {most:,g} {unit}", _value(ours, unit), "–", "–", ours <= most)


def absent(what: str, beside: str, goal: str, why: str) -> Line:
    """Nothing to compare with."""
    return Line(what, beside, goal, "–", why, "–", None)


def _value(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def table(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table, its columns aligned."""
    verdicts = {True: "pass", False: "MISS", None: "not here"}
    rows = [_HEAD, *((x.what, x.beside, x.goal, x.ours, x.theirs, x.ratio, verdicts[x.met]) for x in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    shown.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(shown)

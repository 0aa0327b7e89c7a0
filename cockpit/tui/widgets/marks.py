"""Marks on a draft: the spans that findings point at, kept in place while the text changes until new ones come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from cockpit.domain.frozen import frozen

MarkStyle = Literal["error", "warning", "info"]


@frozen
class Mark:
    """A span of the whole text, in code points, ``end`` excluded, to be underlined in the manner of ``style``."""

    start: int
    end: int
    style: MarkStyle


@frozen
class RowMark:
    """The part of a mark on one line of the text, in code points from the line's start, ``end`` excluded."""

    start: int
    end: int
    style: MarkStyle


def changed_span(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts differ, as (start, end in the old text, end in the new one), in code points.

    One span: everything before ``start`` and everything after the ends is equal. Few comparisons of slices instead
    of a walk, since it is asked at every keystroke.
    """
    shorter = min(len(old), len(new))
    low, high = 0, shorter
    while low < high:
        middle = (low + high + 1) // 2
        if old.startswith(new[low:middle], low):
            low = middle
        else:
            high = middle - 1
    start = low
    low, high = 0, shorter - start
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle :] == new[len(new) - middle :]:
            low = middle
        else:
            high = middle - 1
    return start, len(old) - low, len(new) - low


def shifted(marks: Iterable[Mark], old: str, new: str) -> tuple[Mark, ...]:
    """The marks of the old text as far as they still fit the new one.

    Those before the change stay, those after it move along; one whose own words changed is gone.
    """
    start, old_end, new_end = changed_span(old, new)
    move = new_end - old_end
    kept = []
    for mark in marks:
        if mark.end <= start:
            kept.append(mark)
        elif mark.start >= old_end:
            kept.append(Mark(mark.start + move, mark.end + move, mark.style))
    return tuple(kept)


def by_line(marks: Iterable[Mark], lines: Sequence[str]) -> dict[int, tuple[RowMark, ...]]:
    """The marks of each line that has any, by the line's index; what lies outside the text is left out.

    The lines are those of the text, without their single newlines. An error is last, so that it is painted on top.
    """
    marks = sorted(marks, key=lambda mark: (_RANK[mark.style], mark.start))
    if not marks:
        return {}
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    found: dict[int, list[RowMark]] = {}
    for mark in marks:
        row = max(0, bisect_right(starts, mark.start) - 1)
        while row < len(lines) and starts[row] < mark.end:
            start = max(mark.start - starts[row], 0)
            end = min(mark.end - starts[row], len(lines[row]))
            if start < end:
                found.setdefault(row, []).append(RowMark(start, end, mark.style))
            row += 1
    return {row: tuple(parts) for row, parts in found.items()}


_RANK: dict[MarkStyle, int] = {"info": 0, "warning": 1, "error": 2}

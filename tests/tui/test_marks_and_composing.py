"""The pure parts of the editor: where marks go when the text changes, and what composes with what."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.tui.widgets.composing import composed
from cockpit.tui.widgets.marks import Mark, RowMark, by_line, changed_span, shifted

TEXT = st.text("ab\n漢", max_size=12)


@given(TEXT, TEXT)
def test_the_changed_span_is_all_that_differs(old: str, new: str) -> None:
    start, old_end, new_end = changed_span(old, new)
    assert 0 <= start <= min(old_end, new_end)
    assert old[:start] == new[:start]
    assert old[old_end:] == new[new_end:]
    # It can't be made smaller at either side.
    if old[start:old_end] and new[start:new_end]:
        assert old[start] != new[start]
        assert old[old_end - 1] != new[new_end - 1]


OLD = "fixed within 10 minutes, 15時頃"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        # Before it, within it, at its edges, after it, and all gone.
        ("It is " + OLD, (Mark(12, 29, "error"), Mark(31, 35, "warning"))),
        ("fixed within 20 minutes, 15時頃", (Mark(25, 29, "warning"),)),
        ("fixed, within 10 minutes, 15時頃", (Mark(7, 24, "error"), Mark(26, 30, "warning"))),
        ("fixed within 10 minutes!, 15時頃", (Mark(6, 23, "error"), Mark(26, 30, "warning"))),
        (OLD + "です", (Mark(6, 23, "error"), Mark(25, 29, "warning"))),
        (OLD, (Mark(6, 23, "error"), Mark(25, 29, "warning"))),
        ("", ()),
    ],
)
def test_marks_follow_their_words_or_go(new: str, expected: tuple[Mark, ...]) -> None:
    assert shifted((Mark(6, 23, "error"), Mark(25, 29, "warning")), OLD, new) == expected


@given(TEXT, TEXT, st.integers(0, 12), st.integers(1, 4))
def test_a_kept_mark_stands_on_the_same_words(old: str, new: str, start: int, length: int) -> None:
    mark = Mark(start, min(start + length, len(old)), "error")
    for kept in shifted((mark,), old, new):
        assert new[kept.start : kept.end] == old[mark.start : mark.end]


def test_marks_are_split_by_line() -> None:
    lines = ["one", "", "二三四"]
    assert by_line((Mark(1, 7, "error"), Mark(6, 8, "info"), Mark(90, 95, "error")), lines) == {
        0: (RowMark(1, 3, "error"),),
        2: (RowMark(1, 3, "info"), RowMark(0, 2, "error")),
    }
    assert by_line((), lines) == {}
    assert by_line((Mark(3, 4, "error"),), lines) == {}, "a newline alone shows nothing"


@pytest.mark.parametrize(
    ("before", "text", "after", "expected"),
    [
        ("か", "\u3099", "", (1, "が", 0)),
        ("aか", "\u3099です", "b", (1, "がです", 0)),
        ("か", "\u309a", "", (0, "\u309a", 0)),  # no single character exists for it
        ("", "cafe\u0301", "", (0, "café", 0)),
        ("x", "e", "\u0323\u0301y", (0, "ẹ", 1)),
        ("か", "", "\u3099", (1, "が", 1)),  # deleting what stood between
        ("ᄒ", "ᅡ", "ᆫ", (1, "한", 1)),
        ("日", "本", "語", (0, "本", 0)),
        ("", "", "", (0, "", 0)),
    ],
)
def test_what_is_put_in_composes_with_its_neighbours(
    before: str, text: str, after: str, expected: tuple[int, str, int]
) -> None:
    assert composed(before, text, after) == expected


PARTS = st.text("aeか日한\u0301\u0323\u3099\u309a\u09c7\u09be", max_size=8)


@given(PARTS, PARTS, PARTS)
def test_the_whole_is_composed_whatever_is_put_in(before: str, text: str, after: str) -> None:
    before, after = unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", after)
    back, put, forth = composed(before, text, after)
    whole = before[: len(before) - back] + put + after[forth:]
    assert whole == unicodedata.normalize("NFC", before + text + after)

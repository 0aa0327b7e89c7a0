"""Fitting text into terminal cells, whatever the script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cockpit.tui.presentation.line import fit, fit_line, joined, justify, pad, width, wrap

TEXTS = st.text(st.sampled_from("abc 12-通知遅延ｶﾅ가👍é…"), max_size=60)
LINES = st.lists(st.tuples(TEXTS, st.sampled_from(["", "bold"])), max_size=6).map(tuple)


@given(TEXTS, st.integers(0, 70))
def test_a_fitted_text_never_takes_more_cells_and_says_where_it_was_cut(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert cell_len(fitted) <= cells
    if cell_len(text) <= cells:
        assert fitted == text
    elif cells:
        assert fitted.endswith("…")
        assert text.startswith(fitted[:-1])
        # A wide character that finds only half its room leaves one cell free, no more.
        assert cell_len(fitted) >= cells - 1


@given(TEXTS, st.integers(1, 70))
def test_a_padded_text_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert cell_len(pad(text, cells)) == cells


@given(LINES, st.integers(0, 80))
def test_a_fitted_line_keeps_its_styles_and_its_width(line: tuple[tuple[str, str], ...], cells: int) -> None:
    fitted = fit_line(line, cells)
    assert width(fitted) <= cells
    assert [style for _, style in fitted] == [style for _, style in line][: len(fitted)]
    if width(line) <= cells:
        assert "".join(text for text, _ in fitted) == "".join(text for text, _ in line)


@given(LINES, TEXTS, st.integers(1, 90))
def test_justified_ends_fill_the_row_and_the_right_one_stays_whole(
    left: tuple[tuple[str, str], ...], right: str, cells: int
) -> None:
    line = justify(left, ((right, "bold"),), cells)
    assert width(line) <= cells
    if cells - cell_len(right) >= 10:
        assert width(line) == cells
        assert line[-1] == (right, "bold")


@given(TEXTS, st.integers(2, 40))
def test_a_wrapped_text_loses_nothing_but_spaces_and_fits(text: str, cells: int) -> None:
    rows = wrap(text, cells)
    assert all(0 < cell_len(row) <= cells for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_words_are_kept_whole_and_japanese_is_parted_anywhere() -> None:
    assert wrap("Ctrl+L logs what a customer says", 12) == ["Ctrl+L logs", "what a", "customer", "says"]
    assert wrap("通知が遅れています", 8) == ["通知が遅", "れていま", "す"]
    assert wrap("F4 で雛形を入れます", 8) == ["F4 で雛", "形を入れ", "ます"]


def test_only_parts_that_say_something_are_joined() -> None:
    assert joined(("a", "", "b")) == "a | b"

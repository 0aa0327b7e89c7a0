"""The draft editor: what goes in, what it tells, where marks and cursors are, and which keys it leaves alone.

(Long by a few lines, because the editor's keys are tested where its text is.)
"""

from __future__ import annotations

import random
import unicodedata

import pytest
from rich.style import Style
from textual import events, on
from textual.app import App, ComposeResult
from textual.widgets import Static

from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.marks import Mark

PASS_THROUGH = [
    *["f2", "f3", "f4", "f5", "f8", "f9", "ctrl+s", "ctrl+f", "ctrl+g", "ctrl+l", "ctrl+r", "ctrl+o", "ctrl+p"],
    *["alt+a", "alt+x", "alt+shift+q"],
]


class Desk(App[None]):
    """An editor below a header, with keys of its own; it notes what it hears."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [(key, f"note('{key}')", key) for key in PASS_THROUGH]  # noqa: RUF012

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.editor = DraftEditor(text)
        self.edits: list[tuple[str, int, bool]] = []
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("header")
        yield self.editor

    def on_mount(self) -> None:
        self.editor.focus()

    @on(DraftEditor.Edited)
    def remember(self, event: DraftEditor.Edited) -> None:
        self.edits.append((event.text, event.revision, event.loaded))

    def action_note(self, key: str) -> None:
        self.noted.append(key)


def painted(editor: DraftEditor, row: int) -> list[tuple[str, Style]]:
    """The characters of a visible row (below the border) and their styles."""
    strip = editor.render_line(row)
    return [(c, segment.style or Style()) for segment in strip for c in segment.text]


def underlined(editor: DraftEditor, row: int) -> str:
    return "".join(c for c, style in painted(editor, row) if style.underline or style.underline2)


async def test_each_edit_is_told_with_the_text_and_a_growing_number() -> None:
    desk = Desk("a")
    async with desk.run_test() as pilot:
        assert desk.edits == []
        await pilot.press("end", "b", "left", "c", "ctrl+z", "ctrl+y")
        assert [text for text, _, _ in desk.edits] == ["ab", "acb", "ab", "acb"]
        assert [number for _, number, _ in desk.edits] == [1, 2, 3, 4]
        assert desk.editor.revision == 4
        # What changes nothing is no edit.
        await pilot.press("ctrl+y", "home", "end", "delete")
        assert len(desk.edits) == 4


async def test_pasted_text_is_cleaned_and_composed() -> None:
    desk = Desk()
    async with desk.run_test() as pilot:
        desk.post_message(events.Paste("\x1b[31mRed\x1b[0m\r\nか\u3099\x1b]52;c;QQ==\x07\u202e!\x1b]0;never ends"))
        await pilot.pause()
        assert desk.editor.text == "Red\nが!"
        await pilot.press("ctrl+z")
        assert desk.editor.text == ""


@pytest.mark.parametrize("way", ["constructor", "load", "insert", "text", "replace_span"])
async def test_no_way_in_is_uncleaned(way: str) -> None:
    dirty, tidy = "a\x07b\u2028か\u3099\x9b1m", "ab\nが"
    desk = Desk(dirty if way == "constructor" else "")
    async with desk.run_test() as pilot:
        editor = desk.editor
        if way == "load":
            editor.load(dirty)
        elif way == "insert":
            editor.insert(dirty)
        elif way == "text":
            editor.text = dirty
        elif way == "replace_span":
            editor.replace_span(0, 0, dirty)
        await pilot.pause()
        assert editor.text == tidy


async def test_a_mark_typed_after_its_letter_joins_it() -> None:
    desk = Desk()
    async with desk.run_test() as pilot:
        for character in "か\u3099e\u0301":
            desk.editor.post_message(events.Key(character, character))
        await pilot.pause()
        assert desk.editor.text == "がé"
        assert desk.editor.cursor_offset == 2
        await pilot.press("backspace")
        assert desk.editor.text == "が"


async def test_the_text_stays_composed_over_random_edits() -> None:
    rng = random.Random(5)
    desk = Desk()
    async with desk.run_test() as pilot:
        for _ in range(300):
            key = rng.choice([*"かeホ\u3099\u309a\u0301x", "left", "right", "backspace", "delete", "enter", "ctrl+z"])
            desk.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert len(desk.edits) > 100
        for text, _, _ in desk.edits:
            assert text == unicodedata.normalize("NFC", text)


async def test_offsets_count_code_points_of_the_whole_text() -> None:
    text = "通知の遅延\n\n🙂 second"
    desk = Desk(text)
    async with desk.run_test():
        for offset in range(len(text) + 1):
            desk.editor.jump(offset)
            assert desk.editor.cursor_offset == offset
        assert desk.editor.cursor_location == (2, 8)
        desk.editor.jump(-5)
        assert desk.editor.cursor_offset == 0
        desk.editor.jump(10_000)
        assert desk.editor.cursor_offset == len(text)


async def test_a_jump_scrolls() -> None:
    desk = Desk("\n".join(f"line {n}" for n in range(200)))
    async with desk.run_test(size=(40, 10)) as pilot:
        desk.editor.jump(len(desk.editor.text))
        await pilot.pause()
        shown = [strip.text for strip in desk.screen._compositor.render_strips()]
        assert any("line 199" in row for row in shown)


async def test_a_replaced_span_is_one_edit_to_undo() -> None:
    desk = Desk("It is fixed within 10 minutes.")
    async with desk.run_test() as pilot:
        editor = desk.editor
        editor.jump(5)
        await pilot.press("x", "y")
        editor.replace_span(14, 31, "；\n次は 15:00 ")
        await pilot.press("z")
        assert editor.text == "It isxyz fixed ；\n次は 15:00 ."
        await pilot.press("ctrl+z")
        await pilot.press("ctrl+z")
        assert editor.text == "It isxy fixed within 10 minutes."
        await pilot.press("ctrl+z")
        assert editor.text == "It is fixed within 10 minutes."


@pytest.mark.parametrize(("cursor", "expected"), [(0, 0), (2, 2), (3, 4), (4, 4), (5, 4), (6, 5), (9, 8)])
async def test_the_cursor_stays_in_the_words_around_a_replaced_span(cursor: int, expected: int) -> None:
    desk = Desk("abcde\nfgh")
    async with desk.run_test():
        desk.editor.jump(cursor)
        desk.editor.replace_span(2, 5, "\n日")
        assert desk.editor.text == "ab\n日\nfgh"
        assert desk.editor.cursor_offset == expected


async def test_loading_another_draft_leaves_nothing_to_undo() -> None:
    desk = Desk("English draft")
    async with desk.run_test() as pilot:
        await pilot.press("x")
        desk.editor.load("日本語の下書き")
        await pilot.press("ctrl+z")
        assert desk.editor.text == "日本語の下書き"
        assert desk.edits[-1] == ("日本語の下書き", 2, True)


async def test_loading_a_template_can_be_undone() -> None:
    desk = Desk("typed by hand")
    async with desk.run_test() as pilot:
        desk.editor.load("We are investigating.", undoable=True)
        await pilot.pause()
        assert desk.editor.text == "We are investigating."
        assert desk.editor.cursor_offset == 0
        await pilot.press("ctrl+z")
        assert desk.editor.text == "typed by hand"


async def test_loading_what_is_there_changes_nothing() -> None:
    desk = Desk("same")
    async with desk.run_test() as pilot:
        await pilot.press("end", "!")
        desk.editor.load("same!")
        await pilot.pause()
        assert desk.editor.cursor_offset == 5
        assert len(desk.edits) == 1
        await pilot.press("ctrl+z")
        assert desk.editor.text == "same"


async def test_marks_are_underlined_each_in_its_manner() -> None:
    desk = Desk("first line\nfixed within 10 minutes\nperhaps\nreplication lag")
    async with desk.run_test() as pilot:
        editor = desk.editor
        editor.marks = (Mark(17, 34, "error"), Mark(35, 42, "warning"), Mark(43, 58, "info"))
        await pilot.pause()
        assert [underlined(editor, row) for row in range(4)] == ["", "within 10 minutes", "perhaps", "replication lag"]
        styles = [painted(editor, row)[7 if row == 1 else 1][1] for row in range(4)]
        assert [bool(style.underline2) for style in styles] == [False, True, False, False]
        assert [bool(style.underline) for style in styles] == [False, True, True, True]
        assert len({style.color for style in styles}) == 4


async def test_a_mark_shows_on_the_cursor_line_and_under_a_selection() -> None:
    desk = Desk("within 10 minutes\nother")
    async with desk.run_test() as pilot:
        editor = desk.editor
        editor.marks = (Mark(0, 17, "error"),)
        await pilot.pause()
        on_cursor_line = painted(editor, 0)[8][1]
        await pilot.press("down")
        off = painted(editor, 0)[8][1]
        assert on_cursor_line.underline2
        assert on_cursor_line.color == off.color
        assert on_cursor_line.bgcolor != off.bgcolor
        await pilot.press("f7")
        selected = painted(editor, 0)[8][1]
        assert selected.underline2
        assert selected.bgcolor != off.bgcolor


async def test_marks_wrap_with_the_text() -> None:
    desk = Desk("通知の配信が遅延しておりますので、十分以内に復旧する見込みです。")
    async with desk.run_test(size=(27, 12)) as pilot:
        text, start = desk.editor.text, desk.editor.text.index("十分以内")
        desk.editor.marks = (Mark(start - 6, start + 10, "error"),)
        await pilot.pause()
        rows = [underlined(desk.editor, row) for row in range(4)]
        assert "".join(rows) == text[start - 6 : start + 10]
        assert sum(map(bool, rows)) == 2


async def test_stale_marks_move_along_until_new_ones_come() -> None:
    desk = Desk("now within 10 minutes\nperhaps")
    async with desk.run_test() as pilot:
        editor = desk.editor
        editor.marks = (Mark(4, 21, "error"), Mark(22, 29, "warning"))
        await pilot.press("O", "K", "enter")
        assert editor.marks == (Mark(7, 24, "error"), Mark(25, 32, "warning"))
        assert [underlined(editor, row) for row in range(3)] == ["", "within 10 minutes", "perhaps"]
        editor.jump(12)
        await pilot.press("backspace")
        assert editor.marks == (Mark(24, 31, "warning"),)
        assert [underlined(editor, row) for row in range(3)] == ["", "", "perhaps"]
        editor.load("another")
        assert editor.marks == ()


@pytest.mark.parametrize("key", PASS_THROUGH)
async def test_the_keys_of_the_screen_pass_through(key: str) -> None:
    desk = Desk("text")
    async with desk.run_test() as pilot:
        # As a terminal sends it: with alt the letter comes along.
        desk.post_message(events.Key(key, key[-1] if key.startswith("alt+") else None))
        await pilot.pause()
        assert desk.noted == [key]
        assert desk.editor.text == "text"


async def test_an_editors_keys_work() -> None:
    desk = Desk("one two\nthree")
    async with desk.run_test() as pilot:
        await pilot.press("end", "ctrl+w", "X", "ctrl+end", "Y", "ctrl+home", "Z", "home", "ctrl+shift+end")
        assert desk.editor.text == "Zone X\nthreeY"
        assert desk.editor.selected_text == desk.editor.text
        await pilot.press("backspace", "ctrl+z")
        assert desk.editor.text == "Zone X\nthreeY"


async def test_the_terminals_cursor_is_where_an_input_method_needs_it() -> None:
    desk = Desk("通知の遅延\nsecond")
    async with desk.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        # Below the header and the border; behind border and padding.
        assert desk.cursor_position == (2, 2)
        desk.editor.jump(3)
        await pilot.pause()
        assert desk.cursor_position == (2 + 6, 2)
        await pilot.resize_terminal(9, 20)
        await pilot.pause()
        assert desk.cursor_position == desk.editor.cursor_screen_offset == (4, 3)
        # What grows above moves it too.
        desk.query_one(Static).update("two\nlines")
        await pilot.pause()
        assert desk.cursor_position == desk.editor.cursor_screen_offset == (4, 4)

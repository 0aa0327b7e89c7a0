"""The editor that paints only changed rows looks like Textual's own, cell by cell, and paints little."""

from __future__ import annotations

import random

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import TextArea

from cockpit.tui.widgets.draft_editor import DraftEditor
from cockpit.tui.widgets.rowwise_text_area import RowwiseTextArea

OPENING = """We are investigating delayed notifications (phone and SMS) for some customers.

通知の配信が遅延していることを確認しており、現在調査を進めております。電話とSMSに影響があります。
\tNext update: 15:00 UTC 🙂 — [email is not affected]
"""
CHARACTERS = [*"abc xyz", "(", ")", "[", "通", "知", "ガ", "、", "é", "🙂", "ﾊ"]
KEYS = [
    *["enter", "backspace", "delete", "left", "right", "up", "down", "home", "end", "pageup", "pagedown"],
    *["shift+left", "shift+right", "shift+up", "shift+down", "shift+home", "shift+end", "f6", "f7"],
    *["ctrl+left", "ctrl+right", "ctrl+w", "ctrl+k", "ctrl+u", "ctrl+z", "ctrl+y", "ctrl+z"],
]
PASTES = [
    "一行\n二行\nthree\n",
    "👨‍👩‍👧 and ❤️",
    "a\tb\tc",
    "長い文章を貼り付けても折り返しは変わりません。" * 4,
    "\n\n",
]


class Bench(App[None]):
    """One editor filling the screen."""

    def __init__(self, editor: TextArea) -> None:
        super().__init__()
        self.editor = editor

    def compose(self) -> ComposeResult:
        yield self.editor

    def on_mount(self) -> None:
        self.editor.cursor_blink = False
        # Edits are undone together by their kind, not by how fast this machine is.
        self.editor.history.checkpoint_timer = 1e9
        self.editor.focus()


def cells(app: App[None]) -> list[list[tuple[str, Style | None]]]:
    """What the screen shows: each row's characters with their styles, however they are cut into segments."""
    strips: list[Strip] = app.screen._compositor.render_strips()
    return [[(c, segment.style) for segment in strip for c in segment.text] for strip in strips]


async def act(pilot: Pilot[None], editor: TextArea, step: tuple[str, str]) -> None:
    kind, what = step
    if kind == "key":
        # Not by `press`, which waits for the whole process to be idle, twenty times longer than this takes.
        pilot.app.post_message(events.Key(what, what if len(what) == 1 else None))
    elif kind == "paste":
        pilot.app.post_message(events.Paste(what))
    elif kind == "size":
        width, height = what.split("x")
        await pilot.resize_terminal(int(width), int(height))
    elif kind == "theme":
        pilot.app.theme = what
    else:
        editor.insert(what, (0, 0))
    await pilot._wait_for_screen()
    if not isinstance(editor, RowwiseTextArea):
        # Stock leaves the cursor below the last visible row when a new row is begun there, and rows of the old width
        # when a resize leaves their number as it was; ours doesn't.
        editor.scroll_cursor_visible()
        editor.refresh()
    await pilot._wait_for_screen()
    pilot.app.screen._on_timer_update()


async def same(one: Pilot[None], two: Pilot[None]) -> bool:
    """Whether both screens show the same, once a scrollbar that comes or goes has been laid out, some turns later."""
    for _ in range(20):
        if cells(one.app) == cells(two.app):
            return True
        await one.pause()
        await two.pause()
    return False


def steps(seed: int, count: int) -> list[tuple[str, str]]:
    rng = random.Random(seed)
    kinds = ["character"] * 50 + ["key"] * 45 + ["paste"] * 3 + ["insert"] + ["size"]
    made = []
    for _ in range(count):
        kind = rng.choice(kinds)
        if kind == "character":
            made.append(("key", rng.choice(CHARACTERS)))
        elif kind == "key":
            made.append(("key", rng.choice(KEYS)))
        elif kind == "paste":
            made.append(("paste", rng.choice(PASTES)))
        elif kind == "insert":
            made.append(("insert", rng.choice(PASTES)))
        else:
            made.append(("size", rng.choice(["60x14", "31x9", "80x24"])))
    made.insert(count // 2, ("theme", "textual-light"))
    return made


@pytest.mark.parametrize(
    ("seed", "numbers", "wrap"), [(1, False, True), (2, True, True), (3, False, False), (4, False, True)]
)
async def test_it_looks_like_the_stock_text_area(seed: int, numbers: bool, wrap: bool) -> None:
    stock, ours = TextArea(OPENING), DraftEditor(OPENING)
    for editor in (stock, ours):
        editor.show_line_numbers, editor.soft_wrap = numbers, wrap
    expected, actual = Bench(stock), Bench(ours)
    async with expected.run_test(size=(60, 14)) as one, actual.run_test(size=(60, 14)) as two:
        assert await same(one, two)
        for number, step in enumerate(steps(seed, 150)):
            await act(one, stock, step)
            await act(two, ours, step)
            assert ours.text == stock.text, (number, step)
            assert ours.selection == stock.selection, (number, step)
            assert await same(one, two), (number, step)


async def test_a_placeholder_looks_like_the_stock_one() -> None:
    stock, ours = TextArea(placeholder="Write here"), RowwiseTextArea()
    ours.placeholder = "Write here"
    expected, actual = Bench(stock), Bench(ours)
    async with expected.run_test(size=(40, 8)) as one, actual.run_test(size=(40, 8)) as two:
        for key in ("a", "backspace", "left"):
            assert await same(one, two)
            await act(one, stock, ("key", key))
            await act(two, ours, ("key", key))
        assert await same(one, two)


class Watched(DraftEditor):
    """Notes which rows were asked to be painted and which were rendered."""

    def __init__(self, text: str) -> None:
        self.asked: list[Region] = []
        self.whole = 0
        self.rendered: set[int] = set()
        super().__init__(text)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Watched:
        self.asked += regions
        self.whole += repaint and not regions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        self.rendered.add(y)
        return super().render_line(y)

    def start(self) -> None:
        self.asked, self.whole, self.rendered = [], 0, set()


async def test_a_keystroke_paints_the_rows_it_changed_only() -> None:
    # One paragraph of many rows, then one more: what a row shows matters, not what its paragraph holds.
    editor = Watched("通知が遅れています。" * 40 + "\nsecond paragraph")
    async with Bench(editor).run_test(size=(60, 30)) as pilot:
        await pilot.press("ctrl+end", "x")
        await pilot.pause()
        assert editor.text.endswith("paragraphx")
        last = editor.wrapped_document.height - 1
        for key, rows in [
            ("a", {last}),
            ("left", {last}),
            ("backspace", {last}),
            ("shift+left", {last}),
            ("right", {last}),
        ]:
            editor.start()
            await pilot.press(key)
            await pilot.pause()
            assert editor.whole == 0, key
            assert {region.y for region in editor.asked} == rows, key
            assert all(region.height == 1 for region in editor.asked), key
            assert editor.rendered == rows, key
        # The highlight of the cursor's line covers the paragraph: it moves once, then stays.
        editor.move_cursor((0, 20))
        await pilot.pause()
        editor.start()
        await pilot.press("right")
        await pilot.pause()
        assert editor.rendered == {0}


async def test_a_repeated_movement_paints_nothing_new() -> None:
    editor = Watched("one\ntwo")
    async with Bench(editor).run_test(size=(40, 10)) as pilot:
        await pilot.press("ctrl+home")
        await pilot.pause()
        editor.start()
        await pilot.press("left")
        await pilot.pause()
        assert (editor.whole, editor.asked) == (0, [])


async def test_the_cursor_stays_in_sight_when_a_row_is_begun_at_the_bottom() -> None:
    editor = DraftEditor("\n".join(f"line {number}" for number in range(30)))
    async with Bench(editor).run_test(size=(30, 10)) as pilot:
        await pilot.press("ctrl+end")
        for _ in range(60):
            await act(pilot, editor, ("key", "x"))
            _, row = editor.wrapped_document.location_to_offset(editor.cursor_location)
            assert editor.scroll_offset.y <= row < editor.scroll_offset.y + editor.scrollable_content_region.height


async def test_an_edit_is_painted_before_anything_else_happens() -> None:
    editor = Watched("one\ntwo")
    async with Bench(editor).run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        editor.start()
        editor.insert("x")
        # No frame was waited for: another pane's paint just before would have put it off by one.
        assert editor.rendered == {0}
        editor.insert("y")
        assert editor.rendered == {0}
        await pilot.pause()
        assert any("xyone" in "".join(char for char, _style in row) for row in cells(pilot.app))

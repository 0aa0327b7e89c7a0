"""The log of customer reports: what a row shows, where the cursor and the view are, what is told.

(Long by a few lines, because rows, cursor and view are tested against the same source.)
"""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region

from cockpit.tui.widgets.report_log import ReportLog
from cockpit.tui.widgets.report_row import RowView, columns


def view(number: int, *, relayed: bool = True, premium: bool = False, text: str = "no notifications") -> RowView:
    return RowView("", "14:05", "☎", f"Customer {number}", text, premium, relayed, "EU")


class Reports:
    """Rows numbered from the oldest, 0; it notes which were asked for."""

    def __init__(self, count: int, waiting: int = 0) -> None:
        self.count = count
        self.waiting = waiting
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return self.count

    def row(self, index: int) -> RowView:
        self.asked.add(index)
        return view(self.count - 1 - index, relayed=index >= self.waiting)


class Fixed:
    """Given rows."""

    def __init__(self, *rows: RowView) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> RowView:
        return self.rows[index]


class Watched(ReportLog):
    """Notes what was asked to be painted."""

    def __init__(self) -> None:
        self.asked: list[Region] = []
        self.whole = 0
        super().__init__("No reports yet. 報告はまだありません。")

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Watched:
        self.asked += regions
        self.whole += repaint and not regions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def start(self) -> None:
        self.asked, self.whole = [], 0


class Desk(App[None]):
    """A log filling the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.log_pane = Watched()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.log_pane

    @on(ReportLog.Selected)
    def remember(self, event: ReportLog.Selected) -> None:
        self.chosen.append(event.index)


def lines(desk: Desk) -> list[str]:
    return [strip.text.rstrip() for strip in desk.screen._compositor.render_strips()]


def styles(log: ReportLog, row: int) -> list[Style]:
    return [segment.style or Style() for segment in log.render_line(row) if segment.text.strip()]


async def test_only_the_rows_in_view_are_made() -> None:
    desk = Desk()
    reports = Reports(100_000)
    async with desk.run_test(size=(60, 12)) as pilot:
        desk.log_pane.show(reports)
        await pilot.press("end", "home", "pagedown")
        await pilot.pause()
        assert len(reports.asked) < 60
        assert desk.log_pane.max_scroll_y == 100_000 - 12


@pytest.mark.parametrize("width", [1, 12, 26, 27, 40, 63, 64, 80, 120, 200])
async def test_rows_fit_the_width_in_cells(width: int) -> None:
    rows = Fixed(
        view(1, relayed=False, premium=True),
        RowView(
            "",
            "14:05",
            "電",
            "株式会社かなしい通知",
            "一時間ほど前から通知がまったく届かないとのこと" * 4,
            True,
            True,
            "欧州リージョン全域",
        ),
        RowView("", "", "", "", "", False, True),
    )
    desk = Desk()
    async with desk.run_test(size=(width, 5)) as pilot:
        desk.log_pane.show(rows)
        await pilot.pause()
        for y in range(3):
            strip = desk.log_pane.render_line(y)
            assert strip.cell_length == sum(cell_len(segment.text) for segment in strip) == width


async def test_a_narrow_row_shows_who_and_what() -> None:
    desk = Desk()
    async with desk.run_test(size=(26, 5)) as pilot:
        desk.log_pane.show(Fixed(view(7, relayed=False, premium=True), view(8, text="通知が届かない")))
        await pilot.pause()
        assert lines(desk)[:2] == [">! 14:05 ☎  Cus…* no noti…", "   14:05 ☎  Cust… 通知が…"]


def test_the_columns_use_the_whole_width() -> None:
    for width in range(26, 201):
        shared = columns(width)
        used = 2 + 1 + 5 + 1 + 2 + 1 + shared.customer + 1 + shared.text + (shared.tag + 1 if shared.tag else 0)
        assert used == width
        assert shared.customer >= 5
        assert shared.text >= 7


async def test_what_is_not_relayed_has_a_mark_and_is_bold() -> None:
    desk = Desk()
    async with desk.run_test(size=(70, 6)) as pilot:
        desk.log_pane.show(
            Fixed(view(1), view(2, relayed=False), view(3), RowView("r", "14:05", "@", "C", "t", False, True))
        )
        await pilot.pause()
        shown = lines(desk)
        assert [line[1:2] for line in shown[:4]] == [" ", "!", " ", "r"]
        assert all(style.bold for style in styles(desk.log_pane, 1))
        assert not any(style.bold for style in styles(desk.log_pane, 2))
        # It keeps both where the cursor is.
        await pilot.press("down")
        assert lines(desk)[1].startswith(">! 14:05")
        assert all(style.bold for style in styles(desk.log_pane, 1))


async def test_the_keys_move_the_cursor_within_the_rows() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        log.show(Reports(25))
        for key, cursor, top in [
            ("up", 0, 0),
            ("down", 1, 0),
            ("pagedown", 10, 9),
            ("pagedown", 19, 15),
            ("pagedown", 24, 15),
            ("down", 24, 15),
            ("up", 23, 15),
            ("pageup", 14, 6),
            ("end", 24, 15),
            ("home", 0, 0),
            ("pageup", 0, 0),
        ]:
            await pilot.press(key)
            assert (log.cursor, log.scroll_offset.y) == (cursor, top), key
            assert lines(desk)[cursor - top].startswith(">  14:05")
            assert sum(line.startswith(">") for line in lines(desk)) == 1


async def test_enter_and_a_click_choose_a_row() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        await pilot.press("enter")
        assert desk.chosen == []
        desk.log_pane.show(Reports(25))
        await pilot.press("down", "enter")
        assert desk.chosen == [1]
        await pilot.click(ReportLog, offset=(20, 4))
        assert (desk.log_pane.cursor, desk.chosen) == (4, [1])
        await pilot.click(ReportLog, offset=(20, 4))
        assert desk.chosen == [1, 4]
        # Below the rows there is nothing to choose.
        desk.log_pane.show_from_top(Reports(2))
        await pilot.click(ReportLog, offset=(20, 8))
        assert (desk.log_pane.cursor, desk.chosen) == (0, [1, 4])


async def test_at_the_top_the_view_follows_new_rows() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        log.show(Reports(25))
        await pilot.pause()
        log.show(Reports(28))
        await pilot.pause()
        assert (log.cursor, log.scroll_offset.y, log.new_rows) == (0, 0, 0)
        assert "Customer 27" in lines(desk)[0]


@pytest.mark.parametrize("keys", [["down"], ["pagedown"], ["end"], ["end", *["up"] * 9]])
async def test_elsewhere_the_view_stays_on_its_rows(keys: list[str]) -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        log.show(Reports(40))
        await pilot.press(*keys)
        await pilot.pause()
        seen = [line.strip("▁▂▃▄▅▆▇█ ") for line in lines(desk)]
        cursor = log.cursor
        log.start()
        log.show(Reports(43))
        log.show(Reports(45))
        # The same rows at other indices: nothing to paint.
        assert (log.whole, log.asked) == (0, [])
        await pilot.pause()
        assert [line.strip("▁▂▃▄▅▆▇█ ") for line in lines(desk)] == seen
        assert (log.cursor, log.new_rows) == (cursor + 5, 5)
        await pilot.press("home")
        assert (log.cursor, log.new_rows) == (0, 0)


async def test_scrolling_up_to_some_of_the_new_rows_leaves_the_others_new() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        heard: list[int] = []
        log.show(Reports(40))
        await pilot.press("down")
        log.watch(log, "new_rows", lambda count: heard.append(count), init=False)
        log.show(Reports(46))
        log.scroll_to(y=2, animate=False)
        await pilot.pause()
        assert log.new_rows == 2
        log.scroll_to(y=0, animate=False)
        await pilot.pause()
        assert heard == [6, 2, 0]


async def test_a_row_that_changed_is_painted_alone() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        log.show(Reports(40, waiting=3))
        await pilot.pause()
        log.start()
        log.show(Reports(40, waiting=3))
        assert (log.whole, log.asked) == (0, [])
        log.show(Reports(40, waiting=1))
        assert (log.whole, [region.y for region in log.asked]) == (0, [1, 2])
        await pilot.pause()
        log.start()
        await pilot.press("down")
        assert log.whole == 0
        assert {region.y for region in log.asked} == {0, 1}


async def test_the_scrollbar_is_painted_where_its_thumb_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log, painted = desk.log_pane, list[str]()
        log.show(Reports(1000))
        await pilot.pause()
        bar = log.vertical_scrollbar
        monkeypatch.setattr(bar, "refresh", lambda *regions, **how: painted.append("thumb"))
        log.show(Reports(1040))
        assert painted == []
        assert bar.window_virtual_size == 1040
        await pilot.press("end")
        painted.clear()
        log.show(Reports(2080))
        assert painted
        log.show(Reports(12))
        await pilot.pause()
        assert (log.scroll_offset.y, log.cursor) == (2, 11)


async def test_fewer_rows_leave_the_cursor_on_the_last() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 10)) as pilot:
        log = desk.log_pane
        log.show(Reports(40))
        await pilot.press("end")
        log.show(Reports(3))
        await pilot.pause()
        assert (log.cursor, log.scroll_offset.y, log.count) == (2, 0, 3)
        log.show(Reports(0))
        await pilot.pause()
        assert (log.cursor, lines(desk)[0]) == (0, "No reports yet. 報告はまだありません。")
        log.show(Reports(2))
        await pilot.pause()
        assert (log.cursor, log.new_rows) == (0, 0)
        assert "Customer 1" in lines(desk)[0]


async def test_without_rows_the_placeholder_is_wrapped_quietly() -> None:
    desk = Desk()
    async with desk.run_test(size=(20, 5)) as pilot:
        assert lines(desk)[:3] == ["No reports yet. 報告", "はまだありません。", ""]
        desk.log_pane.set_placeholder("Nothing found.")
        await pilot.pause()
        assert lines(desk)[:2] == ["Nothing found.", ""]


async def test_another_width_keeps_the_cursor_in_view() -> None:
    desk = Desk()
    async with desk.run_test(size=(60, 20)) as pilot:
        log = desk.log_pane
        log.show(Reports(40))
        await pilot.press(*["down"] * 19)
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        assert log.scroll_offset.y <= log.cursor < log.scroll_offset.y + 8
        assert any(line.startswith(">") for line in lines(desk))

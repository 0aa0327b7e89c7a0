"""What stands around the draft: its heading, its hints, the path it is on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from moments import draft, view_of
from rich.cells import cell_len
from support import Journal, minute, public

from cockpit import i18n
from cockpit.domain import events as e
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.model import Finding, Length, Missing, Result, Severity
from cockpit.tui.presentation.draft import draft_title
from cockpit.tui.presentation.hints import hint_lines, hints_title
from cockpit.tui.presentation.line import Line, width
from cockpit.tui.presentation.path import path_line
from cockpit.tui.view import View

LANGS = ("en", "ja")
WIDTHS = (40, 48, 52, 78, 130)


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def finding(severity: Severity, start: int, words: str, *, fix: str | None = None) -> Finding:
    message = say("a time when it will be fixed is never promised")
    return Finding("eta", severity, start, start + len(words), words, message, "say when the next update comes", fix)


def reading(*findings: Finding, missing: int = 0, length: int = 212) -> Result:
    wanted = tuple(
        Missing("missing-regions", say("which regions are affected (%(at)d)", at=at)) for at in range(missing)
    )
    return Result(Lang.EN, findings, wanted, None, Length(length, length - 24))


ERROR = finding(Severity.ERROR, 10, "within 10 minutes", fix="")
WARNING = finding(Severity.WARNING, 40, "probably")
THOUGHT = finding(Severity.INFO, 60, "failover")

# The heading


def test_the_heading_names_stage_language_channel_and_length() -> None:
    view = view_of(public(), 12, draft("text"), reading=reading())
    assert draft_title(view, LANGS, 130) == "DRAFT  update | [en] ja | status page 212/25000"


def test_before_the_first_reading_the_length_is_not_known() -> None:
    assert "-/25000" in draft_title(view_of(public(), 12, draft("text")), LANGS, 130)


def test_on_x_the_weighted_length_counts_and_the_limit_is_always_there() -> None:
    view = view_of(public(), 12, draft("text", channel=Channel.X), reading=reading())
    for cells in WIDTHS:
        assert "188/280" in draft_title(view, LANGS, cells)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", [48, 52, 78, 130])
def test_the_phase_that_the_message_moves_to_is_never_cut(lang: str, cells: int) -> None:
    i18n.use(lang)
    view = view_of(public(), 12, draft("text", target=Phase.MONITORING), reading=reading())
    title = draft_title(view, LANGS, cells)
    assert cell_len(title) <= cells
    assert i18n._("then %(phase)s", phase=Phase.MONITORING) in title


def test_the_other_language_s_draft_shows_how_far_it_is() -> None:
    journal = public()
    japanese = draft("通知が遅れています。", lang=Lang.JA)
    assert "[en] ja:draft" in draft_title(view_of(journal, 12, draft("late"), japanese), LANGS, 130)
    request = journal.ask(12, japanese.text, lang=Lang.JA)
    assert "ja:asked" in draft_title(view_of(journal, 12, draft("late"), japanese), LANGS, 130)
    journal.approve(12, request)
    assert "ja:approved" in draft_title(view_of(journal, 12, draft("late"), japanese), LANGS, 130)


def test_a_text_that_is_not_on_disk_says_so_at_every_width() -> None:
    view = view_of(public(), 12, draft("text"), reading=reading(), not_saved="disk full")
    for cells in WIDTHS:
        assert draft_title(view, LANGS, cells).startswith("NOT SAVED")


# The hints


@pytest.mark.parametrize(
    ("result", "title"),
    [
        (None, "HINTS"),
        (reading(), "HINTS  nothing to mend"),
        (reading(ERROR), "HINTS  1 don't"),
        (reading(ERROR, ERROR, WARNING, missing=2), "HINTS  2 don'ts | 1 to check | 2 to add"),
    ],
)
def test_the_hints_are_counted_by_weight(result: Result | None, title: str) -> None:
    assert hints_title(result) == title


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("rows", [1, 3, 6, 9])
@pytest.mark.parametrize("hint", [0, 3, 7])
def test_more_hints_than_fit_show_the_one_the_liaison_is_at(lang: str, cells: int, rows: int, hint: int) -> None:
    i18n.use(lang)
    found = [finding(Severity.ERROR, at, f"phrase{at}", fix="") for at in range(8)]
    view = view_of(public(), 12, draft("text"), reading=reading(*found, missing=5), hint=hint)
    lines = hint_lines(view, cells, rows)
    assert 1 <= len(lines) <= rows
    assert all(width(line) <= cells for line in lines)
    (current,) = [text(line) for line in lines if text(line).startswith(">")]
    assert f"«phrase{hint}»" in current


def test_each_hint_has_a_mark_beside_its_colour() -> None:
    view = view_of(public(), 12, draft("text"), reading=reading(ERROR, WARNING, THOUGHT, missing=1))
    lines = [text(line) for line in hint_lines(view, 130, 9)]
    assert lines[0].startswith(">✗ «within 10 minutes» [F9 mends it]")
    assert any(line.startswith(" ! «probably»") for line in lines)
    assert any(line.startswith(" i «failover»") for line in lines)
    assert any(line.startswith(" + add: which regions") for line in lines)


def test_what_needs_a_person_offers_no_key() -> None:
    view = view_of(public(), 12, draft("text"), reading=reading(WARNING))
    assert "F9" not in "".join(text(line) for line in hint_lines(view, 130, 6))


# The path


def path(view: View, cells: int = 130) -> str:
    return text(path_line(view, cells))


def test_an_empty_draft_is_told_how_to_begin() -> None:
    assert path(view_of(public(), 12)) == "[draft] ▸ asked ▸ approved ▸ copied ▸ posted  empty: F4 fills a template"


def test_the_path_from_draft_to_posted() -> None:
    journal = public()
    here = draft("We are working on it.")
    assert path(view_of(journal, 10, here)).endswith("  F3 asks the IC")
    request = journal.ask(10, here.text)
    assert "[asked]" in path(view_of(journal, 10, here))
    assert "F3 records the answer" in path(view_of(journal, 10, here))
    journal.approve(11, request)
    assert "[approved]" in path(view_of(journal, 12, here))
    assert "(holds 09:00)" in path(view_of(journal, 12, here))
    said = journal.state.requests[0].texts[0]
    journal.add(12, e.Copied(request, said, ""))
    assert "[copied]" in path(view_of(journal, 13, here))
    assert "post it, then F5 (holds 08:00)" in path(view_of(journal, 13, here))
    journal.post(13, text=here.text, request=request)
    posted = path(view_of(journal, 14, here))
    assert posted == "draft ▸ asked ▸ approved ▸ copied ▸ [posted]  F4 begins the next: update, due 14:33 UTC"


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (e.SeverityChanged(1, "worse"), "the severity changed since the IC saw it"),
        (e.PhaseChanged(Phase.MONITORING, "fix"), "the phase changed since the IC saw it"),
    ],
)
@pytest.mark.parametrize("cells", [52, 78, 130])
def test_a_void_approval_says_why_at_every_width(cause: e.What, why: str, cells: int) -> None:
    journal = public()
    here = draft("We are working on it.")
    journal.approve(11, journal.ask(10, here.text))
    journal.add(12, cause)
    line = path(view_of(journal, 13, here), cells)
    assert "void" in line
    assert why in line


def test_an_edit_voids_and_age_voids() -> None:
    journal = public()
    journal.approve(11, journal.ask(10, "We are working on it."))
    assert "the text was changed after the IC saw it" in path(view_of(journal, 12, draft("We are working on it!")))
    late = path(view_of(journal, 21.1, draft("We are working on it.")))
    assert "the approval is older than 10 minutes" in late
    assert "void" in late


def test_what_the_ic_sent_back_says_why() -> None:
    journal = Journal()
    journal.add(1, e.Refused(journal.ask(1, "text", stage=Stage.INITIAL), "Robin", "name the regions"))
    assert "sent back: name the regions" in path(view_of(journal, 2, draft("text")))


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", [30, *WIDTHS])
def test_the_path_never_outgrows_its_pane(lang: str, cells: int) -> None:
    i18n.use(lang)
    journal = public()
    here = draft("We are working on it.")
    journal.approve(11, journal.ask(10, here.text))
    for minutes in (12, 30):
        assert width(path_line(view_of(journal, minutes, here), cells)) <= cells


def test_an_approval_holds_to_the_last_second() -> None:
    journal = public()
    here = draft("We are working on it.")
    journal.approve(11, journal.ask(10, here.text))
    view = view_of(journal, 21, here)
    assert view.path.until == minute(21)
    assert view.now + timedelta() == view.path.until
    assert "(holds 00:00)" in path(view)

"""The texts of a message in words: length, state, faults; grouped by language; what is left along the path line."""

from __future__ import annotations

import pytest
from moments import draft, view_of
from support import Journal, public

from cockpit import i18n
from cockpit.application.ports import Draft
from cockpit.domain import events as e
from cockpit.domain.approval import message_text
from cockpit.domain.words import Channel, Lang, Stage
from cockpit.lint.engine import lint
from cockpit.lint.model import Context
from cockpit.tui.message_set import beside, left, to_copy
from cockpit.tui.presentation.line import Line, width
from cockpit.tui.presentation.message_set import names, standing
from cockpit.tui.presentation.path import path_line
from cockpit.tui.view import View

EN = draft("One.")
EN_X = draft("One on X.", channel=Channel.X)
JA = draft("一つ。", lang=Lang.JA)
JA_X = draft("Xの一つ。", lang=Lang.JA, channel=Channel.X)
SET = (EN, EN_X, JA, JA_X)
VIEW = view_of(public(), 12, *SET)


def asked(journal: Journal, *drafts: Draft, approved: bool = True) -> str:
    shown = tuple(message_text(d.lang, d.channel, d.text) for d in drafts)
    request = journal.add(12, e.Asked(shown, Stage.UPDATE, None))
    if approved:
        journal.approve(13, request)
    return request


def out(journal: Journal, each: Draft, request: str, at: float = 14) -> None:
    journal.post(at, request=request, text=each.text, lang=each.lang, channel=each.channel)


def text(line: Line) -> str:
    return "".join(part for part, _ in line)


def test_a_text_s_length_state_and_faults_in_one_line() -> None:
    fault = draft("It will be fixed within 10 minutes.", channel=Channel.X)
    view = view_of(public(), 12, fault)
    assert standing(view, fault, lint(fault.text, Context(channel=Channel.X))) == "35/280 | draft | 1 don't"
    assert standing(view, None, None) == "empty"
    assert standing(view, EN, lint(EN.text)) == "4 | draft"


def test_a_text_of_another_message_says_which() -> None:
    old = draft("Old.", channel=Channel.EMAIL, stage=Stage.INITIAL)
    view = view_of(public(), 12, EN, old)
    assert standing(view, old, lint(old.text)) == "4 | draft | initial post"
    assert beside(view) == ()


def test_texts_are_named_by_language_in_the_order_given() -> None:
    assert names(VIEW, SET) == "en, ja: status page, X"
    assert names(VIEW, (JA_X, EN)) == "ja: X; en: status page"


def test_before_anything_is_out_nothing_is_left() -> None:
    journal = public()
    asked(journal, *SET)
    view = view_of(journal, 13, *SET)
    assert left(view) == ()
    assert to_copy(view) == SET[1:]
    assert beside(view) == SET[1:]


def test_what_is_left_is_what_was_asked_for_with_the_first_and_still_reads_so() -> None:
    journal = public()
    request = asked(journal, *SET)
    out(journal, EN, request)
    assert left(view_of(journal, 15, *SET)) == (EN_X, JA, JA_X)
    assert left(view_of(journal, 15, EN, EN_X, draft("別の文。", lang=Lang.JA), JA_X)) == (EN_X, JA_X)
    # It stays left when the approval has grown old: it must be asked for again.
    assert left(view_of(journal, 30, *SET)) == (EN_X, JA, JA_X)
    asked(journal, draft("Another message."))
    assert left(view_of(journal, 15, *SET)) == ()


def view_left(shown: Draft) -> View:
    journal = public()
    request = asked(journal, *SET)
    out(journal, EN, request)
    return view_of(journal, 15, shown, *(d for d in SET if d != shown))


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("cells", [48, 50, 78, 130])
def test_the_path_says_at_every_width_how_many_are_left(lang: str, cells: int) -> None:
    i18n.use(lang)
    for shown in (EN, JA):
        line = path_line(view_left(shown), cells)
        assert width(line) <= cells
        assert "…" not in text(line)
        count = 3 if shown is EN else 2
        assert str(count) in text(line) or names(VIEW, tuple(d for d in SET[1:] if d != shown)) in text(line)


def test_where_there_is_room_the_path_names_what_is_left() -> None:
    assert "still to post: en: X; ja: status page, X (alt+c)" in text(path_line(view_left(EN), 78))
    assert text(path_line(view_left(JA), 130)).endswith(" | still to post: en, ja: X")

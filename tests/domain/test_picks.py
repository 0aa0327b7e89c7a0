"""Lists of names to pick from: read, changed and completed as they are typed, in every language at once."""

from __future__ import annotations

import pytest

from cockpit.domain.facts import LocalText
from cockpit.domain.picks import complete, everywhere, named, repicked, spellings
from cockpit.domain.words import Lang

API = everywhere("API")
NOTES = LocalText("Notifications", "通知")
MAIL = LocalText("E-mail", "メール")
PICKS = (API, NOTES, MAIL)


def test_every_spelling_is_known_once() -> None:
    assert spellings(PICKS) == ("API", "Notifications", "通知", "E-mail", "メール")


def test_a_list_names_picks_in_its_own_language_whatever_their_case_and_width() -> None:
    assert named("notifications, ＡＰＩ, something else", Lang.EN, PICKS) == (API, NOTES)
    assert named("通知、API", Lang.JA, PICKS) == (API, NOTES)
    assert named("Notifications", Lang.JA, PICKS) == ()
    assert named("", Lang.EN, PICKS) == ()


@pytest.mark.parametrize(
    ("text", "lang", "before", "after", "picked"),
    [
        ("", Lang.EN, (), (NOTES,), "Notifications"),
        ("", Lang.JA, (), (NOTES, API), "通知、API"),
        ("API", Lang.EN, (API,), (API, MAIL), "API, E-mail"),
        ("API, E-mail", Lang.EN, (API, MAIL), (MAIL,), "E-mail"),
        # Free text stays, wherever it stands.
        ("search for some, API", Lang.EN, (API,), (NOTES,), "search for some, Notifications"),
        ("検索の一部", Lang.JA, (), (NOTES,), "検索の一部、通知"),
        # A comma at the end is where the next one goes.
        ("API, ", Lang.EN, (API,), (API, MAIL), "API, E-mail"),
        # What is there already isn't added again, and nothing is rewritten for nothing.
        ("api,e-mail", Lang.EN, (API, MAIL), (API, MAIL), "api,e-mail"),
        ("API", Lang.EN, (), (API,), "API"),
        ("", Lang.EN, (API,), (), ""),
    ],
)
def test_what_is_picked_is_added_and_what_no_longer_is_goes(
    text: str, lang: Lang, before: tuple[LocalText, ...], after: tuple[LocalText, ...], picked: str
) -> None:
    assert repicked(text, lang, before, after) == picked


def test_a_name_that_two_picks_share_stays_while_one_of_them_is_picked() -> None:
    letters = LocalText("E-mail", "郵便")
    assert repicked("E-mail", Lang.EN, (MAIL, letters), (letters,)) == "E-mail"


def test_a_pick_without_a_name_in_a_language_is_not_said_in_it() -> None:
    assert repicked("API", Lang.JA, (), (LocalText("Search", ""),)) == "API"
    assert repicked("API", Lang.JA, (LocalText("Search", ""),), ()) == "API"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("no", "Notifications"),
        ("api, e", "api, E-mail"),
        ("API,e", "API,E-mail"),
        ("メール、通", "メール、通知"),
        ("ａ", "API"),
        # What is in the list isn't offered again.
        ("API, a", None),
        ("API, ", None),
        ("", None),
        ("something", None),
    ],
)
def test_each_item_of_a_list_is_completed_by_itself(typed: str, completed: str | None) -> None:
    assert complete(typed, spellings(PICKS)) == completed

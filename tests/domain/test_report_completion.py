"""The report line completes names that are known, in any script, and spells them as they are known."""

from __future__ import annotations

import pytest
from support import minute

from cockpit.domain.report_completion import Completer, Known, merged
from cockpit.domain.report_line import parse

KNOWN = Known(
    ("Acme Travel", "Acme", "アクメ商事", "株式会社グローブ", "Globex"),
    ("SMS", "Order API", "請求画面"),
    ("EU", "US East", "関東"),
)
COMPLETER = Completer(KNOWN)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("a", "Acme Travel"),
        ("ACME", "Acme Travel"),
        ("Acme Travel", None),
        ("glo", "Globex"),
        ("アク", "アクメ商事"),
        ("ＧＬ", "Globex"),
        ("株", "株式会社グローブ"),
        ("", None),
        ("zz", None),
        ("Acme phone: no SMS #e", "Acme phone: no SMS #EU"),
        ("Acme phone: no SMS ＃ｅ", "Acme phone: no SMS ＃EU"),
        ("Acme: late @", "Acme: late @SMS"),
        ("Acme: late @order a", "Acme: late @Order API"),
        ("アクメ：開かない ＠請", "アクメ：開かない ＠請求画面"),
        ("@s", "@SMS"),
        ("Acme: glo", None),
        ("アクメ： アク", None),
        ("mail a@glo", None),
        ("ｱｸ", "アクメ商事"),
        # A sound mark of its own makes what is typed longer than what is known: nothing could be shown behind it.
        ("株式会社ｸﾞ", None),
    ],
)
def test_the_name_at_the_end_is_completed(typed: str, completed: str | None) -> None:
    assert COMPLETER.complete(typed) == completed


def test_a_completion_always_begins_with_what_was_typed_but_for_case_and_width() -> None:
    for typed in ("a", "ACME", "Ａ", "ｸﾞ", "㈱"):
        completed = COMPLETER.complete(typed)
        assert completed is None or len(completed) > len(typed)


def test_names_are_merged_once_each_the_first_spelling_staying() -> None:
    assert merged(["EU", "US"], ["eu", "ＵＳ", "JP"]) == ("EU", "US", "JP")


def test_a_known_name_may_have_a_space_and_is_spelt_as_it_is_known() -> None:
    found = parse("ACME phone: no SMS #us east @order api since 13:58", minute(3), KNOWN)
    assert (found.customer, found.region, found.component) == ("Acme", "US East", "Order API")
    assert (found.text, found.since) == ("no SMS since 13:58", minute(-2))


def test_what_only_begins_like_a_known_name_is_no_such_name() -> None:
    found = parse("Acme: late @order apis #us", minute(3), KNOWN)
    assert (found.component, found.region) == ("order", "us")
    assert found.text == "late apis"

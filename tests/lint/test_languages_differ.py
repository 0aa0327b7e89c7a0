"""What differs between the two languages of a message is said with what stands there, read in each audience's zone."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from cockpit.domain.words import Channel, Lang
from cockpit.i18n import tell, use
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Facts, Severity

TWO_PM = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")
EN = "Notifications arrive up to 15 minutes late in Europe. The next update will come by 14:40 UTC."
JA = "欧州で通知が最大15分遅れています。次回は23:40 JSTまでにお知らせいたします。"
NAMES = (("Notifications", "通知"), ("Europe", "欧州"), ("Push (iOS)", "プッシュ（iOS）"))


def context(lang: Lang, other: str) -> Context:
    here, there = (TWO_PM, TWO_PM.astimezone(TOKYO)) if lang is Lang.EN else (TWO_PM.astimezone(TOKYO), TWO_PM)
    return Context(lang=lang, posted_at=here, other=other, other_posted_at=there, facts=Facts(names=NAMES))


def hints(text: str, lang: Lang, other: str) -> list[tuple[str, str, Severity]]:
    """The phrases that differ, what is said of each, and how much it weighs."""
    found = lint(text, context(lang, other)).findings
    return [(f.text, tell(f.message), f.severity) for f in found if f.rule == "contradiction"]


def wanted(text: str, lang: Lang, other: str) -> list[str]:
    return [tell(m.message) for m in lint(text, context(lang, other)).missing if m.rule == "missing-counterpart"]


@pytest.mark.parametrize(("text", "lang", "other"), [(EN, Lang.EN, JA), (JA, Lang.JA, EN)])
def test_texts_that_say_the_same_have_no_hint(text: str, lang: Lang, other: str) -> None:
    assert hints(text, lang, other) == []
    assert wanted(text, lang, other) == []


def test_another_time_is_named_with_what_the_other_says_in_this_audience_s_zone_too() -> None:
    late = JA.replace("23:40 JST", "15:00 JST")
    assert hints(EN, Lang.EN, late) == [
        ("by 14:40 UTC", "the Japanese says 15:00 JSTまでに (06:00 UTC)", Severity.WARNING)
    ]
    assert hints(late, Lang.JA, EN) == [
        ("15:00 JSTまでに", "the English says by 14:40 UTC (23:40 JST)", Severity.WARNING)
    ]


def test_the_hint_is_japanese_on_a_japanese_screen() -> None:
    use("ja")
    try:
        (hint,) = hints(EN, Lang.EN, JA.replace("23:40", "23:50"))
    finally:
        use("en")
    assert hint[1].startswith("日本語では23:50 JST")


def test_a_time_without_a_zone_is_in_its_own_audience_s() -> None:
    bare = JA.replace("23:40 JST", "23:40")
    assert hints(EN, Lang.EN, bare) == []
    assert hints(EN.replace("14:40 UTC", "14:40"), Lang.EN, bare) == []
    assert hints(bare, Lang.JA, EN.replace("14:40 UTC", "14:40")) == []
    (hint,) = hints(EN, Lang.EN, bare.replace("23:40", "23:55"))
    assert "(14:55 UTC)" in hint[1]


def test_another_number_is_named() -> None:
    assert hints("About 12% fail.", Lang.EN, "約15%が失敗しています。") == [
        ("12%", "the Japanese says 15%", Severity.WARNING)
    ]
    assert hints("約15%が失敗しています。", Lang.JA, "About 12% fail.") == [
        ("15%", "the English says 12%", Severity.WARNING)
    ]


def test_a_promise_that_one_makes_and_the_other_does_not_is_hinted_in_both() -> None:
    silent = "欧州で通知が最大15分遅れています。"
    assert wanted(EN, Lang.EN, silent) == ["in the Japanese too: by 14:40 UTC"]
    assert wanted(silent, Lang.JA, EN) == ["what the English says: by 14:40 UTC (23:40 JST)"]
    assert hints(EN, Lang.EN, silent) == hints(silent, Lang.JA, EN) == []


@pytest.mark.parametrize(
    ("text", "lang", "other", "here", "there"),
    [
        (EN, Lang.EN, JA.replace("欧州で", ""), "Europe", "欧州"),
        (JA, Lang.JA, EN.replace(" in Europe", ""), "欧州", "Europe"),
        ("Push (iOS) fails.", Lang.EN, "失敗しています。", "Push (iOS)", "プッシュ(iOS)"),
    ],
)
def test_a_component_or_region_that_one_names_alone_is_hinted_in_both(
    text: str, lang: Lang, other: str, here: str, there: str
) -> None:
    assert hints(text, lang, other) == []
    assert wanted(text, lang, other) == [f"in the {'Japanese' if lang is Lang.EN else 'English'} too: {there}"]
    back = Lang.JA if lang is Lang.EN else Lang.EN
    (hint,) = wanted(other, back, text)
    assert hint.startswith(f"{there}, as the ")
    assert hint.endswith(f"does: {here}")


def test_a_name_is_no_part_of_a_longer_word() -> None:
    facts = Facts(names=(("EU", "欧州"),))
    read = lint("Queues are long.", Context(posted_at=TWO_PM, facts=facts, other="混み合っています。"))
    assert not [m for m in read.missing if m.rule == "missing-counterpart"]


def test_a_small_number_may_be_written_out() -> None:
    assert hints("Two functions fail.", Lang.EN, "2つの機能が利用できません。") == []
    assert wanted("Two functions fail.", Lang.EN, "2つの機能が利用できません。") == []


@pytest.mark.parametrize(
    ("lang", "char", "cut"), [(Lang.EN, "a", "cut 12 characters"), (Lang.JA, "あ", "cut 6 full-width")]
)
def test_too_long_for_x_says_how_much_to_cut(lang: Lang, char: str, cut: str) -> None:
    text = char * (292 if lang is Lang.EN else 146)
    (finding,) = [f for f in lint(text, Context(lang=lang, channel=Channel.X)).findings if f.rule == "too-long"]
    assert cut in tell(finding.message)


def test_what_must_be_taken_out_is_not_wanted_in_the_other_language() -> None:
    flagged = JA + "10分以内に復旧する見込みです。"
    assert wanted(flagged, Lang.JA, EN) == []
    assert wanted(EN, Lang.EN, flagged) == []

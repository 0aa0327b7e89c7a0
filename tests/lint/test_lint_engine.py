"""The engine on whole messages: offsets, fixes, what is let pass, settings, and time linear in the text."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.domain.words import Lang, Phase
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Facts, Finding, Severity
from cockpit.lint.model import Settings as LintSettings
from cockpit.lint.registry import RULES, check_settings

TWO_PM = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ON_THE_CLOCK = Context(posted_at=TWO_PM, latest=TWO_PM + timedelta(minutes=20))


def found(text: str, rule: str, context: Context | None = None) -> list[Finding]:
    return [finding for finding in lint(text, context).findings if finding.rule == rule]


def mended(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    start, end = finding.fix_span or (finding.start, finding.end)
    return text[:start] + finding.fix + text[end:]


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "🚧 ﾛｸﾞｲﾝ障害は１０分以内に解消します。㍿"
    (finding,) = found(text, "eta")
    assert finding.text == "１０分以内に" == text[finding.start : finding.end]


def test_a_message_in_two_languages_is_read_in_both() -> None:
    text = "現在ログインできません。\n15時頃に復旧見込みです。\n\nLogin is not working. We expect recovery by 3 pm."
    assert [finding.text for finding in found(text, "eta")] == ["15時頃に", "by 3 pm"]


def test_an_empty_text_has_nothing() -> None:
    result = lint("")
    assert result.findings == ()
    assert result.lang is Lang.EN
    assert result.length.characters == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A fix is being deployed and should be done within 10 minutes.",
            "A fix is being deployed.",
        ),
        (
            "We have found the cause, and we expect recovery by 15:30. Next update at 14:15.",
            "We have found the cause. Next update at 14:15.",
        ),
        (
            "Logins fail in Europe. Service should be back within the hour. Next update at 14:15.",
            "Logins fail in Europe. Next update at 14:15.",
        ),
        (
            "Logins fail in Europe. Service should be back shortly.",
            "Logins fail in Europe. We will post the next update by 14:20 UTC.",
        ),
        (
            "ログインできません。30分以内に復旧します。",
            "ログインできません。次回の更新は14:20(UTC)までにお知らせします。",
        ),
    ],
)
def test_a_safe_fix_takes_the_eta_away_and_nothing_else(text: str, expected: str) -> None:
    (finding,) = [f for f in lint(text, ON_THE_CLOCK).findings if f.rule in ("eta", "eta-vague")]
    assert mended(text, finding) == expected
    assert not found(expected, "eta", ON_THE_CLOCK)
    assert not found(expected, "eta-vague", ON_THE_CLOCK)


def test_where_a_fix_would_lose_something_a_person_decides() -> None:
    text = "The outage that affects all customers in Europe and stops sign-ins from phones should end by 16:00; sorry."
    (finding,) = found(text, "eta", ON_THE_CLOCK)
    assert finding.fix is None
    assert finding.suggestion == "We will post the next update by 14:20 UTC."


def test_a_vague_promise_gets_the_latest_time_allowed() -> None:
    text = "We will tell you more as soon as we know more."
    (finding,) = found(text, "next-update-vague", ON_THE_CLOCK)
    assert mended(text, finding) == "We will tell you more by 14:20 UTC."


def test_a_vague_promise_is_fine_beside_one_with_a_time() -> None:
    text = "We will tell you more as soon as we know more. The next update comes by 14:20 UTC."
    assert not found(text, "next-update-vague", ON_THE_CLOCK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Next update at 14:15 UTC.", TWO_PM.replace(minute=15)),
        ("Next update in 20 minutes.", TWO_PM + timedelta(minutes=20)),
        ("Next update at 23:10 JST.", TWO_PM.replace(minute=10)),
        ("Next update at half past two.", TWO_PM.replace(minute=30)),
        ("Updates follow hourly.", TWO_PM.replace(hour=15)),
        ("We update this page on the hour.", TWO_PM.replace(hour=15)),
        ("Next update at 00:30.", TWO_PM.replace(day=24, hour=0, minute=30)),
        ("Next update tomorrow at 9 a.m. PT.", TWO_PM.replace(day=24, hour=17)),
        ("A report follows on Friday; next update by 14:20.", TWO_PM.replace(minute=20)),
        ("次回の更新は23時15分(JST)です。", TWO_PM.replace(minute=15)),
        ("We are investigating.", None),
        ("The problem was solved at 13:00 UTC.", None),
    ],
)
def test_the_promise_is_read_out_of_the_text(text: str, expected: datetime | None) -> None:
    assert lint(text, ON_THE_CLOCK).next_update == expected


def test_times_without_a_zone_are_in_the_posts_zone() -> None:
    tokyo = TWO_PM.astimezone(timezone(timedelta(hours=9), "JST"))
    promised = lint("Next update at 23:20.", Context(posted_at=tokyo)).next_update
    assert promised == TWO_PM + timedelta(minutes=20)


def test_without_a_clock_there_is_no_promise_and_none_is_late() -> None:
    result = lint("Next update at 14:15 UTC, by the end of next week.")
    assert result.next_update is None
    assert not [f for f in result.findings if f.rule in ("next-update-past", "next-update-late")]


def test_what_the_liaison_let_pass_is_silent_for_that_text_only() -> None:
    context = Context(suppressed=frozenset({("eta", "by 16:00")}))
    assert not found("Service is back by 16:00.", "eta", context)
    assert found("Service is back by 17:00.", "eta", context)


@pytest.mark.parametrize(
    ("rule", "text"),
    [("secret", "Use AKIAIOSFODNN7EXAMPLQ to sign in."), ("pii", "Write to jane.roe@customer.co.jp for help.")],
)
def test_secrets_and_personal_data_are_never_let_pass(rule: str, text: str) -> None:
    (finding,) = found(text, rule)
    assert found(text, rule, Context(suppressed=frozenset({(rule, finding.text)}))) == [finding]


def test_an_allowed_word_silences_what_lies_within_it() -> None:
    allowed = Context(settings=LintSettings(allowed_words=("ETA 2h menu",)))
    assert not found("The ETA 2h menu is back.", "eta", allowed)
    assert found("ETA 2h.", "eta", allowed)


def test_a_rule_can_be_switched_off_or_weigh_less() -> None:
    text = "Service should be back by 16:00."
    assert not found(text, "eta", Context(settings=LintSettings(off=frozenset({"eta"}))))
    (finding,) = found(text, "eta", Context(settings=LintSettings(severities={"eta": Severity.INFO})))
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (LintSettings(off=frozenset({"etaa"})), "etaa"),
        (LintSettings(severities={"no-such": Severity.INFO}), "no-such"),
        (LintSettings(internal_words=("(",)), "("),
    ],
)
def test_settings_that_name_what_is_not_there_are_refused(wrong: LintSettings, named: str) -> None:
    with pytest.raises(ValueError, match=r"rule|pattern") as raised:
        check_settings(wrong)
    assert named in str(raised.value)


def test_settings_that_name_rules_are_taken() -> None:
    check_settings(LintSettings(off=frozenset(RULES), severities=dict.fromkeys(RULES, Severity.INFO)))


def test_texts_that_name_the_same_minute_agree() -> None:
    context = Context(posted_at=TWO_PM, other="次回の更新は23:40(JST)です。約12%の失敗です。")
    assert not found("The next update comes at 14:40 UTC. About 12% fail.", "contradiction", context)
    (finding,) = found("The next update comes at 14:50 UTC. About 12% fail.", "contradiction", context)
    assert finding.text == "at 14:50 UTC"


def test_resolved_is_fine_once_the_phase_is() -> None:
    text = "The incident has been resolved."
    assert found(text, "contradiction", Context(facts=Facts(phase=Phase.MONITORING)))
    assert not found(text, "contradiction", Context(facts=Facts(phase=Phase.RESOLVED)))


ADVERSARIAL = {
    "digits": "1" * 100_000,
    "letters": "a" * 100_000,
    "dots": "a." * 50_000,
    "colons": "1:" * 50_000,
    "leads": "by the end of " * 7_000,
    "times": "15:00 " * 16_000,
    "ranges": "10-" * 33_000,
    "modals": "will be should expect to " * 4_000,
    "resolved": "resolved and " * 7_700,
    "lines": "a,\n" * 33_000,
    "hosts": "db-01-" * 16_600,
    "brackets": "[({" * 33_000,
    "kana": "あ" * 100_000,
    "japanese times": "15時頃" * 25_000,
    "japanese verbs": "復旧する見込み" * 14_000,
    "marks": "e\u0301" * 50_000,
    "half-width": "ｶﾞ" * 50_000,
    "emoji": "👩‍💻" * 33_000,
}


def seconds(text: str) -> float:
    started = time.process_time()
    lint(text, ON_THE_CLOCK)
    return time.process_time() - started


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_is_linear_in_the_text(name: str) -> None:
    text = ADVERSARIAL[name]
    lint(text[:2_000], ON_THE_CLOCK)
    short = seconds("x " + text[:25_000])
    long = seconds("y " + text)
    assert long < 12 * short + 0.5, f"{short:.3f} s for a quarter, {long:.3f} s for all"


PIECES = st.sampled_from(
    (
        *(
            "by ",
            "within ",
            "10 minutes",
            "15:00",
            " UTC",
            "we expect ",
            "recovery ",
            "next update ",
            "soon",
            "。",
            "15時",
        ),
        *(
            "に",
            "復旧",
            "します",
            "[",
            "]",
            "{{",
            "}}",
            "\n",
            ". ",
            "\u0301",
            "ｶﾞ",
            "㍿",
            "\ud800",
            "🇯🇵",
            "\x00",
            "\u202e",
        ),
        *("10.0.0.1", "@", "+81", "!", "~", "−"),
    )
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(st.characters(codec=None), max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_and_every_offset_is_its_own(text: str) -> None:
    context = Context(posted_at=TWO_PM, latest=TWO_PM, facts=Facts(phase=Phase.IDENTIFIED, regions=("EU",)), other=text)
    for finding in lint(text, context).findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        if finding.fix is not None:
            start, end = finding.fix_span or (finding.start, finding.end)
            assert 0 <= start <= end <= len(text)

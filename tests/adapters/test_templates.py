"""The prepared messages: every one of them, in both languages, for every channel, with little and with much known."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
import twitter_text
from template_samples import SAMPLES, sample

from cockpit.adapters.template_facts import KNOWN, PLACEHOLDERS, placeholder
from cockpit.adapters.templates import Templates, UnknownTemplate, split_email
from cockpit.application.ports import TemplateFailure
from cockpit.domain.facts import NOTHING_LINGERS, NOTHING_LOST
from cockpit.domain.words import Lang, Stage

TEMPLATES = Templates()
MESSAGES = frozenset(
    {
        "initial",
        "scoping",
        "update-no-change",
        "update-impact-changed",
        "update-mitigation",
        "long-forecast",
        "long-reduced-frequency",
        "monitoring",
        "resolved",
        "resolved-data-lost-or-delayed",
        "resolved-residual-impact",
        "opened-and-resolved",
        "limited",
        "premium-notice",
        "premium-resolved",
        "retraction",
        "where-we-failed",
        "postmortem",
        "customer-reply",
    }
)
TO_THE_TEAM = frozenset({"approval-request", "relay-digest", "handover"})
PLACEHOLDER = re.compile(r"\[[A-Z][A-Z -]+\]|【[^】]+】")


def cases() -> Iterator[tuple[str, Lang, str, str]]:
    for template in TEMPLATES.prepared():
        for channel in template.channels:
            for facts in SAMPLES:
                yield template.name, template.lang, channel, facts


CASES = tuple(cases())


@pytest.mark.parametrize("lang", Lang)
def test_every_message_of_the_guide_is_prepared_in_each_language(lang: Lang) -> None:
    names = {info.name for info in TEMPLATES.names() if info.lang is lang}
    assert names == MESSAGES
    assert {p.name for p in TEMPLATES.prepared() if p.lang is lang} == MESSAGES | TO_THE_TEAM


def test_every_stage_has_a_template() -> None:
    assert {info.stage for info in TEMPLATES.names()} == set(Stage)


def test_the_languages_agree_on_the_stage_and_the_facts_needed() -> None:
    english = {p.name: (p.stage, p.required) for p in TEMPLATES.prepared() if p.lang is Lang.EN}
    japanese = {p.name: (p.stage, p.required) for p in TEMPLATES.prepared() if p.lang is Lang.JA}
    assert english == japanese


def test_every_header_says_what_the_message_is_and_when_to_use_it() -> None:
    for template in TEMPLATES.prepared():
        assert template.title, template.path
        assert template.when, template.path
        assert set(template.required) <= KNOWN, template.path
        assert template.builtin


def test_nothing_is_wrong_with_any_of_them() -> None:
    assert TEMPLATES.check() == ()
    assert TEMPLATES.problems() == ()


@pytest.mark.parametrize(("name", "lang", "channel", "facts"), CASES)
def test_a_filled_message_is_whole_and_says_nothing_unfilled(name: str, lang: Lang, channel: str, facts: str) -> None:
    text = TEMPLATES.render(name, lang, channel, sample(facts, lang))
    assert not PLACEHOLDER.search(text)
    assert "{" not in text
    assert "}" not in text
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]+$| {2,}|。。|\.\.|、、|, ,|None|。\.|\.。", text, re.MULTILINE)


@pytest.mark.parametrize(("name", "lang", "channel", "facts"), [case for case in CASES if case[2] == "x"])
def test_a_post_on_x_fits_with_its_link(name: str, lang: Lang, channel: str, facts: str) -> None:
    known = {**sample(facts, lang), "link": "https://status.example.com/incidents/42"}
    text = TEMPLATES.render(name, lang, channel, known)
    assert "https://status.example.com" in text
    assert twitter_text.parse_tweet(text).weightedLength <= 280


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("channel", ["status", "x", "email"])
def test_every_message_while_unresolved_says_when_the_next_update_comes(lang: Lang, channel: str) -> None:
    over = {Stage.RESOLUTION, Stage.RETRACTION, Stage.POSTMORTEM}
    for info in TEMPLATES.names():
        if info.lang is lang:
            text = TEMPLATES.render(info.name, lang, channel, {"next_update": "14:31 UTC", "phase": "identified"})
            resolved = info.stage in over or info.name == "premium-resolved"
            assert ("14:31 UTC" in text) is not resolved, info.name


@pytest.mark.parametrize("lang", Lang)
def test_what_is_missing_shows_as_a_placeholder_where_it_is_needed(lang: Lang) -> None:
    for template in TEMPLATES.prepared():
        seen = "".join(TEMPLATES.render(template.name, lang, channel, {}) for channel in template.channels)
        missing = [name for name in template.required if placeholder(name, lang) not in seen]
        assert missing == [], template.name


def test_placeholders_look_like_placeholders_and_differ() -> None:
    assert placeholder("impact", Lang.EN) == "[IMPACT]"
    assert placeholder("next_update", Lang.EN) == "[NEXT UPDATE]"
    assert placeholder("regions", Lang.JA) == "【要記入：地域名】"
    assert all(PLACEHOLDER.fullmatch(placeholder(name, lang)) for name in PLACEHOLDERS for lang in Lang)


@pytest.mark.parametrize("empty", ["", "  ", None, [], (), ["", " "], "\x1b[31m"])
def test_an_empty_fact_counts_as_missing(empty: object) -> None:
    text = TEMPLATES.render("scoping", Lang.EN, "status", {**sample("full", Lang.EN), "regions": empty})
    assert "Affected regions: [REGIONS]" in text


def test_a_list_is_written_as_the_language_does() -> None:
    facts = {"components": ["Push", "SMS", "Email"]}
    assert "with Push, SMS and Email" in TEMPLATES.render("initial", Lang.EN, "status", facts)
    assert "対象の機能：Push、SMS、Email" in TEMPLATES.render("scoping", Lang.JA, "status", facts)


def test_an_impact_becomes_a_sentence() -> None:
    facts = sample("full", Lang.EN)
    for given, written in [
        ("delayed notifications", "Delayed notifications."),
        ("Logins fail.", "Logins fail."),
        ("iPhone users can't log in", "iPhone users can't log in."),
        ("api.example.com answers slowly", "api.example.com answers slowly."),
        ("Logins fail\nand searches too", "Logins fail and searches too."),
    ]:
        assert TEMPLATES.render("scoping", Lang.EN, "status", {**facts, "impact": given}).startswith(written + "\n")


def test_an_email_has_a_subject_of_one_line_and_a_body() -> None:
    for lang, prefix in ((Lang.EN, "Subject: "), (Lang.JA, "件名：")):
        facts = {**sample("full", lang), "components": ["Push\nnotifications"]}
        text = TEMPLATES.render("scoping", lang, "email", facts)
        assert text.startswith(prefix)
        subject, body = split_email(text)
        assert "Push notifications" in subject
        assert text == f"{prefix}{subject}\n\n{body}"


def test_a_text_without_a_subject_line_is_all_body() -> None:
    assert split_email("Hello,\n\nall is well.") == ("", "Hello,\n\nall is well.")
    assert split_email("件名: 続報\n本文") == ("続報", "本文")


@pytest.mark.parametrize("channel", ["status", "x", "email"])
def test_a_resolved_message_says_what_the_ic_said_of_data_and_of_what_remains(channel: str) -> None:
    for name in ("resolved", "opened-and-resolved"):
        for lang in Lang:
            nothing = {"data_loss": NOTHING_LOST.get(lang), "lingering": NOTHING_LINGERS.get(lang)}
            text = TEMPLATES.render(name, lang, channel, {**sample("full", lang), **nothing})
            assert NOTHING_LOST.get(lang) in text
            assert NOTHING_LINGERS.get(lang).split("。")[0] in text
            unsaid = TEMPLATES.render(name, lang, channel, {**sample("full", lang), "data_loss": "", "lingering": ""})
            assert placeholder("data_loss", lang) in unsaid
            assert placeholder("lingering", lang) in unsaid


def test_a_resolved_message_never_denies_what_the_facts_say() -> None:
    lost = {"components": ["Push"], "data_loss": "Ten minutes of messages were lost"}
    for name in ("resolved", "opened-and-resolved", "customer-reply", "postmortem"):
        text = TEMPLATES.render(name, Lang.EN, "status", lost)
        assert "Ten minutes of messages were lost." in text, name
        assert "No data was lost" not in text, name
    left = {"components": ["プッシュ通知"], "lingering": "既読の表示が古いままです"}
    text = TEMPLATES.render("resolved", Lang.JA, "x", left)
    assert "既読の表示が古いままです" in text
    assert "残っている影響もございません" not in text


def test_a_reply_and_an_account_claim_no_intact_data_unless_the_facts_do() -> None:
    for name in ("customer-reply", "postmortem", "resolved-residual-impact"):
        assert "[DATA LOSS]" in TEMPLATES.render(name, Lang.EN, "status", {})


def test_where_we_failed_speaks_of_the_present_until_it_is_resolved() -> None:
    facts = sample("full", Lang.EN)
    during = TEMPLATES.render("where-we-failed", Lang.EN, "status", {**facts, "phase": "monitoring"})
    after = TEMPLATES.render("where-we-failed", Lang.EN, "status", {**facts, "phase": "resolved"})
    assert "next update" in during
    assert "recovery is under way" in during
    assert "next update" not in after
    assert "is resolved" in after


def test_a_relay_is_one_sentence_to_say_and_a_list_to_paste() -> None:
    facts = sample("full", Lang.EN)
    assert TEMPLATES.render("relay-digest", Lang.EN, "voice", facts) == (
        "6 customers have reported, 4 by phone, 2 by email: no notifications since 14:02 UTC, EU and US; premium: Acme."
    )
    assert "1 customer has reported" in TEMPLATES.render("relay-digest", Lang.EN, "voice", {**facts, "customers": 1})
    chat = TEMPLATES.render("relay-digest", Lang.JA, "chat", sample("full", Lang.JA))
    assert chat.startswith("お客様からの報告：6社（電話4件、メール2件）\n内容：")
    assert chat.splitlines()[-2:] == [
        "- 23:22 アクメ（電話）：SMSが届かない",
        "- 23:25 グロベックス（メール）：通知が遅い",
    ]


def test_an_approval_request_shows_the_exact_text() -> None:
    message = "Line one  with two spaces.\n\nLine three."
    text = TEMPLATES.render("approval-request", Lang.EN, "chat", {"message": message, "target_phase": "monitoring"})
    assert "> Line one  with two spaces.\n>\n> Line three." in text
    assert "to Monitoring" in text


def test_a_handover_fits_half_a_page() -> None:
    for lang in Lang:
        text = TEMPLATES.render("handover", lang, "chat", sample("full", lang))
        assert len(text.splitlines()) <= 25


def test_an_unknown_name_is_refused_in_words() -> None:
    with pytest.raises(TemplateFailure, match="there is no template “nothing” in “en”") as caught:
        TEMPLATES.render("nothing", Lang.EN, "status", {})
    assert isinstance(caught.value, UnknownTemplate)


def test_listing_the_templates_imports_no_jinja2() -> None:
    code = "import sys; from cockpit.adapters.templates import Templates; "
    code += "assert Templates().names(); assert 'jinja2' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

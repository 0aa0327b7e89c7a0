"""Names of the inside: what an organisation's settings change, zones, and how hostile texts are borne."""

from __future__ import annotations

import time

import pytest

from cockpit.domain.words import Lang
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Settings, Severity


def found(text: str, settings: Settings | None = None, rule: str = "internal") -> list[str]:
    context = Context(lang=Lang.EN, settings=settings or Settings())
    return [one.text for one in lint(text, context).findings if one.rule == rule]


def test_own_words_are_flagged_without_case() -> None:
    settings = Settings(internal_words=("bluebird", r"proj-[a-z]+"))
    assert found("BlueBird and proj-falcon are slow.", settings) == ["BlueBird", "proj-falcon"]
    assert found("BlueBird and proj-falcon are slow.") == []


def test_an_own_word_that_is_no_pattern_does_not_stop_the_reading() -> None:
    assert found("BlueBird runs on 10.1.1.1.", Settings(internal_words=("(", "bluebird"))) == ["BlueBird", "10.1.1.1"]


def test_hosts_under_an_own_domain_pass_unless_they_tell_of_the_inside() -> None:
    settings = Settings(own_domains=("int.example.edu",))
    assert found("Sign in at portal.int.example.edu.") == ["portal.int.example.edu"]
    assert found("Sign in at portal.int.example.edu.", settings) == []
    assert found("It is db-master-01.int.example.edu.", settings) == ["db-master-01.int.example.edu"]


def test_a_zone_is_a_warning_and_a_host_an_error() -> None:
    findings = lint("eu-west-1b and lb-02 are slow.", Context(lang=Lang.EN)).findings
    assert [(one.text, one.severity) for one in findings] == [
        ("eu-west-1b", Severity.WARNING),
        ("lb-02", Severity.ERROR),
    ]


def test_names_under_a_public_suffix_are_told_from_made_up_ones() -> None:
    assert found("Both corp.example.co.jp and intranet.co.jp answer.") == ["corp.example.co.jp"]


def test_our_own_mail_is_no_personal_data() -> None:
    text = "Write to anna.berg@ourshop.se."
    assert found(text, rule="pii") == ["anna.berg@ourshop.se"]
    assert found(text, Settings(own_domains=("ourshop.se",)), rule="pii") == []


HOSTILE = (
    *("a-1", "a.", "1.1.1.", "x@", "::", "[", "{{", "A-1 ", "we think ", "never ", "(((", "http://", "+1 ", "0-", "!"),
    *("○", "と思", "原因"),
)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_no_faster_than_the_text(piece: str, lang: Lang) -> None:
    def took(length: int) -> float:
        text = (piece * length)[:length]
        start = time.perf_counter()
        lint(text, Context(lang=lang))
        return time.perf_counter() - start

    took(1000)
    short, long = took(10_000), took(100_000)
    assert long < 40 * short + 0.5

"""What each stage's message wants, and that a complete message of each stage wants nothing more."""

from __future__ import annotations

import pytest

from cockpit.domain.words import Lang, Stage
from cockpit.lint.engine import lint
from cockpit.lint.model import Context, Facts, Severity

WANTED = {
    Stage.INITIAL: {"awareness", "scope-to-follow", "next-update"},
    Stage.SCOPING: {"impact", "components", "regions", "workaround", "next-update"},
    Stage.UPDATE: {"impact", "progress", "workaround", "next-update"},
    Stage.MONITORING: {"progress", "workaround", "next-update"},
    Stage.LONG: {"forecast", "frequency", "workaround", "next-update"},
    Stage.RESOLUTION: {"recovery", "data-loss"},
    Stage.LIMITED: {"impact", "workaround", "next-update"},
    Stage.PREMIUM: {"impact", "workaround", "next-update"},
    Stage.RETRACTION: set(),
    Stage.POSTMORTEM: set(),
}

COMPLETE = {
    (
        Stage.INITIAL,
        Lang.EN,
    ): "We are aware of a problem and are investigating. Who is affected will follow in the next update, by 15:00 UTC.",
    (
        Stage.INITIAL,
        Lang.JA,
    ): "問題の発生を確認しました。影響の範囲は、15時までに次回の更新でお知らせします。",
    (Stage.SCOPING, Lang.EN): "Uploads fail for customers in Europe. Next update by 15:00 UTC.",
    (Stage.SCOPING, Lang.JA): "欧州のお客様がファイルをアップロードできません。次回は15時にお知らせします。",
    (Stage.UPDATE, Lang.EN): "Uploads still fail for some. A fix is being deployed. We will post again at 15:00 UTC.",
    (Stage.UPDATE, Lang.JA): "一部でアップロードに失敗しています。修正を進めております。次回は15時にお知らせします。",
    (Stage.MONITORING, Lang.EN): "A fix has been applied and recovery is under way. Next update by 15:00 UTC.",
    (Stage.MONITORING, Lang.JA): "修正を適用し、復旧が進んでおります。次回は15時にお知らせします。",
    (Stage.LONG, Lang.EN): "This is a long incident. We will post every 60 minutes; next update by 15:00 UTC.",
    (Stage.LONG, Lang.JA): "対応が長期化しております。今後は1時間ごとに更新し、次回は15時にお知らせします。",
    (Stage.RESOLUTION, Lang.EN): "Uploads have fully recovered. No data was lost.",
    (Stage.RESOLUTION, Lang.JA): "アップロードは完全に復旧いたしました。データの損失はございません。",
    (Stage.LIMITED, Lang.EN): "Your uploads fail at the moment. I will write again by 15:00 UTC.",
    (Stage.LIMITED, Lang.JA): "現在、御社のアップロードが失敗しております。次回は15時にご連絡いたします。",
}


def missing(text: str, lang: Lang, stage: Stage, facts: Facts | None = None) -> set[str]:
    result = lint(text, Context(lang=lang, stage=stage, facts=facts or Facts()))
    assert {one.severity for one in result.missing} <= {Severity.INFO}
    return {one.rule.removeprefix("missing-") for one in result.missing}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("stage", list(Stage))
def test_a_message_that_says_nothing_lacks_what_its_stage_wants(stage: Stage, lang: Lang) -> None:
    nothing = {Lang.EN: "Thank you.", Lang.JA: "よろしくお願いします。"}[lang]
    assert missing(nothing, lang, stage, Facts(has_workaround=True)) == WANTED[stage]
    assert missing(nothing, lang, stage) == WANTED[stage] - {"workaround"}


@pytest.mark.parametrize(("key", "text"), list(COMPLETE.items()))
def test_a_complete_message_lacks_nothing(key: tuple[Stage, Lang], text: str) -> None:
    stage, lang = key
    assert missing(text, lang, stage) == set()


def test_a_region_of_the_facts_counts_whatever_it_is_called() -> None:
    text = "Uploads fail in Freedonia."
    assert "regions" in missing(text, Lang.EN, Stage.SCOPING)
    assert "regions" not in missing(text, Lang.EN, Stage.SCOPING, Facts(regions=("Freedonia",)))


def test_an_empty_draft_gets_no_hints() -> None:
    assert missing("  \n", Lang.EN, Stage.SCOPING) == set()

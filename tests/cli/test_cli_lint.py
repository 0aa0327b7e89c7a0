"""`cockpit lint`: the answers, the exit codes, the batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

FLAGGED = "We have found the cause.\nLogins should work again within 10 minutes.\n"
CLEAN = "Logins fail for some customers in the EU. The next update comes by 14:20 UTC.\n"


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_flagged_text_exits_with_1_and_says_where(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text(FLAGGED, encoding="utf-8")
    result = run("lint", str(file))
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{file}:2:26: eta: ")
    assert result.stderr == ""


def test_a_clean_text_exits_with_0(run: Run) -> None:
    assert run("lint", "--posted-at", "2026-11-23T14:00Z", input=CLEAN).exit_code == 0


def test_json_counts_code_points_of_the_text_as_given(run: Run) -> None:
    text = "🚧 ﾛｸﾞｲﾝ障害は３０分以内に復旧する見込みです。"
    result = run("lint", "--format", "json", "--lang", "ja", input=text)
    (found,) = rows(result)
    assert result.exit_code == 1
    assert list(found) == ["lang", "stage", "channel", "findings", "missing", "next_update", "length"]
    assert (found["lang"], found["stage"], found["channel"]) == ("ja", "update", "status")
    (eta,) = [each for each in found["findings"] if each["rule"] == "eta"]
    assert text[eta["start"] : eta["end"]] == eta["text"]
    assert eta["text"].startswith("３０分以内")
    assert (eta["severity"], found["length"]["characters"]) == ("error", len(text))
    assert set(eta) == {"rule", "severity", "start", "end", "text", "message", "suggestion"}


def test_the_promise_is_read_against_the_time_of_posting(run: Run) -> None:
    result = run("lint", "--format", "json", "--posted-at", "2026-11-23T14:10+00:00", input=CLEAN)
    assert rows(result)[0]["next_update"] == "2026-11-23T14:20:00+00:00"


@pytest.mark.parametrize("at", ["2026-11-23T23:10+09:00", "2026-11-23T23:10 Asia/Tokyo", "2026-11-23T23:10 JST"])
def test_a_time_without_a_zone_is_in_that_of_posting(run: Run, at: str) -> None:
    text = "通知が遅れています。次回は23:30までにお知らせいたします。"
    result = run("lint", "--format", "json", "--posted-at", at, input=text)
    assert rows(result)[0]["next_update"] == "2026-11-23T23:30:00+09:00"


def test_a_next_update_later_than_the_policy_allows_is_flagged_but_passes(run: Run) -> None:
    late = "Logins fail in the EU. The next update comes by 15:30 UTC."
    result = run("lint", "--posted-at", "2026-11-23T14:00Z", input=late)
    assert "next-update-late" in result.stdout
    assert result.exit_code == 0
    assert (
        "next-update-late" not in run("lint", "--posted-at", "2026-11-23T14:00Z", "--stage", "long", input=late).stdout
    )


def test_many_files_are_all_read_though_one_is_bad(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(FLAGGED)
    (tmp_path / "b").write_bytes(b"caf\xe9")
    (tmp_path / "c").write_text(FLAGGED)
    result = run("lint", *(str(tmp_path / name) for name in "abc"))
    assert result.exit_code == 2
    assert result.stdout.count(" eta: ") + result.stdout.count("eta: ") >= 2
    assert result.stderr.count("\n") == 1
    assert "not UTF-8" in result.stderr


@pytest.mark.parametrize(
    ("args", "text"),
    [
        ((), b""),
        ((), b" \n\t"),
        ((), b"\xff\xfe"),
        (("--stage", "closing"), b"x"),
        (("--channel", "fax"), b"x"),
        (("--lang", "fr"), b"x"),
        (("--posted-at", "2026-11-23T14:00"), b"x"),
        (("--posted-at", "2026-11-23T14:00 Mars/Phobos"), b"x"),
        (("--posted-at", "yesterday"), b"x"),
        (("no-such-file",), b"x"),
        (("/",), b"x"),
    ],
)
def test_bad_input_is_one_line_and_2(run: Run, args: tuple[str, ...], text: bytes) -> None:
    result = run("lint", *args, input=text)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1, result.stderr


def test_text_that_steers_a_terminal_is_shown_inert(run: Run) -> None:
    text = "Back soon \x1b]52;c;aGk=\x07 within 10\u202e minutes."
    for form in ("text", "json"):
        shown = run("lint", "--format", form, input=text).stdout
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


def test_batch_answers_a_line_each_and_goes_on_after_a_bad_one(run: Run) -> None:
    lines = [
        json.dumps({"id": "a", "text": FLAGGED}),
        "{not json",
        json.dumps({"id": 3, "text": CLEAN, "lang": "en", "stage": "scoping", "channel": "x"}),
        json.dumps({"id": "d", "text": "x", "stage": "closing"}),
        json.dumps({"id": "e", "text": "   "}),
        json.dumps({"id": "f", "text": CLEAN, "posted_at": "2026-11-23T14:00"}),
        json.dumps({"id": "g", "text": CLEAN, "posted_at": "2026-11-23T14:10Z"}),
        json.dumps(["x"]),
    ]
    result = run("lint", "--batch", "--format", "json", input="\n".join(lines) + "\n")
    found = rows(result)
    assert result.exit_code == 2
    assert [each.get("id") for each in found] == ["a", None, 3, "d", "e", "f", "g", None]
    assert [each.get("line") for each in found] == [None, 2, None, 4, 5, 6, None, 8]
    assert all("error" in each for each in found if "line" in each)
    assert found[0]["next_update"] is None
    assert (found[2]["stage"], found[2]["channel"]) == ("scoping", "x")
    assert found[6]["next_update"] == "2026-11-23T14:20:00+00:00"


def test_batch_exits_with_0_whatever_is_found(run: Run) -> None:
    result = run("lint", "--batch", input=json.dumps({"id": 1, "text": FLAGGED}))
    assert result.exit_code == 0
    assert rows(result)[0]["findings"][0]["rule"] == "eta"


def test_batch_reads_a_line_that_is_not_utf8_as_bad(run: Run) -> None:
    result = run("lint", "--batch", input=b'{"text": "caf\xe9"}\n{"id": 2, "text": "ok"}\n')
    assert result.exit_code == 2
    assert [("error" in each) for each in rows(result)] == [True, False]


def test_a_rule_that_is_switched_off_stays_silent(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('[rules]\noff = ["eta"]\n')
    environment["COCKPIT_CONFIG"] = str(file)
    assert run("lint", input=FLAGGED).exit_code == 0


def test_an_unknown_rule_in_the_configuration_is_an_error(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "house.toml"
    file.write_text('[rules]\noff = ["etaa"]\n')
    environment["COCKPIT_CONFIG"] = str(file)
    result = run("lint", input=FLAGGED)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "etaa" in result.stderr


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = run("rules").stdout
    assert any(line.startswith("eta ") for line in listed.splitlines())
    page = run("rules", "eta").stdout
    assert "Logins should work again within 10 minutes." in page
    assert "^^^^^^^^^^^^^^^^^" in page
    assert 'off = ["eta"]' in page
    found = json.loads(run("rules", "eta", "--format", "json").stdout)
    assert found["bad"][0]["spans"]


def test_an_unknown_rule_is_answered_with_the_nearest(run: Run) -> None:
    result = run("rules", "eta-vage")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "eta-vague" in result.stderr

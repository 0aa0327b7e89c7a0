"""A Japanese user's terminal: the locale alone makes the cockpit speak Japanese, and composed text arrives whole."""

from __future__ import annotations

from dataclasses import replace

from liaison import Machine


def test_the_locale_opens_the_screen_in_japanese_and_takes_japanese_text(machine: Machine) -> None:
    speaking = replace(machine, more={"LANG": "ja_JP.UTF-8"})
    with speaking.sit_down() as at:
        at.wait_for("進行中のインシデントはありません", "n: 新規登録")
        at.press("n")
        at.wait_for("インシデントの登録")
        at.type("決済の遅延")
        at.press("tab", "1", "tab")
        at.type("木村")
        at.press("enter")
        at.wait_for("SEV-1  決済の遅延", "IC：木村", "[初期確認]")
        at.type("現在、決済の遅延を調査しております。")
        at.wait_for("現在、決済の遅延を調査しております。", "F3でICに承認を依頼")
        at.press("ctrl+l")
        at.type("アクメ商事 電話: 14:02から支払えない #東京")
        at.press("enter")
        at.wait_for("報告 1件", "未伝達1件", "アクメ商事")
        # An option is reached by the letter that is shown with it.
        at.press("ctrl+g")
        at.wait_for("公表しますか", "はい(y)")
        at.press("y")
        at.wait_for("調査中であることを直ちに投稿します")
        at.press("esc")
        at.wait_gone("公表しますか")
        at.press("ctrl+q")
        assert at.wait_end() == 0
    # Nothing typed is lost: whichever language's draft the editor showed has it whole.
    assert "現在、決済の遅延を調査しております。" in {machine.draft("ja"), machine.draft("en")}
    assert "報告1件" in speaking.run("status")

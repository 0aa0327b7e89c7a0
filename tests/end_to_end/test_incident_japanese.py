"""An incident in Japanese, typed as an input method sends it, with full-width forms in the report line."""

from __future__ import annotations

import gettext
from dataclasses import replace

from liaison import Liaison, Machine

from cockpit.i18n import LOCALE

JAPANESE = gettext.translation("cockpit", LOCALE, ["ja"])


def test_an_incident_in_japanese(machine: Machine) -> None:
    tokyo = replace(machine, zone="Asia/Tokyo")
    with tokyo.sit_down("--ui-lang", "ja") as at:
        liaison = Liaison(at, JAPANESE.gettext)
        liaison.sees("n: open an incident")
        liaison.opens_incident("決済ができない", "木村")
        at.press("alt+l")
        at.wait_for("[ja]")
        liaison.goes_public()
        at.wait_for("現在、弊社サービスで問題が発生していることを確認し")

        # A time of recovery is flagged, and what was typed is taken back.
        eta = "３０分以内に復旧する見込みです。"
        at.press("ctrl+end")
        at.type(eta)
        at.wait_for("«３０分以内に»")
        at.press(*["backspace"] * len(eta))
        at.wait_gone("３０分以内に")
        text = liaison.publishes()
        assert text.startswith("現在、弊社サービスで問題が発生している")
        assert "JST" in text
        assert "復旧" not in text

        # Wide forms of colon, digits and marks, as an input method types them.
        liaison.logs("アクメ商事　電話：１４：０５から領収書が届かない　＃東京　＠決済")
        at.wait_for("アクメ商", "未伝達1件")
        assert liaison.leaves_the_cockpit() == 0

    status = tokyo.asked("status", "--ui-lang", "ja")
    assert (status["phase"], status["posts"], status["reports"]["not_relayed"]) == ("investigating", 1, 1)
    assert status["promise"].endswith("+09:00")
    assert tokyo.report() == ("アクメ商事", "phone", "東京", "決済", "05:05")
    assert "決済ができない" in tokyo.run("timeline", "--ui-lang", "ja")

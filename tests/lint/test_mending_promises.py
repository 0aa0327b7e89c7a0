"""A promise whose time has passed, or that is too late, is mended by one key: its time becomes the policy's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cockpit.domain.words import Lang
from cockpit.lint.engine import lint
from cockpit.lint.model import Context

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def fixes(text: str, lang: Lang, zone: str = "UTC") -> list[str | None]:
    posted = NOW.astimezone(ZoneInfo(zone))
    found = lint(text, Context(lang=lang, posted_at=posted, latest=NOW + timedelta(minutes=20))).findings
    return [finding.fix for finding in found if finding.rule in ("next-update-past", "next-update-late")]


@pytest.mark.parametrize(
    ("text", "lang", "zone", "fix"),
    [
        ("The next update will come by 13:31 UTC.", Lang.EN, "UTC", "by 14:20 UTC"),
        ("The next update comes at 13:40.", Lang.EN, "UTC", "at 14:20"),
        ("次回は22:31 JSTまでにお知らせいたします。", Lang.JA, "Asia/Tokyo", "23:20 JSTまでに"),
        ("次回の更新は22時31分です。", Lang.JA, "Asia/Tokyo", "23時20分"),
        ("次回の更新は23:50です。", Lang.JA, "Asia/Tokyo", "23:20"),
        # Another zone, a day, more than one time: that takes a person.
        ("The next update will come by 13:31 UTC.", Lang.EN, "Asia/Tokyo", None),
    ],
)
def test_the_time_alone_is_replaced(text: str, lang: Lang, zone: str, fix: str | None) -> None:
    assert fixes(text, lang, zone) == [fix]

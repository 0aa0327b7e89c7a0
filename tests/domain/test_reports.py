"""Whose a report is, and when it has waited too long."""

from __future__ import annotations

from datetime import datetime

import pytest
from support import minute

from cockpit.domain.reports import customer_key, waiting_too_long


@pytest.mark.parametrize("name", ["Acme Corp", "ACME corp", "  Acme\u3000 Corp ", "Ａｃｍｅ Corp"])
def test_one_customer_whatever_the_case_width_and_spacing(name: str) -> None:
    assert customer_key(name) == "acme corp"


def test_half_width_katakana_is_the_same_name() -> None:
    assert customer_key("ｶﾞﾛﾌﾞ") == customer_key("ガロブ")


@pytest.mark.parametrize(
    ("waiting", "late"), [(None, False), (minute(0), False), (minute(-0.01), True), (minute(4), False)]
)
def test_a_report_waits_five_minutes(waiting: datetime | None, late: bool) -> None:
    assert waiting_too_long(waiting, minute(5), 300) is late

"""Who of the premium customers was told what, for scripts and for the account teams."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support import FixedClock

from cockpit.application.ports import Draft
from cockpit.application.services import Services
from cockpit.domain.events import Choice
from cockpit.domain.words import Channel, Lang, Stage

Run = Callable[..., Result]


@pytest.fixture
def environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "cockpit.toml"
    file.write_text(
        '[[premium]]\nname = "Acme"\naccount_team = "Team Blue"\n[[premium]]\nname = "青葉電機"\nlanguage = "ja"\n'
    )
    return environment | {"COCKPIT_CONFIG": str(file)}


@pytest.fixture
def public(services: Services, incident: str, clock: FixedClock) -> str:
    clock.set(2)
    services.incidents.decide_public(incident, Choice.POST, "Robin")
    clock.set(4)
    draft = Draft(Lang.EN, Channel.STATUS, Stage.SCOPING, "Notifications are late.", clock.now())
    services.messages.mark_posted(incident, draft, "page", reason="the page was open")
    clock.set(15)
    return incident


def test_the_list_and_a_record_of_the_account_team(run: Run, ask: Callable[..., Any], public: str) -> None:
    lines = run("premium").stdout.splitlines()
    assert lines[0].split()[:3] == ["Acme", "Team", "Blue"]
    assert all("not told of: scoping post 2026-11-23 14:04 UTC" in line for line in lines)
    assert run("premium", "--told", "acme", "--at", "14:12").exit_code == 0
    acme, aoba = ask("premium", "--format", "json")["customers"]
    assert acme["told"] == [
        {
            "at": "2026-11-23T14:12:00+00:00",
            "by": "account_team",
            "text": False,
            "promise": None,
            "without_approval": None,
        }
    ]
    assert acme["not_told_of"] == []
    assert (aoba["name"], aoba["lang"], [post["stage"] for post in aoba["not_told_of"]]) == (
        "青葉電機",
        "ja",
        ["scoping"],
    )

    assert "Premium customers not told: 青葉電機" in run("handover").stdout


def test_who_is_not_in_the_configuration_is_refused_in_one_line(run: Run, public: str) -> None:
    result = run("premium", "--told", "Globex")
    assert result.exit_code == 2
    assert "Globex" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_liaison_needs_a_reason(run: Run, public: str) -> None:
    result = run("premium", "--told", "Acme", "--by", "liaison")
    assert result.exit_code == 1
    assert "approved no text" in result.stderr
    assert run("premium", "--told", "Acme", "--by", "liaison", "--reason", "they called").exit_code == 0

"""``cockpit`` alone opens the screen without what only other commands need; what goes wrong is still one clear line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cockpit.application.ports import StoreProblem
from cockpit.application.services import Services
from cockpit.bootstrap import Cockpit
from cockpit.cli import at_once


@pytest.mark.parametrize(("argv", "wanted"), [(["cockpit"], False), (["cockpit", "status"], False)])
def test_it_needs_a_terminal_and_no_words(argv: list[str], wanted: bool) -> None:
    assert at_once.is_wanted(argv) is wanted


NOT_FOR_THE_SCREEN = (
    "click", "jinja2", "sqlite_utils", "pyperclip", "re2", "phonenumbers", "publicsuffixlist", "imap_tools",
    "cockpit.lint.registry", "cockpit.drill", "cockpit.tui.flows.phase", "cockpit.tui.screens.form",
    "cockpit.tui.screens.menu", "cockpit.tui.screens.pager", "cockpit.tui.screens.start",
)  # fmt: skip


def test_the_screen_loads_nothing_that_its_first_paint_does_not_show(services: Services, incident: str) -> None:
    code = (
        "import os, sys; import cockpit.cli.at_once, cockpit.tui.app; from cockpit.bootstrap import Cockpit;"
        "from cockpit.application.opening import Opening; services = Cockpit(os.environ).services(None);"
        f"cockpit.tui.app.CockpitApp(services, '', opening=Opening(services, {incident!r}))._opening.read();"
        f"print([m for m in {NOT_FOR_THE_SCREEN!r} if m in sys.modules])"
    )
    env = {"COCKPIT_DB": str(services.database), "HOME": "/nonexistent"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60, env=env)
    assert done.stdout.strip() == "[]"


def test_what_goes_wrong_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], environment: dict[str, str]
) -> None:
    class Broken(Cockpit):
        def open_screen(self, db: object, incident: object) -> bool:
            raise StoreProblem("the file is gone")

    monkeypatch.delenv("COCKPIT_DEBUG", raising=False)
    assert at_once.run(Broken(environment)) == 2
    assert capsys.readouterr().err == "cockpit: the file is gone\n"
    monkeypatch.setenv("COCKPIT_LANG", "xx")
    assert at_once.run(Broken(environment)) == 2
    assert "COCKPIT_LANG is xx" in capsys.readouterr().err

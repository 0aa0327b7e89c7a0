"""``cockpit`` alone opens the screen without what only other commands need; what goes wrong is still one clear line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cockpit.application.ports import StoreProblem
from cockpit.bootstrap import Cockpit
from cockpit.cli import at_once


@pytest.mark.parametrize(("argv", "wanted"), [(["cockpit"], False), (["cockpit", "status"], False)])
def test_it_needs_a_terminal_and_no_words(argv: list[str], wanted: bool) -> None:
    assert at_once.is_wanted(argv) is wanted


def test_the_screen_loads_no_command_line_no_templates_and_no_bulk_writer() -> None:
    code = (
        "import sys; import cockpit.cli.at_once, cockpit.tui.app; from cockpit.bootstrap import Cockpit;"
        "Cockpit({'COCKPIT_DB': ':nowhere:', 'HOME': '/nonexistent'}).config;"
        "print([m for m in ('click', 'jinja2', 'sqlite_utils', 'pyperclip', 're2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
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

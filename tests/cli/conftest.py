"""The command line in the test's process, on a real database file, with a clock that is set."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support import FixedClock

from cockpit.bootstrap import Cockpit
from cockpit.cli.invocation import Invocation
from cockpit.cli.main import command_line

Run = Callable[..., Result]


@pytest.fixture
def environment(tmp_path: Path, database: Path) -> dict[str, str]:
    """A machine without any configuration, in UTC."""
    return {"COCKPIT_DB": str(database), "TZ": "UTC", "USER": "Sam", "HOME": str(tmp_path), "TERM": "xterm"}


@pytest.fixture
def run(environment: dict[str, str], clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``cockpit`` with arguments; ``input`` is text or bytes for standard input."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def call(*args: str, input: str | bytes | None = None) -> Result:  # noqa: A002 - as click calls it
        wiring = Cockpit(environment, clock)
        return CliRunner().invoke(command_line(), list(args), input=input, obj=Invocation(wiring), prog_name="cockpit")

    return call


@pytest.fixture
def ask(run: Run) -> Callable[..., Any]:
    """Runs ``cockpit`` and reads its one JSON answer; the command must succeed."""

    def call(*args: str, input: str | bytes | None = None) -> Any:  # noqa: A002 - as click calls it
        result = run(*args, input=input)
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return call

"""A machine of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from liaison import COMMAND, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A user's machine with an empty home; the command is the installed one."""
    if not COMMAND.exists():
        pytest.skip(f"install the package first: there is no {COMMAND.name} beside {COMMAND.parent}/python")
    return Machine(tmp_path)

"""Types and style are part of the tests."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [("mypy",), ("ruff", "check", "."), ("ruff", "format", "--check", ".")],
    ids=["mypy", "ruff-check", "ruff-format"],
)
def test_is_clean(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


WHOLESALE = re.compile(
    r"#\s*(?:type:\s*ignore\s*$|noqa\s*$|ruff:\s*noqa|mypy:\s*ignore-errors|(?:TODO|FIXME|XXX)\b)", re.M
)


def test_nothing_is_ignored_wholesale() -> None:
    """An exception names the rule it is from, and none is left for another day."""
    for file in sorted([*(ROOT / "cockpit").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]):
        assert not WHOLESALE.findall(file.read_text(encoding="utf-8")), file

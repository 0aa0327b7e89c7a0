"""Each file is small, or says at its top why not; each module says why it exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "cockpit").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
MOST_LINES = 300
REASON = re.compile(r"\blong\b", re.IGNORECASE)
"""How a long file's docstring begins its reason: "(A long module, because …)"."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_is_small_and_says_what_it_is_for(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""
    assert said, "no docstring says why this module exists"
    lines = text.count("\n")
    assert lines <= MOST_LINES or REASON.search(said), f"{lines} lines, and its docstring doesn't say why so long"


def test_the_top_level_holds_what_belongs_there() -> None:
    known = {"cockpit", "templates", "tests", "screenshots", "README.md", "pyproject.toml"}
    made = {"build", "dist"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in found if not name.endswith(".egg-info")} - made <= known


def test_test_modules_have_names_of_their_own() -> None:
    names = [file.name for file in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) == len(set(names))

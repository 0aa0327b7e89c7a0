"""The arrows: which layer imports which, and that the pure ones read neither the clock nor the disk."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = sorted([*(ROOT / "cockpit/domain").rglob("*.py"), *(ROOT / "cockpit/lint").rglob("*.py")])
IMPURE_METHODS = frozenset({"now", "today", "utcnow", "open", "read_text", "write_text", "read_bytes", "getenv"})
IMPURE_FUNCTIONS = frozenset({"open", "print", "input", "exec", "eval"})


def test_the_arrows_point_one_way(tmp_path: Path) -> None:
    """The contracts stand in pyproject.toml."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


@pytest.mark.parametrize("file", sorted((ROOT / "cockpit/domain").rglob("*.py")), ids=lambda file: file.name)
def test_the_domain_needs_the_standard_library_alone(file: Path) -> None:
    foreign = {name for name in imports(file) if name.partition(".")[0] not in sys.stdlib_module_names}
    assert not {name for name in foreign if not name.startswith("cockpit.domain")}


@pytest.mark.parametrize("file", PURE, ids=lambda file: file.relative_to(ROOT / "cockpit").as_posix())
def test_the_pure_layers_are_told_the_time_and_read_nothing(file: Path) -> None:
    calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
    assert not {func.attr for func in calls if isinstance(func, ast.Attribute)} & IMPURE_METHODS
    assert not {func.id for func in calls if isinstance(func, ast.Name)} & IMPURE_FUNCTIONS


def test_the_folders_of_code_hold_nothing_but_a_docstring_in_their_init() -> None:
    for file in (ROOT / "cockpit").rglob("__init__.py"):
        body = tree(file).body
        assert len(body) == 1, file
        assert isinstance(body[0], ast.Expr)

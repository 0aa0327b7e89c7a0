"""The programs that the cockpit is measured beside, each in an environment of its own below `.venv-bench`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / ".venv-bench"

_PYTHON: Mapping[str, tuple[str, ...]] = {
    # With tree-sitter 0.26 Posting ends with a segmentation fault when it paints its first screen.
    "posting": ("posting", "tree-sitter<0.26"),
    "harlequin": ("harlequin",),
    "proselint": ("proselint",),
    "sqlite-utils": ("sqlite-utils",),
}
_NODE: Mapping[str, tuple[str, ...]] = {
    "textlint": ("textlint", "textlint-rule-preset-japanese", "textlint-rule-preset-ja-technical-writing")
}
_PATIENCE_S = 600


@dataclass(frozen=True)
class Peer:
    """A program beside us: its command, or why there is none."""

    name: str
    command: Path | None
    version: str = ""
    why: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()


def peers() -> dict[str, Peer]:
    """All of them, installed where they aren't yet."""
    found = {name: _in_python(name, packages) for name, packages in _PYTHON.items()}
    return found | {name: _in_node(name, packages) for name, packages in _NODE.items()}


def _in_python(name: str, packages: tuple[str, ...]) -> Peer:
    home = FOLDER / name
    command = home / "bin" / name
    python = home / "bin" / "python"
    if not command.exists():
        _say(f"installing {name}")
        why = _tried([sys.executable, "-m", "venv", str(home)]) or _tried(
            [str(python), "-m", "pip", "install", "--quiet", *packages]
        )
        if why:
            return Peer(name, None, why=why)
    asked = f"from importlib.metadata import version; print(version({name!r}))"
    return Peer(name, command, _answer([str(python), "-c", asked]))


def _in_node(name: str, packages: tuple[str, ...]) -> Peer:
    home = FOLDER / name
    command = home / "node_modules" / ".bin" / name
    if shutil.which("npm") is None:
        return Peer(name, None, why="no npm on this machine")
    if not command.exists():
        _say(f"installing {name}")
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}\n')
        why = _tried(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *packages], home)
        if why:
            return Peer(name, None, why=why)
    return Peer(name, command, _answer([str(command), "--version"]).removeprefix("v"))


def _tried(command: list[str], folder: Path | None = None) -> str:
    """Run it; returns why it failed, in one line, "" where it didn't."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE_S)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"can't be installed ({error})"
    if done.returncode == 0:
        return ""
    said = [line for line in done.stderr.splitlines() if line.strip()]
    return f"can't be installed ({said[-1].strip() if said else done.returncode})"


def _answer(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)

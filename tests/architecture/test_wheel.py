"""The package as others get it: the wheel, alone in an empty environment, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(pip, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(commands / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    done = subprocess.run(pip, cwd=folder, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return commands


def test_the_wheel_carries_templates_styles_and_catalogues(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.j2")}
    assert {f"cockpit/{name}" for name in templates} <= set(names)
    assert "cockpit/tui/app.tcss" in names
    catalogues = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cockpit").rglob("*.mo")}
    assert catalogues <= set(names)
    assert not [name for name in names if name.startswith(("tests", "screenshots"))]


@pytest.mark.parametrize("command", ["cockpit", "liaison-cockpit"])
def test_the_installed_command_runs_outside_the_checkout(scripts: Path, tmp_path: Path, command: str) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def run(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(scripts / command), *args],
            input=stdin,
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            timeout=60,
        )

    listed = run("templates", "list")
    assert listed.returncode == 0, listed.stderr
    assert len(listed.stdout.splitlines()) == len([*(ROOT / "templates").rglob("*.j2")])
    found = run("lint", stdin="Logins should work again within 10 minutes.")
    assert found.returncode == 1, found.stderr
    assert "eta: " in found.stdout
    assert run("templates", "preview", "scoping").returncode == 0
    incident = run("new", "Late", "--no-ui", "--db", str(tmp_path / "a.db"))
    assert incident.returncode == 0, incident.stderr
    assert str(ROOT) not in run("doctor").stdout

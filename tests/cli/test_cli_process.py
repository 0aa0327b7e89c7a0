"""The command as shells call it: a process of its own, its exit codes, and what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import hears_interrupts

from cockpit.application.services import Services

Process = subprocess.CompletedProcess[str]
Cockpit = Callable[..., Process]

HEAVY = ("textual", "sqlite_utils", "jinja2", "sqlite3")


@pytest.fixture
def environment(tmp_path: Path, database: Path) -> dict[str, str]:
    """A user without any configuration."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "COCKPIT_DB": str(database),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


@pytest.fixture
def cockpit(environment: dict[str, str], tmp_path: Path) -> Cockpit:
    """Runs ``python -m cockpit`` with arguments."""

    def call(*args: str, stdin: str = "", **more: str) -> Process:
        return subprocess.run(
            [sys.executable, "-m", "cockpit", *args],
            input=stdin,
            env=environment | more,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return call


def imported(args: list[str], environment: dict[str, str], stdin: str) -> set[str]:
    """The modules that a command has imported by its end."""
    code = (
        "import atexit, json, os, sys\n"
        "from cockpit import bootstrap\n"
        "def ended(code):\n"
        "    print(json.dumps(sorted(sys.modules)), file=sys.stderr, flush=True)\n"
        "os._exit = ended\n"
        f"sys.argv[1:] = {args!r}\n"
        "try:\n    bootstrap.main()\nexcept SystemExit as end:\n    ended(end.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=stdin, env=environment, capture_output=True, text=True, timeout=60
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_lint_imports_no_screen_no_database_and_no_templates(environment: dict[str, str], database: Path) -> None:
    modules = imported(["lint"], environment, "Logins should work again within 10 minutes.\n")
    assert "cockpit.lint.engine" in modules
    assert not modules & set(HEAVY)
    assert not any(name.startswith(("cockpit.tui", "cockpit.adapters.store")) for name in modules)
    assert not database.exists()


@pytest.mark.parametrize(
    "args", [["report", "no SMS", "--customer", "Acme", "--via", "phone"], ["report", "--from", "-"]]
)
def test_report_imports_no_screen_and_no_templates(
    environment: dict[str, str], services: Services, incident: str, args: list[str]
) -> None:
    modules = imported(args, environment, "customer,text\nAcme,no SMS\n" if "-" in args else "")
    assert len(services.desk.store.reports(incident)) == 1
    assert not modules & {"textual", "jinja2"}
    assert not any(name.startswith("cockpit.tui") for name in modules)


def test_status_imports_what_it_needs_to_read(environment: dict[str, str], incident: str) -> None:
    modules = imported(["status"], environment, "")
    assert not modules & {"textual", "jinja2", "sqlite_utils"}


def test_exit_codes(cockpit: Cockpit) -> None:
    assert cockpit("lint", stdin="Logins fail for some customers.").returncode == 0
    assert cockpit("lint", stdin="Logins should work again within 10 minutes.").returncode == 1
    assert cockpit("lint", "--stage", "closing", stdin="x").returncode == 2
    assert cockpit("status").returncode == 1
    assert cockpit("new", "Late", "--no-ui").returncode == 0
    assert cockpit("status").returncode == 0
    assert cockpit("--version").stdout.startswith("cockpit, version ")


def test_bytes_that_are_no_text_on_the_command_line(
    cockpit: Cockpit, environment: dict[str, str], incident: str
) -> None:
    command = [sys.executable, "-m", "cockpit", "report", b"caf\xe9", "--customer", b"Ac\xffme", "--via", "chat"]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert cockpit("timeline").returncode == 0


def test_the_language_is_chosen_by_option_variable_and_locale(cockpit: Cockpit) -> None:
    for more, code in (({"COCKPIT_LANG": "ja"}, 1), ({"COCKPIT_LANG": "en"}, 1), ({"COCKPIT_LANG": "fr"}, 2)):
        done = cockpit("status", **more)
        assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert cockpit("status", "--ui-lang", "ja", COCKPIT_LANG="fr").returncode == 1


def test_a_reader_that_leaves_is_no_error(environment: dict[str, str], cockpit: Cockpit) -> None:
    cockpit("new", "Late", "--no-ui")
    for args in (["rules"], ["timeline"], ["--help"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "cockpit", *args], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(60) in (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_a_pipe_that_stays_open_is_logged_as_it_comes_and_ctrl_c_is_quiet(
    environment: dict[str, str], services: Services, incident: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "cockpit", "report", "--from", "-"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        preexec_fn=hears_interrupts,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("customer,text,via\nAcme,no SMS,phone\n")
    first = process.stdout.readline().strip()
    assert [r.id for r in services.desk.store.reports(incident)] == [first]
    process.stdin.write("Globex,late,email\n")
    second = process.stdout.readline().strip()
    assert {r.id for r in services.desk.store.reports(incident)} == {first, second}
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130  # while the pipe is still open
    _out, err = process.communicate(timeout=60)
    assert "Traceback" not in err


def test_many_processes_write_at_once(environment: dict[str, str], services: Services, incident: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "cockpit", "report", "--from", "-"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for number, process in enumerate(processes):
        assert process.stdin is not None
        rows = "".join(f"Customer {n},no SMS,phone,desk,{number}-{n}\n" for n in range(250))
        process.stdin.write("customer,text,via,source,external_id\n" + rows)
        process.stdin.close()
    for process in processes:
        assert process.stderr is not None
        assert process.stderr.read() == "250 new, 0 known already, 0 refused\n"
        process.stderr.close()
        assert process.wait(60) == 0
    assert services.desk.store.counts(incident).total == 1000


def milliseconds(command: list[str], environment: dict[str, str], stdin: str = "") -> float:
    """The quickest of several cold starts: whatever else the machine does only adds to one."""
    taken = []
    for _ in range(9):
        begun = time.perf_counter()
        subprocess.run(command, input=stdin, env=environment, capture_output=True, text=True, check=False)
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)


def slowness() -> float:
    """How much slower this machine is than the one that the limits in milliseconds are meant for; never below 1.

    That one adds up three million squares in a fifth of a second.
    """
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        sum(number * number for number in range(3_000_000))
        taken.append(time.perf_counter() - begun)
    return max(1.0, min(taken) / 0.2)


@pytest.mark.slow
def test_a_cold_lint_is_quick(environment: dict[str, str]) -> None:
    bare = milliseconds([sys.executable, "-c", "pass"], environment)
    lint = milliseconds([sys.executable, "-m", "cockpit", "lint"], environment, "Logins fail for some customers.\n")
    assert lint <= 4 * bare + 100 * slowness()


@pytest.mark.slow
def test_a_cold_report_is_quick(environment: dict[str, str], incident: str) -> None:
    bare = milliseconds([sys.executable, "-c", "import sqlite3"], environment)
    command = [sys.executable, "-m", "cockpit", "report", "no SMS", "--customer", "Acme", "--via", "phone"]
    assert milliseconds(command, environment) <= bare + 250 * slowness()


def test_the_configured_language_comes_before_the_locale(cockpit: Cockpit, tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('ui_language = "ja"\n')
    english = cockpit("doctor", "--ui-lang", "en", COCKPIT_CONFIG=str(file)).stdout
    configured = cockpit("doctor", COCKPIT_CONFIG=str(file)).stdout
    assert "clipboard" in english
    assert "クリップボード" in configured
    file.write_text("ui_language = 3\n")
    assert cockpit("doctor", COCKPIT_CONFIG=str(file)).returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell's redirection")
def test_closed_streams_are_no_error(environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m cockpit rules >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], env=environment, timeout=60).returncode == 0

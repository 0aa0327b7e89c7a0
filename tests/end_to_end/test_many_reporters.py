"""Many processes log at once while the screen is open: every row once, and nobody hears of a lock."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from liaison import COMMAND, Machine

pytestmark = pytest.mark.slow

PROCESSES = int(os.environ.get("COCKPIT_TEST_PROCESSES", "6"))
ROWS = int(os.environ.get("COCKPIT_TEST_ROWS", "60"))
"""20 and 500 are what it is made for; fewer do, where a machine is shared."""


def rows(process: int) -> str:
    """What one process logs; the first row of all of them is the same one, from the same source."""
    said = [
        {
            "text": f"no SMS {row}",
            "customer": f"C{process}",
            "via": "phone",
            "source": "desk",
            "external_id": f"{process}-{row}",
        }
        for row in range(ROWS)
    ]
    shared = {"text": "no SMS", "customer": "Acme", "via": "phone", "source": "desk", "external_id": "the same"}
    return "".join(json.dumps(each) + "\n" for each in [shared, *said])


def start(machine: Machine, folder: Path, process: int, files: ExitStack) -> subprocess.Popen[str]:
    """A process that reads its rows from a pipe of its own."""
    path = folder / f"{process}.jsonl"
    path.write_text(rows(process), encoding="utf-8")
    source = files.enter_context(path.open(encoding="utf-8"))
    command = (COMMAND, "report", "--from", "-")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env=machine.env, cwd=machine.home, stdin=source, text=True, **pipes)


def test_every_row_of_every_process_is_there_once(machine: Machine, tmp_path: Path) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    expected = PROCESSES * ROWS + 1
    with machine.sit_down() as screen, ExitStack() as files:
        screen.wait_for("Payments fail", "[Triage]")
        running = [start(machine, tmp_path, process, files) for process in range(PROCESSES)]
        ended = [(process.communicate(timeout=300), process.returncode) for process in running]
        screen.wait_for(f"REPORTS {expected}")
        assert "locked" not in screen.written
    assert {code for _output, code in ended} == {0}
    assert not [errors for (_ids, errors), _code in ended if "refused" not in errors or "locked" in errors]
    printed = [line for (ids, _errors), _code in ended for line in ids.split()]
    with closing(sqlite3.connect(machine.database)) as connection:
        logged = [row[0] for row in connection.execute("SELECT id FROM reports")]
        journal = connection.execute("SELECT payload FROM events WHERE kind = 'reports_logged'").fetchall()
    assert len(logged) == len(set(logged)) == expected
    assert sorted(printed) == sorted(logged)
    assert sorted(each for (payload,) in journal for each in json.loads(payload)["reports"]) == sorted(logged)

"""Measures the cockpit beside its peers, all in one run, and prints the table: ``python tests/bench/run.py``.

``--quick`` measures less often and leaves out what takes long; ``--only NAME`` (several times) picks rows.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import lint_rows
import measure
import screen_rows
import store_rows
from measure import Effort
from peers import peers
from table import Line, table

_FULL = Effort(runs=7, keys=50, idle_s=6.0)
_QUICK = Effort(runs=3, keys=30, idle_s=4.0)


def main() -> int:
    """Run; returns how many goals were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="three runs of each instead of seven")
    parser.add_argument("--only", action="append", metavar="NAME", help="starts, keystrokes, idling, lint, …")
    options = parser.parse_args()
    effort = _QUICK if options.quick else _FULL
    beside, began, lines = peers(), time.monotonic(), list[Line]()
    with tempfile.TemporaryDirectory(prefix="cockpit-bench-") as name:
        folder = Path(name)
        groups: dict[str, Callable[[], Iterable[Line]]] = {
            "starts": lambda: screen_rows.starts(folder, effort, beside),
            "keystrokes": lambda: screen_rows.keystrokes(folder, effort),
            "load": lambda: screen_rows.while_reports_come(folder, effort),
            "lint": lambda: lint_rows.beside_others(folder, effort, beside),
            "linear": lambda: lint_rows.linear(effort),
            "search": lambda: store_rows.search(folder, effort),
            "intake": lambda: store_rows.intake(folder, effort, beside),
            "report": lambda: store_rows.one_report(folder, effort),
            "idling": lambda: screen_rows.idling(folder, effort),
        }
        for group in options.only or groups:
            print(f"… {group}", file=sys.stderr, flush=True)
            lines += groups[group]()
    print(table(lines))
    print(
        f"\nPython {platform.python_version()}, {effort.runs} runs each, medians; the machine was "
        f"{measure.median(measure.idle_seen):.0%} idle before a run (median; the worst "
        f"{min(measure.idle_seen):.0%}); {(time.monotonic() - began) / 60:.0f} minutes."
    )
    return sum(line.met is False for line in lines)


if __name__ == "__main__":
    sys.exit(min(1, main()))

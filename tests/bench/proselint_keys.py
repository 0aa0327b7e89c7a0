"""Runs inside proselint's own environment: the milliseconds that each keystroke costs once everything is loaded.

``python proselint_keys.py FILE TIMES`` prints one number a line.
"""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path
from typing import Any


def main() -> None:
    """Type at the end of the text, and lint it after each key."""
    checks: Any = importlib.import_module("proselint.checks")
    registry: Any = importlib.import_module("proselint.registry")
    tools: Any = importlib.import_module("proselint.tools")
    registry.CheckRegistry().register_many(checks.__register__)
    text, times = Path(sys.argv[1]).read_text(encoding="utf-8"), int(sys.argv[2])
    tools.LintFile("draft", text).lint()
    for _ in range(times):
        text += "x"
        began = time.perf_counter()
        tools.LintFile("draft", text).lint()
        print((time.perf_counter() - began) * 1e3)


if __name__ == "__main__":
    main()

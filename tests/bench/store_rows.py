"""The rows of the database: search, import, one report from a script."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import material
from measure import Done, Effort, in_turns, median, run
from peers import Peer
from screen_rows import MANY
from table import Line, absent, against, noted, within

from cockpit.bootstrap import Cockpit
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.words import Lang
from cockpit.tui.searching import Searcher

_WORDS = ("text messages", "number 4711", "請求の通知", "丸の内", "umbrella care 4000", "nobody said this")


def search(folder: Path, effort: Effort) -> Iterator[Line]:
    """Each letter of a few searches, as it is typed into the search line; the first one reads the searched columns."""
    env = material.environment(folder / "search")
    incident = material.incident(env, "", Lang.EN, MANY)
    store = Cockpit(env).services(None).desk.store

    def once() -> list[float]:
        took, searcher = list[float](), Searcher(store, incident)
        for words in _WORDS:
            for end in range(1, len(words) + 1):
                began = time.perf_counter()
                searcher.find(Narrowing(words=words[:end]), anew=False)
                took.append((time.perf_counter() - began) * 1e3)
        return took

    found = in_turns(effort.runs, {"search": once})["search"]
    yield within("search in 100,000 reports, a keystroke, median", 30, median([median(took) for took in found]))
    yield noted("search in 100,000 reports, the slowest keystroke but the first", median([max(t[1:]) for t in found]))
    yield noted("search in 100,000 reports, the first keystroke", median([took[0] for took in found]))


def intake(folder: Path, effort: Effort, peers: Mapping[str, Peer]) -> Iterator[Line]:
    """CSV into the database, beside sqlite-utils' plain insert of the same rows; and its memory beside a tenth."""
    peer = peers["sqlite-utils"]
    home = folder / "intake"
    env = material.environment(home)
    material.rows(home / "many.csv", MANY)
    material.rows(home / "few.csv", MANY // 10)
    database, other = Path(env["COCKPIT_DB"]), home / "other.db"

    def ours(name: str) -> Done:
        for path in home.glob("cockpit.db*"):
            path.unlink()
        material.incident(env, "", Lang.EN, 1)
        return run([material.command(), "report", "--from", home / name], env)

    def theirs(command: Path) -> Done:
        other.unlink(missing_ok=True)
        return run([command, "insert", other, "reports", home / "many.csv", "--csv"], env)

    work = {"many": partial(ours, "many.csv"), "few": partial(ours, "few.csv")}
    if peer.command is not None:
        work["theirs"] = partial(theirs, peer.command)
    found = in_turns(effort.runs, work)
    ms = {name: median([one.ms for one in done]) for name, done in found.items()}
    mb = {name: median([one.mb for one in done]) for name, done in found.items()}
    what = "import of 100,000 rows of CSV"
    if peer.command is None:
        yield absent(what, peer.name, "≤ 3 ×", peer.why)
    else:
        yield against(what, f"{peer} insert", 3.0, ms["many"], ms["theirs"])
    yield against(f"{what}, memory", "import of 10,000", 1.1, mb["many"], mb["few"], "MB")
    database.unlink()


def one_report(folder: Path, effort: Effort) -> Iterator[Line]:
    """One report from a script, beside a Python that only opens its database library."""
    home = folder / "report"
    env = material.environment(home)
    material.incident(env, "", Lang.EN)
    words = ["report", "no text messages since two", "--customer", "Acme", "--via", "phone"]
    found = in_turns(
        effort.runs,
        {
            "ours": partial(run, [material.command(), *words], env),
            "theirs": partial(run, [sys.executable, "-c", "import sqlite3"], env),
            "python": partial(run, [sys.executable, "-c", "pass"], env),
        },
    )
    ours, theirs = (median([done.ms for done in found[name]]) for name in ("ours", "theirs"))
    more = ours - theirs
    yield noted("Python alone, for comparison: python -c pass", median([done.ms for done in found["python"]]))
    yield Line(
        "one `cockpit report`",
        'python -c "import sqlite3"',
        "≤ +250 ms",
        f"{ours:.0f} ms",
        f"{theirs:.0f} ms",
        f"+{more:.0f} ms",
        more <= 250,
    )

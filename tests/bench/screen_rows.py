"""The rows measured through a pty: start, keystrokes, idling, memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import bare
import material
from measure import Effort, Idle, Keys, Program, Start, idle, in_turns, median, percentile, start, type_keys
from peers import Peer
from table import Line, absent, against, within

from cockpit.domain.words import Lang

MANY = 100_000
RATE = 200
_LONG = 2000
_CTRL_END = b"\x1b[1;5F"


def cockpit(home: Path, lang: Lang = Lang.EN, reports: int = 3) -> Program:
    """The cockpit at an incident with a draft of 2,000 characters."""
    env = material.environment(home)
    text = material.message(lang, _LONG)
    material.incident(env, text, lang, reports)
    shows = (material.TITLE, text[:20], "HINTS", f"REPORTS {reports}", "[draft]", "due", "F1 help")
    return Program((material.command(),), shows, env, home)


def yardstick(home: Path, lang: Lang = Lang.EN) -> Program:
    """The bare app on the same text."""
    env = material.environment(home)
    text = material.message(lang, _LONG)
    draft = home / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    shows = (text[:20], bare.ROWS[-1][1], bare.FOOT)
    return Program((sys.executable, bare.__file__, str(draft)), shows, env, home)


_PEERS_SHOW: Mapping[str, tuple[str, ...]] = {
    "posting": ("Collection", "Request", "Response", "Commands"),
    "harlequin": ("Data Catalog", "Query Editor", "Query Results", "Quit"),
}
_STARTED = "start to first full paint"


def starts(folder: Path, effort: Effort, peers: Mapping[str, Peer]) -> Iterator[Line]:
    """Start beside the bare app, Posting and Harlequin; start and memory with 100,000 reports."""
    programs = {
        "cockpit": cockpit(folder / "start"),
        "bare": yardstick(folder / "bare"),
        "none": cockpit(folder / "none", reports=0),
        "many": cockpit(folder / "many", reports=MANY),
    }
    for name, shows in _PEERS_SHOW.items():
        if (command := peers[name].command) is not None:
            home = folder / name
            programs[name] = Program((str(command),), shows, material.environment(home), home)
    found: dict[str, list[Start]] = in_turns(effort.runs, {name: partial(start, p) for name, p in programs.items()})
    ms = {name: median([one.ms for one in starts]) for name, starts in found.items()}
    mb = {name: median([one.mb for one in starts]) for name, starts in found.items()}
    yield against(_STARTED, "bare Textual app, same four widgets", 1.1, ms["cockpit"], ms["bare"])
    for name in _PEERS_SHOW:
        if name in ms:
            yield against(_STARTED, str(peers[name]), 0.4, ms["cockpit"], ms[name])
        else:
            yield absent(_STARTED, name, "≤ 0.4 ×", peers[name].why)
    yield against("start with 100,000 reports", "start with none", 1.15, ms["many"], ms["none"])
    yield against("memory, 100,000 reports in the file", "bare app", 2.0, mb["many"], mb["bare"], "MB")


def keystrokes(folder: Path, effort: Effort) -> Iterator[Line]:
    """Keystroke to paint, with the lint on, at the end of 2,000 characters."""
    for lang, name in ((Lang.EN, "English"), (Lang.JA, "Japanese")):
        typed = material.keys(lang, effort.keys)
        programs = {
            "cockpit": cockpit(folder / f"keys-{lang}", lang),
            "bare": yardstick(folder / f"keys-bare-{lang}", lang),
        }
        sittings: dict[str, list[Keys]] = in_turns(
            effort.runs, {name: partial(type_keys, p, typed, _CTRL_END) for name, p in programs.items()}, warm=0
        )
        for share, most in ((0.5, 0.75), (0.99, 0.5)):
            ours, theirs = (
                median([percentile(keys.ms, share) for keys in sittings[name]]) for name in ("cockpit", "bare")
            )
            what = f"keystroke to paint, {name}, 2,000 characters, p{share * 100:.0f}"
            yield against(what, "stock TextArea in the bare app, no lint", most, ours, theirs)
        sent = median([keys.bytes_per_key for keys in sittings["cockpit"]])
        yield within(f"written per keystroke, {name}", 3000, sent, "bytes")


def while_reports_come(folder: Path, effort: Effort) -> Iterator[Line]:
    """Keystroke to paint while another process logs 200 reports a second, beside the same screen left in peace."""
    typed = material.keys(Lang.EN, effort.keys)
    for reports in (3, MANY):
        home = folder / f"load-{reports}"
        program = cockpit(home, reports=reports)
        kept = material.kept(home)

        def press(
            meanwhile: Callable[[], AbstractContextManager[object]],
            home: Path = home,
            program: Program = program,
            kept: Path = kept,
        ) -> Keys:
            material.restore(home, kept)
            return type_keys(program, typed, _CTRL_END, meanwhile)

        sittings: dict[str, list[Keys]] = in_turns(
            effort.runs,
            {
                "peace": partial(press, nullcontext),
                "load": partial(press, partial(material.reports_coming_in, program.env, RATE)),
            },
            warm=0,
        )
        for share in (0.5, 0.95):
            ms = {name: median([percentile(keys.ms, share) for keys in found]) for name, found in sittings.items()}
            what = f"keystroke to paint, {RATE} reports a second come to {reports:,}, p{share * 100:.0f}"
            yield against(what, "the same while none come", 1.5, ms["load"], ms["peace"])


def idling(folder: Path, effort: Effort) -> Iterator[Line]:
    """Nobody types; the countdown ticks."""
    programs = {"cockpit": cockpit(folder / "idle"), "bare": yardstick(folder / "idle-bare")}
    found: dict[str, list[Idle]] = in_turns(
        effort.runs, {name: partial(idle, p, effort.idle_s) for name, p in programs.items()}, warm=0
    )
    ours, theirs = (median([one.cpu_percent for one in found[name]]) for name in ("cockpit", "bare"))
    yield against("idle, countdown ticking", "bare app, blinking cursor, Digits at 1 Hz", 1.6, ours, theirs, "% CPU")

"""The rows of the lint: beside proselint and textlint, cold and per keystroke; and whether its time grows in line."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count, islice
from pathlib import Path

import material
from measure import Done, Effort, in_turns, median, run
from peers import HERE, Peer
from table import Line, absent, faster, within

from cockpit.domain.words import Lang
from cockpit.lint.engine import lint
from cockpit.lint.model import Context

LENGTHS = (280, 2000)
SIZES = (1000, 3000, 10_000, 30_000, 100_000)
_PRESETS = ("japanese", "ja-technical-writing")
_FOUND_SOMETHING = 1
_LEAST = 5.0
_MOST_MS = 5.0
_TEXTS = 20


def beside_others(folder: Path, effort: Effort, peers: Mapping[str, Peer]) -> Iterator[Line]:
    """The same texts, by the same measure."""
    for lang, name in ((Lang.EN, "proselint"), (Lang.JA, "textlint")):
        for length in LENGTHS:
            yield from _beside(folder, effort, peers[name], lang, length)


def _beside(folder: Path, effort: Effort, peer: Peer, lang: Lang, length: int) -> Iterator[Line]:
    env = material.environment(folder / "lint")
    draft = folder / "lint" / f"draft-{lang}-{length}.md"
    draft.write_text(material.message(lang, length), encoding="utf-8")
    hows = ("the command from cold", "a text never seen", "per keystroke")
    cold, unseen, warm = (f"lint, {lang}, {length:,} characters, {how}" for how in hows)
    if peer.command is None:
        for what in (cold, unseen, warm):
            yield absent(what, peer.name, f"≥ {_LEAST:g} × faster", peer.why)
        return
    home = peer.command.parents[1] if lang is Lang.EN else peer.command.parents[2]
    theirs = [str(peer.command), *_arguments(lang), str(draft)]
    ours = [material.command(), "lint", "--lang", lang.value, str(draft)]
    done: dict[str, list[Done]] = in_turns(
        effort.runs,
        {
            "ours": partial(run, ours, env, may=_FOUND_SOMETHING),
            "theirs": partial(run, theirs, env, home, may=_FOUND_SOMETHING),
        },
    )
    yield faster(cold, str(peer), _LEAST, *(median([one.ms for one in done[name]]) for name in ("ours", "theirs")))
    keys = in_turns(
        effort.runs,
        {
            "unseen": partial(_unseen, lang, length, count()),
            "ours": partial(_our_keys, lang, length, effort.keys),
            "theirs": partial(_their_keys, peer, home, lang, draft, env),
        },
    )
    # Neither of them remembers anything: to them each text is one never seen.
    never, known, each = (median(keys[name]) for name in ("unseen", "ours", "theirs"))
    yield faster(unseen, str(peer), _LEAST, never, each)
    if length == LENGTHS[-1]:
        yield within(unseen, _MOST_MS, never)
    yield faster(warm, str(peer), _LEAST, known, each)


def _arguments(lang: Lang) -> list[str]:
    if lang is Lang.EN:
        return ["check"]
    return [part for preset in _PRESETS for part in ("--preset", preset)]


def _unseen(lang: Lang, length: int, numbers: Iterator[int]) -> float:
    """Milliseconds for a text of which no sentence was ever read, with everything loaded."""
    context, took = Context(lang=lang), list[float]()
    for number in islice(numbers, _TEXTS):
        text = material.message(lang, length, (number + 1) * 1000)
        took.append(_ms(partial(lint, text, context)))
    return median(took)


def _our_keys(lang: Lang, length: int, times: int) -> float:
    """Milliseconds a keystroke, with everything loaded; each in a text that was never seen before."""
    text, context = material.message(lang, length), Context(lang=lang)
    lint(text, context)
    took = list[float]()
    for _ in range(times):
        text += "x" if lang is Lang.EN else "あ"
        took.append(_ms(partial(lint, text, context)))
    return median(took)


def _their_keys(peer: Peer, home: Path, lang: Lang, draft: Path, env: dict[str, str]) -> float:
    times = "8"
    if lang is Lang.EN:
        command = [str(home / "bin" / "python"), str(HERE / "proselint_keys.py"), str(draft), times]
    else:
        command = ["node", str(HERE / "textlint_keys.cjs"), str(home), str(draft), times, *_PRESETS]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return median([float(line) for line in done.stdout.split()])


def linear(effort: Effort) -> Iterator[Line]:
    """The time per character of new texts, from 1,000 to 100,000 characters."""
    for lang in (Lang.EN, Lang.JA):
        lint(material.message(lang, 5000), Context(lang=lang))
        tries = iter(range(1, 1_000_000))

        def once(size: int, lang: Lang = lang, tries: Iterator[int] = tries) -> float:
            # A small text is read several times over, so that as much is timed: each time another one.
            texts = [material.message(lang, size, next(tries) * 10_000) for _ in range(max(1, 30_000 // size))]
            return _ms(lambda: [lint(text, Context(lang=lang)) for text in texts]) / sum(map(len, texts)) * 1e6

        found = in_turns(effort.runs, {str(size): partial(once, size) for size in SIZES})
        rates = [median(found[str(size)]) for size in SIZES]
        ratio = rates[-1] / rates[0]
        shown = ", ".join(f"{rate:.0f}" for rate in rates)
        what = f"lint, {lang}, 1,000 to 100,000 characters"
        yield Line(what, "itself", "linear within 20 %", f"{shown} ns/character", "–", f"{ratio:.2f} ×", ratio <= 1.2)


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3

"""How anything is measured: runs that take turns, medians, and a gate that waits for a quiet machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pty_child import Child, plain

T = TypeVar("T")

_QUIET = 0.85
"""The share of the processors that must be idle before a run."""
_GATE_S, _GATES_S = 6.0, 240.0
"""How long a run waits for that at the most, and all of them together; then they run all the same, and the footer says
how busy it was."""
_KEY_GAPS_S = (0.06, 0.09, 0.125, 0.16, 0.22)
"""Between keystrokes: some fall before, some into, some after what follows from the one before."""
_SLOWEST_KEY_S = 2.0
_BEGINS_S = 1.5

_waited_s = 0.0
idle_seen: list[float] = []
"""The idle share of the machine before each run, for the footer."""


def gate() -> None:
    """Wait until the machine is quiet, if it soon is."""
    global _waited_s
    began = time.perf_counter()
    patience = min(_GATE_S, _GATES_S - _waited_s)
    while True:
        before = _processor_times()
        time.sleep(0.2)
        after = _processor_times()
        idle = (after[0] - before[0]) / max(1, after[1] - before[1])
        if idle >= _QUIET or time.perf_counter() - began >= patience:
            break
    idle_seen.append(idle)
    _waited_s += time.perf_counter() - began


def _processor_times() -> tuple[int, int]:
    fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return fields[3] + fields[4], sum(fields)


def in_turns(runs: int, what: Mapping[str, Callable[[], T]], warm: int = 1) -> dict[str, list[T]]:
    """Run each of ``what`` so many times, one after the other in turn, so that a busy minute strikes all alike.

    The first ``warm`` rounds fill the file caches and aren't counted.
    """
    found: dict[str, list[T]] = {name: [] for name in what}
    for number in range(-warm, runs):
        for name, run in what.items():
            gate()
            result = run()
            if number >= 0:
                found[name].append(result)
    return found


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of ``values`` don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


@dataclass(frozen=True)
class Effort:
    """How often and how long things are measured."""

    runs: int
    keys: int
    """Keystrokes of one run."""
    idle_s: float


@dataclass(frozen=True)
class Program:
    """A full-screen program: how it is started, and the texts that stand on its first full screen."""

    command: tuple[str, ...]
    shows: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None

    def start(self) -> Child:
        """Start it."""
        return Child(self.command, self.env, self.cwd)


@dataclass(frozen=True)
class Start:
    """One start: milliseconds to the first full paint, MB resident a moment later."""

    ms: float
    mb: float


def start(program: Program) -> Start:
    """Start once."""
    with program.start() as child:
        ms = (child.wait_for(program.shows) - child.began) * 1e3
        child.settle()
        return Start(ms, child.memory_mb())


@dataclass(frozen=True)
class Keys:
    """One sitting: milliseconds from each key to its paint, bytes written per key in all."""

    ms: tuple[float, ...]
    bytes_per_key: float


def type_keys(
    program: Program,
    keys: Sequence[str],
    before: bytes = b"",
    meanwhile: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Keys:
    """Press ``before``, then each of ``keys``, which no screen shows otherwise: so its paint can't be mistaken.

    ``meanwhile`` goes on while they are pressed; it is given a moment to begin.
    """
    took = list[float]()
    with program.start() as child:
        child.wait_for(program.shows)
        child.settle()
        if before:
            child.send(before)
            child.settle(0.5)
        with meanwhile():
            if meanwhile is not nullcontext:
                child.watch(_BEGINS_S)
            written = len(child.written)
            for number, key in enumerate(keys):
                took.append(_echo_ms(child, key))
                child.watch(_KEY_GAPS_S[number % len(_KEY_GAPS_S)])
            child.settle(0.15, 0.5)
            written = len(child.written) - written
        return Keys(tuple(took), written / len(keys))


def _echo_ms(child: Child, key: str) -> float:
    while child.read(0) is not None:
        pass
    wanted, seen = key.encode(), b""
    pressed = child.send(wanted)
    while (left := pressed + _SLOWEST_KEY_S - time.perf_counter()) > 0:
        came = child.read(left)
        if came is None:
            break
        seen += came[1]
        if wanted in plain(seen):
            return (came[0] - pressed) * 1e3
    raise TimeoutError(f"{key!r} was never painted; written: {plain(seen)[-500:].decode(errors='replace')}")


@dataclass(frozen=True)
class Idle:
    """A while without input: share of one processor in per cent, bytes written per second."""

    cpu_percent: float
    bytes_per_s: float


def idle(program: Program, seconds: float) -> Idle:
    """Leave it alone for so long."""
    with program.start() as child:
        child.wait_for(program.shows)
        child.settle()
        child.watch(3.0)
        used, began = child.cpu_s(), time.perf_counter()
        written = child.watch(seconds)
        lasted = time.perf_counter() - began
        return Idle((child.cpu_s() - used) / lasted * 100, written / lasted)


@dataclass(frozen=True)
class Done:
    """A command that ran to its end: milliseconds, and the most MB that were resident."""

    ms: float
    mb: float


def run(command: Sequence[str | Path], env: Mapping[str, str], cwd: Path | None = None, may: int = 0) -> Done:
    """Run a command whose exit code may be 0 or ``may``; raises CalledProcessError otherwise."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    ms = (time.perf_counter() - began) * 1e3
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, may):
        raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command])
    return Done(ms, usage.ru_maxrss / 1024)

"""What is typed, on its way to disk: the newest is what stays, in whatever order the threads get there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from cockpit.application.ports import StoreProblem
from cockpit.domain.frozen import frozen

T = TypeVar("T")


@frozen
class Batch:
    """Something typed that isn't on disk yet.

    ``write`` puts it there, from any thread, and gives why it couldn't, "" when it could; ``written`` is called after.
    """

    write: Callable[[], str]
    written: Callable[[], None]


class Saver(Generic[T]):
    """Saves one kind of thing, from any thread; ``key`` is what it takes the place of an earlier one by."""

    def __init__(self, write: Callable[[T], None], key: Callable[[T], Hashable]) -> None:
        self._write = write
        self._key = key
        self._lock = Lock()
        self._written: dict[Hashable, int] = {}

    def save(self, things: Mapping[int, T]) -> str:
        """Write things, by their revisions; returns why they couldn't be written, "" when they were.

        A revision older than one that is on disk is left: it has been replaced.
        """
        with self._lock:
            for revision, thing in sorted(things.items(), key=lambda item: item[0]):
                key = self._key(thing)
                if revision < self._written.get(key, 0):
                    continue
                try:
                    self._write(thing)
                except StoreProblem as problem:
                    return str(problem)
                self._written[key] = revision
        return ""

    def batch(self, things: Mapping[int, T], written: Callable[[Iterable[int]], None]) -> Batch:
        """These things as a batch; ``written`` gets their revisions once they are on disk."""
        return Batch(lambda: self.save(things), lambda: written(things))

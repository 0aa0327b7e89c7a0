"""What the cockpit's parts tell each other: facts in the past tense."""

from __future__ import annotations

from textual.message import Message

from cockpit.application.elsewhere import Elsewhere
from cockpit.application.snapshot import Snapshot
from cockpit.domain.narrowing import Narrowing
from cockpit.domain.report_completion import Completer
from cockpit.lint.model import Result
from cockpit.tui.saving import Batch


class StoreChanged(Message):
    """Something was written to the database, by whatever process."""

    def can_replace(self, message: Message) -> bool:
        """A burst of writes is one reload."""
        return isinstance(message, StoreChanged)


class Loaded(Message):
    """The incident was read anew; ``problem`` says why where it wasn't (``snapshot`` is None then).

    ``number`` is the load's, ``saves`` how many saves this process had made when it began.
    """

    def __init__(self, number: int, saves: int, snapshot: Snapshot | None, problem: str = "") -> None:
        super().__init__()
        self.number = number
        self.saves = saves
        self.snapshot = snapshot
        self.problem = problem


class OthersRead(Message):
    """The other open incidents were read anew; ``problem`` says why where they weren't."""

    def __init__(self, others: tuple[Elsewhere, ...], problem: str = "") -> None:
        super().__init__()
        self.others = others
        self.problem = problem


class Found(Message):
    """The reports that ``narrowing`` leaves, newest first; ``problem`` says why where they couldn't be read."""

    def __init__(self, narrowing: Narrowing, ids: tuple[str, ...], problem: str = "") -> None:
        super().__init__()
        self.narrowing = narrowing
        self.ids = ids
        self.problem = problem


class NamesKnown(Message):
    """The names that reports were logged under were read: what the report line completes from here on."""

    def __init__(self, completer: Completer) -> None:
        super().__init__()
        self.completer = completer


class Proofread(Message):
    """The lint has read the draft of that revision."""

    def __init__(self, revision: int, result: Result) -> None:
        super().__init__()
        self.revision = revision
        self.result = result


class Saved(Message):
    """What was typed was written: these batches are on disk; ``problem`` says why the others aren't."""

    def __init__(self, batches: tuple[Batch, ...], problem: str = "") -> None:
        super().__init__()
        self.batches = batches
        self.problem = problem

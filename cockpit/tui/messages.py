"""What the cockpit's parts tell each other: facts in the past tense."""

from __future__ import annotations

from textual.message import Message

from cockpit.application.snapshot import Snapshot
from cockpit.lint.model import Result


class StoreChanged(Message):
    """Something was written to the database, by whatever process."""

    def can_replace(self, message: Message) -> bool:
        """A burst of writes is one reload."""
        return isinstance(message, StoreChanged)


class Loaded(Message):
    """The incident was read anew."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.snapshot = snapshot


class Proofread(Message):
    """The lint has read the draft of that revision."""

    def __init__(self, revision: int, result: Result) -> None:
        super().__init__()
        self.revision = revision
        self.result = result


class Saved(Message):
    """The draft of that revision is on disk; ``problem`` says why where it isn't."""

    def __init__(self, revision: int, problem: str = "") -> None:
        super().__init__()
        self.revision = revision
        self.problem = problem

"""The drafts while they are written: which one is in the editor, what is not on disk yet, what the lint has read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cockpit.application.ports import Draft
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.model import Result

Key = tuple[Lang, Channel, str]
"""A draft's language, channel and audience ("": everybody)."""


def key_of(draft: Draft) -> Key:
    """What tells a draft from the others."""
    return draft.lang, draft.channel, draft.audience


class Writing:
    """The texts being written, one per language, channel and audience; no I/O of its own."""

    def __init__(self, shown: Key, now: datetime) -> None:
        self._drafts: dict[Key, Draft] = {}
        self._unsaved: dict[Key, int] = {}
        self._marked: set[Key] = set()
        self._filled: dict[Key, str] = {}
        """What a template last gave, as it stood in the draft."""
        self.shown = shown
        self._now = now
        self.revision = 0
        """Grows with every change, and with every other draft in the editor."""
        self.saves = 0
        """Grows with every save: what was read of the disk before it may be older than what is here."""
        self.reading: Result | None = None
        """What the lint last said of the shown draft."""
        self._read_at = -1

    @property
    def draft(self) -> Draft:
        """The one in the editor."""
        return self._drafts.get(self.shown) or self._new(self.shown, Stage.INITIAL)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All of them, the shown one first."""
        return (self.draft, *(draft for key, draft in self._drafts.items() if key != self.shown))

    @property
    def is_read(self) -> bool:
        """Whether the lint has read the shown draft as it stands."""
        return self._read_at == self.revision

    def read(self, revision: int, result: Result) -> bool:
        """The lint's answer to ``revision``; False, and dropped, where the text has moved on."""
        if revision != self.revision:
            return False
        self.reading, self._read_at = result, revision
        return True

    def unread(self) -> None:
        """What the lint said may no longer hold: the incident is another than when it read."""
        self._read_at = -1

    # Changes

    def type(self, text: str) -> None:
        """The shown draft reads ``text`` now."""
        self.put(replace(self.draft, text=text))

    def mark(self, stage: Stage, target: Phase | None) -> None:
        """The user says what the shown draft is for."""
        self._marked.add(self.shown)
        self.put(replace(self.draft, stage=stage, target=target))

    def begin(self, stage: Stage) -> None:
        """A new message begins in the shown draft: it is for ``stage``, unless the user has said what it is for."""
        if self.shown not in self._marked:
            self.put(replace(self.draft, stage=stage))

    def finish(self) -> None:
        """The shown message went out: what is written next is for something else, and moves nothing."""
        self._marked.discard(self.shown)
        self.put(replace(self.draft, target=None))

    def fill(self, draft: Draft) -> None:
        """A draft as a template gives it."""
        self.put(draft)
        self._filled[key_of(draft)] = draft.text

    def untouched(self, draft: Draft) -> bool:
        """Whether it reads as a template gave it."""
        return self._filled.get(key_of(draft)) == draft.text

    def put(self, draft: Draft) -> None:
        """A draft as it is now, shown or not."""
        key = key_of(draft)
        before = self.draft if key == self.shown else self._drafts.get(key)
        if draft != before:
            self._drafts[key] = draft
            self.revision += 1
            self._unsaved[key] = self.revision

    def show(self, key: Key, stage: Stage, target: Phase | None = None) -> Draft:
        """Bring another draft into the editor; a new one starts as ``stage`` and ``target`` say."""
        self.shown = key
        if key not in self._drafts:
            self._drafts[key] = self._new(key, stage, target)
        self.revision += 1
        self.reading = None
        return self.draft

    def _new(self, key: Key, stage: Stage, target: Phase | None = None) -> Draft:
        lang, channel, audience = key
        return Draft(lang, channel, stage, "", self._now, target, audience)

    # The disk

    @property
    def unsaved(self) -> bool:
        """Whether anything written here is not on disk yet."""
        return bool(self._unsaved)

    def to_save(self) -> dict[int, Draft]:
        """What is not on disk yet, by the revision that it is of."""
        return {revision: self._drafts[key] for key, revision in self._unsaved.items()}

    def saved(self, revisions: Iterable[int]) -> None:
        """These are on disk."""
        done = set(revisions)
        self._unsaved = {key: revision for key, revision in self._unsaved.items() if revision not in done}
        self.saves += len(done)

    def take_in(self, stored: Iterable[Draft]) -> bool:
        """Drafts as they stand on disk; returns whether the shown one's text was changed by another process.

        What is being typed here wins over what another process saved.
        """
        before = self.draft
        for draft in stored:
            key = key_of(draft)
            if key not in self._unsaved:
                self._drafts[key] = draft
        after = self.draft
        if (after.text, after.stage, after.target) != (before.text, before.stage, before.target):
            self.revision += 1
        return after.text != before.text

"""The drafts while they are written: which one is in the editor, what is saved, what the lint has read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cockpit.application.ports import Draft
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.model import Result

Key = tuple[Lang, Channel]


class Writing:
    """The texts being written, one per language and channel; no I/O of its own."""

    def __init__(self, lang: Lang, channel: Channel, now: datetime) -> None:
        self._drafts: dict[Key, Draft] = {}
        self.shown: Key = (lang, channel)
        self._now = now
        self.revision = 0
        """Grows with every change of the shown draft: an answer to an older one is dropped."""
        self.saved_revision = 0
        self.reading: Result | None = None

    @property
    def draft(self) -> Draft:
        """The one in the editor."""
        return self._drafts.get(self.shown) or Draft(*self.shown, Stage.INITIAL, "", self._now)

    @property
    def unsaved(self) -> bool:
        """Whether the shown draft has changed since it was last saved."""
        return self.revision != self.saved_revision

    def type(self, text: str) -> None:
        """The shown draft reads ``text`` now."""
        self._change(replace(self.draft, text=text))

    def mark(self, stage: Stage, target: Phase | None) -> None:
        """What the shown draft is for."""
        self._change(replace(self.draft, stage=stage, target=target))

    def _change(self, draft: Draft) -> None:
        if draft != self.draft:
            self._drafts[self.shown] = draft
            self.revision += 1

    def show(self, lang: Lang, channel: Channel, stage: Stage) -> Draft:
        """Bring another draft into the editor; a new one starts at ``stage``."""
        self.shown = (lang, channel)
        if self.shown not in self._drafts:
            self._drafts[self.shown] = Draft(lang, channel, stage, "", self._now)
        self.revision += 1
        self.saved_revision = self.revision
        self.reading = None
        return self.draft

    def take_in(self, stored: Iterable[Draft]) -> bool:
        """Drafts as they stand on disk; returns whether the shown one was changed by another process.

        What is being typed here wins over what another process saved.
        """
        before = self.draft
        for draft in stored:
            key = (draft.lang, draft.channel)
            if key != self.shown or not self.unsaved:
                self._drafts[key] = draft
        changed = self.draft.text != before.text
        if changed or (self.draft.stage, self.draft.target) != (before.stage, before.target):
            self.revision += 1
            self.saved_revision = self.revision
        return changed

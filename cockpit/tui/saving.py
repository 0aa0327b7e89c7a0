"""Drafts on their way to disk: the newest text is the one that stays, in whatever order the threads get there."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from cockpit.application.messages import Messages
from cockpit.application.ports import Draft, StoreProblem
from cockpit.tui.writing import Key, key_of


class Saver:
    """Saves the drafts of one incident, from any thread."""

    def __init__(self, messages: Messages, incident: str) -> None:
        self._messages = messages
        self._incident = incident
        self._lock = Lock()
        self._written: dict[Key, int] = {}

    def save(self, drafts: Mapping[int, Draft]) -> str:
        """Write drafts, by their revisions; returns why they couldn't be written, "" when they were.

        A revision older than one that is on disk is left: its text has been replaced.
        """
        with self._lock:
            for revision, draft in sorted(drafts.items()):
                key = key_of(draft)
                if revision < self._written.get(key, 0):
                    continue
                try:
                    self._messages.save_draft(
                        self._incident,
                        draft.lang,
                        draft.channel,
                        draft.stage,
                        draft.text,
                        draft.target,
                        draft.audience,
                    )
                except StoreProblem as problem:
                    return str(problem)
                self._written[key] = revision
        return ""

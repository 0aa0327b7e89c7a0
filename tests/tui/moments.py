"""Moments of the cockpit made from a journal, for presentation functions: no terminal, no database."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from support import Journal, minute

from cockpit.application.ports import Draft, ReportCounts
from cockpit.application.snapshot import Snapshot
from cockpit.domain import cadence
from cockpit.domain.policy import Policy
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.model import Result
from cockpit.tui.view import View

TOKYO = timezone(timedelta(hours=9), "JST")
NO_REPORTS = ReportCounts(0, 0, 0, 0, None)


def draft(
    text: str = "",
    *,
    lang: Lang = Lang.EN,
    channel: Channel = Channel.STATUS,
    stage: Stage = Stage.UPDATE,
    target: Phase | None = None,
) -> Draft:
    return Draft(lang, channel, stage, text, minute(0), target)


def view_of(
    journal: Journal,
    minutes: float,
    *drafts: Draft,
    reading: Result | None = None,
    hint: int = 0,
    counts: ReportCounts = NO_REPORTS,
    not_saved: str = "",
    unfinished: tuple[str, ...] = (),
) -> View:
    """The moment ``minutes`` after the start of the call; the first of ``drafts`` is the one in the editor."""
    state, policy = journal.state, Policy()
    snapshot = Snapshot(
        state, tuple(journal.events), drafts, counts, cadence.due(state, policy), unfinished=frozenset(unfinished)
    )
    shown = drafts or (draft(),)
    return View(snapshot, shown, reading, hint, minute(minutes), UTC, policy, not_saved)

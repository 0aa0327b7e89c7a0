"""Reads a draft against the incident: the lint's context comes from the state, its answer decides what may go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime, tzinfo

from cockpit.application.desk import Refusal
from cockpit.application.ports import Draft
from cockpit.domain import cadence
from cockpit.domain.events import MessageText
from cockpit.domain.facts import LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.wording import say
from cockpit.domain.words import Lang, Stage
from cockpit.lint.model import NEVER_SUPPRESSED, Context, Facts, Finding, Result, Settings, Severity


@frozen
class Proofreader:
    """The lint, set up for one organisation."""

    policy: Policy
    settings: Settings
    zone: tzinfo
    zones: Mapping[Lang, tzinfo] = field(default_factory=dict)
    """The audiences' zones, by language, where they differ from ``zone``."""

    def context(self, state: Incident, draft: Draft, now: datetime, other: str | None = None) -> Context:
        """What ``draft`` is read against when it goes out at ``now``; ``other`` is the other language's draft."""
        at = now.astimezone(self.zones.get(draft.lang, self.zone))
        latest = cadence.latest_next_update(state, self.policy, at)
        return Context(
            lang=draft.lang,
            stage=draft.stage,
            channel=draft.channel,
            posted_at=at,
            latest=latest,
            facts=_facts(state, draft),
            settings=self.settings,
            other=other,
            other_posted_at=now.astimezone(self.zones.get(_counterpart(draft.lang), self.zone)),
            suppressed=state.suppressed,
        )

    def read(self, state: Incident, draft: Draft, now: datetime, other: str | None = None) -> Result:
        """All that the lint says of ``draft``."""
        return _lint()(draft.text, self.context(state, draft, now, other))

    def stopped(self, state: Incident, draft: Draft, now: datetime) -> Finding | None:
        """The first finding that keeps ``draft`` from going out."""
        findings = self.read(state, draft, now).findings
        return next((f for f in findings if f.severity is Severity.ERROR), None)

    def never(self, state: Incident, draft: Draft, now: datetime) -> Finding | None:
        """The first finding that no reason lets pass."""
        return next((f for f in self.read(state, draft, now).findings if f.rule in NEVER_SUPPRESSED), None)

    def promise(self, state: Incident, draft: Draft, posted_at: datetime) -> datetime | None:
        """The next update that ``draft`` promises when it goes out at ``posted_at``."""
        return self.read(state, draft, posted_at).next_update

    def promise_of(self, state: Incident, text: MessageText, stage: Stage, posted_at: datetime) -> datetime | None:
        """The same for a text that went out."""
        return self.promise(state, Draft(text.lang, text.channel, stage, text.text, posted_at), posted_at)

    def refuse_unsuppressible(self, rule: str) -> None:
        """Raise Refusal for a rule whose findings nobody may let pass."""
        if rule in NEVER_SUPPRESSED:
            raise Refusal(say("what %(rule)s flags can't be let pass: take it out", rule=rule))


def _facts(state: Incident, draft: Draft) -> Facts:
    regions = state.facts.regions
    return Facts(
        phase=draft.target or state.phase,
        regions=(*regions.parts(Lang.EN), *regions.parts(Lang.JA)),
        has_workaround=bool(state.facts.workaround),
        names=(*_pairs(state.facts.components), *_pairs(regions)),
    )


def _pairs(text: LocalText) -> tuple[tuple[str, str], ...]:
    """A list's parts in both languages; none where the lists can't be the same one."""
    english, japanese = text.parts(Lang.EN), text.parts(Lang.JA)
    return tuple(zip(english, japanese, strict=True)) if len(english) == len(japanese) else ()


def _counterpart(lang: Lang) -> Lang:
    return Lang.EN if lang is Lang.JA else Lang.JA


def _lint() -> Callable[[str, Context], Result]:
    from cockpit.lint.engine import lint  # its patterns are compiled when a text is first read, not when the app starts

    return lint

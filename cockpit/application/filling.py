"""Fills a prepared message from the incident's facts: the names here are the contract with the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta, tzinfo

from cockpit.application.company import Company
from cockpit.application.ports import FilledTemplate, TemplateInfo, TemplateSource
from cockpit.domain import cadence
from cockpit.domain.clean import clean
from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident
from cockpit.domain.policy import Policy
from cockpit.domain.words import Lang, Phase, Stage

_SUPPLIED = ("changed", "failure", "explanation", "prevention")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def supplied(info: TemplateInfo) -> tuple[str, ...]:
    """The facts that a message needs beside the facts sheet: whoever fills it in says them."""
    often = ("frequency",) if info.stage is Stage.LONG else ()
    return tuple(fact for fact in info.required if fact in _SUPPLIED) + often


@frozen
class Filler:
    """Templates, filled for one organisation. ``zones`` are those of the audiences, by language; else ``zone``."""

    templates: TemplateSource
    policy: Policy
    zone: tzinfo
    company: Company = field(default_factory=Company)
    zones: Mapping[Lang, tzinfo] = field(default_factory=dict)

    @property
    def to_team(self) -> Filler:
        """The same for what the team is told: times are in the desk's zone, whatever language it speaks."""
        return replace(self, zones={})

    def fill(self, name: str, state: Incident, lang: Lang, channel: str, now: datetime, **more: object) -> str:
        """Template ``name`` for ``state`` as of ``now``; what isn't known shows as a placeholder."""
        return self.templates.render(name, lang, channel, self.facts(state, lang, now) | more)

    def filled(
        self, name: str, state: Incident, lang: Lang, channel: str, now: datetime, **more: object
    ) -> FilledTemplate:
        """The same, and why not the user's own template where a built-in stood in."""
        return self.templates.filled(name, lang, channel, self.facts(state, lang, now) | more)

    def frequency(self, lang: Lang) -> str:
        """How often updates come in a long incident, as the policy has it."""
        minutes = round(self.policy.long_update_s / 60)
        return f"{minutes}分ごと" if lang is Lang.JA else f"every {minutes} minutes"

    def facts(self, state: Incident, lang: Lang, now: datetime) -> dict[str, object]:
        """What a template may name, in ``lang``; unknown ones are absent. The cause is never among them."""
        sheet = state.facts
        last = state.public_posts[-1] if state.public_posts else None
        resolved = next((stay.at for stay in reversed(state.stays) if stay.phase is Phase.RESOLVED), None)
        known: dict[str, object] = {
            "title": state.title,
            "phase": state.phase.value,
            "severity_text": self.policy.severity_text(state.severity),
            "company": self.company.name,
            "link": self.company.link,
            "impact": sheet.impact.get(lang),
            "components": sheet.components.parts(lang),
            "regions": sheet.regions.parts(lang),
            "workaround": sheet.workaround.get(lang),
            "data_loss": sheet.data_loss.get(lang),
            "lingering": sheet.lingering.get(lang),
            "began_at": self.time(sheet.began_at, lang, now),
            "started_at": self.time(state.call_started, lang, now),
            "last_update": self.time(last.posted_at, lang, now) if last else "",
            "resolved_at": self.time(resolved, lang, now) if resolved else "",
            "next_update": self.time(self.next_update(state, now), lang, now),
        }
        return {name: _cleaned(value) for name, value in known.items() if value}

    def next_update(self, state: Incident, now: datetime) -> datetime:
        """The time a message that goes out about now can promise: as late as the policy lets it be."""
        limit = cadence.latest_next_update(state, self.policy, now)
        return limit or now + timedelta(seconds=self.policy.long_update_s)

    def time(self, at: datetime | None, lang: Lang, now: datetime) -> str:
        """A time as customers read it: hour and minute with the zone, and the day where it isn't today's."""
        if at is None:
            return ""
        zone = self.zones.get(lang, self.zone)
        local = at.astimezone(zone)
        clock = f"{local:%H:%M} {_zone_name(local)}"
        if local.date() == now.astimezone(zone).date():
            return clock
        if lang is Lang.JA:
            return f"{local.month}月{local.day}日 {clock}"
        return f"{clock} on {_MONTHS[local.month - 1]} {local.day}"


def _zone_name(local: datetime) -> str:
    """ "JST"; for a zone without a name, whose own is a bare "-03", "UTC-03"."""
    name = local.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    return tuple(clean(item) for item in value) if isinstance(value, tuple) else value

"""When each prepared message goes out, and what the lint reads it against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from template_samples import SAMPLES, sample

from cockpit.adapters.templates import Templates
from cockpit.domain.words import Channel, Lang, Phase, Stage
from cockpit.lint.model import Context, Facts, Settings

TEMPLATES = Templates()
SETTINGS = Settings(own_domains=("example.com",))
OVER = {Stage.RESOLUTION, Stage.POSTMORTEM, Stage.RETRACTION}
TOKYO = ZoneInfo("Asia/Tokyo")
POSTED = {
    ("full", Lang.EN): datetime(2026, 3, 9, 14, 11, tzinfo=UTC),
    ("full", Lang.JA): datetime(2026, 3, 9, 23, 11, tzinfo=TOKYO),
    ("sign-in", Lang.EN): datetime(2026, 3, 9, 9, 31, tzinfo=ZoneInfo("Europe/Berlin")),
    ("sign-in", Lang.JA): datetime(2026, 3, 9, 9, 31, tzinfo=TOKYO),
}


def is_of_the_end(name: str, stage: Stage) -> bool:
    """Whether the message is written when it is over."""
    return stage in OVER or name == "premium-resolved"


def posted_at(name: str, facts: str, lang: Lang, stage: Stage) -> datetime:
    """When the message goes out: a little before the next update, or a little after the end."""
    began = POSTED["sign-in" if facts == "sign-in" else "full", lang]
    return began + timedelta(minutes=62) if is_of_the_end(name, stage) else began


def context(name: str, facts: str, lang: Lang, stage: Stage, channel: Channel) -> Context:
    known = sample(facts, lang)
    at = posted_at(name, facts, lang, stage)
    over = is_of_the_end(name, stage)
    # The first post knows no workaround yet, and X has no room for one.
    told = channel is not Channel.X and stage is not Stage.INITIAL and not over
    return Context(
        lang=lang,
        stage=stage,
        channel=channel,
        posted_at=at,
        latest=at + timedelta(minutes=20),
        facts=Facts(
            # What tells of the end is written when it has come.
            phase=Phase.RESOLVED if over else Phase(str(known["phase"])),
            regions=tuple(known["regions"]),  # type: ignore[arg-type]
            has_workaround=told and bool(known.get("workaround")),
        ),
        settings=SETTINGS,
    )


def cases() -> Iterator[tuple[str, Lang, Stage, Channel, str]]:
    for info in TEMPLATES.names():
        for channel in Channel:
            for facts in SAMPLES:
                yield info.name, info.lang, info.stage, channel, facts

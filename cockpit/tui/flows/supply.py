"""What a message needs beside the facts sheet: what changed, how often updates come, what went wrong and why."""

from __future__ import annotations

from collections.abc import Mapping

from cockpit.application.filling import supplied
from cockpit.application.ports import Draft, TemplateInfo
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import _, tell
from cockpit.lint.model import Severity
from cockpit.tui.presentation.hints import finding_line
from cockpit.tui.room import Room
from cockpit.tui.screens.form import Field, Form, Values

Facts = Mapping[Lang, Mapping[str, str]]
"""Facts by the language that they are said in."""

_LABELS: Mapping[str, tuple[Wording, Wording]] = {
    "changed": (say("What changed"), say("for customers, since the last update")),
    "frequency": (say("How often"), say("from now on")),
    "failure": (say("What we got wrong"), say("in one sentence")),
    "explanation": (say("What happened"), say("in customers' words")),
    "prevention": (say("What we change"), say("so that it doesn't happen again")),
}
_OF_ONE_MESSAGE = ("changed", "failure")
"""What is news once: the next message doesn't begin with it."""


async def supply(room: Room, info: TemplateInfo) -> Facts | None:
    """Ask for just what ``info`` needs beside the sheet, in every language, read as it is typed; None: left."""
    facts = supplied(info)
    langs = room.services.langs
    if not facts:
        return {lang: {} for lang in langs}
    fields = tuple(
        Field(f"{fact}_{lang}", f"{tell(_LABELS[fact][0])} ({lang})", _before(room, fact, lang), tell(_LABELS[fact][1]))
        for lang in langs
        for fact in facts
    )

    def advice(values: Values) -> str:
        return "\n".join(line for lang in langs for fact in facts for line in _read(room, info, lang, fact, values))

    def submit(values: Values) -> None:
        for lang in langs:
            for fact in facts:
                room.supplied[fact, lang] = values[f"{fact}_{lang}"].strip()

    text = _("Goes into the message in every channel; what is left empty is marked there.")
    form = Form(info.title, fields, submit, text=text, advice=advice, key=f"supply-{info.name}")
    if await room.fill_in(form) is None:
        return None
    return {lang: {fact: room.supplied[fact, lang] for fact in facts} for lang in langs}


def told(room: Room) -> None:
    """A message is out: what was news in it is no news any more."""
    for key in [key for key in room.supplied if key[0] in _OF_ONE_MESSAGE]:
        del room.supplied[key]


def _before(room: Room, fact: str, lang: Lang) -> str:
    """What was typed last."""
    usual = room.services.filler.frequency(lang) if fact == "frequency" else ""
    return room.supplied.get((fact, lang), usual)


def _read(room: Room, info: TemplateInfo, lang: Lang, fact: str, values: Values) -> list[str]:
    """What must not go out or is to be looked at in one of the fields."""
    text, view = values[f"{fact}_{lang}"], room.view
    if not text.strip():
        return []
    draft = Draft(lang, Channel.STATUS, info.stage, text, view.now)
    findings = room.services.proofreader.read(view.incident, draft, view.now).findings
    return [finding_line(finding) for finding in findings if finding.severity is not Severity.INFO]

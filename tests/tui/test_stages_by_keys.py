"""Every stage of both drill scenarios, in both languages and for every channel, from a template by few keys.

Counted is every key that isn't the facts themselves: opening the facts sheet, going past its fields, phases, the
templates, choices. A fact is its words and the Tab or Enter that ends it. Asking and posting come after.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from seat import Seat, Sit
from stories import STORIES, Story, Words
from support import FixedClock
from textual.widgets import OptionList

from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.words import Lang, Phase, Stage
from cockpit.drill.catalogue import SCENARIOS
from cockpit.lint.model import Severity
from cockpit.tui.screens.form import FormScreen
from cockpit.tui.screens.menu import MenuScreen

MOST = 10
"""Keys beyond the facts, for one stage."""


class Writer:
    """Writes one stage's message at the keyboard; ``keys`` are those beyond the facts."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.keys: list[str] = []

    async def press(self, *keys: str) -> None:
        self.keys += keys
        await self.seat.press(*keys)

    async def fact(self, words: str, end: str = "tab") -> None:
        """The words of a fact, over whatever the field holds, and the key that ends them."""
        await self.seat.press("home", "shift+end")
        await self.seat.type(words)
        await self.seat.press(end)

    async def sheet(self, facts: Mapping[str, Words]) -> None:
        """The facts sheet, filled in both languages."""
        await self.press("ctrl+f")
        fields = [f"{name}_{lang}" for name, lang in product(facts, Lang)]
        words = dict(zip(fields, (text for both in facts.values() for text in both), strict=True))
        form = self.seat.app.screen
        assert isinstance(form, FormScreen)
        names = [widget.name for widget in form._inputs()]
        for at, field in enumerate(fields):
            ahead, behind = names.index(field) - names.index(self.seat.field), len(names) - names.index(field)
            if at == 0 and behind < ahead:
                await self.press(*["shift+tab"] * behind)
            while self.seat.field != field:
                await self.press("tab")
            await self.fact(words[field], "enter" if field == fields[-1] else "tab")

    async def template(self, name: str) -> None:
        """The list of templates, opened where it isn't, down to the one of that name."""
        if not isinstance(self.seat.app.screen, MenuScreen):
            await self.press("f4")
        menu = self.seat.app.screen
        assert isinstance(menu, MenuScreen)
        options = menu.query_one(OptionList)
        while menu._listed[options.highlighted or 0].id != name:
            await self.press("down")
        await self.press("enter")

    async def supply(self, *facts: Words) -> None:
        """What the message needs beside the sheet: every fact in one language, then in the other."""
        texts = [text for lang in (0, 1) for text in (both[lang] for both in facts)]
        for at, text in enumerate(texts):
            await self.fact(text, "enter" if at == len(texts) - 1 else "tab")


def flagged(seat: Seat) -> list[tuple[str, str, str]]:
    """What the lint says of every text of the message, beside its other language."""
    view = seat.room.view
    found = []
    for draft in view.drafts:
        other = next(d.text for d in view.drafts if d.channel is draft.channel and d.lang is not draft.lang)
        read = seat.services.proofreader.read(view.incident, draft, view.now, other)
        found += [
            (f"{draft.lang}/{draft.channel}", f.rule, f.text) for f in read.findings if f.severity is not Severity.INFO
        ]
    return found


async def check_and_post(writer: Writer, stage: Stage) -> None:
    """Six texts of the stage with nothing flagged, by few keys; then they go out."""
    seat, messages = writer.seat, writer.seat.services.messages
    drafts = seat.room.view.drafts
    assert len(drafts) == 6
    assert {draft.stage for draft in drafts} == {stage}
    assert flagged(seat) == []
    assert len(writer.keys) <= MOST, (stage, writer.keys)
    request = messages.ask(seat.room.incident, drafts)
    messages.approve(seat.room.incident, request, "Robin", e.How.VOICE)
    for draft in drafts:
        messages.mark_posted(seat.room.incident, draft, "")
    posts = len(seat.incident.posts)
    await seat.until(lambda: len(seat.room.view.incident.posts) == posts, "the posts")


@pytest.mark.parametrize("name", SCENARIOS)
async def test_every_stage_is_written_by_few_keys_and_nothing_is_flagged(
    sit: Sit, services: Services, clock: FixedClock, name: str
) -> None:
    story: Story = STORIES[name]
    incident = services.incidents.open(SCENARIOS[name].title, 2, "Robin")
    services.incidents.decide_public(incident, e.Choice.POST, "Robin", (True, True, None, None))
    async with sit(incident) as seat:
        clock.set(2)
        writer = Writer(seat)
        await writer.template("initial")
        await check_and_post(writer, Stage.INITIAL)

        clock.set(6)
        writer = Writer(seat)
        await writer.sheet(story.scope)
        if "Did the impact change" in seat.text:
            await writer.press("n")
        await writer.press("f2", "d")
        await writer.fact("the scope is known", "enter")
        await writer.template("scoping")
        await check_and_post(writer, Stage.SCOPING)

        clock.set(14)
        writer = Writer(seat)
        await writer.sheet(story.grown)
        await writer.press("y")
        await writer.template("update-impact-changed")
        await writer.supply(story.changed)
        await check_and_post(writer, Stage.UPDATE)

        clock.set(20)
        writer = Writer(seat)
        await writer.press("f2", "m")
        await writer.fact("a fix is applied")
        await writer.press("p", "enter")
        await writer.template("monitoring")
        await check_and_post(writer, Stage.MONITORING)

        clock.set(25)
        writer = Writer(seat)
        await writer.press("f2", "d")
        await writer.fact("the fix did not last", "enter")
        await writer.template("update-impact-changed")
        await writer.supply(story.again)
        await check_and_post(writer, Stage.UPDATE)

        clock.set(62)
        writer = Writer(seat)
        await writer.press("f2", "l")
        await writer.fact("it will take long", "enter")
        await writer.template("long-forecast")
        await writer.press("enter")  # how often: as the policy has it
        await check_and_post(writer, Stage.LONG)
        assert "every 60 minutes" in seat.draft

        clock.set(90)
        services.incidents.change_phase(incident, Phase.MONITORING, "recovering")
        services.incidents.confirm_recovery(incident, "Robin")
        await seat.until(lambda: seat.room.view.incident.recovery_confirmed_by, "the confirmation")
        writer = Writer(seat)
        await writer.sheet(story.over)
        await writer.press("f2", "r")
        await writer.fact("the IC confirmed it", "enter")
        await writer.template("resolved")
        await check_and_post(writer, Stage.RESOLUTION)

        clock.set(95)
        writer = Writer(seat)
        await writer.press("ctrl+f", "shift+tab", "shift+tab")
        assert seat.field == "began"
        await writer.fact("13:55", "enter")
        await writer.template("postmortem")
        await writer.supply(story.explanation, story.prevention)
        await check_and_post(writer, Stage.POSTMORTEM)

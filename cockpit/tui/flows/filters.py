"""Narrowing the log of reports: what isn't relayed, premium customers, a component, a region, a way they came by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cockpit.domain.narrowing import Narrowing
from cockpit.domain.reports import Via
from cockpit.domain.wording import say
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.room import Room
from cockpit.tui.screens.menu import Item, Menu


async def filter_reports(room: Room) -> None:
    """Choose which reports the log shows; the words that are searched for stay."""
    now = room.narrowing
    store = room.services.desk.store
    named = await room.perform(lambda: (store.components(room.incident), store.regions(room.incident)))
    if named is None:
        return
    components, regions = named
    none_named = say("no report names one")
    items = (
        Item("not_relayed", _shown(_("not relayed"), on=now.not_relayed), "n"),
        Item("premium", _shown(_("premium customers"), on=now.premium), "p"),
        Item("component", _shown(_("component"), now.component), "c", None if components else none_named),
        Item("region", _shown(_("region"), now.region), "r", None if regions else none_named),
        Item("via", _shown(_("came by"), label(now.via) if now.via else ""), "v"),
        Item("all", _("all reports"), "a"),
    )
    chosen = await room.choose(Menu(_("Which reports?"), items))
    if chosen == "all":
        room.narrow(Narrowing(words=now.words))
    elif chosen == "not_relayed":
        room.narrow(replace(now, not_relayed=not now.not_relayed))
    elif chosen == "premium":
        room.narrow(replace(now, premium=not now.premium))
    elif chosen == "component":
        component = await _one_of(room, components, now.component)
        if component is not None:
            room.narrow(replace(now, component=component))
    elif chosen == "region":
        region = await _one_of(room, regions, now.region)
        if region is not None:
            room.narrow(replace(now, region=region))
    elif chosen == "via":
        via = await _one_of(room, tuple(Via), now.via or "")
        if via is not None:
            room.narrow(replace(now, via=Via(via) if via else None))


def _shown(name: str, value: str = "", *, on: bool = False) -> str:
    """A line of the menu, with what is chosen now."""
    return f"{name}: {value}" if value else f"{name} (x)" if on else name


async def _one_of(room: Room, values: Sequence[str], now: str) -> str | None:
    """One of the values, "" for any of them; None where nothing is chosen."""
    items = [Item(f"={value}", label(value) if isinstance(value, Via) else value) for value in values]
    if now:
        items.insert(0, Item("=", _("any")))
    chosen = await room.choose(Menu(_("Which one?"), tuple(items), find=True))
    return None if chosen is None else chosen.removeprefix("=")

"""Each action of the cockpit once: from here come its key, its place in the footer, in the palette and in the help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording, say

if TYPE_CHECKING:
    from cockpit.tui.room import Room

    Flow = Callable[[Room], Awaitable[None]]


@frozen
class Action:
    """Something the liaison can do. ``key`` gets through tmux, screen and the common terminals ("" for none).

    ``short`` is its word in the footer, which has room for the first ones; ``what`` its line in palette and help.
    """

    id: str
    key: str
    short: Wording
    what: Wording
    flow: str = ""
    """The function in `flows` that does it ("module.name"); "": the screen itself does (``action_<id>``)."""


ACTIONS: tuple[Action, ...] = (
    Action(
        "phase",
        "f2",
        say("phase"),
        say("change the phase, declare long, severity, who is in command"),
        "phase.phase_menu",
    ),
    Action(
        "ask",
        "f3",
        say("ask IC"),
        say("ask the IC to approve the text; then record the answer"),
        "approval.ask_or_answer",
    ),
    Action(
        "template",
        "f4",
        say("template"),
        say("fill a prepared message from the facts, for every channel and language"),
        "template.pick_template",
    ),
    Action("copy", "ctrl+o", say("copy"), say("copy the approved text out"), "message.copy_out"),
    Action("posted", "f5", say("posted"), say("record where and when the text went out"), "message.mark_posted"),
    Action("report", "ctrl+l", say("log report"), say("log a customer's report in one line")),
    Action("relay", "ctrl+r", say("relay"), say("tell the IC what customers report"), "reports.relay"),
    Action("hint", "f8", say("next hint"), say("go to the next hint")),
    Action("mend", "f9", say("mend it"), say("mend the hint's phrase where that is safe")),
    Action(
        "facts", "ctrl+f", say("facts"), say("the facts sheet: impact, components, regions, workaround"), "facts.facts"
    ),
    Action("public", "ctrl+g", say("go public?"), say("the checklist: whether to go public"), "phase.go_public"),
    Action("language", "alt+l", say("language"), say("the same message in the other language")),
    Action(
        "channel",
        "alt+c",
        say("channel"),
        say("every text of the message, with its length and state; write another"),
        "message.switch_channel",
    ),
    Action(
        "stage",
        "alt+w",
        say("what for"),
        say("what the message is for, where no template said it"),
        "message.switch_stage",
    ),
    Action("reports", "alt+r", say("reports"), say("go to the reports, and back to the draft")),
    Action("search", "alt+s", say("search"), say("search the reports as you type")),
    Action("filter", "alt+v", say("filter"), say("which reports the log shows"), "filters.filter_reports"),
    Action("voices", "alt+g", say("counts"), say("what customers say, counted"), "voices.what_customers_say"),
    Action(
        "premium",
        "alt+d",
        say("premium"),
        say("premium customers: who was told what, and their own text"),
        "premium.premium",
    ),
    Action(
        "follow",
        "alt+u",
        say("follow-ups"),
        say("after the resolution: replies, postmortem, close"),
        "reports.follow_ups",
    ),
    Action("now", "alt+n", say("post now"), say("the IC says: post an update now"), "record.post_now"),
    Action("question", "alt+q", say("question"), say("a question to the IC, and its answer"), "record.questions"),
    Action("pass", "alt+p", say("let pass"), say("let the hint's phrase pass, with a reason"), "message.let_pass"),
    Action("correct", "alt+m", say("correct"), say("put a recorded mistake right"), "record.correct"),
    Action("timeline", "alt+t", say("timeline"), say("read the timeline"), "record.timeline"),
    Action("note", "alt+k", say("add note"), say("a note for the timeline"), "record.note"),
    Action(
        "handover",
        "alt+h",
        say("hand over"),
        say("what the next liaison must know; record who takes over"),
        "record.hand_over",
    ),
    Action("incidents", "alt+o", say("incidents"), say("another incident, the most pressing first, or a new one")),
    Action("help", "f1", say("help"), say("all keys, and what the marks mean")),
)
"""In the order in which an incident needs them."""

ALSO = {"help": "alt+a"}
"""Second keys, for terminals that keep the first for themselves."""


def flow_of(action: Action) -> Flow:
    """Its function; the module is imported now: the first paint waits for none of them."""
    module, _, name = action.flow.partition(".")
    return cast("Flow", getattr(import_module(f"cockpit.tui.flows.{module}"), name))


def by_id(action_id: str) -> Action:
    """The action of that id."""
    return next(action for action in ACTIONS if action.id == action_id)


def shown_key(key: str) -> str:
    """A key as the screen names it: F2, ^O, alt+l."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key

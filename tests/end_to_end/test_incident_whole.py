"""A whole incident in a real terminal, with the installed command: from the call to the last follow-up."""

from __future__ import annotations

import re
import time

import pytest
from liaison import Liaison, Machine

EXPECTED_KINDS = (
    "opened",
    "decided",
    "asked",
    "approved",
    "copied",
    "posted",
    "facts_recorded",
    "phase_changed",
    "relayed",
    "recovery_confirmed",
    "replied",
    "postmortem_published",
)


@pytest.mark.slow
def test_a_whole_incident(machine: Machine) -> None:
    with machine.sit_down() as at:
        liaison = Liaison(at)
        at.wait_for("n: open an incident")
        liaison.opens_incident("Payments fail", "Robin")
        at.wait_for("first post due", "[Triage]")

        # Going public; the first message comes from its template, and an ETA slips in.
        liaison.goes_public()
        at.wait_for("[Investigating]", "We are aware of a problem")
        at.press("ctrl+end")
        at.type(" It will be fixed within 30 minutes.")
        at.wait_for("1 don't", "within 30 minutes")
        liaison.opens("f3", "Which texts does the IC see?")
        at.press("2")
        at.wait_for("must not go out")
        at.wait_for("[draft]")
        at.press("f8", "f9")
        at.wait_gone("fixed within 30 minutes", "1 don't")

        # Asked, approved, copied: what arrives at the terminal is the approved text, to the letter.
        first = liaison.publishes()
        assert first.startswith("We are aware of a problem")
        assert "30 minutes" not in first
        assert at.clipboard[0].startswith("Message to customers for your approval")
        at.wait_for("1 post", "scoping post due")
        assert _minutes_left(at.titles[-1]) in (4, 5), "five minutes for the scoping post"

        # A second process logs a report: it is on the screen within a second.
        machine.run("report", "cards are declined since 14:02", "--customer", "Globex", "--via", "phone")
        logged = time.monotonic()
        at.wait_for("Globex", "1 not relayed", within_s=10)
        assert time.monotonic() - logged < 1
        liaison.logs("Acme chat: no receipts since 14:05 #EU @Payments")
        at.wait_for("Acme", "2 not relayed")
        liaison.opens("ctrl+r", "Relay to the IC")
        at.wait_for("2 customers", "1 by phone")
        at.press("v")
        at.wait_gone("2 not relayed", "Relay to the IC")

        # The facts, and the scoping post with the move to Identified.
        liaison.opens("ctrl+f", "Cause")
        for fact in ("Card payments are declined for some of you.", "Payments", "Europe"):
            at.type(fact)
            at.press("tab", "tab")
        at.press("enter")
        at.wait_gone("Cause")
        liaison.moves("d", "To Identified", "the payment provider is refusing requests")
        liaison.takes_template()
        at.wait_for("[Identified]", "Card payments are declined", "Affected regions: Europe")
        scoping = liaison.publishes()
        assert "Payments" in scoping
        at.wait_for("2 posts", "update due")
        assert _minutes_left(at.titles[-1]) in (18, 19, 20), "twenty minutes for the next update"

        # A fix is in; the IC confirms full recovery; without that there is no resolving.
        liaison.moves("m", "To Monitoring", "the fix is deployed")
        liaison.takes_template()
        at.wait_for("[Monitoring]", "A fix has been applied")
        liaison.publishes()
        at.wait_for("3 posts")
        liaison.opens("f2", "resolved needs the IC's confirmation")
        at.press("y")
        at.wait_gone("Incident commander")
        liaison.sees("The IC confirms full recovery")
        at.press("enter")
        at.wait_for("the IC confirmed full recovery")
        liaison.moves("r", "To Resolved", "recovered")
        liaison.takes_template()
        at.wait_for("[Resolved]", "This incident is resolved")
        liaison.publishes()

        # The follow-ups, then it closes.
        liaison.opens("alt+u", "Follow-ups")
        at.press("r")
        liaison.sees("Who got their reply?")
        at.type("all 2")
        at.press("enter")
        at.wait_gone("Who got their reply?")
        liaison.opens("alt+u", "every enquiry has its reply")
        at.press("p")
        at.wait_for("the page or the channel")
        at.type("https://status.example.com/postmortem")
        at.wait_for("https://status.example.com/postmortem")
        at.press("enter")
        at.wait_gone("https://status.example.com/postmortem")
        liaison.opens("alt+u", "Follow-ups")
        at.press("c")
        liaison.sees("To Closed")
        at.type("all done")
        at.press("enter")
        at.wait_for("[Closed]")
        assert liaison.leaves_the_cockpit() == 0

    incident = machine.asked("incidents")["incident"]
    timeline = machine.asked("timeline", "--incident", incident)
    kinds = [event["kind"] for event in timeline["events"]]
    assert timeline["phase"] == "closed"
    assert [kind for kind in kinds if kind in ("posted", "approved", "copied")].count("posted") == 4
    assert {*EXPECTED_KINDS} <= {*kinds}, kinds
    review = machine.asked("review", "--incident", incident)
    assert review["phase"] == "closed"
    assert [message["stage"] for message in review["messages"]] == ["initial", "scoping", "monitoring", "resolution"]
    assert review["approvals"] | {"asked": 0} == {"asked": 0, "given": 4, "sent_back": 0, "posts_without": 0}
    care = review["reports"]
    assert (care["total"], care["not_relayed"], care["unanswered"]) == (2, 0, 0)
    assert machine.run("status", exit_code=1) == ""


def _minutes_left(title: str) -> int:
    """The whole minutes of the countdown that a window's title begins with."""
    shown = re.match(r"(\d+):(\d\d) ", title)
    assert shown, title
    return int(shown[1])

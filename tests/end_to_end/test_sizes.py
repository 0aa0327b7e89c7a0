"""A window that is small, large, and dragged about while somebody works in it."""

from __future__ import annotations

from liaison import Liaison, Machine


def test_it_works_at_any_size_and_while_it_is_resized(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down(cols=80, rows=24) as at:
        liaison = Liaison(at)
        at.wait_for("Payments fail", "[Triage]", "T+00:0", "F2")
        liaison.goes_public()
        at.wait_for("We are aware")

        at.resize(200, 60)
        at.wait_for("Payments fail", "Triage ─ [Investigating] ─ Identified ─ Monitoring ─ Resolved ─ Closed")
        at.wait_for("We are aware")
        at.press("ctrl+end")
        at.type(" We are sorry.")
        at.wait_for("We are sorry.")

        at.resize(60, 15)
        at.wait_for("[Investigating]", "first post", "^L: log a report")
        liaison.opens("ctrl+g", "Go public?")
        at.press("esc")
        at.wait_gone("Go public?")
        at.press("ctrl+home")
        at.type("Hello. ")
        at.wait_for("Hello. We are aware")
        liaison.opens("f2", "Phase: Investigating")
        at.press("esc")
        at.wait_gone("Phase: Investigating")

        at.resize(120, 36)
        at.wait_for("Hello. We are aware", "We are sorry.", "first post due")
        assert all(len(row) <= 120 for row in at.rows)
        assert liaison.leaves_the_cockpit() == 0

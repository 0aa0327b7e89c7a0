"""Two liaisons at one incident: what one records shows at the other's."""

from __future__ import annotations

from liaison import Liaison, Machine


def test_what_one_records_the_other_sees(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down() as here, machine.sit_down(cols=100, rows=30) as there:
        one, other = Liaison(here), Liaison(there)
        for at in (here, there):
            at.wait_for("Payments fail", "[Triage]")

        one.goes_public()
        there.wait_for("[Investigating]", "We are aware of a problem")

        other.logs("Acme phone: no receipts")
        here.wait_for("Acme", "1 not relayed")

        one.asks()
        there.wait_for("[asked]")
        other.is_approved()
        one.sees_step("approved")
        assert one.copies().startswith("We are aware of a problem")
        other.sees_step("copied")
        one.posted()
        there.wait_for("1 post", "[posted]", "scoping post due")

        # Both write: what is being typed here is not taken away by what was saved there.
        other.opens("alt+k", "Note for the timeline")
        there.type("seen from the other desk")
        there.press("enter")
        there.wait_gone("Note for the timeline")
        one.opens("alt+t", "Timeline")
        here.wait_for("seen from the other desk")

"""Keys that come faster than the screen follows: each gets where the person who pressed it meant it to go."""

from __future__ import annotations

from liaison import Liaison, Machine


def test_keys_in_one_go_reach_the_dialogs_they_were_meant_for(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down() as at:
        liaison = Liaison(at)
        at.wait_for("T+00:0")
        liaison.goes_public()
        at.wait_for("We are aware of a problem")
        at.press("ctrl+end")
        at.type(" We are sorry.")
        # Right behind the text its key, right behind that the letter in the dialog that isn't there yet.
        at.press("f3", "2")
        liaison.sees_step("asked")
        at.press("f3", "v")
        liaison.sees_step("approved")
        at.press("ctrl+o")
        liaison.sees_step("copied")
        assert at.clipboard[-1].endswith(" We are sorry.")
        at.wait_until(lambda: machine.draft() == at.clipboard[-1], "the draft to be saved")
        at.press("f5", "enter")
        liaison.sees_step("posted")


def test_what_a_customer_says_never_gets_into_the_draft(machine: Machine) -> None:
    machine.run("new", "Payments fail", "--no-ui")
    with machine.sit_down() as at:
        at.wait_for("T+00:0")
        at.type("Dear")
        for customer in ("Acme", "Globex"):
            Liaison(at).logs(f"{customer} phone: no receipt\x7f\x7fpts since 14:02 #EU")
            at.wait_for(customer, "not relayed")
            at.wait_for("^L: log a report")
        at.type(" all")
        at.wait_for("Dear all")
        at.wait_until(lambda: machine.draft() == "Dear all", "the draft to be saved")
    assert machine.asked("status")["reports"] == {"total": 2, "customers": 2, "not_relayed": 2}

"""A template of the user's own with a syntax error: file and line are named, and the built-in one serves."""

from __future__ import annotations

from liaison import Liaison, Machine

BROKEN = """{#
stage: initial
title: Our own words
#}
{% block status %}
We know of it.
{% if components %}
Next update by {{ next_update }}.
{% endblock %}
"""


def test_a_broken_template_is_named_and_the_built_in_one_is_used(machine: Machine) -> None:
    own = machine.templates / "en" / "initial.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(BROKEN)
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    with machine.sit_down(cols=160) as at:
        liaison = Liaison(at)
        at.wait_for("T+00:0")
        liaison.goes_public()
        at.wait_for("We are aware of a problem")
        at.wait_until(lambda: "initial.md.j2:9:" in at.passing, "file and line to be named")
        own.write_text(BROKEN.replace("{% endblock %}", "{% endif %}\n{% endblock %}"))
        liaison.opens("f4", "Templates")
        at.press("enter")
        at.wait_for("We know of it.")

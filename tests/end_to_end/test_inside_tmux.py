"""Inside a real tmux: its prefix takes no key of ours away, and a copy lands in its buffer."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from liaison import COMMAND, Liaison, Machine
from terminal_driver import Terminal

pytestmark = pytest.mark.skipif(
    not shutil.which("tmux"), reason="install tmux (Debian: apt-get install tmux) to test the screen inside it"
)


class Tmux:
    """A tmux server of the test's own, with nobody's configuration."""

    def __init__(self, socket: Path, machine: Machine) -> None:
        self.command = ("tmux", "-S", str(socket), "-f", "/dev/null")
        self.machine = machine

    def run(self, *arguments: str) -> str:
        done = subprocess.run((*self.command, *arguments), env=self.machine.env, capture_output=True, timeout=30)
        return done.stdout.decode()

    def attach(self) -> Terminal:
        """A terminal with tmux in it, and the cockpit in that."""
        size = ("-x", "120", "-y", "36")
        return Terminal((*self.command, "new-session", *size, str(COMMAND)), self.machine.env, 120, 36)


@pytest.fixture
def tmux(machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tmux]:
    machine.run("new", "Payments fail", "--ic", "Robin", "--no-ui")
    server = Tmux(tmp_path_factory.mktemp("t") / "s", machine)
    yield server
    server.run("kill-server")


def test_every_kind_of_key_gets_through_and_a_copy_lands_in_the_buffer(tmux: Tmux) -> None:
    with tmux.attach() as at:
        liaison = Liaison(at)
        at.wait_for("Payments fail", "[Triage]", "T+00:0")
        for key, title in (
            ("f2", "Phase: Triage"),
            ("f4", "type to find"),
            ("ctrl+f", "Cause"),
            ("ctrl+g", "Seen from outside?"),
            ("alt+k", "Note for the timeline"),
            ("alt+q", "Questions to the IC"),
            ("alt+m", "What was recorded wrongly?"),
            ("alt+c", "Which text?"),
            ("alt+t", "opened “Payments fail”"),
        ):
            liaison.opens(key, title)
            liaison.leaves(title)
        liaison.goes_public()
        at.wait_for("We are aware of a problem")
        at.press("ctrl+end")
        at.type(" It will be fixed within 30 minutes.")
        at.wait_for("«within 30 minutes»")
        at.press("f8")
        at.press("f9")
        at.wait_gone("within 30 minutes")
        text = liaison.publishes(copied=lambda: tmux.run("show-buffer"))
        assert text.startswith("We are aware of a problem")
        assert "30 minutes" not in text
        assert text == tmux.machine.draft()
        assert "scoping post" in tmux.run("display-message", "-p", "#{pane_title}")


def test_a_name_is_picked_from_the_configurations_list_for_every_language(tmux: Tmux) -> None:
    config = tmux.machine.templates.parent / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('components = ["API", { en = "Card payments", ja = "カード決済" }]', encoding="utf-8")
    with tmux.attach() as at:
        liaison = Liaison(at)
        at.wait_for("Payments fail", "T+00:0")
        liaison.opens("ctrl+f", "Cause")
        at.press("tab", "tab")
        liaison.opens("f4", "space: pick several")
        at.type("カード")
        at.wait_gone("( ) API")
        at.press("space", "enter")
        at.wait_gone("space: pick several")
        at.wait_for("en  Card payments", "ja  カード決済")
        at.type(", a")
        at.wait_for("Card payments, aPI")
        at.press("right", "enter")
        at.wait_gone("Cause")
        liaison.opens("ctrl+f", "Cause")
        at.wait_for("Card payments, API", "カード決済、API")

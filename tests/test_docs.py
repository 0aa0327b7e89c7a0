"""The README says what the code does: its generated tables, its commands, the two lines that try it and test it."""

from __future__ import annotations

import re

import click
import pytest
from docs import README, generated

from cockpit.cli.main import command_line

TEXT = README.read_text(encoding="utf-8")


def line_behind(marker: str) -> str:
    """The one command line of the block behind ``<!-- marker -->``."""
    block = re.search(rf"<!-- {marker} -->\n```sh\n(?P<line>.+)\n```\n", TEXT)
    assert block is not None, f"no block of one line behind <!-- {marker} -->"
    return block["line"]


def commands() -> dict[str, click.Command]:
    group = command_line()
    ctx = click.Context(group)
    found = {name: group.get_command(ctx, name) for name in group.list_commands(ctx)}
    return {name: command for name, command in found.items() if command is not None}


def test_the_tables_are_what_the_code_generates() -> None:
    assert generated(TEXT) == TEXT, "run: python tests/docs.py"


def test_every_command_stands_in_the_table() -> None:
    table = TEXT.split("## Commands")[1].split("\n\nEach has")[0]
    assert re.findall(r"^\| `cockpit ?([a-z]*)", table, re.MULTILINE)[0] == ""
    assert set(re.findall(r"^\| `cockpit ([a-z]+)", table, re.MULTILINE)) == set(commands())


def test_every_option_that_the_readme_names_is_one() -> None:
    known = {"--help", "--version"}
    for command in (command_line(), *commands().values()):
        subcommands = command.commands.values() if isinstance(command, click.Group) else ()
        for each in (command, *subcommands):
            known |= {option for param in each.params for option in param.opts}
    named = re.findall(r"--[a-z][a-z-]+", TEXT.split("## Commands")[1].split("## What the lint flags")[0])
    assert named
    assert set(named) <= known


@pytest.mark.parametrize(
    ("marker", "line"),
    [
        ("drill line", "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/cockpit drill"),
        (
            "test line",
            "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest",
        ),
    ],
)
def test_the_two_lines_are_whole_and_the_only_ones_of_their_kind(marker: str, line: str) -> None:
    assert line_behind(marker) == line
    assert TEXT.count(f"<!-- {marker} -->") == 1


def test_every_file_that_the_readme_leads_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    missing = [link for link in links if "://" not in link and not (README.parent / link).exists()]
    assert missing == []

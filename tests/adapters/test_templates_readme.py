"""What the templates' own README says is what there is."""

from __future__ import annotations

import re
from pathlib import Path

from cockpit.adapters.template_facts import KNOWN
from cockpit.adapters.template_files import builtin_folder
from cockpit.adapters.template_limits import MAX_TURNS, MAX_WORK
from cockpit.adapters.template_sandbox import filter_names
from cockpit.adapters.templates import Templates
from cockpit.domain.words import Lang, Stage

TEXT = (builtin_folder() / "README.md").read_text(encoding="utf-8")


def first_column(section: str) -> set[str]:
    part = TEXT.split(f"## {section}\n")[1].split("\n## ")[0]
    rows = [row.split("|")[1] for row in part.splitlines() if row.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_fact_is_explained() -> None:
    assert first_column("Facts") == KNOWN


def test_every_filter_is_explained() -> None:
    assert first_column("Filters") == filter_names()


def test_every_stage_is_named() -> None:
    assert all(f"`{stage}`" in TEXT for stage in Stage)


def test_the_limits_are_those_of_the_sandbox() -> None:
    assert f"more than {MAX_TURNS} times" in TEXT
    assert f"past {MAX_WORK} characters" in TEXT


def test_the_example_works(tmp_path: Path) -> None:
    example = TEXT.split("```jinja\n")[1].split("```")[0]
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "example.md.j2").write_text(example, encoding="utf-8")
    templates = Templates(tmp_path)
    assert templates.check() == ()
    text = templates.render("example", Lang.EN, "status", {"impact": "logins fail", "components": ["Web"]})
    assert text == "Logins fail.\n\nAffected features: Web\n\nThe next update will come by [NEXT UPDATE]."

"""A user's own templates: in place of ours by name, and ours in their place where they are broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cockpit
from cockpit.adapters.template_files import TemplateProblem
from cockpit.adapters.templates import Templates
from cockpit.domain.words import Lang, Stage


def write(folder: Path, name: str, text: str, lang: str = "en") -> Path:
    path = folder / lang / f"{name}.md.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


ALL_BLOCKS = "{% block status %}s{% endblock %}{% block x %}x{% endblock %}{% block subject %}t{% endblock %}"
ALL_BLOCKS += "{% block email %}e{% endblock %}"


def test_a_users_own_takes_the_place_of_the_built_in(tmp_path: Path) -> None:
    path = write(
        tmp_path, "initial", "{#\ntitle: Our first words\n#}\n{% block status %}On it: {{ title }}{% endblock %}"
    )
    templates = Templates(tmp_path)
    info = next(i for i in templates.names() if (i.name, i.lang) == ("initial", Lang.EN))
    assert (info.title, info.source_path, info.builtin) == ("Our first words", path, False)
    assert (info.stage, info.required) == (Stage.INITIAL, ("next_update",))
    assert templates.render("initial", Lang.EN, "status", {"title": "Logins"}) == "On it: Logins"
    assert "調査" in templates.render("initial", Lang.JA, "status", {})


def test_a_new_name_adds_a_template(tmp_path: Path) -> None:
    write(tmp_path, "sms-down", "{#\nstage: scoping\ntitle: SMS\nrequired: regions\n#}\n" + ALL_BLOCKS)
    templates = Templates(tmp_path)
    assert templates.check() == ()
    assert "sms-down" in {info.name for info in templates.names()}
    assert templates.render("sms-down", Lang.EN, "email", {}) == "Subject: t\n\ne"


def test_a_broken_one_is_named_and_the_built_in_stands_in(tmp_path: Path) -> None:
    path = write(tmp_path, "initial", "{% block status %}\n{{ impact }\n{% endblock %}")
    templates = Templates(tmp_path)
    filled = templates.filled("initial", Lang.EN, "status", {"next_update": "14:31 UTC"})
    assert filled.text.startswith("We are aware of a problem")
    assert filled.template.builtin
    assert filled.problem is not None
    assert str(filled.problem).startswith(f"{path}:2: the template can't be read: ")
    assert [str(problem) for problem in templates.problems()] == [str(filled.problem)]


def test_one_that_fails_only_when_filled_falls_back_too(tmp_path: Path) -> None:
    write(tmp_path, "initial", "{% block status %}\n\n{{ 'x' * customers }}{% endblock %}")
    filled = Templates(tmp_path).filled("initial", Lang.EN, "status", {"customers": 10**9})
    assert filled.template.builtin
    assert filled.problem is not None
    assert filled.problem.line == 3


def test_a_channel_left_out_comes_from_the_built_in(tmp_path: Path) -> None:
    write(tmp_path, "initial", "{% block status %}ours{% endblock %}")
    templates = Templates(tmp_path)
    assert templates.problems() == ()
    assert templates.render("initial", Lang.EN, "x", {}).startswith("We are aware")
    assert [str(p.what) for p in templates.check()] == [
        f"the template has no block “{b}”" for b in ("x", "subject", "email")
    ]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("{#\nstage: soon\n#}\n", 2, "“soon” is no stage (initial, scoping, "),
        ("{#\nstage: update\n\n#}\n", 3, "must read “key: value”"),
        ("{#\nstage: update\nowner: me\n#}\n", 3, "“owner” is no key of the header (stage, title, when, required)"),
        ("{#\nstage: update\ntitle: T\nrequired: impact, colour\n#}\n", 4, "“colour” is no fact"),
        ("{#\nstage: update\ntitle: T\n", 1, "the header is not closed"),
        ("{#\ntitle: T\n#}\n", 1, "the header says no stage"),
        ("{#\nstage: update\n#}\n", 1, "the header says no title"),
        ("{% block status %}{% endblock %}", 1, "the header says no stage"),
        ("x" * 40_000, 0, "longer than 32768 characters"),
    ],
)
def test_a_wrong_header_is_named_by_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = write(tmp_path, "ours", text)
    (problem,) = Templates(tmp_path).problems()
    assert (problem.path, problem.line) == (path, line)
    assert why in str(problem)
    with pytest.raises(TemplateProblem, match=r"ours\.md\.j2"):
        Templates(tmp_path).render("ours", Lang.EN, "status", {})


def test_a_wrong_header_leaves_the_built_in_in_the_list(tmp_path: Path) -> None:
    write(tmp_path, "initial", "{#\nstage: soon\n#}\n")
    templates = Templates(tmp_path)
    info = next(i for i in templates.names() if (i.name, i.lang) == ("initial", Lang.EN))
    assert info.builtin
    filled = templates.filled("initial", Lang.EN, "status", {})
    assert filled.text.startswith("We are aware")
    assert filled.problem is not None
    assert filled.problem.line == 2


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "ours", "")
    path.write_bytes(b"{#\n\xff\xfe")
    (problem,) = Templates(tmp_path).problems()
    assert "not UTF-8 text (byte 3)" in str(problem)


def test_a_file_name_with_other_characters_is_named(tmp_path: Path) -> None:
    write(tmp_path, "Our Words", "{#\nstage: update\ntitle: T\n#}\n" + ALL_BLOCKS)
    (problem,) = Templates(tmp_path).problems()
    assert "lower-case words joined by hyphens" in str(problem)


def test_unknown_variables_are_found_where_they_stand(tmp_path: Path) -> None:
    text = (
        "{#\nstage: update\ntitle: T\n#}\n" + ALL_BLOCKS + "\n{% block more %}\n{{ impcat }}{{ impcat }}{% endblock %}"
    )
    path = write(tmp_path, "ours", text)
    (problem,) = Templates(tmp_path).check()
    assert str(problem) == f"{path}:7: “impcat” is no fact that a template can use"


def test_a_mended_file_is_read_at_once(tmp_path: Path) -> None:
    write(tmp_path, "initial", "{% block status %}{{ }}{% endblock %}")
    templates = Templates(tmp_path)
    assert len(templates.problems()) == 1
    write(tmp_path, "initial", "{% block status %}mended{% endblock %}")
    assert templates.problems() == ()
    assert templates.render("initial", Lang.EN, "status", {}) == "mended"


def test_a_tag_at_the_end_of_a_line_keeps_the_line_end(tmp_path: Path) -> None:
    body = "Phase: {% if phase %}{{ phase }}{% else %}none{% endif %}\nNext\n{% if phase %}\nLast\n{% endif %}\nEnd"
    write(tmp_path, "initial", "{% block status %}\n" + body + "\n{% endblock %}")
    assert Templates(tmp_path).render("initial", Lang.EN, "status", {"phase": "resolved"}) == (
        "Phase: resolved\nNext\nLast\nEnd"
    )


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    templates = Templates(tmp_path / "none")
    assert templates.problems() == ()
    assert len(templates.names()) == 38


def test_an_installed_package_finds_the_templates_inside_itself(tmp_path: Path) -> None:
    package = Path(cockpit.__file__).parent
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, tmp_path / "cockpit", ignore=ignored)
    shutil.copytree(
        package.parent / "templates", tmp_path / "cockpit" / "templates", ignore=ignored, dirs_exist_ok=True
    )
    code = "from cockpit.adapters.templates import Templates; print(Templates().names()[0].source_path)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True, timeout=60
    )
    assert Path(run.stdout.strip()).is_relative_to(tmp_path.resolve() / "cockpit" / "templates" / "en")

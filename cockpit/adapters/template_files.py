"""Prepared messages as files: where they lie and what their headers say, read by hand so that a list costs no Jinja2.

A file is ``<folder>/<language>/<name>.md.j2``. It begins with a comment that says, a line each, the stage, the title,
when to use it, and the facts it needs::

    {#
    stage: scoping
    title: What is affected, and where
    when: Within 5 minutes of the first post.
    required: impact, components, regions, next_update
    #}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cockpit.adapters.template_facts import KNOWN
from cockpit.application.ports import TemplateFailure
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Lang, Stage

SUFFIX = ".md.j2"
MAX_SOURCE = 32_768
"""Code points of a template's file; the longest of ours has a tenth of it."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS = ("stage", "title", "when", "required")


class TemplateProblem(TemplateFailure):
    """A template that can't be used as it is: the file, the line (0: the whole file) and what is wrong with it."""

    def __init__(self, path: Path, line: int, what: Wording) -> None:
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(say("%(place)s: %(what)s", place=place, what=what))
        self.path = path
        self.line = line
        self.what = what


def unknown_fact(name: str) -> Wording:
    """What is said of a variable that no fact has."""
    return say("“%(name)s” is no fact that a template can use", name=name)


@frozen
class Prepared:
    """One template's header. ``stage`` is None for what is said to the team: it never reaches customers."""

    name: str
    lang: Lang
    stage: Stage | None
    title: str
    when: str
    required: tuple[str, ...]
    path: Path
    builtin: bool

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels it is written for; what is said to the team has a form for the call and one for the chat."""
        return ("status", "x", "email") if self.stage else ("voice", "chat")

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks its file should have: one for each channel, and the subject of the email."""
        return ("status", "x", "subject", "email") if self.stage else ("voice", "chat")


def builtin_folder() -> Path:
    """Where the prepared messages lie: inside the installed package, else at the top of the checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def files(folder: Path) -> Iterator[tuple[str, Lang, Path]]:
    """The (name, language, path) of every template in ``folder``, by language and name; none where it isn't there."""
    for lang in Lang:
        for path in sorted((folder / lang.value).glob(f"*{SUFFIX}")):
            yield path.name.removesuffix(SUFFIX), lang, path


def source(path: Path) -> str:
    """The text of a template's file; raises TemplateProblem where it can't be read or is too long."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateProblem(path, 0, say("the file is not UTF-8 text (byte %(at)d)", at=error.start)) from error
    except OSError as error:
        raise TemplateProblem(path, 0, say("the file can't be read: %(why)s", why=error.strerror)) from error
    if len(text) > MAX_SOURCE:
        raise TemplateProblem(path, 0, say("the file is longer than %(max)d characters", max=MAX_SOURCE))
    return text


def header(name: str, lang: Lang, path: Path, builtin: Prepared | None, *, is_builtin: bool = False) -> Prepared:
    """Read a file's header; what it leaves out is taken from ``builtin``, the one of the same name that it replaces.

    Raises TemplateProblem: the name isn't lower-case words joined by hyphens, a line isn't ``key: value``, a key, stage
    or fact is unknown, or a template of a new name lacks its stage or title.
    """
    if not _NAME.fullmatch(name):
        raise TemplateProblem(path, 0, say("the file's name must be lower-case words joined by hyphens"))
    found = _fields(path, source(path))
    base = builtin or Prepared(name, lang, None, "", "", (), path, is_builtin)
    result = replace(base, path=path, builtin=is_builtin)
    if "stage" in found:
        result = replace(result, stage=_stage(path, *found["stage"]))
    if "title" in found:
        result = replace(result, title=found["title"][1])
    if "when" in found:
        result = replace(result, when=found["when"][1])
    if "required" in found:
        result = replace(result, required=_required(path, *found["required"]))
    missing = "stage" if builtin is None and "stage" not in found else "title" if not result.title else None
    if missing:
        raise TemplateProblem(path, 1, say("the header says no %(key)s", key=missing))
    return result


def _fields(path: Path, text: str) -> dict[str, tuple[int, str]]:
    """The header's values with their line numbers, by key; none where the file has no header."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "{#":
        return {}
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == "#}":
            return found
        key, colon, value = line.partition(":")
        if not colon:
            raise TemplateProblem(path, number, say("a line of the header must read “key: value”"))
        if key.strip() not in _KEYS:
            what = say("“%(key)s” is no key of the header (%(keys)s)", key=key.strip(), keys=", ".join(_KEYS))
            raise TemplateProblem(path, number, what)
        found[key.strip()] = (number, value.strip())
    raise TemplateProblem(path, 1, say("the header is not closed by a line “#}”"))


def _stage(path: Path, line: int, value: str) -> Stage | None:
    if value == "internal":
        return None
    try:
        return Stage(value)
    except ValueError:
        stages = ", ".join([*Stage, "internal"])
        what = say("“%(stage)s” is no stage (%(stages)s)", stage=value, stages=stages)
        raise TemplateProblem(path, line, what) from None


def _required(path: Path, line: int, value: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in value.split(",") if part.strip())
    unknown = next((name for name in names if name not in KNOWN), None)
    if unknown is not None:
        raise TemplateProblem(path, line, unknown_fact(unknown))
    return names

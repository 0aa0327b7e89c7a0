"""The messages prepared before an incident: our own, and a user's in their place; filled with the incident's facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.adapters.template_facts import prepared
from cockpit.adapters.template_files import Prepared, TemplateProblem, builtin_folder, files, header, source
from cockpit.application.ports import TemplateFailure, TemplateInfo
from cockpit.domain.clean import clean
from cockpit.domain.frozen import frozen
from cockpit.domain.wording import say
from cockpit.domain.words import Lang

if TYPE_CHECKING:
    from cockpit.adapters.template_sandbox import Compiled

_SUBJECT = {
    Lang.EN: "Subject: ",
    Lang.JA: "件名：",
}
_ONE_LINE = frozenset({"subject", "voice"})


class UnknownTemplate(TemplateFailure):
    """There is no template of that name in that language."""


@frozen
class Filled:
    """A message made from a template. ``problem`` says why the user's own was not used where a built-in stood in."""

    text: str
    template: Prepared
    problem: TemplateProblem | None = None


@frozen
class _Listing:
    """What there is, by (name, language), and which files' headers could not be read."""

    shown: Mapping[tuple[str, Lang], Prepared]
    problems: tuple[TemplateProblem, ...]


class Templates:
    """All templates, those in ``folder`` (``<folder>/en/initial.md.j2``) in place of the built-in of the same name."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def prepared(self) -> tuple[Prepared, ...]:
        """Every template by language and name, those said to the team too; broken headers are left out."""
        return tuple(self._listing().shown.values())

    def names(self) -> tuple[TemplateInfo, ...]:
        """The templates of messages to customers, by language and name."""
        return tuple(
            TemplateInfo(p.name, p.lang, p.stage, p.title, p.when, p.required, p.path, p.builtin)
            for p in self.prepared()
            if p.stage is not None
        )

    def render(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> str:
        """A template filled with ``facts`` for ``channel`` (a Channel; "voice" or "chat" for one to the team).

        What is missing shows as a placeholder; an email is its subject line, an empty line and its body. Raises
        UnknownTemplate, and TemplateProblem where a template that replaces no built-in can't be used.
        """
        return self.filled(name, lang, channel, facts).text

    def filled(self, name: str, lang: Lang, channel: str, facts: Mapping[str, object]) -> Filled:
        """The same, with the template that was used, and why not the user's own where a built-in stood in."""
        listing, builtin = self._listing(), self._builtins.get((name, lang))
        chosen = listing.shown.get((name, lang))
        unread = next((p for p in listing.problems if _is_file_of(p.path, name, lang)), None)
        if chosen is None:
            raise unread or UnknownTemplate(
                say("there is no template “%(name)s” in “%(lang)s”", name=name, lang=lang.value)
            )
        try:
            return Filled(_fill(chosen, channel, facts), chosen, unread)
        except TemplateProblem as problem:
            if chosen.builtin or builtin is None:
                raise
            return Filled(_fill(builtin, channel, facts), builtin, problem)

    def problems(self) -> tuple[TemplateProblem, ...]:
        """Which of the user's own templates can't be used as they are, so that a built-in stands in for them."""
        listing = self._listing()
        own = [p for p in listing.shown.values() if not p.builtin]
        return listing.problems + tuple(problem for p in own for problem in _broken(p))

    def check(self) -> tuple[TemplateProblem, ...]:
        """All that is wrong with any template: the broken ones, unknown variables, and channels left out."""
        listing = self._listing()
        found = [problem for p in listing.shown.values() for problem in _broken(p) or _flawed(p)]
        return listing.problems + tuple(found)

    @cached_property
    def _builtins(self) -> Mapping[tuple[str, Lang], Prepared]:
        found = files(builtin_folder())
        return {(name, lang): header(name, lang, path, None, is_builtin=True) for name, lang, path in found}

    def _listing(self) -> _Listing:
        """Read anew each time: the user may be mending a file while the screen is open."""
        shown, problems = dict(self._builtins), []
        for name, lang, path in files(self._folder) if self._folder else ():
            try:
                shown[name, lang] = header(name, lang, path, self._builtins.get((name, lang)))
            except TemplateProblem as problem:
                problems.append(problem)
        order = sorted(shown, key=lambda key: (key[1], key[0]))
        return _Listing({key: shown[key] for key in order}, tuple(problems))


def split_email(text: str) -> tuple[str, str]:
    """The subject and the body of an email as a draft holds it; the subject is "" where there is no subject line."""
    first, _, rest = text.partition("\n")
    for prefix in ("Subject:", "件名：", "件名:"):
        if first.startswith(prefix):
            return first.removeprefix(prefix).strip(), rest.lstrip("\n")
    return "", text


def _is_file_of(path: Path, name: str, lang: Lang) -> bool:
    return path.parent.name == lang and path.name.partition(".")[0] == name


def _compiled(template: Prepared) -> Compiled:
    from cockpit.adapters.template_sandbox import compiled  # Jinja2 takes as long to import as the screen to draw

    return compiled(template.path, source(template.path), template.lang)


def _fill(template: Prepared, channel: str, facts: Mapping[str, object]) -> str:
    ready = _compiled(template)
    blocks = ("subject", "email") if channel == "email" else (str(channel),)
    missing = next((block for block in blocks if block not in ready.blocks), None)
    if missing:
        raise _without(template, missing)
    values = prepared(facts)
    texts = [_tidy(ready.fill(block, values), block) for block in blocks]
    return f"{_SUBJECT[template.lang]}{texts[0]}\n\n{texts[1]}" if channel == "email" else texts[0]


def _tidy(text: str, block: str) -> str:
    """No control characters, no spaces before a line's end, no two empty lines together; one line where one belongs."""
    lines = [line.rstrip() for line in clean(text).strip().split("\n")]
    if block in _ONE_LINE:
        return " ".join(line for line in lines if line)
    return "\n".join(line for before, line in zip(["x", *lines], lines, strict=False) if line or before)


def _broken(template: Prepared) -> tuple[TemplateProblem, ...]:
    """Why ``template`` can't be used: it can't be read, or not filled when nothing is known."""
    try:
        ready = _compiled(template)
        for block in sorted(ready.blocks):
            ready.fill(block, {})
    except TemplateProblem as problem:
        return (problem,)
    return ()


def _flawed(template: Prepared) -> tuple[TemplateProblem, ...]:
    ready = _compiled(template)
    return ready.unknown + tuple(_without(template, block) for block in template.blocks if block not in ready.blocks)


def _without(template: Prepared, block: str) -> TemplateProblem:
    return TemplateProblem(template.path, 0, say("the template has no block “%(block)s”", block=block))

"""Fills a message template in Jinja2's sandbox: facts are data, what is missing shows, and nothing runs away.

This is the only module that needs Jinja2 to be imported; ``templates`` imports it when the first message is filled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from types import FrameType
from typing import Any, cast

from jinja2 import Template, Undefined, meta, nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cockpit.adapters.template_facts import KNOWN, Value, placeholder
from cockpit.adapters.template_files import TemplateProblem, unknown_fact
from cockpit.adapters.template_filters import filters, joined, texts
from cockpit.adapters.template_limits import (
    JOINED,
    MAX_TURNS,
    SEARCHED,
    TURNS,
    Budget,
    NotAllowed,
    limited,
    number_only,
    too_many_turns,
)
from cockpit.domain.wording import say
from cockpit.domain.words import Lang

_BUDGET = "budget of this message"
"""Where the budget lies in the context: no name that a template can write."""
_PLAIN_FILTERS = ("default", "d", "first", "last", "length", "count")
_TESTS = ("defined", "undefined", "none", "string", "number", "true", "false", "even", "odd", "eq", "==", "ne")
_TAG_AT_END = re.compile(r"^(?![ \t]*\{%(?:(?!%\}).)*%\}$)(.*[^+\-\n])%\}$", re.MULTILINE)
"""A line that ends in a tag and holds more than that tag."""


class Compiled:
    """One template's file, ready to be filled."""

    def __init__(self, path: Path, template: Template, unknown: tuple[TemplateProblem, ...]) -> None:
        self._path = path
        self._template = template
        self.unknown = unknown
        """The variables it names that no fact has, each where it stands first."""

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks it has."""
        return frozenset(self._template.blocks)

    def fill(self, block: str, facts: Mapping[str, Value]) -> str:
        """The text of ``block``; raises TemplateProblem where the template can't be filled or grows too large."""
        budget = Budget()
        context = self._template.new_context({**facts, _BUDGET: budget})
        pieces: list[str] = []
        filling = self._template.blocks[block](context)
        try:
            for piece in filling:
                budget.spend(len(piece))
                pieces.append(piece)
        except Exception as error:  # the code that runs is the template's: whatever it raises is its problem
            raise self._problem(error, getattr(filling, "gi_frame", None)) from error
        return "".join(pieces)

    def _problem(self, error: Exception, paused: FrameType | None) -> TemplateProblem:
        """The line is the template's own: where it paused, or the last frame of ``error`` that belongs to its file."""
        line = paused.f_lineno if paused else 0
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == str(self._path):
                line = trace.tb_lineno
            trace = trace.tb_next
        why = error.what if isinstance(error, NotAllowed) else str(error) or type(error).__name__
        what = say("the template can't be filled: %(why)s", why=why)
        return TemplateProblem(self._path, self._template.get_corresponding_lineno(line) if line else 0, what)


@lru_cache(maxsize=128)
def compiled(path: Path, source: str, lang: Lang) -> Compiled:
    """Read a template of ``lang``; raises TemplateProblem with the line of what is wrong or not allowed in it."""
    environment = _environment(lang)
    try:
        parsed = environment.parse(_keeping_line_ends(source), filename=str(path))
        unknown = _unknown(parsed, path)
        code = environment.compile(limited(parsed), name=path.name, filename=str(path))
        template = environment.template_class.from_code(environment, code, environment.make_globals(None))
    except TemplateSyntaxError as error:
        what = say("the template can't be read: %(why)s", why=error.message or "")
        raise TemplateProblem(path, error.lineno, what) from error
    except NotAllowed as error:
        raise TemplateProblem(path, error.line, say("the template can't be read: %(why)s", why=error.what)) from error
    except (RecursionError, MemoryError, SyntaxError) as error:
        raise TemplateProblem(path, 0, say("the template is nested too deeply")) from error
    except Exception as error:  # Jinja2 turns the template into code: what that raises is the template's problem too
        raise TemplateProblem(path, 0, say("the template can't be read: %(why)s", why=str(error))) from error
    return Compiled(path, template, unknown)


def _keeping_line_ends(source: str) -> str:
    """Jinja2 drops the line's end after any ``{% … %}``: here only after one that has the line to itself."""
    return _TAG_AT_END.sub(r"\1+%}", source)


def _unknown(parsed: nodes.Template, path: Path) -> tuple[TemplateProblem, ...]:
    names = meta.find_undeclared_variables(parsed) - KNOWN - {"range"}
    lines: dict[str, int] = {}
    for node in parsed.find_all(nodes.Name):
        if node.name in names:
            lines.setdefault(node.name, node.lineno)
    return tuple(TemplateProblem(path, line, unknown_fact(name)) for name, line in lines.items())


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, with every operator counted and no way to an attribute or a call but a loop's and range()."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out ``left operator right`` within the budget; a missing fact takes part as its placeholder."""
        left, right = (str(value) if isinstance(value, Undefined) else value for value in (left, right))
        if operator in ("*", "+"):
            budget = _budget(context)
            return (budget.multiplied if operator == "*" else budget.added)(left, right)
        number_only(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item by its number only: a name would lead to attributes."""
        if not isinstance(argument, int | slice):
            raise NotAllowed(say("an item can only be had by its number"))
        return super().getitem(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only range() is."""
        return obj is _range


def _budget(context: Context) -> Budget:
    return cast(Budget, context.resolve(_BUDGET))


def _range(*bounds: int) -> range:
    """``range()`` of at most as many numbers as loops may turn."""
    numbers = range(*bounds)
    if len(numbers) > MAX_TURNS:
        raise too_many_turns()
    return numbers


def filter_names() -> frozenset[str]:
    """The filters that a template can use."""
    return frozenset(filters(Lang.EN)) | frozenset(_PLAIN_FILTERS)


@lru_cache(maxsize=2)
def _environment(lang: Lang) -> _Sandbox:
    """The sandbox for one language; the parts that speak are its own."""

    class Unfilled(Undefined):
        """A fact that is missing: false in a condition, its placeholder wherever it is shown."""

        __slots__ = ()

        def __str__(self) -> str:
            # Nameless is what a condition without "else" gives: nothing, and meant.
            name = self._undefined_name
            return placeholder(name, lang) if isinstance(name, str) else ""

        def __iter__(self) -> Any:
            return iter((str(self),))

    ours = filters(lang)
    listed = ours["listed"]

    def shown(value: object) -> object:
        return listed(value) if isinstance(value, list | tuple | range) else "" if value is None else value

    environment = _Sandbox(undefined=Unfilled, autoescape=False, trim_blocks=True, lstrip_blocks=True, finalize=shown)
    environment.globals = {"range": _range}
    environment.tests = {name: test for name, test in environment.tests.items() if name in _TESTS}
    plain = {name: environment.filters[name] for name in _PLAIN_FILTERS}
    environment.filters = {name: _counted(made) for name, made in (*ours.items(), (JOINED, joined))}
    environment.filters |= plain | {TURNS: _turns, SEARCHED: _searched}
    return environment


def _counted(made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose result is paid for before it is made: what goes in, and what is put between."""

    @pass_context
    @wraps(made)
    def paid(context: Context, value: object, *args: str) -> Any:
        items = texts(value)
        _budget(context).spend(sum(map(len, items)) + len(items) * (4 + sum(len(str(arg)) for arg in args)))
        return made(value, *(str(arg) for arg in args))

    return paid


@pass_context
def _turns(context: Context, value: object) -> Iterable[Any]:
    """What a loop runs over: the items of a list, once each; a text is one item, not its letters."""
    items: Iterable[Any] = value if isinstance(value, list | tuple | range) else [value]
    budget, taken = _budget(context), list(items)
    budget.turn(len(taken))
    return taken


@pass_context
def _searched(context: Context, value: Any) -> Any:
    """What ``in`` looks through: every search costs the length of what is searched."""
    _budget(context).spend(sum(map(len, texts(value))))
    return value

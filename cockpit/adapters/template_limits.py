"""What a message template may do: few constructs, few turns of a loop, little text; the rest is refused by name.

A user's template comes from a file, but files get copied around: it must neither read the machine nor fill its memory.
"""

from __future__ import annotations

from typing import NoReturn, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from cockpit.domain.wording import Wording, say

MAX_TURNS = 1_000
"""Turns of all loops together; the longest list of a message has a few dozen."""
MAX_WORK = 500_000
"""Code points made while one message is filled; the longest message may have 25,000."""
MAX_LOOPS = 3
"""Loops inside one another."""
MAX_BITS = 64
"""Size of a whole number."""

TURNS = "turns of a loop"
JOINED = "joined text"
SEARCHED = "searched text"
"""Names of filters that no template can write: what loops, ``~`` and ``in`` are rewritten to, so that they count."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Block,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.BinExpr,
    nodes.Neg,
    nodes.Pos,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Call,
    nodes.Keyword,
)
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_RESERVED = frozenset({"loop", "range", "self", "super", "caller", "varargs", "kwargs"})
_WORDS: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter block",
    nodes.AssignBlock: "set block",
    nodes.With: "with",
    nodes.Dict: "dictionary",
}


class NotAllowed(Exception):
    """What a template tried and may not; ``line`` is 0 where it was caught at work."""

    def __init__(self, what: Wording, line: int = 0) -> None:
        super().__init__(str(what))
        self.what = what
        self.line = line


class Budget:
    """What is left of the turns and the text of one message."""

    __slots__ = ("turns", "work")

    def __init__(self) -> None:
        self.turns = MAX_TURNS
        self.work = MAX_WORK

    def turn(self, count: int) -> None:
        """Take ``count`` turns of a loop; raises NotAllowed when there are too many."""
        self.turns -= count
        if self.turns < 0:
            raise too_many_turns()

    def spend(self, size: int) -> None:
        """Make ``size`` more code points; raises NotAllowed when that is too much."""
        self.work -= size
        if self.work < 0:
            raise NotAllowed(say("it makes more than %(max)d characters", max=MAX_WORK))

    def _make(self, like: object, size: int) -> None:
        """Pay for a text of ``size`` code points, or a list of ``size`` items."""
        if isinstance(like, str):
            self.spend(size)
        else:
            self.turn(size)

    def multiplied(self, left: object, right: object) -> object:
        """``left * right`` where the product is of a sane size."""
        if isinstance(left, str | list | tuple) and isinstance(right, int):
            self._make(left, len(left) * max(right, 0))
            return left * right
        if isinstance(right, str | list | tuple):
            return self.multiplied(right, left)
        _numbers("*", left, right)
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > MAX_BITS:
            raise NotAllowed(say("its numbers are too large"))
        return cast(int, left) * cast(int, right)

    def added(self, left: object, right: object) -> object:
        """``left + right`` where the sum is of a sane size."""
        if isinstance(left, str) and isinstance(right, str):
            self.spend(len(left) + len(right))
            return left + right
        if isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self._make(left, len(left) + len(right))
            return [*left, *right]
        _numbers("+", left, right)
        return cast(int, left) + cast(int, right)


def too_many_turns() -> NotAllowed:
    """What is said of loops without end."""
    return NotAllowed(say("its loops turn more than %(max)d times", max=MAX_TURNS))


def number_only(operator: str, left: object, right: object) -> None:
    """Raise NotAllowed unless ``operator`` is a plain one of two numbers (``%`` of a text could fill the memory)."""
    if operator == "**":
        raise NotAllowed(say("a message needs no powers"))
    _numbers(operator, left, right)


def _numbers(operator: str, *values: object) -> None:
    if not all(isinstance(value, int | float) for value in values):
        raise NotAllowed(say("“%(operator)s” needs two numbers or two texts", operator=operator))


def limited(template: nodes.Template) -> nodes.Template:
    """The parsed template with its loops and joins counted; raises NotAllowed for what isn't allowed."""
    for node in template.body:
        if isinstance(node, nodes.Block):
            _walk(node, loops=0)
        elif not _blank(node):
            _refuse(node, say("only blocks are shown: put this inside a block (status, x, subject, email)"))
    return cast(nodes.Template, _Counting().visit(template))


def _blank(node: nodes.Node) -> bool:
    texts = node.nodes if isinstance(node, nodes.Output) else [node]
    return all(isinstance(text, nodes.TemplateData) and not text.data.strip() for text in texts)


def _walk(node: nodes.Node, loops: int) -> None:
    for child in node.iter_child_nodes():
        inside = loops + isinstance(child, nodes.For)
        _check(child, inside)
        _walk(child, inside)


def _check(node: nodes.Node, loops: int) -> None:
    if not isinstance(node, _ALLOWED):
        word = _WORDS.get(type(node), type(node).__name__.lower())
        _refuse(node, say("a message can't use “%(word)s”", word=word))
    if isinstance(node, nodes.Block):
        _refuse(node, say("a block can't stand inside another"))
    if isinstance(node, nodes.For) and node.recursive:
        _refuse(node, say("a message can't use “%(word)s”", word="recursive"))
    if isinstance(node, nodes.For) and loops > MAX_LOOPS:
        _refuse(node, say("more than %(max)d loops stand inside one another", max=MAX_LOOPS))
    if isinstance(node, nodes.Name):
        _check_name(node)
    if isinstance(node, nodes.Getattr) and not (_named(node.node, "loop") and node.attr in _LOOP):
        _refuse(node, say("“.%(name)s” can't be used: facts are plain texts and lists", name=node.attr))
    if isinstance(node, nodes.Call) and not _named(node.node, "range"):
        _refuse(node, say("only range() can be called; change a text with a filter"))


def _check_name(node: nodes.Name) -> None:
    readable = node.ctx == "load" and node.name in ("loop", "range")
    if node.name.startswith("_") or (node.name in _RESERVED and not readable):
        _refuse(node, say("the name “%(name)s” can't be used", name=node.name))


def _named(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _refuse(node: nodes.Node, what: Wording) -> NoReturn:
    raise NotAllowed(what, node.lineno)


class _Counting(NodeTransformer):
    """Sends what a loop runs over, what ``~`` joins and what ``in`` searches through filters that count."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja2 names it after the node
        node.iter = _filtered(cast(nodes.Expr, node.iter), TURNS)
        return cast(nodes.For, self.generic_visit(node))

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja2 names it after the node
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return self.generic_visit(_filtered(parts, JOINED))

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802 - Jinja2 names it after the node
        if node.op in ("in", "notin"):
            node.expr = _filtered(node.expr, SEARCHED)
        return self.generic_visit(node)


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)

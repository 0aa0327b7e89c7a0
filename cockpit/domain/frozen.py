"""Values: frozen dataclasses with slots that cost little to declare.

The standard decorator compiles six methods for each class, a third of a millisecond: for a hundred classes that is a
tenth of the time to the first paint. Here methods are shared, and ``__init__`` is compiled for the first instance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")

_Init = Callable[..., None]
_FEW = 6
"""How many instances are made by hand before it pays to compile an ``__init__``."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Decorate a class as ``dataclass(frozen=True, slots=True)`` does."""
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    here = fields(made)  # type: ignore[arg-type] # it has just been made one
    methods = {
        "__init__": _compiled_when_needed(made),
        "__repr__": _shown(tuple(each.name for each in here if each.repr)),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__reduce__": _copied(made, tuple(each.name for each in here)),
        **_compared(made, tuple(each.name for each in here if each.compare)),
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def _compiled_when_needed(made: type) -> _Init:
    left = _FEW

    def __init__(self: object, *args: object, **kwargs: object) -> None:  # noqa: N807 - it is one
        nonlocal left
        left -= 1
        if left >= 0 and _filled(made, self, args, kwargs):
            return
        compiled = _compiled(made)
        made.__init__ = compiled  # type: ignore[misc] # from now on this one is called
        compiled(self, *args, **kwargs)

    return __init__


def _filled(made: type, instance: object, args: tuple[object, ...], kwargs: dict[str, object]) -> bool:
    """Fill the fields of one of few instances by hand; False, and nothing done, where the arguments aren't right."""
    here = fields(made)
    given = dict(zip((each.name for each in here), args, strict=False)) | kwargs
    if len(given) < len(args) + len(kwargs):
        return False  # too many, or one twice
    for each in here:
        if each.name not in given:
            if each.default_factory is not MISSING:
                given[each.name] = each.default_factory()
            elif each.default is not MISSING:
                given[each.name] = each.default
            else:
                return False
    if len(given) > len(here):
        return False  # one of another name
    for name, value in given.items():
        object.__setattr__(instance, name, value)
    if hasattr(made, "__post_init__"):
        made.__post_init__(instance)
    return True


def _compiled(made: type) -> _Init:
    """The ``__init__`` that the standard decorator makes for a class of the same fields."""
    body: dict[str, Any] = {"__annotations__": {}, "__module__": made.__module__, "__qualname__": made.__qualname__}
    for each in fields(made):
        body["__annotations__"][each.name] = each.type
        if each.default_factory is not MISSING:
            body[each.name] = field(default_factory=each.default_factory)
        elif each.default is not MISSING:
            body[each.name] = each.default
    if hasattr(made, "__post_init__"):
        body["__post_init__"] = made.__post_init__
    twin: Any = dataclass(frozen=True, repr=False, eq=False)(type(made.__name__, (), body))
    compiled: _Init = twin.__init__
    return compiled


def _compared(made: type, names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Equality with values of the same class, field by field, and the hash that goes with it."""
    content = _content(names)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - it is one
        return content(self) == content(other) if other.__class__ is made else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - it is one
        return hash(content(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _copied(made: type, names: tuple[str, ...]) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    content = _content(names)

    def __reduce__(self: object) -> tuple[type, tuple[object, ...]]:  # noqa: N807 - it is one
        return made, content(self)

    return __reduce__


def _content(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """The fields' values of an instance."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _shown(names: tuple[str, ...]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807 - it is one
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({inside})"

    return __repr__


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")

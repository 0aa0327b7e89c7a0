"""Values are what a frozen dataclass with slots is, whoever looks."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from cockpit.domain.frozen import frozen


@frozen
class Place:
    """Where something is."""

    name: str
    row: int = 0
    marks: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.row < 0:
            raise ValueError("no such row")


@dataclass(frozen=True, slots=True)
class Standard:
    name: str
    row: int = 0
    marks: tuple[str, ...] = field(default_factory=tuple)


@frozen
class Nothing:
    """Has no fields."""


def test_it_is_made_and_shown_as_a_dataclass_is() -> None:
    here = Place("here", marks=("x",))
    assert (here.name, here.row, here.marks) == ("here", 0, ("x",))
    assert repr(here) == repr(Standard("here", marks=("x",))).replace("Standard", "Place")
    assert repr(Nothing()) == "Nothing()"
    assert is_dataclass(here)
    assert [each.name for each in fields(Place)] == ["name", "row", "marks"]
    assert not hasattr(here, "__dict__")


@pytest.mark.parametrize("made", [lambda: Place(), lambda: Place("a", 1, (), 2), lambda: Place("a", column=2)])  # type: ignore[call-arg]
def test_wrong_arguments_are_told(made: type) -> None:
    with pytest.raises(TypeError, match="__init__"):
        made()


def fresh() -> type:
    """A class of which there is no instance yet: the first few are made in another way than those that follow."""

    @frozen
    class Fresh:
        name: str
        row: int = 0
        marks: tuple[str, ...] = field(default_factory=tuple)

        def __post_init__(self) -> None:
            if self.row < 0:
                raise ValueError("no such row")

    return Fresh


def test_the_first_ones_are_as_the_later_ones() -> None:
    made = fresh()
    for _ in range(9):
        one, other = made("a", marks=("x",)), made(row=2, name="b")
        assert (one.name, one.row, one.marks, other.name, other.row, other.marks) == ("a", 0, ("x",), "b", 2, ())
        with pytest.raises(ValueError, match="no such row"):
            made("a", -1)


@pytest.mark.parametrize(
    ("args", "more"), [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"column": 2})]
)
def test_wrong_arguments_of_the_first_are_told(args: tuple[object, ...], more: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        fresh()(*args, **more)


def test_what_it_checks_is_checked() -> None:
    with pytest.raises(ValueError, match="no such row"):
        Place("there", -1)
    with pytest.raises(ValueError, match="no such row"):
        replace(Place("there"), row=-1)


def test_it_is_equal_by_class_and_fields() -> None:
    assert Place("here") == Place("here", 0)
    assert Place("here") != Place("there")
    assert Place("here") != Standard("here")
    assert Nothing() == Nothing()
    assert {Place("here"): 1}[Place("here")] == 1
    assert len({Nothing(), Nothing()}) == 1


def test_a_field_may_be_kept_out_of_sight_and_comparison() -> None:
    @frozen
    class Account:
        name: str
        secret: str = field(repr=False)
        seen: int = field(default=0, compare=False)

    assert repr(Account("a", "s3cret")) == "Account(name='a', seen=0)".replace("Account", Account.__qualname__)
    assert Account("a", "s", 1) == Account("a", "s", 2)
    assert Account("a", "s") != Account("a", "t")


def test_it_never_changes() -> None:
    here = Place("here")
    with pytest.raises(FrozenInstanceError):
        here.row = 1  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del here.row  # type: ignore[misc]
    assert replace(here, row=1) == Place("here", 1)
    assert here.row == 0


def test_a_pattern_takes_it_apart() -> None:
    match Place("here", 3):
        case Place(name, row):
            assert (name, row) == ("here", 3)


def test_it_can_be_copied() -> None:
    here = Place("here", 3, ("x",))
    assert copy.copy(here) == copy.deepcopy(here) == pickle.loads(pickle.dumps(here)) == here

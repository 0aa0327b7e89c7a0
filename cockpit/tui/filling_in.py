"""What is typed into forms, until it is on disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cockpit.domain.frozen import frozen

_NOTHING: Mapping[str, str] = {}


@frozen
class Typed:
    """What of a form was changed by typing, by field; nothing: it is recorded, or as it was."""

    form: str
    said: Mapping[str, str]


class FillingIn:
    """The forms that are being filled in; no I/O of its own."""

    def __init__(self) -> None:
        self._said: dict[str, Mapping[str, str]] = {}
        self._unsaved: dict[str, int] = {}
        self._revision = 0

    def waiting(self, form: str) -> Mapping[str, str] | None:
        """What is typed into a form and not on disk yet; None where nothing is."""
        return self._said[form] if form in self._unsaved else None

    def begin(self, form: str, said: Mapping[str, str]) -> None:
        """A form is opened with what the disk has of it."""
        self._said[form] = said

    def type(self, form: str, said: Mapping[str, str]) -> None:
        """What is typed into a form is this, from here on."""
        if said != self._said.get(form, _NOTHING):
            self._said[form] = said
            self._revision += 1
            self._unsaved[form] = self._revision

    @property
    def unsaved(self) -> bool:
        """Whether anything typed is not on disk yet."""
        return bool(self._unsaved)

    def to_save(self) -> dict[int, Typed]:
        """What is not on disk yet, by the revision that it is of."""
        return {revision: Typed(form, self._said[form]) for form, revision in self._unsaved.items()}

    def saved(self, revisions: Iterable[int]) -> None:
        """These are on disk."""
        done = set(revisions)
        self._unsaved = {form: revision for form, revision in self._unsaved.items() if revision not in done}

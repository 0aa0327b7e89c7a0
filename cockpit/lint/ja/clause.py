"""One Japanese sentence with its times and events, and how far each of its times reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cockpit.domain.frozen import frozen
from cockpit.lint.ja.endings import ESTIMATES, Form
from cockpit.lint.ja.events import Event, clause_ends, events_of, joints
from cockpit.lint.ja.roles import role_of
from cockpit.lint.setting import Setting
from cockpit.lint.statement import Role, TimeExpression, TimeKind

_DONE = (
    "ました",
    "ております",
    "ています",
    "でした",
    "済み",
    "現在は",
    "った。",
    "した。",
    "れた。",
    "めた。",
    "せた。",
    "いた。",
)
_AIMS = ("目指", "めざ", "向け")
_AHEAD = ("まで", "以内", "中", "目", "めど")
_FROM_NOW = ("で", "後に", "後", "後には")


@frozen
class Ruling:
    """A time's role, and the event that gave it."""

    role: Role
    event: Event | None = None


@dataclass(frozen=True)
class Clauses:
    """A sentence and everything found in it; what only some sentences need is found when it is asked for."""

    text: str
    times: tuple[TimeExpression, ...]
    setting: Setting = Setting.TROUBLE

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The event words, in order."""
        return events_of(self.text)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return clause_ends(self.text)

    @cached_property
    def _joints(self) -> tuple[int, ...]:
        return joints(self.text)

    def phrase(self, time: TimeExpression) -> str:
        """The words of ``time``."""
        return self.text[time.start : time.end]

    def closes_between(self, start: int, end: int) -> bool:
        """Whether a clause ends in (start, end]."""
        return any(start < place <= end for place in self._ends)

    def parted(self, time: TimeExpression, event: Event) -> bool:
        """Whether the event is out of the time's reach to the right: another clause, or another time's predicate."""
        if event.start - time.end > 1 and self.closes_between(time.end, event.start):
            return True
        others = [other.start for other in self.times if time.end <= other.start and other.end <= event.start]
        return any(place <= other for other in others for place in self._joints if place > time.end)

    def ruled(self, event: Event, time: TimeExpression, form: Form | None = None, *, takes: bool = False) -> Ruling:
        """The ruling of ``event`` over ``time``."""
        return Ruling(role_of(event, time, self.text, form, takes=takes, setting=self.setting), event)

    def tense(self, at: int) -> Form:
        """The tense of what follows ``at``: past if it ends in the past and expects nothing."""
        rest = self.text[at:]
        if expects(rest) or any(mark in rest for mark in _AIMS):
            return Form.FUTURE
        return Form.PAST if any(mark in rest for mark in _DONE) else Form.FUTURE

    def only_ahead(self, time: TimeExpression) -> bool:
        """Whether the phrase can only lie ahead: a deadline, a day after today, a length from now."""
        phrase = self.phrase(time)
        if time.kind is TimeKind.VAGUE or any(mark in phrase for mark in _AHEAD):
            return True
        if time.kind is TimeKind.DURATION:
            return phrase.endswith(_FROM_NOW)
        if time.moment is None or not time.moment.day_offset or time.moment.day_offset < 0:
            return False
        return time.moment.hour is None or "明" in phrase or "翌" in phrase


def expects(text: str) -> bool:
    """Whether a word of expectation stands in ``text`` (見込み, 予定)."""
    return any(word in text for word in ESTIMATES)

"""A scenario as data: what happens in a simulated incident, and how many seconds after the start of the call.

Its words are in the language of its customers; what the drill itself says goes through the catalogues.
"""

from __future__ import annotations

from cockpit.domain.frozen import frozen
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import Via
from cockpit.domain.words import Lang, Phase


@frozen
class Told:
    """Somebody on the incident call says what is known now."""

    at_s: int
    text: str


@frozen
class Said:
    """The IC says something to the liaison; ``only_in``: in that phase, in any other it needs no saying."""

    at_s: int
    text: str
    only_in: Phase | None = None


@frozen
class Demanded:
    """The IC wants an update at once, and says why."""

    at_s: int
    text: str


@frozen
class Severity:
    """The IC changes the severity, and says why."""

    at_s: int
    severity: int
    text: str


@frozen
class Enquiry:
    """A customer reports. ``since_s``: when it began, as they say, in seconds from the start of the call."""

    at_s: int
    customer: str
    via: Via
    text: str
    component: str = ""
    region: str = ""
    since_s: int | None = None
    premium: bool = False
    contact: str = ""


Beat = Told | Said | Demanded | Severity | Enquiry
"""Something that happens at its time, whatever the liaison does. No two of a scenario say the same."""


@frozen
class Answer:
    """What the IC answers from ``at_s`` on to a question that has one of ``words`` (in lower case) in it."""

    at_s: int
    words: tuple[str, ...]
    text: str


@frozen
class Wish:
    """For this the IC sends the first update back that is asked for from ``at_s`` on."""

    at_s: int
    text: str


@frozen
class Scenario:
    """A simulated incident; times in seconds from the start of the call.

    ``recovering`` are the spans in which a fix shows; from ``recovered_s`` on it has worked, and the IC confirms full
    recovery. At ``length_s`` nothing more happens.
    """

    name: str
    lang: Lang
    title: str
    severity: int
    ic: str
    components: tuple[str, ...]
    regions: tuple[str, ...]
    beats: tuple[Beat, ...]
    answers: tuple[Answer, ...]
    wish: Wish
    recovering: tuple[tuple[int, int], ...]
    recovered_s: int
    length_s: int

    @property
    def premium(self) -> tuple[PremiumCustomer, ...]:
        """The customers with a special contract: those whose reports say so."""
        names = {beat.customer: beat.contact for beat in self.beats if isinstance(beat, Enquiry) and beat.premium}
        return tuple(PremiumCustomer(name, contact=contact, lang=self.lang) for name, contact in names.items())

    def fix_shows(self, elapsed_s: float) -> bool:
        """Whether a fix can be seen to work at that time."""
        return elapsed_s >= self.recovered_s or any(start <= elapsed_s < end for start, end in self.recovering)

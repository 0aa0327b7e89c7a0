"""What customers with a special support contract were told individually, and what they missed (the guide: Words)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cockpit.domain.frozen import frozen
from cockpit.domain.incident import Incident, Post, Telling, by_message
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import customer_key
from cockpit.domain.words import Stage


@frozen
class Standing:
    """What one premium customer was told, oldest first, and which messages went out that they were not told of.

    ``id`` is what the journal calls them; "" where it doesn't yet.
    """

    customer: PremiumCustomer
    id: str
    tellings: tuple[Telling, ...]
    missed: tuple[Post, ...]

    @property
    def last(self) -> Telling | None:
        """What they were told last."""
        return self.tellings[-1] if self.tellings else None

    @property
    def waits(self) -> bool:
        """Whether customers at large know more than they were told."""
        return bool(self.missed)


def standings(
    incident: Incident, premium: Iterable[PremiumCustomer], addressees: Mapping[str, str]
) -> tuple[Standing, ...]:
    """Where each of the ``premium`` customers stands; ``addressees`` are the names behind the journal's ids.

    Whoever is told knows of every message that was out by then. A message in several texts counts once; one that only
    says that we are investigating doesn't: they are told of the impact (the guide: Updates).
    """
    ids = {customer_key(name): each for each, name in addressees.items()}
    told = (post for post in incident.public_posts if post.stage is not Stage.INITIAL)
    messages = tuple(posts[0] for posts in by_message(told))
    return tuple(_standing(incident, messages, each, ids.get(customer_key(each.name), "")) for each in premium)


def _standing(incident: Incident, messages: Sequence[Post], customer: PremiumCustomer, known_as: str) -> Standing:
    theirs = [telling for telling in incident.tellings if telling.customer == known_as] if known_as else []
    told = tuple(sorted(theirs, key=lambda telling: telling.told_at))
    missed = tuple(post for post in messages if not any(telling.covers(post) for telling in told))
    return Standing(customer, known_as, told, missed)

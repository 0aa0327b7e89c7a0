"""Whose mail it is: a thread and an address stay with one customer, a premium customer is known by the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cockpit.application.mailbox import Mail, Sender
from cockpit.domain.frozen import frozen
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import customer_key
from cockpit.domain.wording import Wording, say

_ANYBODYS = frozenset(
    {
        "aol.com",
        "docomo.ne.jp",
        "ezweb.ne.jp",
        "gmail.com",
        "gmx.de",
        "gmx.net",
        "googlemail.com",
        "hotmail.com",
        "icloud.com",
        "live.com",
        "mac.com",
        "me.com",
        "msn.com",
        "outlook.com",
        "outlook.jp",
        "proton.me",
        "protonmail.com",
        "qq.com",
        "softbank.ne.jp",
        "web.de",
        "yahoo.co.jp",
        "yahoo.com",
    }
)
"""Domains at which anybody has an address: they name no company."""


class Threads:
    """Under which customer the mails of a thread or of an address were logged so far."""

    def __init__(self, by_id: Mapping[str, str], by_address: Mapping[str, str]) -> None:
        self._by_id = dict(by_id)
        self._by_address = dict(by_address)

    def customer(self, references: Sequence[str], address: str) -> str:
        """The customer of that thread (its nearest mail last), else of that address; "" where neither is known."""
        known = (self._by_id.get(name) for name in reversed(references))
        return next(filter(None, known), "") or self._by_address.get(address, "")

    def remember(self, message_id: str, address: str, customer: str) -> None:
        """What comes behind that mail in its thread, or from its address, is of the same customer."""
        self._by_id[message_id] = customer
        if address:
            self._by_address[address] = customer


@frozen
class Customer:
    """Under whom a mail is logged, and where the reply goes."""

    name: str
    address: str
    premium: bool


class Senders:
    """What is known of senders before any mail comes: the premium customers, and what is ours.

    ``own_address`` is the mailbox's. Premium customers are known by the addresses that their contact names, and by
    the domains of these.
    """

    def __init__(
        self, premium: Iterable[PremiumCustomer] = (), own_domains: Sequence[str] = (), own_address: str = ""
    ) -> None:
        self._own_domains = tuple(each.casefold().lstrip("@") for each in own_domains)
        self._own_address = own_address.casefold()
        self._premium: dict[str, str] = {}
        self._premium_at: dict[str, str] = {}
        for each in premium:
            self._premium[customer_key(each.name)] = each.name
            for address in filter(self._is_theirs, _addresses(each.contact)):
                self._premium_at[address] = each.name
                if (domain := _domain(address)) not in _ANYBODYS:
                    self._premium_at.setdefault(domain, each.name)

    def refuses(self, mail: Mail) -> Wording | None:
        """Why ``mail`` is no customer's; None: it is one's."""
        if not mail.senders:
            return say("it doesn't say who it is from")
        who = mail.senders[0]
        if self._sender(mail) is None:
            return say("it is from our own address %(address)s", address=who.address)
        if mail.automatic:
            return say("it is an automatic reply, from %(who)s", who=who.address or who.name)
        return None

    def customer(self, mail: Mail, threads: Threads) -> Customer:
        """Whose ``mail`` it is, which isn't refused; ``threads`` learns of it."""
        sender = self._sender(mail) or mail.senders[0]
        name = (
            threads.customer(mail.references, sender.address)
            or self._premium_at.get(sender.address)
            or self._premium_at.get(_domain(sender.address))
            or sender.name
            or sender.address
        )
        premium = self._premium.get(customer_key(name))
        threads.remember(mail.message_id, sender.address, premium or name)
        return Customer(premium or name, sender.address, premium is not None)

    def _sender(self, mail: Mail) -> Sender | None:
        """The customer; our own web form sends in its own name, and says where the reply goes."""
        return next((sender for sender in mail.senders if self._is_theirs(sender.address)), None)

    def _is_theirs(self, address: str) -> bool:
        domain = _domain(address)
        ours = any(domain == own or domain.endswith(f".{own}") for own in self._own_domains)
        return not ours and (not address or address != self._own_address)


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _addresses(contact: str) -> Iterable[str]:
    """The addresses of mail in a text."""
    words = (word.strip("<>()[]{},;:'\"。、") for word in contact.casefold().split())
    return (word for word in words if "@" in word.strip("@"))

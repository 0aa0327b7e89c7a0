"""The keys of the configuration: which there are, and how each is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import tzinfo
from typing import Any
from zoneinfo import available_timezones

from cockpit.adapters import config_values as read
from cockpit.adapters.config_values import BadValue, Reader, shown
from cockpit.adapters.local_zone import zone_called
from cockpit.domain.facts import LocalText, parted
from cockpit.domain.picks import everywhere
from cockpit.domain.policy import Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.wording import say
from cockpit.domain.words import Channel, Lang
from cockpit.i18n import LANGUAGES
from cockpit.lint.model import NEVER_SUPPRESSED, Severity


def _zone(value: object) -> tzinfo:
    name = read.text(value)
    zone = zone_called(name)
    if zone is None:
        probably = read.near(name, available_timezones()) or "Asia/Tokyo"
        raise BadValue(say("can't be %(value)s: write a name such as %(near)s", value=shown(name), near=probably))
    return zone


def _severity(value: object) -> int:
    if value not in ("1", "2", "3", "4", "5"):
        raise BadValue(say("is no severity: write 1 to 5"))
    return int(str(value))


def _pattern(value: object) -> str:
    from cockpit.lint.patterns import BadPattern, pattern  # RE2 is loaded where there is something to compile

    text = read.text(value)
    try:
        empty = pattern(text).fullmatch("")
    except BadPattern as error:
        why = say("is no RE2 pattern (%(why)s): put \\ before . ( ) [ ] * + ? that mean themselves", why=str(error))
        raise BadValue(why) from error
    if empty:
        raise BadValue(say("is found in every text: leave out what makes all of it optional"))
    return text


def _rule(value: object) -> str:
    from cockpit.lint.registry import RULES  # all rules are loaded where some are named

    rule = read.text(value)
    if rule not in RULES:
        known = read.near(rule, RULES)
        mend = say("did you mean “%(near)s”?", near=known) if known else say("`cockpit rules` lists them")
        raise BadValue(say("there is no rule %(value)s: %(mend)s", value=shown(rule), mend=mend))
    return rule


def _switched_off(value: object) -> str:
    rule = _rule(value)
    if rule in NEVER_SUPPRESSED:
        raise BadValue(say("can't be %(rule)s: what it finds is never let pass; take it out", rule=shown(rule)))
    return rule


def _policy_keys() -> Iterable[tuple[str, str, Reader[int]]]:
    """(key, field, reader) of every number; times are named without their unit and written in minutes."""
    counts = {"small_customers": read.whole(1, 1_000_000), "widespread_percent": read.whole(0, 100)}
    for each in fields(Policy):
        if each.name in counts:
            yield each.name, each.name, counts[each.name]
        elif each.name.endswith("_s"):
            yield each.name.removesuffix("_s"), each.name, read.minutes


POLICY_FIELDS: Mapping[str, str] = {key: name for key, name, _reader in _policy_keys()}
"""What each key of ``[policy]`` is called in Policy."""


def _policy(value: object) -> Policy:
    found = _POLICY(value)
    policy = Policy(**{POLICY_FIELDS[key]: number for key, number in found.items()})
    if policy.long_allowed_s > policy.long_asked_s:
        least = policy.long_allowed_s / 60
        raise BadValue(say("must be at least long_allowed (%(least)g minutes): raise it", least=least), "long_asked")
    return policy


def _pick(value: object) -> LocalText:
    """A name that is the same in every language, or a table of one per language."""
    if isinstance(value, dict):
        names = _NAMES(value)
        if not names:
            raise BadValue(say("is empty: name it in a language, or leave it out"))
        return LocalText(**{lang.value: name for lang, name in names.items()})
    return everywhere(_list_item(value))


def _list_item(value: object) -> str:
    name = read.text(value)
    if parted(name) != (name,):
        raise BadValue(say("can't have a comma, which stands between two names: leave it out"))
    return name


def _premium(value: object) -> tuple[PremiumCustomer, ...]:
    customers = read.listed(_premium_customer)(value)
    names = [customer.name.casefold() for customer in customers]
    for number, name in enumerate(names, start=1):
        if name in names[: number - 1]:
            raise BadValue(say("is named twice: keep one of them"), f"#{number}", "name")
    return customers


def _premium_customer(value: object) -> PremiumCustomer:
    found = _PREMIUM(value)
    lang = found.pop("language", None)
    return PremiumCustomer(**found, lang=lang)


_NAMES = read.mapping(read.member(Lang), _list_item)
_POLICY = read.table({key: reader for key, _name, reader in _policy_keys()})
_COMPANY = read.table({"name": read.text, "status_page": read.web_address, "own_domains": read.listed(read.domain)})
_WORDS = read.table(
    {"internal": read.listed(_pattern), "allowed": read.listed(read.text), "jargon": read.listed(read.text)}
)
_RULES = read.table({"off": read.listed(_switched_off), "severity": read.mapping(_rule, read.member(Severity))})
_PREMIUM = read.table(
    {"name": read.text, "account_team": read.text, "contact": read.text, "language": read.member(Lang)}, ("name",)
)

TOP: Mapping[str, Reader[Any]] = {
    "zone": _zone,
    "zones": read.mapping(read.member(Lang), _zone),
    "ui_language": read.choice(LANGUAGES),
    "liaison": read.text,
    "ic": read.text,
    "languages": read.listed(read.member(Lang), some=True),
    "channels": read.listed(read.member(Channel), some=True),
    "components": read.listed(_pick),
    "regions": read.listed(_pick),
    "templates": read.text,
    "policy": _policy,
    "severities": read.mapping(_severity, read.text),
    "company": _COMPANY,
    "words": _WORDS,
    "rules": _RULES,
    "premium": _premium,
}
"""The reader of every key that stands at the top of the file, and of every table."""

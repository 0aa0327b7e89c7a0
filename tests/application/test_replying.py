"""In which language an enquiry is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import START

from cockpit.application.replying import language_of
from cockpit.application.services import Services
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import Report, Via
from cockpit.domain.words import Lang


def report(customer: str, text: str) -> Report:
    return Report("r", "i", text, customer, Via.PHONE, "", "", None, "", False, START)


@pytest.mark.parametrize(
    ("customer", "text", "lang"),
    [
        ("Acme", "no SMS since two", Lang.EN),
        ("アクメ商事", "SMSが届きません", Lang.JA),
        ("アクメ商事", "SMS?", Lang.JA),
        ("Globex", "届きません", Lang.JA),
        ("", "", Lang.EN),
    ],
)
def test_of_the_customer_s_own_words(services: Services, customer: str, text: str, lang: Lang) -> None:
    assert language_of(report(customer, text), services) is lang


def test_a_premium_customer_s_is_on_record(services: Services) -> None:
    services = replace(services, premium=(PremiumCustomer("Acme", lang=Lang.JA),))
    assert language_of(report("ACME", "no SMS"), services) is Lang.JA


def test_nobody_is_written_to_in_a_language_that_is_not_in_use(services: Services) -> None:
    assert language_of(report("アクメ商事", "届きません"), replace(services, langs=(Lang.EN,))) is Lang.EN

"""Answering those who enquired, once it is over: in which language each is written to."""

from __future__ import annotations

from cockpit.application.services import Services
from cockpit.domain.reports import Report, customer_key
from cockpit.domain.words import Lang


def language_of(report: Report, services: Services) -> Lang:
    """The premium customer's own language, else that of name and words; always one that customers are written to in."""
    from cockpit.lint.text import language  # the lint is loaded when a text is first read, not when the app starts

    own = {customer_key(each.name): each.lang for each in services.premium}.get(customer_key(report.customer))
    lang = own or language(f"{report.customer} {report.text}")
    return lang if lang in services.langs else services.langs[0]

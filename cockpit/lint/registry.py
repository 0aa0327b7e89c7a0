"""All rules, in the order in which they are explained; a new module of rules is added here."""

from __future__ import annotations

from cockpit.lint.model import Settings
from cockpit.lint.patterns import BadPattern, pattern
from cockpit.lint.rule import Rule
from cockpit.lint.rules import (
    absolute,
    blame,
    contradiction,
    control,
    counterpart,
    eta,
    internal,
    jargon,
    next_update,
    pii,
    placeholder,
    required,
    secret,
    shouting,
    speculation,
    too_long,
)

MODULES = (
    eta,
    next_update,
    internal,
    secret,
    pii,
    placeholder,
    absolute,
    speculation,
    blame,
    contradiction,
    control,
    too_long,
    jargon,
    shouting,
    required,
    counterpart,
)

RULES: dict[str, Rule] = {rule.id: rule for module in MODULES for rule in module.RULES}
"""Every rule by its id."""


def check_settings(settings: Settings) -> None:
    """Raise ValueError, naming it, for a rule id or a pattern in ``settings`` that isn't one."""
    for rule_id in sorted({*settings.off, *settings.severities}):
        if rule_id not in RULES:
            raise ValueError(f"there is no rule called {rule_id!r}; `cockpit rules` lists them")
    for text in settings.internal_words:
        try:
            pattern(text)
        except BadPattern as error:
            raise ValueError(f"internal word {text!r} is no RE2 pattern: {error}") from error

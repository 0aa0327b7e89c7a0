"""What click itself says, for the catalogue: click looks its own texts up in gettext's domain, which is ours.

Texts of click that this command line can't bring about (prompts, passwords, other types) are not here.
"""

from __future__ import annotations

import gettext
import os

from cockpit.domain.wording import say
from cockpit.i18n import LOCALE


def speak(lang: str) -> None:
    """Have click speak ``lang`` too. gettext's own domain follows the environment, so the language is said there."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("cockpit", str(LOCALE))
    gettext.textdomain("cockpit")


def many(one: str, several: str) -> tuple[str, str]:
    """A singular and a plural that catalogue tools extract."""
    return one, several


TEXTS = (
    say("Usage:"),
    say("Options"),
    say("Commands"),
    say("Positional arguments"),
    say("default: {default}"),
    say("required"),
    say("Show this message and exit."),
    say("Show the version and exit."),
    say("%(prog)s, version %(version)s"),
    say("Missing command."),
    say("Missing argument"),
    say("Missing option"),
    say("Missing parameter"),
    say("No such option {name!r}."),
    say("No such command {name!r}."),
    say("Invalid value: {message}"),
    say("Invalid value for {param_hint}: {message}"),
    say("Choose from:\n\t{choices}"),
    say("{value!r} is not a valid {number_type}."),
    say("{value} is not in the range {range}."),
    say("{name} {filename!r} does not exist."),
    say("{name} {filename!r} is a file."),
    say("{name} {filename!r} is a directory."),
    say("{name} {filename!r} is not readable."),
    say("{name} {filename!r} is not writable."),
    say("Could not open file {filename!r}: {message}"),
    say("unknown error"),
    say("Option {name!r} does not take a value."),
    say("Argument {name!r} takes {nargs} values."),
    many("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    many("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    many("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    many("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    many("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given."),
)

"""What an organisation sets up, from one TOML file; nothing in it has to be there.

::

    zone = "Asia/Tokyo"                     # of the times that are typed and shown; else the system's
    zones = { en = "UTC", ja = "Asia/Tokyo" }   # of the times customers read, by their language; else the same
    ui_language = "ja"                      # of the screen
    liaison = "Sam"                         # who sits at the cockpit; the journal says who did what
    ic = "Robin"                            # the usual incident commander
    languages = ["en", "ja"]                # customers are written to in
    channels = ["status", "x", "email"]     # messages go to
    components = ["API", { en = "Notifications", ja = "通知" }]  # to pick from in the facts sheet; a name per
    regions = ["EU", { en = "Japan", ja = "日本" }]             # language, or one that is the same in all of them
    templates = "templates"                 # folder of your own; from this file's folder on

    [policy]                                # times in minutes
    first_post = 5
    scoping = 5
    update = 20
    long_allowed = 60
    long_asked = 120
    long_update = 60
    reassess = 10
    approval = 10
    relay = 5
    soon = 5
    small_customers = 10
    widespread_percent = 5

    [severities]                            # what customers read
    1 = "SEV-1"

    [company]
    name = "Example"
    status_page = "https://status.example.com"
    own_domains = ["example.com"]           # whose hosts and addresses customers know

    [words]
    internal = ["orderd", 'shard-\\d+']      # customers must not read: patterns, without regard to case
    allowed = ["Order API"]                 # exact strings that no rule flags
    jargon = ["backfill"]                   # beside the built-in list

    [rules]
    off = ["eta-vague"]
    severity = { eta = "error" }            # error, warning or info

    [[premium]]                             # customers with a special support contract
    name = "Acme"
    account_team = "Team Blue"
    contact = "acme-support@example.com"
    language = "en"
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import field, replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any

from cockpit.adapters import paths
from cockpit.adapters.config_values import BadValue, UnknownKey, shown_key, table
from cockpit.adapters.local_zone import local_zone
from cockpit.application.company import Company
from cockpit.domain.clean import clean_line
from cockpit.domain.facts import LocalText
from cockpit.domain.frozen import frozen
from cockpit.domain.policy import DEFAULT_SEVERITIES, Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.wording import Wording, say
from cockpit.domain.words import Channel, Lang
from cockpit.lint.model import Settings


class ConfigError(Exception):
    """The configuration can't be used; ``why`` names the file and the key, and says how to mend it, in one line."""

    def __init__(self, file: Path, what: Wording, keys: tuple[str, ...] = ()) -> None:
        key = ".".join(shown_key(key) for key in keys).replace(".#", " #")
        self.why = (
            say("%(file)s: %(key)s: %(what)s", file=file, key=key, what=what)
            if key
            else say("%(file)s: %(what)s", file=file, what=what)
        )
        super().__init__(str(self.why))


@frozen
class Config:
    """An organisation's choices; without a file, the guide's. ``file`` is where they were read."""

    zone: tzinfo = UTC
    zones: Mapping[Lang, tzinfo] = field(default_factory=dict)
    ui_lang: str | None = None
    liaison: str = "liaison"
    ic: str = ""
    langs: tuple[Lang, ...] = (Lang.EN, Lang.JA)
    channels: tuple[Channel, ...] = (Channel.STATUS, Channel.X, Channel.EMAIL)
    components: tuple[LocalText, ...] = ()
    regions: tuple[LocalText, ...] = ()
    templates: Path = field(default_factory=paths.templates_folder)
    policy: Policy = Policy()
    lint: Settings = Settings()
    company: Company = field(default_factory=Company)
    premium: tuple[PremiumCustomer, ...] = ()
    file: Path | None = None


def load_config(env: Mapping[str, str]) -> Config:
    """Read the file that ``$COCKPIT_CONFIG`` names, else the user's, if there is one. Raises ConfigError."""
    named = paths.named_config(env)
    file = named or paths.default_config()
    config = Config(zone=local_zone(env), liaison=_user(env))
    found = _parsed(file)
    if found is None and named is None:
        return config
    if found is None:
        raise ConfigError(file, say("is not there: COCKPIT_CONFIG must name a file, or nothing"))
    words, rules, company = (found.get(name, {}) for name in ("words", "rules", "company"))
    langs = found.get("languages", config.langs)
    return replace(
        config,
        zone=found.get("zone", config.zone),
        zones=found.get("zones", {}),
        ui_lang=found.get("ui_language"),
        liaison=found.get("liaison", config.liaison),
        ic=found.get("ic", ""),
        langs=langs,
        channels=found.get("channels", config.channels),
        components=_named_in_all(file, found, "components", langs),
        regions=_named_in_all(file, found, "regions", langs),
        templates=_folder(file, found["templates"]) if "templates" in found else config.templates,
        policy=replace(found.get("policy", config.policy), severities=DEFAULT_SEVERITIES | found.get("severities", {})),
        lint=Settings(
            off=frozenset(rules.get("off", ())),
            severities=rules.get("severity", {}),
            own_domains=company.get("own_domains", ()),
            internal_words=words.get("internal", ()),
            allowed_words=words.get("allowed", ()),
            jargon=words.get("jargon", ()),
        ),
        company=Company(company.get("name", ""), company.get("status_page", "")),
        premium=tuple(replace(each, lang=each.lang or langs[0]) for each in found.get("premium", ())),
        file=file,
    )


def _named_in_all(file: Path, found: Mapping[str, Any], key: str, langs: tuple[Lang, ...]) -> tuple[LocalText, ...]:
    """A pick list, each name of which is known in every language that customers are written to in."""
    picks: tuple[LocalText, ...] = found.get(key, ())
    for pick in picks:
        for lang in langs:
            if not pick.get(lang):
                what = say("has no name in %(lang)s, which customers are written to in: add it", lang=lang.value)
                raise ConfigError(file, what, (key, pick.texts[0]))
    return picks


def _folder(file: Path, name: str) -> Path:
    folder = file.parent / paths.at_home(name)
    if not folder.is_dir():
        raise ConfigError(
            file, say("there is no folder %(folder)s: make it, or name another", folder=folder), ("templates",)
        )
    return folder


def _user(env: Mapping[str, str]) -> str:
    names = (clean_line(env.get(name, "")) for name in ("LOGNAME", "USER", "USERNAME"))
    return next(filter(None, names), "liaison")


def _parsed(file: Path) -> dict[str, Any] | None:
    """What the file says, every value read; None where there is no file."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigError(file, say("can't be read: %(why)s", why=error.strerror)) from error
    import tomllib  # with the table's readers 15 ms, which a command without a file does without

    from cockpit.adapters.config_tables import TOP

    try:
        # Windows' editors put a mark before the first byte.
        return table(TOP)(tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise ConfigError(file, say("is not UTF-8 text (byte %(at)d): save it as UTF-8", at=error.start)) from error
    except UnknownKey as error:
        raise ConfigError(file, _misplaced(error.keys, TOP) or error.why, error.keys) from error
    except BadValue as error:
        raise ConfigError(file, error.why, error.keys) from error
    except RecursionError as error:
        raise ConfigError(file, say("is nested too deeply: write plain lists and tables")) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(file, say("is not TOML: %(why)s", why=clean_line(str(error)))) from error


def _misplaced(keys: tuple[str, ...], top: Container[str]) -> Wording | None:
    """TOML's own trap: what follows a [table] belongs to it, down to the next one."""
    if len(keys) > 1 and keys[-1] in top:
        return say("belongs to the top of the file, above the first [table]: move it there")
    return None

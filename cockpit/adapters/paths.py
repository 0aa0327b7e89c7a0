"""Where things lie on this system; nothing is created here: whoever writes makes the folder, for the user alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs

APP = "liaison-cockpit"


def at_home(name: str) -> Path:
    """A path as it was typed, with ``~`` for a home folder; one that can't be told is left as it is."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def data_folder() -> Path:
    """The user's data: databases, copied texts."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    """What the user sets up: the configuration, templates of their own."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def default_database(env: Mapping[str, str]) -> Path:
    """The database where none is named: ``$COCKPIT_DB``, else one in the data folder."""
    named = env.get("COCKPIT_DB")
    return at_home(named) if named else data_folder() / "cockpit.db"


def named_config(env: Mapping[str, str]) -> Path | None:
    """The configuration that ``$COCKPIT_CONFIG`` names."""
    named = env.get("COCKPIT_CONFIG")
    return at_home(named) if named else None


def default_config() -> Path:
    """The configuration where none is named; it needn't be there."""
    return config_folder() / "config.toml"


def templates_folder() -> Path:
    """The user's own templates, where the configuration names no other folder; it needn't be there."""
    return config_folder() / "templates"


def spool_folder() -> Path:
    """Texts that no clipboard took."""
    return data_folder() / "copied"

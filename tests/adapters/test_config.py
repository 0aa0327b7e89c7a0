"""The configuration: what may stand in it, and the one line that says what is wrong and how to mend it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import tomllib
from dataclasses import fields
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cockpit import i18n
from cockpit.adapters import config as module
from cockpit.adapters import paths
from cockpit.adapters.config import Config, ConfigError, load_config
from cockpit.adapters.config_tables import POLICY_FIELDS, TOP
from cockpit.domain.facts import LocalText
from cockpit.domain.picks import everywhere
from cockpit.domain.policy import DEFAULT_SEVERITIES, Policy
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.words import Channel, Lang
from cockpit.lint.model import Settings, Severity


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's home, where no configuration is yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def load(folder: Path, text: str | bytes, **env: str) -> Config:
    file = folder / "cockpit.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_config({"COCKPIT_CONFIG": str(file), "TZ": "UTC"} | env)


def example() -> str:
    assert module.__doc__ is not None
    return textwrap.dedent(module.__doc__.partition("::\n")[2])


def test_without_a_file_everything_is_as_the_guide_has_it(home: Path) -> None:
    config = load_config({"TZ": "Asia/Tokyo", "USER": "sam"})
    assert config == Config(
        zone=ZoneInfo("Asia/Tokyo"), liaison="sam", templates=home / "config/liaison-cockpit/templates"
    )
    assert config.policy == Policy()
    assert config.lint == Settings()


def test_an_empty_file_changes_nothing(home: Path) -> None:
    config = load(home, "")
    assert config.file == home / "cockpit.toml"
    assert (config.policy, config.langs, config.liaison) == (Policy(), (Lang.EN, Lang.JA), "liaison")


def test_the_users_own_file_is_found_without_being_named(home: Path) -> None:
    file = home / "config/liaison-cockpit/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('ic = "Robin"')
    assert (load_config({}).ic, load_config({}).file) == ("Robin", file)


def test_the_example_is_read_as_it_says(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    config = load(tmp_path, example())
    assert config == Config(
        zone=ZoneInfo("Asia/Tokyo"),
        zones={Lang.EN: ZoneInfo("UTC"), Lang.JA: ZoneInfo("Asia/Tokyo")},
        ui_lang="ja",
        liaison="Sam",
        ic="Robin",
        langs=(Lang.EN, Lang.JA),
        channels=(Channel.STATUS, Channel.X, Channel.EMAIL),
        components=(everywhere("API"), LocalText("Notifications", "通知")),
        regions=(everywhere("EU"), LocalText("Japan", "日本")),
        templates=tmp_path / "templates",
        policy=Policy(),
        lint=Settings(
            off=frozenset({"eta-vague"}),
            severities={"eta": Severity.ERROR},
            own_domains=("example.com",),
            internal_words=("orderd", r"shard-\d+"),
            allowed_words=("Order API",),
            jargon=("backfill",),
        ),
        company=module.Company("Example", "https://status.example.com"),
        premium=(PremiumCustomer("Acme", "Team Blue", "acme-support@example.com", Lang.EN),),
        file=tmp_path / "cockpit.toml",
    )


def test_the_example_has_every_key() -> None:
    found = tomllib.loads(example())
    assert set(found) == set(TOP)
    assert set(found["policy"]) == set(POLICY_FIELDS)
    named = {field.name for field in fields(Policy)} - {"severities"}
    assert set(POLICY_FIELDS.values()) == named, "every number of the policy can be set"


def test_times_are_written_in_minutes_and_kept_in_seconds(tmp_path: Path) -> None:
    policy = load(tmp_path, "[policy]\nupdate = 30\nfirst_post = 2.5\nsmall_customers = 3").policy
    assert (policy.update_s, policy.first_post_s, policy.small_customers) == (1800, 150, 3)
    assert policy.scoping_s == Policy().scoping_s


def test_one_severity_is_renamed_and_the_others_stay(tmp_path: Path) -> None:
    policy = load(tmp_path, '[severities]\n1 = "Critical"').policy
    assert policy.severities == DEFAULT_SEVERITIES | {1: "Critical"}


def test_a_premium_customer_is_told_in_the_first_language_unless_it_says_otherwise(tmp_path: Path) -> None:
    text = 'languages = ["ja", "en"]\n[[premium]]\nname = "Acme"\n[[premium]]\nname = "Globex"\nlanguage = "en"'
    assert [(each.name, each.lang) for each in load(tmp_path, text).premium] == [("Acme", Lang.JA), ("Globex", Lang.EN)]


def test_what_stands_twice_is_taken_once_and_what_steers_a_terminal_is_left_out(tmp_path: Path) -> None:
    config = load(tmp_path, 'regions = ["EU", "US", "EU"]\nic = "Ro\\u001b[31mbin\\u202e"')
    assert (config.regions, config.ic) == ((everywhere("EU"), everywhere("US")), "Robin")


def test_a_name_to_pick_need_not_be_known_in_a_language_that_nobody_is_written_to_in(tmp_path: Path) -> None:
    config = load(tmp_path, 'languages = ["ja"]\ncomponents = [{ ja = "通知" }]')
    assert config.components == (LocalText(ja="通知"),)


def test_a_windows_editors_file_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, b'\xef\xbb\xbfic = "Robin"\r\n').ic == "Robin"


def test_a_templates_folder_may_lie_in_the_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "ours").mkdir()
    assert load(home, 'templates = "~/ours"').templates == home / "ours"


WRONG = [
    ("colour = 1", "colour: is no key here: it can be zone, zones, ui_language, "),
    ("langauges = []", "langauges: is no key here: did you mean “languages”?"),
    ("[policy]\nupdates = 20", "policy.updates: is no key here: did you mean “update”?"),
    ("[policy]\nzone = 'UTC'", "policy.zone: belongs to the top of the file, above the first [table]: move it there"),
    ("[policy]\nupdate = '20'", 'policy.update: must be minutes, more than 0 and at most 10080, not "20"'),
    ("[policy]\nupdate = 0", "policy.update: must be minutes, more than 0 and at most 10080, not 0"),
    ("[policy]\nupdate = true", "policy.update: must be minutes, more than 0 and at most 10080, not true"),
    ("[policy]\nupdate = nan", "policy.update: must be minutes, more than 0 and at most 10080, not nan"),
    ("[policy]\nupdate = inf", "policy.update: must be minutes, more than 0 and at most 10080, not inf"),
    ("[policy]\nsmall_customers = 0", "policy.small_customers: must be a whole number from 1 to 1000000, not 0"),
    ("[policy]\nwidespread_percent = 5.5", "policy.widespread_percent: must be a whole number from 0 to 100, not 5.5"),
    ("[policy]\nlong_asked = 30", "policy.long_asked: must be at least long_allowed (60 minutes): raise it"),
    ("policy = 5", "policy: must be a table, not 5"),
    ("[severities]\n6 = 'x'", "severities.6: is no severity: write 1 to 5"),
    ("[severities]\n1 = 5", "severities.1: must be a text in quotation marks, not 5"),
    ("zone = 'Asia/Tokio'", 'zone: can\'t be "Asia/Tokio": write a name such as Asia/Tokyo'),
    ("zone = 'Asia'", 'zone: can\'t be "Asia": write a name such as '),
    ("zone = '../../etc/passwd'", 'zone: can\'t be "../../etc/passwd": write a name such as '),
    ("zone = 9", "zone: must be a text in quotation marks, not 9"),
    ("ui_language = 'jp'", 'ui_language: can\'t be "jp": it can be en, ja'),
    ("ic = ''", "ic: is empty: write a text, or leave it out"),
    ("ic = '" + "x" * 501 + "'", "ic: is longer than 500 characters: shorten it"),
    ("languages = 'ja'", 'languages: must be a list in [ ], not "ja"'),
    ("languages = []", "languages: is empty: name at least one, or leave it out"),
    ("languages = ['en', 'fr']", 'languages #2: can\'t be "fr": it can be en, ja'),
    ("channels = ['twitter']", 'channels #1: can\'t be "twitter": '),
    ("regions = [1]", "regions #1: must be a text in quotation marks, not 1"),
    ("components = [['a']]", "components #1: must be a text in quotation marks, not […]"),
    ("components = ['API, SMS']", "components #1: can't have a comma, which stands between two names: leave it out"),
    ("regions = [{ ja = '東京、大阪' }]", "regions #1.ja: can't have a comma, which stands between two names: leave"),
    ("components = [{ fr = 'API' }]", 'components #1.fr: can\'t be "fr": it can be en, ja'),
    ("components = [{ en = 5 }]", "components #1.en: must be a text in quotation marks, not 5"),
    ("components = ['API', {}]", "components #2: is empty: name it in a language, or leave it out"),
    ("regions = [{ en = 'Japan' }]", "regions.Japan: has no name in ja, which customers are written to in: add it"),
    ("templates = 'nowhere'", "templates: there is no folder {folder}/nowhere: make it, or name another"),
    ("templates = '~nobody-of-that-name/x'", "templates: there is no folder {folder}/~nobody-of-that-name/x: make it"),
    ("[company]\nstatus_page = 'status.example.com'", "company.status_page: must begin with https://, not "),
    ("[company]\nown_domains = ['https://example.com']", "company.own_domains #1: must be a bare domain such as "),
    ("[words]\ninternal = ['a(']", "words.internal #1: is no RE2 pattern (missing ): a(): put \\ before"),
    ("[words]\ninternal = ['(db)?']", "words.internal #1: is found in every text: leave out what makes"),
    ("[words]\nallowed = [' ']", "words.allowed #1: is empty: write a text, or leave it out"),
    ("[rules]\noff = ['eta-vauge']", 'rules.off #1: there is no rule "eta-vauge": did you mean “eta-vague”?'),
    ("[rules]\noff = ['zzz']", 'rules.off #1: there is no rule "zzz": `cockpit rules` lists them'),
    ("[rules]\noff = ['secret']", 'rules.off #1: can\'t be "secret": what it finds is never let pass; take it out'),
    ("[rules]\noff = ['eta', 'pii']", 'rules.off #2: can\'t be "pii": what it finds is never let pass; take it out'),
    ("[rules]\nseverity = { etaa = 'info' }", 'rules.severity.etaa: there is no rule "etaa": did you mean “eta”?'),
    ("[rules]\nseverity = { eta = 'warn' }", 'rules.severity.eta: can\'t be "warn": did you mean “warning”?'),
    ("[[premium]]\ncontact = 'x'", "premium #1.name: is missing: add it"),
    ("[[premium]]\nname = 'A'\n[[premium]]\nname = 'a'", "premium #2.name: is named twice: keep one of them"),
    ("[premium]\nname = 'A'", "premium: must be a list in [ ], not {{…}}"),
    ('"a\\nb\\u001b[1m" = 1', "a b: is no key here: it can be "),
    ("ic = ", "is not TOML: Invalid value (at "),
    ("ic = 'a'\nic = 'b'", "is not TOML: Cannot overwrite a value (at "),
    ("regions = " + "[" * 5000, "is nested too deeply: write plain lists and tables"),
    (b"ic = '\xff'", "is not UTF-8 text (byte 6): save it as UTF-8"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[str(text)[:40] for text, _expected in WRONG])
def test_what_is_wrong_is_said_in_one_line_with_file_key_and_remedy(
    tmp_path: Path, text: str | bytes, expected: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'cockpit.toml'}: {expected.format(folder=tmp_path)}")
    assert "\n" not in said
    assert "\x1b" not in said
    assert i18n.tell(caught.value.why) == said


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not there: COCKPIT_CONFIG must name a file, or nothing"):
        load_config({"COCKPIT_CONFIG": str(tmp_path / "gone.toml")})


def test_a_folder_in_its_place_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read: Is a directory"):
        load_config({"COCKPIT_CONFIG": str(tmp_path)})


def test_reading_a_plain_configuration_loads_neither_rules_nor_patterns(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('zone = "UTC"\n[words]\nallowed = ["Order API"]')
    code = (
        "import sys; from cockpit.adapters.config import load_config;"
        f"load_config({{'COCKPIT_CONFIG': {str(tmp_path / 'c.toml')!r}}});"
        "print([name for name in ('re2', 'cockpit.lint.registry', 'textual', 'jinja2') if name in sys.modules])"
    )
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_places_are_the_users_own_unless_the_environment_names_others(home: Path) -> None:
    assert paths.default_database({}) == home / "data/liaison-cockpit/cockpit.db"
    assert paths.default_database({"COCKPIT_DB": "~/x.db"}) == home / "x.db"
    assert paths.default_database({"COCKPIT_DB": ""}) == paths.default_database({})
    assert paths.spool_folder() == home / "data/liaison-cockpit/copied"
    assert paths.default_config() == home / "config/liaison-cockpit/config.toml"
    assert not list(home.iterdir()), "naming a place creates nothing"

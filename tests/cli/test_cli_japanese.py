"""The command line in Japanese: help, refusals and answers, from the installed command's own start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cockpit.cli.main import _COMMANDS
from cockpit.lint.registry import RULES

ENGLISH = re.compile(r"(?<![\w$.-])[A-Za-z]?[a-z]{2,}(?![\w(-])")
"""A word in small letters that is no part of an option, a path or a name with digits."""
COMMAND_LINE = re.compile(r"^ *(?:cockpit|echo|tail|set|id=).*$", re.MULTILINE)
CODE = re.compile(r"\[[^\]]*\]|\{[^}]*\}|`[^`]*`|'[^']*'|--?[a-z-]+|[a-z]+(?:-[a-z]+)+")
"""Choices, JSON, commands in backticks, values, options, ids of rules."""
NAMES = {
    # commands, which are what one types
    *_COMMANDS,
    "cockpit",
    *("list", "show", "preview", "check", "imap"),
    # names of fields, channels, scenarios and programs
    *("text", "customer", "via", "component", "region", "since", "contact", "premium", "source", "external_id"),
    *("received_at", "lang", "stage", "channel", "posted_at", "status", "email", "voice", "chat", "notifications"),
    *("checkout", "tmux", "json", "textual", "python", "sqlite", "utf"),
    # what the examples and the defaults name
    *("liaison", "pip", "install", "error", "warning", "info"),
}


def cockpit(tmp_path: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell of a Japanese desktop would."""
    machine = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "ja_JP.UTF-8", "PYTHONUTF8": "1", "TZ": "UTC"}
    machine |= {"COCKPIT_DB": str(tmp_path / "cockpit.db"), **env}
    return subprocess.run(
        [sys.executable, "-m", "cockpit", *args], env=machine, capture_output=True, encoding="utf-8", check=False
    )


def english(text: str) -> set[str]:
    """The English words of a help page or a message."""
    return set(ENGLISH.findall(CODE.sub(" ", COMMAND_LINE.sub("", text)))) - NAMES


@pytest.mark.parametrize(
    "command", ["", *_COMMANDS, "intake imap", "templates list", "templates show", "templates check"]
)
def test_help_is_japanese(tmp_path: Path, command: str) -> None:
    done = cockpit(tmp_path, *command.split(), "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("使い方: cockpit")
    assert "オプション:" in done.stdout
    assert "この説明を表示します。" in done.stdout
    assert english(done.stdout) == set()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("nwe", "というコマンドはありません"),
        ("new --severty 2", "というオプションはありません"),
        ("new", "引数がありません"),
        ("new 通知の遅延 --severity 9", "範囲外です"),
        ("new 通知の遅延 --severity high", "数値として読めません"),
        ("new 通知の遅延 --call-started soon", "時刻は14:05"),
        ("new 通知の遅延 余分", "余分な引数があります"),
        ("lint --stage none", "は使えません。使えるのは"),
        ("lint --lang", "には値が必要です"),
        ("rules none", "というルールはありません"),
        ("status --incident 0", "インシデント"),
        ("report", "どちらか一方を指定してください"),
    ],
)
def test_what_is_wrong_is_said_in_one_japanese_line(tmp_path: Path, args: str, said: str) -> None:
    done = cockpit(tmp_path, *args.split())
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert english(done.stderr) == set()


def test_answers_are_japanese(tmp_path: Path) -> None:
    assert "進行中のインシデントはありません" in cockpit(tmp_path, "status").stderr
    assert cockpit(tmp_path, "new", "通知の遅延", "--severity", "2", "--no-ui").returncode == 0
    report = ("report", "届きません", "--customer", "アクメ商事", "--via", "phone")
    assert cockpit(tmp_path, *report).returncode == 0
    for command in ("status", "timeline", "review", "incidents", "handover", "rules", "rules eta"):
        done = cockpit(tmp_path, *command.split(), USER="木村")
        assert done.returncode == 0, done.stderr
        assert re.search("[ぁ-ん]", done.stdout), command
        if command != "rules eta":  # its examples are in both languages
            assert english(done.stdout) - set(RULES) == set(), done.stdout


def test_the_option_and_the_variable_weigh_more_than_the_locale(tmp_path: Path) -> None:
    assert cockpit(tmp_path, "--ui-lang", "en", "--help").stdout.startswith("Usage: cockpit")
    assert cockpit(tmp_path, "--help", COCKPIT_LANG="en").stdout.startswith("Usage: cockpit")
    assert cockpit(tmp_path, "--ui-lang", "ja", "--help", LANG="C.UTF-8").stdout.startswith("使い方: cockpit")
    assert cockpit(tmp_path, "--help", LANG="en_US.UTF-8", LC_ALL="ja_JP.UTF-8").stdout.startswith("使い方: cockpit")

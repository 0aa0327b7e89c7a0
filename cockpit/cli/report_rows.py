"""Rows of a file or a pipe: CSV by its header or JSON lines, each with its line number; a bad row costs only itself."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from cockpit.domain.frozen import frozen
from cockpit.domain.wording import Wording, say
from cockpit.i18n import _

FIELDS = (
    "text",
    "customer",
    "via",
    "component",
    "region",
    "since",
    "contact",
    "premium",
    "source",
    "external_id",
    "received_at",
)
_MOST_LINES = 200
"""How many lines one quoted field may have; a quotation mark left open must not swallow the file."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Values = dict[str, Any]


class BadRow(ValueError):
    """A row that can't be read; ``why`` says what is wrong with it."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


class BadFile(ValueError):
    """Nothing of the input can be read; ``why`` says why."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


@frozen
class Row:
    """A row by field name, or why it can't be read; ``line`` counts from 1."""

    line: int
    values: Values = field(default_factory=dict)
    problem: Wording | None = None


def rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """The rows of an input, as its lines come. Raises BadFile when its first line is no header and no JSON object."""
    numbered = enumerate(_decoded(lines), start=1)
    for number, line in numbered:
        if not line.strip():
            continue
        if line.lstrip().startswith("{"):
            yield from _json_rows(_again((number, line), numbered))
        else:
            yield from _csv_rows(line, numbered)
        return


def _again(first: tuple[int, str], rest: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    yield first
    yield from rest


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """UTF-8 (Excel's mark dropped), or from the first line that isn't, CP932, as Japanese Excel writes it.

    Neither has a byte of a line end, a comma or a quotation mark inside a character. What is neither comes with
    surrogates in place of its bytes.
    """
    encodings = ["utf-8", "cp932"]
    first = True
    for line in lines:
        if first:
            if line.startswith(_UTF16):
                raise BadFile(say("this is UTF-16: save it as CSV UTF-8"))
            line = line.removeprefix(b"\xef\xbb\xbf")
            first = False
        yield _text(line, encodings)


def _text(line: bytes, encodings: list[str]) -> str:
    if line.isascii():
        return line.decode("ascii")
    for encoding in tuple(encodings):
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        encodings[:] = [encoding, *(other for other in encodings if other != encoding)]
        return text
    return line.decode("utf-8", "surrogateescape")


def _readable(text: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise BadRow(say("not text in UTF-8 or CP932 (Shift_JIS)"))


def _json_rows(lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            _readable(line)
            row = json.loads(line)
            if not isinstance(row, dict):
                raise BadRow(say("not a JSON object"))
            yield Row(number, dict(zip(_named(map(str, row)), row.values(), strict=True)))
        except BadRow as error:
            yield Row(number, problem=error.why)
        except json.JSONDecodeError as error:
            yield Row(number, problem=say("not JSON: %(why)s at character %(at)d", why=error.msg, at=error.pos + 1))
        except (ValueError, RecursionError) as error:
            yield Row(number, problem=say("not JSON: %(why)s", why=str(error)))


_ALSO_CALLED = {
    also: name
    for name, names in {
        "text": "message words description 内容 本文 報告 報告内容 問い合わせ内容",
        "customer": "company client 顧客 顧客名 会社 会社名 お客様 お客様名",
        "via": "channel 経路 手段 チャネル 連絡手段 受付方法",
        "component": "feature product 機能 製品 サービス",
        "region": "地域 リージョン",
        "since": "began began_at いつから 発生時刻 発生日時 開始時刻",
        "contact": "reply_to 連絡先",
        "premium": "vip プレミアム",
        "received_at": "received created_at time 受付日時 受信日時 日時 受付時刻",
    }.items()
    for also in names.split()
}
"""What ticket systems and spreadsheets call the fields. An id is never guessed: another source's rows would be lost."""


def _named(headers: Iterable[str]) -> list[str]:
    """The fields' names as they stand in a header, those in other words where nothing has that name itself."""
    names = [_plain(header) for header in headers]
    taken = set(names)
    for at, name in enumerate(names):
        meant = _ALSO_CALLED.get(name, name)
        if meant not in taken:
            names[at] = meant
            taken.add(meant)
    return names


def _plain(header: str) -> str:
    words = unicodedata.normalize("NFKC", header).strip().casefold().replace("-", " ").replace("_", " ")
    return "_".join(words.split())


def _csv_rows(header: str, lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    delimiter, names = _header(header)
    waiting: deque[tuple[int, str]] = deque()
    while True:
        taken: list[tuple[int, str]] = []
        cells: list[str] | None = None
        problem: Wording | None = say("a quotation mark is never closed")
        while cells is None and len(taken) < _MOST_LINES:
            following = waiting.popleft() if waiting else next(lines, None)
            if following is None:
                break
            if not taken and not following[1].strip():
                continue
            taken.append(following)
            try:
                cells = _cells("".join(line for _number, line in taken), delimiter)
            except _Open:
                continue
            except csv.Error as error:
                problem = say("not CSV: %(why)s", why=str(error))
                break
        if not taken:
            return
        number = taken[0][0]
        if cells is not None and len(cells) > len(names):
            problem = say("%(found)d fields, but the header has %(named)d", found=len(cells), named=len(names))
            cells = None
        if cells is None:
            # Only the first line is lost: what a quotation mark left open has swallowed is read again.
            waiting.extendleft(reversed(taken[1:]))
            yield Row(number, problem=problem)
            continue
        try:
            _readable("".join(cells))
            yield Row(number, dict(zip(names, cells, strict=False)))
        except BadRow as error:
            yield Row(number, problem=error.why)


class _Open(Exception):
    """The row goes on: a quoted field isn't closed yet."""


def _cells(text: str, delimiter: str) -> list[str]:
    """The cells of one row; raises _Open or csv.Error."""
    try:
        found = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise _Open from None
        raise
    if len(found) != 1:
        raise csv.Error(_("several rows in one"))
    return found[0]


def _header(line: str) -> tuple[str, list[str]]:
    """The delimiter and the field names of a CSV header; raises BadFile when it doesn't name what a report needs."""
    best: tuple[str, list[str]] = (",", [])
    for delimiter in (",", ";", "\t"):
        try:
            names = _named(_cells(line, delimiter))
        except (csv.Error, _Open):
            continue
        if len(set(names) & set(FIELDS)) > len(set(best[1]) & set(FIELDS)):
            best = delimiter, names
    missing = [name for name in ("text", "customer") if name not in best[1]]
    if missing:
        raise BadFile(
            say("no column “%(name)s” in the first line (%(fields)s)", name=missing[0], fields=", ".join(FIELDS))
        )
    return best

"""Collects the texts for the user into the Japanese catalogue and compiles it; `python tests/catalogue.py` does it.

Prints what is missing or fuzzy. The compiled file is kept beside the catalogue: nothing has to be built to run.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "cockpit" / "locale" / "ja" / "LC_MESSAGES" / "cockpit.po"
KEYWORDS = frozenset({"_", "say", "_because", "many"})
"""What marks a text: in the outer layers, in the pure ones, in the timeline's sentences with a reason."""


def texts() -> Catalog:
    """Every marked text of the package."""
    catalogue = Catalog(project="liaison-cockpit", charset="utf-8")
    for file in sorted((ROOT / "cockpit").rglob("*.py")):
        for message in marked(file.read_text(encoding="utf-8")):
            catalogue.add(message)
    return catalogue


def marked(source: str) -> Iterator[str | tuple[str, str]]:
    """The texts that a module marks, also inside f-strings; a (singular, plural) pair for ``many``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            said = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if node.func.id == "many":
                yield said[0], said[1]
            elif said and said[0]:
                yield said[0]


def japanese() -> Catalog:
    """The Japanese catalogue as it is on disk."""
    if not PO.exists():
        return Catalog(locale="ja", project="liaison-cockpit", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="ja")


def updated() -> Catalog:
    """The catalogue with every text there is now, and none that is no longer used; no guesses."""
    catalogue = japanese()
    catalogue.update(texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> Iterator[Message]:
    """The texts without a translation."""
    for message in catalogue:
        translated = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (not all(translated) or message.fuzzy):
            yield message


def compiled(catalogue: Catalog) -> bytes:
    """The compiled catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    """Bring the catalogue up to date; 1 while a translation is missing."""
    catalogue = updated()
    catalogue.revision_date = catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)  # only texts change the file
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, no_location=True, omit_header=False)
    PO.with_suffix(".mo").write_bytes(compiled(catalogue))
    left = list(missing(catalogue))
    for message in left:
        print(message.id)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())

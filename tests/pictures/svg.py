"""Textual's SVG screenshots made right for Japanese, and turned into PNG by a headless Chromium.

Rich says how long a text is by counting characters; a Japanese one takes two cells, so it would be crushed into half
its width.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from rich.cells import cell_len

_TEXT = re.compile(r'<text (?P<before>[^>]*?)textLength="(?P<length>[\d.]+)"(?P<after>[^>]*)>(?P<text>[^<]*)</text>')
_FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
_FONTS = "'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', 'Noto Sans CJK JP', monospace"
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def corrected(svg: str) -> str:
    """The picture with the width of each text counted in cells, and with fonts that are on the machine."""

    def widen(match: re.Match[str]) -> str:
        text = html.unescape(match["text"])
        length = float(match["length"]) * cell_len(text) / max(1, len(text))
        shape = f'{match["before"]}textLength="{length:g}" lengthAdjust="spacingAndGlyphs"{match["after"]}'
        return f"<text {shape}>{match['text']}</text>"

    svg = _FONT_FACE.sub("", svg)
    svg = re.sub(r"font-family:\s*[^;]+;", f"font-family: {_FONTS};", svg)
    return _TEXT.sub(widen, svg)


def to_png(svg: Path, png: Path) -> None:
    """Render ``svg`` to ``png``; raises FileNotFoundError where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise FileNotFoundError("PNG pictures need Chromium: apt-get install chromium fonts-noto-cjk fonts-dejavu-core")
    box = _VIEW_BOX.search(svg.read_text(encoding="utf-8"))
    width, height = (round(float(size)) for size in box.groups()) if box else (1500, 900)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={png}",
                svg.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )

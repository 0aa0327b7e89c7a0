"""HTML mail as the text a person would read.

By inscriptis: it gives text and no Markdown, keeps paragraphs and lists, and parses with lxml, which takes any broken
page in linear time. What mail needs beside it is done on the tree: a reply's quotation and what isn't shown are left
out, and styles, whose widths a hostile mail could make any number of spaces.
"""

from __future__ import annotations

import re
from html import unescape

import lxml.html
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml.etree import LxmlError

_CONFIG = ParserConfig(css=CSS_PROFILES["strict"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTED = (
    '//blockquote[@type="cite"] | //*[contains(concat(" ", @class, " "), " gmail_quote ")]'
    ' | //*[@id="divRplyFwdMsg"] | //*[@id="divRplyFwdMsg"]/following-sibling::*'
    ' | //*[@id="appendonsend"]/following-sibling::*'
)
_MOST_NESTED = 250
"""Elements inside each other, of which lxml reads no more than 255."""
_INSTEAD = dict.fromkeys(("table", "thead", "tbody", "tfoot", "tr"), "div") | dict.fromkeys(("td", "th"), "span")
"""Mail is laid out with tables; drawn as tables, one long cell would pad every row."""
_TAG = re.compile(r"<(?:style|script|title)\b[^<>]*>[^<]*|<[^<>]*>", re.IGNORECASE)
_GAP = re.compile(r"\n{3,}")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)


def named_charset(page: bytes) -> str | None:
    """The character set that an HTML page names itself."""
    found = _CHARSET.search(page[:4096])
    return found[1].decode("ascii") if found else None


def html_text(page: str, reply: bool = False) -> str:
    """The text of an HTML page; of a ``reply``, without what it quotes where the page says so."""
    page = _DECLARED.sub("", page.replace("\0", ""))
    if not page.strip():
        return ""
    lines = (" ".join(line.split()) for line in (_rendered(page, reply) or _bare(page)).splitlines())
    return _GAP.sub("\n\n", "\n".join(lines)).strip()


def _rendered(page: str, reply: bool) -> str | None:
    """As a browser would break it into lines; None where lxml can't read it, or leaves out what is nested too deep."""
    try:
        tree = lxml.html.document_fromstring(page)
        for element in tree.xpath(_QUOTED) if reply else ():
            _drop(element)
        return Inscriptis(tree, _CONFIG).get_text() if _simplify(tree) < _MOST_NESTED else None
    except (LxmlError, ValueError):  # no page, or letters and names in it that no page can have
        return None


def _simplify(tree: lxml.html.HtmlElement) -> int:
    """Drop what isn't shown and what only lays out; returns how deeply elements are nested."""
    deepest = 0
    waiting = [(tree, 0)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        if _HIDDEN.search(element.get("style") or ""):
            _drop(element)
            continue
        if element.tag in ("td", "th"):
            element.tail = f" {element.tail or ''}"
        if element.tag in _INSTEAD:
            element.tag = _INSTEAD[element.tag]
        element.attrib.clear()
        waiting.extend((child, depth + 1) for child in element if isinstance(child.tag, str))
    return deepest


def _drop(element: lxml.html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _bare(page: str) -> str:
    """All words of a page that is no tree, or too deep a one."""
    return unescape(_TAG.sub(" ", page))

"""Takes a message apart before any rule reads it: NFKC with a way back, and sentences in either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cockpit.domain.words import Lang
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading, Sentence

_BLANK_LINE = "\n\n"
MAX_SENTENCE = 1000
"""Longer runs without an end are cut at a space: no rule's work on one sentence grows with the message."""

_JOINS_BEFORE = frozenset("ﾞﾟ\u3099\u309a\u200d")
_SENTENCE_END = r"。+[」』)]*|[.!?…]+[\"'”’)\]*_]*(?:\s+|$)|[!?]+|[ \t\r]*\n\s*"
_SAMPLE = 500
"""So many code points tell the language."""
_JAPANESE = r"[\p{Hiragana}\p{Katakana}\p{Han}々〆〇ー]"
_LATIN = r"[A-Za-z]"
_LIST_MARK = r"\s*(?:[-*•・●■◆▪–]|\d{1,2}[.)]\s)"
_LABEL = (
    r"(?:^|[\n\s【\[<■◆●▼◇□・*#])[^\n。、]{0,16}(?:見込み?|見通し|予定|目処|めど|目途|目標|次回更新|次報|続報|次回[^\n。、]{0,8})(?:時刻|日時|時間|時期)?"
    r"\s?[】\]>)」:]*$"
)
"""A Japanese line that only names what the next line gives: 【復旧見込み】, 次回更新予定時刻."""
_VALUE = r"\s*(?:約|およそ|本日|今|明|翌|午|[0-9〇一二三四五六七八九十令])"
_PARTICLES_FIRST = ("を", "に", "が", "へ")
"""No Japanese line begins with these unless the text was wrapped."""
_WORD_BEFORE = r"(?:^|[^A-Za-z0-9.])([A-Za-z](?:[A-Za-z]|\.[A-Za-z])*|\d+)$"
_ABBREVIATIONS = frozenset(
    {"a.m", "p.m", "am", "pm", "e.g", "i.e", "approx", "vs", "incl", "est", "etc", "eg", "ie", "u.s", "u.k",
     "hr", "hrs", "min",
     "mins", "sec", "secs", "dept", "inc", "ltd", "co", "corp", "dr", "mr", "mrs", "jan", "feb", "mar", "apr",
     "jun", "jul",
     "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
     "sat", "sun", "ca",
     "resp", "tel", "ext", "no", "nos", "fig", "ver"}
)  # fmt: skip
_NEVER_LAST = frozenset(
    {
        "approx",
        "vs",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "dr",
        "mr",
        "mrs",
        "incl",
        "ca",
        "fig",
        "ver",
        "tel",
        "ext",
        "resp",
        "est",
    }
)
_GOES_ON = (
    r"(?:[A-Z]{1,4}T|UTC|GMT|Z|Pacific|Eastern|Central|Mountain|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def read_text(source: str, lang: Lang | None = None) -> Reading:
    """Take ``source`` apart; ``lang`` None: told from the text. Sentences are trimmed and never empty."""
    text, offsets = normalise(source)
    told = lang or language(text)
    spans = _sentence_spans(text)
    sentences = tuple(Sentence(start, text[start:end], _sentence_lang(text[start:end], told)) for start, end in spans)
    return Reading(source, text, told, offsets, sentences)


def normalise(source: str) -> tuple[str, Sequence[int]]:
    """NFKC of ``source``, and for each of its code points (and the end) the offset in ``source`` it came from.

    Lone surrogates, which no UTF-8 can hold, become U+FFFD.
    """
    if source.isascii():
        return source, range(len(source) + 1)
    clean = encodable(source)
    if unicodedata.is_normalized("NFKC", clean):
        return clean, range(len(source) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for line in clean.splitlines(keepends=True):
        text, places = _normalised_line(line)
        pieces.append(text)
        offsets.extend([start + place for place in places] if start else places)
        start += len(line)
    offsets.append(len(source))
    return "".join(pieces), offsets


def encodable(source: str) -> str:
    """``source`` with U+FFFD for each lone surrogate: RE2 reads UTF-8, and no UTF-8 can hold one."""
    try:
        source.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in source)
    return source


@lru_cache(maxsize=1024)
def _normalised_line(line: str) -> tuple[str, Sequence[int]]:
    """One line's NFKC with its offsets; remembered, so that a keystroke normalises one line."""
    if unicodedata.is_normalized("NFKC", line):
        return line, range(len(line))
    pieces: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(line):
        piece = _nfkc(cluster)
        pieces.append(piece)
        same = len(piece) == len(cluster)
        offsets.extend(range(start, start + len(piece)) if same else [start] * len(piece))
    return "".join(pieces), offsets


def _clusters(source: str) -> Iterator[tuple[int, str]]:
    """A character with the marks that combine with it: what NFKC may put together or take apart."""
    start = 0
    for index in range(1, len(source)):
        char = source[index]
        if char > "\u02ff" and (char in _JOINS_BEFORE or unicodedata.combining(char)):
            continue
        yield start, source[start:index]
        start = index
    if source:
        yield start, source[start:]


@lru_cache(maxsize=8192)
def _nfkc(cluster: str) -> str:
    return unicodedata.normalize("NFKC", cluster)


def language(text: str) -> Lang:
    """Japanese when a tenth of the letters are; English otherwise (an empty text too)."""
    return _language(text[:_SAMPLE])


@lru_cache(maxsize=64)
def _language(sample: str) -> Lang:
    japanese = _letters(_JAPANESE, sample)
    return Lang.JA if japanese and japanese * 9 >= _letters(_LATIN, sample) else Lang.EN


def _letters(kind: str, sample: str) -> int:
    """How many letters of a kind the sample holds."""
    return sum(match.end() - match.start() for match in pattern(f"{kind}+").finditer(sample))


@lru_cache(maxsize=4096)
def _sentence_lang(text: str, told: Lang) -> Lang:
    """A sentence's own language: posts in two languages exist, and a line of names tells nothing."""
    if pattern(_JAPANESE).search(text):
        return Lang.JA
    if told is Lang.JA and pattern(r"[a-z]+ (?:[a-z']+[ ,.]+){2}").search(text):
        return Lang.EN
    return told


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences are; a blank line ends one always, so a keystroke re-reads one paragraph."""
    at = 0
    for paragraph in text.split(_BLANK_LINE):
        for start, end in _paragraph_spans(paragraph):
            yield at + start, at + end
        at += len(paragraph) + len(_BLANK_LINE)


@lru_cache(maxsize=512)
def _paragraph_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in pattern(_SENTENCE_END).finditer(text):
        end = match.end()
        if end <= start or not _ends(text, start, match.start(), end):
            continue
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _ends(text: str, start: int, mark: int, end: int) -> bool:
    """Whether the sentence from ``start`` ends with the mark at [mark, end)."""
    if end == len(text):
        return True
    before = text[max(start, mark - 40) : mark]
    return _mark_ends(before, text[mark:end], text[end : end + 24], len(before) == mark - start)


@lru_cache(maxsize=8192)
def _mark_ends(before: str, found: str, rest: str, whole: bool) -> bool:
    """The same from what stands around the mark; ``whole``: ``before`` is all of the sentence so far."""
    if "\n" in found:
        return _line_ends((before + found.rstrip()).rstrip(), found, rest)
    if found[0] == "。":
        return True
    if not found[-1].isspace():
        return pattern(_JAPANESE).match(rest) is not None
    if found[0] != ".":
        return True
    word = pattern(_WORD_BEFORE).search(before[-12:])
    last = (word.group(1) or "").lower() if word else ""
    if last.isdigit():
        return not whole or len(before) > len(last)
    if len(last) != 1 and last not in _ABBREVIATIONS:
        return True
    if last in _NEVER_LAST or not rest[:1].isupper():
        return last == "no" and not rest[:1].isdigit()
    return pattern(_GOES_ON, ignore_case=False).match(rest) is None


def _line_ends(line: str, gap: str, rest: str) -> bool:
    """A line's end is a sentence's, unless the text was wrapped or a label's value comes on the next line."""
    if gap.count("\n") > 1 or pattern(_LIST_MARK).match(rest):
        return True
    if line.endswith((",", "、", ":")) or rest.startswith(_PARTICLES_FIRST):
        return False
    if pattern(_VALUE).match(rest) and pattern(_LABEL).search(line):
        return False
    return not (rest[:1].islower() and line[-1:].isalnum() and line.isascii())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) without the blanks around it, cut where it is longer than any sentence."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if end - start <= MAX_SENTENCE:
            break
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut
    if start < end:
        yield start, end

"""The Japanese catalogue: whole, compiled as it is written, and each translation with the fields of its text."""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations

from babel.messages.catalog import Message
from catalogue import PO, compiled, japanese, marked, missing, updated

from cockpit import i18n
from cockpit.domain.wording import say

FIELD = re.compile(r"%\((\w+)\)(?:[sd]|\.?\d*[dg])|\{(\w+)")
"""A field of ours (%(name)s), or of click's own texts ({name})."""
PERCENT = re.compile(r"%(?!\(\w+\)[sdg])")


def _texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What it says in English and in Japanese, in all its forms."""
    said = message.id if isinstance(message.id, tuple) else (message.id,)
    translated = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(map(str, said)), tuple(str(text or "") for text in translated)


MESSAGES = [message for message in japanese() if message.id]


def _fields(texts: tuple[str, ...]) -> set[str]:
    return {next(filter(None, found)) for text in texts for found in FIELD.findall(text)}


def test_every_text_has_its_translation() -> None:
    assert [message.id for message in missing(updated())] == []


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    assert {message.id for message in japanese()} == {message.id for message in updated()}


def test_the_compiled_catalogue_is_the_written_one() -> None:
    # Their texts: the header names the version of Babel that wrote it.
    kept, written = (
        {text: said for text, said in GNUTranslations(file)._catalog.items() if text}
        for file in (io.BytesIO(PO.with_suffix(".mo").read_bytes()), io.BytesIO(compiled(japanese())))
    )
    assert kept
    assert kept == written


def test_a_translation_has_the_fields_of_its_text() -> None:
    wrong = []
    for message in MESSAGES:
        said, translated = _texts(message)
        fields, kept = _fields(said), _fields(translated)
        # click's: one form of its plurals names what the other doesn't, and the kind of a path need not be said.
        wanted = fields & kept if any("{" in text for text in said) else fields
        if kept - {"count"} != wanted - {"count"}:
            wrong.append((said, translated))
    assert wrong == []


def test_a_translation_has_no_stray_percent_sign_and_no_space_at_its_edges() -> None:
    filled = [message for message in MESSAGES if any("%(" in text for text in _texts(message)[0])]
    assert [m.id for m in filled if any(PERCENT.search(text) for text in _texts(m)[1])] == []
    assert [m.id for m in MESSAGES if any(text != text.strip() for text in _texts(m)[1])] == []


def test_a_sentence_is_not_left_in_english() -> None:
    """A text of several words is said with Japanese letters; one that only holds fields need not be."""
    same = [text for m in MESSAGES for text in _texts(m)[1] if not re.search(r"[぀-ヿ一-鿿]", FIELD.sub("", text))]
    assert [text for text in same if len(re.findall(r"[A-Za-z]{3,}", FIELD.sub("", text))) > 1] == []


def test_a_plural_has_the_one_form_that_japanese_has() -> None:
    plurals = [message for message in MESSAGES if message.pluralizable]
    assert plurals
    assert {len(message.string) for message in plurals} == {1}


def test_texts_are_found_wherever_they_are_marked() -> None:
    source = "a = f'{_(\"in an f-string\")}'\nmany('%(count)d post', '%(count)d posts', n)\nb = say('two ' 'parts')"
    assert set(marked(source)) == {"in an f-string", ("%(count)d post", "%(count)d posts"), "two parts"}


def test_every_text_is_said_in_the_language_that_is_spoken() -> None:
    i18n.use("ja")
    try:
        assert i18n.tell(say("moved to %(phase)s", phase="X")) == "フェーズを「X」に変更"
        assert i18n.many("%(count)d post", "%(count)d posts", 2) == "投稿2件"
    finally:
        i18n.use("en")
    assert i18n.many("%(count)d post", "%(count)d posts", 2) == "2 posts"

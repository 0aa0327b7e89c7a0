"""What may not pass from outside text to the terminal, and what must."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clean import clean, clean_line

HARMLESS = [
    "",
    "We are investigating delayed notifications.",
    "通知の遅延を調査しています。\n次のお知らせは 15:00 です。",
    "a\tb\n\n  c",
    "family: \U0001f468\u200d\U0001f469\u200d\U0001f467, heart: ❤\ufe0f",
    "flag: \U0001f3f4\U000e0067\U000e0062\U000e007f",
    "کتاب\u200cها and \u200f marks",
    "か\u309a [31m (not a colour) ]52;c;",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_text_is_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        # Control sequences: seven bits, eight bits, with parameters, intermediates, cut off.
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b1;31mred", "red"),
        ("a\x1b[?1049hb", "ab"),
        ("a\x1b[!pb", "ab"),
        ("a\x1b[38;2;1;2;3", "a"),
        ("a\x1b[12日本", "a日本"),
        ("a\x1b[", "a"),
        # Strings that the terminal swallows: the clipboard, the title, a device string.
        ("a\x1b]52;c;SGVsbG8=\x07b", "ab"),
        ("a\x1b]52;c;SGVsbG8=\x1b\\b", "ab"),
        ("a\x9d52;c;SGVsbG8=\x9cb", "ab"),
        ("a\x1b]0;タイトル\x07b", "ab"),
        ("a\x1bPq#0;2;0\n;0;0\x1b\\b", "ab"),
        ("a\x90payload\x9cb", "ab"),
        ("a\x1b_apc\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d", "abcd"),
        # Without an end: the rest of that line goes, the lines below stay.
        ("a\x1b]52;c;SGVsbG8=", "a"),
        ("a\x1b]0;title\nbelow", "a\nbelow"),
        ("a\x1bPq\nbelow\nmore", "a\nbelow\nmore"),
        ("a\x1b]0;x\n\u202ebelow\x00", "a\nbelow"),
        # A misread curly quote looks like an eight-bit opener: only the control goes.
        ("\xe2\u20ac\u0153delayed\xe2\u20ac\x9d, they say\x9d\u202e", "\xe2\u20ac\u0153delayed\xe2\u20ac, they say"),
        ("a\x1b]0;x\x1b]0;y\x07b", "ab"),
        ("a\x1b]0;x\x1b[31mred", "ared"),
        ("a\x1b]0;x\x18b", "ab"),
        # Other escapes, and one alone.
        ("a\x1bcb\x1b(Bc\x1b7d\x1b=e", "abcde"),
        ("a\x1b", "a"),
        ("a\x1b日", "a日"),
        ("a\x1b   日", "a   日"),
        ("a\x1b\x1b[31mb", "ab"),
        # Single controls.
        ("a\x00b\x07c\x08d\x0ee\x1ff\x7fg\x80h\x99i\x9c", "abcdefghi"),
        # The direction of reading.
        ("pay\u202egnp.exe\u202c \u2066x\u2069 \u202ay\u202b\u202d", "paygnp.exe x y"),
        ("\ufeffa\ufeffb", "ab"),
        # The ends of lines.
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\r\r\nb", "a\n\nb"),
        # Half a pair.
        ("a\ud83db\udce9", "a\ufffdb\ufffd"),
    ],
)
def test_what_steers_a_terminal_is_removed(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\x1b\x07\x9b\x9d\x90\x9c\\[]P_^X0;m?!hc \n\r\t\u202e\u2028\u200d\ud800漢é"),
        st.characters(),
    ),
    max_size=60,
)


@given(HOSTILE)
def test_nothing_harmful_is_left_and_cleaning_is_stable(text: str) -> None:
    cleaned = clean(text)
    controls = [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in "\n\t"]
    assert controls == []
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in cleaned)
    assert clean(cleaned) == cleaned
    assert cleaned.splitlines() == cleaned.removesuffix("\n").split("\n") or cleaned == ""


@given(HOSTILE)
def test_a_line_is_one_line_without_tabs(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()
    assert clean_line(line) == line


def test_a_line_keeps_its_words_apart() -> None:
    assert clean_line("  no SMS\r\n\r\nsince\t14:05\x1b[0m\n") == "no SMS since 14:05"
    assert clean_line("通知が\n来ない") == "通知が 来ない"


@pytest.mark.parametrize("piece", ["\x1b]", "\x1b[", "\x1b[1;", "\x9d;", "\x1b ", "\x1bP\n", "\r", "\x90a\x1b", "\t\n"])
def test_the_work_grows_with_the_length_not_its_square(piece: str) -> None:
    """Sixteen times the text, at worst some sixteen times the work: a square would be 256 times."""

    def seconds(count: int) -> float:
        text = piece * count
        runs = []
        for _ in range(3):
            begun = time.process_time()
            clean_line(text)
            runs.append(time.process_time() - begun)
        return min(runs)

    assert seconds(64_000) < 80 * max(seconds(4_000), 0.0005)

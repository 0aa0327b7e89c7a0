"""No character that can't be seen: it steers a terminal, turns the reading order, or breaks a search for the text."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.model import Context, Severity
from cockpit.lint.patterns import pattern
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Hit, Rule, examples

# Terminal sequences whole; then runs of controls (newline, tab and the carriage return of a line's end stay),
# directional marks that turn text round, and invisible fillers. The joiner of emoji and the selectors stay.
_UNSEEN = (
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{00ad}\x{180e}\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}\x{fff9}-\x{fffd}"
    r"\x{e0001}]+"
)


def _check(reading: Reading, context: Context) -> Iterator[Hit]:
    for match in pattern(_UNSEEN).finditer(reading.text):
        yield Hit(*match.span(), fix="")


RULES = (
    Rule(
        id="control-character",
        severity=Severity.ERROR,
        what=say("A control character, a mark that turns the reading order, or an invisible filler."),
        why=say(
            "It comes in with pasted text, can't be seen in the draft, and shows as damage on the customer's side."
        ),
        instead=say("Delete it; the words around it stay as they are."),
        message_text=say("a character that can't be seen: delete it"),
        bad=(
            *examples(
                Lang.EN,
                "Uploads are slow⟦\x07⟧ in Europe.",
                "Sign-in fails⟦\x1b[31m⟧ for some⟦\x1b[0m⟧ customers.",
                "The report⟦\u200b⟧ page is blank.",
                "Payments⟦\u202e⟧ are delayed.",
            ),
            *examples(Lang.JA, "画像が⟦\x08⟧表示されません。", "通知が⟦\ufeff⟧遅れています。", "調査⟦\u200b⟧中です。"),
        ),
        good=(
            *examples(Lang.EN, "Uploads are slow.\n\tEurope only.", "Thank you for your patience 👩‍💻."),
            *examples(Lang.JA, "画像が表示されません。\n対象は欧州です。", "ご迷惑をおかけしております🙇‍♀️。"),
        ),
        message=_check,
    ),
)

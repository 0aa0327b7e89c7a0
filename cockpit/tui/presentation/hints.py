"""The hint list: what must not go out, what to look at, what this stage's message still wants."""

from __future__ import annotations

from cockpit.i18n import _, many, tell
from cockpit.lint.model import Finding, Result, Severity
from cockpit.tui.presentation.line import Line, fit, fit_line, joined, wrap
from cockpit.tui.view import View

_INDENT = "    "
_MARKS = {
    Severity.ERROR: ("✗", "bold $error"),
    Severity.WARNING: ("!", "bold $warning"),
    Severity.INFO: ("i", "$foreground-muted"),
}


def hints_title(reading: Result | None) -> str:
    """What the pane is headed with: how many of each."""
    if reading is None:
        return _("HINTS")
    errors = sum(f.severity is Severity.ERROR for f in reading.findings)
    others = len(reading.findings) - errors
    counts = joined(
        (
            many("%(count)d don't", "%(count)d don'ts", errors) if errors else "",
            many("%(count)d to check", "%(count)d to check", others) if others else "",
            _("%(count)d to add", count=len(reading.missing)) if reading.missing else "",
        )
    )
    return f"{_('HINTS')}  {counts or _('nothing to mend')}"


def hint_lines(view: View, cells: int, rows: int) -> list[Line]:
    """The rows of the pane: the findings, the one the liaison is at explained whole, and what is still wanted."""
    reading = view.reading
    if reading is None:
        return []
    blocks = [_finding(finding, cells) for finding in reading.findings]
    if blocks:
        others = len(blocks) > 1 or bool(reading.missing)
        blocks[view.hint] = _current(reading.findings[view.hint], cells, rows - others)
    # The finding the liaison is at stays in view, with as many of those after it as fit.
    first = 0
    while first < view.hint and sum(map(len, blocks[first : view.hint + 1])) > rows:
        first += 1
    lines = [line for block in blocks[first:] for line in block]
    missing = [tell(item.message) for item in reading.missing]
    if missing and len(lines) < rows:
        lines += _wanted(missing, cells, rows - len(lines))
    return lines[:rows]


def finding_line(finding: Finding) -> str:
    """ "✗ «within 10 minutes» says when the problem will be over": a finding in one line."""
    return f"{_MARKS[finding.severity][0]} «{' '.join(finding.text.split())}» {tell(finding.message)}"


def _finding(finding: Finding, cells: int) -> list[Line]:
    """One row: mark, phrase, what is wrong with it."""
    return [fit_line((*_phrase(finding, cells), (tell(finding.message), "")), cells)]


def _current(finding: Finding, cells: int, rows: int) -> list[Line]:
    """The one the liaison is at: the key that mends it, and below what is wrong and what to write instead."""
    action: Line = ((_("[F9 mends it]") + " ", "bold $accent"),) if finding.fix is not None else ()
    head = ((">", "bold"), *_phrase(finding, cells, "bold")[1:], *action)
    advice = tell(finding.message)
    if rows < 2:
        return [fit_line((*head, (advice, "")), cells)]
    instead = _("write: %(text)s", text=finding.suggestion) if finding.suggestion else ""
    below = [row for text in (advice, instead) if text for row in wrap(text, cells - len(_INDENT))]
    if len(below) > rows - 1:
        below = [*below[: rows - 2], fit(" ".join(below[rows - 2 :]), cells - len(_INDENT))]
    return [fit_line(head, cells), *(((_INDENT, ""), (row, "")) for row in below)]


def _phrase(finding: Finding, cells: int, style: str = "") -> Line:
    mark, mark_style = _MARKS[finding.severity]
    quoted = fit(" ".join(finding.text.split()), max(24, cells // 3))
    return ((" ", ""), (f"{mark} ", mark_style), (f"«{quoted}» ", style))


def _wanted(missing: list[str], cells: int, rows: int) -> list[Line]:
    """One wanted element a row while they fit, else all in one."""
    texts = missing if len(missing) <= rows else [_("; ").join(missing)]
    return [fit_line(((" + ", "bold $accent"), (_("add: %(what)s", what=text), "")), cells) for text in texts]

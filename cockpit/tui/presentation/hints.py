"""The hint list: what must not go out, what to look at, what this stage's message still wants."""

from __future__ import annotations

from cockpit.i18n import _, many, tell
from cockpit.lint.model import Finding, Result, Severity
from cockpit.tui.presentation.line import Line, fit, fit_line, joined
from cockpit.tui.view import View

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
    """The rows of the pane, the finding the liaison is at among them."""
    reading = view.reading
    if reading is None:
        return []
    lines = [_finding(finding, index == view.hint, cells) for index, finding in enumerate(reading.findings)]
    first = max(0, min(view.hint - rows + 2, len(lines) - 1)) if len(lines) > rows - 1 else 0
    lines = lines[first:]
    missing = [tell(item.message) for item in reading.missing]
    if missing and len(lines) < rows:
        lines += _wanted(missing, cells, rows - len(lines))
    return lines[:rows]


def _finding(finding: Finding, current: bool, cells: int) -> Line:
    mark, style = _MARKS[finding.severity]
    quoted = fit(" ".join(finding.text.split()), max(10, cells // 3))
    action = _("[F9 mends it]") if finding.fix is not None else ""
    advice = tell(finding.message)
    if finding.suggestion:
        advice = f"{advice}: {finding.suggestion}" if cells > 90 else advice
    line: list[tuple[str, str]] = [
        (">" if current else " ", "bold"),
        (f"{mark} ", style),
        (f"«{quoted}» ", "bold" if current else ""),
    ]
    if action and current:
        line.append((f"{action} ", "bold $accent"))
    line.append((advice, ""))
    return fit_line(tuple(line), cells)


def _wanted(missing: list[str], cells: int, rows: int) -> list[Line]:
    """One wanted element a row while they fit, else all in one."""
    if len(missing) <= rows:
        return [fit_line(((" + ", "bold $accent"), (_("add: %(what)s", what=what), "")), cells) for what in missing]
    return [fit_line(((" + ", "bold $accent"), (_("add: %(what)s", what="; ".join(missing)), "")), cells)]

"""What ``cockpit lint`` answers: lines that an editor jumps to, or one JSON object."""

from __future__ import annotations

from cockpit.cli.output import to_json
from cockpit.domain.clean import clean_line
from cockpit.i18n import _, tell
from cockpit.lint.model import Context, Result


def as_text(name: str, text: str, result: Result) -> str:
    """``name:line:column: rule: message`` for each finding, and for what is missing at the message's beginning."""
    lines = []
    for finding in result.findings:
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
        said = f"«{finding.text}» {tell(finding.message)}"
        if finding.suggestion is not None:
            said = _("%(what)s; write: %(suggestion)s", what=said, suggestion=finding.suggestion)
        lines.append(f"{name}:{line}:{column}: {finding.rule}: {said}")
    lines += [f"{name}:1:1: {missing.rule}: {tell(missing.message)}" for missing in result.missing]
    return "\n".join(map(clean_line, lines))


def as_object(result: Result, context: Context) -> dict[str, object]:
    """The answer as scripts read it; offsets count code points of the text as given."""
    return {
        "lang": result.lang.value,
        "stage": context.stage.value,
        "channel": context.channel.value,
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "start": finding.start,
                "end": finding.end,
                "text": finding.text,
                "message": tell(finding.message),
                "suggestion": finding.suggestion,
            }
            for finding in result.findings
        ],
        "missing": [{"rule": missing.rule, "message": tell(missing.message)} for missing in result.missing],
        "next_update": result.next_update.isoformat() if result.next_update is not None else None,
        "length": {"characters": result.length.characters, "x": result.length.x},
    }


def as_json(result: Result, context: Context) -> str:
    """The same on one line."""
    return to_json(as_object(result, context))

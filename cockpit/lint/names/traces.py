"""What programs leave behind: exceptions, stack lines, lines of logs, signals, paths of servers."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.lint.shapes import Span, holds, spans

_NAMED = (
    # java.lang.NullPointerException, TypeError, ConnectionRefusedException: words joined by their capitals.
    r"\b(?:[a-z_][\w]*\.)*[A-Z][a-z0-9]+(?:[A-Z][a-zA-Z0-9]*)*(?:Exception|Error|Fault|Panic)\b(?::)?",
    r"\b(?:[A-Z][a-zA-Z0-9]*::)+[A-Z][a-zA-Z0-9]*(?:Exception|Error)\b",
    r"\bat (?:[A-Za-z_$][\w$]*\.)+[\w$<>]+\([^()\n]{0,80}\)",
    r"\b[\w.-]+\.(?:java|py|go|rb|js|ts|php|c|cc|cpp|rs|kt|scala|cs|ex|pl):\d+(?::\d+)?\b",
    r"File \"[^\"\n]{1,120}\", line \d+(?:, in [\w<>]+)?",
    r"Traceback \(most recent call last\):?",
    r"\bgoroutine \d+(?: \[\w+\])?|\bpanic: [^\n.]{1,60}",
    (
        r"\b(?:CrashLoopBackOff|OOMKilled|ImagePullBackOff|ErrImagePull|ECONNREFUSED|ECONNRESET|ETIMEDOUT"
        r"|ENOSPC|EPIPE|EHOSTUNREACH|NXDOMAIN loop|SIGKILL|SIGSEGV|SIGTERM|SIGABRT)\b"
    ),
    r"\b(?:ORA|SQLSTATE|PLS|TNS)[-\[ ]\d{4,5}\]?",
    r"\b(?:level|severity|lvl)=(?:error|warn(?:ing)?|fatal|info|debug)\b[^\n]{0,120}",
    (
        r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,]?\d*Z? +\[?(?:ERROR|WARN(?:ING)?|FATAL|INFO|DEBUG"
        r"|CRITICAL)\]?[^\n]{0,120}"
    ),
    r"(?:^|\s)\[?(?:ERROR|FATAL|WARN)\]? +\[[\w.-]+\][^\n]{0,120}",
    r"\b(?:exit(?:ed with)?|return) (?:code|status) (?:1[2-4]\d|137|139|255)\b",
    r"(?:^|[\s`\"'(])(/(?:var|proc|root|srv)/[\w./-]*\w)",
    (
        r"\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE) [\w*.,` ]{1,60}(?:FROM|SET|VALUES"
        r"|ADD|WHERE) [\w`]+"
    ),
)
_ALL = "|".join(_NAMED)
_MARKS = (
    *("Error", "Exception", "Fault", "Panic", "::", "File ", "Traceback", "goroutine", "panic", "BackOff", "ImagePull"),
    *("Killed", "ECONN", "ETIMEDOUT", "ENOSPC", "EPIPE", "EHOST", "NXDOMAIN", "SIG", "ORA", "SQLSTATE", "PLS", "TNS"),
    *("level=", "severity=", "lvl=", "ERROR", "WARN", "FATAL", "INFO", "DEBUG", "CRITICAL", " code ", " status "),
    *("/var", "/proc", "/root", "/srv", "SELECT", "INSERT", "UPDATE", "DELETE", "ALTER", "DROP"),
    *(".java:", ".py:", ".go:", ".rb:", ".js:", ".ts:", ".php:", ".c:", ".cc:", ".cpp:", ".rs:", ".kt:", ".scala:"),
    *(".cs:", ".ex:", ".pl:"),
)
"""One of these is in every trace but a stack's line, which has a dot and a bracket."""
_PLAIN = frozenset(("Error", "Errors", "Exception", "Fault", "Panic"))


def find(text: str) -> Iterator[Span]:
    """Every trace of a program in ``text``."""
    if not holds(text, _MARKS) and not ("(" in text and "." in text):
        return
    for start, end in spans(text, _ALL, ignore_case=False):
        found = text[start:end]
        if found.endswith(":") and found.isascii() and found[:-1].isalnum():
            end -= 1
            found = found[:-1]
        if found not in _PLAIN:
            yield start, end

"""Links and host names: which are the organisation's own inside, and which a customer knows or may open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cockpit.lint.names.machines import is_machine
from cockpit.lint.patterns import pattern
from cockpit.lint.shapes import Span, words

_STOP = r"\s<>\"'`、。「」『』()\[\]{}|\\^\p{Han}\p{Hiragana}\p{Katakana}"
_LINK = rf"\b[a-z][a-z0-9+.-]{{1,14}}://[^{_STOP}]+"
_MAIL = r"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_HOST = r"\b(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{2,5}\b)?"
_ALL = rf"({_LINK})|({_MAIL})|({_HOST})"

_INSIDE_ENDINGS = words(
    "internal local localdomain lan corp intra intranet home private priv localhost consul svc cluster "
    "prod prd stg staging onprem "
)
"""Last labels that no public name has (some are reserved for the inside, the others are no top-level domains)."""
_INSIDE_LABELS = words(
    "internal int corp intra intranet lan priv private local svc mgmt infra k8s kube backend bastion prod-internal "
)
_INSIDE_TOOLS = words(
    "grafana kibana prometheus alertmanager nagios zabbix argocd rundeck sonarqube artifactory jenkins "
    "phabricator jira confluence runbook runbooks oncall on-call splunk jaeger rabbitmq airflow "
    "phpmyadmin teamcity "
)
"""Tools that engineers open: a host named after one, under anybody's domain but the tool's maker's."""
_MAKERS = words("atlassian.com grafana.com grafana.org jenkins.io jenkins-ci.org gitlab.com apache.org splunk.com ")
_TOOL_LINKS = (
    r"^https?://[^/]*(?:\.pagerduty\.com/|\.opsgenie\.com/|app\.datadoghq\.(?:com|eu)/|\.grafana\.net/"
    r"|\.sentry\.io/|sentry\.io/organizations|\.splunkcloud\.com/"
    r"|\.atlassian\.net/(?:browse|jira|secure|projects)|\.slack\.com/archives/|console\.aws\.amazon\.com/"
    r"|console\.cloud\.google\.com/|portal\.azure\.com/#"
    r"|docs\.google\.com/(?:document|spreadsheets)/|one\.newrelic\.com/|zoom\.us/j/|meet\.google\.com/"
    r"|teams\.microsoft\.com/l/|\.service-now\.com/|linear\.app/|notion\.so/)"
    r"|/browse/[A-Z][A-Z0-9]+-\d+"
)
_INSIDE_SCHEMES = words(
    "mysql postgres postgresql mongodb mongodb+srv redis rediss amqp amqps jdbc kafka nats memcached tcp "
    "udp s3 gs hdfs file vault zookeeper "
)


def find(text: str, own_domains: Sequence[str]) -> tuple[list[Span], list[Span], list[Span]]:
    """The links and hosts of the inside; public links and addresses of mail; names with dots that may be public hosts.

    No part of what is in the second list is of the inside. What is in the third may also be a program's name of
    something (checkout.py, java.lang.Error).
    """
    inside: list[Span] = []
    public: list[Span] = []
    dotted: list[Span] = []
    if "." not in text and "://" not in text:
        return inside, public, dotted
    for match in pattern(_ALL).finditer(text):
        start, end = match.span()
        found = (match.group() or "").rstrip(".,;:!?*_~/") if match.lastindex == 1 else match.group() or ""
        end = start + len(found)
        if match.lastindex == 1:
            (inside if _inside_link(found, tuple(own_domains)) else public).append((start, end))
        elif match.lastindex == 2:
            public.append((start, end))
        elif not ((start and text[start - 1] in "@/\\$") or text[end : end + 1] in ("@", "(")):
            host = found.partition(":")[0]
            if inside_host(host, tuple(own_domains)):
                inside.append((start, end))
            else:
                dotted.append((start, end))
    return inside, public, dotted


@lru_cache(maxsize=1024)
def _inside_link(link: str, own: tuple[str, ...]) -> bool:
    scheme, _, rest = link.partition("://")
    host = rest.split("/", 1)[0].split("?", 1)[0].rpartition("@")[2].partition(":")[0].lower()
    if scheme.lower() in _INSIDE_SCHEMES or host.startswith("[") or pattern(r"^\d+\.\d+\.\d+\.\d+$").search(host):
        return True
    if not host or ("." not in host and host.isascii()):
        return bool(host)
    return inside_host(host, own) or pattern(_TOOL_LINKS).search(link) is not None


@lru_cache(maxsize=1024)
def inside_host(host: str, own: tuple[str, ...] = ()) -> bool:
    """Whether a dotted name is one of the inside. ``own``: domains that customers know, by their own name."""
    labels = host.lower().split(".")
    if labels[-1] in _INSIDE_ENDINGS:
        return len(labels[0]) > 1
    machine = is_machine(labels[0], known_domain=True)
    telling = machine or any(label in _INSIDE_LABELS for label in labels[:-1]) or labels[0] in _INSIDE_TOOLS
    if not telling:
        return False
    domain = _registered(host.lower())
    known = next((name for name in own if host.lower() == name or host.lower().endswith("." + name.lower())), domain)
    if domain is None:
        return machine and labels[-1] not in _FILE_ENDINGS
    if domain in _MAKERS:
        return False
    under = labels[: len(labels) - len((known or domain).split("."))]
    return bool(under) and (machine or any(label in _INSIDE_LABELS for label in under) or under[0] in _INSIDE_TOOLS)


_FILE_ENDINGS = words(
    "js ts py rb go java php html css json yaml yml xml txt md csv log conf cfg ini exe dll zip gz pdf png jpg "
)


@lru_cache(maxsize=256)
def _registered(host: str) -> str | None:
    """The domain somebody registered (example.co.jp); None where the name ends in no public suffix."""
    found: str | None = _suffixes().privatesuffix(host, accept_unknown=False)
    return found


@lru_cache(maxsize=1)
def _suffixes():  # type: ignore[no-untyped-def]
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()

"""Names of machines without a domain: db-master-01, application-server-123, ip-10-0-3-12, and pods."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cockpit.lint.patterns import pattern
from cockpit.lint.shapes import Span, spans, words

_SURE = words(
    "db database mysql postgres postgresql pg pgsql mongo mongodb mariadb oracledb master slave primary "
    "replica standby worker cache memcache memcached redis kafka zk zookeeper elastic elasticsearch es lb "
    "haproxy k8s kube kubernetes node nodes appserver webserver dbserver fileserver srv svr vm host "
    "bastion jumphost rabbit rabbitmq mq cassandra cassandradb etcd mds mdt oss ost nas san ceph osd "
    "hypervisor esx esxi rack shard broker consumer scheduler cronhost compute leaf spine tor "
    "clickhouse hadoop spark "
)
"""Words that, with a number, make a machine's name and nothing else."""
_LIKELY = words(
    "server servers app application web www api core edge switch sw router rtr fw firewall gw gateway "
    "proxy mail mx smtp log logs search storage queue job jobs batch backup bk monitor mon build runner ci "
    "index infra prod prd stg stage staging dev qa uat pod cluster gpu cpu cn instance vpn dns ns ldap "
    "auth session file files media stream payment payments checkout billing backend frontend ingress "
    "nginx apache tomcat node "
)
"""Words that are in machines' names and elsewhere: they need more of a number."""
_CUSTOMERS = words(
    "login ssh ftp sftp www ns mx mail smtp imap pop pop3 api app web cdn static server host vpn s3 dns proxy media "
)
"""Hosts that customers connect to by name, under a public domain."""
_NUMBER = r"^\d{1,5}[a-z]?$"
_TOKEN = r"\b[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*\b"
_WITH_DIGIT = r"\b[a-z][a-z0-9_-]*\d[a-z0-9_-]*\b"
_SINGLE = (
    r"^(?:[a-z]{0,12}?(?:server|srv|svr|master|slave|replica|worker|cache|node|db|sql)(?:0\d{1,3}|[1-9]\d{1,3})"
    r"|(?:db|mysql|pg|redis|kafka|mongo|lb|vm|host|web|app|api|mds|oss|ost|nas|cn|gpu|compute|proxy|batch"
    r"|mq|zk|es|bastion|fs|core|edge|sw|rtr|fw|gw|mx|ns|log|ci|build)0\d{1,4}[a-z]?"
    r"|(?:db|mysql|pg|redis|kafka|mongo|lb|vm|host|web|mds|oss|ost|nas|compute|batch|zk)(?:[1-9]\d{1,3})[a-z]?)$"
)
_POD = r"\b[a-z0-9]+(?:-[a-z0-9]+)*-[a-z0-9]{8,10}-[a-z0-9]{5}\b"
_NAMED = (
    r"\b(?:nodes?|hosts?|servers?|machines?|clusters?|instances?|vms?|osts?|pods?|containers?|deployments?"
    r"|workers?|brokers?|databases?|jobs?|cron ?jobs?|queues?|topics?"
    r"|buckets?|namespaces?|pipelines?|shards?|volumes?|routers?|switch(?:es)?) (?:named |called "
    r"|labell?ed |name |id |is |:|= ?)?[`\"'*_]{0,3}([a-z][a-z0-9]*(?:(?:[-_]|\\\*)[a-z0-9*\\]+)+)",
    (
        r"(?:ノード|ホスト|サーバー?|クラスター?|インスタンス|ポッド|Pod|コンテナ|デプロイメント|ジョブ|キュー"
        r"|トピック|バケット|ボリューム|ルーター?|スイッチ)(?:名)?(?:は|の|:|「|『|\(|`"
        r"| )*([a-z][a-z0-9]*(?:[-_*][a-z0-9*]+)+)"
    ),
    (
        r"(?:\b(?:nodes?|hosts?|servers?|machines?|vms?|instances?) (?:named |called )?|(?:ノード|ホスト"
        r"|サーバー?|インスタンス)(?:名)?(?:は|:| )?)[`\"']?([a-z]{2,12}[0-9]{2,4})\b"
    ),
    r"\b([a-z][a-z0-9]{1,15}-\*)",
    r"[`\"']([a-z][a-z0-9-]*\\?\*[a-z0-9*\\-]*)",
    r"\bnodes named ([a-z][a-z0-9\\*_-]+)",
    (
        r"[`]([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)[`] (?:clusters?|nodes?|hosts?|servers?|pods?|node pool"
        r"|namespace|deployment|queue|topic|bucket|instances?)\b"
    ),
    r"\b((?:[a-z0-9]+-)+(?:svc|prd|prod|stg)(?:-[a-z0-9]+)*)\b",
    r"\b((?:[a-z0-9]+_)+(?:svc|prd|prod|stg|staging)(?:_[a-z0-9]+)*)\b",
)
HOME_BEFORE = (
    r"\b(?:customers?|users?|accounts?|(?:web)?sites?|mailboxes|domains?|clients?) (?:\w+ )?on (?:the |our )?"
    r"(?:shared |web ?|hosting |mail ?)*(?:servers?|hosts?) [`\"']?$"
    r"|\byour (?:\w+ ){1,2}[`\"']?$"
)
_HOME_AFTER = r"^[`\"']?(?:に(?:収容|設置|お住)|を?ご(?:利用|契約)|の(?:ご契約|ご利用|お客|契約))"
"""What says that it is the server that a customer's account lives on, known to the customer by its name."""
_LUSTRE = r"\b(?:[a-z0-9]{2,16}-)?(?:OST|MDT)[0-9a-f]{4}\b"
_STORE = (
    r"(?:db|database|mysql|postgres|postgresql|pg|mongo|mongodb|mariadb|redis|kafka|memcached|rabbitmq|etcd|cassandra)"
)
_PART = r"(?:main|primary|secondary|replica|master|slave|standby|leader|follower|cluster|node|server|host)"
_STAGE = r"(?:prod|prd|stg|staging|dev|qa|uat)"
_ROLE = rf"\b(?:{_STORE}[-_]{_PART}|{_STAGE}[-_](?:{_STORE}|api|web|app|worker|cache|gateway|auth|queue|lb|vm))\b"
"""A store with its part in a group of them, or a stage with what runs there: pg-main, prod-db."""
_AROUND = (
    r"\b(?:nodes?|hosts?|servers?|machines?|dimms?|hypervisors?|partitions?|racks?)\b|ノード|サーバー|ホスト|ラック"
)
_PADDED = r"\b[a-z]{2,8}-0\d{1,3}\b"
"""A name and a padded number: a machine's, where machines are spoken of."""
_FURTHER = r"^[`\"']?(?:, (?:and |or )?| and | or | & |、| ?と ?|および)[`\"']?([a-z][a-z0-9]*(?:[-_][a-z0-9]+)+)"
_NOT_NAMED = r"^(?:non|pre|post|near|multi|cross|single|in|co|re|auto|self|on|off)[-_]"


def find(text: str) -> Iterator[Span]:
    """Every machine, pod or wildcard of machines that ``text`` names without a domain."""
    yield from (span for span in _machines(text) if not _is_home(text, *span))


def find_roles(text: str) -> Iterator[Span]:
    """Every machine named by what it does alone, without a number: pg-main, prod-db."""
    if "-" in text or "_" in text:
        yield from (span for span in spans(text, _ROLE) if not _is_home(text, *span))


def _is_home(text: str, start: int, end: int) -> bool:
    """Whether the customers spoken of know the machine as the home of their accounts."""
    before = pattern(HOME_BEFORE).search(text[max(0, start - 60) : start])
    return before is not None or pattern(_HOME_AFTER).search(text[end : end + 8]) is not None


def _machines(text: str) -> Iterator[Span]:
    for start, end in spans(text, _POD, ignore_case=False):
        *_, middle, tail = text[start:end].split("-")
        if _mixed(middle) and (_mixed(tail) or pattern("[aeiou]").search(tail) is None):
            yield start, end
    if "OST" in text or "MDT" in text:
        yield from spans(text, _LUSTRE, ignore_case=False)
    for match in pattern(_WITH_DIGIT).finditer(text):
        word = match.group() or ""
        if is_machine(word):
            yield match.span()
    if "-0" in text and pattern(_AROUND).search(text):
        for start, end in spans(text, _PADDED, ignore_case=False):
            yield start, end
            yield from _listed(text, text[start:end], end)
    for start, end in spans(text, _ALL_NAMED):
        word = text[start:end]
        yield from _listed(text, word, end)
        quoted = start > 0 and text[start - 1] in "`\"'"
        if (quoted or any(char.isdigit() or char in "_*" for char in word) or _of_stage(word)) and not _everyday(word):
            yield start, end


def _listed(text: str, name: str, at: int) -> Iterator[Span]:
    """The further names of a list whose first, ``name``, ends at ``at``: "routers ar3-ham and ar4-ham"."""
    kind = pattern(r"\d+").split(name.lower())
    while (match := pattern(_FURTHER).match(text[at : at + 48])) is not None:
        start, end = at + match.start(1), at + match.end(1)
        if len(kind) < 2 or pattern(r"\d+").split(text[start:end].lower()) != kind:
            return
        yield start, end
        at = end


def _of_stage(word: str) -> bool:
    """Whether a part of the name says which of the organisation's own stages it belongs to."""
    return not {"svc", "prd", "prod", "stg", "staging"}.isdisjoint(word.replace("_", "-").split("-"))


def _mixed(word: str) -> bool:
    """Whether it has both letters and digits, as made-up names have."""
    return any(char.isdigit() for char in word) and any(char.isalpha() for char in word)


def _everyday(word: str) -> bool:
    """Whether it is a compound of the language that only looks like a name (non-prod, pre-prod)."""
    return pattern(_NOT_NAMED).search(word) is not None


@lru_cache(maxsize=4096)
def is_machine(word: str, known_domain: bool = False) -> bool:
    """Whether ``word`` (no dots) is a machine's name. ``known_domain``: it stands before a public domain, where
    customers' own hosts stand too."""
    low = word.lower()
    if not (word.islower() or word.isupper()) or not any(char.isdigit() for char in word):
        return False
    parts = low.replace("_", "-").split("-")
    if pattern(r"^(?:ip|ec2)(?:-\d{1,3}){4}$").search(low):
        return True
    if "k8s" in low and len(low) > 4:
        return not known_domain
    if known_domain and parts[0].rstrip("0123456789") in _CUSTOMERS:
        return False
    if word.isupper() and len(parts) == 2 and parts[0] not in _SURE:
        return False
    if len(parts) == 1:
        return word.islower() and not _is_year(low[-4:]) and pattern(_SINGLE).search(low) is not None
    return _numbered(parts)


def _numbered(parts: list[str]) -> bool:
    """Whether the parts of a hyphenated name say "the n-th machine of this kind"."""
    last = parts[-1]
    stem, digits = _split(last)
    if not digits or len(digits) > 5 or _is_year(last):
        return False
    if stem:
        sure = stem in _SURE or (len(stem) == 1 and digits != last and _role(parts[:-1]) is not None)
        return sure or (stem in _LIKELY and len(digits) > 1)
    if len(parts) == 3 and last[0] == "0" and len(parts[1]) == 3 and parts[0].isalpha() and parts[1].isalpha():
        # Kind, site, number: sbc-fra-02.
        return True
    role = _role(parts[:-1])
    if role is None:
        return False
    if len(parts) > 2:
        return True
    return role in _SURE or digits.startswith("0") or len(digits) > 2


def _split(part: str) -> tuple[str, str]:
    """A part's letters and the number at its end (a letter may follow: 01a)."""
    match = pattern(r"^([a-z]*)(\d+)[a-z]?$").search(part)
    return (match.group(1) or "", match.group(2) or "") if match else ("", "")


def _role(parts: list[str]) -> str | None:
    """The kind of machine a name speaks of, the surest first."""
    stems = [part.rstrip("0123456789") for part in parts]
    return next((stem for stem in stems if stem in _SURE), next((stem for stem in stems if stem in _LIKELY), None))


def _is_year(part: str) -> bool:
    return len(part) == 4 and part[:2] in ("19", "20")


_ALL_NAMED = "|".join(_NAMED)

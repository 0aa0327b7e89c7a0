"""Numbers of the inside: tickets, cloud resources, zones, commits; public numbers (CVE, ISO, RFC, …) pass."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.lint.model import Severity
from cockpit.lint.names.machines import HOME_BEFORE
from cockpit.lint.patterns import pattern
from cockpit.lint.shapes import spans, words

Found = tuple[int, int, Severity | None]

_TICKET = r"\b([A-Z][A-Z0-9]{1,9})-(\d{1,7})\b"
_TICKET_SYSTEMS = words(
    "INC JIRA OPS SRE INFRA PROD BUG TASK TICKET CHG PRB REQ RITM SUP SUPPORT PLAT PLATFORM ENG NET "
    "NETOPS SEC DEVOPS HELP SD ISSUE INCIDENT CASE CS HD SCTASK PM RCA POSTMORTEM STORY EPIC DEFECT "
    "CHANGE PROBLEM WO TT NOC DBA "
)
_PUBLIC_PREFIXES = words(
    "PO SKU SN ID REF FORM ART "
    "CVE CWE ISO IEC UTF SHA COVID SARS GPT RFC AES RSA DES TLS SSL HTTP HTTPS HTML CSS USB PEP IEEE ANSI "
    "ECMA JIS DIN EN MD RC BASE WPA IPV IP MP KB CU PCI SOC FIPS NIST SP BS ASTM UL RTX GTX AP EU NA US "
    "SA ME AF CA APAC EMEA UK JP UTC GMT JST PST PDT EST EDT CST CDT MST MDT CET CEST BST IST AEST AEDT "
    "KST HKT SGT JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN Q FY "
    "WIN MAC OAUTH SAML OIDC EC TIER LEVEL PHASE PART TYPE STEP STAGE SEV SEVERITY P ERR ERROR CODE ORDER "
    "INVOICE GHSA GDPR AS ISBN ISSN ICAO IATA FAA DC AZ EAST WEST NORTH SOUTH CENTRAL NORTHEAST SOUTHEAST "
    "NORTHWEST SOUTHWEST VOL VER REV NO NUM CLASS GROUP ZONE ROOM FLOOR BLOCK UNIT SERIES MODEL COBOL PHP "
    "ES LTE WIFI CAT HDMI DDR PDF MPEG JPEG HEVC AV VP ARM X A B C D E F G H I J K L M N O R S T U V W Y "
    "Z CP EUC SJIS SHIFT WINDOWS LATIN KOI GB BIG UCS CRC HMAC ECDSA ED PKCS PBKDF BCRYPT SCRYPT GPL LGPL "
    "BSD MIT APACHE INCOTERMS ATA IT IR ICD HL FHIR EDI X12 PGP "
)
_PLACES = (
    r"(?:\b(?:region|datacenter|data center|colo|airport|flight|model|error|code|standard|norm|section|plan"
    r"|room|order|invoice|chapter|gate|page|product|type|part)s?|エラー|コード|規格|型番|型式|品番|注文|便"
    r"|拠点|受付番号|会員番号|プラン):? ?$"
)
_TICKET_BEFORE = (
    r"(?:\b(?:internal |jira |incident |support |change |problem |tracking |service ?now "
    r"|helpdesk )*(?:tickets?|issues?|incidents?|cases?|bugs?|tracking|trackers?|jira|change requests?"
    r"|work items?|tasks?|stor(?:y|ies))(?: ?(?:id|number|no\.?|key|ref(?:erence)?|record))?"
    r"|\bas|\bsee|\bin|\bunder|チケット(?:番号)?|課題(?:番号)?|管理番号|インシデント(?:番号|ID)?|追跡番号"
    r"|案件番号|障害票)[ :#(\[`\"'」「は]*$"
)
_WRITTEN_OUT = (
    (
        r"\b(?:internal |jira |incident |support |change |problem |helpdesk )*(?:tickets?|work items?"
        r"|change requests?|service requests?) ?(?:id|number|no\.?|key)?[ :]*(#?[A-Z]{0,6}\d[\w-]{2,})\b"
    ),
    (
        r"\b(?:bugs?|incident id|incident number|case id|tracking id|tracking number|internal id|trace id"
        r"|request id|correlation id|issue key|pid)[ :#`=]*([A-Z0-9_][A-Z0-9_-]*\d[A-Z0-9_-]{0,40})\b"
    ),
    (
        r"(?:チケット|課題|障害票|インシデント|管理|案件|内部)(?:番号|ID|キー"
        r"|No\.?)?[ :#「は]*(#?[A-Z]{0,6}-?\d{3,}[\w-]*)"
    ),
    r"(?:リクエスト|トレース|セッション|トランザクション|ジョブ|相関)ID[ :は]*([0-9a-f][0-9a-f-]{7,})",
    r"\b((?:INC|CHG|PRB|RITM|REQ|SCTASK|CTASK|TASK)\d{5,10})\b",
)
_RESOURCES = (
    (
        r"\b(?:i|vol|snap|ami|sg|subnet|vpc|eni|rtb|igw|nat|eipalloc|eipassoc|acl|pcx|tgw|tgw-attach|vpce|lt"
        r"|fs|fsap|cgw|vgw|vpn|dopt|r|eks|ng|mi|fleet|sir|asg|hz)-[0-9a-f]{8}(?:[0-9a-f]{9})?\b"
    ),
    r"\barn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:\d*:[^\s,;、。」)]+",
    r"\b(?:projects|subscriptions|resourceGroups)/[\w.-]+/[\w./-]+",
    r"/subscriptions/[0-9a-f-]{36}[\w./-]*",
    r"\bocid1\.[a-z0-9.]+[a-z0-9._-]+",
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b",
    r"\b(?:rds|redis|rg|tg|targetgroup|app|net|loadbalancer)/[a-z0-9-]+/[0-9a-f]{16}\b",
    r"\b[a-z0-9-]+\.[a-z0-9]{12}\.(?:[a-z0-9-]+\.)?(?:rds|cache|docdb|redshift)\.amazonaws\.com\b",
    r"\bprojects?[ /]\d{10,12}\b|\baccounts? (?:id )?(\d{12})\b",
)
_ZONES = (
    (
        r"\b(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[bf]?)?-(?:north|south|east|west|central|northeast"
        r"|northwest|southeast|southwest)-\d[a-z]\b"
    ),
    (
        r"\b(?:us|europe|asia|australia|southamerica|northamerica|me|africa)-(?:north|south|east|west|central"
        r"|northeast|northwest|southeast|southwest)\d{1,2}-[a-f]\b"
    ),
)
_COMMITS = (
    (
        r"(?:\b(?:commit(?:ted as|s)?|revision|rev|sha1?|changeset|build|hash|merge|revert(?:ed|ing)?)"
        r"|コミット|リビジョン|ビルド)(?: (?:id|hash|sha|number|to|of))?[ :#`(「]*([0-9a-f]{7,40})\b"
    ),
    r"(?:\b(?:container|image|digest)|コンテナ|イメージ)(?: (?:id|digest))?[ :#`(]*((?:sha256:)?[0-9a-f]{12,64})\b",
    r"\b([0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{12,64})\b",
)


def find(text: str) -> Iterator[Found]:
    """Every number of the inside in ``text``; zones of a cloud are a warning, the others have the rule's severity."""
    for match in pattern(_TICKET, ignore_case=False).finditer(text):
        if _is_ticket(match.group(1) or "", match.group(2) or "", text, match.start(), match.end()):
            yield *match.span(), None
    for start, end in spans(text, _OTHERS):
        if any(char.isdigit() for char in text[start:end]):
            yield start, end, None
    for start, end in spans(text, _ALL_COMMITS):
        found = text[start:end].lower()
        if any(char in "abcdef" for char in found) and any(char.isdigit() for char in found):
            yield start, end, None
    for start, end in spans(text, _ALL_ZONES):
        yield start, end, Severity.WARNING


_YEAR = r"^(?:19|20)\d\d$"


def _is_ticket(prefix: str, number: str, text: str, start: int, end: int) -> bool:
    before = text[:start][-48:]
    if before[-1:] in ("-", "_", "/", ".") or text[end : end + 1] in ("-", "_"):
        return False
    if prefix in _TICKET_SYSTEMS:
        return True
    if prefix in _PUBLIC_PREFIXES or pattern(_PLACES).search(before):
        return False
    if pattern(HOME_BEFORE).search(before):
        return False
    if pattern(_TICKET_BEFORE).search(before):
        return len(number) > 1
    return len(number) > 2 and prefix.isalpha() and pattern(_YEAR).search(number) is None


_OTHERS = "|".join((*_RESOURCES, *_WRITTEN_OUT))
_ALL_COMMITS = "|".join(_COMMITS)
_ALL_ZONES = "|".join(_ZONES)

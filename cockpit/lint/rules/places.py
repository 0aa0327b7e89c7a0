"""Names of regions as customers read them, in groups that overlap: a text that names one is about the others too."""

from __future__ import annotations

from functools import cache, lru_cache

from cockpit.lint.patterns import Pattern, pattern

GROUPS: dict[str, tuple[str, ...]] = {
    "everywhere": (r"global(?:ly)?", r"worldwide", r"all regions", "全リージョン", "全地域", "全世界", "世界中"),
    "north-america": (
        r"US", r"U\.S\.", r"USA", r"United States", r"North America", r"Canada", r"NA",
        r"us-(?:east|west|central)(?:-\d)?", r"ca-central(?:-\d)?",
        r"US[ -](?:East|West|Central)(?:[ -]\d)?", r"(?:North(?:ern)? )?Virginia", r"Oregon", r"Ohio", "北米",
        "米国", "アメリカ", "カナダ", "バージニア", "オレゴン",
    ),
    "europe": (
        r"EU", r"Europe(?:an)?", r"EMEA", r"UK", r"United Kingdom", r"Frankfurt", r"Ireland", r"London", r"Paris",
        r"Amsterdam", r"Stockholm", r"Germany", r"France",
        r"eu-(?:west|central|north|south)(?:-\d)?", r"EU[ -](?:West|Central|North|South)(?:[ -]\d)?", "欧州",
        "ヨーロッパ", "EU圏", "英国", "ドイツ", "フランクフルト", "アイルランド", "ロンドン",
    ),
    "japan": (r"Japan", r"Tokyo", r"Osaka", r"APAC", r"Asia(?:[ -]Pacific)?", r"ap-northeast-[13]", "日本", "東京",
    "大阪", "アジア(?:太平洋)?", "国内"),
    "asia": (
        r"Asia(?:[ -]Pacific)?", r"APAC", r"Singapore", r"Seoul", r"Mumbai", r"Sydney", r"Hong Kong", r"Australia",
        r"India", r"Korea", r"ap-(?:south|southeast|northeast|east)(?:-\d)?",
        "アジア(?:太平洋)?", "シンガポール", "ソウル", "ムンバイ", "シドニー", "香港", "豪州", "オーストラリア",
        "インド", "韓国",
    ),
    "south-america": (r"South America", r"LATAM", r"Brazil", r"S[aã]o Paulo", r"sa-east(?:-\d)?", "南米", "ブラジル",
    "サンパウロ"),
    "middle-east": (r"Middle East", r"EMEA", r"Bahrain", r"Dubai", r"me-(?:south|central)(?:-\d)?", "中東",
    "バーレーン", "ドバイ"),
    "africa": (r"Africa", r"EMEA", r"Cape Town", r"af-south(?:-\d)?", "アフリカ", "ケープタウン"),
}  # fmt: skip
"""RE2 patterns, matched with their case where they are ASCII."""

Place = tuple[int, int, frozenset[str]]
"""[start, end) of a name, and the groups it is a name of."""


@cache
def _names() -> Pattern:
    """Any name of any group; in a row of names that begin alike the longer is tried first."""
    every = sorted({name for names in GROUPS.values() for name in names}, key=lambda name: (-len(name), name))
    ascii_names = "|".join(name for name in every if name.isascii())
    other = "|".join(name for name in every if not name.isascii())
    return pattern(rf"\b(?:{ascii_names})\b|{other}", ignore_case=False)


@lru_cache(maxsize=512)
def _groups(name: str) -> frozenset[str]:
    return frozenset(
        group for group, names in GROUPS.items() if pattern("|".join(names), ignore_case=False).fullmatch(name)
    )


@lru_cache(maxsize=2048)
def places(text: str) -> tuple[Place, ...]:
    """The regions that ``text`` names, in order; spans in code points."""
    return tuple((*match.span(), _groups(match.group() or "")) for match in _names().finditer(text))

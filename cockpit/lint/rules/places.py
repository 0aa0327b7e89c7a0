"""Names of regions as customers read them, in groups that overlap: a text that names one is about the others too."""

from __future__ import annotations

GROUPS: dict[str, tuple[str, ...]] = {
    "everywhere": (r"global(?:ly)?", r"worldwide", r"all regions", "全リージョン", "全地域", "全世界", "世界中"),
    "north-america": (
        r"US", r"U\.S\.", r"USA", r"United States", r"North America", r"Canada", r"NA", r"us-(?:east|west|central)(?:-\d)?", r"ca-central(?:-\d)?",
        r"US[ -](?:East|West|Central)(?:[ -]\d)?", r"(?:North(?:ern)? )?Virginia", r"Oregon", r"Ohio", "北米", "米国", "アメリカ", "カナダ", "バージニア", "オレゴン",
    ),
    "europe": (
        r"EU", r"Europe(?:an)?", r"EMEA", r"UK", r"United Kingdom", r"Frankfurt", r"Ireland", r"London", r"Paris", r"Amsterdam", r"Stockholm", r"Germany", r"France",
        r"eu-(?:west|central|north|south)(?:-\d)?", r"EU[ -](?:West|Central|North|South)(?:[ -]\d)?", "欧州", "ヨーロッパ", "EU圏", "英国", "ドイツ", "フランクフルト", "アイルランド", "ロンドン",
    ),
    "japan": (r"Japan", r"Tokyo", r"Osaka", r"APAC", r"Asia(?:[ -]Pacific)?", r"ap-northeast-[13]", "日本", "東京", "大阪", "アジア(?:太平洋)?", "国内"),
    "asia": (
        r"Asia(?:[ -]Pacific)?", r"APAC", r"Singapore", r"Seoul", r"Mumbai", r"Sydney", r"Hong Kong", r"Australia", r"India", r"Korea", r"ap-(?:south|southeast|northeast|east)(?:-\d)?",
        "アジア(?:太平洋)?", "シンガポール", "ソウル", "ムンバイ", "シドニー", "香港", "豪州", "オーストラリア", "インド", "韓国",
    ),
    "south-america": (r"South America", r"LATAM", r"Brazil", r"S[aã]o Paulo", r"sa-east(?:-\d)?", "南米", "ブラジル", "サンパウロ"),
    "middle-east": (r"Middle East", r"EMEA", r"Bahrain", r"Dubai", r"me-(?:south|central)(?:-\d)?", "中東", "バーレーン", "ドバイ"),
    "africa": (r"Africa", r"EMEA", r"Cape Town", r"af-south(?:-\d)?", "アフリカ", "ケープタウン"),
}  # fmt: skip
"""RE2 patterns, matched with their case where they are ASCII."""

NAME = r"(?:\b(?:{ascii})\b|(?:{other}))"


def pattern_of(group: str) -> str:
    """The pattern for any name of ``group``."""
    names = GROUPS[group]
    ascii_names = [name for name in names if name.isascii()] or [r"\x00"]
    other = [name for name in names if not name.isascii()] or [r"\x00"]
    return NAME.format(ascii="|".join(ascii_names), other="|".join(other))

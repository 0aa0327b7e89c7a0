"""Japanese words for days and parts of days, and for times that are promised without being named."""

from __future__ import annotations

from cockpit.lint.ja.words import words

_OFFSETS = {
    0: words("今夜遅く 本日 今日 きょう 当日 同日 今朝 今夜 今晩 今夕"),
    1: words("明日 あす あした 翌日 明朝 翌朝 明晩 明夜"),
    2: words("明後日 あさって 翌々日"),
    -1: words("昨日 きのう 前日 昨夜 昨晩"),
    -2: words("一昨日 おととい"),
}
_NO_OFFSET = words(
    "日付が変わる 日付の変わる 日付をまたぐ",
    "翌営業日 次営業日 次の営業日 今週末 来週末 週末 週明け 週内 今週 次週 翌週 来週 再来週 今月末 来月末",
    "月末 月初 月内 今月 来月 再来月 年末 年始 年明け 年内 今年 来年 午前中 午前 午後 正午 お昼 昼前",
    "昼過ぎ 昼頃 お昼過ぎ お昼前 午後一 朝一 夜遅く 夜中 夕方 夕刻 日没 日の入り 夜明け",
    "夜間 夜半 深夜 未明 明け方 早朝 朝方 先ほど 先程 先日 先週 先月 昨年",
    "即日",
    "一両日 1両日",
)
_NEAR_DAYS = words("本日 今日 明日 あす 翌日 明後日")
_DAY_PARTS = words("遅く 朝 昼 夜 晩 夕方")


def _days() -> dict[str, int | None]:
    days: dict[str, int | None] = {word: offset for offset, group in _OFFSETS.items() for word in group}
    parts = {f"{day}{of}{part}": days[day] for day in _NEAR_DAYS for of in ("の", "") for part in _DAY_PARTS}
    return days | parts | dict.fromkeys(_NO_OFFSET)


DAYS = _days()
"""Words for a day or a part of one, with the days from the day of posting where the word alone tells it."""

PAST_DAYS = words("昨 きのう 一昨 おととい 前日 先 今朝")
"""How the words begin that can only lie in the past."""

VAGUE = words(
    "まもなく 間もなく 間も無く まも無く 近日中 近日 近々 近いうち 近い内 近い将来 じきに ほどなくして",
    "ほどなく 程なくして 程なく いずれ もうすぐ あと少し もう少し あとわずか あと一歩 もうしばらくで いましばらくで",
    "今しばらくで しばらくしたら しばらくすると しばらくすれば しばらく後 しばらく経てば しばらくで",
    "遠からず やがて そのうち すぐに すぐ 直ちに ただちに 短時間で 追って おって 随時 後ほど のちほど",
    "後程 改めて あらためて 後日 適宜 都度 逐次 順次 今後 引き続き 遠くないうち もう間もなく 今すぐ",
    "時間が許す限り",
)
"""Words that promise a time and name none; what they promise decides whether that is a fault."""

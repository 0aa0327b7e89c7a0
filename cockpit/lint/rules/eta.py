"""No statement of when the problem will be over, in any wording: neither a time nor a promise of "soon"."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.domain.wording import say
from cockpit.domain.words import Lang
from cockpit.lint.languages import stated
from cockpit.lint.model import Context, Severity
from cockpit.lint.reading import Reading
from cockpit.lint.rule import Hit, Rule, examples
from cockpit.lint.rules.mending import fix_of
from cockpit.lint.rules.promise import instead, promises
from cockpit.lint.statement import Role, TimeKind


def _hits(reading: Reading, context: Context, vague: bool) -> Iterator[Hit]:
    found = [item for item in stated(reading, Role.RESOLVE) if (item[1].time.kind is TimeKind.VAGUE) is vague]
    if not found:
        return
    promised = bool(promises(reading, context))
    for sentence, statement in found:
        fix = fix_of(reading, sentence, statement, context, promised)
        yield Hit(
            sentence.start + statement.start,
            sentence.start + statement.end,
            suggestion=instead(sentence.lang, context),
            fix=fix[0] if fix else None,
            fix_span=fix[1] if fix else None,
        )


def _timed(reading: Reading, context: Context) -> Iterator[Hit]:
    return _hits(reading, context, vague=False)


def _vague(reading: Reading, context: Context) -> Iterator[Hit]:
    return _hits(reading, context, vague=True)


RULES = (
    Rule(
        id="eta",
        severity=Severity.ERROR,
        what=say("A time, a day or a length of time for when the problem will be over."),
        why=say(
            "Nobody knows it while the problem lasts. A time that passes unkept costs more trust than the outage, "
            "and customers plan by it."
        ),
        instead=say("Say what state the work is in, and when the next update comes."),
        message_text=say("says when the problem will be over: say when the next update comes instead"),
        bad=(
            *examples(
                Lang.EN,
                "Logins should work again ⟦within 10 minutes⟧.",
                "We expect full recovery ⟦by 16:00 UTC⟧, and the next update comes at 15:20 UTC.",
                "ETA: ⟦15:00⟧",
                "The reports won't be back ⟦before Monday⟧.",
                "It will take ⟦another hour⟧ to restore the backups.",
            ),
            *examples(
                Lang.JA,
                "ログイン障害は⟦30分以内に⟧解消する見込みです。",
                "⟦17時頃⟧復旧予定です。",
                "復旧見込み:⟦20時⟧",
            ),
        ),
        good=(
            *examples(
                Lang.EN,
                "The next update follows within 20 minutes.",
                "The problem was resolved at 15:10 UTC after 25 minutes.",
                "Messages arrive up to 10 minutes late.",
                "We will watch the fix for the next hour.",
                "Please try again in 5 minutes.",
                "There is no ETA yet.",
            ),
            *examples(
                Lang.JA,
                "次回は15時30分に更新します。",
                "15時10分に復旧しました。",
                "通知が10分ほど遅れています。",
                "復旧の見込みは立っておりません。",
            ),
        ),
        message=_timed,
    ),
    Rule(
        id="eta-vague",
        severity=Severity.ERROR,
        what=say("A promise that the problem will be over soon, or once something else has happened."),
        why=say("Each reader hears a time of their own in it, and holds you to it."),
        instead=say("Say what state the work is in, and when the next update comes."),
        message_text=say("promises the end of the problem: say when the next update comes instead"),
        bad=(
            *examples(
                Lang.EN,
                "Uploads will be back ⟦shortly⟧.",
                "We hope to be up and running again ⟦very soon⟧.",
                "Search will be restored ⟦as soon as the provider has repaired the line⟧.",
            ),
            *examples(Lang.JA, "⟦まもなく⟧復旧する見込みです。", "⟦近いうちに⟧正常化いたします。"),
        ),
        good=(
            *examples(
                Lang.EN,
                "We are working on it with high priority.",
                "We are working to restore uploads as soon as possible.",
                "We will share more details soon.",
            ),
            *examples(Lang.JA, "できるだけ早い復旧に努めております。", "追ってご連絡いたします。"),
        ),
        message=_vague,
    ),
)

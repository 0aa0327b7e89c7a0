"""What customers say, in numbers: customers beside reports, the trend, and what they name; never a verdict on scope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from cockpit.application.customer_reports import Told
from cockpit.application.digest import short_symptom
from cockpit.domain.clean import clean, clean_line
from cockpit.domain.counting import BAR_S, Count, Counted, Symptom
from cockpit.i18n import _, many
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, clock
from cockpit.tui.presentation.line import joined

_BARS = "_⡀⣀⣄⣤⣦⣶⣷⣿"
"""Nothing, then eighths of the highest: Braille, which takes one cell in every font, as block elements may not."""
_NAMED = 5
"""How many of a breakdown are named in the overview."""


def sparkline(bars: Sequence[int]) -> str:
    """A character a bar, the highest one full; a bar that isn't empty is never shown as empty."""
    most = max(bars, default=0)
    steps = len(_BARS) - 1
    return "".join(_BARS[-(-bar * steps // most)] if bar else _BARS[0] for bar in bars)


def overview(counted: Counted, zone: tzinfo) -> str:
    """The numbers in a few lines."""
    lines = [_head(counted, zone), *trend(counted)]
    lines += [
        f"{name}: {_few(parts)}"
        for name, parts in (
            (_("Component"), [(clean_line(name), each) for name, each in counted.components]),
            (_("Region"), [(clean_line(name), each) for name, each in counted.regions]),
            (_("Came by"), [(label(via), each) for via, each in counted.vias]),
        )
        if parts
    ]
    if counted.premium.reports:
        lines.append(f"{_('Premium')}: {_of(counted.premium)}")
    lines.append(_("They say who told us, not how many are affected."))
    return "\n".join(lines)


def everything(counted: Counted, zone: tzinfo) -> str:
    """All the numbers, to be read in full."""
    parts: list[str] = [_head(counted, zone), "\n".join(trend(counted))]
    parts.append("\n".join([f"{_('Symptoms')}:", *(f"  {symptom_line(each, zone)}" for each in counted.symptoms)]))
    for name, named in ((_("Component"), counted.components), (_("Region"), counted.regions)):
        if named:
            parts.append("\n".join([f"{name}:", *(f"  {clean_line(each)}: {_of(n)}" for each, n in named)]))
    parts.append("\n".join([f"{_('Came by')}:", *(f"  {label(via)}: {_of(n)}" for via, n in counted.vias)]))
    return "\n\n".join(parts)


def trend(counted: Counted) -> tuple[str, str]:
    """The last ten minutes against the ten before, and the last hour as a line of bars."""
    numbers = _("Last 10 min: %(now)s; the 10 before: %(before)s", now=_of(counted.lately), before=_of(counted.before))
    minutes = BAR_S // 60
    bars = _("Last hour: %(bars)s (reports in %(minutes)d min each)", bars=sparkline(counted.bars), minutes=minutes)
    return numbers, bars


def symptom_line(symptom: Symptom, zone: tzinfo) -> str:
    """A group of reports: how many, since when, in whose words; marked where a person named it."""
    first, last = (bare_clock(at, zone) for at in (symptom.first_at, symptom.latest_at))
    when = first if first == last else f"{first}-{last}"
    name = clean_line(short_symptom(symptom.name)) or _("no words")
    return joined((name, _of(symptom.count), when, _("named by hand") if symptom.by_hand else ""))


def told_text(told: Iterable[Told], zone: tzinfo) -> str:
    """What the IC was told, the last time first."""
    return "\n\n".join(_told(each, zone) for each in told)


def _told(told: Told, zone: tzinfo) -> str:
    head = _(
        "%(time)s %(by)s, %(how)s, of %(reports)s",
        time=clock(told.at, zone),
        by=clean_line(told.by),
        how=told.how,
        reports=many("%(count)d report", "%(count)d reports", told.count),
    )
    return f"{head}\n{clean(told.text) or _('(the words were erased with customers’ data)')}"


def _head(counted: Counted, zone: tzinfo) -> str:
    if counted.first_at is None or counted.latest_at is None:
        return _of(counted.total)
    first, latest = clock(counted.first_at, zone), clock(counted.latest_at, zone)
    return _(
        "%(counts)s; the first at %(first)s, the latest at %(latest)s",
        counts=_of(counted.total),
        first=first,
        latest=latest,
    )


def _of(count: Count) -> str:
    """ "9 customers in 12 reports"."""
    reports = many("%(count)d report", "%(count)d reports", count.reports)
    return many(
        "%(count)d customer in %(reports)s", "%(count)d customers in %(reports)s", count.customers, reports=reports
    )


def _few(parts: Sequence[tuple[str, Count]]) -> str:
    """The first of a breakdown as "SMS 9 (12)": customers, and reports in brackets."""
    shown = [f"{name} {each.customers} ({each.reports})" for name, each in parts[:_NAMED]]
    left = len(parts) - _NAMED
    return ", ".join([*shown, _("%(count)d more", count=left)] if left > 0 else shown)

"""What premium customers were told: a line each for the list, and one of them in full."""

from __future__ import annotations

from datetime import tzinfo

from cockpit.domain.clean import clean_line
from cockpit.domain.incident import Telling
from cockpit.domain.standing import Standing
from cockpit.i18n import _
from cockpit.labels import label
from cockpit.tui.presentation.clock import bare_clock, clock
from cockpit.tui.presentation.line import joined


def standing_line(standing: Standing, zone: tzinfo) -> str:
    """ "! not told of the update of 14:31 | told 14:12 by the account team | Team Blue"."""
    missed = standing.missed
    parts = (
        _(
            "! not told of the %(stage)s of %(time)s",
            stage=missed[-1].stage,
            time=bare_clock(missed[-1].posted_at, zone),
        )
        if missed
        else "",
        _told_briefly(standing.last, zone) if standing.last else "",
        clean_line(standing.customer.account_team),
    )
    return joined(parts) or _("nothing to tell yet")


def standing_text(standing: Standing, zone: tzinfo) -> str:
    """Who looks after them, where they are reached, all that they were told and what they were not told of."""
    customer = standing.customer
    rows = [
        (_("Account team"), customer.account_team),
        (_("Contact"), customer.contact),
        (_("Language"), label(customer.lang) if customer.lang else ""),
        *((_("Told"), _told(telling, zone)) for telling in standing.tellings),
        *(
            (_("Not told of"), _("%(stage)s, %(time)s", stage=post.stage, time=clock(post.posted_at, zone)))
            for post in standing.missed
        ),
    ]
    return "\n".join(f"{name}: {clean_line(value)}" for name, value in rows if value)


def _told_briefly(telling: Telling, zone: tzinfo) -> str:
    return _("told %(time)s by %(by)s", time=bare_clock(telling.told_at, zone), by=telling.by)


def _told(telling: Telling, zone: tzinfo) -> str:
    by = _("%(time)s by %(by)s", time=clock(telling.told_at, zone), by=telling.by)
    how = "" if telling.text else _("in their own words")
    promise = _("next update promised %(time)s", time=clock(telling.promise, zone)) if telling.promise else ""
    why = _("without approval: %(why)s", why=telling.override) if telling.override else ""
    return "; ".join(part for part in (by, how, promise, why) if part)

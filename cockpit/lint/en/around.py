"""What stands around a time and gives its role away before any predicate is asked: the data of ``predicates``."""

from __future__ import annotations

PAST_LEADS = ("since", "last", "past", "previous", "as of", "from")
FROM = ("from", "from about", "from around")
PAST_WORDS = r"\b(?:yesterday|ago|earlier (?:today|this)|last (?:night|week|month|year|quarter))\b"
NARRATOR = r"\b(?:we|they|he|she|it|i|team|teams|engineers?|technicians?|crews?|provider|vendor|facilities)\b"
"""Whoever did something: what follows is no label."""
ROUTINES = (
    r"^ (?:reports?|jobs?|rebuilds?|reindex\w*|restarts?|resets?|refresh(?:es)?|batch(?:es)?|backups?|builds?"
    r"|digests?|summar\w+|emails?|tasks?|sync\w*|runs?|exports?"
    r"|imports?|limits?"
    r"|stand-?ups?|meetings?|quotas?|active|usage|statistics|data|newsletter|process\w*|routine|maintenance)\b"
)
"""What is named after its interval: the nightly batch."""
NAMED = r"^ (?:updates?|posts?|notices?|messages?|announcements?|runs?|batch(?:es)?|jobs?|calls?|deploy\w*|releases?)\b"
"""What is named after its hour: the 14:00 update."""
MORE = r"(?:^|[.;:!?(–—-]\s?)(?:more|(?:more|further) (?:news|info|information|details|updates?)|news) $"
BACK = r"(?:^|[.;:!?,(–—-]\s?)back(?: (?:online|up|in service|to normal))?(?: again)? $"
AHEAD = ("within", "in", "by", "before", "around", "about", "at about", "at around")
"""A sentence of one word and a time: "More soon.", "Back within 10 minutes."."""
ESTIMATED = r"^ ?\((?:currently |still )?(?:estimated?|est\.?|expected|tentative(?:ly)?|eta|hopefully|provisional)\)"
NOT_BUT = r"(?:rather than|instead of|and not) $"
UNTIL = r"^ (?:before|until|till) "
PUBLISHED = ("posted", "updated", "published", "sent", "issued", "reported", "announced", "communicated")
STAMP_ENDS = r"^(?:\s*[)\]]\s*(?:\w|$)|\s*=+\s*$|(?:\s*[)\]])?\s*(?:[*_]{0,2}\s*[:|–—-]|\s+(?:update|edit)\b))"
LINE_ENDS = r"^\s*(?:$|\n)"
STAMP_OPENS = (
    r"(?:(?:final |latest |status )?(?:update|edit|posted|updated)(?: ?#?\d{1,2})?"
    r"(?::? ?[\[(]? ?\d{1,2}\.? [a-z]{3,9}\.?,?)?)?"
)
LABEL_GAP = r"[\s:=~()\-–—]*(?:is|are|of|at|was|now|currently|for|approximately|remains)?[\s:~]*"
HAPPENED = r"^,? (?:[\w'’/-]+ ){1,6}?(?:was|were|began|\w+ed)\b"
"""After "Report:" and a point of time: what happened then."""
OWNING = ("'s", "’s")
RELEASE = r"^ (?:\w+ )?(?:release|deploy\w*|update|patch|build|hot-?fix|version)\b"
FOR_REPAIR = (
    r"^ (?:left |more |needed |required )?to (?:build|finish|complete|fix|restore|recover|repair"
    r"|rebuild|roll|deploy|replace|clear|drain)\b"
)
"""A length of time that opens the sentence: "30 minutes to rebuild the image"."""
WILL_BE = r"\b(?:this|it|outage|downtime|interruption|disruption|delay|restart|wait) (?:will|should) (?:only )?be $"
"""Whatever it is, it will be that long."""
THAT_IS = r"\b(?:that|which|it)(?:['’]s| is| makes| leaves| means) (?:us )?$"
NEEDS = r"\b(?:needs?|requires?) (?:us |for )?$"
NOUN = r"(?:(?:all|the|your|our|any|most|new) )?[A-Za-z-]+ "
MADE = (
    r"(?:^|[^e] )(?:uploaded|created|submitted|sent|received|issued|placed|made|published|posted|registered"
    r"|filed|ordered"
    r"|purchased|bought|opened|booked|entered) $"
)
USUAL = r"\b(?:under normal circumstances|normally|usually|typically|in most cases|as a rule|ordinarily|in general)\b"
"""What happens in general is no estimate of this time."""
NOTHING_MORE = r"^\s*(?:[.;!)\n]|$)"
OVERRUN = r"\b(?:overrun\w*|extend\w*|longer than|delayed|late|unexpected\w*|issue|problem)\b"

"""How phrases of time and their predicates begin, and what stands beside them: the data of ``roles``."""

from __future__ import annotations

AHEAD = (
    "within", "inside", "in", "by", "before", "until", "till", "'til", "up until", "no later", "not later", "over",
    "through",
    "next", "another", "additional", "coming", "following", "later", "prior to", "for the next", "under", "less than",
    "the coming", "further",
)  # fmt: skip
"""How a phrase begins that points to what is to come."""
UNTIL = (
    "until",
    "till",
    "'til",
    "up until",
    "through",
    "for the next",
    "over the next",
    "at least until",
    "for at least",
)
LASTING = (*UNTIL, "throughout", "over", "for", "into", "the rest", "during", "at least")
STRETCH = (
    "for the rest",
    "for the remainder",
    "throughout",
    "into",
    "until",
    "till",
    "for the next",
    "over the next",
    "over the coming",
    "through",
)
ALL_THROUGH = ("throughout", "through", "during", "over", "for", "into")
FOR = ("for", "for about", "for up to", "for around", "for only")
NEAR = ("around", "about", "approximately", "roughly", "~", "circa")
DAYS_AHEAD = (
    r"\b(?:tomorrow|tonight|tonite|tmrw|later|next|coming|eod|eob|cob|eow|end of|close of|from now"
    r"|in the morning)\b"
)
OF = r"\bof(?: (?:up to|about|around))? ?$"
MEASURED = (
    r"delays?|outages?|windows?|interruptions?|downtime|lag|latency|periods?|intervals?|old|limit|timeouts?"
    r"|maintenance|retention"
    r"|behind|span|worth|blocks?|history|sla|grace|cooldown|delayed|slower|late"
)
AMOUNTS = (
    r"downtime|data|logs?|delays?|latency|messages|history|metrics|events|outages?|disruption|interruptions?"
    r"|unavailability"
    r"|maintenance|emails|records|backups?|retention|audit|lag|impact|instability"
)
MEASURE = (
    rf"^(?:[- ](?:{MEASURED})\b| (?:of|worth of) (?:{AMOUNTS})|(?: each)? (?:per|each|apiece|for (?:each|every))\b)"
)
"""What makes a length of time the size of something: a 10 minute delay, 3 hours of logs."""
ESTIMATES = ("eta", "etr", "estimate", "timeline", "timeframe", "forecast")
OUTAGES = ("downtime", "outage", "disruption", "interruption", "delay", "delays")
ORDINARY = (
    "complet", "process", "propagat", "appl", "load", "able", "work", "finish", "return", "appear", "available", "land",
    "take effect", "deploy", "arriv",
)  # fmt: skip
"""What any request or change does, not only a repair."""
REMEDIES = ("mitigat", "fix", "patch", "hotfix", "solution")
"""What stays in place is no problem."""
MONEY = ("credit", "refund", "invoice", "fee")
"""What a company pays back: when it does is no ETA."""
BESIDE = (
    r"^be \w*(?:answer|clos|charg|bill|delet|remov|retir|discontinu|us|logg|notifi|contact|ask|requir|prompt"
    r"|kept|post|held"
    r"|affect|felt|call|review|discuss|honou?r|refund|compensat|interrupt|limit|need|redirect|disconnect|expir|publish"
    r"|open|chang|increas|reduc|impact|perform|conduct|carri|observ|monitor|examin|inspect|investigat|analy[sz]|assess|audit|test|learn|track|log|record|rais|fil|escalat|plann?|decid|schedul|announc|determin|confirm|miss|stor|retain|reject|denied|refus)(?:ed|d|en|s)?\b"
)
"""What else is done by a day: to customers, or by plan."""
FROM_THEN = ("from", "starting", "after", "as of", "since", "between")
WORK = ("restart", "reboot", "migrat")
"""Work that has a window, where it has a beginning and an end."""
ROUTINE = (
    r"^(?:be |is |are )?(?:re-?)?(?:start|launch|boot|plac|new|mov|migrat|replac|swap|deploy(?:s|ed|ing)?$"
    r"|appl|implement|roll|push|patch|instal|releas|hand|up$|over$|out$|goes out)"
)
"""What every day brings too: it ends no trouble where none is told of."""
OVER = ("done", "back", "brought", "rebuilt")

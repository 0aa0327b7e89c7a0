"""The English words that tell what a time belongs to: data only, patterns by the class of cue they give.

The order matters: where two patterns match at one place, the earlier class wins. A new wording is a line here.
"""

from __future__ import annotations

NEUTRAL = (
    r"due to(?: an?| the)?", r"please note(?: that)?", r"(?:normally|usually|typically|ordinarily|usual|normal) _+",
    r"please be (?:aware|advised|assured)(?: that)?",
    r"according to", r"thank(?:s| you)",
    r"(?:software|firmware|kernel|security|os|system|plugin|driver|config(?:uration)?|dns|database|windows"
    r"|package|code|app|client) updates?",
    r"updat(?:e|ed|ing|es) (?:(?:the|our|all|its|their) )?(?:software|firmware|kernel|dns|database|config\w*"
    r"|drivers?|certificates?|plugins?|servers?|records?)",
    r"(?:previous|earlier|original|initial|first|prior) (?:estimates?|eta|forecast)",
    r"(?:last|previous|earlier|initial|first|prior) (?:update|post|message|notice|report|communication)s?",
    r"post requests?", r"up[- ]to[- ]date", r"root[- ]cause", r"operational (?:issues?|problems?)",
    r"recovery (?:codes?|email|keys?)", r"release notes", r"run(?:s|ning)? (?:as (?:usual|normal|planned)|normally)",
    r"as (?:soon|quickly|fast|early|rapidly|swiftly|promptly) as (?:(?:we|they|it|is|it is"
    r"|it['’]s) )?(?:possibl[ey]|possibe|can|possibly can|practical|practicable|humanly possible|feasible"
    r"|are able)",
    r"asap",
    r"(?:keep|keeping|kept|keeps|stay|stays|remain|remains|remained) (?:\w+ ){0,4}?(?:online|available|up|open"
    r"|stable|operational|functional|working|running|normal|healthy|accessible)",
    r"(?:if|assuming|provided) (?:that )?(?:all|everything|things|nothing|the work)(?: else)? (?:goes|go|keeps"
    r"|stays|runs|comes"
    r"|works out)(?: \w+){0,3}?(?: (?:well|plan|planned|smoothly|wrong|right|up|expected|hoped))?",
    r"(?:all being well|weather permitting|fingers crossed|with (?:a bit of |any )?luck"
    r"|barring (?:\w+ ){0,3}?(?:issues?|problems?|surprises|setbacks|delays|complications))",
    r"(?:the|our|its|their|your|very) last [a-z]+", r"as (?:usual|normal)", r"should have (?:said|read|stated"
    r"|shown|listed)",
    r"(?:current|average|estimated|expected|typical|our) (?:\w+ )?(?:wait(?:ing)?|hold|response|reply|answer) times?",
    r"as well(?: as)?", r"t(?:ake|akes|aking|ook) (?:over|care|part|note|notice)",
    r"(?:fuel|batter(?:y|ies)|ups|diesel|generators?)(?: \w+){0,4} lasts?",
    r"(?:stop|stopped|stopping|start|started|starting) (?:announcing|advertising)",
    r"(?:announc|advertis)\w+ (?:\w+ )?(?:prefix(?:es)?|routes?|ranges?|bgp)",
    r"look(?:ing|s)? (?:into|for|after|forward)",
    r"online (?:services|banking|shop|store|support)", r"(?:start|end) (?:time|date)s?",
    r"this (?:is|(?:message|e-?mail|letter|notice) is) to (?:inform|notify|advise|tell|let you know)(?: you)?",
    r"(?:regret|would like|wish|want|sorry|pleased|happy|glad) to (?:inform|announce|report|confirm|advise"
    r"|notify|let you know"
    r"|tell)(?: you)?",
    r"(?:gets?|receives?|installs?|appl(?:y|ies)|needs?) (?:their|its|the|these|those|new|latest|security"
    r"|monthly) (?:\w+ )?updates?",
    r"follow(?:ing)?[- ]?up (?:work|maintenance|actions?|tasks?|items?|appointments?|visits?|repairs?)",
    r"experience (?:tells|shows|suggests|says)", r"(?:the|a|an|no|any) confirmed", r"status of (?:the|this|our) \w+",
    r"corrected (?:invoices?|statements?|bills?|figures|reports?|versions?|data|certificates?)",
    r"fixed (?:size|ip|line|price|rate)", r"available (?:capacity|memory|space|storage|status|data)",
    r"working (?:hard|closely|diligently|tirelessly|around the clock|day)",
    r"(?:some|may|any|further|more|no|other|potential|intermittent|these|those|such) (?:users|customers)",
)  # fmt: skip
"""Phrases that hold a cue's word and aren't one."""

CONDITION = (
    r"if", r"unless", r"in case", r"should (?:we|you|the (?:issue|problem|error)s?|this|it|any|anything) (?:\w+)",
    r"provided that", r"assuming",
)  # fmt: skip
"""Opens a condition: a time in it is no promise."""

SUBORDINATE = (
    r"(?:just |right |immediately |very )?as soon as", r"when(?:ever)?", r"once", r"after", r"until", r"till",
    r"upon", r"following",
    r"as(?: and when)?(?: soon as)? (?:we|work|crews|repairs|recovery|details|more|it|they|new|further"
    r"|additional|information|things|progress|the"
    r"|this|these|and when|needed|required|appropriate|events|developments?)",
    r"by the time", r"the (?:moment|minute|instant)", r"pending", r"before",
)  # fmt: skip
"""Opens a clause that says when by an event."""

HARD = (
    r";", r"\s[-–—]+\s", r"[()\[\]]", r":", r"\bbut\b", r"\bhowever\b", r"\bwhile\b", r"\bwhilst\b", r"\bwhereas\b",
    r"\balthough\b", r"\bthough\b", r"\bbecause\b", r"\bso (?:that )?", r"\bwhich\b", r"\bwhere\b",
    r"\bhow (?:long|many|soon)\b", r"\bwhether\b", r"\byet\b", r"[|•*]",
)  # fmt: skip
"""Ends a clause."""

SOFT = (
    r",", r"\band\b", r"\bor\b", r"\bthen\b", r"&",
)  # fmt: skip
"""May join clauses or only words."""

PLANNED = (
    r"be (?:planned|scheduled|decided|determined|arranged)",
    r"(?:scheduled|planned|upcoming|routine|regular|emergency|urgent|preventive"
    r"|preventative) (?:\w+ ){0,2}(?:maintenance|downtime|work|works|window|upgrade|outage|migration|shutdown"
    r"|reboot|change)s?",
    r"(?:game|content|season(?:al)?|balance|feature) updates?(?: v?\d[\d.]*)?",
    r"maintenance(?: (?:window|work|mode|period|schedule|operation))?", r"brownouts?",
    r"(?:planned|change|upgrade|maintenance) window", r"switchover", r"decommission\w*", r"deprecat\w*",
    r"end[- ]of[- ](?:life|support)",
)  # fmt: skip

PREVENT = (
    r"introduc(?:e|ing)\b", r"review(?:s|ed|ing)? (?:our|the|how|all|this|its)",
    r"(?:improv|strengthen|harden|expand|extend|redesign|refactor|rework|audit|overhaul|revis|simplif|automat"
    r"|moderni[sz])\w* "
    r"(?:our|how|the way|monitoring|alerting|documentation|testing|tooling|process\w*|procedures?|resilience"
    r"|redundancy|runbooks?)",
    r"(?:add|adding|put in place|putting in place|implement|implementing|deploy|deploying|build|building|set up"
    r"|setting up) "
    r"(?:\w+ ){0,4}?(?:alerts?|alerting|monitoring|checks?|safeguards?|tests?|testing|guardrails?|automation"
    r"|tooling|redundancy"
    r"|protections?|validation|measures|limits?|procedures?|rules|dashboards?)",
    r"invest(?:ing|ed)? in", r"(?:prevent|avoid)(?:ing|ed)?\b", r"make sure", r"ensur(?:e|ing)", r"train(?:ing"
    r"|ed)? (?:our|the|all|staff)",
    r"(?:hold|conduct|run|do|perform)(?:ing)? (?:an? |our |the )?(?:\w+ )?(?:retrospective|post-?mortem|review"
    r"|blameless \w+)",
)  # fmt: skip
"""What is done so that it doesn't happen again: when, is no ETA."""

ESTIMATE = (
    r"(?:estimated |expected |current |our |initial |rough |best |latest |new |revised |an? |the )*(?:eta|etr"
    r"|ettr)s?\b",
    r"(?:estimated|expected|anticipated|projected|target(?:ed)?|planned|approximate|likely"
    r"|current) (?:\w+ ){0,2}(?:time|date|timeline|timeframe|time ?frame|completion|duration|hours?)(?: (?:to|of"
    r"|for) (?:\w+ )?(?:resolution|resolve|recovery|repair|restoration|restore|fix|completion|service))?",
    r"time(?:line|frame| frame)?(?: (?:to|for|of|until)) (?:\w+ ){0,2}(?:resolution|resolve|recovery|recover"
    r"|repair|restoration|restore|fix|completion|complete)",
    r"(?:completion|resolution|recovery|restoration|repair|fix) (?:time|date|estimate|forecast|timeline|timeframe"
    r"|eta|target)s?",
    r"(?:current|best|initial|rough|our|an?|the|updated|revised|time|any|last|latest|new|their) (?:estimate"
    r"|estimation|projection|forecast|prognosis)",
    r"time(?:line|frame| frame)", r"turnaround(?: time)?",
    r"(?:estimated|expected|anticipated|projected) (?:\w+ )?(?:downtime|outage|disruption"
    r"|interruption)(?: (?:duration|period|time))?",
    r"(?:delivery|arrival|ship(?:ping|ment)|target|completion) (?:date|slot)s?", r"time ?scales?", r"estimat(?:e"
    r"|ed|ion)s? (?:of|for|on) (?:when|how long)",
)  # fmt: skip
"""Nouns for the estimate itself."""

ACTION = (
    r"(?:please|kindly|you (?:must|should|can|need to|have to|may)) (?:\w+ )?(?:update|inform|notify|report"
    r"|confirm|contact)",
    r"(?:call|phone|ring|write|e-?mail|text) (?:you|them|him|her) back", r"please", r"kindly", r"re-?try(?:ing)?",
    r"try(?:ing)? again", r"try (?:to )?\w+ing",
    r"you (?:can|may|could|might|must|need|will need|will have|should|have)(?: also| still| now| want| wish| need"
    r"| have)*(?: to)?",
    r"we (?:recommend|advise|suggest|ask|encourage)",
    r"(?:are|is) (?:advised|recommended|encouraged|asked|requested)", r"wait(?:ing)?", r"refresh(?:ing)?",
    r"(?:your|each|a) request", r"register", r"submit(?:ted)?", r"expir(?:e|es|ed|ing|ation)", r"retain(?:ed)?",
    r"cache[ds]?", r"ttl", r"user(?:s)? should (?:retry|refresh|wait|log|avoid|re)",
    r"contact (?:us|support|our|your|the)", r"refund\w*", r"invoices?", r"subscriptions?", r"fees?", r"credits?",
    r"invoice date",
    r"(?:returned|reversed|credited|paid back|refunded|released) (?:back )?to (?:your|the|their) (?:\w+ )?(?:accounts?"
    r"|cards?|wallets?|balances?|customers?)", r"log(?:ged)? out",
    r"(?:trials?|subscriptions?|licen[cs]es?|promotions?|sales?|offers?|events?|contests?|seasons?|registrations?"
    r"|vouchers?|coupons?|certificates?|contracts?|leases?|warranty|warranties|plans?|periods?|deadlines?|enrol\w*"
    r"|applications|sessions?|tokens?|passwords?|links?) (?:\w+ )?(?:ends?|starts?|begins?|closes?|opens?"
    r"|lapses?|renews?"
    r"|times? out|runs? (?:out|until|for)|(?:is|are|remains?|stays?) (?:open|valid|active|live))(?: again)?",
    r"can (?:also |still |now |only )?be (?:collected|claimed|redeemed|used|downloaded|picked up|viewed|found"
    r"|made|paid|placed"
    r"|booked|ordered|cancelled|changed|retrieved|returned|exchanged|checked|reached)",
    r"your (?:journeys?|trips?|travels?|commute|flights?|visit|appointments?)",
)  # fmt: skip
"""What the customer does, or what runs by itself."""

EXPECT = (
    r"expect(?:ed|s|ing|ation|ations)?", r"anticipat(?:e|ed|es|ing)", r"estimat(?:e|ed|es|ing)",
    r"hop(?:e|ed|es|ing|eful|efully)\b", r"aim(?:ed|s|ing)?\b", r"target(?:ed|s|ing)?", r"project(?:ed|ing)",
    r"forecast(?:ed|ing)?", r"predict(?:ed|ing|s)?", r"should(?: be able to)?", r"shall", r"likely", r"unlikely",
    r"probably", r"optimistic", r"confident", r"hopeful", r"on (?:track|course|schedule)(?: to| for)?",
    r"look(?:ing|s)(?: at| like)?", r"due(?: to be| back)?\b", r"(?:is|are|been) (?:booked|arranged|lined up"
    r"|pencil+ed in)", r"ought to", r"supposed to", r"shooting\b", r"think",
    r"believe", r"feel", r"want to",
    r"you (?:should|will|can|may) (?:now |start |then |soon |begin )?(?:to )?(?:see|notice|find|be able)",
    r"please (?:expect|allow)", r"allow(?: for| us)?",
    r"(?:intend|mean|plan)(?:ed|ned|s|ning|ing)?(?: to| on| for)?", r"bound to", r"slated(?: for| to)?",
    r"tentatively", r"promis(?:e|ed|es)", r"guarantee\w*", r"commit(?:ted|ting)? to", r"as early as",
)  # fmt: skip
"""Verbs and adverbs of expectation: with a time and no other predicate they speak of the end."""

MODAL = (
    r"will(?: not)?", r"\w*['’]ll\b", r"won['’]t", r"would(?:n['’]t)?", r"going to", r"gonna",
    r"(?:is|are|remains?) to\b", r"to be\b", r"set to", r"about to", r"scheduled(?: to)?",
    r"working (?:to|on|towards?)", r"looking to", r"trying to", r"need(?:s|ed)?(?: to)?", r"ready (?:to|for|in|by)",
    r"require[sd]?", r"to follow\b",
)  # fmt: skip
"""Other signs of the future."""

WEAK = (
    r"may", r"might", r"could", r"can",
)  # fmt: skip
"""Possibility: of impact it is no promise."""

HAVE = (
    r"was", r"were", r"has(?:n['’]t)?", r"have(?:n['’]t)?", r"had", r"\w+['’]ve", r"wasn['’]t", r"weren['’]t",
    r"did(?:n['’]t)?", r"having", r"been",
)  # fmt: skip
"""Auxiliaries of the past."""

BE = (
    r"is", r"are", r"am", r"being", r"\w+['’]re", r"(?:it|that|there|what|who|everything|she|he)['’]s", r"isn['’]t",
    r"aren['’]t", r"remains?",
)  # fmt: skip
"""Auxiliaries of the present."""

NEGATION = (
    r"no(?: longer)?", r"not", r"cannot", r"can['’]t", r"don['’]t", r"doesn['’]t", r"do not", r"does not", r"unable",
    r"without", r"unknown", r"never", r"unclear", r"neither", r"nor", r"yet to", r"nobody", r"no[- ]one", r"nothing",
    r"difficult to", r"hard to", r"too early",
)  # fmt: skip

MOVED = (
    r"put (?:off|back (?:to|until))",
    r"(?:moved|pushed|slipped|shifted|postponed|extended|deferred|rescheduled|revised"
    r"|brought forward)(?: back| out| forward)?"
    r"(?: to| until)?",
)  # fmt: skip
"""What happens to an estimate."""

TAKE = (
    r"tak(?:e|es|ing)(?: (?:us|them|place))?", r"took", r"lasted", r"give (?:us|me|them|it|the team)",
    r"last(?:s|ing)?", r"need(?:s)? (?:about|around|roughly|approximately)", r"spend(?:ing)?",
    r"be (?:another|a further)", r"go(?:es|ing)? on", r"run(?:s|ning)? (?:for|until)",
)  # fmt: skip
"""Verbs whose object is a length of time."""

STATE = (
    r"no (?:\w+ ){0,2}?(?:service|trains?|bus(?:es)?|trams?|ferries|access|power|water|gas|internet|signal|supply)",
    r"(?:have|need|had) to wait", r"unavailable", r"(?:not|n['’]t) (?:be )?able to", r"offline", r"inaccessible",
    r"unreachable", r"(?:be|is|are|stay|remain|kept|keep|still) (?:\w+ )?down", r"degraded", r"delayed", r"disabled",
    r"suspended", r"paused", r"out of (?:service|action|order)", r"interrupted", r"impaired", r"shut ?down",
    r"not (?:be )?(?:available|accessible|reachable|possible|work\w*|operational)", r"continu(?:e|es|ing)",
    r"persist(?:s|ing)?", r"remain(?:s|ing)?", r"stay(?:s|ing)?", r"intermittent", r"slow", r"unstable",
    r"read[- ]only", r"limited", r"restricted", r"reduced", r"on hold", r"kept (?:offline|closed)",
)  # fmt: skip
"""A state that lasts: until when is when it ends."""

IMPACT = (
    r"delays?", r"latenc(?:y|ies)", r"slow(?:ness|er|ly|down)", r"errors?", r"fail(?:s|ed|ing|ures?)?",
    r"time-?outs?", r"timed out", r"lost", r"loss", r"missing", r"downtime", r"interruptions?", r"disruptions?",
    r"affect(?:ed|ing|s)?", r"impact(?:ed|ing|s)?", r"experienc(?:e|ed|ing)", r"s(?:ee|een|aw|eeing)\b", r"stale",
    r"behind", r"lag(?:s|ging|ged)?", r"elevated", r"increas(?:e|ed|ing)", r"rose", r"drop(?:ped|s)?", r"spike[ds]?",
    r"peak\w*", r"began", r"begun", r"started", r"occur(?:red|s|ring)?", r"happen(?:ed|s)?", r"identif(?:y|ied)",
    r"detect(?:ed|s)?", r"notic(?:e|ed)", r"receiv(?:e|ed|ing)", r"investigat(?:e|ed|ing|ion)", r"reported",
    r"outages?", r"introduc(?:ed|ing)", r"caus(?:ed|ing)", r"trigger(?:ed|ing)?",
    r"chang\w+ (?:that (?:was|were) |which (?:was|were) |was |were )?made", r"late", r"window", r"duration",
    r"discovered", r"reali[sz]ed", r"learn(?:ed|t)", r"became aware", r"creat(?:e|ed)", r"between", r"sent", r"ago",
)  # fmt: skip
"""What customers suffer, and what has happened."""

"""How a guess is worded in English, and the same words where they are none."""

from __future__ import annotations

_ADVERB = (
    r"(?:\w+ly |now |also |still |have reason to |do not |don't |did not |didn't |currently |can only |would |rather )*"
)
_THOUGHT = (
    r"(?:think|thought|believe|believed|suspect|suspected|assume|assumed|presume|guess|guessed|speculate"
    r"|surmise|hypothesi[sz]e"
    r"|theori[sz]e|reckon|imagine|suppose|fancy|figure|conjecture)"
)
_WE = (
    r"(?:(?:we|i)(?:['’]d)?|our (?:\w+ )?(?:engineers|developers|team|teams|technicians|staff|experts|partners?"
    r"|providers?|vendors?)"
    r"|(?:the )?(?:\w+ )?(?:engineers|engineering|developers|technicians|operators)|the (?:\w+ )?teams?)"
)
_MODAL = r"(?:may|might|could|should)"
_LINK = (
    r"(?:(?:directly |indirectly |closely |partly |possibly |somehow )?(?:related|linked|connected|tied"
    r"|attributed|attributable|correlated|associated)(?: (?:to|with))?|(?:down|due|owing) to"
    r"|(?:\w+ly )?(?:caused|triggered|introduced|induced|provoked|brought about|explained|exacerbated"
    r"|created) by|the (?:root )?(?:cause|reason|result|culprit|source)|a (?:result|consequence"
    r"|side effect|symptom|cause|factor)|because(?: of)?|behind|on (?:the|their|our) \w* ?side(?: of)?"
    r"|responsible|to blame)"
)
_FAULT = (
    r"(?:issue|problem|bug|fault|attack|failure|outage|incident|defect|glitch|misconfiguration|regression"
    r"|side[- ]effect|error|leak|matter|fluke|hiccup)"
)
_OVER = (
    r"(?:resolved|fixed|over|gone|solved|back to normal|stable|recovered|restored|healthy|isolated|limited"
    r"|confined|unaffected)"
)
_ABOUT = (
    r"(?:it|this|that|these|those|the (?:root )?(?:\w+ )?(?:cause|issue|problem|outage|incident|failure"
    r"|errors?|fault|reason|trouble|disruption|slowdown|delays?|degradation))"
)

ENGLISH = (
    rf"\b{_WE} {_ADVERB}{_THOUGHT}\b",
    (
        rf"\b{_WE} (?:are|is|were|was|am|'re) (?:\w+ly |still |now )*(?:guessing|assuming|thinking|speculating"
        rf"|suspecting|inclined to (?:think|believe)|of the opinion)\b"
    ),
    (
        r"\bwe(?:'re| are) (?:now )?(?:fairly|pretty|reasonably|quite|rather|almost|nearly|mostly"
        r"|moderately) (?:sure|certain|confident)\b"
    ),
    (
        r"\b(?:(?:we|i) (?:now |already |also )?have )?an? (?:pretty |fairly |rather |reasonably )?(?:good|rough|vague"
        r"|fair|strong) idea (?:of |about |as to )?(?:what|why|where|which|how it)\b"
    ),
    r"\b[a-z0-9]+ (?:now |also |currently )?(?:believes|suspects|thinks|assumes|presumes|speculates)\b",
    (
        r"\b(?:(?:widely |now |currently |generally )?(?:believed|suspected|thought|presumed|assumed"
        r"|rumou?red) to\b(?: be| have)?)"
    ),
    r"\b(?:it is|it's|it was) (?:\w+ )?(?:believed|suspected|thought|presumed|assumed)\b",
    (
        r"\b(suspected) (?:\w+[- ]){0,2}?(?:cause|root cause|reason|culprit|cut|failure|fault|attack|bug|issue"
        r"|problem|outage|leak|breach|intrusion|ddos|regression|misconfiguration|error|damage|memory leak"
        r"|source)s?\b"
    ),
    (
        r"\b(?:our|the|a|one|another|my) (?:\w+ )?(?:hypothesis|theory|theories|hypotheses|suspicion|guess"
        r"|assumption|conjecture|hunch|prime suspect|main suspect)\b"
    ),
    r"\b(?:most |very |quite |more than |highly |extremely )?(?:likely|unlikely)\b",
    (
        r"\b(?:probably|possibly|perhaps|maybe|presumably|apparently|seemingly|supposedly|conceivably"
        r"|evidently|ostensibly|allegedly)\b"
    ),
    r"\b(?:most )?probable (?:root )?(?:cause|reason|culprit|source|explanation)\b",
    (
        r"\b(?:possible|potential|presumed|assumed|probable) (?:root )?(?:cause|culprit|explanation|link to"
        r"|connection to|reason)\b"
    ),
    r"\bpotentially (?:related|due|caused|linked|connected|triggered|because)(?: (?:to|by|of))?\b",
    (
        r"\b(?:in all (?:likelihood|probability)|as far as we (?:can tell|can see|know|understand)|chances are"
        r"|odds are|cautiously optimistic|tentatively|we (?:\w+ )?(?:have a feeling|gather|get the impression)"
        r"|by the looks of)\b"
    ),
    (
        r"\b(?:(?:it|there|this|that|they|everything|things|all) )?(?:still |now |also |currently |generally "
        r"|mostly )?(?:do(?:es)? not |doesn't |don't |would )?(?:seem(?:s|ed)?|appear(?:s|ed)?) (?:to (?:be"
        r"|have|not|no longer|only|affect|originate|stem|come|work|involve|result|indicate|relate|impact"
        r"|coincide|lie|point|start|be\w+)|that|as if|as though|like|limited|isolated|related|resolved|fixed"
        r"|stable|normal|intermittent|healthy|better|due|unrelated|ok|okay|fine|back|broken|confined"
        r"|restricted|linked)\b"
    ),
    r"\bseem(?:s|ed|ingly)\b",
    r"\b(?:it|this|that|which) appear(?:s|ed)\b",
    (
        r"\b(?:(?:it|this|that|things|everything|all|which|what) )?(?:now |still |currently )?(?:look(?:s|ed)?"
        r"|sounds) (?:to (?:be|have)|like|as if|as though|good|better|healthy|stable|normal|resolved|fixed|ok"
        r"|okay|fine)\b"
    ),
    r"\b(?:it|that|this) (?:might|may|could) (?:well |also |very well )?be(?: the case)? that\b",
    rf"\b{_MODAL} (?:well |also |very well |potentially |possibly |in part |not )?(?:be|have been) {_LINK}\b",
    (
        r"\b(?:might|may|could) (?:well |also |potentially |possibly )?(?:have (?:contributed to|led to"
        r"|originated|stemmed|started|begun)|be contributing|originate|stem from|relate to|explain"
        r"|contribute to|point to|be behind)\b"
    ),
    rf"\b(?:(?:might|may|could) (?:well |also |possibly )?(?:now |already )?be) {_OVER}\b",
    (
        r"\b(?:checks?|alerts?|alarms?|monitoring|system|process|job|script|change|update|release|deploy\w*|restart|reboot|bug|spike"
        r"|surge|traffic|load|query|queries|client|attacker|cable|switch|router|disk|cache|config\w*|it|this|that)"
        r" ((?:might|may|could) (?:well |also |possibly |not )?have (?:not )?(?:noticed|detected|caught"
        r"|triggered|caused|corrupted|fired"
        r"|overloaded|overwhelmed|exhausted|introduced|broken|tripped|played a (?:part|role)|been the \w+"
        r"|been involved))\b"
    ),
    (
        rf"\b{_ABOUT} ((?:might|may|could) (?:well |also |possibly |only |just )?be) (?:with |in |on |within "
        rf"|coming from |an? |the |our |some )(?:\w+[- ]){{0,3}}?{_FAULT}\b"
    ),
    (
        r"\bthe (?:root )?(?:cause|reason|culprit|source|trigger) ((?:might|may|could) (?:well |also "
        r"|possibly )?(?:be|have been))\b"
    ),
    (
        r"\b(?:it is|it's|it was|it remains) (?:\w+ )?possible that (?:an?|the|our) (?:\w+[- ]){0,4}(?:caused"
        r"|triggered|is behind|is the cause|led to|is related|was the cause|is responsible|change|attack"
        r"|release|deployment|update|bug)\b"
    ),
    (
        r"\b(?:(?:initial|early|preliminary|first|our|the|current|all|some|strong|available"
        r"|there are) )*(?:evidence|indications?|signs|findings|logs|data|metrics|investigations?|analysis"
        r"|results|symptoms|reports) (?:\w+ )?(?:suggest(?:s|ed|ing)?|hints? at|seem|lead us to believe"
        r"|point(?:s|ing)? (?:to|towards?|at))\b"
    ),
    (
        r"\b(?:suggest(?:s|ing)|hints? at|leads us to (?:believe|think|suspect)|(?:we|there) (?:\w+ )?(?:have"
        r"|is|are) (?:\w+ )?(?:reason|grounds|signs|indications)s? (?:to (?:believe|suspect|think)|that))\b"
    ),
    r"\bmust have been (?:caused|triggered)\b",
    r"\b(?:everything|all|it all|all of it|the symptoms|the logs) (?:\w+ )?points? (?:to|towards?|at)\b",
)
"""Alternatives, each at most one group: the phrase to flag where it is not the whole."""

ENGLISH_FINE = (
    (
        r"\b(?:if|when|whether|unless|in case|should) (?:you|anyone|someone|customers|users|they|a customer"
        r"|a user) (?:\w+ )?(?:think|believe|suspect|notice|feel)\b"
    ),
    (
        r"\b(?:anyone|customers?|users?|you|who|someone|everyone|nobody) (?:\w+ )?(?:believes|suspects|thinks"
        r"|believe|suspect|think)\b"
    ),
    # The time of an update or of the end of the problem is read by other rules.
    (
        r"\b(?:most |very |more than |quite )?(?:likely|probably|possibly|perhaps|maybe) (?:around|about|by|at"
        r"|in|within|before|after|until|later|tomorrow|today|tonight|this|next|on|for another|no earlier"
        r"|not before|between|for (?:the next|a few|several|up to|at least))\b"
    ),
    (
        r"\b(?:likely|possibly|probably|perhaps) (?:much |even |a bit |a little |significantly )?(?:less|more"
        r"|longer|sooner|shorter|fewer|earlier|later|slower|faster)\b"
    ),
    r"\bthan (?:we|i|was|had been|originally|initially|previously) (?:\w+ )?(?:thought|believed|assumed|feared"
    r"|guessed)\b",
    r"\bwhat (?:we|i|they) (?:\w+ )?(?:believed?|thought|think|assumed?)\b",
    # What customers may meet, and what they may have to do.
    (
        r"\b(?:(?:will|would|are|is|may|might|could|can|should|were|was) )?(?:most |very |more |less |also "
        r"|quite )?(?:likely|unlikely|probably|possibly|apparently) (?:to |also )?(?:be )?(?:take|last|see|seeing"
        r"|experience|experiencing|encounter|notice|receive|observe|face|find|need|have to|require"
        r"|continue to (?:see|experience)|get|miss|hit|able|unable|affected by|prompted|asked|required"
        r"|impacted by|want|lose|feel)\b"
    ),
    r"\bunlikely that [^.,;]{0,50}\bwill\b",
    r"\b(?:as|less|more|not|equally) likely\b(?: as\b)?",
    (
        r"\b(?:slow|late|failed|delayed|missing|incomplete|errors|timeouts|latency|delays)(?:,)? (?:and|or"
        r"|and/or),? (?:possibly|perhaps|maybe)\b"
    ),
    r"\b(?:may|might|could|can|will|would|should) (?:\w+ )?(?:appear|seem|look)\b",
    r"\b(?:vms?|virtual machines?|instances?|servers?|messages?|pages?|users?|accounts?|buttons?"
    r"|dashboards?|files?|images?|orders?|items?|devices?|emails?|notifications?|posts|comments|charts"
    r"|graphs|figures|reports|screens?|apps?|jobs?|builds?|profiles?|data|values|results|links|fields"
    r"|tickets?)"
    r" (?:\w+ )?(?:appear|seem|look)(?:s|ed|ing)?(?: to be)? (?:offline|blank|empty|missing|stuck"
    r"|duplicated|twice|unavailable|unresponsive|greyed|grayed|frozen|broken or|incomplete|unread|inactive"
    r"|disabled|in|on|at|as|when|under)\b",
    r"\bappear(?:s|ed)? (?:in|on|at|when|under|as|twice|blank|empty|for|after|during|again|within|multiple)\b",
    r"\bwhat (?:looks?|seems?|appears?)(?: like| to)?\b",
    (
        r"\b(?:what|how|see if|check (?:if|whether)|whether) (?:it|this|that|things|everything) (?:look|seem"
        r"|appear)s?(?: like| to)?\b"
    ),
    r"\b(?:please|to|we will|we'll|and) (?:also )?look (?:at|into|for|forward|after|out)\b",
    r"\b(?:pages?|sites?|mails?|e-?mails?|messages?|links?|texts?|anything|something) that looks? like\b",
    (
        r"\b(?:investigat|look|examin|explor|check|rul|review|identif|evaluat|search"
        r"|analy[sz])\w*(?: \w+){0,4} (?:possible|potential|probable) (?:root )?(?:causes?|explanations?"
        r"|reasons?)\b"
    ),
    r"\bbest guess(?:es)? (?:for|of) (?:the )?(?:next|time)\b",
    r"\b(?:we|i) (?:think|believe|know) (?:of|in|about)\b",
    (
        r"\bsuggested\b|\bsuggest (?:you|that you|customers|users|using|trying|to)\b|\b(?:we|i|would|customer"
        r"|support|articles?|documents?) suggests?\b"
    ),
    r"\bthank you for (?:\w+ ){0,6}suggest\w*",
    r"\blooks? (?:like (?:the (?:picture|example|screenshot)|\"))",
    (
        r"\bassum(?:e|ing) (?:no|full|all responsibility|responsibility|that you)\b|\b(?:we|i) assume (?:full "
        r"|all |no )?(?:responsibility|liability)\b"
    ),
    r"\bwe figure out\b|\bwe (?:\w+ )?(?:figured|imagine) (?:out|how|the)\b|\bwe think (?:it|this) is important\b",
)

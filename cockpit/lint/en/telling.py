"""The English words for telling customers more, and for watching a fix: data only, as in ``lexicon``."""

from __future__ import annotations

UPDATE = (
    r"(?:provide|provid(?:es|ed|ing)|give|giv(?:en|ing)|send(?:ing)?|sent|publish(?:ed|ing)?|issue|issu(?:ed|ing)"
    r"|offer|release|supply|deliver|bring you|add|make|have|come back with|return with"
    r"|back with) (?:\w+[’']?\w* ){0,5}?(?:updates?|details?|information|info|news|status report|report|summary"
    r"|analysis|findings|guidance|communication|announcements?|statements?|rca|rfo|reason for outage"
    r"|post-?mortem|explanation|estimate"
    r"|eta|etr|timeline|timeframe|forecast)",
    r"shar(?:e|ed|ing) (?:more|further|an?|another|the|our|any|additional|details?|with|updates?|information|info"
    r"|what|that|it|this|new|once|again|findings|here|progress)\b(?: (?:\w+ ){0,3}?(?:eta|etr|estimate|timeline"
    r"|details?|updates?|information|info|news))?",
    r"(?:more|further|additional|new|latest) (?:details?|information|info|news|communications?|word|to (?:share"
    r"|come|follow|report|say))",
    r"(?:details|more|information) (?:to|will) (?:follow|come)",
    r"(?:re-?)?post(?:ed|ing|s)?(?: (?:again|back|another|an|a|more|further|the"
    r"|our))?(?: (?:\w+ ){0,2}?(?:updates?|details|information|news|message|notice))?",
    r"(?:next|another|further|more|additional|subsequent|future|final|new|regular|periodic|continuous|follow-?up"
    r"|status|incident|progress|an?|any|the|all|our|latest|written|public)?(?: (?:status|incident|progress"
    r"|scheduled|further|regular|next))? ?\b(?:updates?|announcements?|bulletins?|advisor(?:y|ies)"
    r"|communications?|communiqu[eé]s?|newsletter|post-?mortems?|rca|rcas|rfo|pir|post[- ]incident (?:report|review"
    r"|analysis|summary)|incident report|status report|root cause analysis|notification to customers"
    r"|sitrep|write-?ups?|retrospective|debrief)\b(?: (?:report|message|post|email))?",
    r"updat(?:e|ed|ing)(?: (?:you|this|the|our|here|everyone|customers|status|page|again|once|all|on|via|them"
    r"|it))?",
    r"report(?:ing)? (?:back|again|in|further|our|on)", r"get(?:ting)? back (?:to|with)", r"follow(?:ing)?[- ]?up",
    r"keep(?:ing)? (?:\w+ ){0,3}(?:posted|informed|updated|apprised|abreast|in the loop|up to date|notified"
    r"|advised)",
    r"let (?:you|everyone|customers|them|users|people|folks)(?: all)? know", r"notif(?:y|ied|ying)",
    r"inform(?:ed|ing)?\b", r"communicat(?:e|ed|ing)", r"announc(?:e|ed|ing)", r"be (?:back )?in (?:touch|contact)",
    r"in touch", r"contact(?:ing)? (?:you|affected|impacted|customers)",
    r"reach(?:ing)? out(?: to (?:you|affected|impacted|customers))?", r"hear (?:more |again |back )?from us",
    r"(?:please )?check back(?: here| on this page| soon)?",
    r"(?:please )?(?:come|look) back (?:here|on this page|to this page|later)", r"(?:please )?stay(?:ing)? tuned",
    r"(?:please )?watch this space",
    r"(?:please )?keep an eye (?:here|on (?:this|our|the) (?:page|post|status\w*|space|channel|thread|incident))",
    r"check(?:ing)? in (?:again|with you|here)", r"(?:next|another|our) check-?in", r"circle back", r"touch base",
    r"advis(?:e|ing) (?:you|customers|further|when|once|as)",
    r"speak (?:to you )?again", r"tell you", r"confirm(?:ed|ing)?\b",
    r"(?:publish|share)(?:ed|ing)? (?:\w+ ){0,3}?causes?", r"next status",
    r"(?:next|final|full|detailed|further|another|follow-?up|new|closing|later) (?:messages?|reports?|info"
    r"|comms?|status|bulletin|briefing|note"
    r"|e-?mail|mail|mailing|post|call)",
    r"write again", r"(?:be )?back with (?:more|news|an update|you)", r"know(?:ing)? more", r"re-?assess\w*",
    r"you(?:['’]ll| will) (?:hear(?: (?:more|again|back|further))?(?: from us)?|get)", r"briefings?\b",
    r"brief (?:you|customers|everyone)",
)  # fmt: skip
"""Telling customers more."""

WATCH = (
    r"(?:continue|keep|continuing) (?:to )?(?:closely )?(?:monitor|watch|observ)\w*", r"monitor(?:s|ed|ing)?",
    r"observ(?:e|ed|ing|ation)", r"watch(?:ing|ed)?", r"keep(?:ing)? an? (?:close )?eye", r"recurrences?",
    r"recurs?", r"re-?occurs?",
    r"(?:mark|consider|declar|call|clos)\w* (?:this|it|the \w+)(?: as)? (?:resolved|closed|fixed|over|done)",
    r"(?:keep|keeping|leave|leaving) (?:this|it|the (?:incident|ticket|notice)|an incident) (?:open|active|up)",
    r"(?:resolve|close|mark|consider|declare)(?:d|ing)? (?:out )?(?:this|the) (?:incident|ticket|notice|issue as"
    r"|post|status|case|event|thread|page)(?: as| resolved| closed)?",
    r"let (?:this|it|things|the \w+) (?:sit|soak|bake|run|settle)", r"soak(?:ing)?(?: period)?", r"all[- ]clear",
    r"stay on (?:the )?alert", r"under observation",
)  # fmt: skip

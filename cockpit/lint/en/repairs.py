"""The English words for the end of a problem and the steps to it: data only, as in ``lexicon``."""

from __future__ import annotations

RESOLVE = (
    r"(?:bring(?:ing)?|get(?:ting)?|brought|have (?:this|it|that|them|things|everything|all|most|every"
    r"|service|services|your|our|full|these|those|the|a|an)\b|switch(?:ing)?|turn(?:ing)?"
    r"|put(?:ting)?) (?:[\w'’/-]+ ){0,7}?(?:back(?: (?:up|online|on|to normal|in|into)(?: (?:service|operation"
    r"|and running))?)?|online|up and running|on-?line|sorted|fixed|resolved|restored|done|working|running"
    r"|under control|ready|operational|live|in place|completed?|finished|cleared|repaired|available|stable)\b",
    r"(?:get|put|ship|bring|push|roll)(?:ting|ping|ing)? (?:it|this|that|them|(?:the|a) (?:\w+ )?(?:fix|patch"
    r"|change|build|version)) (?:out|live)",
    r"power(?:ed|ing)? (?:[\w'’/-]+ ){0,4}?back(?: on| up)?",
    r"(?:come|comes|coming|came|go|goes|going) (?:back(?: (?:up|online|on|live|to (?:normal|life)))?|on-?line"
    r"|up(?: and running)?|live(?: again)?)",
    r"return(?:s|ed|ing)? (?:\w+ ){0,4}?to (?:\w+ ){0,2}(?:normal\w*|service|operation|full \w+|baseline"
    r"|health\w*|nominal)(?: (?:service|operations?|levels?|state))?",
    r"return(?:ed|ing|s)? (?:online|back|normal)", r"return(?:s|ed|ing)?\b",
    r"(?:be |is |are |were |fully )?back(?: up| online| on ?line| to normal| in (?:service|action|operation"
    r"|business)| on| live| available| and running| working| with you| again)+",
    r"(?:be )?able to (?:\w+)", r"be (?:fully )?back\b", r"back\b", r"show up", r"be (?:here|with us)",
    r"(?:be )?up(?: and|,) running",
    r"(?:be|is|are) (?:fully |all )?(?:over|done|gone|good|healthy|ok|okay|up|sorted|ready|live|behind us|history"
    r"|fine|out|through|in place|in effect|effective)\b",
    r"(?:be|is|are) (?:fully |all )?open(?: again)?", r"(?:turned|switched|powered|brought) (?:back )?on(?: again)?",
    r"done\b", r"follow(?:s|ed)?\b", r"(?:be |is |are )?on again", r"fitted", r"install(?:ed|ing)",
    r"be (?:sent|mailed|e-?mailed|issued|shipped) (?:again|out|late|on)", r"deliver(?:ed|y)", r"regain(?:ed|ing)?",
    r"(?:ring|print|flow|run|load|sync|connect|play|stream|pay|order|book) again",
    r"(?:be|is|are) (?:\w+ )?\w+(?:ble|ful|al|en|ve|ct|ll|rm|le|te) again", r"resolv(?:e|es|ed|ing|able)",
    r"resolution", r"fix(?:e?s|ed|ing)?", r"hot-?fix(?:e?s|ed)?", r"restor(?:e|es|ed|ing|ation)",
    r"recover(?:s|ed|ing|y|ies)?", r"repair(?:s|ed|ing)?", r"mitigat(?:e|es|ed|ing|ion|ions)",
    r"remediat(?:e|es|ed|ing|ion)", r"rectif(?:y|ied|ies|ying|ication)", r"correct(?:ed|ing|s|ion)?",
    r"remed(?:y|ied)", r"solv(?:e|es|ed|ing)", r"solution", r"sort(?:ed|ing)?(?: (?:this|it|things))? ?(?:out)?",
    r"complet(?:e|es|ed|ing|ion|ely done)", r"finish(?:es|ed|ing)?", r"finali[sz](?:e|es|ed|ing)",
    r"conclu(?:de|des|ded|sion)", r"clear(?:s|ed|ing)?(?: (?:out|up))?", r"catch(?:es|ing)? up", r"caught up",
    r"drain(?:s|ed|ing)?", r"work(?:ed|ing)? (?:through|off|down)", r"process(?:ed|ing)(?: of)?",
    r"replay(?:ed|ing)?", r"backfill(?:ed|ing)?", r"re-?process\w*", r"re-?index\w*", r"re-?build(?:ing|s)?",
    r"rebuilt", r"re-?sync\w*",
    r"re-?(?:balanc|creat|generat|calculat|comput|deliver|queu|fill|import|distribut|populat|wir|cabl|energi[sz]"
    r"|cover|seat|hydrat)\w*",
    r"re-?(?:sent|send|sending|load|loaded|loading|run|ran|running|set|fit|fitted|laid)", r"splic\w+",
    r"mend(?:s|ed|ing)?",
    r"weld(?:ed|ing)?", r"purg(?:e|ed|ing)", r"flush(?:ed|ing)?",
    r"(?:fully |fully re|re)?operational", r"operative", r"(?:fully )?functional(?:ity)?",
    r"(?:fully )?(?:available|accessible|reachable)",
    r"work(?:s|ing)?(?: (?:again|normally|as (?:expected|normal|usual)|properly|fine))+",
    r"normal(?:ly|i[sz]e[ds]?|i[sz]ing|i[sz]ation|ity)?(?: (?:service|operations?|levels?))?", r"on-?line",
    r"stab(?:le|ili[sz]e[ds]?|ili[sz]ing|ility)", r"health(?:y|ier)", r"(?:re-?)?enabl(?:e|es|ed|ing)",
    r"(?:re-?)?activat\w+", r"(?:open|start|begin|run)(?:s|ning|ing)? again", r"(?:be|is|are) (?:\w+ )?empty",
    r"on[- ]site", r"reach(?:es|ing)? (?:the |our )?(?:site|location|area|data ?cent(?:er|re)|premises|building)",
    r"re-?instat\w+", r"re-?establish\w*", r"resum(?:e|es|ed|ing|ption)",
    r"re-?open(?:s|ed|ing)?", r"re-?connect(?:s|ed|ing)?", r"re-?start(?:s|ed|ing)?", r"reboot(?:s|ed|ing)?",
    r"un-?block(?:ed|ing)?", r"unlock(?:ed)?", r"lift(?:ed|ing)?", r"re-?launch(?:ed)?",
    r"roll(?:s|ed|ing)?[- ]?(?:back|out)", r"rollbacks?", r"rollouts?", r"revert(?:s|ed|ing)?",
    r"deploy(?:s|ed|ing|ment)?", r"goes out\b", r"land(?:s|ed|ing)?\b", r"patch(?:es|ed|ing)?",
    r"replac(?:e|es|ed|ing|ement)", r"swap(?:ped|ping)?", r"propagat(?:e|es|ed|ing|ion)",
    r"(?:take|come into|go into) effect", r"migrat(?:e|ed|ing|ion)", r"fail(?:ed|ing)? ?over", r"appl(?:y|ied)",
    r"implement(?:ed|ing)?", r"roll(?:ing)?\b", r"released", r"push(?:ed|ing)(?: (?:out|live))?",
    r"push (?:out|live)", r"(?:subsid|dissipat|eas|improv|declin|diminish|decreas|disappear|vanish)\w*", r"go away",
    r"end(?:s|ed)?\b", r"over with", r"cease[ds]?", r"wrap(?:s|ped|ping)? up",
    r"put (?:this|it) (?:right|to rest|behind us)", r"make (?:it|this) right", r"close (?:this|it) out", r"gone\b",
    r"all (?:good|fine|well|done|fixed|fix'?d|sorted|back)\b", r"under control", r"nail(?:ed)?", r"squash(?:ed)?",
    r"tidied up", r"all set", r"good to go", r"out of the woods",
    r"in full", r"usable", r"functioning", r"flowing", r"relief", r"fully served",
    r"up(?: again)?\b",
    r"(?:resum\w*|continu\w*|start\w*|begin\w*|restart\w*) (?:[\w'’]+ ){0,3}?(?:work|repairs?|restoration"
    r"|replacement|helping|rebuilding|recovery|restoring|recovering|replaying|delivery|deliveries)",
    r"receiv\w+ (?:\w+ ){0,3}?(?:parts?|replacements?|equipment|spares?)",
    r"(?:parts?|replacements?|equipment|spares?|technicians?|crews?|engineers?|vendor"
    r"|courier)(?: \w+){0,3}? (?:arriv\w+"
    r"|on[- ]site|deliver\w*|ship\w*)",
    r"(?:technicians?|engineers?|electricians?|crews?|plumbers?|contractors?|repair(?:man| team)"
    r"|specialists?) (?:is |are |will be )?"
    r"(?:comes?(?: in| out| by)?|coming(?: in| out| by| on[- ]site)?|visits?|visiting|on (?:the|their|his"
    r"|her) way|due)",
    r"arriv(?:e|es|ing|al)", r"hand(?:ed)? over",
)  # fmt: skip
"""The end of the problem, the repair, or a step on the way to it."""

"""How a guess is worded in English and Japanese, and the same words where they are none."""

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
        r"|quite )?(?:likely|unlikely|probably|possibly|apparently) (?:to |also )?(?:be )?(?:see|seeing"
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

JAPANESE = (
    (
        r"おそらく|恐らく|(?:^|[^0-9一-龠々])(たぶん|多分)|もしかす?ると|もしかしたら|ひょっとすると|どうやら"
        r"|おおかた|大方の見方"
    ),
    r"と(?:も)?思(?:われ(?:ます|ました|る|ており?ます|た)?)",
    r"(?:だ|である|です|た|もの|ため|い|原因|影響|か)(と思(?:います|っており?ます|っています))",
    r"と(?:も)?考えられ(?:ます|ました|る|ており?ます|ています|た)?",
    r"(?:原因|要因|理由)(?:として|は|に)[^。]{0,40}?((?:が|も|で)?考えられ(?:ます|る|ております))",
    r"と(?:は)?考え(?:ており?ます|ています|ます|ており、|ていて、)",
    r"と(?:は)?想定(?:され(?:ます|ました|る|ております)|して(?:おり?ます|います)|しました)",
    r"可能性が(?:極めて|非常に|最も|かなり)?高い(?:です|と[^。、]{0,8}|もの[^。、]{0,8})?",
    (
        r"と(?:は)?(?:推測|推察|推定|推量|憶測|推認)(?:され(?:ます|ました|る|ており?ます|ています)?"
        r"|し(?:ており?ます|ています|ました|ます)|いたし(?:ます|ました|ております)|できます|して)?"
    ),
    (
        r"推測|推察(?:され|し|いたし)(?:ます|ました|ております)?|推定(?:原因|され(?:ます|ました|る"
        r"|ております)?|し(?:ており?ます|ています|ました))|推論|憶測"
    ),
    r"可能性(?:も|が)(?:十分に?)?考えられ(?:ます|る|ております)",
    (
        r"と(?:見|み)て(?:調査|対応|原因|確認|作業)|と(?:見|み)(?:られ(?:ます|ました|る|ており?ます|ています)?"
        r"|ており?ます|ています)"
    ),
    (
        r"(?:よう|みたい)(?:です|でした|だ(?:。|$|が|った)|に思(?:われ|い)(?:ます|ました)?|に見(?:え"
        r"|受けられ)(?:ます|ました)?)"
    ),
    r"(?:[るたいのだ])(模様(?:です|でした)?)",
    r"らしい(?:です|。|$)|らしく(?:、|て)",
    (
        r"(?:の|が)?(?:では|じゃ)ない(?:の)?か(?:と|。|思|考)[^。、]{0,12}|(?:の"
        r"|もの)?ではないか(?:と(?:思われます|思います|考えています|考えております|推測しています|見ています"
        r"|見ております)?)"
    ),
    (
        r"(?:原因|要因|起因|影響|不具合|故障|攻撃|バグ|ミス|障害)[^。、]{0,24}?(かもしれ(?:ません|ない))"
        r"|復旧[^。、]{0,8}?(かもしれ(?:ません|ない))"
    ),
    (
        r"[^。、\s]{0,8}?((?:原因|起因|要因|によるもの|に由来|きっかけ|引き金|が影響した|(?:に|と)関係|(?:に"
        r"|と)関連|関[係連](?:が|の)ある|攻撃を受け(?:た|ている)"
        r"|関係し(?:て(?:い)?る|た)|関連し(?:て(?:い)?る|た)|影響を(?:及ぼし"
        r"|与え)た)[^。、]{0,8}?可能性[^。、]{0,3}?(?:(?:あり|ござい)(?:ます|ました|、|$)|ある|あって|高い(?:です)?|高く"
        r"|高まっ|考えられ(?:ます)?|否定でき(?:ません|ない)|浮上|示唆))"
    ),
    (
        r"((?:攻撃|侵入|故障|バグ|不具合|ミス|不正アクセス|設定誤り|誤設定|欠陥)(?:による|である|の"
        r"|によるものである)可能性[^。、]{0,3}?(?:(?:あり|ござい)(?:ます|ました)|ある|高い(?:です)?|高く"
        r"|否定でき(?:ません|ない)))"
    ),
    (
        r"(?:復旧|解消|収束|解決|回復)(?:し|できて|されて)(?:た|ている|いる)(可能性[^。、]{0,3}?(?:あり(?:ます"
        r"|ました)|ある|高い(?:です)?|高く))"
    ),
    (
        r"の?疑い(?:が|も)(?:(?:あり|ござい)(?:ます|ました)|ある|強い|強く|持たれ|濃厚)|(?:が|と"
        r"|も)疑われ(?:ます|ました|る"
        r"|ており?ます|ています)|疑って(?:おり?ます|います)"
    ),
    r"(?:復旧|解消|正常|改善|回復|収束|解決|安定)[^。、]{0,8}?はず|(?:濃厚|有力)(?:です|と(?:見|み|考|思)[^。、]{0,8})",
    r"気がします|(?:有力な|一つの)仮説|(?:という|との)(?:仮説|見方|憶測|推論)",
    r"断定(?:は)?でき(?:ません|ない)が",
    r"(?:ほぼ|概ね)間違いない(?:と[^。、]{0,8})?",
)
"""Alternatives, each at most one group: the phrase to flag where it is not the whole."""

JAPANESE_FINE = (
    r"(?:よう|みたい)でしたら|ようです(?:と|か)",
    r"こと(?:も|が|は|と)?(?:十分に?)?(?:考えられ|思われ|思い)|事も考えられ",
    (
        r"たい(?:もの)?と(?:考え|思)|べき(?:だ|である|もの)?と(?:考え|思)|(?:重要|重大|課題|責任|責務|大切"
        r"|最優先|急務|不可欠|必須|使命|よう)(?:だ|である|なこと|な課題)?(?:に)?と(?:考え|思)"
        r"|お客様[^。、]{0,16}第一と考え|[^。、]{0,24}(?:ない|にくい|づらい|遅れる|発生する|生じる|続く|かかる"
        r"|表示される|届く)可能性|必要(?:が)?(?:ある|だ)と(?:考え|思)|よう(?:に)?と(?:考え|思)"
    ),
    r"推測(?:され(?:やす|にく)|しやす|しにく|可能な(?:パス|文字)|困難)|ご推(?:察|測)",
    r"(?:ご)?(?:迷惑|不便|心配|不安|懸念)[^。、]{0,24}?(?:と思い|と思われ|ようで)",
    r"多分(?:野|岐|割|散|類|化|派)",
    r"(?:すば|素晴|めず|珍|かわい|愛)らしい|(?:以下|次|下記|左記|上記)のよう|てみたい",
    r"どのよう(?:です|でした)",
    r"ないかと(?:ご)?(?:心配|不安|懸念)|ないか(?:と)?(?:を)?(?:ご)?確認|(?:の|もの)ではないか(?:との|という)(?:ご|お)",
    r"ではない(?:か|のか)(?:を|、)?(?:調|確認)",
    r"復旧(?:する|予定)[^。、]{0,4}はず",
)

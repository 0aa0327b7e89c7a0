"""Who is blamed, and how: well-known suppliers, kinds of third parties and teams, and the words that make a culprit."""

from __future__ import annotations

_COMPANIES = (
    r"(?-i:AWS|Amazon(?: Web Services)?|(?:Microsoft )?Azure|Microsoft(?: 365)?"
    r"|Google(?: Cloud)?(?: Platform)?|GCP|Cloudflare|Fastly|Akamai|Oracle(?: Cloud)?|IBM(?: Cloud)?"
    r"|Alibaba(?: Cloud)?"
    r"|Twilio|SendGrid|Mailgun|Postmark|Vonage|Stripe|PayPal|Adyen|Braintree|Square|Worldpay|Okta|Auth0"
    r"|OneLogin|Ping Identity|Datadog|New Relic|Splunk|PagerDuty|Sentry"
    r"|Slack|Zoom|GitHub|GitLab|Bitbucket|Atlassian|Heroku|Netlify|Vercel|DigitalOcean|Linode"
    r"|OVH(?:cloud)?|Hetzner|Rackspace|Equinix|Digital Realty|Snowflake|MongoDB(?: Atlas)?"
    r"|Redis Labs|Elastic|Confluent|Salesforce|HubSpot|Zendesk|Intercom|Shopify|Apple|Meta|Facebook"
    r"|Verizon|AT&T|T-Mobile|Comcast|Lumen|Level ?3|Cogent|Telia|Vodafone|BT"
    r"|Deutsche Telekom|Orange|Telef[oó]nica|CrowdStrike|Let's Encrypt|DigiCert|GoDaddy|Namecheap"
    r"|Route ?53|CloudFront|Dyn|Imperva|Incapsula|Zscaler|SAP|VMware|Cisco|Dell|NetApp"
    r"|NTT(?:東日本|西日本|ドコモ|コミュニケーションズ| ?Com(?:munications)?| ?East| ?West| ?Docomo)?|KDDI"
    r"|au|SoftBank|ソフトバンク|ドコモ|楽天(?:モバイル)?|IIJ|さくらインターネット|GMO(?:インターネット)?"
    r"|ヤフー(?:株式会社)?|Yahoo!?"
    r"|LINE|富士通|NEC|日立|NTTデータ|東京電力|関西電力|マイクロソフト(?:社)?|アマゾン(?:社)?"
    r"|グーグル(?:社)?|アップル(?:社)?|クラウドフレア|オラクル|セールスフォース|Apple社|JPNIC|BIGLOBE|OCN"
    r"|So-net|エックスサーバー)"
)
_THIRD = (
    r"(?:(?:third[- ]party|external|upstream|cloud|hosting|infrastructure|network|internet"
    r"|telecom(?:munications?)?|payment|card|email|sms|dns|cdn|data ?cent(?:er|re)|colocation|power"
    r"|storage|identity|software|hardware|outside|service|backbone|transit|messaging)[- ]?){0,3}"
    r"(?:providers?|vendors?|suppliers?|carriers?|operators?|isps?|contractors?|subcontractors?"
    r"|processors?|host|partners?|registrars?)"
)
_TEAM = (
    r"(?:\w+[- ]){0,3}?(?:teams?|department|engineers?|developers?|operators?|admin(?:istrator)?s?"
    r"|technicians?|contractors?|interns?|employees?|colleagues?|staff(?: members?)?|vendors?|suppliers?"
    r"|providers?|partners?|carriers?|isps?|subcontractors?)"
)
_CAUSE = (
    r"(?:(?:caused|triggered|introduced|created|brought (?:on|about)|broken|provoked|produced) by|due to"
    r"|because of|as a (?:direct )?result of|resulting from|resulted from|result of|owing to|thanks to"
    r"|blamed? on|the fault of"
    r"|stems? from|stemm(?:ed|ing) from|originat(?:es?|ed|ing) (?:from|with|at|in|on)|attribut(?:ed"
    r"|able) to|traced (?:back )?to|(?:the )?(?:root )?(?:cause|culprit|reason) (?:is|was|lies with"
    r"|lay with|:)|lies with|down to)"
)
_WHAT = (
    r"(?:outages?|incidents?|issues?|problems?|failures?|faults?|errors?|bugs?|disruptions?|downtime"
    r"|interruptions?|degradations?|mistakes?|defects?|misconfigurations?|instability|slowness|maintenance"
    r"|crash(?:es)?|change)"
)
_QUALIFIED = (
    r"(?:an?|the|some|a recent|an ongoing|a major|a large|a widespread|a partial|a regional|a global"
    r"|ongoing|recent|current|major|widespread|network|internal|known|unexpected|unannounced|faulty|bad"
    r"|routing|dns|power|service|hardware|software|cloud) "
)
_WRONG = (
    r"(?:accidentally|mistakenly|inadvertently|wrongly|carelessly|erroneously|negligently|unintentionally"
    r"|by mistake|forgot|failed to|misconfigured|broke|(?:deleted|pushed|deployed|ran|applied|removed"
    r"|changed|entered|typed|unplugged) (?:the|a|an) (?:wrong|bad|faulty|broken|incorrect|untested)"
    r"|made (?:a|an|the) (?:\w+ )?(?:mistake|error|blunder)|messed up|screwed up|did not (?:test|follow"
    r"|check|notice)|didn't (?:test|follow|check|notice)|ignored|overlooked)"
)
_GUILT = (
    r"(?:mistakes?|errors?|faults?|negligence|oversight|carelessness|blunder|incompetence|failure to \w+"
    r"|slip|misconfiguration)"
)

_AT = r"(?:at|with|in|on|within|from|by|of|inside)"
_SOMEBODY = (
    rf"(?:{_QUALIFIED}){{0,3}}?(?:{_WHAT} (?:{_AT}|affecting|experienced by) (?:the |our )?)?({_COMPANIES})\b"
    rf"|(?:(?:{_QUALIFIED}){{0,3}}?{_WHAT} {_AT} )?((?:our|the|an?|one of our) {_THIRD})\b"
    rf"|((?:one of )?our (?:own )?{_TEAM})\b"
    r"|(the \w+(?: \w+)? (?:team|department|engineer|developer|operator|administrator|contractor))\b"
    r"|((?:an?|our|the) (?:\w+ )?(?:engineer|employee|developer|intern|operator|contractor|colleague|technician))\b"
)
"""Whom a cause is laid on: each alternative with its one group."""

ENGLISH = (
    rf"\b{_CAUSE} (?:{_SOMEBODY})",
    (
        rf"\b(?:{_COMPANIES}|(?:our|the) (?:{_THIRD}|{_TEAM})) (?:is|are|was|were|is solely"
        rf"|is entirely) (?:to blame|at fault|responsible for (?:the|this|these)|the culprits?|guilty)\b"
    ),
    (
        rf"\b(?:because|since|as|after|when) ({_COMPANIES}|(?:our|the|an?|one of our) {_THIRD}) (?:has |have "
        rf"|had |is |was |were |are )?"
        r"(?:\w+ly )?(?:failed|failing|crashed|went (?:down|offline)|(?:gone )?down|broken|collapsed|fell over"
        r"|melted down"
        r"|made (?:an?|the)|cut|lost|suffered|having|experienc\w+|changed|let us down)\b"
    ),
    (
        rf"\b(?:{_COMPANIES}|(?:our|the) {_THIRD}) (?:has |have )?(?:caused|broke|broken|took down|taken down"
        rf"|let us down|messed up|pushed a|failed to|misconfigured|made a mistake|dropped the ball)\b"
    ),
    (
        rf"\b({_COMPANIES})(?:'s)? (?:\w+ )?{_WHAT} (?:has |have |that |which )?(?:caused|causing|is causing"
        rf"|brought|took|broke|led to|knocked)\b"
    ),
    rf"\b(?:{_COMPANIES}|(?:our|the|an?|some|their|another) {_TEAM})(?:'s|s')(?: own)? {_GUILT}\b",
    rf"\b(?:an?|the|our|one of our) {_TEAM}(?: on our side| of ours| on duty)? (?:who |had |has |have )?{_WRONG}",
    (
        rf"\b{_GUILT} (?:made |committed )?(?:(?:by|of|on the part of) ((?:our|the|an?|one of our) {_TEAM})\b"
        rf"|(?:by|of|on the part of|at) ({_COMPANIES})\b)"
    ),
    (
        r"\b(?:mr|mrs|ms|dr)\.? [a-z]+(?:'s)? (?:mistake|error|fault|accidentally|mistakenly|forgot|broke"
        r"|deleted|caused)\b"
    ),
    (
        r"\b(?:blame|fault) (?:lies|rests|is) (?:squarely |entirely |solely )?with ((?:our "
        r"|the )?[\w&]+(?: team| provider| vendor)?)\b"
    ),
    rf"\b(?:we|i) (?:can only )?blame ((?:our |the )?(?:{_COMPANIES}|{_TEAM}|{_THIRD}))\b",
)
"""Alternatives, in each at most one group takes part: the phrase to flag where it is not the whole."""

ENGLISH_MARKS = (
    *("because", "since", "as ", "after", "when"),
    *("caus", "trigger", "introduc", "created by", "brought", "brok", "provok", "produced by", "due to", "result"),
    *("owing to", "thanks to", "blam", "fault", "stem", "originat", "attribut", "traced", "culprit", "reason"),
    *("lies", "lay with", "rests", "down to", "responsible", "guilty", "took", "taken down", "let us down", "messed"),
    *("pushed a", "failed to", "misconfig", "mistake", "dropped the ball", "led to", "knocked", "'s ", "s' "),
    *("negligen", "oversight", "careless", "blunder", "incompeten", "failure to", "slip", "accident", "inadvertent"),
    *("wrong", "erroneous", "unintention", "forgot", "screwed", "did not", "didn't", "ignored", "overlooked"),
    *(
        " bad",
        "untested",
        "incorrect",
        "made a",
        "made the",
        "deleted",
        "error by",
        "errors by",
        "error made",
        "errors made",
        "on the part",
    ),
    *("error of", "errors of", "error at", "errors at", "committed"),
)
"""One of these is in every phrase above."""

ENGLISH_FINE = (
    rf"\b(?:our|your) (?:use of |own )?(?:{_COMPANIES})\b",
    (
        rf"\b(?:{_COMPANIES}) (?:integrations?|connectors?|plugins?|sdk|accounts?|credentials|configuration"
        rf"|config|add-?ons?|apps? on our|sync|imports?|exports?|logins? on our|pay|sign-in|calendar)\b"
    ),
    (
        r"\bfailed to (?:load|receive|start|sign|log|connect|open|access|see|get|send|render|respond|display"
        r"|save|sync)\b[^.;]*"
    ),
    r"\bnot (?:\w+ )?(?:caused by|due to|because of|the fault of|attributable to|related to) [^.;]{1,60}",
    r"\b(?:whether|if) [^.;]{0,50}?(?:caused by|due to|because of) [^.;]{1,40}",
)

_WHERE = r"(?:(?:社|側|様|さん|社側|各社)?(?:の|における|で(?:の|発生(?:した|している|中の))|側の|内の)?)"
_TROUBLE = (
    r"(?:(?:大規模|広域|一時的|重大|内部|通信|システム|ネットワーク|回線|サーバー?|設備|電源|認証|基盤"
    r"|クラウド|サービス|DNS|設定|作業|操作|運用|人為的|世界的|突発的)(?:な|の)?){0,3}(?:障害|不具合|トラブル|停止|故障|問題|ミス"
    r"|エラー|不手際|過失|バグ|異常|ダウン|停電|対応の遅れ|メンテナンス不備)"
)
_SO = (
    r"(?:により|によって|によるもの|による|に起因|が原因|を原因|のため|の影響|で(?:ある|す|した|発生|停止"
    r"|遅延|利用|ご利用|接続|ログイン|通話|決済|メール|、)|です|でした|のせい|が発端|から)"
)
_ROLES = (
    r"(?:チーム|部門|部署|部|課|担当者?|エンジニア|社員|職員|従業員|作業員|作業者|オペレーター?|開発者"
    r"|管理者|技術者|新人|委託先|委託業者|下請け?|業者|ベンダー?|事業者|プロバイダー?|提供元|提供会社"
    r"|開発会社|運用会社|外注先|取引先|サプライヤー?|キャリア|パートナー(?:企業)?)"
)
_OF = r"(?:側)?(?:の|による|が起こした|が行った)"
_GUILT_JA = (
    r"(?:(?:単純|人為的|重大|初歩的|不適切|誤)(?:な|った)?|(?:作業|設定|操作|確認|運用|設計|実装|入力|連絡"
    r"|手順|管理|開発|判断|対応|手配|伝達)(?:の)?){0,2}(?:ミス|誤り|不手際|過失|怠慢|誤操作|怠り|不注意"
    r"|失敗|見落とし|手違い|落ち度|失念|責任|(?:確認|認識|準備|検証|注意|管理|理解)不足|不徹底)"
)

JAPANESE = (
    rf"({_COMPANIES}){_WHERE}{_TROUBLE}{_SO}",
    (
        rf"({_COMPANIES})(?:社|側|様|さん)?(?:が原因|のせい|に原因|が引き起こし|の責任|に責任|に非が|が招い"
        rf"|を原因と|のミス|の過失|の不手際|の落ち度|に起因)"
    ),
    rf"(?:原因|責任|要因|元凶|発端)(?:は|が)(?:、)?(?:主に)?({_COMPANIES})(?:社|側)?(?:に|です|でした|の|にあり)",
    (
        rf"((?:弊社|当社|自社|当方|同社|先方|外部|他社"
        rf"|第三者)?(?:の)?[\p{{Han}}\p{{Katakana}}ーA-Za-z]{{0,10}}?{_ROLES}{_OF}{_GUILT_JA})"
    ),
    (
        rf"((?:弊社|当社|外部|利用している|契約中の|上位|クラウド|回線|通信|データセンター|決済代行"
        rf"|ホスティング|インターネット|電力)(?:の|回線)?[\p{{Han}}\p{{Katakana}}ーA-Za-z]{{0,8}}?(?:事業者"
        rf"|業者|ベンダー?|プロバイダー?|提供会社|代行会社|委託先|会社)){_WHERE}{_TROUBLE}{_SO}"
    ),
    (
        rf"([\p{{Han}}\p{{Katakana}}ーA-Za-z]{{0,10}}?{_ROLES})(?:側)?(?:が|の)(?:誤って|うっかり|不注意で"
        rf"|勝手に|怠った|怠り|失念し)"
    ),
    r"[\p{Han}]{1,4}(?:さん|氏)(?:の|が)(?:誤って|うっかり|(?:設定|作業|操作|確認)?(?:ミス|誤り|不注意|過失))",
    r"(?:[\p{Han}\p{Katakana}ー]{2,10}(?:社|チーム|部門|業者))の(?:せいで|責任です)",
)
"""Alternatives, each at most one group: the phrase to flag where it is not the whole."""

JAPANESE_FINE = (
    rf"(?:{_COMPANIES})(?:との)?(?:連携|アカウント|認証連携|ログイン|カレンダー|Pay|ペイ)(?:機能)?(?:の|に|で)",
    r"(?:ではない|によるものではな|が原因ではな|に起因するものではな)",
)

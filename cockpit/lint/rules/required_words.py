"""How each wanted element is worded: one pattern a language; the message says the element where it matches."""

from __future__ import annotations

from collections.abc import Mapping

from cockpit.domain.words import Lang

_TROUBLE = (
    r"(?:issues?|problems?|errors?|failures?|failing|fail(?:s|ed)?|faults?|outages?|disruptions?"
    r"|degrad(?:ed|ation)|slow(?:er|ness|ly|down)?|delay(?:s|ed)?|late|latency|unavailable|unavailability"
    r"|unable"
    r"|can ?not|can't|could not|couldn't|not (?:be able|working|work|load|loading|available|arriv(?:e|ing)"
    r"|receiv(?:e|ing)|deliver(?:ed|ing)|send(?:ing)?|respond(?:ing)?|reach(?:able)?|possible|display(?:ed"
    r"|ing)?|updat(?:ed|ing)|able|seeing|shown)|down|offline|missing|lost|time ?outs?|timing out"
    r"|interrupt(?:ed|ions?)"
    r"|impact(?:s|ed|ing)?|affect(?:s|ed|ing)?|difficult(?:y|ies)|trouble|reject(?:ed|s)?|drop(?:ped|s)?"
    r"|broken|stuck|intermittent(?:ly)?|incorrect|wrong|duplicate[sd]?|crash(?:es|ed|ing)?|inaccessible"
    r"|unresponsive|not seeing|stale|outdated|incomplete|blank|empty|loss|paused|blocked|denied|refused"
    r"|stopped)"
)
_JA_TROUBLE = (
    r"(?:でき(?:ない|ず|ません|なく|にくい)|出来(?:ない|ず|ません)|(?:し|され|届か|表示され|送れ|使え"
    r"|つながら|繋がら|反映され|開け|見られ|閲覧でき|受け取れ)(?:ない|ません|ず|にくい|づらい)|づらい"
    r"|にくい|遅延|遅れ|遅く|エラー|失敗|停止|中断|不可|不具合|障害|影響|支障|時間がかか|重い|不安定"
    r"|断続的|低下|消失|失われ|欠落|重複|誤っ|利用いただけ)"
)
_PLACES_EN = (
    r"(?:regions?|regional|countr(?:y|ies)|worldwide|globally|global|everywhere|all (?:customers|users"
    r"|locations|sites|areas)|data ?cent(?:er|re)s?|location|"
    r"north america|south america|latin america|europe(?:an)?|asia(?:[- ]pacific)?|apac|emea|africa"
    r"|middle east|oceania|australia|new zealand|japan|tokyo|osaka|korea|seoul|china|hong kong|taiwan"
    r"|singapore|india|mumbai|"
    r"uk|united kingdom|ireland|dublin|london|germany|frankfurt|france|paris|spain|italy|sweden|stockholm"
    r"|netherlands|amsterdam|poland|switzerland|zurich|canada|montreal|toronto|brazil|s[aã]o paulo|mexico|"
    r"united states|u\.?s\.?a?\b|eu\b|virginia|ohio|oregon|california|texas|iowa|(?:us|eu|ap|sa|ca|me"
    r"|af)-[a-z]+-?\d|(?:east|west|north|south|central)(?:ern)? (?:us|coast|europe|asia|japan)"
    r"|prefectures?|hokkaido|kanto|kansai|kyushu|tohoku)"
)

ELEMENTS: Mapping[str, Mapping[Lang, str]] = {
    "missing-awareness": {
        Lang.EN: (
            r"\b(?:aware|investigat(?:e|es|ed|ing|ion)|looking into|detected|noticed|identified|seeing|observ(?:e"
            r"|ed|ing)|recei(?:ved|ving) reports|reports? (?:of|that)|know (?:of|about|that)|found|confirmed"
            r"|examining|checking|experiencing|acknowledge)\b"
        ),
        Lang.JA: r"確認|把握|認識|検知|検出|調査|発生して(?:い|お)|報告を(?:受|いただ)|申告|承知|判明",
    },
    "missing-scope-to-follow": {
        Lang.EN: (
            r"\b(?:scope|extent|(?:who|what|which|where|how many)\b[^.]{0,50}\b(?:affected|impacted)|(?:affected"
            r"|impacted)\b[^.]{0,50}\b(?:will|to) (?:follow|be (?:shared|announced|posted|told))|impact (?:details"
            r"|assessment|is being)|(?:more|further|additional) (?:information|details?)|details? (?:will|to|as)"
            r"|assess(?:ing)? (?:the )?(?:impact|scope|extent)|(?:understand|determin|establish|confirm)(?:e"
            r"|ing)? (?:the )?(?:full )?(?:impact|scope|extent|who|what|which|how))\b"
        ),
        Lang.JA: (
            r"(?:影響)?範囲|影響を受け(?:て|る)|影響(?:の)?(?:内容|状況|規模|程度)|対象[^。]{0,20}(?:確認|調査"
            r"|追って|お知らせ|判明)|詳細|規模|(?:判明|わかり|分かり)(?:した|次第|ました)[^。]{0,20}(?:お知らせ"
            r"|ご案内|ご報告|更新)"
        ),
    },
    "missing-impact": {
        Lang.EN: (
            rf"\b(?:customers?|users?|you|your|some|requests?|calls?|messages?|notifications?|e?-?mails?|logins?"
            rf"|log-?ins?|sign-?ins?|sign(?:ing)? in|logging in|uploads?|downloads?|payments?|orders?|exports?"
            rf"|imports?|reports?|pages?|site|website|dashboard|console|service|services|access|app|apps|api|apis"
            rf"|search|sync|data|files?|builds?|deployments?|jobs?|sessions?|connections?|traffic|performance"
            rf"|checkout|delivery|features?|functions?|integrations?|webhooks?|queries|images?|videos?|accounts?"
            rf"|subscriptions?|impact|portal|system|events?|alerts?)\b[^.;\n]*\b{_TROUBLE}\b"
            rf"|\b{_TROUBLE}\b[^.;\n]*\b(?:customers?|users?|you|your|requests?|calls?|messages?"
            rf"|notifications?|e?-?mails?|login|logins|signing|logging|sign-?in|uploads?|downloads?|payments?"
            rf"|orders?|exports?|imports?|reports?|pages?|site|website|dashboard|console|services?|access(?:ing)?"
            rf"|apps?|apis?|search|sync|data|files?|builds?|deployments?|connect(?:ing|ions?)?|performance|checkout"
            rf"|delivery|features?|functions?|loading|opening|sending|receiving|creating|viewing|using|portal"
            rf"|rates?)\b|\bimpact(?: on customers)?:|\bno (?:customer )?impact\b|\bimpact (?:has|is|remains)\b"
            rf"|\bwe (?:made a mistake|failed)\b"
        ),
        Lang.JA: rf"{_JA_TROUBLE}|影響(?:の)?(?:内容|範囲)?:",
    },
    "missing-components": {
        Lang.EN: (
            r"\b(?:affected|impacted) (?:products?|services?|components?|features?|functions?|systems?|areas?)\b"
            r"|\b(?:components?|products?|services?|features?)(?: affected| impacted)?:|\b(?:logins?|log-?ins?"
            r"|sign-?ins?|sign(?:ing)? in|logging in|authentication|uploads?|downloads?|payments?|checkout|orders?"
            r"|exports?|imports?|reports?|reporting|dashboards?|console|api|apis|search|sync(?:ing"
            r"|hroni[sz]ation)?|notifications?|messag(?:es|ing)|e-?mails?|sms|push|calls?|voice|video|chat"
            r"|webhooks?|integrations?|builds?|deployments?|pipelines?|storage|databases?|files?|images?|websites?"
            r"|web ?sites?|portal|mobile app|apps?|billing|invoices?|subscriptions?|admin|editor|calendar"
            r"|analytics|monitoring|alerts?|dns|cdn|vpn|network(?:ing)?|virtual machines?|compute|queues?|jobs?"
            r"|backups?|streaming|maps?|single sign-on|sso|registration|accounts?|forms?|tickets?|status page)\b"
        ),
        Lang.JA: (
            r"(?:対象|影響)(?:の|を受けて(?:いる|おります)?)?(?:機能|サービス|製品|商品|システム|コンポーネント"
            r"|範囲)|(?:機能|サービス|製品|コンポーネント)(?:名)?:|ログイン|サインイン|認証|アップロード"
            r"|ダウンロード|決済|支払|購入|注文|通知|メール|SMS|プッシュ|通話|音声|動画|チャット|検索|同期"
            r"|ダッシュボード|管理画面|コンソール|API|Webhook|連携|ビルド|デプロイ|ストレージ|データベース"
            r"|ファイル|画像|ウェブサイト|ホームページ|サイト|ポータル|アプリ|請求|契約|カレンダー|分析|レポート"
            r"|帳票|印刷|出力|エクスポート|インポート|監視|アラート|DNS|VPN|ネットワーク|回線|仮想|バックアップ"
            r"|配信|地図|会員登録|アカウント|フォーム|予約|照会|振込|機能"
        ),
    },
    "missing-regions": {
        Lang.EN: rf"\b{_PLACES_EN}",
        Lang.JA: (
            r"地域|リージョン|全国|全世界|世界|国内|海外|全て?の(?:お客様|地域|拠点|国)|すべての(?:お客様|地域"
            r"|拠点|国)|[都道府県]内|[都道府県]の|東京|大阪|北海道|東北|関東|関西|近畿|中部|東海|北陸|中国|四国"
            r"|九州|沖縄|東日本|西日本|名古屋|福岡|仙台|札幌|横浜|京都|神戸|広島|米国|アメリカ|北米|南米|欧州"
            r"|ヨーロッパ|アジア|アフリカ|中東|オセアニア|オーストラリア|英国|イギリス|ドイツ|フランス|韓国|台湾"
            r"|香港|シンガポール|インド|拠点|エリア|データセンター|(?:us|eu|ap|sa|ca|me|af)-[a-z]+-?\d"
        ),
    },
    "missing-workaround": {
        Lang.EN: (
            r"\b(?:work-?arounds?|work around|in the meantime|meanwhile|as an alternative|alternatively|instead"
            r"|until (?:then|this is (?:resolved|fixed))|temporar(?:y|ily)|you can (?:still )?(?:use|try|reach"
            r"|access|sign|log|avoid|continue)|please (?:use|try|retry|switch|refresh|reload|restart|sign|log|call"
            r"|clear)|mitigat(?:e|ing) (?:this|the (?:impact|problem)) by|retry|retrying|reload(?:ing)?"
            r"|refresh(?:ing)?)\b"
        ),
        Lang.JA: (
            r"回避(?:策|方法|手段|いただ)|代替|暫定(?:的|対応|対処|措置)?|当面|それまでの間|(?:解決|復旧)(?:する"
            r"|される)?まで(?:の間)?(?:は|、)|代わりに|対処(?:方法|法)|再試行|再読み込み|再ログイン|(?:お試し"
            r"|ご利用|ご使用|ご活用|切り替えて|お使い)ください"
        ),
    },
    "missing-progress": {
        Lang.EN: (
            r"\b(?:investigat(?:e|es|ed|ing|ion)|looking into|identified|found the (?:cause|problem|source)"
            r"|isolated|narrowed|determined|working (?:on|to|with|toward)|fix(?:ed|ing|es)?|repair(?:ed|ing|s)?"
            r"|implement(?:ed|ing)|deploy(?:ed|ing)|roll(?:ed|ing)? (?:out|back)|rolling|mitigat(?:ed|ing|ion)"
            r"|recover(?:ed|ing|y|s)?|restor(?:ed|ing|ation|e)|monitor(?:ing|ed)?|resolv(?:ed|ing)|reverted?"
            r"|reverting|watching|verifying|validating|testing|appl(?:y|ied|ying)|progress|under way|underway"
            r"|continu(?:e|es|ing)|escalated|engaged|switched|rebuilding|improv(?:ed|ing)|troubleshooting"
            r"|diagnos(?:e|ing|ed)|root cause)\b"
        ),
        Lang.JA: (
            r"調査|特定|判明|究明|確認(?:中|し|を)|修正|対応(?:中|し|を|に)|対処|復旧|回復|解消|解決|適用|切り替え"
            r"|切替|展開|リリース|監視|見守|注視|作業(?:中|を|し|が)|取り組|進め|進んで|着手|再起動|交換|実施|改善"
        ),
    },
    "missing-next-update": {
        Lang.EN: (
            r"\bnext (?:\w+ )?update\b|\b(?:updates?|post(?:ed|ing)?) (?:again )?(?:by|at|in|within|every|hourly"
            r"|around|no later)\b|\b(?:update|inform|notify|tell|write to|keep) (?:you|everyone"
            r"|customers)\b[^.]{0,30}\b(?:by|at|in|within|every|hourly|posted|updated|informed)\b|\b(?:provide"
            r"|share|post|give|send|publish|issue) (?:an? |another |a further |more |further "
            r"|additional )?(?:\w+ )?(?:updates?|information|details?)\b|\bmore (?:information|details?"
            r"|news) (?:by|at|in|within|soon|shortly|will)\b"
        ),
        Lang.JA: (
            r"次回|次報|続報|(?:改めて|あらためて|追って|引き続き|随時|順次|まで(?:に)?|後に|ごとに|毎に"
            r"|次第)[^。\n]{0,24}(?:お知らせ|ご報告|ご案内|ご連絡|更新|告知|掲載)"
        ),
    },
    "missing-forecast": {
        Lang.EN: (
            r"\b(?:long(?:er)?|prolonged|extended|lengthy|protracted|considerable|significant (?:amount of )?time"
            r"|some time|a while|for now|foreseeable|continue to (?:be|last|see|experience)|impact(?: will"
            r"| to)? continue|take (?:more )?time|not (?:be )?(?:quick|short)|can ?not say (?:when|how long)"
            r"|do not (?:yet )?know (?:when|how long)|don't (?:yet )?know (?:when|how long)|no estimate|ongoing)\b"
        ),
        Lang.JA: (
            r"長期(?:化|間|に|戦)?|長引|時間を要|時間が(?:かか|必要)|当面|当分|しばらく(?:の間)?(?:続|影響|時間)"
            r"|続く(?:見込み|見通し|ことを|もの|可能性)|継続(?:する|が見込|を前提)|見通し(?:は|が)?(?:立って"
            r"|たって)|(?:目処|目途|めど)(?:は|が)?(?:立って|たって)|(?:時期|時刻)は[^。]{0,20}(?:お伝え|お示し"
            r"|申し上げ|未定)"
        ),
    },
    "missing-frequency": {
        Lang.EN: (
            r"\b(?:every|each) (?:\w+ )?(?:\d+ )?(?:minutes?|hours?|half[- ]hour|day|morning|evening|(?:two|three"
            r"|four|six|eight|twelve) hours)\b|\b(?:hourly|daily|twice (?:a|per) day|once (?:a|an|per"
            r"|every) (?:day|hour)|less (?:often|frequent(?:ly)?)|fewer updates|more (?:often|frequent(?:ly)?)"
            r"|frequency|interval|regular(?:ly)? (?:updates?|intervals)|at least (?:every|once)|on the hour"
            r"|per day|per hour|whenever (?:there|the|something)|only when)\b"
        ),
        Lang.JA: (
            r"(?:時間|分|日|半日)(?:ごと|毎|おき|置き|間隔)|毎(?:時|日|朝|夕|正時)|頻度|間隔|1日\d回"
            r"|一日[一二三四]?回|定期(?:的)?(?:に|な)?|[朝夕]の?\d回|(?:午前|午後|朝|夕方)と(?:午前|午後|朝|夕方)"
        ),
    },
    "missing-recovery": {
        Lang.EN: (
            r"\b(?:fully|full|complete(?:ly)?|entirely|all) (?:\w+ ){0,3}?(?:recover(?:ed|y)?|restor(?:ed|ation)"
            r"|resolved|operational|functional|available|working|back|normal)\b|\b(?:is|are|was|were|been|has|have"
            r"|now|and|be) (?:\w+ )?(?:resolved|recovered|restored|fixed|back to normal|operating normally"
            r"|working (?:again|normally|as (?:expected|usual))|operational)\b|\b(?:incident|issue"
            r"|problem) (?:\w+ )?(?:is |has been |was )?(?:over|resolved|closed)\b|\bresolved:|\brecovery (?:is"
            r"|has been) (?:confirmed|complete)"
        ),
        Lang.JA: (
            r"(?:復旧|解決|解消|回復|正常化|収束)(?:(?:を|が)?(?:確認|完了|いた|し|済|して|となり)|した|しました"
            r"|です|。)|正常(?:に|な)(?:稼働|稼動|動作|戻|ご利用|利用)|通常(?:通り|どおり|の状態|に戻)|全面復旧"
            r"|完全(?:に)?復旧"
        ),
    },
    "missing-data-loss": {
        Lang.EN: (
            r"\b(?:(?:your|no|any|some|all|customers?|of|stored) data\b|data (?:loss|lost|was|were|is|has|have"
            r"|remains?|integrity|corruption)|\bdata:)|\b(?:lost|loss|losing|missing|recoverable|intact"
            r"|corrupt(?:ed|ion)?|damage[sd]?|linger(?:s|ing)?|what remains|remaining (?:impact|effects?|issues?)"
            r"|no (?:further |remaining |lasting |residual |ongoing |other )?(?:impact|effects?|action)"
            r"|no impact remains|nothing (?:remains|lingers|else|was lost)|preserved|delivered (?:late|in full)"
            r"|have (?:all )?been (?:delivered|processed|sent)|residual|backlog)\b"
        ),
        Lang.JA: (
            r"データ|(?:消失|損失|欠損|破損|欠落|喪失|失われ|漏えい|漏洩)|残って(?:い|お)|残る影響|残存|影響(?:は"
            r"|も)?(?:残|ござい|あり)ませ|(?:以外|ほか|他)(?:に|の)?影響|再送|再配送|保存されて|すべて(?:配信|送信"
            r"|処理)|全て(?:配信|送信|処理)"
        ),
    },
}

"""Notifications are late, then more of them; the first fix stops halfway. In English."""

from __future__ import annotations

from cockpit.domain.reports import Via
from cockpit.domain.words import Lang, Phase
from cockpit.drill.scenario import Answer, Beat, Demanded, Enquiry, Said, Scenario, Told, Wish

_PUSH, _SMS = "Push notifications", "SMS"

_CALL: tuple[Beat, ...] = (
    Told(
        5,
        "Push notifications have been leaving late for about five minutes. The cause is not known. "
        "Who else is affected is being looked at.",
    ),
    Said(
        60,
        "Customers notice it, so we go public. Record that I decided it, and post that we are investigating.",
        only_in=Phase.TRIAGE,
    ),
    Told(
        150,
        "Push notifications are delayed by up to 15 minutes, in the EU. The US looks normal. E-mail is not affected.",
    ),
    Told(
        390,
        "Tested: whoever opens the app and refreshes the inbox sees everything at once. That is a workaround.",
    ),
    Told(
        600,
        "Internal: this morning's change of the delivery workers has halved their throughput. It is being taken "
        "back. Customers don't need the details.",
    ),
    Told(
        780,
        "It has grown: SMS is late too, by up to 20 minutes, and customers in the US are affected as well.",
    ),
    Demanded(805, "the impact has grown: SMS, and the US"),
    Told(
        1110,
        "The change has been taken back in the EU, and the delay is falling there. A fix is applied: you can say so.",
    ),
    Told(
        1410,
        "It did not last. The delay in the EU grows again, up to 20 minutes; the fix reached only half of the "
        "machines. We are back to working on it.",
    ),
    Demanded(1425, "the recovery did not last: tell customers before they notice"),
    Told(
        1740,
        "The fix is on all machines now, in the EU and in the US. Delays fall in both. Watching.",
    ),
    Told(
        2040,
        "New notifications arrive within seconds. The backlog is delivered: late ones arrived late, none were lost.",
    ),
    Said(
        2115,
        "I confirm full recovery. Say that nothing was lost, and that nothing lingers, and we move to Resolved.",
    ),
    Told(
        2280,
        "For the postmortem's message: a change of the delivery system halved its capacity. Such changes will go out "
        "in smaller steps, each checked before the next. Once the enquiries have their replies, publish it and close.",
    ),
)

_ENQUIRIES: tuple[Beat, ...] = (
    Enquiry(
        20,
        "Harbour Logistics",
        Via.PHONE,
        "Drivers get their push notifications ten minutes late. Is something broken?",
        _PUSH,
        "EU",
        -240,
        premium=True,
        contact="their operations desk",
    ),
    Enquiry(45, "Blue Door Rentals", Via.CHAT, "no push since a few minutes??", _PUSH, "EU", -180),
    Enquiry(80, "Kestrel Bank", Via.EMAIL, "Login codes by push arrive after they have expired.", _PUSH, "EU", -120),
    Enquiry(95, "Old Mill Bakery", Via.SOCIAL, "Is it only us or are notifications down?", _PUSH),
    Enquiry(130, "Meadow Clinic", Via.PHONE, "On-call alerts come late. This is urgent for us.", _PUSH, "EU", -60),
    Enquiry(170, "Blue Door Rentals", Via.CHAT, "still nothing. when will this be fixed?", _PUSH, "EU"),
    Enquiry(
        200,
        "Kingfisher Events",
        Via.EMAIL,
        "Unsere Gäste bekommen die Push-Nachrichten erst nach einer Viertelstunde.",
        _PUSH,
        "EU",
    ),
    Enquiry(240, "Pine Street Gym", Via.CHAT, "How do I change the card on my invoice?"),
    Enquiry(
        285,
        "Harbour Logistics",
        Via.PHONE,
        "Second call: 40 drivers are waiting. Their account manager should call back.",
        _PUSH,
        "EU",
        premium=True,
        contact="their operations desk",
    ),
    Enquiry(330, "Tern Travel", Via.SOCIAL, "Gate changes 15 min late 😡😡😡 thanks a lot", _PUSH, "EU"),
    Enquiry(
        350,
        "xX_visitor_Xx",
        Via.CHAT,
        "\x1b]52;c;aGVsbG8=\x07[b]IMPORTANT[/b] {{ 7 * 7 }} \u202eyadot dekcah era uoy <script>alert(1)</script>",
    ),
    Enquiry(420, "Meadow Clinic", Via.PHONE, "Refreshing the inbox works for us, thank you.", _PUSH, "EU"),
    Enquiry(480, "Corner Books", Via.EMAIL, "Push is late since this afternoon. E-mail is fine.", _PUSH, "EU"),
    Enquiry(560, "Alder & Sons", Via.PHONE, "Push notifications are 20 minutes late.", _PUSH, "EU", 240),
    Enquiry(
        700,
        "Redwood Security",
        Via.PHONE,
        "Our US guards get no text messages. Is that the same problem?",
        _SMS,
        "US",
        600,
        premium=True,
        contact="their control room",
    ),
    Enquiry(730, "Lakeside Schools", Via.EMAIL, "Parents get the SMS about early closing far too late.", _SMS, "US"),
    Enquiry(765, "Kestrel Bank", Via.PHONE, "Now SMS codes are late as well.", _SMS, "EU", 720, premium=True),
    Enquiry(820, "Sunrise Taxi", Via.CHAT, "sms and push both late in new york", _SMS, "US"),
    Enquiry(860, "Old Mill Bakery", Via.SOCIAL, "Your status page says EU only. We are in Boston.", _PUSH, "US"),
    Enquiry(930, "Granite Hosting", Via.EMAIL, "Are the messages lost or only late?", _SMS, "US"),
    Enquiry(1010, "Blue Door Rentals", Via.CHAT, "is e-mail affected too?", "", "EU"),
    Enquiry(1170, "Corner Books", Via.EMAIL, "It seems better now, is it over?", _PUSH, "EU"),
    Enquiry(1350, "Tern Travel", Via.SOCIAL, "aaand it is late again", _PUSH, "EU", 1320),
    Enquiry(
        1390,
        "Harbour Logistics",
        Via.PHONE,
        "It was better for a while, now drivers wait again.",
        _PUSH,
        "EU",
        1330,
        premium=True,
        contact="their operations desk",
    ),
    Enquiry(1470, "Meadow Clinic", Via.PHONE, "Alerts are late again.", _PUSH, "EU", 1400),
    Enquiry(1620, "Lakeside Schools", Via.EMAIL, "SMS still comes late. What do we tell parents?", _SMS, "US"),
    Enquiry(1830, "Sunrise Taxi", Via.CHAT, "sms comes at once now", _SMS, "US"),
    Enquiry(
        2010, "Alder & Sons", Via.PHONE, "Forty notifications came all at once. All of them, I think.", _PUSH, "EU"
    ),
)

NOTIFICATIONS = Scenario(
    name="notifications",
    lang=Lang.EN,
    title="Drill: notifications arrive late",
    severity=2,
    ic="Robin",
    components=(_PUSH, _SMS, "E-mail"),
    regions=("EU", "US"),
    beats=_CALL + _ENQUIRIES,
    answers=(
        Answer(0, ("public", "post", "status page"), "Yes: customers notice it. Post that we are investigating."),
        Answer(0, ("cause", "why"), "Leave the cause out: customers don't need it, and it may turn out otherwise."),
        Answer(0, ("when", "how long", "fixed"), "Nobody knows. Tell them when they hear from us next, nothing else."),
        Answer(150, ("region", "where", "us?", "europe"), "The EU, as far as we know. The US looks normal."),
        Answer(150, ("mail",), "E-mail is not affected."),
        Answer(150, ("sms", "text message"), "SMS looks normal so far."),
        Answer(390, ("workaround", "meanwhile"), "Open the app and refresh the inbox: that was tested."),
        Answer(780, ("region", "where", "us?", "europe"), "The EU and the US."),
        Answer(780, ("sms", "text message"), "SMS is late too, by up to 20 minutes."),
        Answer(0, ("lost", "loss", "data"), "We don't know yet whether anything was lost. Don't say it wasn't."),
        Answer(2040, ("lost", "loss", "data"), "Nothing was lost. Late ones arrived late."),
        Answer(2115, ("recover", "resolved", "over"), "Yes, it is over: I confirm full recovery."),
    ),
    wish=Wish(790, "Say too that e-mail works: support is asked about it all the time."),
    recovering=((1110, 1410), (1740, 2115)),
    recovered_s=2115,
    length_s=2400,
)

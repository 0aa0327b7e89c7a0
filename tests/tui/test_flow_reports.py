"""What customers say, by keyboard: logged from any pane, relayed, found, put right; hostile text is inert."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from seat import Sit, sit_down
from support import FixedClock, MemoryClipboard, minute

from cockpit.adapters.store import SqliteStore
from cockpit.application.customer_reports import CustomerReports
from cockpit.application.services import Services
from cockpit.domain import events as e
from cockpit.domain.picks import everywhere
from cockpit.domain.premium import PremiumCustomer
from cockpit.domain.reports import NewReport, Via
from cockpit.tui.widgets.report_log import ReportLog

LATE = "Notifications arrive late in the EU. The next update will come by 14:22 UTC."
HOSTILE = "late\x1b]52;c;YXR0YWNr\x07 \x1b[31mred [/b][bold] \u202egnol\x00 \x9b2J since morning"
POISON = ("\x1b", "\x07", "\x00", "\x9b", "\u202e", "YXR0YWNr")


async def test_a_report_is_logged_in_one_line_and_the_cursor_is_back_in_the_untouched_draft(
    sit: Sit, incident: str, clock: FixedClock
) -> None:
    clock.set(5)
    async with sit(incident) as seat:
        await seat.write(LATE)
        seat.editor.move_cursor((0, 7))
        await seat.press("ctrl+l")
        await seat.type("Acme! phone: no SMS since 14:02 #eu @sms")
        assert "Acme * | phone | since 14:02" in seat.pane("#understood")
        await seat.press("enter")
        (report,) = seat.services.desk.store.reports(incident)
        assert (report.customer, report.via, report.premium) == ("Acme", Via.PHONE, True)
        assert (report.region, report.component, report.since) == ("eu", "sms", minute(2))
        assert seat.app.focused is seat.editor
        assert seat.editor.cursor_location == (0, 7)
        assert seat.draft == LATE
        assert seat.line.value == ""
        assert "REPORTS 1 | 1 not relayed" in seat.text
        assert "Acme" in seat.pane("#reports")


async def test_from_the_report_log_the_cursor_comes_back_to_the_log(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("alt+r")
        log = seat.room.query_one(ReportLog)
        assert seat.app.focused is log
        await seat.press("ctrl+l")
        await seat.type("Acme phone: no SMS")
        await seat.press("enter")
        assert seat.app.focused is log
        await seat.press("ctrl+l", "escape")
        assert seat.app.focused is log
        await seat.press("escape")
        assert seat.app.focused is seat.editor


async def test_the_right_arrow_takes_the_known_name_that_is_offered(
    incident: str, services: Services, clock: FixedClock
) -> None:
    services = replace(services, components=(everywhere("Order API"),), premium=(PremiumCustomer("株式会社グローブ"),))
    services.reports.log(incident, [NewReport("no SMS", "Acme Travel", Via.PHONE, region="EU")])
    async with sit_down(services, clock, incident, (200, 60)) as seat:
        await seat.press("ctrl+l")
        await seat.until(lambda: seat.room.complete("a"), "the names")
        await seat.type("acm")
        await seat.until(lambda: "acme Travel" in seat.text, "the offer")
        await seat.press("right")
        assert seat.line.value == "Acme Travel"
        await seat.type(" phone: no SMS #e")
        await seat.until(lambda: "#eU" in seat.text, "the offer")
        await seat.press("right")
        await seat.type(" @ord")
        await seat.until(lambda: "@order API" in seat.text, "the offer")
        await seat.press("right", "enter")
        await seat.press("ctrl+l")
        await seat.type("株")
        await seat.until(lambda: "株式会社グローブ" in seat.text, "the offer")
        await seat.press("right")
        await seat.type(" 電話：届かない\n")
        later, report, _first = services.desk.store.reports(incident)
        assert (report.customer, report.region, report.component) == ("Acme Travel", "EU", "Order API")
        assert report.text == "no SMS"
        assert (later.customer, later.text) == ("株式会社グローブ", "届かない")


async def test_reports_that_wait_too_long_are_said_once_and_stay_in_the_heading(
    sit: Sit, incident: str, clock: FixedClock, services: Services
) -> None:
    services.reports.log(incident, [NewReport("no SMS", "Acme", Via.PHONE)])
    async with sit(incident, (200, 60)) as seat:
        assert not any("have waited" in said for said in seat.said)
        clock.set(6)
        await seat.settle()
        assert "(waiting: ^R)" in seat.text
        clock.set(7)
        await seat.settle()
        assert len([said for said in seat.said if "have waited for more than 5 minutes" in said]) == 1
        await seat.press("ctrl+r", "v")
        await seat.until(lambda: "waiting: ^R" not in seat.text, "the heading")


async def test_a_line_left_with_esc_is_still_there(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+l")
        await seat.type("Acme phone: no")
        await seat.press("escape")
        assert seat.app.focused is seat.editor
        await seat.press("ctrl+l")
        await seat.type(" SMS")
        await seat.press("enter")
        assert [r.text for r in seat.services.desk.store.reports(incident)] == ["no SMS"]


async def test_a_pasted_mail_is_one_report_with_all_its_lines(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+l")
        await seat.type("Acme mail: ")
        await seat.paste("Hello,\nno SMS since noon.\n\nJo")
        await seat.press("enter")
        (report,) = seat.services.desk.store.reports(incident)
        assert report.text == "Hello, no SMS since noon. Jo"


async def test_a_bouncing_enter_logs_once(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+l")
        await seat.type("Acme phone: no SMS\n\n")
        assert len(seat.services.desk.store.reports(incident)) == 1
        assert seat.draft == ""


async def test_a_line_without_words_is_refused_and_kept(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+l")
        await seat.type("Acme phone: ")
        await seat.press("enter")
        assert any("customer's words" in said for said in seat.said)
        assert seat.line.value.startswith("Acme phone:")
        assert not seat.services.desk.store.reports(incident)


async def test_the_digest_is_told_on_the_call_or_copied_for_the_chat_and_marked(
    sit: Sit, incident: str, clock: FixedClock, clipboard: MemoryClipboard
) -> None:
    async with sit(incident) as seat:
        for line in ("Acme phone: no SMS since 14:00 #EU", "Globex mail: push late #EU"):
            await seat.press("ctrl+l")
            await seat.type(line + "\n")
        await seat.press("ctrl+r")
        assert "2 customers" in seat.text
        await seat.press("w")
        (text,) = clipboard.copied
        assert "2 customers" in text
        assert "EU" in text
        (relayed,) = seat.recorded(e.Relayed)
        assert (relayed.count, relayed.how) == (2, e.How.WRITING)
        assert "not relayed" not in seat.text
        await seat.press("ctrl+r")
        assert any("every report has been relayed" in said for said in seat.said)
        await seat.press("ctrl+l")
        await seat.type("Initech chat: nothing arrives\n")
        await seat.press("ctrl+r", "v")
        assert seat.recorded(e.Relayed)[-1].how is e.How.VOICE
        assert len(clipboard.copied) == 1


async def test_reports_of_another_process_appear_by_themselves(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        store = SqliteStore(services.database)
        other = CustomerReports(replace(services.desk, store=store, actor="Alex"))
        reports = [NewReport(f"no SMS {at}", f"Customer {at}", Via.EMAIL) for at in range(12)]
        await asyncio.to_thread(other.log, incident, reports)
        await seat.until(lambda: "REPORTS 12" in seat.text, "the reports")
        await seat.settle()
        assert "no SMS 11" in seat.pane("#reports")
        store.close()


async def test_what_another_actor_does_is_said_in_passing(sit: Sit, incident: str, services: Services) -> None:
    async with sit(incident) as seat:
        store = SqliteStore(services.database)
        other = replace(services.incidents, desk=replace(services.desk, store=store, actor="Alex"))
        await asyncio.to_thread(other.note, incident, "the vendor was called")
        await seat.until(lambda: any("Alex: the vendor was called" in said for said in seat.said), "the toast")
        assert not any(said.startswith("Sam:") for said in seat.said)
        store.close()


async def test_a_report_is_opened_from_the_log_and_put_right(sit: Sit, incident: str) -> None:
    async with sit(incident) as seat:
        await seat.press("ctrl+l")
        await seat.type("Acmee phone: no SMS\n")
        await seat.press("alt+r", "enter")
        assert "Customer: Acmee" in seat.text
        await seat.press("e")
        await seat.type("Acme")
        await seat.press("enter")
        (report,) = seat.services.desk.store.reports(incident)
        assert (report.customer, report.text) == ("Acme", "no SMS")
        assert seat.recorded(e.ReportCorrected)


async def test_hostile_text_is_inert_in_log_detail_line_digest_and_toast(
    sit: Sit, incident: str, services: Services, clipboard: MemoryClipboard
) -> None:
    # Past the cleaning on the way in: what a store holds may be older than that.
    with services.desk.store.transaction() as tx:
        now = services.desk.now()
        tx.add_reports(
            incident, [("r1", NewReport(HOSTILE, HOSTILE, Via.PHONE, component=HOSTILE, region=HOSTILE), now)]
        )
        event = replace(services.desk.event(incident, now, e.QuestionAsked(HOSTILE)), actor=HOSTILE)
        tx.append(event)
    async with sit(incident) as seat:
        shown = [seat.text]
        await seat.press("alt+r", "enter")
        shown.append(seat.text)
        assert "[/b]" in seat.text
        await seat.press("e")
        shown.append(seat.text)
        await seat.press("escape", "ctrl+l")
        await seat.paste(f"{HOSTILE}: {HOSTILE}")
        shown.append(seat.text)
        assert "[/b]" in seat.pane("#understood")
        await seat.press("escape", "ctrl+r")
        shown.append(seat.text)
        await seat.press("w", "alt+q")
        shown.append(seat.text)
        await seat.press("escape", "alt+t")
        shown.append(seat.text)
        await seat.press("escape")
        with services.desk.store.transaction() as tx:
            tx.append(replace(services.desk.event(incident, now, e.Noted(HOSTILE)), actor=HOSTILE))
        await seat.until(lambda: any("gnol" in said for said in seat.said), "the toast")
        await seat.settle()
        shown.append(seat.text)
        everything = "\n".join((*shown, *seat.said, *clipboard.copied))
        assert not [byte for byte in POISON if byte in everything]


async def test_the_digest_is_told_in_the_other_language_too(
    sit: Sit, services: Services, incident: str, clipboard: MemoryClipboard
) -> None:
    services.reports.log(incident, [NewReport("no SMS", "Acme", Via.PHONE)])
    async with sit(incident) as seat:
        await seat.press("ctrl+r")
        assert "1 customer has reported" in seat.text
        await seat.press("l")
        assert "お客様1社から" in seat.text
        await seat.press("w")
        assert "お客様からの報告：1社" in clipboard.copied[-1]
        assert len(seat.recorded(e.Relayed)) == 1

"""`cockpit report`: one at a time, from files, from a pipe; a half-bad file loses no good row."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support import FixedClock, minute

from cockpit.application.services import Services
from cockpit.domain.reports import Report, Via

Run = Callable[..., Result]

HEADER = "customer,text,via,source,external_id\n"


@pytest.fixture
def logged(services: Services, incident: str) -> Callable[[], list[Report]]:
    """The reports of the open incident, oldest first."""
    return lambda: list(services.desk.store.reports(incident))[::-1]


def test_one_report_with_everything(run: Run, logged: Callable[[], list[Report]]) -> None:
    result = run(
        *("report", "no SMS", "--customer", "Acme", "--via", "phone", "--component", "SMS", "--region", "EU"),
        *("--since", "13:52", "--contact", "ops@acme.example", "--premium"),
    )
    assert result.exit_code == 0, result.stderr
    (report,) = logged()
    assert result.stdout.strip() == report.id
    assert (report.text, report.customer, report.via, report.since) == ("no SMS", "Acme", Via.PHONE, minute(-8))
    assert (report.component, report.region, report.contact, report.premium) == ("SMS", "EU", "ops@acme.example", True)


@pytest.mark.parametrize(
    "args",
    [
        ("no SMS", "--via", "phone"),
        ("no SMS", "--customer", "Acme"),
        ("", "--customer", "Acme", "--via", "phone"),
        ("no SMS", "--customer", " ", "--via", "phone"),
        ("no SMS", "--customer", "Acme", "--via", "fax"),
        ("no SMS", "--customer", "Acme", "--via", "phone", "--since", "soon"),
        (),
        ("no SMS", "--from", "-"),
        ("--from", "-", "--customer", "Acme"),
        ("--from", "no-such-file"),
    ],
)
def test_bad_input_is_one_line_and_2(run: Run, logged: Callable[[], list[Report]], args: tuple[str, ...]) -> None:
    result = run("report", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1, result.stderr
    assert logged() == []


def test_csv_in_any_order_with_a_mark_and_several_lines_in_a_cell(
    run: Run, logged: Callable[[], list[Report]], tmp_path: Path
) -> None:
    file = tmp_path / "tickets.csv"
    text = 'Received-At;External ID;SOURCE;Text;Customer;priority\r\n13:58;7;desk;"no SMS;\r\nat all";Acme;high\r\n'
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    result = run("report", "--from", str(file))
    assert result.exit_code == 0, result.stderr
    (report,) = logged()
    assert (report.text, report.customer, report.received_at) == ("no SMS;\nat all", "Acme", minute(-2))
    assert result.stdout.split() == [report.id]


def test_cp932_is_recognised(run: Run, logged: Callable[[], list[Report]], tmp_path: Path) -> None:
    file = tmp_path / "tickets.csv"
    file.write_bytes("customer,text,via\nアクメ,表示されない,phone\nソニア,ｱﾌﾟﾘが落ちる,chat\n".encode("cp932"))
    assert run("report", "--from", str(file)).exit_code == 0
    assert [(r.customer, r.text) for r in logged()] == [("アクメ", "表示されない"), ("ソニア", "ｱﾌﾟﾘが落ちる")]


def test_refused_rows_are_named_and_cost_only_themselves(run: Run, logged: Callable[[], list[Report]]) -> None:
    data = (
        HEADER
        + "Acme,no SMS,phone,desk,1\n"
        + 'Open,"never closed,phone,desk,2\n'
        + 'Globex,"push\nlate",email,desk,3\n'
        + "Fax Inc,no fax,fax,desk,4\n"
        + ",nobody,phone,desk,5\n"
        + "Silent,,phone,desk,6\n"
        + "Long,a,phone,desk,7,more\n"
        + "Last,still here,chat,desk,8\n"
    )
    result = run("report", "--from", "-", input=data)
    assert result.exit_code == 1
    assert [r.customer for r in logged()] == ["Acme", "Globex", "Last"]
    lines = [line.split(":")[1] for line in result.stderr.splitlines() if line.startswith("<stdin>:")]
    assert lines == ["3", "6", "7", "8", "9"]
    assert "3 new, 0 known already, 5 refused" in result.stderr
    assert len(result.stdout.split()) == 3


def test_the_same_external_id_is_logged_once(run: Run, logged: Callable[[], list[Report]]) -> None:
    data = HEADER + "Acme,no SMS,phone,desk,1\nAcme,no SMS,phone,desk,1\nAcme,no SMS,phone,chat,1\n"
    assert run("report", "--from", "-", input=data).exit_code == 0
    again = run("report", "--from", "-", input=data)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "0 new, 3 known already" in again.stderr
    assert len(logged()) == 2


def test_json_lines(run: Run, logged: Callable[[], list[Report]]) -> None:
    rows: list[Any] = [
        {"text": "no SMS", "customer": "Acme", "via": "chat", "premium": True, "external_id": 7, "source": "desk"},
        ["not", "an", "object"],
        {"text": "late", "customer": "Globex", "since": "2026-11-23T13:00:00Z", "component": None},
        {"text": {"a": 1}, "customer": "Odd"},
        {"text": "future", "customer": "Odd", "received_at": "2027-01-01T00:00Z"},
    ]
    result = run("report", "--from", "-", input="\n".join(map(json.dumps, rows)) + "\n{cut")
    assert result.exit_code == 1
    assert [(r.customer, r.premium, r.since) for r in logged()] == [
        ("Acme", True, None),
        ("Globex", False, minute(-60)),
    ]
    assert "2 new, 0 known already, 4 refused" in result.stderr


@pytest.mark.parametrize("data", ["a,b\n1,2\n", "text\nno customer column\n", "\xff\xfet\x00e\x00"])
def test_an_input_of_another_kind_is_refused_whole(run: Run, logged: Callable[[], list[Report]], data: str) -> None:
    result = run("report", "--from", "-", input=data.encode("latin-1"))
    assert (result.exit_code, result.stdout, logged()) == (2, "", [])
    assert result.stderr.count("\n") == 1


def test_an_empty_input_is_no_error(run: Run, incident: str) -> None:
    assert run("report", "--from", "-", input="").exit_code == 0


def test_text_from_outside_is_cleaned(run: Run, logged: Callable[[], list[Report]]) -> None:
    run("report", "no \x1b]52;c;aGk=\x07SMS [/b]", "--customer", "Ac\u202eme\n", "--via", "phone")
    (report,) = logged()
    assert (report.text, report.customer) == ("no SMS [/b]", "Acme")


def test_many_rows_come_in_whole(run: Run, logged: Callable[[], list[Report]], clock: FixedClock) -> None:
    data = HEADER + "".join(f"Customer {n},no SMS,phone,desk,{n}\n" for n in range(1, 1251))
    result = run("report", "--from", "-", input=data)
    assert len(result.stdout.split()) == len({r.id for r in logged()}) == 1250


def test_what_is_wrong_with_a_row_is_said_without_steering_the_terminal(run: Run, incident: str) -> None:
    result = run("report", "--from", "-", input="customer,text,via\nAcme,hi,\x1b]52;c;aGk=\x07fax\u202e\x9b31m\n")
    assert result.exit_code == 1
    assert "fax" in result.stderr
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(result.stderr)


def test_headers_as_a_japanese_spreadsheet_has_them(
    run: Run, logged: Callable[[], list[Report]], tmp_path: Path
) -> None:
    file = tmp_path / "受付.csv"
    file.write_bytes("受付日時,顧客名,経路,内容,地域\n13:40,アクメ商事,電話,届かない,欧州\n".encode("cp932"))
    result = run("report", "--from", str(file))
    assert result.exit_code == 0, result.stderr
    (report,) = logged()
    assert (report.customer, report.via, report.text, report.region) == ("アクメ商事", Via.PHONE, "届かない", "欧州")
    assert report.received_at == minute(-20)


def test_a_field_s_own_name_goes_before_what_else_it_may_be_called(
    run: Run, logged: Callable[[], list[Report]]
) -> None:
    data = "company,customer,text,channel\nHolding,Acme,no SMS,Mail\n"
    assert run("report", "--from", "-", input=data).exit_code == 0
    line = json.dumps({"channel": "チャット", "Company": "Globex", "message": "slow"})
    assert run("report", "--from", "-", input=line).exit_code == 0
    said = [(report.customer, report.via) for report in logged()]
    assert said == [("Acme", Via.EMAIL), ("Globex", Via.CHAT)]

"""Answers to tables of any kind: whole, and with the facts that the rows bear out."""

import io
import json
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allokera import audit_file
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Report, Severity, Verdict
from allokera.errors import message
from allokera.model import Recipient
from conftest import Program, examples
from tables import FAULTY, MENDED


def audit_text(table: str, **options: str) -> Report:
    return audit_file("-", stdin=io.BytesIO(table.encode()), **options)  # type: ignore[arg-type]


CELLS = st.one_of(
    st.sampled_from(
        [cell for column in FAULTY.columns for cell in column.cells]
        + [
            "",
            "-",
            "..",
            "12 0?0",
            "1.350",
            "1,5",
            "(4 000)",
            "7*",
            "5 mnkr",
            "1O 000",
            "0",
            "Summa",
        ]
    ),
    st.text(max_size=8),
)


QUIET = settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.slow
@QUIET
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from([*MENDED.names()[:12], "Summa", "Okänd", ""]), CELLS, CELLS, CELLS
        ),
        max_size=12,
    ),
    mark=st.sampled_from([";", ",", "\t"]),
)
def test_any_table_ends_in_a_report_or_a_line(
    allokera: Program, rows: list[tuple[str, ...]], mark: str
) -> None:
    lines = [("Kommun", "2018", "2019", "2020"), *rows]
    text = "\n".join(mark.join(line) for line in lines)
    ends_well(allokera, text.encode("utf-8", "replace"))


@QUIET
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_report_or_a_line(allokera: Program, content: bytes) -> None:
    ends_well(allokera, content)


@QUIET
@given(st.text(max_size=300))
def test_any_text_ends_in_a_report_or_a_line(allokera: Program, text: str) -> None:
    ends_well(allokera, text.encode("utf-8", "replace"))


def ends_well(allokera: Program, content: bytes) -> None:
    """Either is whole: a refusal is a line, and the last of a report counts its findings."""
    answer = allokera("verify", "-", stdin=content)
    assert answer.status in {0, 1, 2}
    if answer.out:
        assert answer.err == ""
        document = json.loads(allokera("verify", "-", "--json", stdin=content).out)
        counts = Counter(each["severity"] for each in document["findings"])
        last = answer.out.rstrip().rpartition("\n\n")[2]
        said = [int(each.replace(" ", "")) for each in re.findall("[0-9]+(?: [0-9]{3})*", last)]
        assert said == [counts[each] for each in Severity if counts[each]]
    else:
        assert answer.status == 2
        assert answer.err.count("\n") == 1


def test_a_column_that_a_word_sets_aside_is_not_checked(allokera: Program) -> None:
    """It may be wrong: so it is listed, and the verdict is not that all is clean."""
    rows = "".join(f"Ort {n};{n}{n}137000;{n}{n}1370;{n * n}\n" for n in range(1, 9))
    told = allokera("verify", "-", "--json", stdin=f"Ort;Stöd;2032;Antal\n{rows}".encode())
    document = json.loads(told.out)
    assert (told.status, document["verdict"]) == (0, "clean-as-far-as-checked")
    assert document["not_checked"][0]["check"] == "column"
    assert document["not_checked"][0]["text"].startswith("Antal: ")


def test_rows_of_one_name_that_are_exchanged_each_have_the_right_partner() -> None:
    amounts = [*range(1_000_000, 13_000_000, 1_000_000)]
    names = [f"Ort {n}" for n in range(12)]
    names[4] = "Ort 2"
    target = [2 * each for each in amounts]
    target[2], target[7] = target[7], target[2]
    target[4], target[9] = target[9], target[4]
    rows = "".join(
        f"{code:04};{name};{one};{two}\n"
        for code, (name, one, two) in enumerate(zip(names, amounts, target, strict=True), 7001)
    )
    report = audit_text(f"Kod;Namn;Bas;2032\n{rows}", base="Bas")
    said = {each.recipient: each.message for each in report.findings if each.code == "swapped-rows"}
    assert said == {
        Recipient(code=f"{7001 + row}", name=names[row]): message(
            AuditMessages.follows,
            said=message(
                AuditMessages.is_printed,
                name=names[row],
                printed=str(target[row]),
                what=message(AuditMessages.amount_of_other, other=names[other]),
            ),
            amount=2 * amounts[row],
        )
        for row, other in ((2, 7), (7, 2), (4, 9), (9, 4))
    }


@pytest.mark.parametrize(
    "cells",
    [
        [("1,5", "3,5"), ("2,5", "7,5"), ("3,5", "1,5")],
        [(str(n), str(n * n * n)) for n in range(1, 40)],
        [*((str(n), str(2 * n)) for n in range(1, 40)), ("40", "1 500,5"), ("0", "7")],
    ],
)
def test_rows_that_agree_are_counted_as_the_findings_say(cells: list[tuple[str, str]]) -> None:
    rows = "".join(f"Ort {n};{one};{two}\n" for n, (one, two) in enumerate(cells))
    report = audit_text(f"Namn;Bas;2032\n{rows}", base="Bas")
    column = report.columns[1]
    assert 0 <= column.agreeing <= column.rows
    for each in report.findings:
        if each.code == "ambiguous-suspects":
            assert each.message == message(
                AuditMessages.rows_contradict,
                column=column.name,
                agree=column.agreeing,
                rows=column.rows,
            )


def test_what_cannot_be_read_has_no_sum_and_passes_nothing(allokera: Program) -> None:
    rows = "".join(f"Ort {n};{n}000;{n},5005\n" for n in range(1, 9))
    told = allokera(
        "verify", "-", "--base", "Bas", "--json", stdin=f"Namn;Bas;2032\n{rows}".encode()
    )
    document = json.loads(told.out)
    column = document["columns"][1]
    assert (column["state"], column["sum"], column["rows"]) == ("not-checked", None, 0)
    passed = {each["check"] for each in document["passed"]}
    assert not passed & {"impossible-row", "unit-slip", "swapped-rows", "rounding-rule"}
    assert "order-broken" in {each["check"] for each in document["passed"]}
    assert "rounding-residual" in {each["check"] for each in document["not_applicable"]}


def test_a_rounded_base_explains_what_half_a_unit_does() -> None:
    """Four states' grants as the FHWA printed them: the base is rounded to whole dollars too."""
    table = (
        "State;NHPP;STP\nFlorida;1 144 737 300;526 543 216\nGeorgia;746 662 284;343 441 208\n"
        "Idaho;166 886 114;76 762 372\nIllinois;794 414 007;365 405 501\n"
    )
    report = audit_text(table)
    assert report.verdict is Verdict.CLEAN
    (said,) = (each for each in report.findings if each.code == "rounding-rule")
    assert said.message == message(AuditMessages.from_unrounded_base, column="STP", unit=1, rows=1)
    exact = audit_text("Namn;2032\nAle;1\n", weights="population")
    assert exact.verdict is Verdict.NOT_CHECKED

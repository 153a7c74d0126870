"""Rows that follow another rule: gathered into one finding a column, where nobody told the base."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.report.report import Finding, Severity, Verdict
from allokera.audit.verify import verify_table
from audit.cases import table_of

ASKED = [1_697_666, 403_118, 911_207, 250_444, 1_543_993, 618_032, 1_213_622, 77_301, 502_966]
ASKED += [1_100_527, 89_463, 345_800, 1_762_058, 930_115, 48_277, 706_941]


def found(
    paid: Sequence[object], base: str | None = None, **columns: Sequence[object]
) -> list[Finding]:
    table = table_of({"Begärt": ASKED, "Utbetalt": paid, **columns})
    brief = Brief(base=base, envelopes={})
    return [*verify_table(table.recipients, table.columns, brief).findings]


def cut(*rows: int) -> list[object]:
    """What was paid, where some got less than they asked for: what nothing in the table tells."""
    return [each - 31_417 * (3 + row) if row in rows else each for row, each in enumerate(ASKED)]


def facts(finding: Finding, fact: str) -> object:
    return dict(finding.message.facts)[fact]


def test_rows_of_which_no_slip_tells_are_one_note_with_what_most_rows_give() -> None:
    (note,) = [each for each in found(cut(0, 4, 6)) if each.code != "odd-separator"]
    assert (note.code, note.severity, note.column) == ("other-rule", Severity.NOTE, "Utbetalt")
    assert facts(note, "names") == ("A", "E", "G")
    told = [(each.cells[0].printed, each.lower, each.upper) for each in note.evidence]
    asked = [(row, Fraction(ASKED[row])) for row in (0, 4, 6)]
    assert told == [(str(cut(0, 4, 6)[row]), right, right) for row, right in asked]


def test_what_a_person_says_of_the_base_keeps_each_row_by_itself() -> None:
    codes = [each.code for each in found(cut(0, 4, 6), base="Begärt")]
    assert codes.count("impossible-row") == 3
    assert "other-rule" not in codes


def test_what_one_slip_explains_stands_by_itself() -> None:
    paid = cut(0, 4, 6)
    paid[8] = 5_029_660
    slip, note = found(paid)
    assert facts(note, "names") == ("A", "E", "G")
    assert (slip.code, slip.severity) == ("impossible-row", Severity.NOTE)
    assert [each.amount for each in slip.candidates] == [502_966]


def test_of_four_rows_the_one_that_is_off_is_noted_and_the_table_is_not_left_open() -> None:
    asked = [542_191, 3_540_609, 1_409_065, 783_119]
    table = table_of({"Begärt": asked, "Utbetalt": [542_191, 3_133_126, 1_409_065, 783_119]})
    report = verify_table(table.recipients, table.columns, Brief(base=None, envelopes={}))
    (note,) = report.findings
    assert (note.code, facts(note, "names")) == ("other-rule", ("B",))
    assert report.verdict is Verdict.CLEAN
    told = verify_table(table.recipients, table.columns, Brief(base="Begärt", envelopes={}))
    assert "ambiguous-suspects" in [each.code for each in told.findings]
    assert told.verdict is Verdict.OPEN


@pytest.mark.parametrize(("rows", "named", "more"), [(12, 12, 0), (13, 12, 1)])
def test_twelve_rows_are_named(rows: int, named: int, more: int) -> None:
    asked = [1_000_003 + 7_919 * row * row for row in range(60)]
    paid = [each - 31_417 * (3 + row) if row < rows else each for row, each in enumerate(asked)]
    table = table_of({"Begärt": asked, "Utbetalt": paid}, [f"Ort {row}" for row in range(60)])
    report = verify_table(table.recipients, table.columns, Brief(base=None, envelopes={}))
    (note,) = [each for each in report.findings if each.code == "other-rule"]
    names = facts(note, "names")
    assert isinstance(names, tuple)
    assert (len(names), facts(note, "more")) == (named, more)

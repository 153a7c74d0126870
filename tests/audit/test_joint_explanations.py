"""Mistakes beside what is withheld, coarser, exchanged, or many: who is called wrong."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from allokera import Finding, Report, audit_file
from allokera.audit.case.case import Brief, Case
from allokera.audit.case.opening import open_case
from allokera.audit.checks import find_check
from allokera.audit.findings.mended import take_back
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Severity
from allokera.audit.survey.found import sheet_of, survey_sheet
from allokera.errors import message
from allokera.model import Column, Recipient

Table = list[list[str]]


def audited(table: Table, folder: Path) -> Report:
    path = folder / "t.csv"
    path.write_text("".join(f"{';'.join(row)}\n" for row in table), encoding="utf-8")
    return audit_file(path, corrected=folder / "mended.csv")


def errors(report: Report) -> dict[tuple[int, int], object]:
    """The cells that are called wrong, by row of the file and column, with what they should be."""
    return {
        each.cell: each.suggestion
        for each in report.findings
        if each.severity is Severity.ERROR and each.cell is not None
    }


def of_parts(random: Random, rows: int, parts: int) -> Table:
    """Parts and their sum along every row, and a row of sums."""
    body = [[random.randrange(1_000, 90_000) for _ in range(parts)] for _ in range(rows)]
    sums = [[*row, sum(row)] for row in body]
    sums.append([sum(column) for column in zip(*sums, strict=True)])
    names = [*(f"Ort {row}" for row in range(rows)), "Summa"]
    heads = ["Ort", *(f"Del {part}" for part in range(parts)), "Totalt"]
    return [heads, *([name, *map(str, row)] for name, row in zip(names, sums, strict=True))]


def test_beside_a_withheld_part_the_one_wrong_part_is_named_alone(tmp_path: Path) -> None:
    """What is withheld is the rest of its row: no other part need make up for it."""
    table = of_parts(Random("withheld"), 12, 4)
    right = int(table[5][2])
    table[5][4] = "x"
    table[5][2] += "000"
    assert errors(audited(table, tmp_path)) == {(5, 2): right}


def test_what_is_withheld_is_anything_from_nothing_on(tmp_path: Path) -> None:
    """Two sums lack a part: a part of one that is too large beside its total is wrong."""
    table = of_parts(Random("withheld"), 12, 4)
    right = int(table[5][1])
    table[5][4] = table[9][1] = "x"
    table[5][1] += "000"
    assert errors(audited(table, tmp_path)) == {(5, 1): right}


def test_numbers_that_stand_exchanged_beside_a_withheld_one_are_both_named(tmp_path: Path) -> None:
    """The row with a withheld part does not fail; and in the other row one part more is wrong."""
    table = of_parts(Random("withheld"), 8, 4)
    column = next(at for at in (1, 3, 4) if int(table[4][at]) < int(table[5][at]))
    part = 1 if column != 1 else 3
    right = {(at, column): int(table[at][column]) for at in (4, 5)} | {
        (4, part): int(table[4][part])
    }
    table[5][2] = "x"
    table[4][part] += "000"
    table[4][column], table[5][column] = table[5][column], table[4][column]
    assert errors(audited(table, tmp_path)) == right


@pytest.mark.parametrize("row", [1, 4])
def test_neighbours_of_a_running_total_that_stand_exchanged_are_both_named(
    row: int, tmp_path: Path
) -> None:
    random, total, table = Random("running"), 0, [["Ort", "Belopp", "Ackumulerat"]]
    for place in range(20):
        amount = random.randrange(1_000, 90_000)
        total += amount
        table.append([f"Ort {place}", str(amount), str(total)])
    one, other = table[row][2], table[row + 1][2]
    table[row][2], table[row + 1][2] = other, one
    assert errors(audited(table, tmp_path)) == {(row, 2): int(one), (row + 1, 2): int(other)}


def test_an_amount_of_a_coarser_row_is_not_called_wrong_for_its_base(tmp_path: Path) -> None:
    """Two rows are rounded to millions: in one of them the base lacks three noughts."""
    random = Random("coarser")
    bases = [1_000 * random.randrange(2_000, 900_000) for _ in range(20)]
    amounts = [1_000 * round(each * 6.655 / 1_000) for each in bases]
    for row in (3, 13):
        amounts[row] = round(amounts[row], -6)
    table = [["Ort", "2018", "2019"]]
    table += [
        [f"Ort {row}", str(b), str(a)]
        for row, (b, a) in enumerate(zip(bases, amounts, strict=True))
    ]
    table[14][1] = table[14][1][:-3]
    found = errors(audited(table, tmp_path))
    assert (14, 2) not in found
    assert found.get((14, 1), bases[13]) == bases[13]


def test_many_mistakes_in_rows_and_columns_of_their_own_are_all_named(tmp_path: Path) -> None:
    """They share one sum row; each is found by the row and the column that it is in."""
    table, places = of_parts(Random("many"), 60, 9), [(3 + 9 * at, 1 + 2 * at) for at in range(4)]
    right = {(row, column): int(table[row][column]) for row, column in places}
    for row, column in places:
        table[row][column] = str(right[row, column] + 317 * row)
    assert errors(audited(table, tmp_path)) == right


def with_eight_wrong_totals() -> tuple[Table, dict[tuple[int, int], int]]:
    """A table of parts, sums and amounts per head, and what its wrong sums should be."""
    random, table = Random("heads"), of_parts(Random("heads"), 60, 3)
    table[0] += ["Antal", "Kvot"]
    for row in table[1:-1]:
        heads = random.randrange(100, 900)
        row += [str(heads), f"{int(row[4]) / heads:.3f}".replace(".", ",")]
    table[-1] += ["", ""]
    right = {(row, 4): int(table[row][4]) for row in range(5, 53, 6)}
    for (at, column), total in right.items():
        table[at][column] = f"{total}0"
    return table, right


def test_mistakes_that_a_sum_row_cannot_tell_apart_are_named_by_their_rows(tmp_path: Path) -> None:
    """Eight totals are wrong: their column's sum is left open, what rows say stands."""
    table, right = with_eight_wrong_totals()
    report = audited(table, tmp_path)
    assert {each.cell: each.suggestion for each in report.findings if each.suggestion} == right
    assert {each.code for each in report.findings if each.severity is not Severity.NOTE} == {
        "wrong-cell",
        "column-sum",
    }


def test_what_is_likely_and_not_proven_is_not_written(tmp_path: Path) -> None:
    """One row in ten of a free law: 11 to one, and a keystroke."""
    table = [["Ort", "Fast", "Andra", "Totalt"]]
    table += of_parts(Random("likely"), 10, 2)[1:-1]
    table[4][3] += "0"
    report = audited(table, tmp_path)
    (found,) = (each for each in report.findings if each.code == "wrong-cell")
    assert found.severity is Severity.WARNING
    assert found.suggestion == int(table[4][3][:-1])
    assert not found.is_proven
    assert report.corrections() == {}
    assert {("Totalt", 3): int(table[4][3][:-1])} == replace(
        report, findings=(replace(found, is_proven=True),)
    ).corrections()


def opened(table: Table) -> Case:
    """Open a table's case without a file."""
    names = [Recipient(code="", name=row[0]) for row in table[1:]]
    columns = [
        Column(name=name, heading=name, cells=tuple(row[place] for row in table[1:]))
        for place, name in enumerate(table[0])
        if place
    ]
    survey = survey_sheet(sheet_of(names, columns), names)
    return open_case(names, columns, Brief(base=None, envelopes={}), survey)


def test_a_cell_is_looked_up_where_its_mistake_is_explained() -> None:
    """Its column's sum fails as well, and is left open."""
    table, right = with_eight_wrong_totals()
    case = opened(table)
    assert not all(each.usual for each in case.diagnoses)
    for row, column in right:
        assert case.diagnosed[row - 1, column].usual


def mended(changes: dict[tuple[int, int], int]) -> list[Severity]:
    """Accept numbers together in a table that is right, and see which errors stand."""
    table = of_parts(Random("together"), 8, 2)
    case = opened(table)
    check = find_check("wrong-cell")
    made = [
        (
            check,
            wrong(case.survey.column_at[column], (row, column), int(table[row + 1][column]) + more),
        )
        for (row, column), more in changes.items()
    ]
    return [finding.severity for _, finding in take_back(case, made)]


def wrong(column: str, cell: tuple[int, int], number: int) -> Finding:
    said = message(AuditMessages.look_up)
    return Finding(
        code="wrong-cell",
        severity=Severity.ERROR,
        message=said,
        remedy=said,
        column=column,
        cell=cell,
        suggestion=number,
    )


def test_mendings_that_go_together_stand_and_one_that_breaks_a_sum_does_not() -> None:
    """A part, its total, and both in the row of sums move alike; a part alone does not."""
    together = {(2, 1): 50, (2, 3): 50, (8, 1): 50, (8, 3): 50}
    assert mended(together) == [Severity.ERROR] * 4
    assert mended({(2, 1): 50}) == [Severity.WARNING]


@pytest.mark.parametrize("seed", range(18, 30))
def test_a_number_with_a_digit_too_many_is_never_laid_on_another(seed: int, tmp_path: Path) -> None:
    """The number without the digit is shorter, and so ten times as usual."""
    random, table = Random(f"size {seed}"), [["Ort", "Antal", "Belopp", "Kvot"]]
    for row in range(20):
        heads, amount = random.randrange(1_000, 90_000), random.randrange(50_000, 90_000_000)
        table.append(
            [f"Ort {row}", str(heads), str(amount), f"{amount / heads:.2f}".replace(".", ",")]
        )
    row, column = random.randrange(1, 20), random.choice([1, 2])
    digit, number = str(random.randrange(10)), table[row][column]
    place = random.randrange(1, len(number))
    table[row][column] = number[:place] + digit + number[place:]
    named = {each.cell for each in audited(table, tmp_path).findings if each.code == "wrong-cell"}
    assert named <= {(row, column)}


def test_two_rows_that_may_stand_exchanged_are_not_said_apart_from_the_cells() -> None:
    """Three cells are as likely wrong, and one of them beside another row's number."""
    found = audit_file("docs/findings/one-of-several.md")
    assert [each.code for each in found.findings] == ["one-of-several"]


def test_a_table_of_repayments_is_audited_as_one_of_payments(tmp_path: Path) -> None:
    """What is wrong, and what it should be, are below zero as well."""
    table = of_parts(Random("repaid"), 12, 3)
    for row in table[1:]:
        row[1:] = [f"-{number}" for number in row[1:]]
    assert errors(audited(table, tmp_path)) == {}
    right, table[6][2] = int(table[6][2]), f"{table[6][2]}0"
    report = audited(table, tmp_path)
    assert errors(report) == {(6, 2): right}
    assert report.corrections() == {("Del 1", 5): right}

"""Years of a thing that changes seldom: what changed once and stayed is no misprint."""

from pathlib import Path
from random import Random

import pytest

from allokera import audit_file
from allokera.audit.report.report import Severity

Cells = dict[tuple[int, int], int]


def errors(
    tmp_path: Path, changes: Cells, thousandfold: tuple[int, int] | None = None
) -> set[tuple[str, str | None]]:
    """Audit four years of the same 24 numbers, in hundreds, some of them changed by so much."""
    random, rows = Random("years"), []
    for row in range(24):
        number = 100 * random.randrange(10, 400)
        rows.append([number + changes.get((row, year), 0) for year in range(4)])
    if thousandfold is not None:
        row, year = thousandfold
        rows[row][year] *= 1_000
    lines = ["Ort;2019;2020;2021;2022"]
    lines += [f"Ort {row};{';'.join(map(str, each))}" for row, each in enumerate(rows)]
    path = tmp_path / "years.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return {
        (each.recipient.name, each.column)
        for each in audit_file(path).findings
        if each.severity is not Severity.NOTE and each.recipient is not None
    }


@pytest.mark.parametrize("more", [-200, -100, 100, 300])
@pytest.mark.parametrize("years", [(0,), (1,), (1, 2, 3), (2, 3)])
def test_a_number_that_changed_a_little_is_not_called_wrong(
    more: int, years: tuple[int, ...], tmp_path: Path
) -> None:
    others = {(9, 2): 100, (13, 1): -100, (20, 3): 100}
    assert errors(tmp_path, others | {(4, year): more for year in years}) == set()


@pytest.mark.parametrize(("year", "column"), [(0, "2019"), (2, "2021")])
def test_one_with_three_noughts_too_many_is(year: int, column: str, tmp_path: Path) -> None:
    others = {(9, 2): 100, (13, 1): -100, (20, 3): 100}
    assert errors(tmp_path, others, (4, year)) == {("Ort 4", column)}

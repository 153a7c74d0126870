"""What printed numbers are worth: kronor where a column is held against a base, ones elsewhere."""

from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief
from audit.cases import case_of, table_of

WEIGHTS = [10_007 + 1_013 * at * at for at in range(12)]


@pytest.mark.parametrize(("number", "expected"), [(25, Fraction(5, 2)), (40, 4), (0, 0)])
def test_a_whole_number_is_told_as_one_and_others_as_fractions(
    number: int, expected: Fraction | int
) -> None:
    parts = [f"{each}.5" for each in WEIGHTS]
    case = case_of(table_of({"base": WEIGHTS, "one": parts}), Brief(base="base", envelopes={}))
    assert case.survey.sheet.decimals == 1
    found = case.amount((0, 2), number)
    assert found == expected
    assert type(found) is type(expected)

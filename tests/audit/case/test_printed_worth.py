"""What printed numbers are worth: kronor where a column is held against a base, ones elsewhere."""

from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief
from audit.cases import case_of, table_of

WEIGHTS = [10_007 + 1_013 * at * at for at in range(12)]


@pytest.mark.parametrize(
    ("number", "expected"), [(Fraction(5, 2), Fraction(5, 2)), (Fraction(4), 4), (Fraction(0), 0)]
)
def test_a_whole_number_is_told_as_one_and_others_as_fractions(
    number: Fraction, expected: Fraction | int
) -> None:
    case = case_of(table_of({"base": WEIGHTS, "one": WEIGHTS}), Brief(base="base", envelopes={}))
    found = case.kronor("one", number)
    assert found == expected
    assert type(found) is type(expected)

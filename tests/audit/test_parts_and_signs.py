"""A table in parts of money, or of what is paid back, is audited as the same in whole kronor is."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.report.report import Report
from allokera.audit.verify import verify_table
from allokera.kronor.amount import Amount
from allokera.kronor.keying import one_keystroke
from allokera.kronor.wording import decimal
from allokera.model import Column, Recipient

pytestmark = pytest.mark.slow

Write = Callable[[int], str]
SCALES: dict[str, tuple[Write, Fraction]] = {
    "parts": (lambda amount: decimal(Fraction(amount, 100), 2), Fraction(1, 100)),
    "back": (lambda amount: f"-{amount}", Fraction(-1)),
    "parts back": (lambda amount: f"-{decimal(Fraction(amount, 100), 2)}", Fraction(-1, 100)),
}


def table(random: Random) -> tuple[list[int], list[list[int]]]:
    """Weights, and two columns in proportion to them, with a slip of a finger in the last."""
    weights = [random.randrange(1_000, 90_000) for _ in range(random.randrange(8, 30))]
    columns = [
        [Fraction(pool * weight, sum(weights)).__round__() for weight in weights]
        for pool in (random.randrange(10**7, 10**9), random.randrange(10**7, 10**9))
    ]
    row = random.randrange(len(weights))
    slips = [int(each) for each in sorted(one_keystroke(str(columns[1][row]))) if each[0] != "0"]
    columns[1][row] = random.choice(slips)
    return weights, columns


def audited(weights: list[int], columns: list[list[int]], write: Write) -> Report:
    printed = [
        Column(name="w", heading="w", cells=tuple(map(str, weights))),
        *(
            Column(name=str(at), heading="", cells=tuple(map(write, amounts)))
            for at, amounts in enumerate(columns)
        ),
    ]
    recipients = [Recipient("", f"Ort {chr(65 + row)}") for row in range(len(weights))]
    return verify_table(recipients, printed, Brief(base=None, envelopes={}))


def told(report: Report, one: Fraction) -> Iterator[tuple[object, ...]]:
    """What a report says of the amounts of cells, in ones."""
    for each in report.findings:
        if each.code != "negative-sign":
            amounts: list[Amount | None] = [each.suggestion, each.read]
            amounts += [candidate.amount for candidate in each.candidates]
            in_ones = [None if amount is None else amount * (1 / one) for amount in amounts]
            yield each.code, each.severity, each.recipient, each.column, each.is_proven, *in_ones
    for column in report.columns[1:]:
        assert column.pool is not None
        assert column.sum is not None
        ends = sorted(each * (1 / one) for each in (column.pool.lower, column.pool.upper))
        yield column.name, column.rule, column.agreeing, column.pinned, column.sum * (1 / one), ends


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("seed", range(30))
def test_the_same_is_said_of_it(scale: str, seed: int) -> None:
    weights, columns = table(Random(seed))
    write, one = SCALES[scale]
    whole, other = audited(weights, columns, str), audited(weights, columns, write)
    assert whole.verdict is other.verdict
    assert list(told(whole, Fraction(1))) == list(told(other, one))
    assert whole.columns[1].pool is not None
    assert all(isinstance(each.suggestion, Fraction | None) for each in other.findings) or one == -1

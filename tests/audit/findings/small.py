"""A small table that a reader can reckon by hand: weights, and two columns that follow."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.audit.case.case import Brief, Case
from allokera.audit.report.evidence import CellReport, Evidence, of_pool
from allokera.audit.rounding.interval import Interval
from allokera.model import Recipient
from audit.cases import case_of, table_of

WEIGHTS = (101, 203, 307, 401, 503, 601)
THRICE, TWICE = (tuple(times * weight for weight in WEIGHTS) for times in (3, 2))
TOTAL = 2_116
ENVELOPES = {"base": 2_150, "two": 4_300}


def who(row: int) -> Recipient:
    return Recipient(code="", name="ABCDEF"[row])


def with_row(numbers: Sequence[object], row: int, cell: object) -> list[object]:
    return [cell if at == row else each for at, each in enumerate(numbers)]


def opened(
    one: Sequence[object] = THRICE,
    two: Sequence[object] = TWICE,
    base: Sequence[object] = WEIGHTS,
    **told: object,
) -> Case:
    """A case whose base is told; in ones, rounded half up."""
    brief = Brief(base="base", envelopes=ENVELOPES, rule="half-up", is_base_exact=True)
    table = table_of({"base": base, "one": one, "two": two})
    return case_of(table, brief._replace(**told))  # type: ignore[arg-type]


def needed(amount: int, weight: int, total: int = TOTAL) -> Interval:
    """The pools under which an amount is right, half up: half a krona either way, for its share."""
    ends = [Fraction((2 * amount + more) * total, 2 * weight) for more in (-1, 1)]
    return Interval(ends[0], ends[1], upper_closed=False)


def witness(
    row: int, printed: str, amount: int, *, holds: bool | None, weight: int | None = None
) -> Evidence:
    """What a row of `one` needs, by its amount and its base amount."""
    counted = WEIGHTS[row] if weight is None else weight
    return of_pool(
        needed(amount, counted),
        (
            CellReport(who(row), "one", printed, (row, 2), amount),
            CellReport(who(row), "base", str(counted), (row, 1), counted),
        ),
        relation=None,
        holds=holds,
    )
